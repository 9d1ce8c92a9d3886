export type PartOfDay = 'morning' | 'noon' | 'afternoon' | 'evening' | 'night';

/** A day as it was named; which one it is depends on today. */
export type NamedDay =
  /** "mai" is one day ahead. Not `sure`: it may be one more or less. */
  | { by: 'distance'; ahead: number; sure: boolean }
  /** "3/12". */
  | { by: 'date'; date: number; month: number; year: number | null }
  /** "ngày 3"; `ahead`: of this month or the next, where that was said. `mung`: as lunar days are named too. */
  | { by: 'date-of-month'; date: number; ahead: 0 | 1 | null; mung: boolean }
  /** "hôm qua". */
  | { by: 'gone' };

/** What words of a text were recognised as. */
export type Found =
  /** `exact`: written as a clock of 24 hours shows it, "07:30". */
  | { kind: 'clock'; hour: number; minute: number; exact: boolean }
  | { kind: 'part'; part: PartOfDay }
  /** "toi" without marks before an hour: the evening, or the person who writes. */
  | { kind: 'perhaps-evening' }
  | { kind: 'now' }
  | { kind: 'day'; day: NamedDay }
  /** `month` null: the next such day. */
  | { kind: 'lunar'; date: number; month: number | null }
  /** Monday is 1. "này": the nearest, "tới" and "sau": the nearest or the one after. */
  | { kind: 'weekday'; weekday: number; which: 'bare' | 'near' | 'coming' | 'after' }
  /** 0: this week. */
  | { kind: 'week'; ahead: number }
  /** Some days of a week or a month, counted from this one; `month` where it was named. */
  | {
      kind: 'span';
      of: 'week' | 'month';
      part: 'start' | 'middle' | 'end' | 'all';
      ahead: number;
      month: number | null;
    }
  /** Until when, and the words around it: nobody calls a meeting by its end. */
  | { kind: 'until' }
  /** A time of which nobody can tell the day. */
  | { kind: 'vague' }
  /** No time at all, though it looks like one. */
  | { kind: 'other' };
