import { afterAll, beforeAll, expect, test } from 'vitest';
import { done, installation, type Installation } from '../support/process.ts';

let house: Installation;

beforeAll(async () => {
  house = await installation();
});
afterAll(async () => {
  await house.remove();
});

test('bench webhook stores what it accepts, repetitions once', async () => {
  const words = ['bench', 'webhook', '--events', '400', '--rate', '100'];
  const figures = await done<Record<string, unknown>>(house.environment, ...words);
  const database = process.env['TEST_DATABASE_URL'] ? 'postgresql' : 'embedded';
  expect(figures).toMatchObject({ accepted: 400, lost: 0, events: 400, database });
  const { p50Ms, p99Ms } = figures as Record<string, number>;
  expect(p99Ms).toBeGreaterThanOrEqual(p50Ms!);
});
