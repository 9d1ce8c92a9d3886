import type { Actor } from '../platform/audit.ts';
import type { Sql } from '../platform/database/index.ts';
import { ruleWithin } from '../people/index.ts';
import type { PartsOfVerbs } from './attendance.ts';
import { AttendanceClosed } from './errors.ts';
import { meetingWithin, type HeldMeeting } from './held-meeting.ts';
import { peopleOfMeeting, type PersonOfMeeting } from './people-of-meeting.ts';
import type { Attendance, Mark, MarkConflict } from './port.ts';
import { settle } from './settling.ts';

const dayMs = 86_400_000;

/** The secretary's list, one tap a name, perhaps made without a line and sent later. */
export function marking({ database, clock, audit, meetingFor }: PartsOfVerbs): Pick<Attendance, 'mark'> {
  return {
    async mark(by, meetingId, marks) {
      const { unitId } = await meetingFor(by, 'attendance.people', meetingId);
      return await database.transaction(async (sql) => {
        const meeting = await requireMarkable(sql, meetingId, clock());
        const wanted = latestOfEach(marks, clock());
        const standing = await lockRows(sql, meeting, [...wanted.keys()]);
        const { taken, conflicts } = judge(meeting, standing, wanted);
        await write(sql, by, meeting, taken);
        // What is taken back after the end is as if it had never been marked: nobody stays unknown.
        if (meeting.closedAt !== null && taken.some(({ mark }) => mark === null))
          await settle(sql, meetingId, meeting.closedAt);
        if (taken.length > 0) {
          const facts = { marks: taken.length, afterClosing: meeting.closedAt !== null };
          await audit.record(by, { action: 'attendance.marked', unitId, subjectId: meetingId, facts }, sql);
        }
        return { taken: taken.length, conflicts };
      });
    },
  };
}

/**
 * Until it is closed; and marks that were made before that but had no line, as long as anything may be corrected.
 *
 * @throws {AttendanceClosed}
 */
async function requireMarkable(sql: Sql, meetingId: string, now: Date): Promise<HeldMeeting> {
  await sql.query('select from meeting where id = $1 for share', [meetingId]);
  const meeting = await meetingWithin(sql, meetingId);
  if (meeting.calledAt === null || meeting.cancelledAt !== null) throw new AttendanceClosed();
  if (meeting.closedAt !== null && now > (await lastCorrection(sql, meeting.closedAt)))
    throw new AttendanceClosed();
  return meeting;
}

/** Until when what was noted of a meeting may be put right. */
export async function lastCorrection(sql: Sql, closedAt: Date): Promise<Date> {
  const { value } = await ruleWithin(sql, 'meeting.correction-days', closedAt);
  return new Date(closedAt.getTime() + Number(value) * dayMs);
}

/** By member code. What one phone marked first and then otherwise is no conflict with itself. */
function latestOfEach(marks: readonly Mark[], now: Date): Map<string, Mark> {
  const latest = new Map<string, Mark>();
  for (const mark of marks) {
    const at = mark.at > now ? now : mark.at;
    const other = latest.get(mark.member);
    if (!other || at >= other.at) latest.set(mark.member, { ...mark, at });
  }
  return latest;
}

/** Of these codes, who belongs to the meeting; who does not, or was erased meanwhile, is passed over. */
async function lockRows(sql: Sql, meeting: HeldMeeting, codes: string[]): Promise<PersonOfMeeting[]> {
  const found = await sql.query<{ id: string }>(
    'select id from member where code = any ($1::text[]) and erased_at is null',
    [codes],
  );
  const ids = found.map(({ id }) => id);
  const lock =
    'select from attendance where meeting_id = $1 and member_id = any ($2::uuid[]) order by member_id for update';
  await sql.query(lock, [meeting.id, ids]);
  const people = await peopleOfMeeting(sql, meeting, ids);
  return people.filter(({ attendance, standing }) => attendance !== null || standing.informed);
}

interface TakenMark extends Mark {
  memberId: string;
}

function judge(
  { closedAt }: HeldMeeting,
  standing: readonly PersonOfMeeting[],
  wanted: ReadonlyMap<string, Mark>,
): { taken: TakenMark[]; conflicts: MarkConflict[] } {
  const taken: TakenMark[] = [];
  const conflicts: MarkConflict[] = [];
  for (const { memberId, code, attendance } of standing) {
    const given = wanted.get(code)!;
    const { mark = null, markedAt = null, road = null, markedByName = null } = attendance ?? {};
    if (given.mark === null && (markedAt === null || road === 'settled')) continue;
    // What was settled for want of a word gives way to a word from before the end.
    const isLater = markedAt === null || road === 'settled' || given.at > markedAt;
    if (isLater && (closedAt === null || given.at <= closedAt)) {
      taken.push({ ...given, memberId });
    } else if (given.mark !== mark) {
      const kept = { mark, at: markedAt ?? closedAt!, byName: markedByName };
      conflicts.push({ member: code, kept, refused: { mark: given.mark, at: given.at } });
    }
  }
  return { taken, conflicts };
}

async function write(sql: Sql, by: Actor, meeting: HeldMeeting, taken: readonly TakenMark[]): Promise<void> {
  if (taken.length === 0) return;
  await sql.query(writeMarks, [
    meeting.id,
    by.memberId,
    taken.map(({ memberId }) => memberId),
    taken.map(({ mark }) => mark),
    taken.map(({ at }) => at),
  ]);
}

const writeMarks = `
  insert into attendance (meeting_id, member_id, summoned, mark, marked_at, road, marked_by)
  select $1, given.member_id, false, given.mark, given.at, 'list', $2
  from unnest($3::uuid[], $4::attendance_mark[], $5::timestamptz[]) as given (member_id, mark, at)
  on conflict (meeting_id, member_id) do update set mark = excluded.mark, marked_at = excluded.marked_at,
    road = excluded.road, marked_by = excluded.marked_by`;
