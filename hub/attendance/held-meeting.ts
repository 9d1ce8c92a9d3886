import type { MeetingKind } from '../../prisma/generated/enums.ts';
import type { Actor } from '../platform/audit.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Sql } from '../platform/database/index.ts';
import { isId } from '../platform/ids.ts';
import { calendarDay, inForce, subtreeQuery, type Action, type People } from '../people/index.ts';
import { AttendanceClosed, UnknownMeeting } from './errors.ts';

/** A meeting as attendance reads it; only meetings writes it. */
export interface HeldMeeting {
  id: string;
  unitId: string;
  /** Name of the unit. */
  unit: string;
  kind: MeetingKind;
  title: string;
  startsAt: Date;
  /** Minutes after the start from which on somebody is late. */
  lateAfter: number;
  calledAt: Date | null;
  openedAt: Date | null;
  closedAt: Date | null;
  cancelledAt: Date | null;
}

export type FindMeeting = ReturnType<typeof findingMeetings>;

/** Finds the meeting somebody asks about, and whether he or she may. */
export function findingMeetings({
  database,
  people,
  clock,
}: {
  database: Database;
  people: People;
  clock: Clock;
}) {
  /** @throws {UnknownMeeting} @throws {DomainError} `may.not` */
  async function meetingFor(by: Actor, action: Action, id: string): Promise<HeldMeeting> {
    const meeting = await meetingWithin(database, id);
    await people.requireMay(by, action, meeting.unitId);
    return meeting;
  }

  /** For who may read meetings there, and for everybody whose own meeting it is. @throws as {@link meetingFor} */
  async function meetingToRead(by: Actor, id: string): Promise<HeldMeeting> {
    const meeting = await meetingWithin(database, id);
    if (by.memberId !== null) {
      const own = await database.query(isOwn, [meeting.unitId, calendarDay(clock()), id, by.memberId]);
      if (own.length > 0) return meeting;
    }
    await people.requireMay(by, 'meeting.read', meeting.unitId);
    return meeting;
  }

  return { meetingFor, meetingToRead };
}

/** @throws {UnknownMeeting} */
export async function meetingWithin(sql: Sql, id: string): Promise<HeldMeeting> {
  const [found] = isId(id) ? await sql.query<HeldMeeting>(selectMeeting, [id]) : [];
  if (!found) throw new UnknownMeeting(id);
  return found;
}

/** People have been called to it and it has not come to its end. */
function isUnderWay(meeting: HeldMeeting): boolean {
  return meeting.calledAt !== null && meeting.closedAt === null && meeting.cancelledAt === null;
}

/**
 * Keeps the meeting as it is until the transaction ends: who closes it waits, or has closed it already.
 *
 * @throws {UnknownMeeting | AttendanceClosed}
 */
export async function requireUnderWay(sql: Sql, id: string): Promise<HeldMeeting> {
  await sql.query('select from meeting where id = $1 for share', [id]);
  const meeting = await meetingWithin(sql, id);
  if (!isUnderWay(meeting)) throw new AttendanceClosed();
  return meeting;
}

const selectMeeting = `
  select meeting.id, meeting.unit_id as "unitId", unit.name as unit, meeting.kind, meeting.title,
    meeting.starts_at as "startsAt", meeting.late_after as "lateAfter", meeting.called_at as "calledAt",
    meeting.opened_at as "openedAt", meeting.closed_at as "closedAt", meeting.cancelled_at as "cancelledAt"
  from meeting join unit on unit.id = meeting.unit_id where meeting.id = $1`;

const isOwn = `
  select from attendance where meeting_id = $3 and member_id = $4
  union all
  select from membership m where m.member_id = $4 and ${inForce('m', '$2::date')} and m.unit_id in (${subtreeQuery})`;
