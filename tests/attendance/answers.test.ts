import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openAttendanceHouse, type AttendanceHouse } from './given.ts';

let house: AttendanceHouse;
const startsAt = new Date('2026-11-03T12:30:00Z');

beforeAll(async () => {
  house = await openAttendanceHouse();
}, 60_000);
beforeEach(async () => {
  await house.clear();
  house.at(new Date('2026-11-01T02:00:00Z'));
  await house.cell('X1-C', ['A official', 'B official', 'C official', 'D probationary', 'E official']);
});
afterAll(() => house.database.close());

const called = async () => await house.meeting({ unit: 'X1-C', by: 'A', startsAt });
const rowOf = async (id: string, code: string) => {
  const roll = await house.attendance.roll(await house.as('A'), id);
  return roll.find((row) => row.code === code)!;
};

test('everybody whom their statuses call has a row, and the caller from above has one too', async () => {
  await house.cell('X1', ['V official']);
  await house.status('E', 'exempt', '2026-10-01');
  const id = await house.meeting({ unit: 'X1-C', by: 'V', startsAt });
  expect(await house.attendance.status(await house.as('A'), id)).toMatchObject({
    invited: 5,
    rsvp: { yes: 0, no: 0, unknown: 5 },
    quorum: { base: 3 },
  });
  const roll = await house.attendance.roll(await house.as('A'), id);
  expect(roll.map(({ code, summoned }) => [code, summoned])).toEqual([
    ['A', true],
    ['B', true],
    ['C', true],
    ['D', true],
    ['E', false],
    ['V', true],
  ]);
});

test('summoned again, who is new is added, answers stay, and who left unheard is taken off', async () => {
  const id = await called();
  await house.attendance.answer(await house.idOf('B'), id, { answer: 'yes' }, 'chat');
  await house.cell('X1-C', ['F official']);
  await house.status('B', 'exempt', '2026-11-02');
  await house.status('C', 'exempt', '2026-11-02');
  const unitId = (await house.people.unitByCode('X1-C')).id;
  const again = await house.database.transaction(
    async (sql) => await house.attendance.summon(sql, { id, unitId, startsAt }),
  );
  expect(again).toBe(4);
  expect(await rowOf(id, 'B')).toMatchObject({ summoned: false, rsvp: 'yes' });
  expect(await house.attendance.status(await house.as('A'), id)).toMatchObject({ invited: 4 });
});

test('the last answer counts, a reason is the secretary’s to accept, and only who leads the cell reads it', async () => {
  const id = await called();
  const b = await house.idOf('B');
  const say = async (given: Parameters<typeof house.attendance.answer>[2]) =>
    await house.attendance.answer(b, id, given, 'chat');
  expect(await say({ answer: 'yes', lateMinutes: 15 })).toEqual({
    kind: 'noted',
    changed: true,
    answer: 'yes',
    excuse: null,
  });
  expect(await rowOf(id, 'B')).toMatchObject({ rsvp: 'yes', lateMinutes: 15 });
  expect(await say({ answer: 'no' })).toMatchObject({ changed: true, excuse: null });
  expect(await say({ answer: 'no', reason: '  con ốm ' })).toMatchObject({ changed: true, excuse: 'asked' });
  expect(await say({ answer: 'no' })).toMatchObject({ changed: false, excuse: 'asked' });
  expect(await rowOf(id, 'B')).toMatchObject({ rsvp: 'no', reason: 'con ốm', lateMinutes: null });
  const [kept] = await house.database.query<{ reason: Buffer }>(
    'select reason from attendance where reason is not null',
  );
  expect(kept!.reason.includes('ốm')).toBe(false);

  const by = await house.as('A');
  const decided = await house.attendance.decideExcuse(by, id, 'B', { accept: true });
  expect(decided).toEqual({ memberId: b, excuse: 'accepted' });
  expect(await say({ answer: 'no', reason: 'con ốm' })).toMatchObject({ changed: false, excuse: 'accepted' });
  expect(await say({ answer: 'no', reason: 'đi công tác' })).toMatchObject({
    changed: true,
    excuse: 'asked',
  });
  const asked = { accept: false, question: 'Đồng chí đi đâu?' } as const;
  expect(await house.attendance.decideExcuse(by, id, 'B', asked)).toMatchObject({ excuse: 'returned' });
  expect(await say({ answer: 'yes' })).toMatchObject({ changed: true, excuse: null });
  expect(await rowOf(id, 'B')).toMatchObject({ rsvp: 'yes', reason: null, excuse: null });
  await expect(house.attendance.decideExcuse(by, id, 'B', asked)).rejects.toMatchObject({
    code: 'attendance.no-excuse',
  });
  await expect(house.attendance.decideExcuse(await house.as('C'), id, 'B', asked)).rejects.toMatchObject({
    code: 'may.not',
  });
});

