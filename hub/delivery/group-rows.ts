import type { ChannelName } from '../channels/index.ts';
import { calendarDay, unitStands } from '../people/index.ts';
import type { Sql } from '../platform/database/index.ts';
import { waitsForGroup } from './record.ts';

/**
 * Rows that reach their members by a group's one post. They are settled together when it is known what became of it; so
 * long, should nobody come to say so, until each looks for another way.
 */
export const groupPatienceMs = 600_000;

/** Of a row: the group got it, and the member with it. */
export const reachedInGroup = 'in-group';

/**
 * The groups of a unit and of all below it on a day, as a common table `open (group_id, channel, mode)`. Both parameters
 * are SQL expressions; of no unit there are none.
 */
export const groupsUnder = (unit: string, day: string) => `
  recursive climbing (group_id, channel, mode, unit_id) as (
    select chat_group.id, channel, mode, unit_id from chat_group join unit on unit.id = unit_id
    where ended_at is null and ${unitStands('unit', day)}
    union
    select group_id, channel, mode, parent_id from climbing join unit on unit.id = unit_id
    where parent_id is not null
  ), open as (
    select group_id, channel, mode from climbing where unit_id = ${unit}
  )`;

/**
 * The groups in which notice `$1` may be posted on day `$2`. Only what goes to all members of a unit is for a group:
 * nobody else's affairs are, nor what is said to the secretaries or to single persons.
 */
const openGroups = groupsUnder(
  `(select unit_id from notice where id = $1 and audience = 'members' and kind in ('notice', 'directive'))`,
  '$2::date',
);

/** Whose chat on the group's channel is known to be in it. */
export const peopleOfGroups = `
  chat_group_person person on person.group_id = open.group_id
  join chat on chat.channel = open.channel and chat.address = person.address and chat.state = 'active'`;

const openPosts = `
  with ${openGroups}, made as (
    insert into group_post (notice_id, group_id, next_at)
    select $1, group_id, $3 from open where mode <> 'fallback' and channel = any ($4::channel[])
    on conflict do nothing
  )
  update delivery set next_at = $5, reason = '${waitsForGroup}'
  from open join ${peopleOfGroups}
  where open.mode = 'instead' and open.channel = any ($4::channel[])
    and delivery.notice_id = $1 and delivery.member_id = chat.member_id and delivery.channel = open.channel
    and delivery.member_id between $6 and $7
    and delivery.state = 'created' and delivery.next_at is null and delivery.acknowledged_at is null`;

/**
 * A part of a notice's audience has just got its rows: the groups that get the notice too are to be posted in, and who
 * gets it there alone waits for that. Inside the caller's transaction, before anybody can claim the rows.
 *
 * @param channels those that are on and have groups
 */
export async function openGroupPosts(
  sql: Sql,
  { noticeId, firstMember, lastMember }: { noticeId: string; firstMember: string; lastMember: string },
  { channels, now }: { channels: readonly ChannelName[]; now: Date },
): Promise<void> {
  if (channels.length === 0) return;
  const patience = new Date(now.getTime() + groupPatienceMs);
  await sql.query(openPosts, [noticeId, calendarDay(now), now, channels, patience, firstMember, lastMember]);
}

// Of what was posted before a person came nobody says that it reached them.
const ofRows = `
  with ${openGroups}
  select distinct on (chat.member_id) chat.member_id as "memberId", open.group_id as "groupId",
    open.mode = 'instead' as instead
  from open join ${peopleOfGroups}
  left join group_post post on post.notice_id = $1 and post.group_id = open.group_id
  where open.channel = $3 and chat.member_id = any ($4::uuid[])
    and coalesce(post.state, 'waiting') <> 'failed' and coalesce(person.seen_at <= post.posted_at, true)
  order by chat.member_id, open.mode = 'instead' desc, post.posted_at nulls last, open.group_id`;

/** For each of these recipients who is in one: the group by which the notice may reach them. */
export async function groupsOfRows(
  sql: Sql,
  { noticeId, channel, members }: { noticeId: string; channel: ChannelName; members: readonly string[] },
  now: Date,
): Promise<ReadonlyMap<string, { groupId: string; instead: boolean }>> {
  const values = [noticeId, calendarDay(now), channel, members];
  const rows = await sql.query<{ memberId: string; groupId: string; instead: boolean }>(ofRows, values);
  return new Map(rows.map(({ memberId, ...group }) => [memberId, group]));
}

/** The rows that wait for one group's post, with the people of it. */
const waitingFor = `
  from group_post post join chat_group on chat_group.id = post.group_id
  join chat_group_person person on person.group_id = post.group_id
  join chat on chat.channel = chat_group.channel and chat.address = person.address
  join notice on notice.id = post.notice_id
  where post.notice_id = $1 and post.group_id = $2
    and delivery.notice_id = $1 and delivery.member_id = chat.member_id and delivery.channel = chat_group.channel
    and delivery.state = 'created' and delivery.reason = '${waitsForGroup}'`;

// What was shown twice in the group was shown twice to each of them.
const handOver = `
  update delivery set state = 'handed_over', handed_over_at = post.posted_at, next_at = null, in_doubt = false,
    parts_sent = 1, repeats = delivery.repeats + post.repeats, reason = '${reachedInGroup}'
  ${waitingFor} and post.state = 'posted' and person.seen_at <= post.posted_at`;

// Of a cancelled notice nothing is asked any more; in doubt it is not called cancelled, since it may have arrived.
const goOn = `
  update delivery set
    next_at = case when notice.cancelled_at is null and delivery.acknowledged_at is null then $3::timestamptz end,
    state = case when notice.cancelled_at is null then 'created'
      when post.problem = 'in-doubt-and-cancelled' then 'failed' else 'cancelled' end::delivery_state,
    reason = case when notice.cancelled_at is not null then post.problem end
  ${waitingFor}`;

/** True of a `delivery` row that waits for a post which is being made right now. */
export const isBeingPosted = `(delivery.reason = '${waitsForGroup}' and exists (
  select from group_post post where post.notice_id = delivery.notice_id and post.state = 'waiting'
    and post.lease_until > clock_timestamp()))`;

/** The group has it: so have those who waited for that. Whoever came into the group since looks for another way. */
export async function handOverInGroup(
  sql: Sql,
  { noticeId, groupId, now }: { noticeId: string; groupId: string; now: Date },
): Promise<void> {
  await sql.query(handOver, [noticeId, groupId]);
  await sql.query(goOn, [noticeId, groupId, now]);
}

/** The group will not get it: those who waited for that go on to the next way at once. */
export async function goOnWithoutGroup(
  sql: Sql,
  { noticeId, groupId, now }: { noticeId: string; groupId: string; now: Date },
): Promise<void> {
  await sql.query(goOn, [noticeId, groupId, now]);
}
