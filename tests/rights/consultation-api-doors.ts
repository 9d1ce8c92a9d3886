import {
  asks,
  belongs,
  opened,
  prepared,
  question,
  readsNames,
  refusal,
  unnamed,
  type Made,
} from './consultation-doors.ts';
import { everybody, type Rule } from './rule.ts';

const root = '/api/v1/consultations';
const later = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

/** What is asked of one consultation of the cell. */
const about = (
  make: Made,
  rest = '',
  { json, may = asks }: { json?: object; may?: Rule['may'] } = {},
): Rule => ({
  may,
  ask: async (stage, _person, cast) => ({
    url: `${root}/${await make(stage, cast)}${rest}`,
    ...(json ? { json } : {}),
  }),
  refusal,
});
/** What those who are asked do. */
const own = (make: Made, rest = '', json?: object): Rule => ({
  may: belongs,
  ask: async (stage, _person, cast) => ({
    url: `${root}/mine/${await make(stage, cast)}${rest}`,
    ...(json ? { json } : {}),
  }),
  refusal,
});

/** What committees ask over the API, and what members answer. */
export const consultationApi: Record<string, Rule> = {
  [`GET ${root}`]: {
    may: asks,
    ask: async (stage, _person, cast) => {
      await prepared(stage, cast);
      return { url: root };
    },
    shows: 'Hỏi ý kiến 0',
  },
  [`POST ${root}`]: {
    may: asks,
    ask: (stage) => ({
      url: root,
      json: {
        unit: 'X1-C',
        kind: 'poll',
        level: 'named',
        title: stage.anew('Thăm dò '),
        questions: [question],
        closesAt: later(3),
      },
    }),
  },
  [`GET ${root}/:id`]: about(prepared),
  [`DELETE ${root}/:id`]: about(prepared),
  [`POST ${root}/:id/opening`]: about(prepared, '/opening', { json: {} }),
  [`POST ${root}/:id/extension`]: about(opened, '/extension', { json: { closesAt: later(6) } }),
  [`POST ${root}/:id/closing`]: about(opened, '/closing', { json: {} }),
  [`POST ${root}/:id/cancellation`]: about(opened, '/cancellation', { json: { reason: 'Viết lại' } }),
  [`POST ${root}/:id/reminders`]: about(opened, '/reminders', { json: {} }),
  [`GET ${root}/:id/results`]: about(opened, '/results'),
  [`GET ${root}/:id/answers`]: about(opened, '/answers', { may: readsNames }),
  [`GET ${root}/:id/export`]: about(opened, '/export'),
  [`GET ${root}/mine`]: { may: everybody, ask: () => ({ url: `${root}/mine` }) },
  [`GET ${root}/mine/:id`]: own(opened),
  [`PUT ${root}/mine/:id/answers`]: own(opened, '/answers', { answers: { 1: 0, 2: 1 } }),
  [`POST ${root}/mine/:id/paper`]: own(unnamed, '/paper', {}),
  [`GET ${root}/mine/:id/results`]: own(opened, '/results'),
};
