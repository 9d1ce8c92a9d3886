import type { ChannelName } from '../channels/index.ts';
import type { Database, Sql } from '../platform/database/index.ts';
import { newId } from '../platform/ids.ts';
import { isHeld } from './held.ts';

/** Rows one worker is sending, under a lease that it renews while it lives. */
export interface Batch {
  id: string;
  noticeId: string;
  channel: ChannelName;
  /** When the notice is stale. */
  expiresAt: Date | null;
  /** The notice may come in quiet hours too. */
  urgent: boolean;
  rows: ClaimedRow[];
}

export interface ClaimedRow {
  memberId: string;
  /** Null where the member's chat went away after the row got its channel. */
  address: string | null;
  fullName: string;
  language: string;
  partsSent: number;
  attempts: number;
  /** Asked before, without an answer. */
  inDoubt: boolean;
  /** When the person was last heard in this chat. */
  heardAt: Date | null;
  hasPhone: boolean;
}

/** A worker that dies is noticed after this; it renews at a third of it. */
export const leaseSeconds = 6;

// Looked up one by one: joined as a set, each batch read the whole table of members.
const withPerson = `
  select picked.member_id as "memberId", chat.address, chat.heard_at as "heardAt", member.full_name as "fullName", member.language,
    member.has_phone as "hasPhone", picked.parts_sent as "partsSent", picked.attempts, picked.in_doubt as "inDoubt"
  from picked
  cross join lateral (select full_name, language, phone is not null as has_phone from member where id = picked.member_id limit 1) member
  left join lateral (
    select address, heard_at from chat
    where chat.member_id = picked.member_id and chat.channel = $3 and chat.state = 'active'
    order by preference, linked_at limit 1) chat on true
  order by picked.member_id`;

/** Of a `dispatch` row; false where the notice is gone. */
const isUrgent = '(select urgent from notice where id = dispatch.notice_id) is true as urgent';

const lockNextDispatch = `
  select notice_id as "noticeId", cursor, expires_at as "expiresAt", ${isUrgent} from dispatch
  where channel = $1 and not exhausted
  order by (
    select max(other.turn_at) from dispatch other
    where other.channel = dispatch.channel and other.unit_id = dispatch.unit_id), turn_at
  limit 1 for update`;

/** The next key range of the notice: no row is touched, only the cursor moves. */
const claimRange = `
  with picked as (
    select member_id, parts_sent, attempts, in_doubt from delivery
    where notice_id = $2 and channel = $3 and member_id > $4
      and state = 'created' and next_at is null and acknowledged_at is null
    order by member_id limit $5
  ), range as (
    select (array_agg(member_id order by member_id))[1] as first,
      (array_agg(member_id order by member_id desc))[1] as last, count(*) as count from picked
  ), moved as (
    update dispatch set cursor = coalesce(range.last, cursor), exhausted = range.count < $5,
      turn_at = clock_timestamp()
    from range where notice_id = $2 and channel = $3
  ), leased as (
    insert into delivery_batch (id, notice_id, channel, first_member, last_member, members, worker, lease_until)
    select $1, $2, $3, first, last, '{}', $6, clock_timestamp() + ${leaseSeconds} * interval '1 second'
    from range where count > 0
  ) ${withPerson}`;

type NextDispatch = Pick<Batch, 'noticeId' | 'expiresAt' | 'urgent'> & { cursor: string };

/**
 * Claims up to `limit` rows of the notice whose unit has waited longest for its turn on this channel.
 * Null when every notice has been claimed to its end.
 */
export async function claimNext(
  database: Database,
  options: { channel: ChannelName; limit: number; worker: string; now: Date },
): Promise<Batch | null> {
  const { channel, limit, worker, now } = options;
  for (;;) {
    // Two statements: the second must see rows that were committed while the first waited for its lock.
    const claimed = await database.transaction(async (sql) => {
      const [next] = await sql.query<NextDispatch>(lockNextDispatch, [channel]);
      if (!next) return null;
      if (next.expiresAt && next.expiresAt <= now) {
        await cancelStale(sql, next.noticeId, channel);
        return { id: '', ...next, channel, rows: [] };
      }
      const id = newId();
      const values = [id, next.noticeId, channel, next.cursor, limit, worker];
      return { id, ...next, channel, rows: await sql.query<ClaimedRow>(claimRange, values) };
    });
    if (!claimed || claimed.rows.length > 0) return claimed;
  }
}

