import { calendarDay, unitStands } from '../../people/index.ts';
import type { FeedbackLevel } from '../port.ts';
import type { FeedbackPagesParts } from './urls.ts';

export interface Target {
  code: string;
  name: string;
  /** In the line above; else beside. */
  above: boolean;
}

/** Where an item of a unit is likely to belong: the units above it, the nearest first, and those beside it. */
export async function targetsOf(
  unitId: string,
  level: FeedbackLevel,
  { database, clock }: Pick<FeedbackPagesParts, 'database' | 'clock'>,
): Promise<Target[]> {
  return await database.query<Target>(selectTargets, [unitId, calendarDay(clock()), level === 'named']);
}

/** What was said without a name goes to no other cell: few read there, and all know each other. */
const selectTargets = `
  with recursive above (id, parent_id, distance) as (
    select id, parent_id, 0 from unit where id = $1::uuid
    union all
    select u.id, u.parent_id, a.distance + 1 from above a join unit u on u.id = a.parent_id
  )
  select u.code, u.name, u.above from (
    select u.code, u.name, true as above, a.distance from above a join unit u on u.id = a.id
    where a.distance > 0 and ${unitStands('u', '$2::date')}
    union all
    select u.code, u.name, false, 0 from unit here join unit u on u.parent_id = here.parent_id and u.id <> here.id
    where here.id = $1::uuid and ${unitStands('u', '$2::date')} and ($3::boolean or u.kind <> 'cell')
  ) u
  order by u.above desc, u.distance, u.code
  limit 300`;
