import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Channel, Outgoing } from '../../hub/channels/index.ts';
import type { Engine } from '../../hub/delivery/index.ts';
import { drillPatienceMs, patienceMs } from '../../hub/delivery/failover.ts';
import { operator } from '../../hub/platform/audit.ts';
import type { Database } from '../../hub/platform/database/index.ts';
import { testDatabase } from '../support/database.ts';
import { openDeliveryHouse, type DeliveryHouse } from './house.ts';

let database: Database;
let house: DeliveryHouse;
let web: Channel & { shown: Outgoing[] };
let engine: Engine;
beforeAll(async () => (database = await testDatabase()), 60_000);
afterAll(() => database.close());
beforeEach(async () => {
  web = inMemoryWeb();
  house = await openDeliveryHouse({ database, more: [web], sendTimeoutMs: 300 });
  engine = house.engine();
});
afterEach(async () => {
  expect(house.problems).toEqual([]);
  await house.close();
});

const statusOf = (id: string) => house.notices.status(operator, id);
const channel = async (name = 'telegram') =>
  (await house.delivery.channelHealth(operator)).channels.find((health) => health.channel === name);

/** Five with Telegram alone, five with the web beside it, of whom the first prefers Telegram; S has no chat. */
async function tenMembers() {
  await house.members('C1', 10);
  for (let n = 1; n <= 5; n += 1) await house.link(`A00${n}`, 70 + n, 'web');
  // Whoever links last is reached there first: Telegram is put first again.
  await house.database.query(`update chat set preference = case channel when 'telegram' then 0 else 1 end`);
}

const onWeb = () => web.shown.map(({ address }) => address).toSorted();

test('a channel that gives no answers is left at once by all who have another, and the rest wait for it', async () => {
  await tenMembers();
  await house.standIn.close();
  const { id } = await house.send();
  engine.start();
  await expect.poll(onWeb).toEqual(['71', '72', '73', '74', '75']);
  await expect.poll(() => channel()).toMatchObject({ state: 'open', blocked: false, waiting: 5 });
  expect(await statusOf(id)).toMatchObject({
    byStatus: { handed_over: 5, created: 5, unreachable: 1 },
    byChannel: { web: 5 },
    // A closed port was never asked anything: nobody is in doubt.
    duplicates: 0,
    inDoubt: 0,
  });

  // The next notice knows better from the start, and asks Telegram nothing.
  const asked = house.standIn.requests.received;
  const next = await house.send();
  await engine.work();
  expect(await statusOf(next.id)).toMatchObject({ byStatus: { handed_over: 5, created: 5, unreachable: 1 } });
  expect(house.standIn.requests.received).toBe(asked);

  await house.standIn.listen();
  house.pass(60_000);
  await expect.poll(async () => (await statusOf(next.id)).byStatus.handed_over).toBe(10);
  await expect.poll(async () => (await statusOf(id)).byStatus.handed_over).toBe(10);
  expect(await channel()).toMatchObject({ state: 'closed', waiting: 0 });
  expect(house.standIn.stats().messages).toBe(10);
});

test('who waits for a dead channel longer than patience lasts is on the list, and is sent it after all', async () => {
  await tenMembers();
  await house.standIn.close();
  const { id } = await house.send();
  engine.start();
  await expect.poll(() => channel()).toMatchObject({ state: 'open' });
  await expect.poll(async () => (await statusOf(id)).byStatus.handed_over).toBe(5);
  house.pass(patienceMs - 60_000);
  await engine.work();
  expect((await statusOf(id)).byStatus.created).toBe(5);
  house.pass(60_000);
  await expect
    .poll(async () => (await statusOf(id)).unreachable)
    .toEqual(['A006', 'A007', 'A008', 'A009', 'A010', 'S']);
  const dead = await house.delivery.deadByKind(operator, {});
  expect(dead).toContainEqual(expect.objectContaining({ reason: 'channel-down', count: 5 }));

  await house.standIn.listen();
  house.pass(60_000);
  await expect.poll(async () => (await statusOf(id)).byStatus.handed_over).toBe(10);
  expect(await statusOf(id)).toMatchObject({ unreachable: ['S'], duplicates: 0 });
});

test('what became stale while its channel was dead is not sent when the channel is back', async () => {
  await tenMembers();
  await house.standIn.close();
  const { id } = await house.send({ expiresAt: new Date(house.now().getTime() + 120_000) });
  engine.start();
  await expect.poll(onWeb).toHaveLength(5);
  house.pass(patienceMs);
  await expect.poll(async () => (await statusOf(id)).byStatus.cancelled).toBe(5);
  await house.standIn.listen();
  house.pass(60_000);
  await expect.poll(() => channel()).toMatchObject({ state: 'closed' });
  expect(house.standIn.stats().messages).toBe(0);
});

test('a refused token is the channel’s fault: nobody’s attempts are used up, and everybody gets it in the end', async () => {
  await tenMembers();
  const fault = house.standIn.fault({ times: 'always', kind: { status: 401 } });
  const { id } = await house.send();
  engine.start();
  await expect.poll(() => channel()).toMatchObject({ state: 'open', needsPerson: 'bot-refused-401' });
  await expect.poll(onWeb).toHaveLength(5);
  for (let minute = 0; minute < 8; minute += 1) {
    house.pass(60_000);
    await engine.work();
  }
  fault.remove();
  house.pass(60_000);
  await expect.poll(async () => (await statusOf(id)).byStatus.handed_over).toBe(10);
  expect(await statusOf(id)).toMatchObject({ duplicates: 0, inDoubt: 0 });
});