/** Ends what a stale notice still has on a channel. In doubt it is not called cancelled, since it may have arrived. */
export async function endStale(sql: Sql, noticeId: string, channel: ChannelName): Promise<void> {
  await cancelStale(sql, noticeId, channel);
  await sql.query(
    `update delivery set state = 'failed', reason = 'in-doubt-and-stale', next_at = null
     where notice_id = $1 and channel = $2 and state = 'created' and next_at is not null`,
    [noticeId, channel],
  );
}

async function cancelStale(sql: Sql, noticeId: string, channel: ChannelName): Promise<void> {
  await sql.query(
    `update delivery set state = 'cancelled', reason = 'stale', next_at = null
     where notice_id = $1 and channel = $2 and state = 'created' and acknowledged_at is null and not in_doubt
       and not ${isHeld}`,
    [noticeId, channel],
  );
  await sql.query('update dispatch set exhausted = true where notice_id = $1 and channel = $2', [
    noticeId,
    channel,
  ]);
}

const earliestDue = `
  select notice_id as "noticeId" from delivery
  where channel = $1 and next_at <= $2 and state = 'created' and acknowledged_at is null
  order by next_at limit 1`;

/**
 * Rows that wait for a moment of their own. They are chosen once, in a set of its own: as a condition of the
 * update the choice was made again and again, and the limit did not hold. One asked before without an answer
 * is a repeat from here on.
 */
const claimRows = `
  with due as materialized (
    select member_id from delivery
    where notice_id = $2 and channel = $3 and next_at <= $4 and state = 'created' and acknowledged_at is null
    order by next_at limit $5 for update skip locked
  ), picked as (
    update delivery set next_at = null, repeats = repeats + in_doubt::int
    from due where delivery.notice_id = $2 and delivery.member_id = due.member_id
    returning delivery.member_id, parts_sent, attempts, in_doubt
  ), leased as (
    insert into delivery_batch (id, notice_id, channel, first_member, last_member, members, worker, lease_until)
    select $1, $2, $3, (array_agg(member_id))[1], (array_agg(member_id))[1], array_agg(member_id), $6,
      clock_timestamp() + ${leaseSeconds} * interval '1 second'
    from picked having count(*) > 0
  ) ${withPerson}`;

/** Claims up to `limit` rows of one notice whose own moment has come: later parts, second tries, new channels. */
export async function claimDue(
  database: Database,
  options: { channel: ChannelName; limit: number; worker: string; now: Date },
): Promise<Batch | null> {
  const { channel, limit, worker, now } = options;
  const [due] = await database.query<{ noticeId: string }>(earliestDue, [channel, now]);
  if (!due) return null;
  return await database.transaction(async (sql) => {
    const [dispatch] = await sql.query<Pick<Batch, 'expiresAt' | 'urgent'>>(
      // Held against a cancellation, which deletes it and must see this batch.
      `select expires_at as "expiresAt", ${isUrgent} from dispatch where notice_id = $1 and channel = $2 for share`,
      [due.noticeId, channel],
    );
    const { expiresAt, urgent } = dispatch ?? { expiresAt: null, urgent: false };
    if (expiresAt && expiresAt <= now) {
      await endStale(sql, due.noticeId, channel);
      return null;
    }
    const id = newId();
    const rows = await sql.query<ClaimedRow>(claimRows, [id, due.noticeId, channel, now, limit, worker]);
    return rows.length > 0 ? { id, noticeId: due.noticeId, channel, expiresAt, urgent, rows } : null;
  });
}

/** Says that these batches are still being sent. One that is not named runs out and is taken up again. */
export async function renewLeases(sql: Sql, batches: readonly string[]): Promise<void> {
  await sql.query(
    `update delivery_batch set lease_until = clock_timestamp() + ${leaseSeconds} * interval '1 second'
     where id = any($1::uuid[])`,
    [batches],
  );
}
