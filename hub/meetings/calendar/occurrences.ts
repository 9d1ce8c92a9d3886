import { dayOf, lastOfMonth, mondayOf, partsOf, weekdayOf, type Day } from './day.ts';
import type { Rule } from './rule.ts';
import { shiftDay } from '../../platform/shift-day.ts';

/** Who looks further ahead finds nothing: a rule that names no day must end somewhere. */
const horizonYears = 8;

/**
 * The days a rule names from `startsOn` on, in order. As in RFC 5545 a month without a day is left out, and `startsOn`
 * itself counts only where the rule names it. ical.js has such an iterator too: it ignores BYSETPOS beside BYMONTHDAY and
 * begins 29 February on 1 March (2.2.1), so the days are our own and are tested against another library.
 *
 * @param from days before it are left out, though a COUNT counts them
 */
export function* occurrences(rule: Rule, startsOn: Day, from: Day = startsOn): Generator<Day> {
  const lastYear = partsOf(from > startsOn ? from : startsOn).year + horizonYears;
  let left = rule.count ?? Number.POSITIVE_INFINITY;
  for (const period of periods(rule, startsOn, lastYear)) {
    const named = period.filter((day) => names(rule, day, startsOn));
    for (const day of placed(named, rule.places)) {
      if (day < startsOn) continue;
      if (left === 0 || (rule.until !== null && day > rule.until)) return;
      left -= 1;
      if (day >= from) yield day;
    }
  }
}

/** The days of every n-th week, month or year, beginning with that of `startsOn`. */
function* periods({ each, interval }: Rule, startsOn: Day, lastYear: number): Generator<Day[]> {
  const { year, month } = partsOf(startsOn);
  for (let step = 0; ; step += interval) {
    const [first, last] =
      each === 'WEEKLY'
        ? [shiftDay(mondayOf(startsOn), step * 7), shiftDay(mondayOf(startsOn), step * 7 + 6)]
        : each === 'MONTHLY'
          ? [shiftDay(lastOfMonth(year, month + step - 1), 1), lastOfMonth(year, month + step)]
          : [dayOf(year + step, 1, 1)!, dayOf(year + step, 12, 31)!];
    if (partsOf(first).year > lastYear) return;
    const days: Day[] = [];
    for (let day = first; day <= last; day = shiftDay(day, 1)) days.push(day);
    yield days;
  }
}

/** What a rule leaves open it takes from its first day. */
function names({ each, months, monthDays, weekdays }: Rule, day: Day, startsOn: Day): boolean {
  const { year, month, date } = partsOf(day);
  const first = partsOf(startsOn);
  const length = partsOf(lastOfMonth(year, month)).date;
  const open = monthDays.length + weekdays.length === 0;
  if (months.length > 0 ? !months.includes(month) : each === 'YEARLY' && open && month !== first.month)
    return false;
  if (open) return each === 'WEEKLY' ? weekdayOf(day) === weekdayOf(startsOn) : date === first.date;
  if (monthDays.length > 0 && !monthDays.includes(date) && !monthDays.includes(date - length - 1))
    return false;
  const fromStart = Math.ceil(date / 7);
  const fromEnd = -Math.ceil((length - date + 1) / 7);
  const fits = ({ nth, weekday }: Rule['weekdays'][number]) =>
    weekday === weekdayOf(day) && (nth === 0 || nth === fromStart || nth === fromEnd);
  return weekdays.length === 0 || weekdays.some(fits);
}

function placed(days: readonly Day[], places: readonly number[]): readonly Day[] {
  if (places.length === 0) return days;
  return days.filter((_, index) => places.includes(index + 1) || places.includes(index - days.length));
}
