import type { Sql } from '../platform/database/index.ts';

/** A channel can prove that a notice reached a device of the member, or stood on its screen. */
export interface Receipt {
  noticeId: string;
  memberId: string;
  kind: 'delivered' | 'seen';
  at: Date;
}

/**
 * Writes receipts down, inside the caller's transaction where `sql` is one. The first of a kind stands; what was
 * seen was delivered; a receipt for somebody who is no recipient changes nothing. A receipt counts whatever the
 * transport's own state says: it may come before the send has been recorded, or after it was given up as in doubt.
 */
export async function noteReceipts(sql: Sql, receipts: readonly Receipt[]): Promise<void> {
  if (receipts.length === 0) return;
  await sql.query(note, [
    receipts.map(({ noticeId }) => noticeId),
    receipts.map(({ memberId }) => memberId),
    receipts.map(({ kind }) => kind),
    receipts.map(({ at }) => at),
  ]);
}

// Locked in the order in which the engine records, so that the two never wait for each other.
const note = `
  with receipt as (
    select notice_id, member_id, min(at) as delivered_at, min(at) filter (where kind = 'seen') as seen_at
    from unnest($1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[]) as receipt (notice_id, member_id, kind, at)
    group by notice_id, member_id
  ), held as (
    select receipt.* from receipt join delivery using (notice_id, member_id)
    where delivery.delivered_at is null or delivery.seen_at is null and receipt.seen_at is not null
    order by notice_id, member_id for no key update of delivery
  )
  update delivery set
    delivered_at = coalesce(delivery.delivered_at, held.delivered_at),
    seen_at = coalesce(delivery.seen_at, held.seen_at)
  from held where delivery.notice_id = held.notice_id and delivery.member_id = held.member_id`;
