import type { RoleName } from '../../../prisma/generated/enums.ts';
import type { Sql } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import type { Keys } from '../../platform/keys.ts';
import { inBatches } from '../bulk.ts';
import { openContact, sealContact, type ContactField } from '../contacts.ts';
import { unitStands } from '../in-force.ts';
import type { FileStatus } from './words.ts';
import { shortened } from './line-reader.ts';
import type { MemberLine } from './member-lines.ts';
import type { Checked, Plan } from './plan.ts';

/**
 * Compares the lines with the members that exist. What ends today ended yesterday evening: the new
 * membership, status or role holds from today on, the old row stays as history.
 */
export async function planMembers(
  sql: Sql,
  { lines }: Checked<MemberLine>,
  { keys, now, today }: { keys: Keys; now: Date; today: string },
): Promise<Plan> {
  // Imports take turns; readers are not held up.
  await sql.query('lock table member in share row exclusive mode');
  const units = await unitIds(sql, lines, today);
  const problems = lines
    .filter(({ unitCode }) => !units.has(unitCode))
    .map(({ row, unitCode }) => ({
      row,
      field: 'unit_code',
      code: 'unit-unknown' as const,
      facts: { value: shortened(unitCode) },
    }));
  const accepted = lines.filter(({ unitCode }) => units.has(unitCode));
  const known = await knownMembers(sql, accepted, today);

  const changes = noChanges();
  const counts = { created: 0, updated: 0, unchanged: 0 };
  for (const line of accepted) {
    const outcome = compare(line, units.get(line.unitCode) ?? '', known.get(line.code), changes, keys);
    counts[outcome] += 1;
  }
  return { problems, ...counts, write: () => write(sql, changes, now, today) };
}

async function unitIds(sql: Sql, lines: readonly MemberLine[], today: string): Promise<Map<string, string>> {
  const codes = [...new Set(lines.map(({ unitCode }) => unitCode))];
  const rows = await sql.query<{ id: string; code: string }>(selectUnits, [codes, today]);
  return new Map(rows.map(({ code, id }) => [code, id]));
}

async function knownMembers(
  sql: Sql,
  lines: readonly MemberLine[],
  today: string,
): Promise<Map<string, KnownMember>> {
  const rows = await sql.query<KnownMember>(selectMembers, [lines.map(({ code }) => code), today]);
  return new Map(rows.map((row) => [row.code, row]));
}

interface KnownMember {
  id: string;
  code: string;
  fullName: string;
  joinedOn: string | null;
  phone: Uint8Array | null;
  email: Uint8Array | null;
  homeId: string | null;
  homeUnitId: string | null;
  statuses: { id: string; status: FileStatus }[];
  roles: { id: string; unitId: string; role: RoleName }[];
}

interface MemberRow {
  id: string;
  code: string;
  full_name: string;
  joined_on: string | null;
  /** Sealed, in base64. */
  phone: string | null;
  email: string | null;
}

interface Changes {
  newMembers: MemberRow[];
  changedMembers: MemberRow[];
  endedHomes: { id: string }[];
  newHomes: { id: string; member_id: string; unit_id: string }[];
  endedStatuses: { id: string }[];
  newStatuses: { id: string; member_id: string; status: FileStatus }[];
  endedRoles: { id: string }[];
  newRoles: { id: string; member_id: string; unit_id: string; role: RoleName }[];
}

function noChanges(): Changes {
  return {
    newMembers: [],
    changedMembers: [],
    endedHomes: [],
    newHomes: [],
    endedStatuses: [],
    newStatuses: [],
    endedRoles: [],
    newRoles: [],
  };
}

function compare(
  line: MemberLine,
  unitId: string,
  known: KnownMember | undefined,
  changes: Changes,
  keys: Keys,
): 'created' | 'updated' | 'unchanged' {
  const memberId = known?.id ?? newId();
  const changed = [
    compareMember(line, memberId, known, changes, keys),
    compareHome(memberId, unitId, known, changes),
    compareStatus(line, memberId, known, changes),
    compareRoles(line, memberId, unitId, known, changes),
  ].includes(true);
  if (!known) return 'created';
  return changed ? 'updated' : 'unchanged';
}

function compareMember(
  line: MemberLine,
  id: string,
  known: KnownMember | undefined,
  { newMembers, changedMembers }: Changes,
  keys: Keys,
): boolean {
  const phone = compareContact('phone');
  const email = compareContact('email');
  const joinedOn = line.joinedOn === undefined ? (known?.joinedOn ?? null) : line.joinedOn;
  const changed =
    phone.changed || email.changed || line.fullName !== known?.fullName || joinedOn !== known.joinedOn;
  if (!changed) return false;
  (known ? changedMembers : newMembers).push({
    id,
    code: line.code,
    full_name: line.fullName,
    joined_on: joinedOn,
    phone: phone.sealed,
    email: email.sealed,
  });
  return true;

  function compareContact(field: ContactField): { changed: boolean; sealed: string | null } {
    const before = known?.[field] ?? null;
    const written = line[field];
    const same = written === undefined || written === (before && openContact(keys, id, field, before));
    if (same) return { changed: false, sealed: before && base64(before) };
    return { changed: true, sealed: written && base64(sealContact(keys, id, field, written)) };
  }
}

