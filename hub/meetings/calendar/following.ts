import { calendarDay } from '../../people/index.ts';
import type { Actor, Audit } from '../../platform/audit.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Sql } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { MeetingInvalid } from '../errors.ts';
import type { MeetingChange } from '../port.ts';
import { namedAfter, placeDay } from './coming-days.ts';
import { instantOf, minuteOf, type Day } from './day.ts';
import { readCalendar } from './days-off.ts';
import { movedRule } from './moved-rule.ts';
import { readRule, writeRule } from './rule.ts';
import { aheadOf } from './series.ts';

/** A later meeting of a series to which people have been called; whoever asked for the change tells them. */
export interface LaterMeeting {
  id: string;
  /** As the series has it from now on. */
  startsAt: Date;
}

interface SeriesRow {
  id: string;
  unitId: string;
  rule: string;
  startsOn: Day;
  startMinute: number;
  /** The day of the meeting from which on something changes. */
  named: Day;
  day: Day;
}

interface LaterRow {
  id: string;
  called: boolean;
  /** It keeps its place in the series, so that it is not proposed again. */
  cancelled: boolean;
  startsAt: Date;
}

/** What is to be otherwise of a meeting of a series and all that follow. Inside the caller's transaction. */
export function following({ audit, clock }: { audit: Audit; clock: Clock }) {
  /**
   * The series ends with the meeting before this one; what is only proposed goes. Returns the later meetings to which
   * people were called, soonest first, this one left out: they are the caller's to cancel. None for what is no series.
   */
  async function endFrom(sql: Sql, by: Actor, meetingId: string): Promise<LaterMeeting[]> {
    const series = await seriesOf(sql, meetingId);
    if (!series) return [];
    await end(sql, by, series);
    const later = await laterThan(sql, series);
    await sql.query(deleteProposed, [later.filter(({ called }) => !called).map(({ id }) => id)]);
    return later.filter(isCalled).map(({ id, startsAt }) => ({ id, startsAt }));
  }

  /**
   * The series ends with the meeting before this one, and another begins with it. Proposed meetings are moved and
   * changed here; returned are the later ones to which people were called, with the moment that is theirs now: they,
   * and this one, are the caller's to change. None for what is no series.
   *
   * @throws {MeetingInvalid} `repeat`: the day moves, and the rule is none that can be moved so
   */
  async function changeFrom(
    sql: Sql,
    by: Actor,
    { meetingId, change }: { meetingId: string; change: MeetingChange },
  ): Promise<LaterMeeting[]> {
    const series = await seriesOf(sql, meetingId);
    if (!series) return [];
    const { startsAt } = change;
    const moves = startsAt !== undefined && calendarDay(startsAt) !== series.day;
    const named = moves ? calendarDay(startsAt) : series.named;
    const rule = movedRule(readRule(series.rule)!, series.startsOn, { named: series.named, to: named });
    if (!rule) throw new MeetingInvalid('repeat');
    const minute = startsAt ? minuteOf(startsAt) : series.startMinute;
    const later = await laterThan(sql, series);
    await end(sql, by, series);
    const id = newId();
    const first = { id, rule: writeRule(rule), starts_on: named, start_minute: minute, created_at: clock() };
    await sql.query(copySeries, [series.id, JSON.stringify({ ...first, ...changedColumns(change) })]);
    await sql.query(moveMeeting, [meetingId, id, named]);
    const days = namedAfter(rule, named, named);
    const moved = await moveLater(sql, { id, later, days, moves, minute, change });
    const last = moved.at(-1)?.named ?? named;
    const { nextOn, proposesOn } = aheadOf(rule, named, last);
    await sql.query('update meeting_series set next_on = $2::date, proposes_on = $3::date where id = $1', [
      id,
      nextOn,
      proposesOn,
    ]);
    const deed = { action: 'meeting.series-begun', unitId: series.unitId, subjectId: id };
    await audit.record(by, { ...deed, facts: { from: named } }, sql);
    return moved.filter(isCalled).map(({ id: each, startsAt: at }) => ({ id: each, startsAt: at }));
  }

  /** Each later meeting takes the next day that the rule names; its hour is the series'. */
  async function moveLater(
    sql: Sql,
    {
      id,
      later,
      days,
      moves,
      minute,
      change,
    }: {
      id: string;
      later: readonly LaterRow[];
      days: Generator<Day>;
      moves: boolean;
      minute: number;
      change: MeetingChange;
    },
  ): Promise<(LaterRow & { named: Day })[]> {
    const moved: (LaterRow & { named: Day })[] = [];
    const calendar = await readCalendar(sql);
    const today = calendarDay(clock());
    // Where the day stays, one that had been moved off a holiday stays where it was put.
    const placed = (each: LaterRow, named: Day) =>
      moves
        ? placeDay(calendar, { named, startMinute: minute, today }).startsAt
        : instantOf(calendarDay(each.startsAt), minute);
    for (const each of later) {
      const named = days.next().value;
      if (named === undefined) break;
      const startsAt = change.startsAt ? placed(each, named) : each.startsAt;
      await sql.query(moveMeeting, [each.id, id, named]);
      if (!each.called && !each.cancelled) {
        await sql.query(changeProposed, [
          each.id,
          JSON.stringify({ starts_at: startsAt, ...changedColumns(change) }),
        ]);
      }
      moved.push({ ...each, startsAt, named });
    }
    return moved;
  }

  async function end(sql: Sql, by: Actor, { id, unitId, named }: SeriesRow): Promise<void> {
    await sql.query(endSeries, [id, named]);
    const deed = { action: 'meeting.series-ended', unitId, subjectId: id, facts: { from: named } };
    await audit.record(by, deed, sql);
  }

  return { endFrom, changeFrom };
}

