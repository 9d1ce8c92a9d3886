import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openBudget, type Budget, type ChannelName } from '../../hub/channels/index.ts';
import type { Database } from '../../hub/platform/database/index.ts';
import { testDatabase } from '../support/database.ts';

let database: Database;
beforeAll(async () => (database = await testDatabase()), 60_000);
beforeEach(async () => void (await database.query('truncate send_budget')));
afterAll(() => database.close());

/** Ten a second on Telegram, one in two seconds on Zalo, as much as one likes on the web. */
const open = (): Budget => openBudget(database, { telegram: 10, zalo: 0.5, web: Infinity });

/** As if so much time had gone by. */
const pass = (channel: ChannelName, ms: number) =>
  database.query(
    `update send_budget set next_free = next_free - $2 * interval '1 millisecond',
       paused_until = paused_until - $2 * interval '1 millisecond' where channel = $1`,
    [channel, ms],
  );

describe('a rate', () => {
  test('allows about a second ahead, spread evenly', async () => {
    const budget = open();
    const allowed = await budget.reserve('telegram', 100);
    expect(allowed).toMatchObject({ count: 10, intervalMs: 100 });
    expect(allowed.startInMs).toBeLessThan(50);
    const then = await budget.reserve('telegram', 100);
    expect(then.count).toBe(0);
    expect(then.waitMs).toBeGreaterThan(50);
    expect(then.waitMs).toBeLessThanOrEqual(110);
  });

  test('gives what is wanted where that is less', async () => {
    const budget = open();
    expect((await budget.reserve('telegram', 3)).count).toBe(3);
    const rest = await budget.reserve('telegram', 100);
    expect(rest.count).toBe(7);
    expect(rest.startInMs).toBeGreaterThan(200);
    expect(rest.startInMs).toBeLessThanOrEqual(300);
  });

  test('is not saved up while nothing is sent', async () => {
    const budget = open();
    await budget.reserve('telegram', 1);
    await pass('telegram', 3_600_000);
    expect((await budget.reserve('telegram', 1000)).count).toBe(10);
  });

  test('of less than one a second lets one go, then waits', async () => {
    const budget = open();
    expect((await budget.reserve('zalo', 5)).count).toBe(1);
    const then = await budget.reserve('zalo', 5);
    expect(then.count).toBe(0);
    expect(then.waitMs).toBeGreaterThan(1_000);
    await pass('zalo', 2_000);
    expect((await budget.reserve('zalo', 5)).count).toBe(1);
  });

  test('of one channel is no other’s', async () => {
    const budget = open();
    await budget.reserve('telegram', 100);
    expect((await budget.reserve('zalo', 100)).count).toBe(1);
  });

  test('holds for all processes together, over any second', async () => {
    const perSecond = 60;
    const starts: number[] = [];
    const until = performance.now() + 2_500;
    async function process(index: number): Promise<void> {
      const budget = openBudget(database, { telegram: perSecond });
      while (performance.now() < until) {
        const { count, startInMs, intervalMs, waitMs } = await budget.reserve(
          'telegram',
          1 + ((index * 7) % 20),
        );
        const now = performance.now();
        for (let send = 0; send < count; send += 1) starts.push(now + startInMs + send * intervalMs);
        await sleep(Math.min(count === 0 ? waitMs : 5, 50));
      }
    }
    await Promise.all(Array.from({ length: 8 }, (_, index) => process(index)));
    starts.sort((a, b) => a - b);
    // An answer takes some milliseconds to come here: that much a start may seem late.
    const tolerance = 1.1;
    const inSecondFrom = (from: number) =>
      starts.filter((start) => start >= from && start < from + 1000).length;
    expect(Math.max(...starts.map(inSecondFrom))).toBeLessThanOrEqual(perSecond * tolerance);
    expect(starts.length).toBeGreaterThan(perSecond * 2.5 * 0.9);
    expect(starts.length).toBeLessThanOrEqual(perSecond * 3.6);
  });

  test('holds from the very first moment, before there is a row', async () => {
    const together = await Promise.all(Array.from({ length: 8 }, () => open().reserve('telegram', 4)));
    expect(together.reduce((sum, { count }) => sum + count, 0)).toBe(10);
  });
});

describe('an answer to somebody who waits', () => {
  test('never waits itself, and moves the broadcasts back', async () => {
    const budget = open();
    await budget.spend('telegram', 5);
    const allowed = await budget.reserve('telegram', 100);
    expect(allowed.count).toBe(5);
    expect(allowed.startInMs).toBeGreaterThan(400);
    await budget.spend('telegram', 10);
    const then = await budget.reserve('telegram', 100);
    expect(then.count).toBe(0);
    expect(then.waitMs).toBeGreaterThan(1_000);
    await pass('telegram', 2_000);
    expect((await budget.reserve('telegram', 100)).count).toBe(10);
  });
});

describe('what is not needed', () => {
  test('can be given back and used again', async () => {
    const budget = open();
    await budget.reserve('telegram', 10);
    await budget.giveBack('telegram', 8);
    expect((await budget.reserve('telegram', 100)).count).toBe(8);
  });

  test('is no credit: more than a second’s worth never comes of it', async () => {
    const budget = open();
    await budget.reserve('telegram', 10);
    await budget.giveBack('telegram', 1_000);
    expect((await budget.reserve('telegram', 1_000)).count).toBe(10);
    await budget.giveBack('telegram', 0);
    await budget.giveBack('telegram', -5);
    expect((await budget.reserve('telegram', 1_000)).count).toBe(0);
  });
});

describe('a pause the provider asked for', () => {
  test('stops everything on that channel until it is over', async () => {
    const budget = open();
    await budget.pause('telegram', 30_000);
    const paused = await budget.reserve('telegram', 5);
    expect(paused.count).toBe(0);
    expect(paused.waitMs).toBeGreaterThan(28_000);
    expect((await budget.reserve('web', 5)).count).toBe(5);
    await pass('telegram', 30_000);
    expect((await budget.reserve('telegram', 5)).count).toBe(5);
  });

  test('that ends within the second shows in the start', async () => {
    const budget = open();
    await budget.pause('telegram', 500);
    const { count, startInMs } = await budget.reserve('telegram', 100);
    expect(startInMs).toBeGreaterThan(350);
    expect(startInMs).toBeLessThanOrEqual(500);
    expect(count).toBeGreaterThanOrEqual(5);
    expect(count).toBeLessThanOrEqual(6);
  });

  test('is not cut short by a shorter one', async () => {
    const budget = open();
    await budget.pause('telegram', 30_000);
    await budget.pause('telegram', 10);
    expect((await budget.reserve('telegram', 5)).count).toBe(0);
  });
});

describe('a channel without a limit of ours', () => {
  test('allows everything at once, also when nobody named a rate', async () => {
    const budget = open();
    for (const channel of ['web', 'push'] as const) {
      expect(await budget.reserve(channel, 5_000)).toMatchObject({
        count: 5_000,
        startInMs: 0,
        intervalMs: 0,
      });
      await budget.spend(channel, 1_000);
      await budget.giveBack(channel, 1_000);
      expect((await budget.reserve(channel, 5_000)).count).toBe(5_000);
    }
  });

  test('pauses where the provider asks for it', async () => {
    const budget = open();
    await budget.pause('web', 20_000);
    const paused = await budget.reserve('web', 5);
    expect(paused.count).toBe(0);
    expect(paused.waitMs).toBeGreaterThan(18_000);
    await pass('web', 20_000);
    expect((await budget.reserve('web', 5)).count).toBe(5);
  });
});
