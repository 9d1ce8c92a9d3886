import type { People } from '../../people/index.ts';
import type { Actor } from '../../platform/audit.ts';
import type { Database, Sql } from '../../platform/database/index.ts';
import { DomainError } from '../../platform/errors.ts';
import { isId } from '../../platform/ids.ts';
import { MeetingUnknown } from '../errors.ts';

/** A meeting as far as running it needs to know. */
export interface MeetingInHand {
  id: string;
  unitId: string;
  called: boolean;
  /** Was opened, whatever came after. */
  begun: boolean;
  /** Is open now. */
  open: boolean;
  cancelled: boolean;
  /** Its minutes were approved: nothing of it changes any more. */
  approved: boolean;
}

/** Where a deed in a meeting is written down. */
export function about({ id, unitId }: MeetingInHand): { unitId: string; subjectId: string } {
  return { unitId, subjectId: id };
}

export interface InHandParts {
  database: Database;
  people: Pick<People, 'requireMay' | 'may'>;
}

/** Finds the meeting and asks for the right to run it. */
export function meetingsInHand({ database, people }: InHandParts) {
  /** @throws {DomainError} `meeting.unknown` */
  async function find(meetingId: string, sql: Sql = database): Promise<MeetingInHand> {
    const [meeting] = isId(meetingId) ? await sql.query<MeetingInHand>(selectMeeting, [meetingId]) : [];
    if (!meeting) throw new MeetingUnknown(meetingId);
    return meeting;
  }

  /** @throws {DomainError} `meeting.unknown`, `may.not` */
  async function toRead(by: Actor, meetingId: string): Promise<MeetingInHand> {
    const meeting = await find(meetingId);
    await people.requireMay(by, 'meeting.run', meeting.unitId);
    return meeting;
  }

  /** Who said what is known to who leads the very unit, and who is called; not to who runs it from above. */
  async function seesPeople({ memberId }: Actor, { id, unitId }: MeetingInHand): Promise<boolean> {
    if (memberId === null || (await people.may(memberId, 'attendance.people', unitId))) return true;
    return (await database.query(selectCalled, [id, memberId])).length > 0;
  }

  /**
   * For what belongs into the minutes: from the opening on, until they are approved.
   *
   * @throws {DomainError} `meeting.unknown`, `may.not`, `run.not-begun`, `run.approved`
   */
  async function toRecord(by: Actor, meetingId: string): Promise<MeetingInHand> {
    const meeting = await toPrepare(by, meetingId);
    if (!meeting.begun) throw new DomainError('run.not-begun', { status: 409 });
    return meeting;
  }

  /** What is made ready beforehand. @throws {DomainError} `meeting.unknown`, `may.not`, `run.not-begun`, `run.approved` */
  async function toPrepare(by: Actor, meetingId: string): Promise<MeetingInHand> {
    const meeting = await toRead(by, meetingId);
    if (!meeting.called || meeting.cancelled) throw new DomainError('run.not-begun', { status: 409 });
    if (meeting.approved) throw new DomainError('run.approved', { status: 409 });
    return meeting;
  }

  return { find, toRead, seesPeople, toRecord, toPrepare };
}

export type MeetingsInHand = ReturnType<typeof meetingsInHand>;

const selectCalled = `
  select from attendance where meeting_id = $1 and member_id = $2 and (summoned or mark is not null)`;

const selectMeeting = `
  select id, unit_id as "unitId", called_at is not null as called, opened_at is not null as begun,
    opened_at is not null and closed_at is null and cancelled_at is null as open,
    cancelled_at is not null as cancelled,
    exists (
      select from meeting_paper paper
      where paper.meeting_id = meeting.id and paper.kind = 'minutes' and paper.approved_at is not null
    ) as approved
  from meeting where id = $1`;
