import type { Actor, Audit } from '../../platform/audit.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database, Sql } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import type { Locales } from '../../platform/locales.ts';
import { calendarDay } from '../../people/index.ts';
import { MeetingInvalid } from '../errors.ts';
import { madeTitle, type PlannedMeeting } from '../planning.ts';
import type { CallPreview } from '../port.ts';
import { nextNamed, namedAfter, placeDay, proposedOn } from './coming-days.ts';
import { minuteOf, type Day } from './day.ts';
import { readCalendar } from './days-off.ts';
import { readRule, writeRule, type Rule } from './rule.ts';

export interface SeriesParts {
  database: Database;
  audit: Audit;
  clock: Clock;
  locales: Locales;
}

/** How many days of a series a preview shows. */
const shownDays = 3;

/** Meetings that come again: the first is called, each later one is proposed and waits to be confirmed. */
export function series({ database, audit, clock, locales }: SeriesParts) {
  /** @throws {MeetingInvalid} `repeat`: no rule, or one that names no day after the first */
  function rule({ repeat, startsAt }: Pick<PlannedMeeting, 'repeat' | 'startsAt'>): Rule {
    const read = readRule(repeat ?? '');
    if (!read || nextNamed(read, calendarDay(startsAt)) === null) throw new MeetingInvalid('repeat');
    return read;
  }

  /** The row of a series whose first meeting is the planned one; its id. */
  async function begin(
    sql: Sql,
    { planned, rule }: { planned: PlannedMeeting; rule: Rule },
    by: Actor,
  ): Promise<string> {
    const id = newId();
    const { unit, kind, startsAt, title } = planned;
    const day = calendarDay(startsAt);
    const next = nextNamed(rule, day);
    await sql.query(insertSeries, [
      id,
      unit.id,
      writeRule(rule),
      day,
      minuteOf(startsAt),
      kind,
      // A title with its month in it is made anew each month.
      title === madeTitle({ kind, unit, startsAt }, locales('vi')) ? '' : title,
      planned.minutes,
      planned.place,
      planned.link,
      planned.reminders,
      JSON.stringify(planned.items),
      planned.caller.id,
      clock(),
      next,
      next && proposedOn(rule, next),
    ]);
    const deed = { action: 'meeting.series-begun', unitId: unit.id, subjectId: id };
    await audit.record(by, { ...deed, facts: { from: day } }, sql);
    return id;
  }

  /** The days after the first one, as they will be proposed. */
  async function next({
    planned: { startsAt },
    rule,
  }: {
    planned: Pick<PlannedMeeting, 'startsAt'>;
    rule: Rule;
  }): Promise<CallPreview['next']> {
    const calendar = await readCalendar(database);
    const [firstDay, minute] = [calendarDay(startsAt), minuteOf(startsAt)];
    const first = nextNamed(rule, firstDay);
    const named = first === null ? [] : [first, ...namedAfter(rule, firstDay, first).take(shownDays - 1)];
    return named.map((each) => {
      const {
        day,
        startsAt: at,
        moved,
      } = placeDay(calendar, { named: each, startMinute: minute, today: calendarDay(clock()) });
      return { day, startsAt: at, movedFrom: moved && { day: each, name: moved.name } };
    });
  }

  return { rule, begin, next };
}

/** What a series proposes next, and when. */
export function aheadOf(
  rule: Rule,
  startsOn: Day,
  after: Day,
): { nextOn: Day | null; proposesOn: Day | null } {
  const nextOn = namedAfter(rule, startsOn, after).next().value ?? null;
  return { nextOn, proposesOn: nextOn && proposedOn(rule, nextOn) };
}

const insertSeries = `
  insert into meeting_series (id, unit_id, rule, starts_on, start_minute, kind, title, minutes, place, link, reminders,
    agenda, created_by, created_at, next_on, proposes_on)
  values ($1, $2, $3, $4::date, $5, $6::meeting_kind, $7, $8, $9, $10, $11, $12::jsonb, $13, $14, $15::date, $16::date)`;
