import {
  dayOf,
  lastOfMonth,
  mondayOf,
  partsOf,
  weekdayOf,
  type Calendar,
  type Day,
} from '../../../hub/meetings/index.ts';
import type { Found, NamedDay } from './found.ts';
import type { Doubt } from './reading.ts';
import { allFound, lineOf, type TimeWord } from './time-words.ts';
import { shiftDay } from '../../../hub/platform/shift-day.ts';

/** A day as read. `doubt`: why it has to be asked about; `day` is then the likely one. */
export interface ReadDay {
  day: Day | null;
  doubt: Exclude<Doubt, 'hour'> | null;
  period: { from: Day; to: Day } | null;
}

type Moon = Pick<Calendar, 'lunarOf' | 'nextLunar'>;

/** A date whose year was not typed may be that far away; further it is a slip of the pen or long over. */
const nearDays = 183;
const justGoneDays = 60;

/** Which day the recognised words name, seen from `today`; null where they name none. */
export function dayIn(words: readonly TimeWord[], today: Day, moon: Moon | null): ReadDay | null {
  const dates = [
    ...allFound(words, 'day').map(({ day }) => namedDay(day, today, moon)),
    ...allFound(words, 'lunar').map((lunar) => lunarDay(lunar, today, moon)),
  ];
  const weekdays = weekdaysNamed(words, today);
  const spans = allFound(words, 'span').map((span) => periodOf(span, today));
  const weeks = allFound(words, 'week').map(({ ahead }) => weekOf(today, ahead));
  const vague = lineOf(words).includes('<vague>');
  const periods = [...spans, ...(weekdays.length > 0 ? [] : weeks)];
  if (dates.length + weekdays.length > 0) {
    return vague ? doubtful('day') : agreeing(dates, weekdays, periods);
  }
  const [period, ...others] = periods;
  if (!period) return vague ? doubtful('day') : null;
  return others.length > 0 ? doubtful('which') : { day: null, doubt: 'period', period };
}

/** "Thứ Năm 3/12", "mai, thứ ba": more than one name of one day. A weekday beside a date only confirms it. */
function agreeing(
  dates: readonly ReadDay[],
  weekdays: readonly ReadDay[],
  periods: readonly { from: Day; to: Day }[],
): ReadDay {
  const [named] = dates.length > 0 ? dates : weekdays;
  const { day } = named!;
  if (dates.some((each) => each.day !== day)) return doubtful('which');
  if (named!.doubt === 'past' || named!.doubt === 'impossible') return named!;
  const contradicts = (each: ReadDay) => {
    if (each.day === null || day === null) return true;
    return dates.length > 0 ? weekdayOf(each.day) !== weekdayOf(day) : each.day !== day;
  };
  if (weekdays.some(contradicts)) return doubtful('which');
  if (periods.some(({ from, to }) => day === null || day < from || day > to)) return doubtful('which');
  return named!;
}

function namedDay(named: NamedDay, today: Day, moon: Moon | null): ReadDay {
  switch (named.by) {
    case 'gone':
      return doubtful('past');
    case 'distance': {
      const day = shiftDay(today, named.ahead);
      return named.sure ? sure(day) : doubtful('day', day);
    }
    case 'date':
      return dateOf(named, today);
    case 'date-of-month':
      return dateOfMonth(named, today, moon);
  }
}

function dateOf({ date, month, year }: Extract<NamedDay, { by: 'date' }>, today: Day): ReadDay {
  const { year: thisYear } = partsOf(today);
  if (year !== null) {
    const day = dayOf(year, month, date);
    if (day === null) return doubtful('impossible');
    return day < today ? doubtful('past') : sure(day);
  }
  const here = dayOf(thisYear, month, date);
  if (here !== null && here >= today) return sure(here);
  const next = [1, 2, 3, 4].map((more) => dayOf(thisYear + more, month, date)).find((day) => day !== null);
  if (!next) return doubtful('impossible');
  if (next <= shiftDay(today, nearDays)) return sure(next);
  // What has just gone by is offered for no day a year from now.
  return doubtful('past', here !== null && here >= shiftDay(today, -justGoneDays) ? null : next);
}

