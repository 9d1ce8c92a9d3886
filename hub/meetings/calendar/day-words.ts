import type { Say } from '../../platform/locales.ts';
import { instantOf, weekdayOf, type Day } from './day.ts';

/** "thứ Năm"; Monday is 1. */
export function weekdayInWords(weekday: number, say: Say): string {
  return say('calendar-weekday', { weekday });
}

/** "thứ Năm 03/12/2026". */
export function dayInWords(day: Day, say: Say): string {
  return say('calendar-day', { weekday: weekdayInWords(weekdayOf(day), say), day: instantOf(day, 0) });
}
