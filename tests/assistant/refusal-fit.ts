import { readFileSync } from 'node:fs';
import { libraryFolder, quotingAssistant, type RefusalSignals } from '../../hub/assistant/index.ts';
import { corpus, givenQuestions, ownQuestions } from '../library/material.ts';

export interface Example {
  signals: RefusalSignals;
  unanswerable: boolean;
}

export type Weights = RefusalSignals & { always: number };

const steps = 4_000;
const pace = 0.8;
const restraint = 0.002;

/** The given questions and our own, as the assistant sees them. */
export async function refusalExamples(): Promise<Example[]> {
  const { index } = await libraryFolder(corpus);
  const answer = quotingAssistant(index);
  return [givenQuestions, ownQuestions].flatMap((file) =>
    readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { question: string; answerable: boolean })
      .map(({ question, answerable }) => ({ signals: answer(question).signals, unanswerable: !answerable })),
  );
}

/** Logistic regression by plain descent, weights held back a little; the same examples give the same weights. */
export function fitRefusal(examples: readonly Example[]): Weights {
  const names = Object.keys(examples[0]!.signals) as (keyof RefusalSignals)[];
  const rows = examples.map(({ signals }) => [...names.map((name) => signals[name]), 1]);
  const weights = Array.from({ length: names.length + 1 }, () => 0);
  for (let step = 0; step < steps; step += 1) {
    const slopes = weights.map((weight, place) => (place < names.length ? restraint * weight : 0));
    for (const [at, row] of rows.entries()) {
      const odds = row.reduce((sum, value, place) => sum + weights[place]! * value, 0);
      const error = 1 / (1 + Math.exp(-odds)) - (examples[at]!.unanswerable ? 1 : 0);
      for (const [place, value] of row.entries()) slopes[place]! += (error * value) / rows.length;
    }
    for (const [place, slope] of slopes.entries()) weights[place]! -= pace * slope;
  }
  return Object.fromEntries(
    [...names, 'always'].map((name, place) => [name, weights[place]]),
  ) as unknown as Weights;
}

function likelihood(weights: Weights, signals: RefusalSignals): number {
  const names = Object.keys(signals) as (keyof RefusalSignals)[];
  return (
    1 / (1 + Math.exp(-names.reduce((sum, name) => sum + weights[name] * signals[name], weights.always)))
  );
}

/** What it says of questions that it was not fitted on: each tenth judged by the other nine. */
export function crossValidated(
  examples: readonly Example[],
  folds = 10,
): { likelihood: number; unanswerable: boolean }[] {
  return Array.from({ length: folds }, (_, fold) => {
    const weights = fitRefusal(examples.filter((_, place) => place % folds !== fold));
    return examples
      .filter((_, place) => place % folds === fold)
      .map(({ signals, unanswerable }) => ({ likelihood: likelihood(weights, signals), unanswerable }));
  }).flat();
}
