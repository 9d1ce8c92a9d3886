import type { Actor } from '../../platform/audit.ts';
import type { Sql } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { requireSomebodyAtTheTop } from '../members/decisions.ts';

/** The steps of which reorganisations are made, each inside the caller's transaction. */

/** By whom, from which day on, and why. */
export interface Decided {
  by: Actor;
  on: string;
  reason: string;
}

export async function childrenOf(sql: Sql, unitId: string): Promise<string[]> {
  const rows = await sql.query<{ id: string }>(
    'select id from unit where parent_id = $1 and valid_to is null',
    [unitId],
  );
  return rows.map(({ id }) => id);
}

export async function hang(
  sql: Sql,
  units: readonly string[],
  parentId: string,
  { by, on, reason }: Decided,
): Promise<number> {
  const ids = units.map(() => newId());
  await sql.query(insertMoves, [ids, units, parentId, on, by.memberId, reason]);
  await sql.query('update unit set parent_id = $2 where id = any ($1::uuid[])', [units, parentId]);
  return units.length;
}

export async function close(sql: Sql, unitId: string, on: string): Promise<void> {
  await sql.query('update unit set valid_to = $2 where id = $1', [unitId, on]);
}

/** Nothing succeeds the unit: a move to nowhere keeps the day and the reason. */
export async function dissolve(sql: Sql, unitId: string, { by, on, reason }: Decided): Promise<void> {
  await close(sql, unitId, on);
  await sql.query(insertMoves, [[newId()], [unitId], null, on, by.memberId, reason]);
}

export async function succeed(
  sql: Sql,
  { kind, from, to, by, on, reason }: { kind: 'merge' | 'split'; from: string; to: string } & Decided,
): Promise<void> {
  await sql.query(insertSuccession, [newId(), kind, from, to, on, by.memberId, reason]);
}

/**
 * Homes and stays of these members (null: of all) go over, with whatever is planned for later. Who came after the
 * day goes over from the day of coming. A stay in a unit where one is at home is none, and ends.
 */
export async function movePeople(
  sql: Sql,
  {
    from,
    to,
    members,
    by,
    on,
    reason,
  }: { from: string; to: string; members: readonly string[] | null } & Decided,
): Promise<{ members: number; stays: number }> {
  const closed = await sql.query<{
    memberId: string;
    kind: 'home' | 'temporary';
    begins: string;
    ends: string | null;
  }>(closeMemberships, [from, on, members, by.memberId, reason]);
  const rows = closed.map((row) => ({ id: newId(), member_id: row.memberId, ...row }));
  const homes = rows.filter(({ kind }) => kind === 'home');
  const stays = rows.filter(({ kind }) => kind === 'temporary');
  const decided = [to, by.memberId, reason];
  await sql.query(insertHomes, [JSON.stringify(homes), ...decided]);
  await sql.query(endStaysAtHome, [to, on, homes.map(({ memberId }) => memberId), by.memberId, reason]);
  const kept = await sql.query(insertStays, [JSON.stringify(stays), ...decided]);
  return { members: homes.length, stays: kept.length };
}

/** @throws {DomainError} `role.last` */
export async function endRoles(
  sql: Sql,
  { unitId, members, by, on, reason }: { unitId: string; members: readonly string[] | null } & Decided,
): Promise<number> {
  const open = await sql.query<{ id: string }>(selectRoles, [unitId, on, members]);
  const ids = open.map(({ id }) => id);
  await requireSomebodyAtTheTop(sql, by, ids, on);
  await sql.query(closeRoles, [ids, on, by.memberId, reason]);
  return ids.length;
}

const insertMoves = `
  insert into unit_move (id, unit_id, from_parent_id, to_parent_id, on_day, recorded_by, reason)
  select moved.id, u.id, u.parent_id, $3::uuid, $4::date, $5::uuid, $6
  from unnest($1::uuid[], $2::uuid[]) as moved (id, unit_id) join unit u on u.id = moved.unit_id
  where u.parent_id is distinct from $3::uuid`;

const insertSuccession = `
  insert into unit_succession (id, kind, predecessor_id, successor_id, on_day, recorded_by, reason)
  values ($1, $2, $3, $4, $5, $6, $7)`;

/** Open on the day or later, as it was and as it is from now on. */
const closeMemberships = `
  with open as (
    select * from membership
    where unit_id = $1 and (to_on is null or to_on > $2::date) and ($3::uuid[] is null or member_id = any ($3))
  )
  update membership m set to_on = greatest(m.from_on, $2::date), ended_by = $4, end_reason = $5
  from open where m.id = open.id
  returning m.member_id as "memberId", m.kind, m.to_on as begins, open.to_on as ends`;

const ofRows = `
  jsonb_to_recordset($1::jsonb) as line (id uuid, member_id uuid, begins date, ends date)`;

const insertHomes = `
  insert into membership (id, member_id, unit_id, kind, from_on, to_on, recorded_by, reason)
  select id, member_id, $2, 'home', begins, ends, $3::uuid, $4 from ${ofRows}`;

const endStaysAtHome = `
  update membership set to_on = greatest(from_on, $2::date), ended_by = $4, end_reason = $5
  where unit_id = $1 and kind = 'temporary' and (to_on is null or to_on > $2::date)
    and member_id = any ($3::uuid[])`;

const insertStays = `
  insert into membership (id, member_id, unit_id, kind, from_on, to_on, recorded_by, reason)
  select distinct on (member_id, begins) id, member_id, $2, 'temporary'::membership_kind, begins, ends, $3::uuid, $4
  from ${ofRows}
  where not exists (
    select from membership there where there.member_id = line.member_id and there.unit_id = $2
      and (there.to_on is null or there.to_on > line.begins))
  returning id`;

const selectRoles = `
  select id from role
  where unit_id = $1 and (to_on is null or to_on > $2::date) and ($3::uuid[] is null or member_id = any ($3))
  order by id`;

const closeRoles = `
  update role set to_on = greatest(from_on, $2::date), ended_by = $3, end_reason = $4 where id = any ($1::uuid[])`;
