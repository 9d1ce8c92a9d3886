import type { Sql } from '../platform/database/index.ts';
import { peopleOfMeeting } from './people-of-meeting.ts';

/**
 * Rows for everybody who is called to a meeting on its day: the members of its unit and of all below whose statuses
 * say so, and whoever calls it. Asked again it adds who is new and keeps what was said; who is no longer called and
 * has said nothing is taken off. Returns how many are called.
 */
export async function summon(
  sql: Sql,
  meeting: { id: string; unitId: string; startsAt: Date },
): Promise<number> {
  const [caller] = await sql.query<{ id: string }>(selectCaller, [meeting.id]);
  const everybody = await peopleOfMeeting(sql, meeting);
  const called = new Set(
    everybody.filter(({ belongs, standing }) => belongs && standing.invited).map(({ memberId }) => memberId),
  );
  if (caller) called.add(caller.id);
  const ids = [...called];
  await sql.query(addCalled, [meeting.id, ids]);
  await sql.query(removeSilent, [meeting.id, ids]);
  await sql.query(keepAsGuests, [meeting.id, ids]);
  return ids.length;
}

const selectCaller = `
  select member.id from meeting join member on member.id = meeting.called_by
  where meeting.id = $1 and member.erased_at is null`;

const addCalled = `
  insert into attendance (meeting_id, member_id) select $1, unnest($2::uuid[])
  on conflict (meeting_id, member_id) do update set summoned = true where not attendance.summoned`;

const notCalled = 'meeting_id = $1 and summoned and not (member_id = any ($2::uuid[]))';

const removeSilent = `delete from attendance where ${notCalled} and rsvp is null and marked_at is null`;

const keepAsGuests = `update attendance set summoned = false where ${notCalled}`;
