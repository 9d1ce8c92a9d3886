import type { NewConsultation, Question } from '../../hub/consultations/index.ts';
import { rightsOf } from '../people/rights-table.ts';
import type { Cast, Person } from './cast.ts';
import { everybody, right, type Rule } from './rule.ts';
import type { Stage } from './stage.ts';

export const asks = right('consultation.ask');
export const readsNames = right('consultation.names');
export const belongs = ({ position }: Person) => position === 'inside';
/** What another unit asks is as if there were none. */
export const refusal = [404];

const pages = '/console/consultations';
export const question: Question = {
  form: 'one',
  wording: 'Họp vào ngày nào?',
  options: ['Thứ Sáu', 'Thứ Bảy'],
  most: null,
  scale: null,
  passage: null,
  required: true,
  onlyIf: null,
};

export async function prepared(
  stage: Stage,
  cast: Cast,
  given: Partial<NewConsultation> = {},
): Promise<string> {
  const { id } = await cast.hub.consultations.asking.save(askerIn(cast), {
    unit: 'X1-C',
    kind: 'survey',
    level: 'named',
    audience: 'members',
    title: stage.anew('Hỏi ý kiến '),
    introduction: '',
    questions: [question, { ...question, wording: 'Ở đâu?' }],
    live: true,
    shared: true,
    closesAt: new Date(Date.now() + 86_400_000),
    ...given,
  });
  return id;
}

export async function opened(
  stage: Stage,
  cast: Cast,
  given: Partial<NewConsultation> = {},
): Promise<string> {
  const id = await prepared(stage, cast, given);
  await cast.hub.consultations.asking.open(askerIn(cast), id);
  return id;
}

/** Without names one asks ten people and more: four besides the cast. */
export async function unnamed(stage: Stage, cast: Cast): Promise<string> {
  const there = await cast.hub.database.query<{ id: string }>(
    `select m.id from membership m join unit u on u.id = m.unit_id where u.code = 'X1-C'`,
  );
  for (let members = there.length; members < 10; members += 1) await stage.member();
  return await opened(stage, cast, { level: 'unnamed', live: false });
}

function askerIn({ people }: Cast) {
  const { memberId } = people.find(({ code }) => code === 'admin-inside')!;
  return { memberId, via: 'console' } as const;
}

export type Made = (stage: Stage, cast: Cast) => Promise<string>;

/** A page, and a form, about one consultation of the cell. */
const reading = (make: Made, rest = '', may = asks): Rule => ({
  may,
  ask: async (stage, _person, cast) => ({ url: `${pages}/${await make(stage, cast)}${rest}` }),
  refusal,
});
const writing = (make: Made, rest: string, fields: Record<string, string> = {}): Rule => ({
  may: asks,
  ask: async (stage, _person, cast) => ({ url: `${pages}/${await make(stage, cast)}${rest}`, fields }),
  refusal,
});

const settings = {
  unit: 'X1-C',
  title: 'Hỏi ý kiến',
  introduction: '',
  level: 'named',
  audience: 'members',
  day: new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10),
  time: '17:00',
};
const asked = { form: 'one', wording: 'Ai chủ trì?', options: 'Bí thư\nPhó bí thư', required: 'yes' };

