import { calendarDay, unitStands } from '../people/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';

/**
 * Who fills what the library lacks for a unit: the nearest base committee (`commune`) from it upwards, else the top. Null
 * where the unit is not there.
 */
export function committees({ database, clock }: { database: Database; clock: Clock }) {
  return async (unitId: string): Promise<string | null> => {
    const [row] = await database.query<{ id: string }>(selectCommittee, [unitId, calendarDay(clock())]);
    return row?.id ?? null;
  };
}

const selectCommittee = `
  with recursive above (id, parent_id, kind, depth, stands) as (
    select id, parent_id, kind, 0, ${unitStands('unit', '$2::date')} from unit where id = $1::uuid
    union all
    select u.id, u.parent_id, u.kind, a.depth + 1, ${unitStands('u', '$2::date')}
    from above a join unit u on u.id = a.parent_id where a.depth < 12
  )
  select id from above where stands
  order by kind <> 'commune', case when kind = 'commune' then depth else -depth end limit 1`;
