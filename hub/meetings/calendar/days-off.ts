import type { Sql } from '../../platform/database/index.ts';
import { partsOf, weekdayOf, type Day } from './day.ts';
import { lunarCalendar, type LunarCalendar, type LunarDay, type LunarTable } from './lunar.ts';
import { shiftDay } from '../../platform/shift-day.ts';

/** Why no meeting should be called on a day. */
export interface Unfit {
  /** As people call it: "Quốc khánh 2/9". */
  name: string;
  source: string;
  /** The day is not announced yet. */
  expected: boolean;
}

/** The days of Vietnam: what is off, and what the moon says. */
export interface Calendar extends LunarCalendar {
  /** A public holiday; in years of which the hub has the table also the days given for one and beside it. */
  dayOff(day: Day): Unfit | null;
  /** The weeks around Tết in which nobody calls a meeting, days off among them. */
  avoided(day: Day): Unfit | null;
  /** Either of both. */
  unfit(day: Day): Unfit | null;
  /** The first one after `day` that is neither Saturday, Sunday nor off. */
  nextWorkingDay(day: Day): Day;
  /** The last of so many working days after `day`; `day` itself for none. */
  workingDayAfter(day: Day, count: number): Day;
  /** Working days after `from`, up to and with `to`; counted no further than `most`. */
  workingDaysBetween(from: Day, to: Day, most?: number): number;
  /**
   * Where a meeting of a day that does not fit is proposed: the nearest later day that does; where that would leave
   * its month without a meeting, the nearest earlier one of the month that comes after `today`. From `eveningMinute` on
   * weekends fit too.
   */
  better(day: Day, startMinute: number, today: Day): Day;
}

/** Half past five: who works in an office may come. */
const eveningMinute = 17 * 60 + 30;

interface Season {
  name: string;
  from: Pick<LunarDay, 'month' | 'day'>;
  to: Pick<LunarDay, 'month' | 'day'>;
}

/** A date such as `09-02`, or a lunar one. */
interface YearlyDay {
  date?: string;
  lunar?: Pick<LunarDay, 'month' | 'day'>;
  unfit: Unfit;
}

interface CalendarRule {
  key: string;
  value: unknown;
  source: string;
}

/** The calendar as the rules have it; inside a transaction where `sql` is one. */
export async function readCalendar(sql: Sql): Promise<Calendar> {
  const rules = await sql.query<CalendarRule>(
    `select key, value, source from rule
     where key in ('calendar.days-off', 'calendar.days-off-by-law', 'calendar.avoided', 'calendar.lunar')
     order by effective_from`,
  );
  return calendarOf(rules);
}

export function calendarOf(rules: readonly CalendarRule[]): Calendar {
  const named = (key: string) => rules.filter((rule) => rule.key === key);
  const off = new Map(named('calendar.days-off').flatMap(daysOf));
  const everyYear = named('calendar.days-off-by-law').flatMap(yearlyDaysOf);
  const lunar = lunarCalendar(
    (named('calendar.lunar').at(-1)?.value as { months: LunarTable })?.months ?? [],
  );
  const seasons = named('calendar.avoided').map(({ value, source }) => ({ ...(value as Season), source }));

  function dayOff(day: Day): Unfit | null {
    const moon = lunar.lunarOf(day);
    const falls = ({ date, lunar: feast }: YearlyDay) =>
      date
        ? day.endsWith(`-${date}`)
        : moon !== null && !moon.leap && moon.month === feast?.month && moon.day === feast.day;
    return off.get(day) ?? everyYear.find(falls)?.unfit ?? null;
  }

  function avoided(day: Day): Unfit | null {
    const today = lunar.lunarOf(day);
    const season = today && seasons.find(({ from, to }) => within(today, from, to));
    return season ? { name: season.name, source: season.source, expected: false } : null;
  }

  const unfit = (day: Day) => dayOff(day) ?? avoided(day);
  const isWeekend = (day: Day) => weekdayOf(day) >= 6;

  function nextWorkingDay(day: Day): Day {
    let next = shiftDay(day, 1);
    while (isWeekend(next) || dayOff(next)) next = shiftDay(next, 1);
    return next;
  }

  function workingDayAfter(day: Day, count: number): Day {
    let later = day;
    for (let counted = 0; counted < count; counted += 1) later = nextWorkingDay(later);
    return later;
  }

  function workingDaysBetween(from: Day, to: Day, most = Infinity): number {
    let count = 0;
    for (let day = nextWorkingDay(from); day <= to && count < most; day = nextWorkingDay(day)) count += 1;
    return count;
  }

  function better(day: Day, startMinute: number, today: Day): Day {
    const weekends = startMinute >= eveningMinute || isWeekend(day);
    const fits = (each: Day) => !unfit(each) && (weekends || !isWeekend(each));
    const later = nearest(day, 1, fits);
    if (monthOf(later) === monthOf(day)) return later;
    const earlier = nearest(day, -1, fits);
    return monthOf(earlier) === monthOf(day) && earlier > today ? earlier : later;
  }

  return { ...lunar, dayOff, avoided, unfit, nextWorkingDay, workingDayAfter, workingDaysBetween, better };
}

function daysOf({ value, source }: CalendarRule): [Day, Unfit][] {
  const { days } = value as { days: { day: Day; name: string; expected?: boolean }[] };
  return days.map(({ day, name, expected = false }) => [day, { name, source, expected }]);
}

function yearlyDaysOf({ value, source }: CalendarRule): YearlyDay[] {
  const { days } = value as { days: (Omit<YearlyDay, 'unfit'> & { name: string })[] };
  return days.map(({ name, ...day }) => ({ ...day, unfit: { name, source, expected: false } }));
}

/** From the 23rd of the twelfth month to the 6th of the first runs over the turn of the year. */
function within(day: LunarDay, from: Season['from'], to: Season['to']): boolean {
  const place = (each: Season['from']) => each.month * 100 + each.day;
  const [at, first, last] = [place(day), place(from), place(to)];
  return first <= last ? at >= first && at <= last : at >= first || at <= last;
}

function nearest(day: Day, step: 1 | -1, fits: (day: Day) => boolean): Day {
  let each = shiftDay(day, step);
  while (!fits(each)) each = shiftDay(each, step);
  return each;
}

function monthOf(day: Day): string {
  const { year, month } = partsOf(day);
  return `${year}-${month}`;
}
