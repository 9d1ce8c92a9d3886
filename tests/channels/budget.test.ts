import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openBudget, type Allowance, type Budget, type ChannelName } from '../../hub/channels/index.ts';
import type { Database } from '../../hub/platform/database/index.ts';
import { testDatabase } from '../support/database.ts';

let database: Database;
beforeAll(async () => (database = await testDatabase()), 60_000);
beforeEach(async () => void (await database.query('truncate send_budget')));
afterAll(() => database.close());

/** A hundred a second on Telegram, one in ten seconds on Zalo, as much as one likes on the web. */
const open = (): Budget => openBudget(database, { telegram: 100, zalo: 0.1, web: Infinity });
/** What a broadcast may take ahead at a hundred a second: 150 ms of it. */
const ahead = 14;

/** As if so much time had gone by. */
const pass = (channel: ChannelName, ms: number) =>
  database.query(
    `update send_budget set next_free = next_free - $2 * interval '1 millisecond',
       paused_until = paused_until - $2 * interval '1 millisecond' where channel = $1`,
    [channel, ms],
  );

/** Until when a channel's sends are set aside, in milliseconds since 1970 by the database. */
async function takenUntil(channel: ChannelName): Promise<number> {
  const [row] = await database.query<{ ms: number }>(
    'select extract(epoch from next_free)::float8 * 1000 as ms from send_budget where channel = $1',
    [channel],
  );
  return row!.ms;
}

/** The moments of the sends of an allowance, by the database. */
const startsOf = ({ count, intervalMs, until }: Allowance): number[] =>
  Array.from({ length: count }, (_, n) => Date.parse(until!) - (count - n) * intervalMs);

const mostInASecond = (starts: number[]): number =>
  Math.max(...starts.map((from) => starts.filter((at) => at >= from && at < from + 1_000).length));

describe('a rate', () => {
  test('allows a broadcast little ahead, spread evenly and a little slower than the provider counts', async () => {
    const budget = open();
    const allowed = await budget.reserve('telegram', 1_000);
    expect(allowed.count).toBe(ahead);
    expect(allowed.intervalMs).toBeCloseTo(10.4);
    const then = await budget.reserve('telegram', 1_000);
    expect(then.count).toBeLessThanOrEqual(ahead);
    expect(then.waitMs).toBeLessThanOrEqual(150);
    expect(then.waitMs).toBeGreaterThanOrEqual(1);
  });

  test('gives what is wanted where that is less, one after the other', async () => {
    const budget = open();
    const first = await budget.reserve('telegram', 3);
    const second = await budget.reserve('telegram', 4);
    expect([first.count, second.count]).toEqual([3, 4]);
    expect(startsOf(second)[0]! - startsOf(first)[0]!).toBeGreaterThanOrEqual(30);
  });

  test('is not saved up while nothing is sent', async () => {
    const budget = open();
    await budget.reserve('telegram', 1);
    await pass('telegram', 3_600_000);
    expect((await budget.reserve('telegram', 1_000)).count).toBe(ahead);
  });

  test('of less than one in that time lets one go, then waits', async () => {
    const budget = open();
    expect((await budget.reserve('zalo', 5)).count).toBe(1);
    const then = await budget.reserve('zalo', 5);
    expect(then.count).toBe(0);
    expect(then.waitMs).toBeGreaterThan(1_000);
    await pass('zalo', 10_400);
    expect((await budget.reserve('zalo', 5)).count).toBe(1);
  });

  test('of one channel is no other’s', async () => {
    const budget = open();
    await budget.reserve('telegram', 100);
    expect((await budget.reserve('zalo', 100)).count).toBe(1);
  });

  test('holds for all processes together, answers included, over any second', async () => {
    const starts: number[] = [];
    async function process(): Promise<void> {
      const budget = openBudget(database, { telegram: 100 });
      for (let round = 0; round < 60; round += 1) {
        starts.push(...startsOf(await budget.reserve('telegram', 1 + (round % 5))));
        if (round % 10 > 0) continue;
        await budget.spend('telegram', 1);
      }
    }
    const began = Date.now();
    await Promise.all(Array.from({ length: 4 }, () => process()));
    const answers = 4 * 6;
    // Every send has a time of its own: what was taken fits into the time it was taken for.
    expect(mostInASecond(starts)).toBeLessThanOrEqual(100);
    expect((starts.length + answers) * 10.4).toBeLessThanOrEqual(
      (await takenUntil('telegram')) - began + 1_000,
    );
  });

  test('holds from the very first moment, before there is a row', async () => {
    const together = await Promise.all(Array.from({ length: 8 }, () => open().reserve('telegram', 4)));
    const starts = together.flatMap(startsOf).sort((a, b) => a - b);
    expect(starts.length).toBeGreaterThanOrEqual(ahead);
    for (const [index, at] of starts.slice(1).entries()) expect(at - starts[index]!).toBeGreaterThan(9);
  });

  test('of a thousand a second is served in larger steps', async () => {
    const allowed = await openBudget(database, { telegram: 1_000 }).reserve('telegram', 5_000);
    expect(allowed.count).toBe(144);
  });
});

