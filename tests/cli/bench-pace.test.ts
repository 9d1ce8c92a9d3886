import { afterAll, beforeAll, expect, test } from 'vitest';
import { done, installation, type Installation } from '../support/process.ts';

let house: Installation;

beforeAll(async () => {
  house = await installation();
});
afterAll(async () => {
  await house.remove();
});

const bench = (...words: string[]) => done<Record<string, unknown>>(house.environment, 'bench', ...words);
const database = process.env['TEST_DATABASE_URL'] ? 'postgresql' : 'embedded';

test('bench lanes answers every tap, idle and beside a broadcast', async () => {
  const figures = await bench(
    'lanes',
    '--recipients',
    '400',
    '--taps',
    '5',
    '--rate',
    '60/s',
    '--every',
    '100',
  );
  expect(figures).toMatchObject({ recipients: 400, taps: 5, lost: 0, database });
  for (const lane of ['idle', 'busy']) {
    const { p50Ms, p95Ms, p99Ms } = figures[lane] as Record<string, number>;
    expect(p50Ms).toBeGreaterThan(0);
    expect(p95Ms).toBeGreaterThanOrEqual(p50Ms!);
    expect(p99Ms).toBeGreaterThanOrEqual(p95Ms!);
  }
});

test('bench pacing counts what a strict provider took and refused', async () => {
  const figures = await bench('pacing', '--seconds', '4', '--rate', '50/s');
  expect(figures).toMatchObject({ workers: database === 'postgresql' ? 2 : 1, database });
  const { sent, allowed, share, cellSeconds, answered } = figures as Record<string, number>;
  expect(sent).toBeGreaterThan(0);
  expect(sent).toBeLessThanOrEqual(allowed! + 50);
  expect(share).toBeCloseTo(sent! / allowed!, 2);
  expect(cellSeconds).toBeGreaterThan(0);
  expect(answered).toBe(2);
});
