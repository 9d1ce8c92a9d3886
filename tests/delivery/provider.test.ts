import { operator } from '../../hub/platform/audit.ts';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Channel, Outgoing } from '../../hub/channels/index.ts';
import { claimDue } from '../../hub/delivery/claim.ts';
import type { Database } from '../../hub/platform/database/index.ts';
import { testDatabase } from '../support/database.ts';
import { openDeliveryHouse, type DeliveryHouse } from './house.ts';

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

const statusOf = (id: string) => house.notices.status(operator, id);
const shown = (...addresses: number[]) => addresses.map((address) => house.standIn.deliveredTo(address));

test('a limited chat waits exactly as long as it was told, the others do not', async () => {
  await house.members('C1', 3);
  house.standIn.fault({ chat: 1002, kind: { status: 429, retryAfter: 7 } });
  const { id } = await house.send();
  const engine = house.engine();
  await engine.work();
  expect(shown(1001, 1002, 1003)).toEqual([1, 0, 1]);
  house.pass(6_999);
  await engine.work();
  expect(shown(1002)).toEqual([0]);
  house.pass(1);
  await engine.work();
  expect(shown(1002)).toEqual([1]);
  expect(await statusOf(id)).toMatchObject({
    duplicates: 0,
    inDoubt: 0,
    byStatus: { handed_over: 3, unreachable: 1 },
  });
});

test('two chats limited within two seconds pause the whole bot for as long as was said', async () => {
  await house.members('C1', 2);
  for (const chat of [1001, 1002]) house.standIn.fault({ chat, kind: { status: 429, retryAfter: 1 } });
  await house.send();
  const engine = house.engine();
  const limited = Date.now();
  await engine.work();
  await house.members('C2', 1, { prefix: 'B', firstAddress: 2001 });
  house.pass(5_000);
  await house.send({ unit: 'C2' });
  await engine.work();
  expect(shown(1001, 1002, 2001)).toEqual([1, 1, 1]);
  const { sent } = house.standIn;
  // The second began after the provider had said no, which was after we began to ask.
  expect(sent[0]!.at.getTime() - limited).toBeGreaterThanOrEqual(1_000);
});

test('limits do not use up the attempts', async () => {
  await house.members('C1', 1);
  house.standIn.fault({ chat: 1001, times: 8, kind: { status: 429, retryAfter: 1 } });
  const { id } = await house.send();
  const engine = house.engine();
  for (let round = 0; round < 9; round += 1) {
    await engine.work();
    house.pass(1_000);
  }
  expect(await statusOf(id)).toMatchObject({ byStatus: { handed_over: 1 } });
});

test('a server error is tried again, and given up after five attempts as failed, by name', async () => {
  await house.members('C1', 2);
  house.standIn.fault({ chat: 1001, times: 3, kind: { status: 502 } });
  house.standIn.fault({ chat: 1002, times: 'always', kind: { status: 500 } });
  const { id } = await house.send();
  const engine = house.engine();
  for (let round = 0; round < 8; round += 1) {
    await engine.work();
    house.pass(60_000);
  }
  expect(shown(1001, 1002)).toEqual([1, 0]);
  expect(house.standIn.calls['sendMessage']).toBe(4 + 5);
  expect(await statusOf(id)).toMatchObject({
    byStatus: { handed_over: 1, failed: 1 },
    failed: ['A002'],
    duplicates: 0,
  });
});

test.each([
  ['hangs after showing the message', { hang: true, deliver: true }, 2],
  ['hangs without showing it', { hang: true, deliver: false }, 1],
  ['drops the line after showing it', { drop: true, deliver: true }, 2],
  ['answers with garbage after showing it', { garbage: true, deliver: true }, 2],
] as const)('a provider that %s leaves a doubt, which is sent again and counted', async (_, kind, times) => {
  await house.members('C1', 2);
  house.standIn.fault({ chat: 1001, kind });
  const { id } = await house.send();
  const engine = house.engine();
  await engine.work();
  expect(await statusOf(id)).toMatchObject({
    inDoubt: 1,
    duplicates: 0,
    byStatus: { created: 1, handed_over: 1 },
  });
  house.pass(60_000);
  await engine.work();
  expect(await statusOf(id)).toMatchObject({
    inDoubt: 0,
    duplicates: 1,
    byStatus: { created: 0, handed_over: 2 },
  });
  expect(shown(1001, 1002)).toEqual([times, 1]);
});

test('a provider out of reach was not asked: no doubt, and no duplicate when it is back', async () => {
  await house.members('C1', 3);
  const { id } = await house.send();
  const engine = house.engine();
  await house.standIn.close();
  await engine.work();
  expect(await statusOf(id)).toMatchObject({ inDoubt: 0, byStatus: { created: 3 } });
  await house.standIn.listen();
  house.pass(60_000);
  await engine.work();
  expect(await statusOf(id)).toMatchObject({ duplicates: 0, byStatus: { handed_over: 3 } });
});