test('an exempt member may say that he or she comes, a member of another cell may not', async () => {
  await house.status('E', 'exempt', '2026-10-01');
  await house.cell('X2-C', ['Q official']);
  const id = await called();
  const answer = async (code: string) =>
    await house.attendance.answer(await house.idOf(code), id, { answer: 'yes' }, 'chat');
  expect(await answer('E')).toMatchObject({ kind: 'noted' });
  expect(await answer('Q')).toEqual({ kind: 'closed' });
  const by = await house.as('A');
  expect(await house.attendance.forecast(by, id)).toMatchObject({
    base: 4,
    coming: 1,
    notComing: 0,
    silent: 3,
    required: 3,
    majority: 'open',
  });
  await expect(house.attendance.answerFor(by, id, 'Q', { answer: 'yes' })).rejects.toMatchObject({
    code: 'member.unknown',
  });
  await house.attendance.answerFor(by, id, 'B', { answer: 'no', reason: 'trực ca' });
  expect(await rowOf(id, 'B')).toMatchObject({ rsvp: 'no', excuse: 'asked', reason: 'trực ca' });
  // The record says who said it for whom.
  const saidBy = async () =>
    await house.database.query(
      `select said.rsvp_by = $2::uuid as "byLeader", deed.actor_id = $2::uuid as "audited"
       from attendance said join audit_entry deed on deed.subject_id = said.member_id
       where said.meeting_id = $1 and said.member_id = $3 and deed.action = 'attendance.answered-for'`,
      [id, by.memberId, await house.idOf('B')],
    );
  expect(await saidBy()).toEqual([{ byLeader: true, audited: true }]);
  await house.attendance.answer(await house.idOf('B'), id, { answer: 'yes' }, 'chat');
  expect(await saidBy()).toEqual([{ byLeader: null, audited: true }]);
});

test('until it is closed an answer is taken, then no more', async () => {
  const id = await called();
  const b = await house.idOf('B');
  house.at(new Date(startsAt.getTime() + 30 * 60_000));
  await house.open(id);
  expect(await house.attendance.answer(b, id, { answer: 'no' }, 'chat')).toMatchObject({ kind: 'noted' });
  await house.close(id);
  expect(await house.attendance.answer(b, id, { answer: 'yes' }, 'chat')).toEqual({ kind: 'closed' });
  expect(await house.attendance.answer(b, b, { answer: 'yes' }, 'chat')).toEqual({ kind: 'closed' });
  await expect(
    house.attendance.answerFor(await house.as('A'), id, 'B', { answer: 'yes' }),
  ).rejects.toMatchObject({ code: 'attendance.closed' });
});

test('what somebody said is told to that person, and gone when it is erased; marks stay', async () => {
  const id = await called();
  await house.attendance.answer(await house.idOf('B'), id, { answer: 'no', reason: 'nằm viện' }, 'chat');
  await house.close(id);
  await house.attendance.correct(await house.as('A'), id, 'B', { mark: 'excused', reason: 'có giấy viện' });
  const own = await house.people.exportData(await house.as('B'), 'B');
  expect(own['attendance']).toMatchObject([{ rsvp: 'no', reason: 'nằm viện', mark: 'excused' }]);
  expect(own['attendanceCorrections']).toMatchObject([
    { before: 'absent', after: 'excused', reason: 'có giấy viện' },
  ]);
  await house.people.eraseData(await house.as('B'), 'B');
  expect(await house.database.query('select reason, mark from attendance where rsvp is not null')).toEqual([
    { reason: null, mark: 'excused' },
  ]);
  const [corrected] = await house.attendance.corrections(await house.as('A'), id);
  expect(corrected).toMatchObject({ before: 'absent', after: 'excused', reason: '' });
});
