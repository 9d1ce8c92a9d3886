import type { Sql } from '../platform/database/index.ts';
import { status } from './ledger.ts';

/** Rows of one transaction: what is counted, written down and deleted within a second or two. */
const rowsAtOnce = 20_000;

/** Nothing of the notice `id` (an SQL expression) waits, is being asked, or is in doubt. */
export const nothingOpen = (id: string) => `
  not exists (select from audience_slice open where open.notice_id = ${id})
  and not exists (select from dispatch open where open.notice_id = ${id})
  and not exists (select from delivery_batch open where open.notice_id = ${id})
  and not exists (
    select from delivery open
    where open.notice_id = ${id} and open.state = 'created' and open.acknowledged_at is null)`;

/** The notice `id` (an SQL expression) has rows that are not archived yet. */
export const hasRows = (id: string) => `exists (select from delivery open where open.notice_id = ${id})`;

// What is written down is what was deleted: an acknowledgement that comes at the same moment is in it, or finds
// no row any more and says so. Whole units, so that no unit is ever half a row and half archived.
const archiveUnits = `
  with sizes as (
    select unit_id, count(*) as rows from delivery where notice_id = $1 group by unit_id
  ), next as (
    select unit_id from (
      select unit_id, sum(rows) over (order by unit_id) - rows as before from sizes) counted
    where before < $2
  ), gone as (
    delete from delivery using next where delivery.notice_id = $1 and delivery.unit_id = next.unit_id
    returning delivery.*
  ), part as (
    select unit_id, ${status} as status, state, channel, handed_over_at is not null as gone, count(*) as count,
      sum(repeats) as duplicates, count(told_by) as "inPerson"
    from gone group by 1, 2, 3, 4, 5
  ), counts as (
    select unit_id, sum(count) as recipients, jsonb_agg(to_jsonb(part) - 'unit_id') as counts from part group by 1
  ), proofs as (
    select unit_id, array_agg(member_id order by acknowledged_at, member_id) as members,
      array_agg(acknowledged_at order by acknowledged_at, member_id) as acknowledged_at,
      array_agg(told_by order by acknowledged_at, member_id) as told_by
    from gone where acknowledged_at is not null group by unit_id
  )
  insert into delivery_archive (notice_id, unit_id, recipients, counts, members, acknowledged_at, told_by, archived_at)
  select $1, unit_id, recipients, counts, coalesce(members, '{}'), coalesce(proofs.acknowledged_at, '{}'),
    coalesce(proofs.told_by, '{}'), $3
  from counts left join proofs using (unit_id)
  returning recipients`;

/**
 * Turns the rows of some of a notice's units into figures and proofs of acknowledgement, inside the caller's
 * transaction, which holds the notice so that nothing new is asked or told of it. Returns how many rows went;
 * 0 when none is left.
 */
export async function archiveSome(
  sql: Sql,
  { noticeId, now }: { noticeId: string; now: Date },
): Promise<number> {
  const units = await sql.query<{ recipients: number }>(archiveUnits, [noticeId, rowsAtOnce, now]);
  return units.reduce((sum, { recipients }) => sum + recipients, 0);
}
