import { unitStands } from '../in-force.ts';

/**
 * SQL for the unit that comes next in place of one that is no more: what it was merged into, else the one it hung under.
 * What was split off has its own life, and takes nothing over. `unit` is an alias of the table.
 */
export function successorOf(unit: string): string {
  return `coalesce(
    (select successor_id from unit_succession where predecessor_id = ${unit}.id and kind = 'merge'
      order by on_day desc limit 1),
    ${unit}.parent_id)`;
}

/**
 * Which units that stand have taken the place of those that do not, as SQL with the columns `ended` and `successor`.
 *
 * @param ended a query with one column `id`
 * @param day an SQL expression such as `$1::date`
 */
export function successorsQuery(ended: string, day: string): string {
  return `
  with recursive onward (ended, id) as (
    select id, id from (${ended}) given
    union
    select onward.ended, ${successorOf('u')} from onward join unit u on u.id = onward.id
    where not ${unitStands('u', day)}
  )
  select onward.ended, u.id as successor from onward join unit u on u.id = onward.id where ${unitStands('u', day)}`;
}
