import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AttendanceMark, MonthFigures } from '../../hub/attendance/index.ts';
import { operator } from '../../hub/platform/audit.ts';
import { openAttendanceHouse, type AttendanceHouse } from './given.ts';

let house: AttendanceHouse;
const letters = { p: 'present', l: 'late', e: 'excused', a: 'absent' } as const satisfies Record<
  string,
  AttendanceMark
>;

// One line a meeting: its day, and what became of A, B, C, D in this order. E is exempt and comes once, uncalled.
const held = [
  ['2026-07-03', 'paap'],
  ['2026-08-03', 'paep'],
  ['2026-08-20', 'ppap'],
  ['2026-09-03', 'plap'],
  ['2026-10-03', 'papp'],
] as const;

beforeAll(async () => {
  house = await openAttendanceHouse();
  await house.clear();
  await house.cell('X1', ['V official']);
  await house.cell('X1-C', ['A official', 'C official', 'B official', 'D official', 'E official']);
  await house.cell('X1-B-C', ['F official']);
  await house.status('E', 'exempt', '2026-01-01');
  await house.database.query(`update membership set from_on = '2026-01-01'`);
  for (const [day, marks] of held) await hold('X1-C', 'A', day, 'ABCD', marks);
  await hold('X1-B-C', 'F', '2026-10-04', 'F', 'p');
  await hold('X1-C', 'A', '2025-12-03', '', '');
  house.at(new Date('2026-10-20T02:00:00Z'));
}, 60_000);
afterAll(() => house.database.close());

async function hold(unit: string, by: string, day: string, codes: string, marks: string): Promise<void> {
  const startsAt = new Date(`${day}T12:30:00Z`);
  house.at(startsAt);
  const id = await house.meeting({ unit, by, startsAt, open: true });
  const given = [...codes].map((member, index) => ({
    member,
    mark: letters[marks[index] as keyof typeof letters],
    at: startsAt,
  }));
  const guests = day === '2026-09-03' ? [{ member: 'E', mark: 'present' as const, at: startsAt }] : [];
  await house.attendance.mark(operator, id, [...given, ...guests]);
  await house.close(id);
}

/** Meetings, expected, present, late, excused, absent. */
function figuresOf(row: Omit<MonthFigures, 'month'>): number[] {
  return [row.meetings, row.expected, row.present, row.late, row.excused, row.absent];
}

test('a year by month and, for who leads the cell, by person in the order of names', async () => {
  const year = await house.attendance.year(await house.as('A'), 'X1-C', 2026);
  expect(year.months).toHaveLength(12);
  expect(year.months[0]).toEqual({
    month: 1,
    meetings: 0,
    expected: 0,
    present: 0,
    late: 0,
    excused: 0,
    absent: 0,
  });
  expect(year.months.slice(6, 10).map(figuresOf)).toEqual([
    [1, 4, 2, 0, 0, 2],
    [2, 8, 5, 0, 1, 2],
    [1, 4, 2, 1, 0, 1],
    [1, 4, 3, 0, 0, 1],
  ]);
  expect(year.people!.map((person) => [person.code, ...figuresOf({ ...person, expected: 0 })])).toEqual([
    ['A', 5, 0, 5, 0, 0, 0],
    ['B', 5, 0, 1, 1, 0, 3],
    ['C', 5, 0, 1, 0, 1, 3],
    ['D', 5, 0, 5, 0, 0, 0],
  ]);
  expect(year.cells).toEqual([]);
});

test('the committee above sees cells and sums, and nobody by name; a plain member sees neither', async () => {
  const year = await house.attendance.year(await house.as('V'), 'X1', 2026);
  expect(year.people).toEqual([]);
  expect(year.cells.map((cell) => [cell.code, ...figuresOf(cell)])).toEqual([
    ['X1-B-C', 1, 1, 1, 0, 0, 0],
    ['X1-C', 5, 20, 12, 1, 1, 6],
  ]);
  expect(year.months[9]).toMatchObject({ meetings: 2, expected: 5, present: 4 });
  expect((await house.attendance.year(await house.as('V'), 'X1-C', 2026)).people).toBeNull();
  await expect(house.attendance.year(await house.as('B'), 'X1-C', 2026)).rejects.toMatchObject({
    code: 'may.not',
  });
});

test('the workbook has the same figures, and names only for who may know them', async () => {
  const lead = await readSheet(
    Buffer.from(await house.attendance.yearWorkbook(await house.as('A'), 'X1-C', 2026)),
  );
  expect(lead[0]![0]).toBe('Dự sinh hoạt của Chi bộ thôn, năm 2026');
  expect(lead.find(([month]) => month === 8)).toEqual([8, null, 2, 8, 5, 0, 1, 2]);
  expect(lead.find(([code]) => code === 'B')).toEqual(['B', 'Nguyễn Văn B', 5, 5, 1, 1, 0, 3]);
  const above = await readSheet(
    Buffer.from(await house.attendance.yearWorkbook(await house.as('V'), 'X1-C', 2026)),
  );
  expect(above.flat()).not.toContain('Nguyễn Văn B');
  const entries = await house.database.query(
    `select facts from audit_entry where action = 'attendance.year-exported'`,
  );
  expect(entries).toEqual([{ facts: { year: 2026, people: 4 } }, { facts: { year: 2026, people: 0 } }]);
});

test('who missed all of two months without leave is asked after by who leads the cell, and by nobody else', async () => {
  // B was there once in August and late in September; C missed July, August but for an excuse, September.
  const everything = async () => {
    const tables = await house.database.query<{ name: string }>(
      `select table_name as name from information_schema.tables
       where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name`,
    );
    const rows = tables.map(({ name }) => house.database.query(`select * from "${name}"`));
    return JSON.stringify(await Promise.all(rows));
  };
  const before = await everything();
  const found = await house.attendance.toAskAfter(await house.as('A'), 'X1-C');
  // It is reckoned for who asks and stands nowhere: nobody is labelled.
  expect(await everything()).toBe(before);
  await expect(house.attendance.toAskAfter(await house.as('B'), 'X1-C')).rejects.toMatchObject({
    code: 'may.not',
  });
  expect(found.map(({ code, months }) => [code, months])).toEqual([
    ['B', [7, 10]],
    ['C', [7, 9]],
  ]);
  expect(found[0]!.source).toBe('Thông lệ');
  await expect(house.attendance.toAskAfter(await house.as('V'), 'X1-C')).rejects.toMatchObject({
    code: 'may.not',
  });
  house.at(new Date('2027-01-05T02:00:00Z'));
  expect(await house.attendance.toAskAfter(await house.as('A'), 'X1-C')).toEqual([]);
});
