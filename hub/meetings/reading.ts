import { calendarDay } from '../people/index.ts';
import type { Actor } from '../platform/audit.ts';
import { lastMeeting } from './papers/last-meeting.ts';
import type { MeetingsParts } from './meetings.ts';
import type { Meetings, MeetingItem, MeetingDocument, MeetingLine, MeetingView, OwnMeeting } from './port.ts';
import { isOwn, type RequireReading } from './reading-right.ts';
import { findMeeting, stateOf, type Moments } from './row.ts';

/** Looking at meetings: one, those of a unit, those one may see, one's own. */
export function reading(
  { database, people, clock }: Pick<MeetingsParts, 'database' | 'people' | 'clock'>,
  { requireReading }: { requireReading: RequireReading },
): Pick<Meetings, 'meeting' | 'ofUnit' | 'coming' | 'ofMember'> {
  async function meeting(by: Actor, id: string): Promise<MeetingView> {
    const found = await findMeeting(database, id);
    await requireReading(by, found);
    const [row] = await database.query<ViewRow>(selectView, [id]);
    const { calledAt, openedAt, closedAt, cancelledAt, ...rest } = row!;
    return {
      ...rest,
      state: stateOf({ calledAt, openedAt, closedAt, cancelledAt }),
      calledAt,
      openedAt,
      closedAt,
      items: await database.query<MeetingItem>(selectItems, [id]),
      documents: await database.query<MeetingDocument>(selectDocuments, [id]),
      steps: await database.query<MeetingView['steps'][number]>(selectSteps, [id]),
      last: await lastMeeting(database, found.unitId, found.startsAt),
    };
  }

  async function ofUnit(
    by: Actor,
    unitCode: string,
    { before, limit = 50 }: { before?: Date; limit?: number } = {},
  ): Promise<readonly MeetingLine[]> {
    const { id } = await people.unitByCode(unitCode);
    await people.requireMay(by, 'meeting.read', id);
    return (await database.query<LineRow>(selectOfUnit, [id, before ?? null, limit])).map(lineOf);
  }

  async function coming(by: Actor, { limit = 50 }: { limit?: number } = {}): Promise<readonly MeetingLine[]> {
    const units = [...(await people.unitsWithin(by, 'meeting.read'))];
    const values = [clock(), by.memberId, calendarDay(clock()), units, limit];
    return (await database.query<LineRow>(selectComing, values)).map(lineOf);
  }

  async function ofMember(memberId: string): Promise<readonly OwnMeeting[]> {
    const rows = await database.query<OwnRow>(selectOwn, [clock(), memberId, calendarDay(clock())]);
    const runs = new Map<string, boolean>();
    for (const { unit } of rows) {
      if (!runs.has(unit.id)) runs.set(unit.id, await people.may(memberId, 'meeting.run', unit.id));
    }
    return rows.map((row) => ({ ...row, ...lineOf(row), runs: runs.get(row.unit.id)! }));
  }

  return { meeting, ofUnit, coming, ofMember };
}

type LineRow = Omit<MeetingLine, 'state'> & Moments;
type OwnRow = Omit<OwnMeeting, 'state' | 'runs'> & Moments;
type ViewRow = Omit<MeetingView, 'state' | 'items' | 'documents' | 'steps' | 'last'> & Moments;

export function lineOf(row: LineRow): MeetingLine {
  const { id, unit, kind, title, startsAt, minutes, place, link, seriesId } = row;
  return { id, unit, kind, title, startsAt, minutes, place, link, seriesId, state: stateOf(row) };
}

/** Of `meeting` joined with its `unit`. */
export const lineColumns = `meeting.id, meeting.kind, meeting.title, meeting.starts_at as "startsAt", meeting.minutes,
  meeting.place, meeting.link, meeting.series_id as "seriesId", meeting.called_at as "calledAt",
  meeting.opened_at as "openedAt", meeting.closed_at as "closedAt", meeting.cancelled_at as "cancelledAt",
  json_build_object('id', unit.id, 'code', unit.code, 'name', unit.name) as unit`;

