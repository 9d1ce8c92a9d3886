import { peopleOfMeeting } from '../attendance/index.ts';
import type { QuietHours } from '../channels/index.ts';
import type { People } from '../people/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Sql } from '../platform/database/index.ts';
import { newId } from '../platform/ids.ts';
import { dayWarning } from './calendar/index.ts';
import type { PlannedMeeting } from './planning.ts';
import type { Warning } from './port.ts';

const minuteMs = 60_000;

/** What a caller should know before; nothing of it forbids. */
export function warning({
  database,
  people,
  quietHours,
  timeZone,
  clock,
}: {
  database: Sql;
  people: Pick<People, 'rule'>;
  quietHours: QuietHours | null;
  timeZone: string;
  clock: Clock;
}) {
  /** How many would be called today's members being what they are, and what is to be known of it. */
  async function foresee(plan: PlannedMeeting): Promise<{ invited: number; warnings: Warning[] }> {
    const { invited, official } = await whoIsCalled(plan);
    const found = [
      tooShort(plan),
      await dayWarning(database, plan.startsAt, clock()),
      await tooFewOfficial(plan, official),
      atNight(plan),
      await clash(plan),
    ];
    return { invited, warnings: found.filter((each) => each !== null) };
  }

  /** Nobody's meeting yet: those whom their statuses call, and the caller. */
  async function whoIsCalled({ unit, caller, startsAt }: PlannedMeeting) {
    const everybody = await peopleOfMeeting(database, { id: newId(), unitId: unit.id, startsAt });
    const ofUnit = everybody.filter(({ belongs }) => belongs);
    const called = new Set(
      ofUnit.filter(({ standing }) => standing.invited).map(({ memberId }) => memberId),
    ).add(caller.id);
    const official = ofUnit.filter(({ standing }) => standing.counted !== 'never').length;
    return { invited: ofUnit.length === 0 ? 0 : called.size, official };
  }

  function tooShort({ minutes, least }: PlannedMeeting): Warning | null {
    if (least === null || minutes >= least.minutes) return null;
    return { kind: 'short', minutes, least: least.minutes, source: least.source };
  }

  /** Only a cell has a least number of members. */
  async function tooFewOfficial(
    { unit, startsAt }: PlannedMeeting,
    official: number,
  ): Promise<Warning | null> {
    if (unit.kind !== 'cell') return null;
    const { value, source } = await people.rule('cell.minimum-official-members', startsAt);
    const least = value as number;
    return official >= least ? null : { kind: 'too-few-official', official, least, source };
  }

  function atNight({ startsAt }: PlannedMeeting): Warning | null {
    return quietHours && isQuiet(startsAt, quietHours, timeZone) ? { kind: 'quiet-hours' } : null;
  }

  async function clash({ unit, startsAt, minutes }: PlannedMeeting): Promise<Warning | null> {
    const endsAt = new Date(startsAt.getTime() + minutes * minuteMs);
    const [other] = await database.query<{ title: string; startsAt: Date }>(selectClash, [
      unit.id,
      startsAt,
      endsAt,
    ]);
    return other ? { kind: 'clash', ...other } : null;
  }

  return { foresee };
}

function isQuiet(moment: Date, { fromMinute, toMinute }: QuietHours, timeZone: string): boolean {
  const at = minuteOfDay(moment, timeZone);
  return fromMinute <= toMinute ? at >= fromMinute && at < toMinute : at >= fromMinute || at < toMinute;
}

function minuteOfDay(moment: Date, timeZone: string): number {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
  const [hours = 0, minutes = 0] = clock.format(moment).split(':').map(Number);
  return hours * 60 + minutes;
}

const selectClash = `
  select title, starts_at as "startsAt" from meeting
  where unit_id = $1 and cancelled_at is null and closed_at is null and called_at is not null
    and starts_at < $3 and starts_at + minutes * interval '1 minute' > $2
  order by starts_at limit 1`;