/** The next such day; today's own date may be today or a month away. */
function dateOfMonth(
  { date, ahead, mung }: Extract<NamedDay, { by: 'date-of-month' }>,
  today: Day,
  moon: Moon | null,
): ReadDay {
  const { year, month } = partsOf(today);
  const inMonth = (more: number) => {
    const first = shiftDay(lastOfMonth(year, month + more - 1), 1);
    return dayOf(partsOf(first).year, partsOf(first).month, date);
  };
  if (date < 1 || date > 31) return doubtful('impossible');
  if (ahead !== null) {
    const day = inMonth(ahead);
    if (day === null) return doubtful('impossible');
    return day < today ? doubtful('past', inMonth(1)) : sure(day);
  }
  if (mung && isTetSeason(today, moon)) return lunarDay({ kind: 'lunar', date, month: null }, today, moon);
  const next = [0, 1, 2].map(inMonth).find((day) => day !== null && day >= today) ?? null;
  if (next === null) return doubtful('impossible');
  return next === today ? doubtful('day', next) : sure(next);
}

/** In the last month and the first everybody reckons by the moon. */
function isTetSeason(today: Day, moon: Moon | null): boolean {
  const lunar = moon?.lunarOf(today);
  return lunar ? lunar.month === 12 || (lunar.month === 1 && lunar.day <= 15) : false;
}

function lunarDay(
  { date, month }: Extract<Found, { kind: 'lunar' }>,
  today: Day,
  moon: Moon | null,
): ReadDay {
  if (date < 1 || date > 30 || (month !== null && (month < 1 || month > 12))) return doubtful('impossible');
  const months = month === null ? Array.from({ length: 12 }, (_, index) => index + 1) : [month];
  const days = months.flatMap((each) => moon?.nextLunar({ day: date, month: each }, today) ?? []);
  return doubtful('lunar', days.toSorted()[0] ?? null);
}

/** A weekday by itself is the next one; said on that very day it may be today or in a week. */
function weekdaysNamed(words: readonly TimeWord[], today: Day): ReadDay[] {
  const weeks = new Set(allFound(words, 'week').map(({ ahead }) => ahead));
  const [week = null] = weeks;
  // Without marks "thu 5 toi" is the evening of Thursday, or the Thursday that comes.
  const perhapsComing = /<weekday> (?:toi|<perhaps-evening>)/.test(lineOf(words));
  return allFound(words, 'weekday').map(({ weekday, which }) => {
    if (weeks.size > 1) return doubtful('which');
    const inWeek = (ahead: number) => shiftDay(mondayOf(today), ahead * 7 + weekday - 1);
    if (week !== null) return inWeek(week) < today ? doubtful('past', inWeek(1)) : sure(inWeek(week));
    const here = inWeek(0);
    if (which === 'near') return here < today ? doubtful('day', inWeek(1)) : sure(here);
    if (here < today) return sure(inWeek(1));
    if (here === today) return which === 'bare' ? doubtful('day', here) : sure(inWeek(1));
    if (which === 'bare') return perhapsComing ? doubtful('day', here) : sure(here);
    return doubtful('day', which === 'coming' ? here : inWeek(1));
  });
}

function weekOf(today: Day, ahead: number): { from: Day; to: Day } {
  const monday = shiftDay(mondayOf(today), ahead * 7);
  return { from: later(monday, today), to: shiftDay(monday, 6) };
}

function periodOf(
  { of, part, ahead, month }: Extract<Found, { kind: 'span' }>,
  today: Day,
): { from: Day; to: Day } {
  if (of === 'week') {
    const monday = shiftDay(mondayOf(today), ahead * 7);
    const [from, to] = { start: [0, 1], middle: [2, 3], end: [5, 6], all: [0, 6] }[part] as [number, number];
    const week = { from: shiftDay(monday, from), to: shiftDay(monday, to) };
    return week.to < today && ahead === 0
      ? periodOf({ kind: 'span', of, part, ahead: 1, month }, today)
      : week;
  }
  const here = partsOf(today);
  const number = month ?? here.month + ahead;
  const year = month !== null && month < here.month ? here.year + 1 : here.year;
  const [from, to] = { start: [1, 10], middle: [11, 20], end: [21, 31], all: [1, 31] }[part] as [
    number,
    number,
  ];
  const last = lastOfMonth(year, number);
  const onDate = (date: number) => earlier(last, shiftDay(lastOfMonth(year, number - 1), date));
  if (onDate(to) < today) return periodOf({ kind: 'span', of, part, ahead: 1, month: null }, today);
  return { from: later(onDate(from), today), to: onDate(to) };
}

function sure(day: Day): ReadDay {
  return { day, doubt: null, period: null };
}

function doubtful(doubt: Exclude<Doubt, 'hour'>, day: Day | null = null): ReadDay {
  return { day, doubt, period: null };
}

function later(one: Day, other: Day): Day {
  return one > other ? one : other;
}

function earlier(one: Day, other: Day): Day {
  return one < other ? one : other;
}
