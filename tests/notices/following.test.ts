import { operator } from '../../hub/platform/audit.ts';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { statuses } from '../../hub/delivery/index.ts';
import type { Database } from '../../hub/platform/database/index.ts';
import { testDatabase } from '../support/database.ts';
import { openDeliveryHouse, type DeliveryHouse } from '../delivery/house.ts';

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

const sum = (byStatus: Record<string, number>) =>
  statuses.reduce((total, name) => total + byStatus[name]!, 0);
const dayMs = 86_400_000;

test('units are counted in the order of the tree, before and after sending, and add up to the recipients', async () => {
  await house.members('C1', 3, { unlinked: 1 });
  await house.members('C2', 2, { prefix: 'B', firstAddress: 2001 });
  const { id, recipients } = await house.send({ unit: 'T' });
  const lines = async () => {
    const units = await house.notices.byUnit(operator, id);
    expect(units.reduce((total, line) => total + line.recipients, 0)).toBe(recipients);
    for (const line of units) expect(sum(line.byStatus), line.unit?.code).toBe(line.recipients);
    return units;
  };
  const before = await lines();
  expect(before.map(({ unit, recipients: count }) => [unit?.code, count])).toEqual([
    ['T', 1],
    ['C1', 4],
    ['C2', 2],
  ]);
  expect(before.every(({ byStatus, recipients: count }) => byStatus.created === count)).toBe(true);

  await house.engine().work();
  await house.notices.acknowledge(await house.idOf('B001'), id);
  const [, first, second] = await lines();
  expect(first?.byStatus).toMatchObject({ handed_over: 2, unreachable: 2 });
  expect(second?.byStatus).toMatchObject({ handed_over: 1, acknowledged: 1 });
});

test('a secretary sees of a notice from above exactly her own people; her neighbour’s notice not at all', async () => {
  await house.members('C1', 3, { unlinked: 1 });
  await house.members('C2', 2, { prefix: 'B', firstAddress: 2001 });
  const { id } = await house.send({ unit: 'T' });
  const secretary = await house.actor('S');
  const seen = async () => ({
    open: await house.notices.open(secretary, id),
    status: await house.notices.status(secretary, id),
    people: (await house.notices.recipientsOf(secretary, id)).map(({ member }) => member),
    listed: await house.notices.list(secretary),
  });
  for (const when of ['before it goes', 'after it went']) {
    const { open, status, people, listed } = await seen();
    expect(open, when).toMatchObject({ whole: false, recipients: 7, sender: 'O', unit: 'T' });
    expect([status.recipients, status.whole, sum(status.byStatus)], when).toEqual([4, false, 4]);
    expect(people, when).toEqual(['A001', 'A002', 'A003', 'S']);
    expect(listed, when).toMatchObject([{ id, whole: false, recipients: 4, notYet: 4 }]);
    await house.engine().work();
  }
  expect((await house.notices.status(secretary, id)).unreachable).toEqual(['A003', 'S']);
  expect(await house.notices.recipientsOf(secretary, id, { unit: 'C2' })).toEqual([]);
  await expect(house.notices.remind(secretary, id)).rejects.toMatchObject({ code: 'may.not' });
  await expect(house.notices.cancel(secretary, id)).rejects.toMatchObject({ code: 'may.not' });

  const neighbour = await house.send({ unit: 'C2' });
  for (const look of ['open', 'status', 'byUnit', 'recipientsOf', 'figures'] as const) {
    await expect(house.notices[look](secretary, neighbour.id), look).rejects.toMatchObject({
      code: 'may.not',
    });
    await expect(house.notices[look](await house.actor('A001'), id), look).rejects.toMatchObject({
      code: 'may.not',
    });
  }
  expect(await house.notices.list(await house.actor('A001'))).toEqual([]);
});

test('recipients are found by unit, by status and as those who have not answered', async () => {
  await house.members('C1', 3, { unlinked: 1 });
  await house.members('C2', 2, { prefix: 'B', firstAddress: 2001 });
  const { id } = await house.send({ unit: 'T' });
  await house.engine().work();
  await house.notices.acknowledge(await house.idOf('A001'), id);
  const codes = async (filter: object) =>
    (await house.notices.recipientsOf(operator, id, filter)).map(({ member }) => member);

  expect(await codes({ unit: 'C2' })).toEqual(['B001', 'B002']);
  expect(await codes({ only: ['unreachable'] })).toEqual(['A003', 'O', 'S']);
  expect(await codes({ notYet: true, unit: 'C1' })).toEqual(['A002', 'A003', 'S']);
  expect(await codes({ notYet: true, limit: 2, after: 'A002' })).toEqual(['A003', 'B001']);
});

