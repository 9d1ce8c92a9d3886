import { shiftDay } from '../../platform/shift-day.ts';

/** A day of the calendar in Vietnam, such as `2026-12-03`. Text sorts as days do. */
export type Day = string;

const dayMs = 86_400_000;

/** Days from `first` to `second`; negative where `second` is the earlier one. */
export function daysBetween(first: Day, second: Day): number {
  return (Date.parse(`${second}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / dayMs;
}

/** 1 for Monday (thứ Hai) to 7 for Sunday (chủ nhật). */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/** The Monday of the week in which the day lies. */
export function mondayOf(day: Day): Day {
  return shiftDay(day, 1 - weekdayOf(day));
}

/** Null for what is no day, such as 31 November. */
export function dayOf(year: number, month: number, date: number): Day | null {
  const at = new Date(Date.UTC(year, month - 1, date));
  const same = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === date;
  return same ? at.toISOString().slice(0, 10) : null;
}

export function partsOf(day: Day): { year: number; month: number; date: number } {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return { year, month, date };
}

/** The last day of a month; `month` may lie outside 1 to 12. */
export function lastOfMonth(year: number, month: number): Day {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** Vietnam has kept UTC+7 without summer time since 1975; minutes past midnight may be 1440 and more. */
export function instantOf(day: Day, minute: number): Date {
  return new Date(Date.parse(`${day}T00:00:00+07:00`) + minute * 60_000);
}

/** Minutes past midnight in Vietnam, 0 to 1439. */
export function minuteOf(instant: Date): number {
  return (Math.floor(instant.getTime() / 60_000) + 7 * 60) % 1440;
}
