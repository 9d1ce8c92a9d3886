import { expect, test } from 'vitest';
import { done, installation } from '../support/process.ts';

test('bench chats measures in a house of its own: everybody gets the notice once, and says so', async () => {
  const house = await installation();
  try {
    const figures = await done<Record<string, number | string>>(
      house.environment,
      'bench',
      'chats',
      '--chats',
      '60',
    );
    expect(figures).toEqual({
      chats: 60,
      receivedWithinMs: expect.any(Number),
      p50Ms: expect.any(Number),
      p99Ms: expect.any(Number),
      lost: 0,
      doubled: 0,
      delivered: 60,
      rssMb: expect.any(Number),
      database: process.env['TEST_DATABASE_URL'] ? 'postgresql' : 'embedded',
    });
    expect(figures['receivedWithinMs']).toBeGreaterThan(0);
    const report = await done<{ units: unknown[] }>(house.environment, 'report', 'units').catch(() => null);
    expect(report?.units ?? []).toEqual([]);
  } finally {
    await house.remove();
  }
}, 90_000);
