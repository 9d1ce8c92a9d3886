import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openBudget, type Budget } from '../../hub/channels/index.ts';
import type { Database } from '../../hub/platform/database/index.ts';
import { testDatabase } from '../support/database.ts';

let database: Database;
beforeAll(async () => (database = await testDatabase()), 60_000);
beforeEach(async () => {
  await database.query('truncate send_budget');
  await database.query('truncate chat_budget');
});
afterAll(() => database.close());

/** One in a minute to each chat, so that a slow machine is no matter. */
const minute = 62_400;
const open = (): Budget => openBudget(database, {}, { telegram: 1 / 60, zalo: 1 / 60, web: Infinity });
const now = (...addresses: string[]) => addresses.map((address) => ({ address, startInMs: 0 }));
const pass = (ms: number) =>
  database.query(
    `update chat_budget set next_free = next_free - $1 * interval '1 millisecond',
       limited_at = limited_at - $1 * interval '1 millisecond'`,
    [ms],
  );

describe('a broadcast', () => {
  test('takes the turns of free chats in one go, and learns when the others are free', async () => {
    const { chats } = open();
    expect(await chats.reserve('telegram', now('1', '2'))).toEqual(new Map());
    const busy = await chats.reserve('telegram', now('1', '3', '2', '4'));
    expect([...busy.keys()].sort()).toEqual(['1', '2']);
    expect(busy.get('1')).toBeGreaterThan(30_000);
    expect(busy.get('1')).toBeLessThanOrEqual(minute);
    // Who was not free has lost nothing by asking.
    await pass(minute);
    expect(await chats.reserve('telegram', now('1', '2', '3', '4'))).toEqual(new Map());
  });

  test('counts from the moment at which its send starts', async () => {
    const { chats } = open();
    await chats.reserve('telegram', [{ address: '1', startInMs: 100_000 }]);
    expect((await chats.reserve('telegram', now('1'))).get('1')).toBeGreaterThan(minute + 50_000);
    const later = [{ address: '1', startInMs: 100_000 + minute + 1_000 }];
    expect(await chats.reserve('telegram', later)).toEqual(new Map());
  });

  test('whose sends start later keeps the chats as much longer', async () => {
    const { chats } = open();
    await chats.reserve('telegram', now('1', '2'));
    await chats.postpone('telegram', ['1'], 100_000);
    const busy = await chats.reserve('telegram', now('1', '2'));
    expect(busy.get('1')! - busy.get('2')!).toBeCloseTo(100_000, -2);
  });

  test('of two processes at once only one gets a chat', async () => {
    const [one, other] = await Promise.all([
      open().chats.reserve('telegram', now('1', '2', '3')),
      open().chats.reserve('telegram', now('3', '2', '1')),
    ]);
    expect(one.size + other.size).toBe(3);
    for (const waitMs of [...one.values(), ...other.values()]) expect(waitMs).toBeGreaterThan(30_000);
  });

  test('on one channel does not hold up the same address on another', async () => {
    const { chats } = open();
    await chats.reserve('telegram', now('1'));
    expect(await chats.reserve('zalo', now('1'))).toEqual(new Map());
    expect((await chats.reserve('telegram', now('1'))).size).toBe(1);
  });
});

describe('answers to somebody who waits', () => {
  test('go at once, a few of them, and the broadcast waits until that is made up for', async () => {
    const { chats } = open();
    expect(await chats.reserve('telegram', now('1'))).toEqual(new Map());
    for (let answer = 0; answer < 3; answer += 1) expect(await chats.spend('telegram', '1')).toBe(0);
    expect(await chats.spend('telegram', '1')).toBeGreaterThan(30_000);
    expect((await chats.reserve('telegram', now('1'))).get('1')).toBeGreaterThan(4 * minute);
    expect(await chats.spend('telegram', '2')).toBe(0);
  });
});

describe('a chat that the provider limits', () => {
  test('is left alone for as long as it was told, by broadcasts and answers', async () => {
    const budget = open();
    await budget.limited('telegram', '1', 600_000);
    const wait = (await budget.chats.reserve('telegram', now('1', '2'))).get('1')!;
    expect(wait).toBeGreaterThan(570_000);
    expect(wait).toBeLessThanOrEqual(600_000);
    expect(await budget.chats.spend('telegram', '1')).toBeGreaterThan(60_000);
    expect((await budget.reserve('telegram', 5)).count).toBe(5);
  });

  test('and another within two seconds, met by another process, pause the bot', async () => {
    const [one, other] = [open(), open()];
    await one.limited('telegram', '1', 60_000);
    await other.limited('telegram', '1', 60_000);
    expect((await one.reserve('telegram', 5)).count).toBe(5);
    await other.limited('telegram', '2', 60_000);
    const paused = await one.reserve('telegram', 5);
    expect(paused.count).toBe(0);
    expect(paused.waitMs).toBeGreaterThan(30_000);
  });

  test('and another later are two chats', async () => {
    const budget = open();
    await budget.limited('telegram', '1', 60_000);
    await pass(2_001);
    await budget.limited('telegram', '2', 60_000);
    expect((await budget.reserve('telegram', 5)).count).toBe(5);
  });
});

test('a channel without a rate for chats takes nothing down', async () => {
  const { chats } = open();
  await chats.reserve('web', now('1'));
  await chats.spend('web', '1');
  await chats.postpone('web', ['1'], 1_000);
  expect(await database.query('select from chat_budget')).toEqual([]);
});

test('chats that have long been free are forgotten', async () => {
  const { chats } = open();
  await chats.reserve('telegram', now('1'));
  await pass(minute + 60_000);
  await chats.reserve('telegram', now('2'));
  await chats.forgetFree();
  expect(await database.query('select address from chat_budget')).toEqual([{ address: '2' }]);
});
