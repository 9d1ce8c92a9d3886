import type { RefusalSignals } from './signals.ts';

/**
 * A logistic model: what each signal adds to the odds that the library holds no answer. Fitted by
 * `npm run fit:refusal` (tests/assistant/fit-refusal.ts), which also says how well it does on questions it has not
 * seen; a test holds these numbers against it.
 */
export const refusalWeights: RefusalSignals & { always: number } = {
  missingDocuments: 2.6,
  outside: 2.57,
  money: 1.54,
  noSuchAnswer: 1.17,
  figuresMissing: 1.49,
  met: -2.68,
  strength: -2.7,
  peak: -0.23,
  namedDocument: -1.54,
  defined: -2.04,
  length: -2.84,
  always: 5.64,
};

/** From this likelihood on the question is refused. */
export const refusedFrom = 0.45;

/** More than this share of the question's telling words in none of the first passages: they are of something else. */
export const mostStrange = 0.5;