function compareHome(
  memberId: string,
  unitId: string,
  known: KnownMember | undefined,
  { endedHomes, newHomes }: Changes,
): boolean {
  if (known?.homeUnitId === unitId) return false;
  if (known?.homeId) endedHomes.push({ id: known.homeId });
  newHomes.push({ id: newId(), member_id: memberId, unit_id: unitId });
  return true;
}

function compareStatus(
  { status }: MemberLine,
  memberId: string,
  known: KnownMember | undefined,
  { endedStatuses, newStatuses }: Changes,
): boolean {
  const held = known?.statuses ?? [];
  const kept = held.find((row) => row.status === status);
  const ended = held.filter((row) => row !== kept);
  endedStatuses.push(...ended.map(({ id }) => ({ id })));
  if (!kept) newStatuses.push({ id: newId(), member_id: memberId, status });
  return !kept || ended.length > 0;
}

/** Only roles in the old and the new home unit are the file's to change; roles held elsewhere stay. */
function compareRoles(
  { role }: MemberLine,
  memberId: string,
  unitId: string,
  known: KnownMember | undefined,
  { endedRoles, newRoles }: Changes,
): boolean {
  if (role === undefined) return false;
  const held = known?.roles.filter((row) => row.unitId === unitId || row.unitId === known.homeUnitId) ?? [];
  const kept = held.find((row) => row.role === role && row.unitId === unitId);
  const ended = held.filter((row) => row !== kept);
  endedRoles.push(...ended.map(({ id }) => ({ id })));
  const missing = role !== 'none' && !kept;
  if (missing) newRoles.push({ id: newId(), member_id: memberId, unit_id: unitId, role });
  return missing || ended.length > 0;
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

async function write(sql: Sql, changes: Changes, now: Date, today: string): Promise<void> {
  await inBatches(sql, insertMembers, changes.newMembers, now);
  await inBatches(sql, updateMembers, changes.changedMembers, now);
  // One open home at a time: the old one ends before the new one begins.
  await inBatches(sql, end('membership'), changes.endedHomes, today);
  await inBatches(sql, insertHomes, changes.newHomes, today);
  await inBatches(sql, end('member_status'), changes.endedStatuses, today);
  await inBatches(sql, insertStatuses, changes.newStatuses, today);
  await inBatches(sql, end('role'), changes.endedRoles, today);
  await inBatches(sql, insertRoles, changes.newRoles, today);
}

const selectUnits = `
  select u.id, u.code from unit u where u.code = any ($1::text[]) and ${unitStands('u', '$2::date')}`;

const selectMembers = `
  select m.id, m.code, m.full_name as "fullName", m.joined_on as "joinedOn", m.phone, m.email,
    h.id as "homeId", h.unit_id as "homeUnitId",
    coalesce(s.rows, '[]') as statuses, coalesce(r.rows, '[]') as roles
  from member m
  left join membership h on h.member_id = m.id and h.kind = 'home' and h.to_on is null
  left join (
    select member_id, jsonb_agg(jsonb_build_object('id', id, 'status', status)) as rows from member_status
    where status in ('official', 'probationary') and (to_on is null or to_on > $2::date) group by member_id
  ) s on s.member_id = m.id
  left join (
    select member_id, jsonb_agg(jsonb_build_object('id', id, 'unitId', unit_id, 'role', role)) as rows from role
    where to_on is null or to_on > $2::date group by member_id
  ) r on r.member_id = m.id
  where m.code = any ($1::text[])`;

const memberRow = `jsonb_to_recordset($1::jsonb) as line
  (id uuid, code text, full_name text, joined_on date, phone text, email text)`;

const insertMembers = `
  insert into member (id, code, full_name, joined_on, phone, email, created_at, updated_at)
  select id, code, full_name, joined_on, decode(phone, 'base64'), decode(email, 'base64'),
    $2::timestamptz, $2::timestamptz
  from ${memberRow}`;

const updateMembers = `
  update member m set full_name = line.full_name, joined_on = line.joined_on,
    phone = decode(line.phone, 'base64'), email = decode(line.email, 'base64'), updated_at = $2::timestamptz
  from ${memberRow} where m.id = line.id`;

const insertHomes = `
  insert into membership (id, member_id, unit_id, kind, from_on)
  select id, member_id, unit_id, 'home', $2::date
  from jsonb_to_recordset($1::jsonb) as line (id uuid, member_id uuid, unit_id uuid)`;

const insertStatuses = `
  insert into member_status (id, member_id, status, from_on) select id, member_id, status, $2::date
  from jsonb_to_recordset($1::jsonb) as line (id uuid, member_id uuid, status status_name)`;

const insertRoles = `
  insert into role (id, member_id, unit_id, role, from_on) select id, member_id, unit_id, role, $2::date
  from jsonb_to_recordset($1::jsonb) as line (id uuid, member_id uuid, unit_id uuid, role role_name)`;

function end(table: 'membership' | 'member_status' | 'role'): string {
  return `
  update ${table} t set to_on = greatest(t.from_on, $2::date)
  from jsonb_to_recordset($1::jsonb) as line (id uuid) where t.id = line.id`;
}
