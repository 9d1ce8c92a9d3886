import type { Actor } from '../../platform/audit.ts';
import type { Sql } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { inBatches } from '../bulk.ts';
import { endMailboxes } from '../joining/mailbox.ts';
import type { MemberChange } from './member-changes.ts';

/**
 * What ends today ended yesterday evening: the new membership, status or role holds from today on, the old row stays
 * as history.
 */
export async function writeMembers(
  sql: Sql,
  changes: readonly MemberChange[],
  { by, now, today }: { by: Actor; now: Date; today: string },
): Promise<void> {
  const persons = changes.flatMap(({ person, known }) => (person ? [{ person, isNew: !known }] : []));
  const moves = changes.filter(({ home }) => home);
  const moving = moves.filter(({ known }) => known);
  const decided = [today, by.memberId];

  await inBatches(
    sql,
    insertMembers,
    persons.filter(({ isNew }) => isNew).map(({ person }) => person),
    now,
  );
  await inBatches(
    sql,
    updateMembers,
    persons.filter(({ isNew }) => !isNew).map(({ person }) => person),
    now,
  );
  await endMailboxes(
    sql,
    changes
      .filter(({ known, fields }) => known && fields.some(({ field }) => field === 'email'))
      .map(({ memberId }) => memberId),
    now,
  );
  // One open home at a time: the old one ends before the new one begins. What the file says holds from today on, and
  // calls off a move that was planned.
  const endedHomes = moving.flatMap(({ known }) => [known?.homeId ?? [], known?.plannedHomeIds ?? []].flat());
  await inBatches(sql, end('membership'), endedHomes.map(byId), ...decided);
  await inBatches(sql, endStaysInNewHome, moving.map(placed), ...decided);
  await inBatches(sql, endTransferring, moving.map(placed), ...decided);
  await inBatches(sql, insertHomes, moves.map(placed), ...decided);
  await inBatches(
    sql,
    end('member_status'),
    changes.flatMap((change) => change.endedStatuses).map(byId),
    ...decided,
  );
  await inBatches(sql, insertStatuses, changes.flatMap(statusRow), ...decided);
  const endedRoles = changes.flatMap((change) => change.endedRoles.map(({ id }) => id));
  await inBatches(sql, end('role'), endedRoles.map(byId), ...decided);
  await inBatches(sql, insertRoles, changes.flatMap(roleRows), ...decided);
}

function byId(id: string) {
  return { id };
}

function placed({ memberId, unitId }: MemberChange) {
  return { id: newId(), member_id: memberId, unit_id: unitId };
}

function statusRow({ memberId, newStatus }: MemberChange) {
  return newStatus ? [{ id: newId(), member_id: memberId, status: newStatus }] : [];
}

function roleRows({ memberId, unitId, newRoles }: MemberChange) {
  return newRoles.map((role) => ({ id: newId(), member_id: memberId, unit_id: unitId, role }));
}

const memberRow = `jsonb_to_recordset($1::jsonb) as line
  (id uuid, code text, full_name text, folded_name text, joined_on date, phone text, email text)`;

const insertMembers = `
  insert into member (id, code, full_name, folded_name, joined_on, phone, email, created_at, updated_at)
  select id, code, full_name, folded_name, joined_on, decode(phone, 'base64'), decode(email, 'base64'),
    $2::timestamptz, $2::timestamptz
  from ${memberRow}`;

const updateMembers = `
  update member m set full_name = line.full_name, folded_name = line.folded_name, joined_on = line.joined_on,
    phone = decode(line.phone, 'base64'), email = decode(line.email, 'base64'), updated_at = $2::timestamptz
  from ${memberRow} where m.id = line.id`;

const placeRow = 'jsonb_to_recordset($1::jsonb) as line (id uuid, member_id uuid, unit_id uuid)';

/** A stay where one is at home is none. */
const endStaysInNewHome = `
  update membership t set to_on = greatest(t.from_on, $2::date), ended_by = $3::uuid
  from ${placeRow}
  where t.member_id = line.member_id and t.unit_id = line.unit_id and t.kind = 'temporary'
    and (t.to_on is null or t.to_on > greatest($2::date, t.from_on))`;

/** Whoever has arrived is not on the way any more. */
const endTransferring = `
  update member_status t set to_on = greatest(t.from_on, $2::date), ended_by = $3::uuid
  from ${placeRow}
  where t.member_id = line.member_id and t.status = 'transferring'
    and (t.to_on is null or t.to_on > greatest($2::date, t.from_on))`;

const insertHomes = `
  insert into membership (id, member_id, unit_id, kind, from_on, recorded_by)
  select id, member_id, unit_id, 'home', $2::date, $3::uuid from ${placeRow}`;

const insertStatuses = `
  insert into member_status (id, member_id, status, from_on, recorded_by)
  select id, member_id, status, $2::date, $3::uuid
  from jsonb_to_recordset($1::jsonb) as line (id uuid, member_id uuid, status status_name)`;

const insertRoles = `
  insert into role (id, member_id, unit_id, role, from_on, recorded_by)
  select id, member_id, unit_id, role, $2::date, $3::uuid
  from jsonb_to_recordset($1::jsonb) as line (id uuid, member_id uuid, unit_id uuid, role role_name)`;

function end(table: 'membership' | 'member_status' | 'role'): string {
  return `
  update ${table} t set to_on = greatest(t.from_on, $2::date), ended_by = $3::uuid
  from jsonb_to_recordset($1::jsonb) as line (id uuid) where t.id = line.id`;
}