test('what was cancelled before it was anybody’s still adds up', async () => {
  await house.members('C1', 2);
  const { id } = await house.send({ sendAt: new Date(house.now().getTime() + dayMs) });
  await house.notices.told(await house.actor('S'), id, 'A001');
  await house.notices.cancel(operator, id);
  const units = await house.notices.byUnit(operator, id);
  expect(
    units.map(({ unit, recipients, byStatus }) => [unit?.code ?? null, recipients, byStatus.cancelled]),
  ).toEqual([
    ['C1', 1, 0],
    [null, 2, 2],
  ]);
  expect((await house.notices.figures(operator, id)).byStatus).toMatchObject({
    acknowledged: 1,
    cancelled: 2,
  });
});

test('several are told at once, all or none, and who had answered is left as it is', async () => {
  await house.members('C1', 3);
  await house.members('C2', 1, { prefix: 'B', firstAddress: 2001 });
  const { id } = await house.send({ unit: 'T' });
  await house.engine().work();
  await house.notices.acknowledge(await house.idOf('A001'), id);
  const secretary = await house.actor('S');

  await expect(house.notices.toldAll(secretary, id, ['A002', 'B001'])).rejects.toMatchObject({
    code: 'may.not',
  });
  expect((await house.notices.status(operator, id)).inPerson).toBe(0);
  expect(await house.notices.toldAll(secretary, id, ['A001', 'A002', 'S'])).toEqual({ id, told: 2 });
  expect(await house.notices.status(operator, id)).toMatchObject({
    inPerson: 2,
    byStatus: { acknowledged: 3 },
  });
  const entries = await house.notices.historyOf(secretary, id);
  expect(entries.map(({ action, actor }) => [action, actor])).toEqual([
    ['notice.told', 'S'],
    ['notice.told', 'S'],
  ]);
});

test('a wrong “told in person” is taken back by who recorded it, within a day, and what was held up goes', async () => {
  await house.members('C1', 2);
  const { id } = await house.send();
  house.standIn.fault({ chat: 1001, kind: { status: 429, retryAfter: 30 } });
  const engine = house.engine();
  await engine.work();
  const secretary = await house.actor('S');
  await house.notices.toldAll(secretary, id, ['A001', 'S']);
  house.pass(60_000);
  await engine.work();
  expect(house.standIn.deliveredTo(1001)).toBe(0);

  await expect(house.notices.untell(await house.actor('O'), id, 'A001')).rejects.toMatchObject({
    code: 'notice.not-told-by-you',
  });
  await expect(house.notices.untell(secretary, id, 'A002')).rejects.toMatchObject({
    code: 'notice.not-told-by-you',
  });
  await house.notices.untell(secretary, id, 'A001');
  await engine.work();
  expect(house.standIn.deliveredTo(1001)).toBe(1);
  expect(await house.notices.status(operator, id)).toMatchObject({
    inPerson: 1,
    byStatus: { handed_over: 2, acknowledged: 1 },
  });

  house.pass(dayMs);
  await expect(house.notices.untell(secretary, id, 'S')).rejects.toMatchObject({
    code: 'notice.not-told-by-you',
  });
});

test('what the member has said nobody takes back: an own acknowledgement stands in place of the telling', async () => {
  await house.members('C1', 1);
  const { id } = await house.send();
  await house.engine().work();
  const secretary = await house.actor('S');
  await house.notices.toldAll(secretary, id, ['A001']);
  house.pass(60_000);
  const { memberId } = await house.actor('A001');
  expect(await house.notices.acknowledge(memberId, id)).toMatchObject({ first: false });
  await expect(house.notices.untell(secretary, id, 'A001')).rejects.toMatchObject({
    code: 'notice.not-told-by-you',
  });
  expect(await house.notices.status(operator, id)).toMatchObject({
    inPerson: 0,
    byStatus: { acknowledged: 1 },
  });
});

