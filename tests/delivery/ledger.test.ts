import { operator } from '../../hub/platform/audit.ts';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { claimNext } from '../../hub/delivery/claim.ts';
import { expandOneSlice } from '../../hub/delivery/expand.ts';
import { statuses } from '../../hub/delivery/index.ts';
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

/** The figures of a status that are not zero. */
async function figures(id: string) {
  const status = await house.notices.status(operator, id);
  const sum = statuses.reduce((total, name) => total + status.byStatus[name], 0);
  expect(sum, 'the ledger adds up').toBe(status.recipients);
  return Object.fromEntries(Object.entries(status.byStatus).filter(([, count]) => count > 0));
}

test('before anything has gone every recipient is created, afterwards handed over or unreachable', async () => {
  await house.members('C1', 5, { unlinked: 2 });
  const { id, recipients } = await house.send();
  expect(recipients).toBe(6);
  expect(await figures(id)).toEqual({ created: 6 });

  await house.engine().work();

  expect(await figures(id)).toEqual({ handed_over: 3, unreachable: 3 });
  const status = await house.notices.status(operator, id);
  expect(status.byChannel).toEqual({ telegram: 3 });
  expect(status.unreachable).toEqual(['A004', 'A005', 'S']);
  expect(house.standIn.user(1001).inbox.map((message) => message.text)).toEqual([
    expect.stringContaining('Kính gửi đồng chí 1,\n\nThông báo\nChi bộ 1\n\nNội dung') as string,
  ]);
});

test('an acknowledgement counts once, in person or by the member, and nobody else may give it', async () => {
  const [first, second] = await house.members('C1', 3);
  const { id } = await house.send();
  await house.engine().work();

  expect(await house.notices.acknowledge(await house.idOf(first!), id)).toMatchObject({ first: true });
  expect(await house.notices.acknowledge(await house.idOf(first!), id)).toMatchObject({ first: false });
  expect(await house.notices.acknowledge(await house.idOf('O'), id)).toBeNull();
  await house.notices.told(await house.actor('S'), id, second!);

  expect(await figures(id)).toEqual({ acknowledged: 2, handed_over: 1, unreachable: 1 });
  expect((await house.notices.status(operator, id)).inPerson).toBe(1);
  await expect(house.notices.told(await house.actor('S'), id, second!)).rejects.toMatchObject({
    code: 'notice.already-acknowledged',
  });
  await expect(house.notices.told(await house.actor('O'), id, 'O')).rejects.toMatchObject({
    code: 'notice.not-for-member',
  });
  await expect(house.notices.told(await house.actor('A001'), id, 'A003')).rejects.toMatchObject({
    code: 'may.not',
  });
});

test('a member who was told in person before the notice went is not sent it any more', async () => {
  await house.members('C1', 3);
  const { id } = await house.send();
  house.standIn.fault({ chat: 1002, kind: { status: 429, retryAfter: 30 } });
  const engine = house.engine();
  await engine.work();
  await house.notices.told(await house.actor('S'), id, 'A002');
  house.pass(60_000);
  await engine.work();

  expect(house.standIn.deliveredTo(1002)).toBe(0);
  expect(await figures(id)).toEqual({ acknowledged: 1, handed_over: 2, unreachable: 1 });
});

test('who is told before a notice goes is not sent it, and nobody without the right makes a row', async () => {
  await house.members('C1', 2);
  const { id } = await house.send({ sendAt: new Date(house.now().getTime() + 3_600_000) });
  await expect(house.notices.told(await house.actor('A002'), id, 'A001')).rejects.toMatchObject({
    code: 'may.not',
  });
  await house.notices.told(await house.actor('S'), id, 'A002');
  await expect(house.notices.told(await house.actor('S'), id, 'A002')).rejects.toMatchObject({
    code: 'notice.already-acknowledged',
  });
  expect(await figures(id)).toEqual({ acknowledged: 1, created: 2 });
  house.pass(3_600_001);
  await house.engine().work();
  expect(await figures(id)).toEqual({ acknowledged: 1, handed_over: 1, unreachable: 1 });
  expect(house.standIn.deliveredTo(1002)).toBe(0);
});

test('a reminder goes only to those who got the notice and were silent, and its answer counts for the notice', async () => {
  await house.members('C1', 4, { unlinked: 1 });
  const { id } = await house.send({ title: 'Nghị quyết tháng 11' });
  const engine = house.engine();
  await engine.work();
  await house.notices.acknowledge(await house.idOf('A001'), id);

  expect(await house.notices.remind(operator, id)).toEqual({ id, reminded: 2 });
  await engine.work();

  expect([1001, 1002, 1003].map((address) => house.standIn.deliveredTo(address))).toEqual([1, 2, 2]);
  const reminder = house.standIn.user(1002).inbox.at(-1)!;
  expect(reminder.text).toContain('Nhắc đồng chí: Nghị quyết tháng 11');
  const original = house.standIn.user(1002).inbox[0]!;
  expect(reminder.buttons[0]?.data).toBe(original.buttons[0]?.data);
  expect(await figures(id)).toEqual({ acknowledged: 1, handed_over: 2, unreachable: 2 });
});

