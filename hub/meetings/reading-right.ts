import { calendarDay, inForce, isInformed, type People } from '../people/index.ts';
import type { Actor } from '../platform/audit.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import type { MeetingRow } from './row.ts';

export type RequireReading = (by: Actor, meeting: Pick<MeetingRow, 'id' | 'unitId'>) => Promise<void>;

/**
 * A meeting as far as somebody's own goes, in SQL: `member` is an expression for the member's id, `day` for the
 * calendar day. Own is what one is called to, and what is held in the very unit one belongs to.
 */
export function isOwn(member: string, day: string): string {
  return `(exists (select from attendance mine where mine.meeting_id = meeting.id and mine.member_id = ${member})
    or exists (select from membership at where at.member_id = ${member} and at.unit_id = meeting.unit_id
      and ${inForce('at', day)}
      and ${isInformed('at.member_id', day)}))`;
}

/** Who may look at a meeting: those with the right, and those whose own it is. */
export function readingRight({
  database,
  people,
  clock,
}: {
  database: Database;
  people: Pick<People, 'requireMay'>;
  clock: Clock;
}): { requireReading: RequireReading } {
  async function requireReading(by: Actor, { id, unitId }: Pick<MeetingRow, 'id' | 'unitId'>): Promise<void> {
    if (by.memberId !== null) {
      const own = await database.query(selectOwn, [by.memberId, calendarDay(clock()), id]);
      if (own.length > 0) return;
    }
    await people.requireMay(by, 'meeting.read', unitId);
  }

  return { requireReading };
}

const selectOwn = `select from meeting where id = $3 and called_at is not null and ${isOwn('$1::uuid', '$2::date')}`;
