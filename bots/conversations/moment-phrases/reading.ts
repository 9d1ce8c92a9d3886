import type { Calendar } from '../../../hub/meetings/index.ts';

/** What is not certain is asked: a wrong day would call a whole cell. */
export type Doubt =
  /** The hour is missing, or may be of the morning or the evening. */
  | 'hour'
  /** The day is missing, or may be one or the other. */
  | 'day'
  /** A lunar day was named: `day` is its solar one, to be confirmed. */
  | 'lunar'
  /** What was named is over; `day`, where there is one, is the next such day. */
  | 'past'
  /** Some days were named: `from` to `to`. */
  | 'period'
  /** Two times or two days were named, or a weekday that the date is not. */
  | 'which'
  /** No such day or hour: 31/11, 25 giờ. */
  | 'impossible';

/** When something is to be, as typed. */
export type MomentReading =
  /** `rest`: what else was typed, as it was written; often the place. */
  | { kind: 'moment'; at: Date; rest: string }
  /** A day without any hour. */
  | { kind: 'day'; day: string; rest: string }
  /** `day` (as `2026-12-03`) and `minute` (of the day in Vietnam, 0 to 1440): what is known or most likely. */
  | {
      kind: 'ask';
      what: Doubt;
      day: string | null;
      minute: number | null;
      period: { from: string; to: string } | null;
      rest: string;
    };

export interface ReadingContext {
  now: Date;
  /** Minute of the day in Vietnam at which the cell usually meets; tells which of two hours is offered. */
  usualMinute?: number | null | undefined;
  /** Without it lunar days are only asked about. */
  calendar?: Pick<Calendar, 'lunarOf' | 'nextLunar'> | null | undefined;
}
