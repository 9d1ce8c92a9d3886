import { daysBetween, partsOf, type Day } from './day.ts';
import { shiftDay } from '../../platform/shift-day.ts';

/** A day of the Vietnamese lunar calendar. `year` is the solar one in which its first month begins. */
export interface LunarDay {
  day: number;
  month: number;
  year: number;
  leap: boolean;
}

/** First solar day and number of each lunar month; the last entry only ends the one before it. */
export type LunarTable = readonly (readonly [firstDay: Day, month: number, leap?: boolean])[];

/** Reckons with a table of months, since China's calendar, which machines know, may differ from ours by a day. */
export function lunarCalendar(table: LunarTable) {
  const months = table.slice(0, -1).map(([first, month, leap = false], index) => ({
    first,
    month,
    leap,
    length: daysBetween(first, table[index + 1]![0]),
    // The 11th and 12th month begin in the year of their first month, or shortly after it.
    year: partsOf(first).year - (month >= 11 && partsOf(first).month <= 2 ? 1 : 0),
  }));

  /** Null where the table does not reach. */
  function lunarOf(day: Day): LunarDay | null {
    const found = months.findLast(({ first }) => first <= day);
    if (!found) return null;
    const date = daysBetween(found.first, day) + 1;
    return date > found.length ? null : { day: date, month: found.month, year: found.year, leap: found.leap };
  }

  /**
   * The solar day of a lunar one; a leap month only where it is asked for. Null where there is no such day, as the
   * 30th of a short month, and where the table does not reach.
   */
  function solarOf({
    day,
    month,
    year,
    leap = false,
  }: Omit<LunarDay, 'leap'> & { leap?: boolean }): Day | null {
    const found = months.find((each) => each.month === month && each.year === year && each.leap === leap);
    if (!found || day < 1 || day > found.length) return null;
    return shiftDay(found.first, day - 1);
  }

  /** The next such lunar day from `from` on, leap months left out. */
  function nextLunar({ day, month }: Pick<LunarDay, 'day' | 'month'>, from: Day): Day | null {
    const { year } = partsOf(from);
    const days = [year - 1, year, year + 1].map((each) => solarOf({ day, month, year: each }));
    return days.find((each) => each !== null && each >= from) ?? null;
  }

  return { lunarOf, solarOf, nextLunar };
}

export type LunarCalendar = ReturnType<typeof lunarCalendar>;