/** What a series keeps of a change, by its columns. A title mostly names a month: it is left to its one meeting. */
function changedColumns({ minutes, place, link, kind, remind }: MeetingChange): Record<string, unknown> {
  return {
    ...(minutes === undefined ? {} : { minutes }),
    ...(place === undefined ? {} : { place: place || null }),
    ...(link === undefined ? {} : { link: link || null }),
    ...(kind === undefined ? {} : { kind }),
    ...(remind === undefined ? {} : { reminders: remind }),
  };
}

function isCalled({ called, cancelled }: LaterRow): boolean {
  return called && !cancelled;
}

async function seriesOf(sql: Sql, meetingId: string): Promise<SeriesRow | null> {
  const [row] = await sql.query<SeriesRow>(selectSeries, [meetingId]);
  return row ?? null;
}

async function laterThan(sql: Sql, { id, named }: SeriesRow): Promise<LaterRow[]> {
  return await sql.query<LaterRow>(selectLater, [id, named]);
}

const selectSeries = `
  select series.id, series.unit_id as "unitId", series.rule, series.starts_on::text as "startsOn",
    series.start_minute as "startMinute", meeting.series_day::text as named,
    (meeting.starts_at at time zone 'Asia/Ho_Chi_Minh')::date::text as day
  from meeting join meeting_series series on series.id = meeting.series_id
  where meeting.id = $1 for update of series`;

const selectLater = `
  select id, called_at is not null as called, cancelled_at is not null as cancelled, starts_at as "startsAt" from meeting
  where series_id = $1 and series_day > $2::date and opened_at is null and closed_at is null
  order by series_day for update`;

const endSeries = `
  update meeting_series set ended_on = $2::date, next_on = null, proposes_on = null where id = $1`;

const deleteProposed = `
  delete from meeting where id = any ($1::uuid[]) and called_at is null and cancelled_at is null`;

/** The changed columns over those of the old series. */
const copySeries = `
  insert into meeting_series (id, unit_id, rule, starts_on, start_minute, kind, title, minutes, place, link, reminders,
    agenda, created_by, created_at)
  select new.id, new.unit_id, new.rule, new.starts_on, new.start_minute, new.kind, new.title, new.minutes, new.place,
    new.link, new.reminders, new.agenda, new.created_by, new.created_at
  from meeting_series old cross join lateral jsonb_populate_record(old, $2::jsonb) as new
  where old.id = $1`;

const moveMeeting = `update meeting set series_id = $2, series_day = $3::date where id = $1`;

const changeProposed = `
  update meeting set starts_at = new.starts_at, minutes = new.minutes, place = new.place, link = new.link,
    kind = new.kind, reminders = new.reminders
  from meeting old cross join lateral jsonb_populate_record(old, $2::jsonb) as new
  where old.id = $1 and meeting.id = old.id`;
