import { apart, hasStatus, inForce, uninformed, unitStands } from './in-force.ts';

/**
 * Who receives a directive on behalf of a unit: all who hold an office in it, be it that of secretary, deputy, officer
 * or committee member. Administrators keep the hub and receive nothing for it.
 */
const offices = `('secretary', 'deputy', 'officer', 'committee')`;

const office = (alias: string, unit: string) => `
  ${alias}.unit_id = ${unit} and ${alias}.role in ${offices} and ${inForce(alias, '$2::date')}
  and not ${hasStatus(apart, `${alias}.member_id`, '$2::date')}`;

const belongs = (alias: string, unit: string) => `
  ${alias}.unit_id = ${unit} and ${inForce(alias, '$2::date')}
  and not ${hasStatus(uninformed, `${alias}.member_id`, '$2::date')}`;

/**
 * The units right below the unit `$1` that stand on day `$2`, with the `members` of their committees (an empty array
 * where there are none) and whether anybody waits below or in them (`passes_on`). Units under one that stands no more
 * count as right below: nobody is lost.
 */
export const committeesBelow = `
  with recursive below (id, stands) as (
    select u.id, ${unitStands('u', '$2::date')} from unit u where u.parent_id = $1::uuid
    union
    select u.id, ${unitStands('u', '$2::date')} from unit u join below b on u.parent_id = b.id where not b.stands
  )
  select b.id as unit_id, c.members,
    exists (select from unit u where u.parent_id = b.id)
      or exists (select from membership m where ${belongs('m', 'b.id')} and not m.member_id = any (c.members))
      as passes_on
  from below b cross join lateral (
    select coalesce(array_agg(distinct r.member_id), '{}'::uuid[]) as members from role r where ${office('r', 'b.id')}
  ) c
  where b.stands`;

/** Who belongs to the very unit `$1` on day `$2` and is informed, as one column `member_id`. */
export const membersOfUnit = `
  select distinct m.member_id from membership m where ${belongs('m', '$1::uuid')}`;
