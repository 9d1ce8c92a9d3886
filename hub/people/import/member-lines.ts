import type { RoleName } from '../../../prisma/generated/enums.ts';
import { emailAddress, phoneNumber, type ContactField } from '../members/contacts.ts';
import { readDay } from '../days.ts';
import { fold } from '../text.ts';
import { firstRows, lineReader, shortened } from './line-reader.ts';
import type { Checked } from './plan.ts';
import type { Line, Table } from './table.ts';
import { fileStatuses, roleNames, type FileStatus, type MemberColumn } from './words.ts';

/** A member as the file has it. `undefined`: the file has no such column, what is known stays. */
export interface MemberLine {
  row: number;
  code: string;
  fullName: string;
  unitCode: string;
  /** Also `undefined` where the cell is empty: everybody has a status, so there is nothing to take away. */
  status: FileStatus | undefined;
  /** In the home unit; none for a plain member. */
  roles: readonly RoleName[] | undefined;
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
    const status =
      line.values.status === '' ? undefined : reader.word('status', fileStatuses, 'status-unknown');
    const roles = present.has('role') ? rolesOf(line) : undefined;
    const phone = contact(line, 'phone');
    const email = contact(line, 'email');
    const joinedOn = present.has('joined_on') ? joiningDay(line) : undefined;
    const firstRow = first.get(line.values.code);
    if (code && firstRow !== line.row) reader.refuse('code', 'code-twice', { row: String(firstRow) });
    checked.problems.push(...reader.problems);
    if (reader.problems.length > 0 || !code || !fullName || !unitCode) continue;
    checked.lines.push({ row: line.row, code, fullName, unitCode, status, roles, phone, email, joinedOn });

    /** Several where an office writes several: `Phó bí thư, chi ủy viên`. */
    function rolesOf({ values: { role: written } }: Line<MemberColumn>): RoleName[] | undefined {
      const known = new Set<RoleName>();
      for (const word of written.split(/[;,]/)) {
        const role = roleNames.get(fold(word));
        if (!role) return reader.refuse('role', 'role-unknown', { value: shortened(written) });
        if (role !== 'none') known.add(role);
      }
      return [...known];
    }

    function contact({ values }: Line<MemberColumn>, field: ContactField): string | null | undefined {
      if (!present.has(field)) return undefined;
      if (values[field] === '') return null;
      const known = field === 'phone' ? phoneNumber(values.phone) : emailAddress(values.email);
      return known ?? reader.refuse(field, `${field}-wrong`);
    }

    function joiningDay({ values: { joined_on: written } }: Line<MemberColumn>): string | null | undefined {
      if (written === '') return null;
      const day = readDay(written);
      if (!day) return reader.refuse('joined_on', 'date-wrong', { value: shortened(written) });
      return day > today ? reader.refuse('joined_on', 'date-in-future', { value: shortened(written) }) : day;
    }
  }
  return checked;
}
