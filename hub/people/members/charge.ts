import type { Actor } from '../../platform/audit.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import { calendarDay } from '../days.ts';
import { MayNot, UnknownMember } from '../errors.ts';
import { inForce } from '../in-force.ts';
import type { Action } from '../may.ts';
import type { Member } from './members.ts';
import type { Unit } from '../units/units.ts';

export type Charge = ReturnType<typeof charge>;

/** Whose business a member is: rights are held over units, and this says which units stand for a member. */
export function charge({
  database,
  clock,
  memberByCode,
  unitsOf,
  requireMay,
}: {
  database: Database;
  clock: Clock;
  memberByCode: (code: string) => Promise<Member>;
  unitsOf: (memberId: string) => Promise<Unit[]>;
  requireMay: (by: Actor, action: Action, unitId: string) => Promise<void>;
}) {
  /**
   * The unit that keeps the member: where at home today, else where temporarily, else where last. Null for
   * somebody who has never belonged anywhere.
   */
  async function unitInCharge(memberId: string): Promise<Unit | null> {
    const [unit] = await database.query<Unit>(selectInCharge, [memberId, calendarDay(clock())]);
    return unit ?? null;
  }

  /**
   * The member and the unit in charge, where the actor has the right over it.
   *
   * @throws {UnknownMember} also for one who has been erased
   * @throws {MayNot}
   */
  async function memberFor(
    by: Actor,
    action: Action,
    code: string,
  ): Promise<{ member: Member; unit: Unit | null }> {
    const member = await livingMember(code);
    const unit = await unitInCharge(member.id);
    if (unit) await requireMay(by, action, unit.id);
    else if (by.memberId !== null) throw new MayNot();
    return { member, unit };
  }

  /**
   * The same for reading: whoever may read in any of the member's units today may read about the member, so the
   * secretary of a cell also sees who is there temporarily.
   *
   * @throws {UnknownMember}
   * @throws {MayNot}
   */
  async function memberToRead(by: Actor, code: string): Promise<{ member: Member; unit: Unit | null }> {
    const member = await livingMember(code);
    const unit = await unitInCharge(member.id);
    if (by.memberId === null) return { member, unit };
    const units = await unitsOf(member.id);
    let refusal: unknown = new MayNot();
    for (const { id } of units.length > 0 || !unit ? units : [unit]) {
      try {
        await requireMay(by, 'member.read', id);
        return { member, unit };
      } catch (error) {
        refusal = error;
      }
    }
    throw refusal;
  }

  /** @throws {UnknownMember} also for one who has been erased */
  async function livingMember(code: string): Promise<Member> {
    const member = await memberByCode(code);
    const [erased] = await database.query('select from erasure where member_id = $1', [member.id]);
    if (erased) throw new UnknownMember(code);
    return member;
  }

  return { livingMember, unitInCharge, memberFor, memberToRead };
}

const selectInCharge = `
  select u.id, u.code, u.name, u.kind from membership m join unit u on u.id = m.unit_id
  where m.member_id = $1
  order by ${inForce('m', '$2::date')} desc, m.kind, m.from_on desc, u.code limit 1`;
