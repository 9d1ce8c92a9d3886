import type { ChannelName } from '../channels/index.ts';
import { calendarDay } from '../people/index.ts';
import type { Database, Sql } from '../platform/database/index.ts';
import { openGroupPosts } from './group-rows.ts';

interface Slice {
  noticeId: string;
  unitId: string;
  expiresAt: Date | null;
  followsId: string | null;
  otherChannel: boolean;
  /** As PostgreSQL writes an array: it goes back as it came. */
  members: string;
  recipients: number;
  /** The members stand in order: nobody of the slice is outside these two. */
  firstMember: string;
  lastMember: string;
}

const takeSlice = `
  with next as materialized (
    select notice_id, number from audience_slice where expand_at <= $1
    order by urgent desc, expand_at, notice_id, number limit 1 for update skip locked
  )
  delete from audience_slice using next
  where audience_slice.notice_id = next.notice_id and audience_slice.number = next.number
  returning audience_slice.notice_id as "noticeId", sender_unit_id as "unitId", expires_at as "expiresAt",
    follows_id as "followsId", other_channel as "otherChannel",
    members::text as members, cardinality(members) as recipients,
    members[1] as "firstMember", members[cardinality(members)] as "lastMember"`;

// Joined as whole sets, not row by row: right after an import, without statistics, a look-up per recipient
// was planned over the index of all chats of a channel and took seconds. The slice's key range stands beside its
// keys, or each slice of a very large audience would read every membership and every chat there is.
const insertRows = `
  with recipient as (select unnest($2::uuid[]) as member_id),
  home as (
    select distinct on (member_id) member_id, unit_id
    from membership join recipient using (member_id)
    where member_id between $9 and $10 and from_on <= $5::date and (to_on is null or to_on > $5::date)
    order by member_id, kind, from_on desc
  ), used as (
    select distinct member_id, delivery.channel
    from notice chain join delivery on delivery.notice_id = chain.id join recipient using (member_id)
    where $7::boolean and (chain.id = $6 or chain.reminds_id = $6) and handed_over_at is not null
  ), best as (
    select distinct on (member_id) member_id, chat.channel
    from chat join recipient using (member_id) left join used using (member_id, channel)
    where chat.member_id between $9 and $10 and chat.state = 'active' and chat.channel = any($3::channel[])
    order by member_id, chat.channel = any($8::channel[]), used.channel is not null, preference, linked_at
  ), made as (
    insert into delivery (notice_id, member_id, unit_id, state, channel, reason, acknowledged_at)
    select $1, recipient.member_id, coalesce(home.unit_id, $4),
      case when best.channel is null then 'unreachable' else 'created' end::delivery_state,
      best.channel, case when best.channel is null then 'no-channel' end, followed.acknowledged_at
    from recipient
    left join home using (member_id)
    left join best using (member_id)
    left join delivery followed on followed.notice_id = $6 and followed.member_id = recipient.member_id
    order by recipient.member_id
    on conflict do nothing
    returning channel
  )
  insert into dispatch (notice_id, channel, unit_id, cursor, expires_at, turn_at)
  select $1, channel, $4, '00000000-0000-0000-0000-000000000000', $11::timestamptz, clock_timestamp()
  from made where channel is not null group by channel
  on conflict (notice_id, channel) do update set exhausted = false`;

/** So many new rows are worth it, then four times as many, and so on. */
export const rowsWorthAnalyzing = 5_000;

/** Statistics of an empty table made the record statement join every row of a large notice in each batch. */
export async function analyzeDeliveries(database: Database): Promise<void> {
  await database.query('analyze delivery');
}

/**
 * Turns one slice whose time has come into delivery rows, each with the first channel on which its member can
 * be reached, or `unreachable`. Returns the number of rows, or null when no slice waits.
 *
 * @param sick channels that do not answer: only for members who have no other
 * @param withGroups channels on which a unit's group may stand beside or instead of personal messages
 */
export async function expandOneSlice(
  database: Database,
  channels: readonly ChannelName[],
  now: Date,
  { sick = [], withGroups = [] }: { sick?: readonly ChannelName[]; withGroups?: readonly ChannelName[] } = {},
): Promise<number | null> {
  const slice = await database.transaction(async (sql) => {
    const made = await expand(sql, channels, now, sick);
    if (made) await openGroupPosts(sql, made, { channels: withGroups, now });
    return made;
  }, 60_000);
  return slice?.recipients ?? null;
}

async function expand(
  sql: Sql,
  channels: readonly ChannelName[],
  now: Date,
  sick: readonly ChannelName[],
): Promise<Slice | null> {
  const [slice] = await sql.query<Slice>(takeSlice, [now]);
  if (!slice) return null;
  const today = calendarDay(now);
  await sql.query(insertRows, [
    slice.noticeId,
    slice.members,
    channels,
    slice.unitId,
    today,
    slice.followsId,
    slice.otherChannel,
    sick,
    slice.firstMember,
    slice.lastMember,
    slice.expiresAt,
  ]);
  return slice;
}
