import type { Actor } from '../platform/audit.ts';
import { DomainError } from '../platform/errors.ts';
import { newId } from '../platform/ids.ts';
import type { PartsOfVerbs } from './attendance.ts';
import { NotOfMeeting } from './errors.ts';
import { lastCorrection } from './marking.ts';
import { peopleOfMeeting } from './people-of-meeting.ts';
import type { Attendance, AttendanceMark } from './port.ts';
import { reasonIn } from './reasons.ts';

type Verbs = Pick<Attendance, 'correct' | 'corrections'>;

/** What was noted wrongly, put right after the meeting: for some days, with a reason, and written down. */
export function correcting({ database, people, clock, audit, reasons, meetingFor }: PartsOfVerbs): Verbs {
  const correct: Verbs['correct'] = async (by, meetingId, memberCode, { mark: after, reason: given }) => {
    const meeting = await meetingFor(by, 'attendance.people', meetingId);
    if (meeting.closedAt === null) throw new DomainError('attendance.not-closed', { status: 409 });
    const until = await lastCorrection(database, meeting.closedAt);
    if (clock() > until)
      throw new DomainError('attendance.too-late-to-correct', { status: 409, facts: { until } });
    const reason = reasonIn(given);
    if (reason === null) throw new DomainError('attendance.reason-missing', { status: 422 });
    const { id: memberId } = await people.memberByCode(memberCode);
    await database.transaction(async (sql) => {
      await sql.query(lockRow, [meetingId, memberId]);
      const [person] = await peopleOfMeeting(sql, meeting, [memberId]);
      if (!person || !(person.attendance || person.standing.informed)) throw new NotOfMeeting(memberCode);
      // Somebody who was not called and of whom nothing was noted was not there.
      const before = person.attendance?.mark ?? 'absent';
      if (before === after) return;
      await sql.query(writeMark, [meetingId, memberId, after, clock(), by.memberId]);
      const sealed = reasons.seal(meetingId, memberId, reason);
      await sql.query(writeCorrection, [
        newId(),
        meetingId,
        memberId,
        before,
        after,
        sealed,
        by.memberId,
        clock(),
      ]);
      const deed = { action: 'attendance.corrected', unitId: meeting.unitId, subjectId: memberId };
      await audit.record(by, { ...deed, facts: { before, after } }, sql);
    });
  };

  async function corrections(by: Actor, meetingId: string) {
    const { id } = await meetingFor(by, 'attendance.people', meetingId);
    const rows = await database.query<CorrectionRow>(selectCorrections, [id]);
    return rows.map(({ memberId, reason, ...row }) => ({
      ...row,
      reason: reasons.open(id, memberId, reason) ?? '',
    }));
  }

  return { correct, corrections };
}

interface CorrectionRow {
  memberId: string;
  fullName: string;
  before: AttendanceMark;
  after: AttendanceMark;
  reason: Buffer;
  byName: string | null;
  at: Date;
}

const lockRow = 'select from attendance where meeting_id = $1 and member_id = $2 for update';

const writeMark = `
  insert into attendance (meeting_id, member_id, summoned, mark, marked_at, road, marked_by)
  values ($1, $2, false, $3, $4, 'list', $5)
  on conflict (meeting_id, member_id) do update set mark = excluded.mark, marked_at = excluded.marked_at,
    road = excluded.road, marked_by = excluded.marked_by`;

const writeCorrection = `
  insert into attendance_correction (id, meeting_id, member_id, before, after, reason, corrected_by, corrected_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8)`;

const selectCorrections = `
  select c.member_id as "memberId", m.full_name as "fullName", c.before, c.after, c.reason, w.full_name as "byName",
    c.corrected_at as at
  from attendance_correction c join member m on m.id = c.member_id left join member w on w.id = c.corrected_by
  where c.meeting_id = $1 order by c.corrected_at, c.id`;
