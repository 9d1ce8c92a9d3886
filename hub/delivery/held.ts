/**
 * True of a `delivery` row that `batch` (an alias of a batch's row) is sending right now: it lies in the batch's
 * key range or list, on the batch's channel, and waits for no moment of its own. A key range alone says too
 * much: rows of other channels lie in it too.
 */
export function holds(batch: string): string {
  return `${batch}.notice_id = delivery.notice_id and ${batch}.channel = delivery.channel
    and delivery.next_at is null
    and case when cardinality(${batch}.members) = 0
      then delivery.member_id between ${batch}.first_member and ${batch}.last_member
      else delivery.member_id = any(${batch}.members) end`;
}

/** True of a `delivery` row that some worker is sending right now. */
export const isHeld = `exists (select from delivery_batch batch where ${holds('batch')})`;