test('taken back before its time, the notice goes to the member when its time comes', async () => {
  await house.members('C1', 1);
  const { id } = await house.send({ sendAt: new Date(house.now().getTime() + 3_600_000) });
  const secretary = await house.actor('S');
  await house.notices.toldAll(secretary, id, ['A001', 'S']);
  await house.notices.untell(secretary, id, 'A001');
  await house.notices.untell(secretary, id, 'S');
  expect((await house.notices.status(operator, id)).byStatus).toMatchObject({ created: 2, acknowledged: 0 });
  house.pass(3_600_001);
  await house.engine().work();
  expect((await house.notices.status(operator, id)).byStatus).toMatchObject({
    handed_over: 1,
    unreachable: 1,
  });
});

test('nobody is reminded twice within ten minutes, also by two who press at once', async () => {
  await house.members('C1', 2);
  const { id } = await house.send();
  const engine = house.engine();
  await engine.work();
  const pressed = await Promise.allSettled([
    house.notices.remind(operator, id),
    house.notices.remind(operator, id),
  ]);
  expect(pressed.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(pressed.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: {
      code: 'notice.reminded-just-now',
      facts: { againAt: new Date(house.now().getTime() + 600_000) },
    },
  });
  await engine.work();
  expect(house.standIn.deliveredTo(1001)).toBe(2);
  house.pass(600_000);
  expect(await house.notices.remind(operator, id)).toMatchObject({ reminded: 2 });
});

test('today shows what waits, due soonest first, and nothing to who has no part in it', async () => {
  await house.members('C1', 3, { unlinked: 1 });
  const inDays = (days: number) => new Date(house.now().getTime() + days * dayMs);
  const later = await house.send({ title: 'Sau', dueAt: inDays(9) });
  const sooner = await house.send({ title: 'Trước', dueAt: inDays(2) });
  const open = await house.send({ title: 'Không hạn', wantsAck: false, unit: 'X' });
  const planned = await house.send({ title: 'Hẹn', sendAt: inDays(1) });
  const cancelled = await house.send({ title: 'Hủy' });
  await house.notices.cancel(operator, cancelled.id);
  await house.engine().work();
  for (const code of ['A001', 'A002', 'A003', 'S']) {
    await house.notices.acknowledge(await house.idOf(code), later.id);
  }
  const secretary = await house.actor('S');
  const { waiting, scheduled } = await house.notices.today(secretary);
  expect(waiting.map(({ id, notYet, unreachable }) => ({ id, notYet, unreachable }))).toEqual([
    { id: sooner.id, notYet: 4, unreachable: 2 },
    { id: open.id, notYet: 4, unreachable: 2 },
  ]);
  expect(scheduled.map(({ id }) => id)).toEqual([planned.id]);
  expect(await house.notices.today(await house.actor('A001'))).toEqual({ waiting: [], scheduled: [] });

  await house.notices.toldAll(secretary, open.id, ['A003', 'S']);
  expect((await house.notices.today(secretary)).waiting.map(({ id }) => id)).toEqual([sooner.id]);
});

test('the preview counts whom each channel reaches, names who has none, and keeps nothing', async () => {
  await house.members('C1', 3, { unlinked: 1 });
  const secretary = await house.actor('S');
  expect(await house.notices.audiencePreview(secretary, { unit: 'C1' })).toEqual({
    recipients: 4,
    byChannel: { telegram: 2 },
    routes: [{ channel: 'telegram', way: 'free', count: 2, cost: 0 }],
    shortages: [],
    withoutWay: 0,
    withoutChannel: {
      count: 2,
      first: [
        { code: 'A003', fullName: 'Nguyễn Văn Số 3', unit: 'C1' },
        { code: 'S', fullName: 'Lê Thị Sáu', unit: 'C1' },
      ],
    },
  });
  expect(await house.notices.audiencePreview(secretary, { unit: 'C1', to: 'secretaries' })).toMatchObject({
    recipients: 1,
  });
  const notice = { from: 'S', unit: 'C1', title: 'Họp chi bộ', body: 'Mời đồng chí dự họp.', wantsAck: true };
  const { channels } = await house.notices.preview(secretary, notice);
  expect(channels).toMatchObject([
    { channel: 'telegram', parts: [{ kind: 'text', buttons: [{ label: 'Đã nắm' }] }] },
  ]);
  expect(JSON.stringify(channels)).toContain('Kính gửi đồng chí Lê Thị Sáu,');
  await expect(house.notices.preview(secretary, { ...notice, body: 'TUYỆT MẬT\n…' })).rejects.toMatchObject({
    code: 'notice.classified',
  });
  for (const unit of ['C2', 'X']) {
    await expect(house.notices.preview(secretary, { ...notice, unit })).rejects.toMatchObject({
      code: 'may.not',
    });
    await expect(house.notices.audiencePreview(secretary, { unit })).rejects.toMatchObject({
      code: 'may.not',
    });
  }
  expect(await house.database.query('select from notice')).toEqual([]);
});

