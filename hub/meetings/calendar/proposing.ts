import { channelNames } from '../../channels/index.ts';
import type { Digest, Notices } from '../../notices/index.ts';
import { calendarDay, ruleWithin, unitStands, type People, type UnitKind } from '../../people/index.ts';
import type { Audit } from '../../platform/audit.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database, Sql } from '../../platform/database/index.ts';
import { newId, shortId } from '../../platform/ids.ts';
import type { Locales } from '../../platform/locales.ts';
import type { Queues } from '../../platform/queues.ts';
import { keepItems } from '../agenda.ts';
import { madeTitle } from '../planning.ts';
import type { MeetingKind, NewItem } from '../port.ts';
import { lockMeeting } from '../row.ts';
import { tell } from '../telling.ts';
import { placeDay, type ComingDay } from './coming-days.ts';
import { dayInWords } from './day-words.ts';
import type { Day } from './day.ts';
import { readCalendar, type Calendar } from './days-off.ts';
import { ruleInWords } from './rule-words.ts';
import { readRule } from './rule.ts';
import { aheadOf } from './series.ts';

interface Parts {
  database: Database;
  people: Pick<People, 'leadersFrom'>;
  notices: Pick<Notices, 'tellPersons'>;
  audit: Audit;
  clock: Clock;
  queues: Pick<Queues, 'ring'>;
  locales: Locales;
}

interface DueSeries {
  id: string;
  unitId: string;
  unitKind: UnitKind;
  stands: boolean;
  rule: string;
  startsOn: Day;
  startMinute: number;
  kind: MeetingKind;
  title: string;
  minutes: number;
  place: string | null;
  link: string | null;
  reminders: number[];
  agenda: NewItem[];
  createdBy: string;
  nextOn: Day;
}

/** Series of one transaction. */
const atOnce = 20;

/** The cell's month by itself: what comes next is proposed in time, and the secretary has only to agree. */
export function proposing(parts: Parts) {
  const { database, people, notices, audit, clock, queues, locales } = parts;

  /** Any process, as often as one likes: a series is taken under its row's lock and moved on in the same transaction. */
  async function work(): Promise<void> {
    await database.query(deleteLapsed, [clock()]);
    // A series that had fallen behind is due again at once, with a day that is still to come.
    while ((await database.transaction(proposeSome)) > 0) await queues.ring('deliver');
  }

  async function proposeSome(sql: Sql): Promise<number> {
    const today = calendarDay(clock());
    const due = await sql.query<DueSeries>(selectDue, [today, atOnce]);
    if (due.length === 0) return 0;
    const calendar = await readCalendar(sql);
    for (const each of due) await proposeNext(sql, { series: each, calendar, today });
    return due.length;
  }

  async function proposeNext(
    sql: Sql,
    { series, calendar, today }: { series: DueSeries; calendar: Calendar; today: Day },
  ): Promise<void> {
    const rule = readRule(series.rule);
    if (!rule || !series.stands) return await rest(sql, series.id);
    // A hub that was off for weeks goes on with what is still to come.
    if (series.nextOn > today) {
      const coming = placeDay(calendar, { named: series.nextOn, startMinute: series.startMinute, today });
      if (coming.startsAt > clock()) await propose(sql, series, coming);
    }
    const after = series.nextOn > today ? series.nextOn : today;
    const { nextOn, proposesOn } = aheadOf(rule, series.startsOn, after);
    await sql.query(moveOn, [series.id, nextOn, proposesOn]);
  }

  /** Its unit is gone. */
  async function rest(sql: Sql, id: string): Promise<void> {
    await sql.query(moveOn, [id, null, null]);
  }

  async function propose(sql: Sql, series: DueSeries, coming: ComingDay): Promise<void> {
    const { kind, unitId } = series;
    const id = newId();
    const late = await ruleWithin(sql, 'meeting.late-after-minutes', coming.startsAt);
    const { startsAt, named: seriesDay } = coming;
    const unit = { kind: series.unitKind };
    const title = series.title || madeTitle({ kind, unit, startsAt }, locales('vi'));
    const facts = { title, startsAt, seriesDay, lateAfter: late.value, createdAt: clock() };
    const row = JSON.stringify({ ...series, ...facts, id, seriesId: series.id });
    const [made] = await sql.query(insertMeeting, [row]);
    if (!made) return;
    await keepItems(sql, id, series.agenda);
    const leaders = await people.leadersFrom([unitId], channelNames, sql);
    const own = leaders.get(unitId)?.find(({ depth }) => depth === 0);
    await tell(sql, notices, {
      meeting: await lockMeeting(sql, id),
      words: [
        {
          kind: 'duty',
          key: 'proposal',
          memberIds: own?.memberIds ?? [series.createdBy],
          text: (say) => proposalInWords({ title, coming, rule: series.rule, place: series.place }, say),
          asks: askToConfirm(id),
          expiresAt: coming.startsAt,
        },
      ],
    });
    const deed = { action: 'meeting.proposed', unitId, subjectId: id };
    const told = { day: coming.day, moved: coming.moved !== null };
    await audit.record({ memberId: null, via: 'system' }, { ...deed, facts: told }, sql);
  }

  return { work };
}

