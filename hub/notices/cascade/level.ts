import type { Acceptance } from '../../delivery/index.ts';
import { calendarDay, committeesBelow, membersOfUnit, type People } from '../../people/index.ts';
import type { Sql } from '../../platform/database/index.ts';

/** A directive on its way from one unit to those right below it. */
export interface Level {
  rootId: string;
  /** The notice that carries it down. */
  noticeId: string;
  /** The unit that issues it or passes it on. */
  unitId: string;
  /** When it goes. */
  at: Date;
  /** By when the units below are to have passed it on. */
  passOnBy: Date;
}

/** One unit right below, and who receives the directive for it. */
export interface UnitBelow {
  unitId: string;
  members: string[];
  passesOn: boolean;
}

const dayMs = 86_400_000;
const vietnamOffsetMs = 7 * 3_600_000;

/** Days within which a unit passes a directive on that names no nearer due date: a rule of the committees' own. */
export async function passOnDays(people: Pick<People, 'rule'>, on: Date): Promise<number> {
  return (await people.rule('directive.pass-on-days', on)).value as number;
}

/** So many days after it came, on Monday where that is a weekend; not after the directive itself is due. */
export function passOnBy(came: Date, days: number, dueAt: Date | null): Date {
  const byRule = new Date(came.getTime() + days * dayMs);
  const weekday = new Date(byRule.getTime() + vietnamOffsetMs).getUTCDay();
  const moved = weekday === 6 ? 2 : weekday === 0 ? 1 : 0;
  const working = new Date(byRule.getTime() + moved * dayMs);
  return dueAt && dueAt > came && dueAt < working ? dueAt : working;
}

/** The units right below on that day. */
export async function unitsRightBelow(sql: Sql, unitId: string, on: Date): Promise<UnitBelow[]> {
  return await sql.query<UnitBelow>(
    `select unit_id as "unitId", members, passes_on as "passesOn" from (${committeesBelow}) below`,
    [unitId, calendarDay(on)],
  );
}

/**
 * Who receives a directive from a unit: the committees right below it, and those who belong to the very unit, without
 * those who received it on the unit's behalf. In a cell that is its members.
 */
export function audienceOf(
  { unitId, on, without }: { unitId: string; on: Date; without: readonly string[] },
  below: readonly UnitBelow[],
): Acceptance['audience'] {
  return {
    query: `
      select member_id from (
        select unnest($3::uuid[]) as member_id union ${membersOfUnit}
      ) audience where not member_id = any ($4::uuid[])`,
    values: [unitId, calendarDay(on), [...new Set(below.flatMap(({ members }) => members))], without],
  };
}

/** The same for the unit that issues it, as SQL over `$1` and `$2` alone: whom it would reach first. */
export const firstLevel = `
  select member_id from (
    select unnest(members) as member_id from (${committeesBelow}) below union ${membersOfUnit}
  ) audience`;

/** From here on each of the units below has its part in it. */
export async function openLevel(sql: Sql, level: Level, below: readonly UnitBelow[]): Promise<void> {
  await sql.query(
    `insert into cascade_unit (root_id, unit_id, from_unit_id, notice_id, passes_on, due_at, created_at, committee)
     select $1, "unitId", $2, $3, "passesOn", case when "passesOn" then $4::timestamptz end, $5, members
     from jsonb_to_recordset($6::jsonb) as below ("unitId" uuid, "passesOn" boolean, members uuid[])
     on conflict (root_id, unit_id) do nothing`,
    [level.rootId, level.unitId, level.noticeId, level.passOnBy, level.at, JSON.stringify(below)],
  );
}
