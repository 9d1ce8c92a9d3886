import type { StatusName } from '../../../prisma/generated/enums.ts';
import type { Actor, Audit } from '../../platform/audit.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database, Sql } from '../../platform/database/index.ts';
import { DomainError } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import type { Charge } from './charge.ts';
import { calendarDay } from '../days.ts';
import {
  instantOf,
  lockMember,
  reasonIn,
  requireSomebodyAtTheTop,
  type Decision,
  type Ending,
} from './decisions.ts';
import { apart, gone } from '../in-force.ts';
import { grades } from './standing.ts';
import { shiftDay } from '../../platform/shift-day.ts';

/** Which status, from which day on, and where it is for a time until which day, that day included. */
export interface NewStatus extends Decision {
  status: StatusName;
  until?: string | undefined;
}

const daysAhead = 366;

const isGrade = (status: StatusName) => (grades as readonly StatusName[]).includes(status);

export function statuses({
  database,
  clock,
  audit,
  memberFor,
}: { database: Database; clock: Clock; audit: Audit } & Pick<Charge, 'memberFor'>) {
  /**
   * The member is in this status from a day on, however long ago, or up to a year ahead.
   *
   * - `official` and `probationary` take each other's place, and bring back somebody who had left;
   * - who leaves the Party loses roles, memberships and other statuses on that day; the rows stay as history.
   *
   * @throws {UnknownMember | MayNot}
   * @throws {DomainError} `status.already`, `status.gone`, `status.no-end`, `day.before-start`, `day.too-far`,
   *   `role.last`, `reason.missing`
   */
  async function setStatus(by: Actor, code: string, wanted: NewStatus): Promise<{ id: string }> {
    const { member, unit } = await memberFor(by, 'member.status', code);
    const { status, from } = wanted;
    const reason = reasonIn(wanted.reason);
    if (from > shiftDay(calendarDay(clock()), daysAhead)) {
      throw new DomainError('day.too-far', { status: 422, facts: { day: instantOf(from) } });
    }
    const toOn = endOf(wanted);
    const id = newId();
    await database.transaction(async (sql) => {
      await lockMember(sql, member);
      await requireFree(sql, member.id, wanted, toOn);
      if (apart.includes(status)) {
        const held = await sql.query<{ id: string }>(selectRoles, [member.id, from]);
        const losing = held.map((role) => role.id);
        await requireSomebodyAtTheTop(sql, by, losing, from);
      }
      const ended = [member.id, from, by.memberId, reason];
      if (gone.includes(status)) for (const table of everything) await sql.query(endAll(table), ended);
      if (isGrade(status)) await sql.query(endStatuses, [...ended, [...grades, ...gone]]);
      await sql.query(insertStatus, [id, member.id, status, from, toOn, by.memberId, reason]);
      const facts = { status, from };
      const deed = { action: 'member.status-set', unitId: unit?.id ?? null, subjectId: member.id, facts };
      await audit.record(by, deed, sql);
    });
    return { id };
  }

  /**
   * The status no longer holds from the day `on`; on its first day, it has never held. Whoever was
   * recorded as gone by mistake is back at home when that is called off; roles and stays have to be given anew.
   *
   * @throws {UnknownMember | MayNot}
   * @throws {DomainError} `status.unknown`, `status.replace` (official and probationary: set the other one),
   *   `day.before-start`, `day.too-far`, `reason.missing`
   */
  async function endStatus(by: Actor, code: string, statusId: string, { on, reason }: Ending): Promise<void> {
    const { member, unit } = await memberFor(by, 'member.status', code);
    const because = reasonIn(reason);
    const [held] = await database.query<HeldStatus>(selectStatus, [statusId, member.id, on]);
    if (!held) throw new DomainError('status.unknown', { status: 404 });
    if (isGrade(held.status)) throw new DomainError('status.replace', { status: 409 });
    if (on > shiftDay(calendarDay(clock()), daysAhead)) {
      throw new DomainError('day.too-far', { status: 422, facts: { day: instantOf(on) } });
    }
    if (on < held.fromOn) {
      throw new DomainError('day.before-start', { status: 422, facts: { start: instantOf(held.fromOn) } });
    }
    await database.transaction(async (sql) => {
      await lockMember(sql, member);
      await sql.query(endOne, [statusId, on, by.memberId, because]);
      if (gone.includes(held.status) && on === held.fromOn) {
        for (const text of [reopenHome, reopenGrade]) {
          await sql.query(text, [member.id, held.fromOn, held.reason]);
        }
      }
      const facts = { status: held.status, on };
      const deed = { action: 'member.status-ended', unitId: unit?.id ?? null, subjectId: member.id, facts };
      await audit.record(by, deed, sql);
    });
  }

  return { setStatus, endStatus };
}

