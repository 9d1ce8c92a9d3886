import type { MembershipKind } from '../../../prisma/generated/enums.ts';
import type { Actor, Audit } from '../../platform/audit.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database, Sql } from '../../platform/database/index.ts';
import { DomainError } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import type { Charge } from './charge.ts';
import { calendarDay } from '../days.ts';
import {
  dayNear,
  instantOf,
  lockMember,
  reasonIn,
  requireSomebodyAtTheTop,
  type Decision,
  type Ending,
} from './decisions.ts';
import { gone, hasStatus, unitStands } from '../in-force.ts';
import type { Action } from '../may.ts';
import type { Unit } from '../units/units.ts';
import { shiftDay } from '../../platform/shift-day.ts';

/** Where to, from which day on, and for a temporary stay until which day, that day included. */
export interface Move extends Decision {
  to: string;
  kind: MembershipKind;
  until?: string | undefined;
}

export function moves({
  database,
  clock,
  audit,
  unitByCode,
  requireMay,
  memberFor,
}: {
  database: Database;
  clock: Clock;
  audit: Audit;
  unitByCode: (code: string) => Promise<Unit>;
  requireMay: (by: Actor, action: Action, unitId: string) => Promise<void>;
} & Pick<Charge, 'memberFor'>) {
  /**
   * The member belongs elsewhere from a day on: for good (`home`) or for a time (`temporary`). A move for good ends
   * the old home the day before, the roles held in the old home, a stay in the new one, and being on the way
   * (`transferring`). Both units must lie within the actor's right to move.
   *
   * @throws {UnknownMember | UnknownUnit | MayNot}
   * @throws {DomainError} `move.same-unit`, `move.planned`, `move.before-home`, `move.overlaps-stay`, `move.gone`,
   *   `move.no-end` (an end of a move for good), `unit.closed`, `day.before-start`, `day.too-far`, `role.last`,
   *   `reason.missing`
   */
  async function move(by: Actor, code: string, wanted: Move): Promise<{ id: string }> {
    const { member, unit: from } = await memberFor(by, 'member.move', code);
    const to = await unitByCode(wanted.to);
    await requireMay(by, 'member.move', to.id);
    const reason = reasonIn(wanted.reason);
    const today = calendarDay(clock());
    dayNear(wanted.from, today);
    const until = lastDayOf(wanted);

    const planned: Planned = {
      id: newId(),
      memberId: member.id,
      to,
      from: wanted.from,
      until,
      reason,
      by,
      today,
    };
    await database.transaction(async (sql) => {
      await lockMember(sql, member);
      await requireReady(sql, planned);
      await (wanted.kind === 'home' ? moveHome(sql, planned) : beginStay(sql, planned));
      const facts = { kind: wanted.kind, from: wanted.from, fromUnit: from?.code ?? null, toUnit: to.code };
      // Whoever keeps the one unit may not see the audit of the other.
      for (const unitId of new Set([from?.id ?? to.id, to.id])) {
        await audit.record(by, { action: 'member.moved', unitId, subjectId: member.id, facts }, sql);
      }
    });
    return { id: planned.id };
  }

  /**
   * A stay ends before the day `on`; a stay or a move for good that has not begun is called off, and the home
   * before it goes on. A home that has begun ends by a move or by a status, not here.
   *
   * @throws {UnknownMember | MayNot}
   * @throws {DomainError} `stay.unknown`, `stay.is-home`, `day.before-start`, `day.too-far`, `reason.missing`
   */
  async function endStay(
    by: Actor,
    code: string,
    membershipId: string,
    { on, reason }: Ending,
  ): Promise<void> {
    const { member } = await memberFor(by, 'member.move', code);
    const [stay] = await database.query<Stay>(selectStay, [membershipId, member.id, on]);
    if (!stay) throw new DomainError('stay.unknown', { status: 404 });
    await requireMay(by, 'member.move', stay.unitId);
    const because = reasonIn(reason);
    const today = calendarDay(clock());
    dayNear(on, today);
    if (on < stay.fromOn) {
      throw new DomainError('day.before-start', { status: 422, facts: { start: instantOf(stay.fromOn) } });
    }
    const planned = stay.fromOn > today;
    if (stay.kind === 'home' && !planned) throw new DomainError('stay.is-home', { status: 409 });
    await database.transaction(async (sql) => {
      await lockMember(sql, member);
      const ends = stay.kind === 'home' ? stay.fromOn : on;
      await sql.query(endMembership, [membershipId, ends, by.memberId, because]);
      if (stay.kind === 'home') {
        await sql.query(reopenHome, [member.id, stay.fromOn]);
        await sql.query(reopenRoles, [member.id, stay.fromOn, stay.reason]);
      }
      const facts = { kind: stay.kind, on: ends };
      const deed = { action: 'member.stay-ended', unitId: stay.unitId, subjectId: member.id, facts };
      await audit.record(by, deed, sql);
    });
  }

  return { move, endStay };
}

interface Planned {
  id: string;
  memberId: string;
  to: Unit;
  from: string;
  /** Last day, that day included. */
  until: string | null;
  reason: string;
  by: Actor;
  today: string;
}

interface Home {
  id: string;
  unitId: string;
  unit: string;
  fromOn: string;
  toOn: string | null;
}

interface Stay {
  unitId: string;
  kind: MembershipKind;
  fromOn: string;
  reason: string | null;
}

function lastDayOf({ kind, from, until }: Move): string | null {
  if (until === undefined) return null;
  if (kind === 'home') throw new DomainError('move.no-end', { status: 422 });
  if (until < from) {
    throw new DomainError('day.before-start', { status: 422, facts: { start: instantOf(from) } });
  }
  return until;
}

