import { rightsOf } from '../people/rights-table.ts';
import { answerOf, gapOf } from './assistant-api-doors.ts';
import type { Person } from './cast.ts';
import { documentOfTheCell, readsOfTheCell } from './library-api-doors.ts';
import { everybody, fromAbove, holders, right, type Rule } from './rule.ts';

const pages = '/console/library';
const asking = '/console/ask';
const keeps = right('library.keep');
/** Wherever those units are. */
const keepsSomewhere = ({ role }: Person) => rightsOf[role].includes('library.keep');
/** Of what one may not read there is nothing; what one may only read stays as it is. */
const refusal = [403, 404];

const about = (rest: string, may = readsOfTheCell, fields?: Record<string, string>): Rule => ({
  may,
  ask: async (stage, _person, cast) => ({
    url: `${pages}/${await documentOfTheCell(stage, cast)}${rest}`,
    ...(fields ? { fields } : {}),
  }),
  refusal,
});

const aboutAnswer = (rest: string, fields?: Record<string, string>): Rule => ({
  may: everybody,
  ask: async (stage, person, cast) => ({
    url: `${asking}/${await answerOf(stage, person, cast)}${rest}`,
    ...(fields ? { fields } : {}),
  }),
});

/** Finding and reading documents, keeping them; asking, and what was not answered. */
export const libraryPages: Record<string, Rule> = {
  [`GET ${pages}`]: {
    may: readsOfTheCell,
    ask: async (stage, _person, cast) => {
      await documentOfTheCell(stage, cast);
      return { url: pages };
    },
    shows: 'Nghị quyết của chi bộ thôn',
  },
  [`POST ${pages}/seen`]: { may: everybody, ask: () => ({ url: `${pages}/seen`, fields: {} }) },
  [`GET ${pages}/:id`]: about(''),
  [`GET ${pages}/:id/original`]: about('/original'),
  [`GET ${pages}/:id/chain`]: about('/chain'),
  [`GET ${pages}/new`]: { may: keepsSomewhere, ask: () => ({ url: `${pages}/new` }) },
  [`POST ${pages}/new`]: {
    may: keeps,
    ask: (stage) => ({
      url: `${pages}/new`,
      fields: { unit: 'X1-C', who: 'members' },
      file: { name: 'a.md', content: `QUY ĐỊNH\n\nĐiều 1. ${stage.anew('Số ')}` },
    }),
  },
  // One's own files: of who may send none there are none.
  [`GET ${pages}/incoming`]: { may: holders, ask: () => ({ url: `${pages}/incoming` }) },
  [`GET ${pages}/incoming/live`]: {
    may: holders,
    ask: () => ({ url: `${pages}/incoming/live` }),
    stream: true,
  },
  [`GET ${pages}/:id/description`]: about('/description', keeps),
  [`POST ${pages}/:id/description`]: {
    may: keeps,
    ask: async (stage, _person, cast) => ({
      url: `${pages}/${await documentOfTheCell(stage, cast)}/description`,
      fields: { revision: '0', number: stage.anew('S'), title: 'Nghị quyết', who: 'members' },
    }),
    refusal,
  },
  [`GET ${pages}/:id/relations`]: about('/relations', keeps),
  [`POST ${pages}/:id/relations`]: {
    may: keeps,
    ask: async (stage, _person, cast) => ({
      url: `${pages}/${await documentOfTheCell(stage, cast)}/relations`,
      fields: { kind: 'amends', number: '', target: await documentOfTheCell(stage, cast) },
    }),
    refusal,
  },
  [`GET ${pages}/:id/removal`]: about('/removal', keeps),
  [`POST ${pages}/:id/removal`]: about('/removal', keeps, {}),
  [`GET ${asking}`]: { may: everybody, ask: () => ({ url: asking }) },
  [`POST ${asking}`]: {
    may: everybody,
    ask: (stage) => ({ url: asking, fields: { question: stage.anew('Đảng phí là gì, câu ') } }),
  },
  [`GET ${asking}/:id`]: aboutAnswer(''),
  [`POST ${asking}/:id/judgement`]: aboutAnswer('/judgement', { helped: 'yes' }),
  [`GET ${asking}/:id/handing-over`]: aboutAnswer('/handing-over'),
  [`POST ${asking}/:id/handing-over`]: aboutAnswer('/handing-over', {}),
  [`GET ${pages}/gaps`]: {
    may: fromAbove('library.gaps'),
    ask: async (stage, _person, cast) => {
      await gapOf(stage, cast);
      return { url: `${pages}/gaps` };
    },
    shows: 'Câu hỏi không có văn bản',
  },
  [`POST ${pages}/gaps/:id`]: {
    may: fromAbove('library.gaps'),
    ask: async (stage, _person, cast) => ({
      url: `${pages}/gaps/${await gapOf(stage, cast)}`,
      fields: { state: 'filled' },
    }),
    refusal,
  },
};
