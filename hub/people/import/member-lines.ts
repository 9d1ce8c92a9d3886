import type { RoleName } from '../../../prisma/generated/enums.ts';
import { emailAddress, phoneNumber, type ContactField } from '../contacts.ts';
import type { Line, Table } from './csv.ts';
import { firstRows, lineReader, shortened } from './line-reader.ts';
import type { Checked } from './plan.ts';
import { fileStatuses, roleNames, type FileStatus, type MemberColumn } from './words.ts';

/** A member as the file has it. `undefined`: the file has no such column, what is known stays. */
export interface MemberLine {
  row: number;
  code: string;
  fullName: string;
  unitCode: string;
  status: FileStatus;
  role: RoleName | 'none' | undefined;
  phone: string | null | undefined;
  email: string | null | undefined;
  joinedOn: string | null | undefined;
}

const longestCode = 64;
const longestName = 120;

/** What can be judged from the file alone. */
export function checkMembers(
  { lines, present, problems }: Table<MemberColumn>,
  today: string,
): Checked<MemberLine> {
  const first = firstRows(lines);
  const checked: Checked<MemberLine> = {
    lines: [],
    problems: [...problems],
    mentioned: new Set(first.keys()),
  };
  for (const line of lines) {
    const reader = lineReader(line);
    const code = reader.text('code', { longest: longestCode });
    const fullName = reader.text('full_name', { longest: longestName });
    const unitCode = reader.text('unit_code', { longest: longestCode });
    const status = reader.word('status', fileStatuses, 'status-unknown');
    const role = present.has('role') ? reader.word('role', roleNames, 'role-unknown') : undefined;
    const phone = contact(line, 'phone');
    const email = contact(line, 'email');
    const joinedOn = present.has('joined_on') ? joiningDay(line) : undefined;
    const firstRow = first.get(line.values.code);
    if (code && firstRow !== line.row) reader.refuse('code', 'code-twice', { row: String(firstRow) });
    checked.problems.push(...reader.problems);
    if (reader.problems.length > 0 || !code || !fullName || !unitCode || !status) continue;
    checked.lines.push({ row: line.row, code, fullName, unitCode, status, role, phone, email, joinedOn });

    function contact({ values }: Line<MemberColumn>, field: ContactField): string | null | undefined {
      if (!present.has(field)) return undefined;
      if (values[field] === '') return null;
      const known = field === 'phone' ? phoneNumber(values.phone) : emailAddress(values.email);
      return known ?? reader.refuse(field, `${field}-wrong`);
    }

    function joiningDay({ values: { joined_on: written } }: Line<MemberColumn>): string | null | undefined {
      if (written === '') return null;
      const day = calendarDayOf(written);
      if (!day) return reader.refuse('joined_on', 'date-wrong', { value: shortened(written) });
      return day > today ? reader.refuse('joined_on', 'date-in-future', { value: shortened(written) }) : day;
    }
  }
  return checked;
}

/** `2026-05-19`, or the day first: `19/5/2026`, `19.05.2026`. Null for what is no day since the Party was founded. */
function calendarDayOf(text: string): string | null {
  const iso = /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/.exec(text);
  const { year, month, day } =
    (iso ?? /^(?<day>\d{1,2})([/.-])(?<month>\d{1,2})\2(?<year>\d{4})$/.exec(text))?.groups ?? {};
  if (!year || !month || !day || Number(year) < 1930) return null;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written) ? written : null;
}
