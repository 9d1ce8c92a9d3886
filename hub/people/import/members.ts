import type { Actor } from '../../platform/audit.ts';
import type { Sql } from '../../platform/database/index.ts';
import type { Keys } from '../../platform/keys.ts';
import { requireSomebodyAtTheTop } from '../members/decisions.ts';
import { erasedAmong, knownMembers, standingUnits, withZeros, type KnownMember } from './known-members.ts';
import { shortened } from './line-reader.ts';
import { compareMember, type MemberChange } from './member-changes.ts';
import type { MemberLine } from './member-lines.ts';
import type { Checked, Plan } from './plan.ts';
import type { Problem } from './problems.ts';
import type { Reach } from './reach.ts';
import type { MemberColumn } from './words.ts';
import { writeMembers } from './write-members.ts';

/**
 * Compares the lines with the members that exist, and each change with what the actor may do there: whoever may
 * import members of a unit may also correct them and record their status; to move somebody, and to give or end a
 * role, takes its own right.
 *
 * @throws {DomainError} `role.last`
 */
export async function planMembers(
  sql: Sql,
  { lines }: Checked<MemberLine>,
  context: { by: Actor; reach: Reach; readmit: boolean; keys: Keys; now: Date; today: string },
): Promise<Plan> {
  const { by, reach, readmit, keys, now, today } = context;
  // Imports take turns; readers are not held up.
  await sql.query('lock table member in share row exclusive mode');
  const codes = lines.map(({ code }) => code);
  const units = await standingUnits(
    sql,
    lines.map(({ unitCode }) => unitCode),
    today,
  );
  const known = await knownMembers(sql, codes, today);
  const strangers = codes.filter((code) => !known.has(code));
  const erased = readmit ? new Set<string>() : await erasedAmong(sql, strangers, keys);
  const zeroed = await withZeros(sql, strangers);

  const problems: Problem[] = [];
  const changes: MemberChange[] = [];
  for (const line of lines) {
    const unitId = units.get(line.unitCode);
    const member = known.get(line.code);
    const found =
      unitId === undefined
        ? [problem(line, 'unit_code', 'unit-unknown', line.unitCode)]
        : problemsOf(line, unitId, member);
    const change =
      unitId !== undefined && found.length === 0 ? compareMember(line, unitId, member, keys) : null;
    const notYours = change ? beyondRights(change, reach) : null;
    if (change && !notYours) changes.push(change);
    problems.push(...found, ...(notYours ? [notYours] : []));
  }
  const differing = changes.filter(({ known: before, fields, endedRoles, endedStatuses }) => {
    return !before || fields.length + endedRoles.length + endedStatuses.length > 0;
  });
  const losing = differing.flatMap(({ endedRoles }) => endedRoles.map(({ id }) => id));
  await requireSomebodyAtTheTop(sql, by, losing, today);

  const created = differing.filter((change) => !change.known).length;
  return {
    problems,
    created,
    updated: differing.length - created,
    unchanged: changes.length - differing.length,
    changes: differing.map(({ line: { row, code, fullName: name }, known: before, fields }) => {
      return { row, code, name, kind: before ? 'updated' : 'created', fields };
    }),
    touched: differing.map(({ known: before, unitId, home }) => ({
      kind: before ? 'updated' : 'created',
      unitIds: [unitId, ...(home && before?.keptIn ? [before.keptIn] : [])],
    })),
    write: () => writeMembers(sql, differing, { by, now, today }),
  };

  function problemsOf(line: MemberLine, unitId: string, member: KnownMember | undefined): Problem[] {
    if (!reach.has('member.import', unitId)) {
      return [problem(line, 'unit_code', 'unit-not-yours', line.unitCode)];
    }
    if (member?.erased || erased.has(line.code)) return [problem(line, 'code', 'code-erased', line.code)];
    if (member) {
      // Whoever has never belonged anywhere is the operator's to place.
      const theirs = member.keptIn ? reach.has('member.import', member.keptIn) : by.memberId === null;
      if (!theirs) return [problem(line, 'code', 'member-elsewhere', line.code)];
      return member.gone ? [problem(line, 'code', 'left-already', line.code)] : [];
    }
    const original = zeroed.get(line.code);
    if (original !== undefined) return [problem(line, 'code', 'code-lost-zero', line.code, { original })];
    return line.status === undefined ? [problem(line, 'status', 'status-needed', line.code)] : [];
  }
}

function beyondRights({ line, known, unitId, home, endedRoles, newRoles }: MemberChange, reach: Reach) {
  if (known && home && !mayMove()) return problem(line, 'unit_code', 'move-not-yours', line.unitCode);
  const here = endedRoles.filter((row) => row.unitId === unitId).map(({ role }) => role);
  const refused = [...here, ...newRoles].find(
    (role) => !reach.has(role === 'admin' ? 'role.give-admin' : 'role.give', unitId),
  );
  return refused ? problem(line, 'role', 'role-not-yours', line.unitCode) : null;

  function mayMove(): boolean {
    return [unitId, known?.keptIn].every((unit) => !unit || reach.has('member.move', unit));
  }
}

function problem(
  { row }: MemberLine,
  field: MemberColumn,
  code: Problem['code'],
  value: string,
  facts: Record<string, string> = {},
): Problem {
  return { row, field, code, facts: { value: shortened(value), ...facts } };
}
