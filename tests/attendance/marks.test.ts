import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AttendanceMark, Mark } from '../../hub/attendance/index.ts';
import { minuteMs, openAttendanceHouse, type AttendanceHouse } from './given.ts';

let house: AttendanceHouse;
const startsAt = new Date('2026-11-03T12:30:00Z');
const after = (minutes: number) => new Date(startsAt.getTime() + minutes * minuteMs);

beforeAll(async () => {
  house = await openAttendanceHouse();
}, 60_000);
beforeEach(async () => {
  await house.clear();
  house.at(after(0));
  await house.cell('X1-C', ['A official', 'B official', 'C official', 'D probationary', 'E official']);
});
afterAll(() => house.database.close());

const opened = async () => await house.meeting({ unit: 'X1-C', by: 'A', startsAt, open: true });
const marked = (member: string, mark: AttendanceMark | null, minutes: number): Mark => ({
  member,
  mark,
  at: after(minutes),
});
const put = async (id: string, ...marks: Mark[]) =>
  await house.attendance.mark(await house.as('A'), id, marks);
const rowOf = async (id: string, code: string) => {
  const roll = await house.attendance.roll(await house.as('A'), id);
  return roll.find((row) => row.code === code)!;
};

describe('marks of the list', () => {
  test('the later true time stands, in whatever order they arrive, and the same twice changes nothing', async () => {
    const id = await opened();
    house.at(after(30));
    const batch = [marked('B', 'absent', 5), marked('B', 'present', 20), marked('C', 'excused', 10)];
    expect(await put(id, ...batch)).toEqual({ taken: 2, conflicts: [] });
    expect(await put(id, ...batch)).toEqual({ taken: 0, conflicts: [] });
    const late = await put(id, marked('B', 'late', 19));
    expect(late).toEqual({
      taken: 0,
      conflicts: [
        {
          member: 'B',
          kept: { mark: 'present', at: after(20), byName: 'Nguyễn Văn A' },
          refused: { mark: 'late', at: after(19) },
        },
      ],
    });
    expect(await put(id, marked('C', null, 12))).toEqual({ taken: 1, conflicts: [] });
    expect(await rowOf(id, 'C')).toMatchObject({ mark: null, markedAt: after(12) });
  });

  test('a moment that has not come yet counts as now; a code no more is passed over', async () => {
    const id = await opened();
    expect(await put(id, marked('B', 'present', 600), marked('nobody', 'present', 0))).toEqual({
      taken: 1,
      conflicts: [],
    });
    expect(await rowOf(id, 'B')).toMatchObject({ markedAt: after(0) });
  });

  test('a member’s own check-in is a mark like the others', async () => {
    const id = await opened();
    const by = await house.as('A');
    await put(id, marked('B', 'absent', 0));
    house.at(after(10));
    const { code } = await house.attendance.code(by, id);
    const checked = await house.attendance.checkIn(await house.idOf('B'), code, {
      road: 'code',
      via: 'chat',
    });
    expect(checked).toMatchObject({ kind: 'present' });
    const { conflicts } = await put(id, marked('B', 'absent', 9));
    expect(conflicts).toMatchObject([{ member: 'B', kept: { mark: 'present', byName: null } }]);
    house.at(after(12));
    expect(await put(id, marked('B', null, 11))).toMatchObject({ taken: 1 });
  });

  test('is kept by who leads the cell, not by others', async () => {
    const id = await opened();
    await expect(house.attendance.mark(await house.as('B'), id, [])).rejects.toMatchObject({
      code: 'may.not',
    });
  });

  test('made before the end without a line, they come in after it; made after it they do not', async () => {
    const id = await opened();
    house.at(after(90));
    await house.close(id);
    house.at(after(120));
    const result = await put(id, marked('B', 'present', 20), marked('C', 'present', 100));
    expect(result.taken).toBe(1);
    expect(result.conflicts).toMatchObject([
      { member: 'C', kept: { mark: 'absent', at: after(90), byName: null } },
    ]);
    expect(await rowOf(id, 'B')).toMatchObject({ mark: 'present', road: 'list' });
    // Taken back without a line before the end: settled like all others, not unknown again.
    expect(await put(id, marked('B', null, 30), marked('C', null, 30))).toEqual({ taken: 1, conflicts: [] });
    for (const code of ['B', 'C'])
      expect(await rowOf(id, code)).toMatchObject({ mark: 'absent', road: 'settled', markedAt: after(90) });
    house.at(after(8 * 24 * 60));
    await expect(put(id, marked('D', 'present', 20))).rejects.toMatchObject({ code: 'attendance.closed' });
  });
});