/**
 * Neither closed, cancelled nor long past: an hour in which it could still be opened, or half a day in which somebody
 * may have forgotten to close it.
 */
export const isNotOver = `(meeting.closed_at is null and meeting.cancelled_at is null
  and greatest(meeting.starts_at, meeting.opened_at) + meeting.minutes * interval '1 minute'
    + case when meeting.opened_at is null then interval '1 hour' else interval '12 hours' end > $1)`;

const selectItems = `
  select id, position, title, minutes, rapporteur, conclusion from meeting_item where meeting_id = $1 order by position`;

const selectDocuments = `
  select id, name, media_type as "mediaType", size from meeting_document where meeting_id = $1 order by id`;

const selectSteps = `
  select kind, minutes_before as "minutesBefore", due_at as "dueAt", state, people from meeting_step
  where meeting_id = $1 order by due_at, kind`;

const person = (alias: string) => `
  case when ${alias}.id is not null
    then json_build_object('id', ${alias}.id, 'code', ${alias}.code, 'fullName', ${alias}.full_name) end`;

const selectView = `
  select ${lineColumns}, meeting.late_after as "lateAfter", meeting.reminders, meeting.revision,
    meeting.moved_at as "movedAt", meeting.guests, meeting.cancel_reason as "cancelReason",
    caller.full_name as "calledByName", ${person('chair')} as chair, ${person('taker')} as taker,
    case when series.id is not null then json_build_object('id', series.id, 'rule', series.rule,
      'startsOn', series.starts_on, 'endedOn', series.ended_on) end as series
  from meeting join unit on unit.id = meeting.unit_id join member caller on caller.id = meeting.called_by
  left join member chair on chair.id = meeting.chair_id left join member taker on taker.id = meeting.taker_id
  left join meeting_series series on series.id = meeting.series_id
  where meeting.id = $1`;

const selectOfUnit = `
  select ${lineColumns} from meeting join unit on unit.id = meeting.unit_id
  where meeting.unit_id = $1 and ($2::timestamptz is null or meeting.starts_at < $2)
  order by meeting.starts_at desc, meeting.id desc limit $3`;

/** What is only proposed is seen by those who may read it, not by those whom it would call. */
const selectComing = `
  select ${lineColumns} from meeting join unit on unit.id = meeting.unit_id
  where ${isNotOver} and (meeting.unit_id = any ($4::uuid[])
    or (meeting.called_at is not null and ${isOwn('$2::uuid', '$3::date')}))
  order by meeting.opened_at is null, meeting.starts_at, meeting.id limit $5`;

const selectOwn = `
  select ${lineColumns}, mine.rsvp, mine.late_minutes as "lateMinutes", mine.excuse,
    coalesce(mine.summoned, false) as summoned,
    coalesce(mine.rsvp_at < meeting.moved_at, false) as "askedAgain",
    case when mine.mark in ('present', 'late') then mine.marked_at end as "checkedInAt",
    coalesce((select json_agg(json_build_object('id', item.id, 'position', item.position, 'title', item.title,
        'minutes', item.minutes, 'rapporteur', item.rapporteur, 'conclusion', item.conclusion) order by item.position)
      from meeting_item item where item.meeting_id = meeting.id), '[]') as items,
    coalesce((select json_agg(json_build_object('id', file.id, 'name', file.name, 'mediaType', file.media_type,
        'size', file.size) order by file.id)
      from meeting_document file where file.meeting_id = meeting.id), '[]') as documents
  from meeting join unit on unit.id = meeting.unit_id
  left join attendance mine on mine.meeting_id = meeting.id and mine.member_id = $2
  where ${isNotOver} and meeting.called_at is not null and ${isOwn('$2::uuid', '$3::date')}
  order by meeting.opened_at is null, meeting.starts_at, meeting.id`;
