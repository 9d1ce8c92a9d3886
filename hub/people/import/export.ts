import type { RoleName } from '../../../prisma/generated/enums.ts';
import type { Actor, Audit } from '../../platform/audit.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import type { Keys } from '../../platform/keys.ts';
import type { Language, Locales, Say } from '../../platform/locales.ts';
import { writeSheet, type SheetCell, type SheetFormat } from '../../platform/spreadsheet.ts';
import { openContact, phoneAsWritten } from '../members/contacts.ts';
import { calendarDay } from '../days.ts';
import { MayNot } from '../errors.ts';
import { gone, hasStatus, inForce, unitStands } from '../in-force.ts';
import type { Action } from '../may.ts';
import type { Unit, UnitKind } from '../units/units.ts';
import {
  dayCell,
  kindCells,
  memberTitles,
  roleCells,
  statusCells,
  unitTitles,
  type Words,
} from './file-words.ts';
import type { ImportKind } from './import.ts';
import { fileStatuses, type FileStatus, type MemberColumn, type UnitColumn } from './words.ts';

export interface Spreadsheet {
  fileName: string;
  content: Buffer;
  /** Without the header. */
  rows: number;
}

export function exports({
  database,
  keys,
  clock,
  audit,
  locales,
  languageOf,
  unitByCode,
  requireMay,
  reach,
}: {
  database: Database;
  keys: Keys;
  clock: Clock;
  audit: Audit;
  locales: Locales;
  languageOf: (by: Actor) => Promise<Language>;
  unitByCode: (code: string) => Promise<Unit>;
  requireMay: (by: Actor, action: Action, unitId: string) => Promise<void>;
  reach: (memberId: string, action: Action) => Promise<string[]>;
}) {
  /**
   * The members at home in a unit and below it, in the form in which they are imported: the file taken in again
   * changes nothing. Without a unit, all whom the actor may export. Who has left the Party is not in it.
   *
   * @throws {UnknownUnit | MayNot}
   */
  async function exportMembers(
    by: Actor,
    unitCode: string | null,
    format: SheetFormat,
  ): Promise<Spreadsheet> {
    const tops = await topsFor(by, 'member.export', unitCode);
    const say = await sayerOf(by);
    const rows = await database.query<MemberRow>(selectMembers, [tops, calendarDay(clock())]);
    for (const [unitId, members] of countsBy(rows)) {
      await audit.record(by, { action: 'members.exported', unitId, subjectId: unitId, facts: { members } });
    }
    const open = (row: MemberRow, field: 'phone' | 'email') => {
      const sealed = row[field];
      return sealed && openContact(keys, row.id, field, sealed);
    };
    const lines = rows.map((row): Record<MemberColumn, SheetCell> => ({
      code: row.code,
      full_name: row.fullName,
      unit_code: row.unitCode,
      role: row.roles.map((role) => roleCells[role](say)).join(', '),
      status: row.status && statusCells[row.status](say),
      phone: phoneAsWritten(open(row, 'phone')),
      email: open(row, 'email'),
      joined_on: row.joinedOn && dayCell(row.joinedOn),
    }));
    return await written(say('sheet-members-file'), format, say, memberTitles, lines);
  }

  /**
   * A unit and those below it that stand today, in the form in which they are imported. Without a unit, all that
   * the actor may export.
   *
   * @throws {UnknownUnit | MayNot}
   */
  async function exportUnits(by: Actor, unitCode: string | null, format: SheetFormat): Promise<Spreadsheet> {
    const tops = await topsFor(by, 'unit.export', unitCode);
    const say = await sayerOf(by);
    const rows = await database.query<UnitRow>(selectUnits, [tops, calendarDay(clock())]);
    for (const [unitId, units] of countsBy(rows)) {
      await audit.record(by, { action: 'units.exported', unitId, subjectId: unitId, facts: { units } });
    }
    const lines = rows.map((row): Record<UnitColumn, SheetCell> => ({
      code: row.code,
      name: row.name,
      kind: kindCells[row.kind](say),
      parent_code: row.parentCode,
    }));
    return await written(say('sheet-units-file'), format, say, unitTitles, lines);
  }

  /** A file with only its header, to be filled in. */
  async function emptySheet(by: Actor, kind: ImportKind, format: SheetFormat): Promise<Spreadsheet> {
    const say = await sayerOf(by);
    return kind === 'units'
      ? await written(say('sheet-units-file'), format, say, unitTitles, [])
      : await written(say('sheet-members-file'), format, say, memberTitles, []);
  }

  /** The ids of the units with all below them; null: everything. */
  async function topsFor(by: Actor, action: Action, unitCode: string | null): Promise<string[] | null> {
    if (unitCode !== null) {
      const { id } = await unitByCode(unitCode);
      await requireMay(by, action, id);
      return [id];
    }
    if (by.memberId === null) return null;
    const held = await reach(by.memberId, action);
    if (held.length === 0) throw new MayNot();
    return held;
  }

  async function sayerOf(by: Actor): Promise<Say> {
    return locales(await languageOf(by));
  }

  return { exportMembers, exportUnits, emptySheet };
}