describe('closing', () => {
  test('excuses who was let off or is elsewhere by a decision; silence and a promise not kept are absences', async () => {
    await house.status('E', 'away', '2026-10-01');
    const id = await opened();
    for (const code of ['B', 'C']) {
      await house.attendance.answer(await house.idOf(code), id, { answer: 'no', reason: 'bận' }, 'chat');
    }
    await house.attendance.answer(await house.idOf('D'), id, { answer: 'yes' }, 'chat');
    await house.attendance.decideExcuse(await house.as('A'), id, 'B', { accept: true });
    await put(id, marked('A', 'present', 0));
    expect(await house.close(id)).toBe(4);
    expect(await house.attendance.status(await house.as('A'), id)).toMatchObject({
      attendance: { present: 1, late: 0, excused: 2, absent: 2, unknown: 0 },
    });
    expect(await rowOf(id, 'B')).toMatchObject({ mark: 'excused', road: 'settled' });
    expect(await rowOf(id, 'D')).toMatchObject({ mark: 'absent', rsvp: 'yes' });
  });

  test('leaves nobody unknown, whatever was said and marked', async () => {
    const step = fc.record({
      code: fc.constantFrom('A', 'B', 'C', 'D', 'E'),
      does: fc.constantFrom(
        'yes',
        'no',
        'accepted',
        'present',
        'late',
        'excused',
        'absent',
        'taken-back' as const,
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 10 }), async (steps) => {
        const expected = naiveSettling(steps);
        const id = await opened();
        let minute = 0;
        for (const { code, does } of steps) {
          minute += 1;
          house.at(after(minute));
          await doIt(id, code, does, minute);
        }
        house.at(after(90));
        await house.close(id);
        const { invited, attendance } = await house.attendance.status(await house.as('A'), id);
        expect(attendance).toEqual({ ...expected, unknown: 0 });
        const { present, late, excused, absent } = attendance;
        expect(present + late + excused + absent).toBe(invited);
      }),
      { numRuns: 12 },
    );
  });

  test('a mistake is put right for seven days, with a reason that is kept', async () => {
    const id = await opened();
    house.at(after(90));
    await expect(correct(id, 'B', 'present', 'quên ghi')).rejects.toMatchObject({
      code: 'attendance.not-closed',
    });
    await house.close(id);
    await expect(correct(id, 'B', 'present', ' ')).rejects.toMatchObject({
      code: 'attendance.reason-missing',
    });
    await correct(id, 'B', 'present', 'quên ghi');
    await correct(id, 'B', 'present', 'lần nữa');
    expect(await house.attendance.corrections(await house.as('A'), id)).toEqual([
      {
        fullName: 'Nguyễn Văn B',
        before: 'absent',
        after: 'present',
        reason: 'quên ghi',
        byName: 'Nguyễn Văn A',
        at: after(90),
      },
    ]);
    // What a phone had marked earlier does not undo it.
    expect((await put(id, marked('B', 'absent', 30))).conflicts).toHaveLength(1);
    house.at(new Date(after(90).getTime() + 7 * 86_400_000 + 1));
    await expect(correct(id, 'B', 'late', 'trễ')).rejects.toMatchObject({
      code: 'attendance.too-late-to-correct',
    });
    const entries = await house.database.query<{ facts: object }>(
      `select facts from audit_entry where action = 'attendance.corrected'`,
    );
    expect(entries).toEqual([{ facts: { before: 'absent', after: 'present' } }]);
  });
});

async function correct(id: string, code: string, mark: AttendanceMark, reason: string): Promise<void> {
  await house.attendance.correct(await house.as('A'), id, code, { mark, reason });
}

type Does = 'yes' | 'no' | 'accepted' | 'taken-back' | AttendanceMark;

async function doIt(id: string, code: string, does: Does, minute: number): Promise<void> {
  if (does === 'yes' || does === 'no') {
    await house.attendance.answer(await house.idOf(code), id, { answer: does }, 'chat');
  } else if (does === 'accepted') {
    const said = house.attendance.decideExcuse(await house.as('A'), id, code, { accept: true });
    await said.catch(() => {});
  } else await put(id, marked(code, does === 'taken-back' ? null : does, minute));
}

/** By going through what happened to each, with no table and no SQL. */
function naiveSettling(steps: readonly { code: string; does: Does }[]): Record<AttendanceMark, number> {
  const sum = { present: 0, late: 0, excused: 0, absent: 0 };
  for (const code of ['A', 'B', 'C', 'D', 'E']) {
    let mark: AttendanceMark | null = null;
    let said: 'yes' | 'no' | 'accepted' | null = null;
    for (const { does } of steps.filter((step) => step.code === code)) {
      if (does === 'yes') said = 'yes';
      else if (does === 'no') said = said === 'accepted' ? 'accepted' : 'no';
      else if (does === 'accepted') said = said === 'no' ? 'accepted' : said;
      else mark = does === 'taken-back' ? null : does;
    }
    sum[mark ?? (said === 'accepted' ? 'excused' : 'absent')] += 1;
  }
  return sum;
}
