import { expect, test } from 'vitest';
import { ndcgAt, recallAt, reciprocalRankAt } from '../../hub/library/evaluation/measures.ts';

const ranking = { found: ['a', 'b', 'c', 'd'], gold: new Set(['b', 'd']) };

test('recall, reciprocal rank and gain of a ranking that one can reckon by hand', () => {
  expect(recallAt(1, ranking)).toBe(0);
  expect(recallAt(2, ranking)).toBe(0.5);
  expect(recallAt(4, ranking)).toBe(1);
  expect(reciprocalRankAt(10, ranking)).toBe(0.5);
  expect(reciprocalRankAt(1, ranking)).toBe(0);
  expect(ndcgAt(10, ranking)).toBeCloseTo((1 / Math.log2(3) + 1 / Math.log2(5)) / (1 + 1 / Math.log2(3)), 10);
});

test('a perfect ranking gains all', () => {
  expect(ndcgAt(10, { found: ['b', 'd', 'a'], gold: new Set(['b', 'd']) })).toBe(1);
});
