import { Recur } from './ical.ts';
import { calendarDay } from '../../people/index.ts';
import type { Day } from './day.ts';

/** By which meetings come again: the part of RFC 5545's RRULE that names days, in weeks, months or years. */
export interface Rule {
  each: 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  /** Every n-th week, month or year; 1 to 60. */
  interval: number;
  /** Monday is 1. `nth`: of the month, from its end where negative; 0: every one. */
  weekdays: readonly { nth: number; weekday: number }[];
  /** −31 to 31 without 0; −1 is the last. */
  monthDays: readonly number[];
  months: readonly number[];
  /** Which of a period's days count, from its end where negative. Empty: all. */
  places: readonly number[];
  count: number | null;
  /** The last day on which there may be one. */
  until: Day | null;
}

/** Monday first. */
const weekdayNames = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const longestRule = 200;

/**
 * Reads an RRULE, with or without that name before it. Null for what is none, and for rules by hours, by the day or
 * by weeks of a year: no party cell meets by those.
 */
export function readRule(text: string): Rule | null {
  const line = text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '');
  if (line.length > longestRule || !/^FREQ=|;FREQ=/.test(line)) return null;
  const names = line.split(';').map((part) => part.split('=')[0]!);
  if (new Set(names).size < names.length) return null;
  try {
    return sound(ruleOf(Recur.fromString(line), names));
  } catch {
    return null;
  }
}

/** The rule as an RRULE, always written in the same way. */
export function writeRule(rule: Rule): string {
  const parts = [
    ['FREQ', rule.each],
    ['INTERVAL', rule.interval === 1 ? '' : String(rule.interval)],
    ['COUNT', String(rule.count ?? '')],
    ['UNTIL', (rule.until ?? '').replaceAll('-', '')],
    ['BYMONTH', rule.months.join(',')],
    ['BYMONTHDAY', rule.monthDays.join(',')],
    ['BYDAY', rule.weekdays.map(({ nth, weekday }) => `${nth || ''}${weekdayNames[weekday - 1]}`).join(',')],
    ['BYSETPOS', rule.places.join(',')],
  ];
  return parts.flatMap(([name, value]) => (value ? [`${name}=${value}`] : [])).join(';');
}

function ruleOf({ freq, interval, count, until, parts }: Recur, names: readonly string[]): Rule | null {
  const known = ['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'WKST', 'BYMONTH', 'BYMONTHDAY', 'BYDAY', 'BYSETPOS'];
  if (names.some((name) => !known.includes(name))) return null;
  if (freq !== 'WEEKLY' && freq !== 'MONTHLY' && freq !== 'YEARLY') return null;
  return {
    each: freq,
    interval,
    weekdays: (parts.BYDAY ?? []).map((written) => ({
      nth: Number(written.slice(0, -2)),
      weekday: weekdayNames.indexOf(written.slice(-2)) + 1,
    })),
    monthDays: parts.BYMONTHDAY ?? [],
    months: parts.BYMONTH ?? [],
    places: parts.BYSETPOS ?? [],
    count,
    until: until && (until.isDate ? until.toString() : calendarDay(until.toJSDate())),
  };
}

/** What the standard forbids, and what would never come or come without end of meaning. */
function sound(rule: Rule | null): Rule | null {
  if (!rule || rule.interval < 1 || rule.interval > 60) return null;
  const { each, weekdays, monthDays, months, places, count, until } = rule;
  const ordinal = weekdays.some(({ nth }) => nth !== 0);
  if (weekdays.some(({ nth }) => Math.abs(nth) > 5) || monthDays.includes(0) || places.includes(0))
    return null;
  if (each === 'WEEKLY' && (ordinal || monthDays.length > 0)) return null;
  // The fifth Monday of a year is nobody's meeting.
  if (each === 'YEARLY' && ordinal && months.length === 0) return null;
  if (count !== null && (until !== null || count < 1)) return null;
  if (places.length > 0 && weekdays.length + monthDays.length === 0) return null;
  return rule;
}
