import type { Actor } from '../platform/audit.ts';
import type { Sql } from '../platform/database/index.ts';
import { reaches, type Within } from '../delivery/index.ts';
import { calendarDay, type Action, type People } from '../people/index.ts';
import type { Clock } from '../platform/clock.ts';

export type PartOf = ReturnType<typeof partOf>;

/**
 * How much of a notice somebody has a right over. Whoever has the right over the notice's own unit: all of it
 * (null). Else the recipients in the units within reach: a cell's secretary sees of a notice from above her own
 * people and nobody else's. Units that were dissolved since are reached through those above them.
 *
 * @throws {DomainError} `may.not` where no recipient is within reach
 */
export function partOf({ database, people, clock }: { database: Sql; people: People; clock: Clock }) {
  return async (by: Actor, notice: { id: string; unitId: string }, action: Action): Promise<Within> => {
    if (by.memberId === null || (await people.may(by.memberId, action, notice.unitId))) return null;
    const units = await unitsBelow(database, await people.reach(by.memberId, action));
    if (!(await reaches(database, notice.id, { units, day: calendarDay(clock()) })))
      await people.requireMay(by, action, notice.unitId);
    return units;
  };
}

/** These units and all below them. */
export async function unitsBelow(sql: Sql, tops: readonly string[]): Promise<string[]> {
  if (tops.length === 0) return [];
  const rows = await sql.query<{ id: string }>(
    `with recursive below as (
       select id from unit where id = any ($1::uuid[])
       union select unit.id from unit join below on unit.parent_id = below.id)
     select id from below`,
    [tops],
  );
  return rows.map(({ id }) => id);
}
