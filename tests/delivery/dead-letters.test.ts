import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { operator } from '../../hub/platform/audit.ts';
import type { Database } from '../../hub/platform/database/index.ts';
import { testDatabase } from '../support/database.ts';
import { openDeliveryHouse, type DeliveryHouse } from './house.ts';

const dayMs = 86_400_000;
let database: Database;
let house: DeliveryHouse;
beforeAll(async () => (database = await testDatabase()), 60_000);
afterAll(() => database.close());
beforeEach(async () => {
  house = await openDeliveryHouse({ database });
});
afterEach(async () => {
  expect(house.problems).toEqual([]);
  await house.close();
});

/** Two of C1 and one of C2 have blocked the bot; S and O never had a chat. */
async function threeBlocked() {
  await house.members('C1', 4);
  await house.members('C2', 2, { prefix: 'B', firstAddress: 2001 });
  for (const chat of [1001, 1002, 2001]) house.standIn.user(chat).block();
  const { id } = await house.send({ unit: 'X' });
  await house.engine().work();
  return id;
}

test('dead letters stand by kind and by name, for each within the own reach', async () => {
  const id = await threeBlocked();

  expect(await house.delivery.deadByKind(operator)).toEqual([
    { channel: 'telegram', reason: 'blocked', count: 3 },
    { channel: null, reason: 'no-channel', count: 1 },
  ]);
  const { items, next } = await house.delivery.dead(operator, { reason: 'blocked' });
  expect(items.map(({ member }) => member).sort()).toEqual(['A001', 'A002', 'B001']);
  expect(items[0]).toMatchObject({
    noticeId: id,
    title: 'Thông báo',
    status: 'unreachable',
    channel: 'telegram',
    hasChat: false,
  });
  expect(items[0]!.reason).toMatch(/^blocked: /);
  expect(next).toBeNull();

  const secretary = await house.actor('S');
  expect(await house.delivery.deadByKind(secretary)).toEqual([
    { channel: 'telegram', reason: 'blocked', count: 2 },
    { channel: null, reason: 'no-channel', count: 1 },
  ]);
  expect(
    (await house.delivery.dead(secretary, { notice: id })).items.map(({ member }) => member).sort(),
  ).toEqual(['A001', 'A002', 'S']);
  expect(await house.delivery.deadByKind(await house.actor('A003'))).toEqual([]);
});

test('a long list comes page by page, each person once', async () => {
  await house.members('C1', 5, { unlinked: 5 });
  const { id } = await house.send();
  await house.engine().work();
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await house.delivery.dead(operator, { notice: id }, { limit: 2, after });
    seen.push(...page.items.map(({ member }) => member));
    after = page.next ?? undefined;
  } while (after);
  expect(seen.sort()).toEqual(['A001', 'A002', 'A003', 'A004', 'A005', 'S']);
});

test('one is sent again, and reaches the phone', async () => {
  const id = await threeBlocked();
  house.standIn.user(1001).unblock();
  await house.people.chats.unblock('telegram', '1001');
  await expect(house.delivery.replay(operator, { notice: id, member: 'A002' })).rejects.toMatchObject({
    code: 'delivery.nobody-to-resend',
  });

  expect(await house.delivery.replay(await house.actor('S'), { notice: id, member: 'A001' })).toEqual({
    replayed: 1,
  });
  await house.engine().work();

  expect(house.standIn.deliveredTo(1001)).toBe(1);
  expect((await house.notices.status(operator, id)).unreachable).toEqual(['A002', 'B001', 'S']);
  const [entry] = await house.notices.historyOf(operator, id);
  expect(entry).toMatchObject({ action: 'delivery.replayed', facts: { replayed: 1 }, actor: 'S' });
});

test('all of a kind are sent again, exactly as many as were told, and only within the own reach', async () => {
  const id = await threeBlocked();
  for (const chat of [1001, 1002, 2001]) {
    house.standIn.user(chat).unblock();
    await house.people.chats.unblock('telegram', String(chat));
  }
  const kind = { reason: 'blocked' };
  await house.database.query(
    `insert into channel_health (channel, state, changed_at) values ('telegram', 'open', $1)`,
    [house.now()],
  );
  expect(await house.delivery.replayable(operator, kind), 'on a channel that does not answer').toBe(0);
  await house.database.query('delete from channel_health');
  expect(await house.delivery.replayable(operator, kind)).toBe(3);
  const secretary = await house.actor('S');
  expect(await house.delivery.replayable(secretary, kind)).toBe(2);
  await expect(house.delivery.replay(secretary, kind, { expected: 3 })).rejects.toMatchObject({
    code: 'delivery.resend-changed',
    facts: { count: 2 },
  });
  expect((await house.notices.status(operator, id)).byStatus).toMatchObject({ created: 0, unreachable: 4 });

  expect(await house.delivery.replay(secretary, kind, { expected: 2 })).toEqual({ replayed: 2 });
  await house.engine().work();

  expect([1001, 1002, 2001].map((chat) => house.standIn.deliveredTo(chat))).toEqual([1, 1, 0]);
  await expect(house.delivery.replay(secretary, kind)).rejects.toMatchObject({
    code: 'delivery.nobody-to-resend',
  });
  await expect(house.delivery.replay(await house.actor('A003'), kind)).rejects.toMatchObject({
    code: 'may.not',
  });
});

test('what was cancelled, is stale, was told in person or is older than a month is not sent again', async () => {
  await house.members('C1', 2);
  house.standIn.user(1001).block();
  const expiresAt = new Date(house.now().getTime() + dayMs);
  const cancelled = await house.send({ title: 'Đã hủy' });
  const stale = await house.send({ title: 'Có hạn', expiresAt });
  const told = await house.send({ title: 'Đã báo' });
  await house.engine().work();
  house.standIn.user(1001).unblock();
  await house.notices.cancel(operator, cancelled.id);
  await house.notices.told(await house.actor('S'), told.id, 'A001');
  await house.people.chats.unblock('telegram', '1001');
  const replayable = async ({ id }: { id: string }) =>
    await house.delivery.replayable(operator, { notice: id });
  expect(await Promise.all([cancelled, stale, told].map(replayable))).toEqual([0, 1, 0]);
  house.pass(2 * dayMs);
  expect(await replayable(stale)).toBe(0);
  house.pass(40 * dayMs);
  expect(await house.delivery.deadByKind(operator)).toEqual([]);
});
