import type { Say } from '../../platform/locales.ts';
import { instantOf } from './day.ts';
import { weekdayInWords } from './day-words.ts';
import { writeRule, type Rule } from './rule.ts';

/** "ngày 3 hằng tháng", "thứ Năm tuần đầu hằng tháng"; a rule that people have no words for as it is written. */
export function ruleInWords(rule: Rule, say: Say): string {
  const day = dayOfRule(rule, say);
  if (day === null) return say('repeat-unworded', { rule: writeRule(rule) });
  const how = { period: rule.each.toLowerCase(), interval: rule.interval };
  const worded = say('repeat', { day, ...how });
  if (rule.until) return say('repeat-until', { rule: worded, until: instantOf(rule.until, 0) });
  return rule.count === null ? worded : say('repeat-times', { rule: worded, count: rule.count });
}

function dayOfRule(rule: Rule, say: Say): string | null {
  const { each, months, monthDays, weekdays, places } = rule;
  const [date, ...otherDates] = monthDays;
  const [weekday, ...otherWeekdays] = weekdays;
  if (each === 'YEARLY' || months.length > 0) return null;
  const shortMonths = lastResort(rule);
  if (shortMonths !== null) return say('repeat-date-or-last', { date: shortMonths });
  if (places.length > 0) return null;
  if (weekday === undefined && date !== undefined && otherDates.length === 0) {
    return date === -1 ? say('repeat-last-date') : date > 0 ? say('repeat-date', { date }) : null;
  }
  if (weekday === undefined || date !== undefined || otherWeekdays.length > 0) return null;
  const name = weekdayInWords(weekday.weekday, say);
  if (each === 'WEEKLY') return name;
  const { nth } = weekday;
  return nth === 0 || nth < -1 ? null : say('repeat-nth-weekday', { weekday: name, nth });
}

/** Of "the 31st, or the last day of a shorter month": 31; null for other rules. */
function lastResort({ each, monthDays, weekdays, places }: Rule): number | null {
  const greatest = Math.max(...monthDays);
  const inRow = monthDays.length === greatest - 27 && monthDays.every((date) => date >= 28);
  const isIt =
    each === 'MONTHLY' && weekdays.length === 0 && places.length === 1 && places[0] === -1 && inRow;
  return isIt && greatest > 28 ? greatest : null;
}
