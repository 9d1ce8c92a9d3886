import type { Say } from '../platform/locales.ts';
import { writeSheet, type SheetCell } from '../platform/spreadsheet.ts';
import type { AttendanceYear } from './port.ts';

type Figures = { meetings: number; present: number; late: number; excused: number; absent: number };

/**
 * A year as a table for people to open: by month, by cell where there are cells below, and by person for who may know
 * them. What was excused stands apart from what was not.
 */
export async function yearSheet(figures: AttendanceYear, say: Say): Promise<Uint8Array> {
  const { unit, year, months, cells, people } = figures;
  const head = [
    say('attendance-sheet-meetings'),
    say('attendance-sheet-expected'),
    say('attendance-sheet-present'),
    say('attendance-sheet-late'),
    say('attendance-sheet-excused'),
    say('attendance-sheet-absent'),
  ];
  const line = (row: Figures, expected: number): SheetCell[] => [
    row.meetings,
    expected,
    row.present,
    row.late,
    row.excused,
    row.absent,
  ];
  const rows: SheetCell[][] = [
    [say('attendance-sheet-title', { unit: unit.name, year: String(year) })],
    [say('attendance-sheet-month'), null, ...head],
    ...months.map((row) => [row.month, null, ...line(row, row.expected)]),
  ];
  if (cells.length > 0) {
    rows.push([], [say('attendance-sheet-cell-code'), say('attendance-sheet-cell'), ...head]);
    rows.push(...cells.map((row) => [row.code, row.name, ...line(row, row.expected)]));
  }
  if (people && people.length > 0) {
    rows.push([], [say('attendance-sheet-member-code'), say('attendance-sheet-member'), ...head]);
    rows.push(...people.map((row) => [row.code, row.fullName, ...line(row, row.meetings)]));
  }
  return await writeSheet(rows, 'xlsx');
}