async function requireReady(sql: Sql, { memberId, to, from }: Planned): Promise<void> {
  const [ready] = await sql.query<{ stands: boolean; gone: boolean }>(selectReady, [to.id, memberId, from]);
  if (!ready?.stands) throw new DomainError('unit.closed', { status: 409, facts: { unit: to.name } });
  if (ready.gone) throw new DomainError('move.gone', { status: 409 });
}

async function moveHome(sql: Sql, { id, memberId, to, from, reason, by, today }: Planned): Promise<void> {
  const [home] = await sql.query<Home>(selectLastHome, [memberId]);
  if (home) {
    if (home.fromOn > today) {
      const facts = { unit: home.unit, from: instantOf(home.fromOn) };
      throw new DomainError('move.planned', { status: 409, facts });
    }
    if (home.toOn === null && home.unitId === to.id) throw new DomainError('move.same-unit', { status: 409 });
    const free = home.toOn ?? home.fromOn;
    if (from < free) {
      throw new DomainError('move.before-home', { status: 409, facts: { since: instantOf(free) } });
    }
    if (home.toOn === null) {
      const losing = await sql.query<{ id: string }>(selectRolesIn, [memberId, home.unitId, from]);
      const lost = losing.map((role) => role.id);
      await requireSomebodyAtTheTop(sql, by, lost, from);
      await sql.query(endRoles, [lost, from, by.memberId, reason]);
      await sql.query(endMembership, [home.id, from, by.memberId, reason]);
    }
  }
  await sql.query(endStaysIn, [memberId, to.id, from, by.memberId, reason]);
  await sql.query(endTransferring, [memberId, from, by.memberId, reason]);
  await sql.query(insertMembership, [id, memberId, to.id, 'home', from, null, by.memberId, reason]);
}

async function beginStay(sql: Sql, planned: Planned): Promise<void> {
  const { id, memberId, to, from, until, reason, by } = planned;
  const [home] = await sql.query(selectHomeIn, [memberId, to.id, from]);
  if (home) throw new DomainError('move.same-unit', { status: 409 });
  const end = until === null ? null : shiftDay(until, 1);
  const [other] = await sql.query<{ unit: string; fromOn: string }>(selectOverlapping, [memberId, from, end]);
  if (other) {
    const facts = { unit: other.unit, from: instantOf(other.fromOn) };
    throw new DomainError('move.overlaps-stay', { status: 409, facts });
  }
  await sql.query(insertMembership, [id, memberId, to.id, 'temporary', from, end, by.memberId, reason]);
}

const selectReady = `
  select ${unitStands('u', '$3::date')} as stands, ${hasStatus(gone, '$2::uuid', '$3::date')} as gone
  from unit u where u.id = $1`;

/** Rows that end where they begin were called off. */
const held = (alias: string) => `(${alias}.to_on is null or ${alias}.to_on > ${alias}.from_on)`;

const selectLastHome = `
  select m.id, m.unit_id as "unitId", u.name as unit, m.from_on as "fromOn", m.to_on as "toOn"
  from membership m join unit u on u.id = m.unit_id
  where m.member_id = $1 and m.kind = 'home' and ${held('m')}
  order by m.from_on desc limit 1`;

const selectRolesIn = `
  select r.id from role r
  where r.member_id = $1 and r.unit_id = $2 and (r.to_on is null or r.to_on > greatest($3::date, r.from_on))`;

const endRoles = `
  update role set to_on = greatest(from_on, $2::date), ended_by = $3, end_reason = $4
  where id = any ($1::uuid[])`;

const endMembership = `
  update membership set to_on = greatest(from_on, $2::date), ended_by = $3, end_reason = $4 where id = $1`;

const endStaysIn = `
  update membership m set to_on = greatest(from_on, $3::date), ended_by = $4, end_reason = $5
  where member_id = $1 and unit_id = $2 and kind = 'temporary'
    and (to_on is null or to_on > greatest($3::date, from_on))`;

const endTransferring = `
  update member_status set to_on = greatest(from_on, $2::date), ended_by = $3, end_reason = $4
  where member_id = $1 and status = 'transferring' and (to_on is null or to_on > greatest($2::date, from_on))`;

const insertMembership = `
  insert into membership (id, member_id, unit_id, kind, from_on, to_on, recorded_by, reason)
  values ($1, $2, $3, $4, $5, $6, $7, $8)`;

const selectHomeIn = `
  select from membership m
  where m.member_id = $1 and m.unit_id = $2 and m.kind = 'home' and ${held('m')}
    and (m.to_on is null or m.to_on > $3::date)`;

const selectOverlapping = `
  select u.name as unit, m.from_on as "fromOn" from membership m join unit u on u.id = m.unit_id
  where m.member_id = $1 and m.kind = 'temporary' and ${held('m')}
    and (m.to_on is null or m.to_on > $2::date) and ($3::date is null or m.from_on < $3::date)
  order by m.from_on limit 1`;

const selectStay = `
  select m.unit_id as "unitId", m.kind, m.from_on as "fromOn", m.reason from membership m
  where m.id = $1 and m.member_id = $2 and ${held('m')} and (m.to_on is null or m.to_on > $3::date)`;

/** The home and the roles that were to end on the day of a move that is called off. */
const reopenHome = `
  update membership set to_on = null, ended_by = null, end_reason = null
  where member_id = $1 and kind = 'home' and to_on = $2::date and from_on < $2::date`;

const reopenRoles = `
  update role set to_on = null, ended_by = null, end_reason = null
  where member_id = $1 and to_on = $2::date and from_on < $2::date and end_reason = $3
    and unit_id = (select unit_id from membership where member_id = $1 and kind = 'home' and to_on is null)`;
