import { calendarDay, inForce } from '../people/index.ts';
import type { Sql } from '../platform/database/index.ts';
import { DomainError } from '../platform/errors.ts';
import type { ResolvedChange } from './resolved-change.ts';
import type { MeetingRow } from './row.ts';

/**
 * Whoever is in the chair or writes the minutes sees people by name. Somebody from outside is therefore named only by
 * who leads the very unit; from above one names people of the meeting.
 *
 * @throws {DomainError} `may.not`
 */
export async function requireOfMeeting(
  sql: Sql,
  { id, unitId, startsAt, ...before }: MeetingRow,
  { chairId, takerId }: ResolvedChange,
): Promise<void> {
  const named = [
    ...(chairId && chairId !== before.chairId ? [chairId] : []),
    ...(takerId && takerId !== before.takerId ? [takerId] : []),
  ];
  if (named.length === 0) return;
  const strangers = await sql.query(selectStrangers, [id, unitId, calendarDay(startsAt), named]);
  if (strangers.length > 0) throw new DomainError('may.not', { status: 403 });
}

const selectStrangers = `
  select from unnest($4::uuid[]) as named (id)
  where not exists (select from attendance
      where meeting_id = $1 and member_id = named.id and (summoned or mark is not null))
    and not exists (select from membership m
      where m.member_id = named.id and m.unit_id = $2 and ${inForce('m', '$3::date')})`;
