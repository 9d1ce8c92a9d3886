import { setTimeout as sleep } from 'node:timers/promises';
import {
  endGroup,
  moveGroup,
  renderForGroup,
  type Channel,
  type ChannelName,
  type SendOutcome,
} from '../channels/index.ts';
import type { Sql } from '../platform/database/index.ts';
import type { EngineParts } from './engine.ts';
import { goOnWithoutGroup, handOverInGroup } from './group-rows.ts';

/** One post's part goes within this, or its process is dead. */
const leaseSeconds = 30;
const maximumAttempts = 5;
/** Groups are written to in Vietnamese: no member's own language is the group's. */
const language = 'vi';

interface Post {
  noticeId: string;
  groupId: string;
  address: string;
  attempts: number;
  partsSent: number;
}

/** When a post is tried again, and why not now. */
interface Again {
  waitMs: number;
  reason: string;
  /** Uses up one of the attempts. */
  counts: boolean;
  /** Asked, and no answer came: what is posted next may be a repeat. */
  inDoubt?: boolean;
}

export interface GroupPosts {
  /** Recipients of the notice are reached by these groups: each is posted in, once, unless that has been tried. */
  want(noticeId: string, groupIds: readonly string[]): Promise<void>;
  /** Posts on one channel what is to be posted by now. True where recipients go on another way because of it. */
  work(channel: ChannelName): Promise<boolean>;
}

/** A notice goes to a group once, however many of its recipients are in it; any process may be the one that posts. */
export function groupPosts(
  parts: Pick<
    EngineParts,
    'database' | 'budget' | 'breaker' | 'channels' | 'usage' | 'contentOf' | 'clock' | 'metrics' | 'onProblem'
  >,
  stopping: AbortSignal,
): GroupPosts {
  const { database, budget, breaker, channels, usage, clock } = parts;

  async function want(noticeId: string, groupIds: readonly string[]): Promise<void> {
    const now = clock();
    for (const groupId of new Set(groupIds)) {
      const [known] = await database.query<{ state: 'waiting' | 'posted' | 'failed' }>(wantPost, [
        noticeId,
        groupId,
        now,
      ]);
      // It was posted, or given up, while the row was on its way to wait for it.
      if (known?.state === 'posted') await handOverInGroup(database, { noticeId, groupId, now });
      if (known?.state === 'failed') await goOnWithoutGroup(database, { noticeId, groupId, now });
    }
  }

  async function work(name: ChannelName): Promise<boolean> {
    const channel = channels.get(name);
    let goOn = false;
    while (channel?.sendToGroup && !stopping.aborted && (await postWaits(database, [name], clock()))) {
      for (const dead of await database.query<Post>(failDead, [clock()])) {
        await goOnWithoutGroup(database, { ...dead, now: clock() });
        goOn = true;
      }
      if ((await breaker.admit(name)) === 0 || !(await turnComes(name))) break;
      const [post] = await database.query<Post>(claimPost, [name, clock()]);
      if (!post) {
        await breaker.nothingToTry(name);
        break;
      }
      try {
        if ((await postRest(channel, post)) === 'failed') goOn = true;
      } catch (error) {
        parts.onProblem('group', error);
        break;
      }
    }
    return goOn;
  }

  /** False where we are stopping. */
  async function turnComes(name: ChannelName): Promise<boolean> {
    const waitMs = await budget.spend(name, 1);
    if (waitMs > 0) await sleep(waitMs, undefined, { signal: stopping }).catch(() => {});
    return !stopping.aborted;
  }

  /** The parts that have not gone. Only what was asked and then came to nothing known is left to its lease. */
  async function postRest(channel: Channel, post: Post): Promise<'posted' | 'failed' | 'waiting'> {
    if (post.attempts > maximumAttempts) return await fail(post, 'too-many-attempts');
    const content = await parts.contentOf(post.noticeId, language, channel.name);
    if (!content) return await fail(post, 'no-content');
    const texts = renderForGroup(content, channel.limits.textUnits);
    for (let part = post.partsSent; part < texts.length; part += 1) {
      const left = channel.terms && (await usage.left(channel.name, channel.terms)).messages;
      if (left !== undefined && left < 1) return await fail(post, 'closed: quota');
      if (part > post.partsSent && !(await turnComes(channel.name)))
        return await tryAgain(post, { waitMs: 0, reason: 'stopped', counts: false });
      const answer = await channel.sendToGroup!(post.address, texts[part]!);
      parts.metrics.sends.inc({ channel: channel.name, outcome: answer.kind });
      if (answer.kind !== 'sent') return await takeNo(channel, post, answer);
      await noteSent(channel, post, { providerId: answer.providerId, isLast: part + 1 === texts.length });
    }
    return 'posted';
  }

  async function takeNo(
    { name }: Channel,
    post: Post,
    answer: Exclude<SendOutcome, { kind: 'sent' }>,
  ): Promise<'failed' | 'waiting'> {
    switch (answer.kind) {
      case 'moved':
        await moveGroup(database, { channel: name, from: post.address, to: answer.address });
        return await tryAgain(post, { waitMs: 0, reason: 'moved', counts: true });
      case 'refused':
        if (answer.reason === 'blocked')
          await endGroup(database, { channel: name, address: post.address, at: clock() });
        return await fail(post, `${answer.reason}: ${answer.detail}`.slice(0, 80));
      case 'retry': {
        const { waitMs, limited, detail: reason } = answer;
        const backOff = limited ? waitMs : waitMs * 2 ** post.attempts;
        return await tryAgain(post, { waitMs: backOff, reason, counts: !limited });
      }
      case 'unknown':
        return await tryAgain(post, {
          waitMs: 500 * 2 ** post.attempts,
          reason: answer.detail,
          counts: true,
          inDoubt: true,
        });
    }
  }

  /** What went, what it used of the month, and whom it reached stand or fall together. */
  async function noteSent(
    { name, terms }: Channel,
    { noticeId, groupId }: Post,
    { providerId, isLast }: { providerId: string; isLast: boolean },
  ): Promise<void> {
    const now = clock();
    await database.transaction(async (sql) => {
      if (isLast) await sql.query(notePosted, [noticeId, groupId, providerId, now]);
      else await sql.query(notePart, [noticeId, groupId, providerId]);
      if (terms) await usage.add(name, [{ way: 'group', cost: 0, count: 1 }], sql);
      if (isLast) await handOverInGroup(sql, { noticeId, groupId, now });
    });
  }

  async function fail({ noticeId, groupId }: Post, problem: string): Promise<'failed'> {
    await database.transaction(async (sql) => {
      await sql.query(noteFailed, [noticeId, groupId, problem]);
      await goOnWithoutGroup(sql, { noticeId, groupId, now: clock() });
    });
    return 'failed';
  }

  async function tryAgain(post: Post, again: Again): Promise<'failed' | 'waiting'> {
    const { waitMs, reason, counts, inDoubt = false } = again;
    if (counts && post.attempts >= maximumAttempts) return await fail(post, 'too-many-attempts');
    const nextAt = new Date(clock().getTime() + Math.ceil(waitMs));
    const values = [post.noticeId, post.groupId, nextAt, counts ? 0 : 1, inDoubt, reason];
    await database.query(waitOn, values);
    return 'waiting';
  }

  return { want, work };
}

