import { expect, test } from 'vitest';
import { done, installation } from '../support/process.ts';

test('bench checkin: everybody who types the code is marked and answered once', async () => {
  const house = await installation();
  try {
    const words = ['bench', 'checkin', '--members', '40', '--seconds', '2'];
    const figures = await done<Record<string, unknown>>(house.environment, ...words);
    const server = process.env['TEST_DATABASE_URL'] ? 'postgresql' : 'embedded';
    expect(figures).toMatchObject({ members: 40, lost: 0, double: 0, database: server });
    const { p50Ms, p95Ms, seconds } = figures as Record<string, number>;
    expect(p95Ms).toBeGreaterThanOrEqual(p50Ms!);
    expect(seconds).toBeLessThanOrEqual(3);
  } finally {
    await house.remove();
  }
}, 120_000);
