import { randomUUID } from 'node:crypto';
import type { Cast, Person } from './cast.ts';
import { everybody, fromAbove, type Rule } from './rule.ts';
import type { Stage } from './stage.ts';

const root = '/api/v1/assistant';
/** The committee of the cell's commune: what it may not decide is not there. */
const committee = 'X1';
const refusal = [404];

export async function answerOf(stage: Stage, { memberId }: Person, { hub }: Cast): Promise<string> {
  const question = {
    text: stage.anew('Chi bộ họp mấy lần một tháng, câu '),
    language: 'vi',
    via: 'api',
  } as const;
  return (await hub.assistant.ask({ memberId, via: 'api' }, question)).id;
}

/** Such as is left of a question that nobody's document answered. */
export async function gapOf(stage: Stage, { hub }: Cast): Promise<string> {
  const id = randomUUID();
  const sealed = hub.keys.seal('assistant-gap', id, stage.anew('Câu hỏi không có văn bản '));
  await hub.database.query(
    `insert into assistant_gap (id, unit_id, question, asked, month, state)
     select $1, id, $2, 1, '2026-11-01', 'open' from unit where code = $3`,
    [id, sealed, committee],
  );
  return id;
}

export const assistantApi: Record<string, Rule> = {
  [`POST ${root}/questions`]: {
    may: everybody,
    ask: (stage) => ({ url: `${root}/questions`, json: { text: stage.anew('Đảng phí là gì, câu ') } }),
  },
  [`GET ${root}/answers/:id`]: {
    may: everybody,
    ask: async (stage, person, cast) => ({ url: `${root}/answers/${await answerOf(stage, person, cast)}` }),
  },
  [`POST ${root}/answers/:id/judgement`]: {
    may: everybody,
    ask: async (stage, person, cast) => ({
      url: `${root}/answers/${await answerOf(stage, person, cast)}/judgement`,
      json: { helped: false, reason: 'unclear' },
    }),
  },
  [`POST ${root}/answers/:id/hand-over`]: {
    may: everybody,
    ask: async (stage, person, cast) => ({
      url: `${root}/answers/${await answerOf(stage, person, cast)}/hand-over`,
      json: {},
    }),
  },
  [`GET ${root}/gaps`]: {
    may: fromAbove('library.gaps'),
    ask: async (stage, _person, cast) => {
      await gapOf(stage, cast);
      return { url: `${root}/gaps` };
    },
    shows: 'Câu hỏi không có văn bản',
  },
  [`POST ${root}/gaps/:id/decision`]: {
    may: fromAbove('library.gaps'),
    ask: async (stage, _person, cast) => ({
      url: `${root}/gaps/${await gapOf(stage, cast)}/decision`,
      json: { state: 'filled' },
    }),
    refusal,
  },
  [`GET ${root}/judgements`]: { may: everybody, ask: () => ({ url: `${root}/judgements` }) },
};
