import { crossValidated, fitRefusal, refusalExamples } from './refusal-fit.ts';

/** `npm run fit:refusal`: the weights for hub/assistant/refusing/weights.ts, and how well such weights do on the unseen. */
const examples = await refusalExamples();
const weights = fitRefusal(examples);
const judged = crossValidated(examples);
const unanswerable = judged.filter((one) => one.unanswerable);
const answerable = judged.filter((one) => !one.unanswerable);
const sharesAbove = (limit: number) => ({
  from: limit,
  refused: share(unanswerable.filter(({ likelihood }) => likelihood >= limit).length, unanswerable.length),
  falseRefusals: share(answerable.filter(({ likelihood }) => likelihood >= limit).length, answerable.length),
});
const pairs = unanswerable.flatMap((one) =>
  answerable.map((other) => Math.sign(one.likelihood - other.likelihood)),
);
process.stdout.write(
  `${JSON.stringify(
    {
      weights: Object.fromEntries(
        Object.entries(weights).map(([name, weight]) => [name, Math.round(weight * 100) / 100]),
      ),
      crossValidated: [0.35, 0.4, 0.45, 0.5, 0.55].map(sharesAbove),
      areaUnderCurve: share(
        pairs.reduce((sum, sign) => sum + (sign + 1) / 2, 0),
        pairs.length,
      ),
    },
    null,
    2,
  )}\n`,
);

function share(part: number, whole: number): number {
  return Math.round((part / whole) * 1_000) / 1_000;
}
