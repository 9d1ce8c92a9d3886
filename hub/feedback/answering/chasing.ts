import { createHash } from 'node:crypto';
import { channelNames } from '../../channels/index.ts';
import { minuteOf, type Calendar, type Day } from '../../meetings/index.ts';
import type { Digest } from '../../notices/index.ts';
import { calendarDay, type Leaders } from '../../people/index.ts';
import type { Sql } from '../../platform/database/index.ts';
import type { FeedbackPartsSealed } from '../feedback.ts';
import { isOpen } from './row.ts';
import { shiftDay } from '../../platform/shift-day.ts';

/** Seven in the morning, in minutes of the day. */
const fromMinute = 7 * 60;
const soonWorkingDays = 5;
/** Working days after which those above are told. */
const patienceWorkingDays = 3;
/** Units named to those above in one message; the rest as a number. */
const unitsNamed = 20;
const limitMs = 60_000;

interface Desk {
  unitId: string;
  unit: string;
  fresh: number;
  soon: number;
  late: number;
}

/**
 * Each morning who answers hears how much waits, and who leads the unit above what is late there. Figures only: no text,
 * no name, nothing of how openly it was said.
 */
export function chasing({
  database,
  people,
  notices,
  audit,
  clock,
  calendar,
  publicUrl,
}: Pick<
  FeedbackPartsSealed,
  'database' | 'people' | 'notices' | 'audit' | 'clock' | 'calendar' | 'publicUrl'
>) {
  /** The day on which this process looked last: it is a look at all that waits. */
  let lookedOn: Day | null = null;

  /** Several processes may do so at once, and each of them twice: what was said is said. */
  async function chase(): Promise<void> {
    const now = clock();
    const today = calendarDay(now);
    if (lookedOn === today || minuteOf(now) < fromMinute) return;
    const address = `${await publicUrl()}/console/feedback`;
    await database.transaction(async (sql) => {
      const days = await calendar(sql);
      await remind(sql, { today, soonUntil: days.workingDayAfter(today, soonWorkingDays), address });
      await escalate(sql, { today, lateSince: before(days, today, patienceWorkingDays) });
    }, limitMs);
    lookedOn = today;
  }

  async function remind(
    sql: Sql,
    { today, soonUntil, address }: { today: Day; soonUntil: Day; address: string },
  ): Promise<void> {
    const touched = await sql.query<{ unitId: string }>(markReminded, [today, soonUntil]);
    if (touched.length === 0) return;
    const unitIds = [...new Set(touched.map(({ unitId }) => unitId))];
    const desks = await sql.query<Desk>(selectDesks, [today, soonUntil, unitIds]);
    const leaders = await people.leadersFrom(unitIds, channelNames, sql);
    const words = desks.flatMap((desk) => {
      const own = leaders.get(desk.unitId)?.find(({ depth }) => depth === 0);
      const nothing = desk.fresh + desk.soon + desk.late === 0;
      return own && !nothing
        ? [wordTo(own, { key: `feedback waiting ${desk.unitId} ${today}`, ...deskWords(desk, address) })]
        : [];
    });
    await notices.tellPersons(sql, words);
  }

  async function escalate(sql: Sql, { today, lateSince }: { today: Day; lateSince: Day }): Promise<void> {
    const escalated = await sql.query<{ unitId: string; unit: string }>(markEscalated, [lateSince, today]);
    if (escalated.length === 0) return;
    const late = [...Map.groupBy(escalated, ({ unitId }) => unitId)].map(([unitId, items]) => ({
      unitId,
      unit: items[0]!.unit,
      items: items.length,
    }));
    for (const { unitId, items } of late) {
      const deed = { action: 'feedback.escalated', unitId, facts: { items } };
      await audit.record({ memberId: null, via: 'system' }, deed, sql);
    }
    const leaders = await people.leadersFrom(
      late.map(({ unitId }) => unitId),
      channelNames,
      sql,
    );
    const told = late.flatMap((unit) => {
      const above = leaders.get(unit.unitId)?.find(({ depth }) => depth > 0);
      return above ? [{ ...unit, above }] : [];
    });
    const words = [...Map.groupBy(told, ({ above }) => above.unitId).values()].map((units) => {
      const which = createHash('sha256')
        .update(units.map(({ unitId }) => unitId).join())
        .digest('hex');
      return wordTo(units[0]!.above, { key: `feedback late ${today} ${which}`, ...lateWords(units) });
    });
    await notices.tellPersons(sql, words);
  }

  return { chase };
}

function wordTo({ unitId, memberIds }: Leaders, word: Pick<Digest, 'key' | 'text'>): Digest {
  return { unitId, senderId: memberIds.toSorted()[0]!, memberIds, ...word };
}

function deskWords({ unit, fresh, soon, late }: Desk, address: string): Pick<Digest, 'text'> {
  return {
    text: (say) => ({
      title: say('feedback-waiting-title', { unit }).slice(0, 300),
      body: [
        say('feedback-waiting-figures', { fresh, soon, late }),
        say('feedback-waiting-where', { address }),
      ].join('\n'),
    }),
  };
}

function lateWords(units: readonly { unit: string; items: number }[]): Pick<Digest, 'text'> {
  const items = units.reduce((sum, unit) => sum + unit.items, 0);
  const others = units.length - unitsNamed;
  return {
    text: (say) => ({
      title: say('feedback-late-title', { items, units: units.length }),
      body: [
        ...units.slice(0, unitsNamed).map((each) => say('feedback-late-unit', { ...each })),
        ...(others > 0 ? [say('feedback-late-others', { units: others })] : []),
      ].join('\n'),
    }),
  };
}

/** The last day after which, until `day` and with it, more than so many working days have gone by. */
function before(calendar: Calendar, day: Day, workingDays: number): Day {
  let earlier = day;
  for (let counted = 0; counted <= workingDays;) {
    const dayBefore = shiftDay(earlier, -1);
    if (calendar.nextWorkingDay(dayBefore) === earlier) counted += 1;
    earlier = dayBefore;
  }
  return earlier;
}

/** New: nobody has taken it. Else what is late or about to be. */
const isAsked = `(item.state in ('new', 'reopened') or item.due_on <= $2::date)`;

const markReminded = `
  update feedback_item item set reminded_on = $1::date
  where ${isOpen} and ${isAsked} and item.reminded_on is distinct from $1::date
  returning item.unit_id as "unitId"`;

const selectDesks = `
  select item.unit_id as "unitId", unit.name as unit,
    count(*) filter (where item.state in ('new', 'reopened') and item.taken_by_id is null)::int as fresh,
    count(*) filter (where item.due_on between $1::date and $2::date)::int as soon,
    count(*) filter (where item.due_on < $1::date)::int as late
  from feedback_item item join unit on unit.id = item.unit_id
  where ${isOpen} and item.unit_id = any ($3::uuid[])
  group by item.unit_id, unit.name`;

const markEscalated = `
  with late as (
    update feedback_item item set escalated_on = $2::date
    where ${isOpen} and item.due_on <= $1::date and item.escalated_on is null
    returning item.id, item.unit_id
  ), written as (
    insert into feedback_entry (item_id, position, kind, unit_id, done_on)
    select late.id, coalesce((select max(position) from feedback_entry where item_id = late.id), 0) + 1, 'escalated',
      late.unit_id, $2::date
    from late
  )
  select late.unit_id as "unitId", unit.name as unit from late join unit on unit.id = late.unit_id
  order by unit.code`;