function proposalInWords(
  { title, coming, rule, place }: { title: string; coming: ComingDay; rule: string; place: string | null },
  say: Parameters<Digest['text']>[0],
): { title: string; body: string } {
  const day = dayInWords(coming.day, say);
  const custom = ruleInWords(readRule(rule)!, say);
  const lines = [
    say('proposal-custom', { custom }),
    coming.moved
      ? say('proposal-moved', { named: dayInWords(coming.named, say), why: coming.moved.name, day })
      : '',
    say('proposal-when', { at: coming.startsAt, day }),
    place ? say('proposal-where', { place }) : '',
    say('proposal-nobody-told'),
  ];
  return {
    title: say('proposal-title', { title }).slice(0, 300),
    body: lines.filter((line) => line !== '').join('\n'),
  };
}

function askToConfirm(id: string): NonNullable<Digest['asks']> {
  return (say) => ({
    buttons: [{ label: say('proposal-confirm'), payload: `meeting:confirm:${shortId(id)}` }],
    tapped: say('proposal-tapped'),
    typed: say('proposal-typed'),
  });
}

const selectDue = `
  select series.id, series.unit_id as "unitId", unit.kind as "unitKind", ${unitStands('unit', '$1::date')} as stands,
    series.rule, series.starts_on::text as "startsOn", series.start_minute as "startMinute", series.kind, series.title,
    series.minutes, series.place, series.link, series.reminders, series.agenda, series.created_by as "createdBy",
    series.next_on::text as "nextOn"
  from meeting_series series join unit on unit.id = series.unit_id
  where series.proposes_on <= $1::date
  order by series.id limit $2 for update of series skip locked`;

const moveOn = `update meeting_series set next_on = $2::date, proposes_on = $3::date where id = $1`;

/** Nobody was called to it, and it is too late. What somebody struck out stays to be seen. */
const deleteLapsed = `
  delete from meeting where called_at is null and cancelled_at is null and starts_at <= $1`;

const insertMeeting = `
  insert into meeting (id, unit_id, series_id, series_day, kind, title, starts_at, minutes, place, link, late_after,
    reminders, called_by, created_at)
  select id, "unitId", "seriesId", "seriesDay", kind, title, "startsAt", minutes, place, link, "lateAfter", reminders,
    "createdBy", "createdAt"
  from jsonb_to_record($1::jsonb) as made (id uuid, "unitId" uuid, "seriesId" uuid, "seriesDay" date, kind meeting_kind,
    title text, "startsAt" timestamptz, minutes smallint, place text, link text, "lateAfter" smallint, reminders int[],
    "createdBy" uuid, "createdAt" timestamptz)
  on conflict (series_id, series_day) do nothing returning id`;