test('a reminder is not sent to somebody who acknowledged before it went', async () => {
  await house.members('C1', 2);
  const { id } = await house.send();
  const engine = house.engine();
  await engine.work();
  await house.notices.remind(operator, id);
  await house.notices.acknowledge(await house.idOf('A001'), id);
  await engine.work();
  expect([1001, 1002].map((address) => house.standIn.deliveredTo(address))).toEqual([1, 2]);
});

test('a notice that asks for no acknowledgement, or was cancelled, cannot be reminded of', async () => {
  await house.members('C1', 1);
  const plain = await house.send({ wantsAck: false });
  await expect(house.notices.remind(operator, plain.id)).rejects.toMatchObject({
    code: 'notice.no-acknowledgement-wanted',
  });
  const cancelled = await house.send();
  await house.notices.cancel(operator, cancelled.id);
  await expect(house.notices.remind(operator, cancelled.id)).rejects.toMatchObject({
    code: 'notice.no-acknowledgement-wanted',
  });
});

test('cancelling stops what has not gone, whether it waits as a slice, behind the cursor or for its moment', async () => {
  await house.members('C1', 3);
  const engine = house.engine();
  const early = await house.send();
  expect(await house.notices.cancel(operator, early.id)).toEqual({ id: early.id, cancelled: 4 });
  await engine.work();
  expect(await figures(early.id)).toEqual({ cancelled: 4 });

  house.standIn.fault({ chat: 1003, kind: { status: 429, retryAfter: 60 } });
  const late = await house.send();
  await engine.work();
  expect(await house.notices.cancel(operator, late.id)).toEqual({ id: late.id, cancelled: 1 });
  expect(await house.notices.cancel(operator, late.id)).toEqual({ id: late.id, cancelled: 0 });
  house.pass(120_000);
  await engine.work();

  expect(await figures(late.id)).toEqual({ cancelled: 1, handed_over: 2, unreachable: 1 });
  expect(house.standIn.deliveredTo(1003)).toBe(0);
});

test('what is being asked at the moment of a cancellation is recorded as what it became', async () => {
  await house.members('C1', 3);
  house.standIn.latencyMs = 400;
  const { id } = await house.send();
  const working = house.engine().work();
  await expect.poll(() => house.standIn.stats().messages).toBe(3);
  expect((await house.notices.cancel(operator, id)).cancelled).toBe(0);
  await working;
  expect(await figures(id)).toEqual({ handed_over: 3, unreachable: 1 });
});

test('a row of another channel that lies in the key range of a batch is not held by it, and is cancelled', async () => {
  await house.members('C1', 3, { unlinked: 3 });
  const members = await Promise.all(
    ['A001', 'A002', 'A003'].map(async (code) => ({ code, id: await house.idOf(code) })),
  );
  const [first, middle, last] = members.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  await house.link(first!.code, 1001);
  await house.link(middle!.code, 77, 'web');
  await house.link(last!.code, 1003);
  const { id } = await house.send();
  await expandOneSlice(house.database, ['telegram', 'web'], house.now());
  const batch = await claimNext(house.database, {
    channel: 'telegram',
    limit: 10,
    worker: 'test',
    now: house.now(),
  });
  expect(batch?.rows).toHaveLength(2);
  expect((await house.notices.cancel(operator, id)).cancelled).toBe(1);
  expect(await figures(id)).toEqual({ created: 2, cancelled: 1, unreachable: 1 });
});

test('a tap that comes before the send was recorded is not lost', async () => {
  await house.members('C1', 1);
  house.standIn.latencyMs = 400;
  const { id } = await house.send();
  const working = house.engine().work();
  await expect.poll(() => house.standIn.stats().messages).toBe(1);
  await house.notices.acknowledge(await house.idOf('A001'), id);
  await working;
  expect(await figures(id)).toEqual({ acknowledged: 1, unreachable: 1 });
});

test('the same key sends once, also at the same moment, and not something else', async () => {
  await house.members('C1', 2);
  const send = () => house.send({ idempotencyKey: 'form-1' });
  const answers = await Promise.all([send(), send(), send()]);
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  await house.engine().work();
  expect(house.standIn.deliveredTo(1001)).toBe(1);
  await expect(house.send({ idempotencyKey: 'form-1', body: 'Khác' })).rejects.toMatchObject({
    code: 'notice.idempotency-conflict',
  });
});

test('a newer notice on the same subject supersedes what has not gone of the older one', async () => {
  await house.members('C1', 2);
  house.standIn.fault({ chat: 1002, kind: { status: 429, retryAfter: 30 } });
  const engine = house.engine();
  const older = await house.send({ subjectKey: 'meeting-12', title: 'Họp 19:00' });
  await engine.work();
  const newer = await house.send({ subjectKey: 'meeting-12', title: 'Họp 19:30' });
  house.pass(60_000);
  await engine.work();

  expect(await figures(older.id)).toEqual({ cancelled: 1, handed_over: 1, unreachable: 1 });
  expect(await figures(newer.id)).toEqual({ handed_over: 2, unreachable: 1 });
  expect(house.standIn.user(1002).inbox.map((message) => message.text.includes('19:30'))).toEqual([true]);
});

