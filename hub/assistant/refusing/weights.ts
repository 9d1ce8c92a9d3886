import type { RefusalSignals } from './signals.ts';

/**
 * A logistic model: what each signal adds to the odds that the library holds no answer. Fitted by
 * `npm run fit:refusal` (tests/assistant/fit-refusal.ts), which also says how well it does on questions it has not
 * seen; a test holds these numbers against it.
 */
export const refusalWeights: RefusalSignals & { always: number } = {
  missingDocuments: 2.75,
  outside: 2.51,
  money: 1.69,
  noSuchAnswer: 1.13,
  figuresMissing: 1.36,
  met: -2.73,
  peak: -0.6,
  namedDocument: -1.54,
  defined: -1.43,
  length: -4.33,
  always: 5.88,
};

/** From this likelihood on the question is refused. */
export const refusedFrom = 0.4;
