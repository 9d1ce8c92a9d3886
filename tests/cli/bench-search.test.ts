import { expect, test } from 'vitest';
import { caunoi, done } from '../support/process.ts';

// No database, no key, no setting: everything is invented and in memory.
const environment = { PATH: process.env['PATH'] ?? '' };

test('bench search: an index of so many passages is built, searched and changed', async () => {
  const words = ['bench', 'search', '--passages', '600', '--questions', '20'];
  const figures = await done<Record<string, number>>(environment, ...words);
  expect(figures['passages']).toBeGreaterThanOrEqual(600);
  expect(figures['passages']).toBeLessThan(700);
  expect(figures['p95Ms']).toBeGreaterThanOrEqual(figures['p50Ms']!);
  for (const figure of [
    'withRightsP95Ms',
    'rssMb',
    'buildMs',
    'longestHoldMs',
    'updateMs',
    'updatingP95Ms',
  ]) {
    expect(figures[figure], figure).toEqual(expect.any(Number));
  }
}, 120_000);

test.each([
  ['--passages', '0'],
  ['--passages', 'many'],
  ['--questions', '1.5'],
])('bench search %s %s is wrong usage', async (...option) => {
  expect(await caunoi(environment, 'bench', 'search', ...option)).toMatchObject({ code: 2 });
});
