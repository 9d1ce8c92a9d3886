import type { People } from '../../people/index.ts';
import type { Actor } from '../../platform/audit.ts';
import type { Database } from '../../platform/database/index.ts';
import { DomainError } from '../../platform/errors.ts';
import type { MeetingRow } from '../row.ts';
import { OnlyTheChair } from './errors.ts';

export type PaperRights = ReturnType<typeof paperRights>;

/**
 * Who writes, approves and reads a meeting's papers. They name people, so the right to run meetings is not enough: one
 * leads the very unit, or is called to the meeting.
 */
export function paperRights({ database, people }: { database: Database; people: People }) {
  /** @throws {DomainError} `may.not` for who neither runs the meeting and sees its people, nor is its chair or minutes secretary */
  async function requireWriter(by: Actor, meeting: MeetingRow): Promise<void> {
    if (!(await writes(by, meeting))) throw mayNot();
  }

  async function writes(by: Actor, meeting: MeetingRow): Promise<boolean> {
    if (by.memberId === null) return true;
    if (by.memberId === meeting.chairId || by.memberId === meeting.takerId) return true;
    return (await people.may(by.memberId, 'meeting.run', meeting.unitId)) && (await seesPeople(by, meeting));
  }

  /** An approved paper, for who leads the unit and for who was called. @throws {DomainError} `may.not` */
  async function requireReader(by: Actor, meeting: MeetingRow): Promise<void> {
    if (!(await seesPeople(by, meeting))) throw mayNot();
  }

  async function seesPeople(by: Actor, meeting: MeetingRow): Promise<boolean> {
    return (await seesReasons(by, meeting)) || (await isCalled(by, meeting));
  }

  /** Why somebody was not there is told to who leads the cell alone. */
  async function seesReasons(by: Actor, { unitId }: MeetingRow): Promise<boolean> {
    return by.memberId === null || (await people.may(by.memberId, 'attendance.people', unitId));
  }

  async function isCalled({ memberId }: Actor, { id, chairId, takerId }: MeetingRow): Promise<boolean> {
    if (memberId === chairId || memberId === takerId) return true;
    const rows = await database.query(
      'select from attendance where meeting_id = $1 and member_id = $2 and (summoned or mark is not null)',
      [id, memberId],
    );
    return rows.length > 0;
  }

  async function approves(by: Actor, meeting: MeetingRow): Promise<boolean> {
    if (by.memberId === null) return true;
    return meeting.chairId ? by.memberId === meeting.chairId : await writes(by, meeting);
  }

  /** The chair; where none is set, who may write. @throws {OnlyTheChair} @throws {DomainError} `may.not` */
  async function requireApprover(by: Actor, meeting: MeetingRow, chairName: string | null): Promise<void> {
    if (await approves(by, meeting)) return;
    await requireWriter(by, meeting);
    throw chairName ? new OnlyTheChair(chairName) : mayNot();
  }

  return { writes, requireWriter, requireReader, seesReasons, approves, requireApprover };
}

function mayNot(): DomainError {
  return new DomainError('may.not', { status: 403 });
}
