import type { ChannelName } from '../channels/index.ts';
import type { Sql } from '../platform/database/index.ts';

/**
 * Of the notices that were posted in a group, the last one that still waits for this member's acknowledgement. Null:
 * none does, or the member is no recipient of any.
 */
export async function latestInGroup(
  sql: Sql,
  { channel, group, memberId, since }: { channel: ChannelName; group: string; memberId: string; since: Date },
): Promise<string | null> {
  const [latest] = await sql.query<{ noticeId: string }>(
    `select post.notice_id as "noticeId"
     from chat_group join group_post post on post.group_id = chat_group.id
     join delivery on delivery.notice_id = post.notice_id and delivery.member_id = $3
     join notice on notice.id = post.notice_id
     where chat_group.channel = $1 and chat_group.address = $2 and chat_group.ended_at is null
       and post.state = 'posted' and post.posted_at > $4
       and notice.wants_ack and notice.cancelled_at is null and delivery.acknowledged_at is null
     order by post.posted_at desc limit 1`,
    [channel, group, memberId, since],
  );
  return latest?.noticeId ?? null;
}