test('one person’s trouble, or everybody’s own, does not open the breaker', async () => {
  await house.members('C1', 6);
  for (const chat of [1001, 1002, 1003, 1004])
    house.standIn.fault({ chat, times: 3, kind: { hang: true, deliver: false } });
  const { id } = await house.send();
  for (let round = 0; round < 5; round += 1) {
    await engine.work();
    house.pass(60_000);
  }
  expect(await channel()).toMatchObject({ state: 'closed' });
  expect(await statusOf(id)).toMatchObject({ byStatus: { handed_over: 6 } });
});

test('a blocked channel is a black hole: everybody ends elsewhere or on the list, and it all goes when it is over', async () => {
  await tenMembers();
  expect(await house.delivery.drillChannel(operator, 'telegram', 'blocked')).toEqual({
    channel: 'telegram',
    state: 'blocked',
  });
  const { id } = await house.send();
  engine.start();
  await expect.poll(onWeb).toEqual(['71', '72', '73', '74', '75']);
  expect(await channel()).toMatchObject({ state: 'open', blocked: true, reason: 'drill' });
  expect(house.standIn.requests.received).toBe(0);
  house.pass(drillPatienceMs);
  await expect
    .poll(async () => (await statusOf(id)).byStatus)
    .toMatchObject({
      created: 0,
      handed_over: 5,
      unreachable: 6,
    });

  await house.delivery.drillChannel(operator, 'telegram', 'unblocked');
  house.pass(10_000);
  await expect.poll(async () => (await statusOf(id)).byStatus.handed_over).toBe(10);
  const { duplicates, unreachable } = await statusOf(id);
  expect(unreachable).toEqual(['S']);
  // A silent network leaves doubt, and sends after a doubt are counted though nobody was shown anything twice.
  expect(duplicates).toBe(10);
  expect(house.standIn.stats().messages).toBe(5);
  const deeds = await house.database.query<{ action: string }>(
    `select action from audit_entry where action like 'channel.%' order by at`,
  );
  expect(deeds.map(({ action }) => action)).toEqual(['channel.blocked', 'channel.unblocked']);
});

test('only the operator may hold a drill', async () => {
  await house.members('C1', 1);
  await expect(
    house.delivery.drillChannel(await house.actor('S'), 'telegram', 'blocked'),
  ).rejects.toMatchObject({ code: 'may.not' });
});

test('the clock of the hub put back by an hour does not keep a channel out that answers again', async () => {
  await tenMembers();
  await house.standIn.close();
  const { id } = await house.send();
  engine.start();
  await expect.poll(() => channel()).toMatchObject({ state: 'open' });
  await house.standIn.listen();
  house.pass(-3_600_000);
  await expect.poll(() => channel()).toMatchObject({ state: 'closed' });
  house.pass(3_600_000 + 60_000);
  await expect.poll(async () => (await statusOf(id)).byStatus.handed_over).toBe(10);
});

test('waits for a moment are shortened by as much as the clock was put back', async () => {
  await house.members('C1', 2);
  house.standIn.fault({ chat: 1001, kind: { status: 429, retryAfter: 7 } });
  const { id } = await house.send();
  engine.start();
  await expect.poll(async () => (await statusOf(id)).byStatus.handed_over).toBe(1);
  house.pass(-3_600_000);
  const due = async () => {
    const [row] = await database.query<{ at: Date }>(
      'select next_at as at from delivery where next_at is not null',
    );
    return row && row.at.getTime() - house.now().getTime();
  };
  // The clock of a test stands still between two sweeps: that much is taken off too.
  await expect.poll(due).toBeLessThanOrEqual(7_000);
  house.pass(7_000);
  await expect.poll(async () => (await statusOf(id)).byStatus.handed_over).toBe(2);
});

test('the clock put forward by an hour makes waits shorter, which the provider corrects: nobody is skipped', async () => {
  await house.members('C1', 3);
  house.standIn.fault({ chat: 1002, times: 2, kind: { status: 429, retryAfter: 7 } });
  const { id } = await house.send();
  await engine.work();
  house.pass(3_600_000);
  await engine.work();
  const shown = () => [1001, 1002, 1003].map((address) => house.standIn.deliveredTo(address));
  expect(shown()).toEqual([1, 0, 1]);
  // Asked too early it was told to wait again; by the right clock that is an hour and seven seconds from now.
  house.pass(-3_600_000);
  house.pass(3_600_000 + 7_000);
  await engine.work();
  expect(shown()).toEqual([1, 1, 1]);
  expect(await statusOf(id)).toMatchObject({ duplicates: 0, byStatus: { handed_over: 3, unreachable: 1 } });
});

test('a channel that cannot carry a file is not asked: the next one takes the notice', async () => {
  await house.members('C1', 2);
  await house.link('A001', 77, 'web');
  await database.query(`update chat set preference = case channel when 'web' then 0 else 1 end`);
  const content = Buffer.from(`%PDF-1.4 ${'x'.repeat(2_000)}`);
  const attachments = [{ name: 'Kế hoạch.pdf', mediaType: 'application/pdf', content }];
  const { id } = await house.send({ attachments });
  await engine.work();
  expect(web.shown).toEqual([]);
  expect(await statusOf(id)).toMatchObject({ byChannel: { telegram: 2 } });
});

/** A second way to reach people, as small as the port allows. */
function inMemoryWeb(): Channel & { shown: Outgoing[] } {
  const shown: Outgoing[] = [];
  return {
    name: 'web',
    limits: { textUnits: 1_000, buttons: 0, fileBytes: 1_000 },
    shown,
    async send(outgoing) {
      shown.push(outgoing);
      return { kind: 'sent', providerId: String(shown.length) };
    },
    async close() {},
  };
}
