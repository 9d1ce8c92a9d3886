import type { ChannelName } from '../channels/index.ts';
import type { Sql } from '../platform/database/index.ts';
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
const status = `case
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
     from delivery where notice_id = $1 group by 1, 2, 3`,
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

export interface Recipient {
  memberId: string;
  member: string;
  fullName: string;
  unit: string;
  status: Status;
  channel: ChannelName | null;
  reason: string | null;
  inPerson: boolean;
}

/** Recipients by name, those of one status or all, in the order of their codes. */
export async function recipients(
  sql: Sql,
  noticeId: string,
  { only, limit = 1000, after = '' }: { only?: readonly Status[]; limit?: number; after?: string } = {},
): Promise<Recipient[]> {
  return await sql.query<Recipient>(
    `select * from (
       select member.id as "memberId", member.code as member, member.full_name as "fullName", unit.code as unit,
         ${status} as status, delivery.channel, delivery.reason, delivery.told_by is not null as "inPerson"
       from delivery join member on member.id = delivery.member_id join unit on unit.id = delivery.unit_id
       where delivery.notice_id = $1) recipient
     where ($2::text[] is null or status = any($2)) and member > $3 order by member limit $4`,
    [noticeId, only ?? null, after, limit],
  );
}

/** Records the member's own acknowledgement. Null: the notice is not theirs. False: it was there already. */
export async function acknowledge(
  sql: Sql,
  { noticeId, memberId, at }: { noticeId: string; memberId: string; at: Date },
): Promise<boolean | null> {
  const rows = await sql.query<{ first: boolean }>(
    `with found as (
       select acknowledged_at is null as first from delivery where notice_id = $1 and member_id = $2 for update
     ), marked as (
       update delivery set acknowledged_at = $3, next_at = null
       where notice_id = $1 and member_id = $2 and acknowledged_at is null
     )
     select first from found`,
    [noticeId, memberId, at],
  );
  return rows[0] ? rows[0].first : null;
}

const recipientOf = `
  select slice.notice_id, coalesce(home.unit_id, slice.sender_unit_id) as unit_id
  from audience_slice slice
  left join membership home on home.member_id = $2 and home.kind = 'home' and home.to_on is null
  where slice.notice_id = $1 and $2 = any(slice.members)`;

/** The unit under which a member receives a notice, also before its rows are made; null for no recipient. */
export async function unitOfRecipient(
  sql: Sql,
  { noticeId, memberId }: { noticeId: string; memberId: string },
): Promise<string | null> {
  const [row] = await sql.query<{ unitId: string }>(
    `select unit_id as "unitId" from delivery where notice_id = $1 and member_id = $2
     union all select unit_id from (${recipientOf}) waiting limit 1`,
    [noticeId, memberId],
  );
  return row?.unitId ?? null;
}

/** Somebody told the member in person: an acknowledgement that names who did. Waiting sends are not made. */
export async function tell(
  sql: Sql,
  { noticeId, memberId, by, at }: { noticeId: string; memberId: string; by: string; at: Date },
): Promise<boolean> {
  // Told before its time: the row is made now, and expanding finds it there.
  const made = await sql.query(
    `insert into delivery (notice_id, member_id, unit_id, acknowledged_at, told_by)
     select notice_id, $2, unit_id, $3, $4 from (${recipientOf}) waiting on conflict do nothing returning member_id`,
    [noticeId, memberId, at, by],
  );
  if (made.length > 0) return true;
  const told = await sql.query(
    `update delivery set acknowledged_at = $4, told_by = $3, next_at = null
     where notice_id = $1 and member_id = $2 and acknowledged_at is null returning member_id`,
    [noticeId, memberId, by, at],
  );
  return told.length > 0;
}

/**
 * Cancels what has not gone, inside the caller's transaction. Rows that are being asked right now are left to
 * their outcome. Returns how many recipients will not get the notice.
 */
export async function cancelWaiting(sql: Sql, noticeId: string, reason: string): Promise<number> {
  const slices = await sql.query<{ count: number }>(
    'delete from audience_slice where notice_id = $1 returning cardinality(members) as count',
    [noticeId],
  );
  // The lock waits for a claim under way; without its dispatch a notice is asked no more.
  await sql.query('delete from dispatch where notice_id = $1', [noticeId]);
  const rows = await sql.query(
    `update delivery set state = 'cancelled', next_at = null, reason = $2
     where notice_id = $1 and state = 'created' and acknowledged_at is null and not ${isHeld}
     returning member_id`,
    [noticeId, reason],
  );
  return rows.length + slices.reduce((sum, slice) => sum + slice.count, 0);
}