/** What committees ask, from its first word to its results; what a member is asked. */
export const consultationPages: Record<string, Rule> = {
  [`GET ${pages}`]: {
    may: asks,
    ask: async (stage, _person, cast) => {
      await prepared(stage, cast);
      return { url: pages };
    },
    shows: 'Hỏi ý kiến 0',
  },
  // One begins for one's own units, wherever those are.
  [`GET ${pages}/new`]: {
    may: ({ role }) => rightsOf[role].includes('consultation.ask'),
    ask: () => ({ url: `${pages}/new` }),
  },
  [`POST ${pages}/new`]: {
    may: asks,
    ask: () => ({ url: `${pages}/new`, fields: { kind: 'poll', ...settings, ...asked } }),
  },
  [`GET ${pages}/:id`]: reading(prepared),
  [`POST ${pages}/:id/order`]: writing(prepared, '/order', { do: 'down:1', revision: '0' }),
  [`POST ${pages}/:id/discarding`]: writing(prepared, '/discarding'),
  [`GET ${pages}/:id/settings`]: reading(prepared, '/settings'),
  [`POST ${pages}/:id/settings`]: writing(prepared, '/settings', { ...settings, revision: '0' }),
  [`GET ${pages}/:id/questions/new`]: reading(prepared, '/questions/new'),
  [`POST ${pages}/:id/questions/new`]: writing(prepared, '/questions/new', { ...asked, revision: '0' }),
  [`GET ${pages}/:id/questions/:number`]: reading(prepared, '/questions/1'),
  [`POST ${pages}/:id/questions/:number`]: writing(prepared, '/questions/1', { ...asked, revision: '0' }),
  [`GET ${pages}/:id/opening`]: reading(prepared, '/opening'),
  [`POST ${pages}/:id/opening`]: writing(prepared, '/opening'),
  [`GET ${pages}/:id/extending`]: reading(opened, '/extending'),
  [`POST ${pages}/:id/extending`]: writing(opened, '/extending', {
    day: new Date(Date.now() + 4 * 86_400_000).toISOString().slice(0, 10),
    time: '17:00',
  }),
  [`GET ${pages}/:id/closing`]: reading(opened, '/closing'),
  [`POST ${pages}/:id/closing`]: writing(opened, '/closing'),
  [`GET ${pages}/:id/cancelling`]: reading(opened, '/cancelling'),
  [`POST ${pages}/:id/cancelling`]: writing(opened, '/cancelling', { reason: 'Hỏi nhầm nội dung' }),
  [`POST ${pages}/:id/reminders`]: writing(opened, '/reminders'),
  [`GET ${pages}/:id/results`]: reading(opened, '/results'),
  [`GET ${pages}/:id/results/file.xlsx`]: reading(opened, '/results/file.xlsx'),
  [`GET ${pages}/:id/results/file.docx`]: reading(opened, '/results/file.docx'),
  [`GET ${pages}/:id/answers`]: reading(opened, '/answers', readsNames),
  [`GET ${pages}/mine`]: { may: everybody, ask: () => ({ url: `${pages}/mine` }) },
  [`GET ${pages}/mine/:id`]: {
    may: belongs,
    ask: async (stage, _person, cast) => ({ url: `${pages}/mine/${await opened(stage, cast)}` }),
    refusal,
  },
  [`POST ${pages}/mine/:id`]: {
    may: belongs,
    ask: async (stage, _person, cast) => ({
      url: `${pages}/mine/${await opened(stage, cast)}`,
      fields: { q1: '0', q2: '1' },
    }),
    refusal,
  },
  [`POST ${pages}/mine/:id/paper`]: {
    may: belongs,
    ask: async (stage, _person, cast) => ({
      url: `${pages}/mine/${await unnamed(stage, cast)}/paper`,
      fields: {},
    }),
    refusal,
  },
  [`GET ${pages}/mine/:id/results`]: {
    may: belongs,
    ask: async (stage, _person, cast) => ({ url: `${pages}/mine/${await opened(stage, cast)}/results` }),
    refusal,
  },
};

/** Doors of the papers: whoever holds one is nobody. */
export const paperDoors: Record<string, string> = {
  'GET /phieu': 'a form for the words of a paper',
  'POST /phieu': 'the words of the paper are the secret; tried in tests/consultations',
  'POST /api/v1/papers/asked': 'the words of the paper are the secret; tried in tests/consultations',
  'POST /api/v1/papers/answers': 'the words of the paper are the secret; tried in tests/consultations',
  'POST /phieu/tra-loi': 'the words of the paper are the secret; tried in tests/consultations',
};
