import { calendarDay, isInformed } from '../people/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Sql } from '../platform/database/index.ts';
import type { MeetingRow } from './row.ts';

/**
 * What everybody who is called says of a meeting as it is now, for whoever asks again. An answer from before it was
 * moved counts as none; who is there already is left out.
 */
export async function answersSoFar(
  sql: Sql,
  { id, movedAt }: Pick<MeetingRow, 'id' | 'movedAt'>,
  clock: Clock,
): Promise<readonly { memberId: string; says: 'yes' | 'no' | null }[]> {
  return await sql.query(selectAnswers, [id, calendarDay(clock()), movedAt]);
}

const selectAnswers = `
  select member_id as "memberId", case when rsvp_at >= $3 or $3::timestamptz is null then rsvp end as says
  from attendance
  where meeting_id = $1 and summoned and mark is null and ${isInformed('attendance.member_id', '$2::date')}
  order by member_id`;
