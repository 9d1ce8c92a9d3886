import { expect, test } from 'vitest';
import { done, installation } from '../support/process.ts';

test('bench feedback: nothing that is said is lost, and a month of a province is made and read', async () => {
  const house = await installation();
  try {
    const words = ['bench', 'feedback', '--submissions', '60', '--seconds', '2', '--report-items', '400'];
    const figures = await done<Record<string, unknown>>(house.environment, ...words);
    const server = process.env['TEST_DATABASE_URL'] ? 'postgresql' : 'embedded';
    const all = { submissions: 60, accepted: 60, lost: 0, reportItems: 400, reportMembers: 800 };
    expect(figures).toMatchObject({ ...all, database: server });
    const { reportMs, reportProvinceMs, snapshotMs } = figures as Record<string, number>;
    for (const took of [reportMs, reportProvinceMs, snapshotMs]) expect(took).toBeGreaterThan(0);
  } finally {
    await house.remove();
  }
}, 120_000);
