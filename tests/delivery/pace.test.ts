import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openBudget } from '../../hub/channels/index.ts';
import { expandOneSlice } from '../../hub/delivery/expand.ts';
import type { Engine } from '../../hub/delivery/index.ts';
import type { Database } from '../../hub/platform/database/index.ts';
import { operator } from '../../hub/platform/audit.ts';
import { testDatabase } from '../support/database.ts';
import { openDeliveryHouse, type DeliveryHouse } from './house.ts';

let database: Database;
let house: DeliveryHouse;
beforeAll(async () => (database = await testDatabase()), 60_000);
afterAll(() => database.close());
afterEach(async () => {
  expect(house.problems).toEqual([]);
  await house.close();
});

const open = async (options: { rate?: number; chatRate?: number }) =>
  (house = await openDeliveryHouse({ database, ...options }));

/** As the provider saw it, in milliseconds. */
const timesOf = (chat: number) =>
  house.standIn.sent.filter((call) => call.chat === chat).map(({ at }) => at.getTime());

function keepsPace(chat: number, apartMs: number): void {
  const times = timesOf(chat);
  for (const [index, at] of times.slice(1).entries())
    expect(at - times[index]!).toBeGreaterThanOrEqual(apartMs);
}

/** Lets the house's clock run until so many messages came to a chat. */
async function untilShown(chat: number, count: number, engine: Engine): Promise<void> {
  const look = async () => {
    house.pass(100);
    await engine.work();
    return house.standIn.deliveredTo(chat);
  };
  await expect.poll(look, { timeout: 20_000, interval: 100 }).toBe(count);
}

test('parts of one message keep the pace of the chat', async () => {
  await open({ chatRate: 1 });
  await house.members('C1', 1);
  await house.send({ body: 'chữ '.repeat(2_500) });
  const engine = house.engine();
  await engine.work();
  expect(house.standIn.deliveredTo(1001)).toBe(1);
  house.pass(999);
  await engine.work();
  expect(house.standIn.deliveredTo(1001)).toBe(1);
  await untilShown(1001, 3, engine);
  keepsPace(1001, 1_000);
});

test('two notices to one chat keep its pace, whichever process sends them', async () => {
  await open({ chatRate: 1 });
  await house.members('C1', 2);
  const first = await house.send();
  const second = await house.send();
  const [one, other] = [house.engine(), house.engine()];
  await Promise.all([one.work(), other.work()]);
  expect(house.standIn.stats().messages).toBe(2);
  await untilShown(1001, 2, one);
  await untilShown(1002, 2, other);
  for (const chat of [1001, 1002]) keepsPace(chat, 1_000);
  for (const { id } of [first, second])
    expect(await house.notices.status(operator, id)).toMatchObject({
      byStatus: { handed_over: 2 },
      duplicates: 0,
    });
});

test('a broadcast waits for a chat that was just answered; the others do not', async () => {
  await open({ chatRate: 1 });
  await house.members('C1', 2);
  const answered = Date.now();
  await openBudget(database, {}, { telegram: 1 }).chats.spend('telegram', '1001');
  await house.send();
  const engine = house.engine();
  await engine.work();
  expect(house.standIn.deliveredTo(1002)).toBe(1);
  await untilShown(1001, 1, engine);
  expect(timesOf(1001)[0]! - answered).toBeGreaterThanOrEqual(1_000);
});

test('a chat that is not free for as long as the notice is of use gets it another way, or not at all', async () => {
  await open({ chatRate: 1 });
  await house.members('C1', 1);
  await openBudget(database, {}, { telegram: 1 }).limited('telegram', '1001', 600_000);
  const { id } = await house.send({ expiresAt: new Date(house.now().getTime() + 60_000) });
  await house.engine().work();
  expect(await house.notices.status(operator, id)).toMatchObject({
    byStatus: { cancelled: 1, unreachable: 1 },
  });
  expect(house.standIn.deliveredTo(1001)).toBe(0);
});

test('a small cell does not wait behind a large one: units take turns', async () => {
  await open({ rate: 100 });
  await house.members('C1', 120);
  await house.members('C2', 5, { prefix: 'B', firstAddress: 2001 });
  await house.send();
  const engine = house.engine();
  const working = engine.work();
  await expect.poll(() => house.standIn.stats().messages).toBeGreaterThan(10);
  const small = await house.send({ unit: 'C2' });
  const rung = engine.work();
  await expect
    .poll(async () => (await house.notices.status(operator, small.id)).byStatus.handed_over, {
      timeout: 15_000,
    })
    .toBe(5);
  expect(house.standIn.stats().messages).toBeLessThan(125);
  await Promise.all([working, rung]);
});

test('the rate of the bot is kept in any second, and used', async () => {
  await open({ rate: 50 });
  await house.members('C1', 100);
  await house.send();
  await Promise.all([house.engine().work(), house.engine().work()]);
  const times = house.standIn.sent.map((call) => call.at.getTime()).sort((a, b) => a - b);
  const busiest = Math.max(
    ...times.map((from) => times.filter((at) => at >= from && at < from + 1_000).length),
  );
  expect(times).toHaveLength(100);
  // The stand-in shares our process: what it answers late, it also sees late. A few at once are forgiven.
  expect(busiest).toBeLessThanOrEqual(55);
});

test('a small cell does not wait behind many whose moment has come, either', async () => {
  await open({ rate: 100 });
  await house.members('C1', 80);
  await house.members('C2', 5, { prefix: 'B', firstAddress: 2001 });
  const { id } = await house.send();
  await expandOneSlice(database, ['telegram'], house.now());
  await database.query('update delivery set next_at = $2 where notice_id = $1', [id, house.now()]);
  await database.query('update dispatch set exhausted = true where notice_id = $1', [id]);
  const engine = house.engine();
  const small = await house.send({ unit: 'C2' });
  const working = engine.work();
  const handedOver = async () => (await house.notices.status(operator, small.id)).byStatus.handed_over;
  await expect.poll(handedOver, { timeout: 15_000 }).toBe(5);
  expect(house.standIn.stats().messages).toBeLessThan(85);
  await working;
});

test('whose turns cannot be taken is asked a second later, and nothing of it is a doubt', async () => {
  house = await openDeliveryHouse({ database, chatRate: 1 });
  await house.members('C1', 5);
  const { id } = await house.send();
  await database.query('alter table chat_budget rename to chat_budget_away');
  await house.engine().work();
  await database.query('alter table chat_budget_away rename to chat_budget');
  expect(await house.notices.status(operator, id)).toMatchObject({
    byStatus: { created: 5, handed_over: 0 },
    inDoubt: 0,
  });
  expect(house.problems.splice(0)).not.toHaveLength(0);
  house.pass(1_000);
  await house.engine().work();
  expect(await house.notices.status(operator, id)).toMatchObject({
    byStatus: { created: 0, handed_over: 5 },
    duplicates: 0,
  });
});
