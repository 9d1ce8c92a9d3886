import { apart, hasStatus, inForce, subtreeQuery, uninformed } from './in-force.ts';
import type { StatusName } from './members/standing.ts';

/**
 * Who belongs to a unit and all below it on a day, as SQL with one column `member_id`, each once.
 * `$1` is the unit's id, `$2` the calendar day in Vietnam (see `calendarDay`), as text.
 *
 * - `members`: at home or temporarily there. Exempt, temporarily away and transferring members are informed;
 *   suspended ones and those who left are not.
 * - `secretaries`: whose role of secretary there gives power.
 *
 * Both follow from standing.ts.
 */
export const audienceQuery: { readonly members: string; readonly secretaries: string } = {
  members: audience('membership', 'true', uninformed),
  secretaries: audience('role', `a.role = 'secretary'`, apart),
};

function audience(table: 'membership' | 'role', condition: string, without: readonly StatusName[]): string {
  return `
  select distinct a.member_id from ${table} a
  where ${condition} and ${inForce('a', '$2::date')} and a.unit_id in (${subtreeQuery})
    and not ${hasStatus(without, 'a.member_id', '$2::date')}`;
}

/**
 * How a query begins that wants the units a member belongs or belonged to, or has led, and all above them: a common table
 * `above (id, parent_id)`, with the member as `$1`. What was sent to any of them may have been meant for the member.
 */
export const withUnitsAboveMember = `
  with recursive above as (
    select unit.id, unit.parent_id from unit
    where unit.id in (
      select unit_id from membership where member_id = $1 union select unit_id from role where member_id = $1)
    union select unit.id, unit.parent_id from unit join above on unit.id = above.parent_id
  )`;

/**
 * The member still is somebody to whom notices are sent: neither erased nor in a status that ends it. Both parameters
 * are SQL expressions: the member's id with its table, as `delivery.member_id`, and the calendar day, as `$2::date`.
 */
export function isInformed(member: string, day: string): string {
  return `(not ${hasStatus(uninformed, member, day)}
    and exists (select from member informed where informed.id = ${member} and informed.erased_at is null))`;
}
