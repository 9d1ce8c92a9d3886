import { statusesWithout } from './members/standing.ts';

/** SQL that several queries share. Days are text such as `2026-11-01`, cast by the query. */

/** From its first day until the day before its last. `day` is an SQL expression such as `$2::date`. */
export function inForce(alias: string, day: string): string {
  return `(${alias}.from_on <= ${day} and (${alias}.to_on is null or ${alias}.to_on > ${day}))`;
}

/** The unit exists on that day: it has been founded and not yet been dissolved or merged. */
export function unitStands(alias: string, day: string): string {
  return `((${alias}.valid_from is null or ${alias}.valid_from <= ${day})
    and (${alias}.valid_to is null or ${alias}.valid_to > ${day}))`;
}

/** No longer a member. */
export const gone = statusesWithout('isMember');

/** Whose roles give no power: suspended members and those who left. */
export const apart = statusesWithout('holdsPower');

/** The member is neither suspended nor gone: roles and membership count. Parameters as in {@link hasStatus}. */
export function countsToday(member: string, day: string): string {
  return `(not ${hasStatus(apart, member, day)})`;
}

/** Who gets no notices. */
export const uninformed = statusesWithout('informed');

/** The member is in one of these statuses on that day; `member` is an SQL expression for the id. */
export function hasStatus(statuses: readonly string[], member: string, day: string): string {
  const list = statuses.map((status) => `'${status}'`).join(', ');
  return `exists (select from member_status s
    where s.member_id = ${member} and s.status in (${list}) and ${inForce('s', day)})`;
}

/**
 * Ids of the unit `$1` and all units below it that stand on day `$2`, as one column `id`.
 * Goes through units that do not stand: cells left under a dissolved committee are not lost.
 */
export const subtreeQuery = `
  with recursive below (id, valid_from, valid_to) as (
    select id, valid_from, valid_to from unit where id = $1::uuid
    union
    select u.id, u.valid_from, u.valid_to from unit u join below b on u.parent_id = b.id
  )
  select b.id from below b where ${unitStands('b', '$2::date')}`;

/**
 * What is right above a unit, as a lateral query `up` with one column `id`: what it hangs under, and what it was merged
 * into. `id` and `parent` are SQL expressions for the unit and its parent.
 */
export const oneUp = (id: string, parent: string) => `
  lateral (
    select ${parent} as id where ${parent} is not null
    union all
    select successor_id from unit_succession where predecessor_id = ${id} and kind = 'merge'
  ) up`;
