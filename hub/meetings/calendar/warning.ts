import { calendarDay } from '../../people/index.ts';
import type { Sql } from '../../platform/database/index.ts';
import type { Warning } from '../port.ts';
import { instantOf, minuteOf } from './day.ts';
import { readCalendar } from './days-off.ts';

/** That a meeting falls on a day off or into the weeks around Tết, and when it would fit better. */
export async function dayWarning(sql: Sql, startsAt: Date, now: Date): Promise<Warning | null> {
  const calendar = await readCalendar(sql);
  const [day, minute] = [calendarDay(startsAt), minuteOf(startsAt)];
  const unfit = calendar.unfit(day);
  if (!unfit) return null;
  const better = instantOf(calendar.better(day, minute, calendarDay(now)), minute);
  return { kind: 'day-off', name: unfit.name, source: unfit.source, better };
}
