import { DomainError } from '../platform/errors.ts';
import type { PartsOfVerbs } from './attendance.ts';
import { requireUnderWay } from './held-meeting.ts';
import type { Attendance, ExcuseState, RsvpAnswer } from './port.ts';

/** The secretary accepts an absence, or asks back. Whoever asks for it tells the member. */
export function excusing({
  database,
  people,
  clock,
  audit,
  meetingFor,
}: PartsOfVerbs): Pick<Attendance, 'decideExcuse'> {
  return {
    async decideExcuse(by, meetingId, memberCode, decision) {
      const { unitId } = await meetingFor(by, 'attendance.people', meetingId);
      const { id: memberId } = await people.memberByCode(memberCode);
      const excuse = decision.accept ? 'accepted' : 'returned';
      return await database.transaction(async (sql) => {
        await requireUnderWay(sql, meetingId);
        const [said] = await sql.query<Said>(lockExcuse, [meetingId, memberId]);
        if (said?.rsvp !== 'no') throw new DomainError('attendance.no-excuse', { status: 409 });
        if (said.excuse !== excuse) {
          await sql.query(writeExcuse, [meetingId, memberId, excuse, clock(), by.memberId]);
          const facts = { accepted: decision.accept };
          await audit.record(
            by,
            { action: 'attendance.excuse-decided', unitId, subjectId: memberId, facts },
            sql,
          );
        }
        return { memberId, excuse };
      });
    },
  };
}

interface Said {
  rsvp: RsvpAnswer | null;
  excuse: ExcuseState | null;
}

const lockExcuse = 'select rsvp, excuse from attendance where meeting_id = $1 and member_id = $2 for update';

const writeExcuse = `
  update attendance set excuse = $3, excuse_at = $4, excuse_by = $5 where meeting_id = $1 and member_id = $2`;
