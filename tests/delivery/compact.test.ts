import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { operator } from '../../hub/platform/audit.ts';
import { statuses } from '../../hub/delivery/index.ts';
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

/** What the office reads of a notice: figures in all and by unit, the line in its list, the sheet's length. */
async function read(id: string, code = 'O') {
  const by = await house.actor(code);
  const status = await house.notices.status(by, id);
  const units = await house.notices.byUnit(by, id);
  const [line] = (await house.notices.list(by)).filter((each) => each.id === id);
  const { unreachable, failed, ...figures } = status;
  return {
    figures,
    units: units.map(({ unit, ...tally }) => ({ code: unit?.code, ...tally })),
    line: line && { ...line, notYet: undefined },
    named: { unreachable, failed },
  };
}

async function rowsOf(id: string): Promise<number> {
  const [row] = await house.database.query<{ count: number }>(
    'select count(*) as count from delivery where notice_id = $1',
    [id],
  );
  return row!.count;
}

const compact = (olderThanDays = 180) => house.notices.compact(operator, { olderThanDays });

/** A notice to the commune: some acknowledge, one is told, one has no chat, in two cells. */
async function oldNotice() {
  await house.members('C1', 4, { unlinked: 1 });
  await house.members('C2', 3, { prefix: 'B', firstAddress: 2001 });
  const { id } = await house.send({ unit: 'X' });
  await house.engine().work();
  for (const code of ['A001', 'B001']) await house.notices.acknowledge(await house.idOf(code), id);
  await house.notices.told(await house.actor('S'), id, 'A004');
  await settled();
  return id;
}

/** The engine closes what is finished when it sweeps. */
async function settled() {
  const { settle } = await import('../../hub/delivery/sweep.ts');
  await settle(house.database);
}

test('a compacted notice adds up as before, in all, by unit, for a secretary and in the list', async () => {
  const id = await oldNotice();
  house.pass(200 * dayMs);
  const before = await read(id);
  const secretaryBefore = await read(id, 'S');
  expect(before.named.unreachable).toEqual(['S']);

  expect(await compact()).toEqual({ notices: 1, deliveries: 8 });

  expect(await rowsOf(id)).toBe(0);
  const after = await read(id);
  expect(after.figures).toEqual(before.figures);
  expect(after.units).toEqual(before.units);
  expect(after.line).toEqual(before.line);
  expect(statuses.reduce((sum, name) => sum + after.figures.byStatus[name], 0)).toBe(8);
  expect(after.figures).toMatchObject({
    inPerson: 1,
    byStatus: { acknowledged: 3, handed_over: 4, unreachable: 1 },
  });
  const secretary = await read(id, 'S');
  expect(secretary.figures).toEqual(secretaryBefore.figures);
  expect(secretary.units).toEqual(secretaryBefore.units);
  expect(secretary.line).toEqual(secretaryBefore.line);
});

test('names are left of those who acknowledged, with when and by whom, and the sheet still adds up', async () => {
  const id = await oldNotice();
  const acknowledgedAt = house.now();
  house.pass(200 * dayMs);
  await compact();

  const named = await house.notices.recipientsOf(operator, id);
  expect(named.map(({ member, unit, status, at, toldBy }) => ({ member, unit, status, at, toldBy }))).toEqual(
    [
      { member: 'A001', unit: 'C1', status: 'acknowledged', at: acknowledgedAt, toldBy: null },
      {
        member: 'A004',
        unit: 'C1',
        status: 'acknowledged',
        at: acknowledgedAt,
        toldBy: await house.idOf('S'),
      },
      { member: 'B001', unit: 'C2', status: 'acknowledged', at: acknowledgedAt, toldBy: null },
    ],
  );
  expect(await house.notices.recipientsOf(operator, id, { notYet: true })).toEqual([]);
  const { content } = await house.notices.exportRecipients(operator, id, 'csv');
  const lines = content.toString('utf8').trim().split('\n').slice(1);
  expect(lines.slice(0, 3).map((line) => line.split(',')[0])).toEqual(['A001', 'A004', 'B001']);
  expect(lines.slice(3).map((line) => line.trim())).toEqual([
    ',"(2 đồng chí, không còn lưu tên)",C1,Đã giao kênh,,,',
    ',"(1 đồng chí, không còn lưu tên)",C1,Không liên lạc được,,,',
    ',"(2 đồng chí, không còn lưu tên)",C2,Đã giao kênh,,,',
  ]);
});