test('what waits for its time is superseded whole', async () => {
  await house.members('C1', 2);
  const tomorrow = new Date(house.now().getTime() + 86_400_000);
  const older = await house.send({ subjectKey: 'meeting-12', sendAt: tomorrow });
  await house.send({ subjectKey: 'meeting-12', sendAt: tomorrow, title: 'Đổi giờ' });
  expect(await figures(older.id)).toEqual({ cancelled: 3 });
});

test('the audience is fixed at acceptance: who joins later does not get it, who leaves still does', async () => {
  await house.members('C1', 2);
  const { id } = await house.send({ sendAt: new Date(house.now().getTime() + 3_600_000) });
  await house.members('C1', 1, { prefix: 'B', firstAddress: 2001 });
  const engine = house.engine();
  await engine.work();
  expect(await figures(id)).toEqual({ created: 3 });
  house.pass(3_600_001);
  await engine.work();
  expect(await figures(id)).toEqual({ handed_over: 2, unreachable: 1 });
  expect(house.standIn.deliveredTo(2001)).toBe(0);
});

test('what is stale when its turn comes is cancelled, not sent', async () => {
  await house.members('C1', 2);
  house.standIn.fault({ chat: 1002, kind: { status: 429, retryAfter: 120 } });
  const engine = house.engine();
  const partly = await house.send({ expiresAt: new Date(house.now().getTime() + 60_000) });
  await engine.work();
  const unsent = await house.send({ expiresAt: new Date(house.now().getTime() + 60_000) });
  house.pass(600_000);
  await engine.work();

  expect(await figures(partly.id)).toEqual({ cancelled: 1, handed_over: 1, unreachable: 1 });
  expect(await figures(unsent.id)).toEqual({ cancelled: 2, unreachable: 1 });
  expect(house.standIn.deliveredTo(1002)).toBe(0);
});

test('a member whom nothing reached gets what was missed once they link a chat', async () => {
  await house.members('C1', 1);
  const kept = await house.send();
  const gone = await house.send({ expiresAt: new Date(house.now().getTime() + 60_000) });
  const cancelled = await house.send();
  const engine = house.engine();
  await engine.work();
  await house.notices.cancel(operator, cancelled.id);
  house.pass(3_600_000);
  await house.link('S', 3001);
  await house.notices.deliverMissed(await house.idOf('S'));
  await engine.work();

  expect(house.standIn.deliveredTo(3001)).toBe(1);
  expect(await figures(kept.id)).toEqual({ handed_over: 2 });
  expect(await figures(gone.id)).toEqual({ handed_over: 1, unreachable: 1 });
});

test('a notice to nobody, without words, or beyond the sender is refused and leaves nothing', async () => {
  await expect(house.send({ unit: 'C2' })).rejects.toMatchObject({ code: 'notice.no-recipients' });
  await expect(house.send({ title: '  ' })).rejects.toMatchObject({ code: 'notice.invalid' });
  await expect(house.send({ body: '' })).rejects.toMatchObject({ code: 'notice.invalid' });
  await expect(house.send({ from: 'S', unit: 'X' })).rejects.toMatchObject({ code: 'may.not' });
  await expect(house.send({ body: 'TUYET MAT\nnội dung' })).rejects.toMatchObject({
    code: 'notice.classified',
  });
  const secret = { name: 'a.txt', mediaType: 'text/plain', content: Buffer.from('Số 1\nTỐI MẬT\n') };
  await expect(house.send({ attachments: [secret] })).rejects.toMatchObject({ code: 'notice.classified' });
  const [left] = await house.database.query<{ rows: number }>(
    'select (select count(*) from notice) + (select count(*) from attachment) + (select count(*) from audience_slice) as rows',
  );
  expect(left?.rows).toBe(0);
});

test('in quiet hours an ordinary notice waits for the morning and an urgent one does not', async () => {
  await house.close();
  house = await openDeliveryHouse({ database, quietHours: { fromMinute: 22 * 60, toMinute: 6 * 60 } });
  await house.members('C1', 1);
  house.setNow('2026-11-20T16:30:00Z'); // 23:30 in Hà Nội
  const ordinary = await house.send();
  const urgent = await house.send({ urgent: true });
  const engine = house.engine();
  await engine.work();
  expect(await figures(ordinary.id)).toEqual({ created: 2 });
  expect(await figures(urgent.id)).toEqual({ handed_over: 1, unreachable: 1 });
  house.setNow('2026-11-20T23:11:00Z'); // 06:11, after the longest jitter
  await engine.work();
  expect(await figures(ordinary.id)).toEqual({ handed_over: 1, unreachable: 1 });
});