test('a list that leaves the hub is on record, and text that would be run as a formula is not', async () => {
  await house.members('C1', 1);
  await house.database.query(`update member set full_name = '=cmd|calc' where code = 'A001'`);
  const { id } = await house.send({ unit: 'T' });
  await house.engine().work();
  const secretary = await house.actor('S');
  const { content, fileName } = await house.notices.exportRecipients(secretary, id, 'csv');
  expect(fileName).toBe('Danh sách người nhận.csv');
  const lines = content.toString().trim().split('\r\n');
  expect(lines.slice(1).map((line) => line.split(',').slice(0, 4))).toEqual([
    ['A001', `'=cmd|calc`, 'C1', 'Đã giao kênh'],
    ['S', 'Lê Thị Sáu', 'C1', 'Không liên lạc được'],
  ]);
  const sheet = await house.notices.exportRecipients(await house.actor('O'), id, 'xlsx');
  expect(sheet.content.subarray(0, 2).toString()).toBe('PK');
  await expect(house.notices.exportRecipients(await house.actor('A001'), id, 'csv')).rejects.toMatchObject({
    code: 'may.not',
  });
  const officer = await house.actor('O');
  const trail = await house.notices.auditTrail(officer);
  expect(trail.slice(0, 2)).toMatchObject([
    { action: 'notice.exported', actor: 'O', facts: { recipients: 3 }, subjectKind: 'notice', subject: id },
    { action: 'notice.exported', actor: 'S', facts: { recipients: 2 } },
  ]);
  // The province's own export is not for a cell to read; what its secretary took, is.
  const exports = (await house.notices.auditTrail(secretary)).filter(
    ({ action }) => action === 'notice.exported',
  );
  expect(exports).toMatchObject([{ actor: 'S', unit: 'C1' }]);
});

test('a preview says that quiet hours hold a notice up until six, unless it is urgent', async () => {
  const quiet = await openDeliveryHouse({ database, quietHours: { fromMinute: 22 * 60, toMinute: 6 * 60 } });
  try {
    quiet.setNow('2026-11-20T16:00:00Z');
    const secretary = await quiet.actor('S');
    const notice = { from: 'S', unit: 'C1', title: 'Họp', body: 'Mời họp.' };
    expect(await quiet.notices.preview(secretary, notice)).toMatchObject({
      movedByQuietHours: true,
      sendAt: new Date('2026-11-20T23:00:00Z'),
    });
    expect(await quiet.notices.preview(secretary, { ...notice, urgent: true })).toMatchObject({
      movedByQuietHours: false,
      sendAt: quiet.now(),
    });
  } finally {
    await quiet.close();
  }
});

test('a draft is its writer’s alone and is gone after an hour', async () => {
  const [secretary, officer] = [await house.actor('S'), await house.actor('O')];
  const file = { name: 'a.txt', mediaType: 'text/plain', content: Buffer.from('a') };
  const given = { id: null, fields: { title: 'Họp' }, keep: [], files: [file] };
  const id = await house.notices.saveDraft(secretary, given);
  expect(await house.notices.openDraft(secretary, id)).toMatchObject({
    fields: { title: 'Họp' },
    files: [{ name: 'a.txt' }],
  });
  const gone = { code: 'notice.draft-gone' };
  await expect(house.notices.openDraft(officer, id)).rejects.toMatchObject(gone);
  await expect(house.notices.saveDraft(officer, { ...given, id })).rejects.toMatchObject(gone);
  await house.notices.discardDraft(officer, id);
  house.pass(3_600_000);
  await expect(house.notices.openDraft(secretary, id)).rejects.toMatchObject(gone);
  await house.notices.forgetDrafts();
  expect(await house.database.query('select from notice_draft_file')).toHaveLength(0);
  await house.notices.saveDraft(secretary, given);
  expect(await house.database.query('select from notice_draft_file')).toHaveLength(1);
});
