import { calendarDay } from '../people/index.ts';
import { shiftDay } from '../platform/shift-day.ts';

/** `2026-11`. Text sorts as months do. */
export type Month = string;

/** After its last day a month waits for what was said on it and is not yet with its readers. */
const settlesAfterDays = 3;

export function isMonth(text: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}

export function monthOf(day: string): Month {
  return day.slice(0, 7);
}

export function firstDay(month: Month): string {
  return `${month}-01`;
}

export function nextMonth(month: Month): Month {
  return monthOf(shiftDay(`${month}-28`, 7));
}

/** The last month that is over and settled. */
export function lastClosed(now: Date): Month {
  const settled = shiftDay(calendarDay(now), -settlesAfterDays);
  return monthOf(shiftDay(firstDay(monthOf(settled)), -1));
}