test('who has blocked us is unreachable and not asked again for the next notice', async () => {
  await house.members('C1', 2);
  house.standIn.user(1001).start();
  house.standIn.user(1001).block();
  const first = await house.send();
  const engine = house.engine();
  await engine.work();
  expect(await statusOf(first.id)).toMatchObject({
    byStatus: { handed_over: 1, unreachable: 2 },
    unreachable: ['A001', 'S'],
  });
  const asked = house.standIn.requests.received;
  const second = await house.send();
  await engine.work();
  expect(house.standIn.requests.received - asked).toBe(1);
  expect(await statusOf(second.id)).toMatchObject({ byStatus: { handed_over: 1, unreachable: 2 } });
});

test('a chat that has moved is followed to its new address, now and for the next notice', async () => {
  await house.members('C1', 1);
  house.standIn.fault({ chat: 1001, kind: { migrateTo: 5001 } });
  const { id } = await house.send();
  const engine = house.engine();
  await engine.work();
  await house.send();
  await engine.work();
  expect(shown(1001, 5001)).toEqual([0, 2]);
  expect(await statusOf(id)).toMatchObject({ byStatus: { handed_over: 1 }, duplicates: 0 });
});

test('a message in several parts goes on at the part that did not go', async () => {
  await house.members('C1', 1);
  const body = Array.from({ length: 30 }, (_, n) => `Đoạn ${n + 1}. ${'nội dung '.repeat(40)}`).join('\n\n');
  house.standIn.fault({ chat: 1001, after: 2, kind: { status: 500 } });
  const { id } = await house.send({ body });
  const engine = house.engine();
  await engine.work();
  expect(await statusOf(id)).toMatchObject({ byStatus: { created: 1 } });
  house.pass(60_000);
  await engine.work();

  const parts = house.standIn
    .user(1001)
    .inbox.map((message) => /\((\d+)\/(\d+)\)$/.exec(message.text)?.slice(1, 3));
  const total = parts.length;
  expect(total).toBeGreaterThan(2);
  expect(parts).toEqual(Array.from({ length: total }, (_, n) => [String(n + 1), String(total)]));
  const whole = house.standIn
    .user(1001)
    .inbox.map((message) => message.text)
    .join('\n');
  for (let n = 1; n <= 30; n += 1) expect(whole).toContain(`Đoạn ${n}. nội dung`);
  expect(house.standIn.user(1001).inbox.map((message) => message.buttons.length)).toEqual([
    ...Array(total - 1).fill(0),
    1,
  ]);
});

test('a file goes up once, afterwards by its id, and the text with the button comes last', async () => {
  await house.members('C1', 40);
  const content = Buffer.from('%PDF-1.4 kế hoạch');
  await house.send({ attachments: [{ name: 'Kế hoạch số 27.pdf', mediaType: 'application/pdf', content }] });
  const engine = house.engine();
  await engine.work();

  const inbox = house.standIn.user(1001).inbox;
  expect(inbox.map((message) => message.document?.name ?? message.buttons[0]?.text)).toEqual([
    'Kế hoạch số 27.pdf',
    'Đã nắm',
  ]);
  const files = new Set(
    Array.from({ length: 40 }, (_, n) => house.standIn.user(1001 + n).inbox[0]?.document?.fileId),
  );
  expect(files.size).toBe(1);
  expect(house.standIn.file([...files][0]!)?.bytes?.equals(content)).toBe(true);
});

test('two workers share one broadcast and nobody gets it twice', async () => {
  await house.members('C1', 100);
  house.standIn.latencyMs = 20;
  const { id } = await house.send();
  await Promise.all([house.engine().work(), house.engine().work()]);
  expect(await statusOf(id)).toMatchObject({ duplicates: 0, byStatus: { handed_over: 100 } });
  expect(house.standIn.stats().messages).toBe(100);
});

test('a lost doorbell costs time, not messages: the sweep finds the work', async () => {
  await house.members('C1', 2);
  const { id } = await house.send();
  house.engine().start();
  await expect.poll(async () => (await statusOf(id)).byStatus.handed_over, { timeout: 15_000 }).toBe(2);
});

test('an acknowledgement while the answer is awaited settles the row, and others are not held up', async () => {
  await house.members('C1', 2);
  house.standIn.fault({ chat: 1001, kind: { hang: true, deliver: true } });
  house.standIn.fault({ chat: 1002, kind: { status: 429, retryAfter: 5 } });
  const { id } = await house.send();
  const engine = house.engine();
  const working = engine.work();
  await expect.poll(() => house.standIn.stats().messages).toBe(1);
  await house.notices.acknowledge(await house.idOf('A001'), id);
  await working;
  house.pass(60_000);
  await engine.work();
  expect(shown(1001, 1002)).toEqual([1, 1]);
  expect(await statusOf(id)).toMatchObject({
    byStatus: { acknowledged: 1, handed_over: 1 },
    inDoubt: 0,
    duplicates: 0,
  });
});

