import type { ChannelName } from '../channels/index.ts';
import type { Sql } from '../platform/database/index.ts';
import { archivedParts } from './archive.ts';
import { isBeingPosted } from './group-rows.ts';
import { isHeld } from './held.ts';

/** The furthest a recipient has come; never rounded up. */
export const statuses = [
  'created',
  'handed_over',
  'delivered',
  'seen',
  'acknowledged',
  'failed',
  'unreachable',
  'cancelled',
] as const;
export type Status = (typeof statuses)[number];

export interface Tally {
  /** Adds up to the recipients of the notice. */
  byStatus: Record<Status, number>;
  /** Recipients for whom a channel took the message, by channel. */
  byChannel: Partial<Record<ChannelName, number>>;
  /** Asked of a provider that did not answer, and not settled yet. */
  inDoubt: number;
  /** Sends repeated after doubt: an upper bound of real duplicates. */
  duplicates: number;
  /** Acknowledged because somebody told them in person. */
  inPerson: number;
}

/** A status is derived: receipts stand in columns of their own beside the transport's state. */
export const status = `case
  when acknowledged_at is not null then 'acknowledged'
  when seen_at is not null then 'seen'
  when delivered_at is not null then 'delivered'
  else state::text end`;

/** @param recipients as fixed at acceptance; those without a row yet are `created`, or `cancelled` with the notice */
export async function tally(
  sql: Sql,
  noticeId: string,
  { recipients, cancelled }: { recipients: number; cancelled: boolean },
): Promise<Tally> {
  const rows = await sql.query<{
    status: Status;
    channel: ChannelName | null;
    gone: boolean;
    count: number;
    inDoubt: number;
    duplicates: number;
    inPerson: number;
  }>(
    `select ${status} as status, channel, handed_over_at is not null as gone, count(*) as count,
       count(*) filter (where in_doubt and state = 'created' and acknowledged_at is null) as "inDoubt",
       coalesce(sum(repeats), 0) as duplicates, count(told_by) as "inPerson"
     from delivery where notice_id = $1 group by 1, 2, 3
     union all
     select part.status, part.channel::channel, part.gone, part.count, 0, part.duplicates, part."inPerson"
     from ${archivedParts} where archive.notice_id = $1`,
    [noticeId],
  );
  const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
  const byStatus = Object.fromEntries(
    statuses.map((name) => [name, sum(rows.filter((row) => row.status === name).map((row) => row.count))]),
  ) as Record<Status, number>;
  byStatus[cancelled ? 'cancelled' : 'created'] += recipients - sum(rows.map((row) => row.count));

  const byChannel: Tally['byChannel'] = {};
  for (const { channel, gone, count } of rows) {
    if (channel && gone) byChannel[channel] = (byChannel[channel] ?? 0) + count;
  }
  return {
    byStatus,
    byChannel,
    inDoubt: sum(rows.map((row) => row.inDoubt)),
    duplicates: sum(rows.map((row) => row.duplicates)),
    inPerson: sum(rows.map((row) => row.inPerson)),
  };
}

/**
 * Records the member's own acknowledgement, which takes the place of somebody's "told in person": what the member
 * has said nobody else takes back. Null: the notice is not theirs. False: it was acknowledged already.
 */
export async function acknowledge(
  sql: Sql,
  { noticeId, memberId, at }: { noticeId: string; memberId: string; at: Date },
): Promise<boolean | null> {
  const rows = await sql.query<{ first: boolean }>(
    `with found as (
       select acknowledged_at is null as first from delivery where notice_id = $1 and member_id = $2 for update
     ), marked as (
       update delivery set acknowledged_at = $3, told_by = null, next_at = null
       where notice_id = $1 and member_id = $2 and (acknowledged_at is null or told_by is not null)
     )
     select first from found`,
    [noticeId, memberId, at],
  );
  return rows[0] ? rows[0].first : null;
}

/**
 * Cancels what has not gone of one notice or several, inside the caller's transaction. Rows that are being asked right
 * now are left to their outcome. Returns how many recipients will not get it.
 */
export async function cancelWaiting(
  sql: Sql,
  notices: string | readonly string[],
  reason: string,
): Promise<number> {
  const ids = typeof notices === 'string' ? [notices] : notices;
  const slices = await sql.query<{ count: number }>(
    'delete from audience_slice where notice_id = any ($1::uuid[]) returning cardinality(members) as count',
    [ids],
  );
  // The lock waits for a claim under way; without its dispatch a notice is asked no more.
  await sql.query('delete from dispatch where notice_id = any ($1::uuid[])', [ids]);
  const [rows] = await sql.query<{ count: number }>(
    `with cancelled as (
       update delivery set state = 'cancelled', next_at = null, reason = $2
       where notice_id = any ($1::uuid[]) and state = 'created' and acknowledged_at is null and not ${isHeld}
         and not ${isBeingPosted}
       returning 1)
     select count(*)::int as count from cancelled`,
    [ids, reason],
  );
  return (rows?.count ?? 0) + slices.reduce((sum, slice) => sum + slice.count, 0);
}