/** Is a post to be made on one of these channels by now? */
export async function postWaits(sql: Sql, channels: readonly ChannelName[], now: Date): Promise<boolean> {
  const [row] = await sql.query<{ waits: boolean }>(
    `select exists (
       select from group_post post join chat_group on chat_group.id = post.group_id
       where post.state = 'waiting' and post.next_at <= $2 and chat_group.channel = any ($1::channel[])
         and ${isFree}) as waits`,
    [channels, now],
  );
  return row?.waits ?? false;
}

/** Nobody is posting it. A lease that ran out, or was left to run out, says: asked, and no answer came. */
const isFree = '(post.lease_until is null or post.lease_until <= clock_timestamp())';

const wantPost = `
  with made as (
    insert into group_post (notice_id, group_id, next_at) values ($1, $2, $3) on conflict do nothing
  )
  select state from group_post where notice_id = $1 and group_id = $2`;

/** Cancelled, superseded or stale meanwhile, or the group is no more. */
const failDead = `
  update group_post post set state = 'failed', lease_until = null,
    problem = case when post.lease_until is not null then 'in-doubt-and-cancelled'
      when notice.cancelled_at is not null then 'cancelled'
      when chat_group.ended_at is not null then 'group-ended' else 'stale' end
  from notice, chat_group
  where post.state = 'waiting' and notice.id = post.notice_id and chat_group.id = post.group_id and ${isFree}
    and (notice.cancelled_at is not null or notice.expires_at <= $1 or chat_group.ended_at is not null)
  returning post.notice_id as "noticeId", post.group_id as "groupId"`;

const claimPost = `
  update group_post post set lease_until = clock_timestamp() + ${leaseSeconds} * interval '1 second',
    attempts = attempts + 1, repeats = repeats + (lease_until is not null)::int
  from (
    select post.notice_id, post.group_id, chat_group.address
    from group_post post
    join chat_group on chat_group.id = post.group_id join notice on notice.id = post.notice_id
    where post.state = 'waiting' and post.next_at <= $2 and chat_group.channel = $1 and ${isFree}
      and notice.cancelled_at is null
    order by notice.urgent desc, post.next_at, post.notice_id limit 1 for update of post skip locked
  ) next
  where post.notice_id = next.notice_id and post.group_id = next.group_id
  returning post.notice_id as "noticeId", post.group_id as "groupId", next.address, post.attempts,
    coalesce(cardinality(string_to_array(post.provider_id, ' ')), 0) as "partsSent"`;

/** The provider's ids of the parts stand one after another: a post that is taken up again goes on where it was. */
const partIds = `provider_id = concat_ws(' ', provider_id, $3::text)`;

const notePart = `
  update group_post set ${partIds}, lease_until = clock_timestamp() + ${leaseSeconds} * interval '1 second'
  where notice_id = $1 and group_id = $2`;

const notePosted = `
  update group_post set state = 'posted', ${partIds}, posted_at = $4, lease_until = null, problem = null
  where notice_id = $1 and group_id = $2`;

const noteFailed = `
  update group_post set state = 'failed', problem = $3, lease_until = null
  where notice_id = $1 and group_id = $2 and state = 'waiting'`;

const waitOn = `
  update group_post set next_at = $3, attempts = attempts - $4::int, problem = $6,
    lease_until = case when $5::boolean then clock_timestamp() end
  where notice_id = $1 and group_id = $2 and state = 'waiting'`;