test('what is young, open, not due yet, or waited for by a reminder is left whole', async () => {
  await house.members('C1', 3);
  const engine = house.engine();
  house.standIn.fault({ chat: 1002, kind: { status: 429, retryAfter: 30 } });
  const open = await house.send({ title: 'Còn chờ' });
  await engine.work();
  const young = await house.send();
  const due = await house.send({ dueAt: new Date(house.now().getTime() + 100 * dayMs) });
  await engine.work();
  await settled();
  house.pass(150 * dayMs);
  expect(await compact()).toEqual({ notices: 0, deliveries: 0 });

  house.pass(50 * dayMs);
  const reminded = await house.send({ title: 'Được nhắc' });
  await house.notices.remind(operator, young.id);
  expect(await compact()).toEqual({ notices: 0, deliveries: 0 });
  for (const { id } of [young, due, open]) expect(await rowsOf(id)).toBe(4);
  expect(await rowsOf(reminded.id)).toBe(0);
});

test('a notice in doubt is not compacted, and runs again after it was cut short go on where it was', async () => {
  const id = await oldNotice();
  house.pass(200 * dayMs);
  let asked = 0;
  const cutShort = await house.notices.compact(operator, {
    olderThanDays: 180,
    stopped: () => (asked += 1) > 1,
  });
  expect(cutShort).toEqual({ notices: 1, deliveries: 0 });
  expect(await rowsOf(id)).toBe(8);
  expect((await house.notices.status(operator, id)).byStatus).toMatchObject({ acknowledged: 3 });

  const [one, other] = await Promise.all([compact(), compact()]);
  expect(one.deliveries + other.deliveries).toBe(8);
  expect(await compact()).toEqual({ notices: 0, deliveries: 0 });
  expect((await house.notices.status(operator, id)).byStatus).toMatchObject({
    acknowledged: 3,
    handed_over: 4,
  });
  const trail = (await house.notices.historyOf(operator, id)).map(({ action }) => action);
  expect(trail.filter((action) => action === 'notice.compacted')).toHaveLength(1);
});

test('nobody is reminded or told of it any more, and a late thumb hears kindly that it is closed', async () => {
  const id = await oldNotice();
  house.pass(200 * dayMs);
  await compact();

  await expect(house.notices.remind(operator, id)).rejects.toMatchObject({ code: 'notice.compacted' });
  const secretary = await house.actor('S');
  await expect(house.notices.told(secretary, id, 'A002')).rejects.toMatchObject({ code: 'notice.compacted' });
  await expect(house.notices.untell(secretary, id, 'A004')).rejects.toMatchObject({
    code: 'notice.compacted',
  });
  expect(await house.notices.acknowledge(await house.idOf('A001'), id)).toMatchObject({ first: false });
  expect(await house.notices.acknowledge(await house.idOf('A002'), id)).toBeNull();
  expect(await house.notices.isClosed(id)).toBe(true);
  await house.link('S', 3001);
  await house.notices.deliverMissed(await house.idOf('S'));
  expect(await rowsOf(id)).toBe(0);
});

test('an acknowledgement at the very moment is in the proof or is told that it came too late', async () => {
  const codes = await house.members('C1', 40);
  const { id } = await house.send();
  await house.engine().work();
  await settled();
  house.pass(200 * dayMs);
  const ids = await Promise.all(codes.map((code) => house.idOf(code)));

  const [, ...answers] = await Promise.all([
    compact(),
    ...ids.map((memberId) => house.notices.acknowledge(memberId, id)),
  ]);

  const counted = answers.filter((answer) => answer !== null).length;
  expect((await house.notices.status(operator, id)).byStatus.acknowledged).toBe(counted);
  expect(await house.notices.recipientsOf(operator, id, { only: ['acknowledged'] })).toHaveLength(counted);
});

test('a member’s own copy has what was acknowledged before, and erasing leaves the figures', async () => {
  const id = await oldNotice();
  house.pass(200 * dayMs);
  await compact();
  const copy = await house.people.exportData(operator, 'A004');
  expect(copy).toMatchObject({
    olderAcknowledgements: [{ title: 'Thông báo', unit: 'Xã X', inPerson: true }],
  });
  const before = await read(id);

  await house.people.eraseData(operator, 'A004');

  expect((await read(id)).figures).toEqual(before.figures);
  const proofs = await house.notices.recipientsOf(operator, id);
  expect(proofs).toHaveLength(3);
  expect(JSON.stringify(proofs)).not.toContain('Nguyễn Văn Số 4');
});