interface HeldStatus {
  status: StatusName;
  fromOn: string;
  reason: string | null;
}

/** The first day on which it no longer holds. */
function endOf({ status, from, until }: NewStatus): string | null {
  if (until === undefined) return null;
  if (isGrade(status) || gone.includes(status)) throw new DomainError('status.no-end', { status: 422 });
  if (until < from) {
    throw new DomainError('day.before-start', { status: 422, facts: { start: instantOf(from) } });
  }
  return shiftDay(until, 1);
}

/** Nothing that already holds or is to hold stands in the way. */
async function requireFree(
  sql: Sql,
  memberId: string,
  { status, from }: NewStatus,
  toOn: string | null,
): Promise<void> {
  const held = await sql.query<HeldStatus>(selectOverlapping, [memberId, from, toOn]);
  const same = held.find((other) => other.status === status);
  if (same) {
    throw new DomainError('status.already', { status: 409, facts: { since: instantOf(same.fromOn) } });
  }
  // Only an admission anew brings back who left; it must begin after that.
  const left = held.find((other) => gone.includes(other.status));
  if (left && !(isGrade(status) && from > left.fromOn)) {
    throw new DomainError('status.gone', { status: 409, facts: { since: instantOf(left.fromOn) } });
  }
}

const selectOverlapping = `
  select s.status, s.from_on as "fromOn" from member_status s
  where s.member_id = $1 and (s.to_on is null or s.to_on > greatest($2::date, s.from_on))
    and ($3::date is null or s.from_on < $3::date)
  order by s.from_on`;

const selectRoles = `
  select r.id from role r where r.member_id = $1 and (r.to_on is null or r.to_on > greatest($2::date, r.from_on))`;

const everything = ['role', 'membership', 'member_status'] as const;

const stillOpen = '(to_on is null or to_on > greatest($2::date, from_on))';

function endAll(table: (typeof everything)[number]): string {
  return `
  update ${table} set to_on = greatest(from_on, $2::date), ended_by = $3, end_reason = $4
  where member_id = $1 and ${stillOpen}`;
}

const endStatuses = `${endAll('member_status')} and status = any ($5::status_name[])`;

const insertStatus = `
  insert into member_status (id, member_id, status, from_on, to_on, recorded_by, reason)
  values ($1, $2, $3, $4, $5, $6, $7)`;

const selectStatus = `
  select status, from_on as "fromOn", reason from member_status
  where id = $1 and member_id = $2 and (to_on is null or to_on > greatest($3::date, from_on))`;

const endOne = 'update member_status set to_on = $2, ended_by = $3, end_reason = $4 where id = $1';

const reopenHome = `
  update membership set to_on = null, ended_by = null, end_reason = null
  where member_id = $1 and kind = 'home' and to_on = $2::date and from_on < $2::date and end_reason = $3
    and not exists (select from membership other
      where other.member_id = $1 and other.kind = 'home' and other.to_on is null)`;

const reopenGrade = `
  update member_status set to_on = null, ended_by = null, end_reason = null
  where member_id = $1 and status in ('official', 'probationary') and to_on = $2::date and from_on < $2::date
    and end_reason = $3`;
