import { lastOfMonth, partsOf, weekdayOf, type Day } from './day.ts';
import { occurrences } from './occurrences.ts';
import type { Rule } from './rule.ts';
import { shiftDay } from '../../platform/shift-day.ts';

/**
 * The rule as it is from `named` on, when the meeting of that day and all that follow move to `to`: another date of
 * the month, another weekday. Null where that can be said of no such rule, as of one that names two days.
 */
export function movedRule(rule: Rule, startsOn: Day, { named, to }: { named: Day; to: Day }): Rule | null {
  const rest = { ...rule, count: leftFrom(rule, startsOn, named) };
  if (to === named) return rest;
  const { each, weekdays, monthDays, months } = rule;
  if (each === 'YEARLY' || months.length > 0 || weekdays.length > 1) return null;
  const [weekday] = weekdays;
  if (each === 'WEEKLY') {
    return { ...rest, weekdays: weekday ? [{ nth: 0, weekday: weekdayOf(to) }] : [] };
  }
  if (weekday === undefined) return { ...rest, ...monthlyOn(partsOf(to).date) };
  if (monthDays.length > 0 || weekday.nth === 0) return null;
  return { ...rest, places: [], weekdays: [{ nth: nthOf(to, weekday.nth < 0), weekday: weekdayOf(to) }] };
}

/** The 29th, 30th and 31st are the last day of a month that has no such. */
export function monthlyOn(date: number): Pick<Rule, 'monthDays' | 'places'> {
  if (date <= 28) return { monthDays: [date], places: [] };
  const monthDays = Array.from({ length: date - 27 }, (_, index) => 28 + index);
  return { monthDays, places: [-1] };
}

function nthOf(day: Day, fromEnd: boolean): number {
  const { year, month, date } = partsOf(day);
  const isLast = shiftDay(day, 7) > lastOfMonth(year, month);
  return fromEnd && isLast ? -1 : Math.ceil(date / 7);
}

/** How many of a counted rule's days are still to come. */
function leftFrom(rule: Rule, startsOn: Day, named: Day): number | null {
  if (rule.count === null) return null;
  const left = [...occurrences(rule, startsOn)].filter((day) => day >= named).length;
  return Math.max(left, 1);
}
