import { partsOf, instantOf, type Day } from './day.ts';
import type { Calendar, Unfit } from './days-off.ts';
import { occurrences } from './occurrences.ts';
import type { Rule } from './rule.ts';
import { shiftDay } from '../../platform/shift-day.ts';

/** A day of a series as it will be proposed. */
export interface ComingDay {
  /** The day the rule names. */
  named: Day;
  /** The day it is proposed for. */
  day: Day;
  startsAt: Date;
  /** Why it is another day than the one named. */
  moved: Unfit | null;
}

/** From the 20th a cell knows the day of the next month. */
const knownFromDate = 20;
const proposedDaysAhead = 14;

/** The days a rule names after `after`, as text sorts them; see {@link placeDay} for where each is put. */
export function* namedAfter(rule: Rule, startsOn: Day, after: Day): Generator<Day> {
  yield* occurrences(rule, startsOn, shiftDay(after, 1));
}

/** A named day that is off, or too near to Tết, becomes a proposal for another. */
export function placeDay(
  calendar: Calendar,
  { named, startMinute, today }: { named: Day; startMinute: number; today: Day },
): ComingDay {
  const moved = calendar.unfit(named);
  const day = moved ? calendar.better(named, startMinute, today) : named;
  return { named, day, startsAt: instantOf(day, startMinute), moved };
}

/**
 * When a meeting of that day is proposed: two weeks ahead; one that comes once a month or less already on the 20th of
 * the month before.
 */
export function proposedOn(rule: Rule, named: Day): Day {
  const twoWeeksAhead = shiftDay(named, -proposedDaysAhead);
  if (rule.each === 'WEEKLY') return twoWeeksAhead;
  const before = partsOf(shiftDay(named, -partsOf(named).date));
  const known = `${before.year}-${String(before.month).padStart(2, '0')}-${knownFromDate}`;
  return known < twoWeeksAhead ? known : twoWeeksAhead;
}

/**
 * Of a series that begins with a meeting on a day its rule does not name: the first day that is named after it. One of
 * the same month or week is that very meeting, put on another day.
 */
export function nextNamed(rule: Rule, firstDay: Day): Day | null {
  const names = occurrences(rule, firstDay);
  const first = names.next().value ?? null;
  if (first === null) return null;
  const stands = first === firstDay || (rule.each !== 'WEEKLY' && first.slice(0, 7) === firstDay.slice(0, 7));
  return stands ? (names.next().value ?? null) : first;
}