test('rows that are due are claimed no further than the budget allows', async () => {
  await house.members('C1', 40);
  house.standIn.fault({ times: 40, kind: { status: 429, retryAfter: 1 } });
  await house.send();
  await house.engine().work();
  house.pass(10_000);
  const options = { channel: 'telegram', limit: 5, worker: 'test', now: house.now() } as const;
  const batch = await claimDue(house.database, options);
  expect(batch?.rows).toHaveLength(5);
});

test('an answer that cannot be written down for a while is written down later, and nobody is asked twice', async () => {
  await house.members('C1', 5);
  await house.database.query(
    `create function refuse() returns trigger as 'begin raise exception ''full''; end' language plpgsql`,
  );
  await house.database.query(
    'create trigger refuse before update on delivery for each row execute function refuse()',
  );
  const { id } = await house.send();
  const working = house.engine().work();
  await expect.poll(() => house.problems.length).toBeGreaterThan(1);
  await house.database.query('drop trigger refuse on delivery');
  await working;
  expect(await statusOf(id)).toMatchObject({ byStatus: { handed_over: 5 }, duplicates: 0 });
  expect(house.standIn.stats().messages).toBe(5);
  house.problems.length = 0;
});

test('a batch whose worker fell silent is taken up again, counted, and not when the notice was cancelled', async () => {
  await house.members('C1', 4);
  const kept = await house.send();
  const cancelled = await house.send();
  // A worker that claims and is gone before it asks: expanded by a real engine that reaches nobody.
  house.standIn.fault({ times: 'always', kind: { status: 429, retryAfter: 1 } });
  const engine = house.engine();
  await engine.work();
  house.pass(5_000);
  for (let n = 0; n < 2; n += 1) {
    const options = { channel: 'telegram', limit: 100, worker: 'gone', now: house.now() } as const;
    expect((await claimDue(house.database, options))?.rows).toHaveLength(4);
  }
  expect((await house.notices.cancel(operator, cancelled.id)).cancelled).toBe(0);
  await house.database.query(`update delivery_batch set lease_until = now() - interval '1 second'`);
  house.standIn.clearFaults();
  engine.start();
  await expect.poll(async () => (await statusOf(kept.id)).byStatus.handed_over, { timeout: 15_000 }).toBe(4);
  expect(await statusOf(kept.id)).toMatchObject({ duplicates: 4, inDoubt: 0 });
  expect(await statusOf(cancelled.id)).toMatchObject({ byStatus: { failed: 4, handed_over: 0 } });
  expect(house.standIn.stats().messages).toBe(4);
});

test('a worker told to stop releases what it has not asked, and another finishes it without a repeat', async () => {
  await house.close();
  house = await openDeliveryHouse({ database, rate: 40 });
  await house.members('C1', 60);
  const { id } = await house.send();
  const first = house.engine();
  const working = first.work();
  await expect.poll(() => house.standIn.stats().messages).toBeGreaterThan(5);
  await first.stop(5_000);
  await working;
  expect(house.standIn.stats().messages).toBeLessThan(60);
  await house.engine().work();
  expect(await statusOf(id)).toMatchObject({ duplicates: 0, byStatus: { handed_over: 60 } });
});

test('a channel that refuses hands over to the next one the member has', async () => {
  await house.close();
  const web = inMemoryChannel();
  house = await openDeliveryHouse({ database, more: [web] });
  await house.members('C1', 2);
  await house.link('A001', 77, 'web');
  house.standIn.user(1001).start();
  house.standIn.user(1001).block();
  const { id } = await house.send();
  await house.engine().work();
  expect(web.shown.map(({ address }) => address)).toEqual(['77']);
  expect(await statusOf(id)).toMatchObject({
    byStatus: { handed_over: 2, unreachable: 1 },
    byChannel: { telegram: 1, web: 1 },
  });
});

test('a wait that outlasts the notice goes to the next channel at once', async () => {
  await house.close();
  const web = inMemoryChannel();
  house = await openDeliveryHouse({ database, more: [web] });
  await house.members('C1', 2);
  await house.link('A001', 77, 'web');
  for (const chat of [1001, 1002]) house.standIn.fault({ chat, kind: { status: 429, retryAfter: 600 } });
  const { id } = await house.send({ expiresAt: new Date(house.now().getTime() + 60_000) });
  await house.engine().work();
  expect(web.shown.map(({ address }) => address)).toEqual(['77']);
  expect(await statusOf(id)).toMatchObject({ byStatus: { handed_over: 1, cancelled: 1, unreachable: 1 } });
});

/** A second way to reach people, as small as the port allows; it has no buttons. */
function inMemoryChannel(): Channel & { shown: Outgoing[] } {
  const messages: Outgoing[] = [];
  return {
    name: 'web',
    limits: { textUnits: 1_000, buttons: 0, fileBytes: 1_000 },
    shown: messages,
    async send(outgoing) {
      messages.push(outgoing);
      return { kind: 'sent', providerId: String(messages.length) };
    },
    async close() {},
  };
}
