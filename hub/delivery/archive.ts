import type { Sql } from '../platform/database/index.ts';

/**
 * What is left of the deliveries of a notice that was compacted (`compact.ts`): of each unit how many recipients
 * came how far, and who acknowledged. A unit's recipients are rows or archived, never both.
 */

/**
 * From `delivery_archive archive`: one row for each status, state and channel of a unit's recipients, under the
 * alias `part`, with the columns that a tally counts.
 */
export const archivedParts = `
  delivery_archive archive cross join jsonb_to_recordset(archive.counts)
    as part (status text, state text, channel text, gone boolean, count bigint, duplicates bigint, "inPerson" bigint)`;

/** From `delivery_archive archive`: one row for each acknowledgement, under the alias `proof`. */
export const archivedProofs = `
  delivery_archive archive cross join unnest(archive.members, archive.acknowledged_at, archive.told_by)
    as proof (member_id, acknowledged_at, told_by)`;

/** Did the member acknowledge a notice whose deliveries were compacted since? */
export async function isAcknowledgementArchived(
  sql: Sql,
  { noticeId, memberId }: { noticeId: string; memberId: string },
): Promise<boolean> {
  const [found] = await sql.query(
    'select from delivery_archive where notice_id = $1 and $2 = any (members) limit 1',
    [noticeId, memberId],
  );
  return found !== undefined;
}
