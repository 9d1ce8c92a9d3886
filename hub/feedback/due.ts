import type { Calendar, Day } from '../meetings/index.ts';
import type { Sql } from '../platform/database/index.ts';

/**
 * By when a unit answers: the rule's working days for its kind, or fewer where it promised that.
 *
 * @source 294-QĐ/TW, 2.3: 30, 60 and 90 working days; longer than that, one says why
 */
export function due({ calendar }: { calendar: (sql: Sql) => Promise<Calendar> }) {
  /** Working days of each of these units. */
  async function answerDays(unitIds: readonly string[], on: Day, sql: Sql): Promise<Map<string, number>> {
    const rows = await sql.query<{ id: string; days: number }>(selectDays, [unitIds, on]);
    return new Map(rows.map(({ id, days }) => [id, days]));
  }

  /** The last day on which an answer is in time, counted from the day after `from`. */
  async function dueOn({ unitId }: { unitId: string }, from: Day, sql: Sql): Promise<Day> {
    return (await dueDays([unitId], from, sql)).get(unitId)!;
  }

  /** {@link dueOn} of several units at once. */
  async function dueDays(unitIds: readonly string[], from: Day, sql: Sql): Promise<Map<string, Day>> {
    const days = await answerDays(unitIds, from, sql);
    const working = await calendar(sql);
    return new Map([...days].map(([id, count]) => [id, working.workingDayAfter(from, count)]));
  }

  return { answerDays, dueOn, dueDays };
}
export type Due = ReturnType<typeof due>;

const selectDays = `
  select unit.id, least((days.value ->> unit.kind::text)::int, promise.working_days)::int as days
  from unit left join feedback_promise promise on promise.unit_id = unit.id
  cross join lateral (
    select value from rule where key = 'feedback.answer-days'
      and effective_from <= $2::date and (effective_to is null or effective_to > $2::date)
    order by effective_from desc limit 1
  ) days
  where unit.id = any ($1::uuid[])`;
