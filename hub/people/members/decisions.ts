import type { Actor } from '../../platform/audit.ts';
import type { Sql } from '../../platform/database/index.ts';
import { DomainError } from '../../platform/errors.ts';
import { UnknownMember } from '../errors.ts';
import { apart, hasStatus, inForce, unitStands } from '../in-force.ts';
import type { Member } from './members.ts';
import { clean } from '../text.ts';
import { shiftDay } from '../../platform/shift-day.ts';

/** Something decided about a member: from which day on, and why. Days are `2026-11-01`. */
export interface Decision {
  from: string;
  reason: string;
}

/** How something that was decided comes to its end: from the day `on` it no longer holds. */
export interface Ending {
  on: string;
  reason: string;
}

const longestReason = 500;
const daysOfAYear = 366;

/** @throws {DomainError} `reason.missing`, `reason.too-long` */
export function reasonIn(text: string): string {
  const reason = clean(text);
  if (reason === '') throw new DomainError('reason.missing', { status: 422 });
  if (reason.length > longestReason) {
    throw new DomainError('reason.too-long', { status: 422, facts: { longest: longestReason } });
  }
  return reason;
}

/** At most a year back or ahead: farther off it is a slip of the pen. @throws {DomainError} `day.too-far` */
export function dayNear(day: string, today: string): string {
  if (day < shiftDay(today, -daysOfAYear) || day > shiftDay(today, daysOfAYear)) {
    throw new DomainError('day.too-far', { status: 422, facts: { day: instantOf(day) } });
  }
  return day;
}

/** A day that the catalogue can show: noon in Vietnam, so that no zone makes another day of it. */
export function instantOf(day: string): Date {
  return new Date(`${day}T12:00:00+07:00`);
}

/**
 * Two who change the same member take turns, and the second sees what the first did; where that was an erasure,
 * nothing is written about the person any more.
 *
 * @throws {UnknownMember} erased meanwhile
 */
export async function lockMember(sql: Sql, { id, code }: Pick<Member, 'id' | 'code'>): Promise<void> {
  const living = 'select from member where id = $1 and erased_at is null for no key update';
  if ((await sql.query(living, [id])).length === 0) throw new UnknownMember(code);
}

/**
 * Somebody must be left at the top who can give roles to others: the last officer or admin there is not lost by
 * accident. The operator can always give one anew, and is not asked. To be called in the transaction of the
 * change, before it; until that ends, others who would do the same wait.
 *
 * @param losing ids of the roles that will give no power from the day `on`
 * @throws {DomainError} `role.last`
 */
export async function requireSomebodyAtTheTop(
  sql: Sql,
  by: Actor,
  losing: readonly string[],
  on: string,
): Promise<void> {
  if (by.memberId === null || losing.length === 0) return;
  const atTheTop = await sql.query<{ id: string; powerful: boolean }>(selectAtTheTop, [on]);
  const isLost = ({ id }: { id: string }) => losing.includes(id);
  if (!atTheTop.some(isLost)) return;
  if (!atTheTop.some((role) => role.powerful && !isLost(role))) {
    throw new DomainError('role.last', { status: 409 });
  }
}

const selectAtTheTop = `
  select r.id, not ${hasStatus(apart, 'r.member_id', '$1::date')} as powerful
  from role r join unit u on u.id = r.unit_id
  where u.parent_id is null and r.role in ('officer', 'admin') and ${unitStands('u', '$1::date')}
    and ${inForce('r', '$1::date')}
  order by r.id for update of r`;
