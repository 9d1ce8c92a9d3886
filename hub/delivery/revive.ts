import type { ChannelName } from '../channels/index.ts';
import type { Sql } from '../platform/database/index.ts';

/** Rows on their way again: how many of which notice, on which channel. */
export interface Revived {
  noticeId: string;
  channel: ChannelName;
  count: number;
}

/** A condition on `delivery` and its `notice`, with values for `$1` and on. */
export interface WhichRows {
  where: string;
  values: readonly unknown[];
}

/** Of a row that was given up: its notice still counts, nobody has told the member, and a chat can take it. */
const givenUp = (now: string, channels: string) => `
  delivery join notice on notice.id = delivery.notice_id
  cross join lateral (
    select chat.channel from chat
    where chat.member_id = delivery.member_id and chat.state = 'active'
      and (${channels}::channel[] is null or chat.channel = any (${channels}::channel[]))
    order by preference, linked_at limit 1) best
  where delivery.state in ('failed', 'unreachable') and delivery.acknowledged_at is null
    and notice.cancelled_at is null and notice.compacted_at is null
    and (notice.expires_at is null or notice.expires_at > ${now})`;

// Notices are locked too: one that is cancelled or compacted meanwhile would be sent after all. Without a dispatch
// a notice counts as finished; this one is not any more. What is in doubt stays so, and is a repeat when asked.
const reviveRows = (where: string, [now, channels, limit]: readonly string[]) => `
  with picked as materialized (
    select delivery.notice_id, delivery.member_id, notice.unit_id, notice.expires_at, best.channel
    from ${givenUp(now!, channels!)} and (${where})
    order by delivery.notice_id, delivery.member_id limit ${limit}
    for no key update of delivery for share of notice
  ), revived as (
    update delivery set state = 'created', channel = picked.channel, next_at = ${now}, reason = null, attempts = 0,
      tried = default, parts_sent = 0
    from picked where delivery.notice_id = picked.notice_id and delivery.member_id = picked.member_id
    returning picked.notice_id, picked.channel, picked.unit_id, picked.expires_at
  ), counted as (
    select notice_id, channel, unit_id, expires_at, count(*) as count from revived group by 1, 2, 3, 4
  ), reopened as (
    insert into dispatch (notice_id, channel, unit_id, cursor, exhausted, expires_at, turn_at)
    select notice_id, channel, unit_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff', true, expires_at, clock_timestamp()
    from counted
    order by 1, 2
    on conflict (notice_id, channel) do update set turn_at = excluded.turn_at
  )
  select notice_id as "noticeId", channel, count from counted order by 1, 2`;

/**
 * Sends after all what had ended as failed or unreachable, where the member has a chat now: on the chat they
 * prefer, from the start, in one statement. Rows of notices that were cancelled, compacted or are stale stay as
 * they are, and so do those told in person. Whoever calls rings the bell.
 *
 * @param channels the channels that may be used; null: whichever the member has
 * @param limit at most so many rows; null: all
 */
export async function revive(
  sql: Sql,
  { where, values }: WhichRows,
  {
    now,
    channels = null,
    limit = null,
  }: { now: Date; channels?: readonly ChannelName[] | null; limit?: number | null },
): Promise<Revived[]> {
  const ours = [1, 2, 3].map((number) => `$${values.length + number}`);
  return await sql.query<Revived>(reviveRows(where, ours), [...values, now, channels, limit]);
}

/** How many rows {@link revive} would put on their way. */
export async function revivable(
  sql: Sql,
  { where, values }: WhichRows,
  { now, channels = null }: { now: Date; channels?: readonly ChannelName[] | null },
): Promise<number> {
  const [nowAt, channelsAt] = [1, 2].map((number) => `$${values.length + number}`);
  const [row] = await sql.query<{ count: number }>(
    `select count(*) as count from ${givenUp(nowAt!, channelsAt!)} and (${where})`,
    [...values, now, channels],
  );
  return row?.count ?? 0;
}
