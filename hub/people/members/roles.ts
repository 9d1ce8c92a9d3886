import type { RoleName } from '../../../prisma/generated/enums.ts';
import type { Actor, Audit } from '../../platform/audit.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import { DomainError } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
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
import { apart, gone, hasStatus, inForce, unitStands } from '../in-force.ts';
import type { Action } from '../may.ts';
import type { Member } from './members.ts';
import type { Unit } from '../units/units.ts';

/** Who holds which role in a unit today. */
export interface HeldRole {
  id: string;
  role: RoleName;
  member: string;
  fullName: string;
  since: string;
  /** False for a suspended member: the role is kept and gives no power. */
  powerful: boolean;
}

/** Only an admin makes or unmakes an admin. */
function actionFor(role: RoleName): Action {
  return role === 'admin' ? 'role.give-admin' : 'role.give';
}

export function roles({
  database,
  clock,
  audit,
  livingMember,
  unitByCode,
  requireMay,
}: {
  database: Database;
  clock: Clock;
  audit: Audit;
  livingMember: (code: string) => Promise<Member>;
  unitByCode: (code: string) => Promise<Unit>;
  requireMay: (by: Actor, action: Action, unitId: string) => Promise<void>;
}) {
  /**
   * The member holds the role in the unit from that day on. Whoever gives it needs the right in that unit; the
   * member may be at home elsewhere, as those are whom an upper committee appoints.
   *
   * @throws {UnknownMember | UnknownUnit | MayNot}
   * @throws {DomainError} `role.already`, `role.apart` (suspended or gone), `unit.closed`, `day.too-far`,
   *   `reason.missing`
   */
  async function giveRole(
    by: Actor,
    code: string,
    { role, unit: unitCode, from, reason }: Decision & { role: RoleName; unit: string },
  ): Promise<{ id: string }> {
    const member = await livingMember(code);
    const unit = await unitByCode(unitCode);
    await requireMay(by, actionFor(role), unit.id);
    const because = reasonIn(reason);
    dayNear(from, calendarDay(clock()));
    const id = newId();
    await database.transaction(async (sql) => {
      await lockMember(sql, member);
      const [fit] = await sql.query<Fitness>(selectFitness, [member.id, unit.id, role, from]);
      if (!fit?.stands) throw new DomainError('unit.closed', { status: 409, facts: { unit: unit.name } });
      if (fit.apart) throw new DomainError('role.apart', { status: 409 });
      if (fit.since !== null) {
        throw new DomainError('role.already', { status: 409, facts: { since: instantOf(fit.since) } });
      }
      await sql.query(insertRole, [id, member.id, unit.id, role, from, by.memberId, because]);
      const facts = { role, from };
      await audit.record(by, { action: 'role.given', unitId: unit.id, subjectId: member.id, facts }, sql);
    });
    return { id };
  }

  /**
   * The role is not held any more from the day `on`; on its first day or before, it has never been held.
   *
   * @throws {UnknownMember | MayNot}
   * @throws {DomainError} `role.unknown`, `role.last`, `day.before-start`, `day.too-far`, `reason.missing`
   */
  async function endRole(by: Actor, code: string, roleId: string, { on, reason }: Ending): Promise<void> {
    const member = await livingMember(code);
    const [held] = await database.query<{ role: RoleName; unitId: string; fromOn: string }>(selectRole, [
      roleId,
      member.id,
      on,
    ]);
    if (!held) throw new DomainError('role.unknown', { status: 404 });
    await requireMay(by, actionFor(held.role), held.unitId);
    const because = reasonIn(reason);
    dayNear(on, calendarDay(clock()));
    if (on < held.fromOn) {
      throw new DomainError('day.before-start', { status: 422, facts: { start: instantOf(held.fromOn) } });
    }
    await database.transaction(async (sql) => {
      await lockMember(sql, member);
      await requireSomebodyAtTheTop(sql, by, [roleId], on);
      await sql.query(endOne, [roleId, on, by.memberId, because]);
      const facts = { role: held.role, on };
      const deed = { action: 'role.ended', unitId: held.unitId, subjectId: member.id, facts };
      await audit.record(by, deed, sql);
    });
  }

  /**
   * Who holds a role in this very unit today, the weightiest first.
   *
   * @throws {UnknownUnit | MayNot}
   */
  async function rolesOf(by: Actor, unitCode: string): Promise<HeldRole[]> {
    const unit = await unitByCode(unitCode);
    await requireMay(by, 'member.read', unit.id);
    return await database.query<HeldRole>(selectHeld, [unit.id, calendarDay(clock())]);
  }

  return { giveRole, endRole, rolesOf };
}

interface Fitness {
  stands: boolean;
  apart: boolean;
  /** First day of the same role in the same unit, held or to be held on that day or later. */
  since: string | null;
}

const selectFitness = `
  select ${unitStands('u', '$4::date')} as stands, ${hasStatus(apart, '$1::uuid', '$4::date')} as apart,
    (select min(r.from_on) from role r where r.member_id = $1 and r.unit_id = $2 and r.role = $3::role_name
      and (r.to_on is null or r.to_on > greatest($4::date, r.from_on))) as since
  from unit u where u.id = $2`;

const insertRole = `
  insert into role (id, member_id, unit_id, role, from_on, recorded_by, reason)
  values ($1, $2, $3, $4, $5, $6, $7)`;

const selectRole = `
  select role, unit_id as "unitId", from_on as "fromOn" from role
  where id = $1 and member_id = $2 and (to_on is null or to_on > $3::date)`;

const endOne = `update role set to_on = $2, ended_by = $3, end_reason = $4 where id = $1`;

const selectHeld = `
  select r.id, r.role, m.code as member, m.full_name as "fullName", r.from_on as since,
    not ${hasStatus(apart, 'm.id', '$2::date')} as powerful
  from role r join member m on m.id = r.member_id
  where r.unit_id = $1 and ${inForce('r', '$2::date')} and not ${hasStatus(gone, 'm.id', '$2::date')}
  order by r.role, r.from_on, m.code`;