interface MemberRow {
  id: string;
  /** The highest of the units asked for in which the row lies. */
  topId: string;
  code: string;
  fullName: string;
  unitCode: string;
  roles: RoleName[];
  status: FileStatus | null;
  phone: Uint8Array | null;
  email: Uint8Array | null;
  joinedOn: string | null;
}

interface UnitRow {
  topId: string;
  code: string;
  name: string;
  kind: UnitKind;
  parentCode: string | null;
}

async function written<Column extends string>(
  name: string,
  format: SheetFormat,
  say: Say,
  titles: Words<Column>,
  lines: readonly Readonly<Record<Column, SheetCell>>[],
): Promise<Spreadsheet> {
  const columns = Object.keys(titles) as Column[];
  const header = columns.map((column) => titles[column](say));
  const body = lines.map((line) => columns.map((column) => line[column]));
  return {
    fileName: `${name}.${format}`,
    content: await writeSheet([header, ...body], format),
    rows: lines.length,
  };
}

function countsBy(rows: readonly { topId: string }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { topId } of rows) counts.set(topId, (counts.get(topId) ?? 0) + 1);
  return counts;
}

// The highest of the tops comes first, so that each unit lies below one of them only.
const below = `
  with recursive below as (
    select id, parent_id, code, name, kind, valid_from, valid_to, id as top_id, 0 as depth from unit
    where case when $1::uuid[] is null then parent_id is null else id = any ($1::uuid[]) end
    union all
    select u.id, u.parent_id, u.code, u.name, u.kind, u.valid_from, u.valid_to, b.top_id, b.depth + 1
    from unit u join below b on u.parent_id = b.id
  ), within as (
    select distinct on (id) * from below order by id, depth desc
  )`;

const isFileStatus = `s.status in (${[...new Set(fileStatuses.values())].map((status) => `'${status}'`).join(', ')})`;

const selectMembers = `
  ${below}
  select m.id, w.top_id as "topId", m.code, m.full_name as "fullName", w.code as "unitCode",
    array(select distinct r.role from role r
      where r.member_id = m.id and r.unit_id = w.id and ${inForce('r', '$2::date')} order by r.role)::text[] as roles,
    (select s.status from member_status s where s.member_id = m.id and ${isFileStatus}
      and ${inForce('s', '$2::date')} order by s.from_on desc limit 1) as status,
    m.phone, m.email, m.joined_on as "joinedOn"
  from membership h join member m on m.id = h.member_id join within w on w.id = h.unit_id
  where h.kind = 'home' and ${inForce('h', '$2::date')} and m.erased_at is null
    and not ${hasStatus(gone, 'm.id', '$2::date')}
  order by w.code, m.code`;

const selectUnits = `
  ${below}
  select w.top_id as "topId", w.code, w.name, w.kind, p.code as "parentCode"
  from within w left join unit p on p.id = w.parent_id
  where ${unitStands('w', '$2::date')}
  order by w.kind, w.code`;
