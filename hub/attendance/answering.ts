import type { Actor } from '../platform/audit.ts';
import type { Sql } from '../platform/database/index.ts';
import { DomainError } from '../platform/errors.ts';
import type { PartsOfVerbs } from './attendance.ts';
import { AttendanceClosed, NotOfMeeting, UnknownMeeting } from './errors.ts';
import { requireUnderWay, type HeldMeeting } from './held-meeting.ts';
import { peopleOfMeeting } from './people-of-meeting.ts';
import type { Answer, Answered, ExcuseState, RsvpAnswer } from './port.ts';
import { reasonIn } from './reasons.ts';

const longestDelayMinutes = 240;

/** What members say before a meeting, until it is closed; the last word counts. */
export function answering({ database, people, clock, audit, reasons, meetingFor }: PartsOfVerbs) {
  async function answer(memberId: string, meetingId: string, given: Answer): Promise<Answered> {
    const wanted = wordedAs(given);
    try {
      return await database.transaction(async (sql) => {
        const meeting = await requireUnderWay(sql, meetingId);
        return await write(sql, meeting, memberId, wanted, null);
      });
    } catch (error) {
      if (error instanceof AttendanceClosed || error instanceof UnknownMeeting) return { kind: 'closed' };
      throw error;
    }
  }

  async function answerFor(
    by: Actor,
    meetingId: string,
    memberCode: string,
    given: Answer,
  ): Promise<Answered> {
    const { unitId } = await meetingFor(by, 'attendance.people', meetingId);
    const { id: memberId } = await people.memberByCode(memberCode);
    const wanted = wordedAs(given);
    return await database.transaction(async (sql) => {
      const meeting = await requireUnderWay(sql, meetingId);
      const answered = await write(sql, meeting, memberId, wanted, by.memberId);
      if (answered.kind === 'closed') throw new NotOfMeeting(memberCode);
      const facts = { answer: wanted.answer };
      await audit.record(by, { action: 'attendance.answered-for', unitId, subjectId: memberId, facts }, sql);
      return answered;
    });
  }

  async function write(
    sql: Sql,
    meeting: HeldMeeting,
    memberId: string,
    wanted: Wanted,
    by: string | null,
  ): Promise<Answered> {
    const [before = null] = await sql.query<Said>(lockAnswer, [meeting.id, memberId]);
    if (!before && !(await belongsTo(sql, meeting, memberId))) return { kind: 'closed' };
    const stood = reasons.open(meeting.id, memberId, before?.reason ?? null);
    const next = after(before, stood, wanted);
    const changed =
      before?.rsvp !== wanted.answer || stood !== next.reason || before.lateMinutes !== next.late;
    // Said again it is newer: a meeting may have been moved meanwhile.
    const reason = next.reason === null ? null : reasons.seal(meeting.id, memberId, next.reason);
    const said = [wanted.answer, clock(), by, next.late, reason, next.excuse];
    await sql.query(writeAnswer, [meeting.id, memberId, ...said]);
    return { kind: 'noted', changed, answer: wanted.answer, excuse: next.excuse };
  }

  return { answer, answerFor };
}

interface Wanted {
  answer: RsvpAnswer;
  reason: string | null;
  late: number | null;
}

interface Said {
  rsvp: RsvpAnswer | null;
  reason: Buffer | null;
  lateMinutes: number | null;
  excuse: ExcuseState | null;
}

/** @throws {DomainError} `reason.too-long`, `attendance.delay` */
function wordedAs({ answer, reason, lateMinutes }: Answer): Wanted {
  if (answer === 'no') return { answer, reason: reasonIn(reason), late: null };
  if (lateMinutes !== undefined && !isDelay(lateMinutes)) {
    throw new DomainError('attendance.delay', { status: 422, facts: { longest: longestDelayMinutes } });
  }
  return { answer, reason: null, late: lateMinutes ?? null };
}

function isDelay(minutes: number): boolean {
  return Number.isInteger(minutes) && minutes >= 1 && minutes <= longestDelayMinutes;
}

/** Saying no again takes no reason back, and a reason that was decided upon is not asked about again. */
function after(
  before: Said | null,
  stood: string | null,
  { answer, reason, late }: Wanted,
): { reason: string | null; late: number | null; excuse: ExcuseState | null } {
  if (answer === 'yes') return { reason: null, late, excuse: null };
  if (before?.rsvp === 'no' && (reason === null || reason === stood)) {
    return { reason: stood, late: null, excuse: before.excuse };
  }
  return { reason, late: null, excuse: reason === null ? null : 'asked' };
}

/** An exempt member is not called, and may come and say so. */
async function belongsTo(sql: Sql, meeting: HeldMeeting, memberId: string): Promise<boolean> {
  const [person] = await peopleOfMeeting(sql, meeting, [memberId]);
  return person !== undefined && person.belongs && person.standing.informed;
}

const lockAnswer = `
  select rsvp, reason, late_minutes as "lateMinutes", excuse from attendance
  where meeting_id = $1 and member_id = $2 for update`;

const writeAnswer = `
  insert into attendance (meeting_id, member_id, summoned, rsvp, rsvp_at, rsvp_by, late_minutes, reason, excuse)
  values ($1, $2, false, $3, $4, $5, $6, $7, $8)
  on conflict (meeting_id, member_id) do update set rsvp = excluded.rsvp, rsvp_at = excluded.rsvp_at,
    rsvp_by = excluded.rsvp_by, late_minutes = excluded.late_minutes, reason = excluded.reason,
    excuse = excluded.excuse,
    excuse_at = case when excluded.excuse is not distinct from attendance.excuse then attendance.excuse_at end,
    excuse_by = case when excluded.excuse is not distinct from attendance.excuse then attendance.excuse_by end`;
