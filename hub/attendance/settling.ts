import type { Sql } from '../platform/database/index.ts';
import { meetingWithin } from './held-meeting.ts';
import { isAway, peopleOfMeeting } from './people-of-meeting.ts';

/**
 * When a meeting is closed nobody stays unknown: an absence that was accepted, or a stay elsewhere by a decision, is
 * excused; a `no` of which nobody has accepted the reason, a `yes` and silence are absences. Returns how many were
 * settled.
 */
export async function settle(sql: Sql, meetingId: string, at: Date): Promise<number> {
  const people = await peopleOfMeeting(sql, await meetingWithin(sql, meetingId));
  const away = people.filter(isAway).map(({ memberId }) => memberId);
  const settled = await sql.query(settleUnknown, [meetingId, at, away]);
  return settled.length;
}

const settleUnknown = `
  update attendance set road = 'settled', marked_at = $2, marked_by = null,
    mark = case when coalesce(excuse = 'accepted', false) or member_id = any ($3::uuid[])
      then 'excused'::attendance_mark else 'absent' end
  where meeting_id = $1 and summoned and mark is null returning member_id`;