describe('an answer to somebody who waits', () => {
  test('takes the next free send, however long a broadcast would go on, and moves the broadcast back', async () => {
    const budget = open();
    await budget.reserve('telegram', 1_000);
    const before = await takenUntil('telegram');
    expect(await budget.spend('telegram', 1)).toBeLessThanOrEqual(150);
    expect(await takenUntil('telegram')).toBeCloseTo(before + 10.4, -1);
    await budget.spend('telegram', 500);
    const then = await budget.reserve('telegram', 100);
    expect(then.count).toBe(0);
    expect(then.waitMs).toBeGreaterThan(1_000);
  });

  test('goes at once where nothing is sent', async () => {
    expect(await open().spend('telegram', 1)).toBeCloseTo(0);
  });

  test('waits as long as the provider asked the bot to', async () => {
    const budget = open();
    for (const channel of ['telegram', 'web'] as const) {
      await budget.pause(channel, 30_000);
      expect(await budget.spend(channel, 1)).toBeGreaterThan(15_000);
    }
  });
});

describe('what is not needed', () => {
  test('can be given back and used again', async () => {
    const budget = open();
    const allowance = await budget.reserve('telegram', 10);
    await budget.giveBack('telegram', allowance, 8);
    expect(await takenUntil('telegram')).toBeCloseTo(Date.parse(allowance.until!) - 82, -1);
  });

  test('is lost where somebody has reserved behind it: no time is given twice', async () => {
    const budget = open();
    const allowance = await budget.reserve('telegram', 5);
    await budget.spend('telegram', 1);
    const before = await takenUntil('telegram');
    await budget.giveBack('telegram', allowance, 5);
    expect(await takenUntil('telegram')).toBe(before);
  });

  test('is no credit: no more than usual comes of it', async () => {
    const budget = open();
    await budget.giveBack('telegram', await budget.reserve('telegram', 10), 1_000);
    const allowance = await budget.reserve('telegram', 1_000);
    expect(allowance.count).toBe(ahead);
    const before = await takenUntil('telegram');
    await budget.giveBack('telegram', allowance, 0);
    await budget.giveBack('telegram', allowance, -5);
    expect(await takenUntil('telegram')).toBe(before);
  });
});

describe('a pause the provider asked for', () => {
  test('stops everything on that channel until it is over', async () => {
    const budget = open();
    await budget.pause('telegram', 60_000);
    const paused = await budget.reserve('telegram', 5);
    expect(paused.count).toBe(0);
    expect(paused.waitMs).toBeGreaterThan(45_000);
    expect((await budget.reserve('web', 5)).count).toBe(5);
    await pass('telegram', 60_000);
    expect((await budget.reserve('telegram', 5)).count).toBe(5);
  });

  test('is not cut short by a shorter one', async () => {
    const budget = open();
    await budget.pause('telegram', 60_000);
    await budget.pause('telegram', 10);
    expect((await budget.reserve('telegram', 5)).count).toBe(0);
  });
});

describe('a channel without a limit of ours', () => {
  test('allows everything at once, also when nobody named a rate', async () => {
    const budget = open();
    for (const channel of ['web', 'push'] as const) {
      const allowance = await budget.reserve(channel, 5_000);
      expect(allowance).toMatchObject({ count: 5_000, startInMs: 0, intervalMs: 0 });
      expect(await budget.spend(channel, 1_000)).toBe(0);
      await budget.giveBack(channel, allowance, 1_000);
      expect((await budget.reserve(channel, 5_000)).count).toBe(5_000);
    }
    expect(await database.query('select from send_budget')).toEqual([]);
  });

  test('pauses where the provider asks for it', async () => {
    const budget = open();
    await budget.pause('web', 60_000);
    const paused = await budget.reserve('web', 5);
    expect(paused.count).toBe(0);
    expect(paused.waitMs).toBeGreaterThan(45_000);
    await pass('web', 60_000);
    expect((await budget.reserve('web', 5)).count).toBe(5);
  });
});
