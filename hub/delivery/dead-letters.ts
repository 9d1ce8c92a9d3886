import { channelNames, type ChannelName } from '../channels/index.ts';
import type { Actor } from '../platform/audit.ts';
import type { Sql } from '../platform/database/index.ts';
import { DomainError } from '../platform/errors.ts';
import { isId } from '../platform/ids.ts';
import type { DeliveryParts } from './delivery.ts';
import { NobodyToResend, ResendChanged } from './errors.ts';
import { revivable, revive, type WhichRows } from './revive.ts';

/** Who did not get a notice, and why. */
export interface DeadLetter {
  noticeId: string;
  title: string;
  member: string;
  fullName: string;
  unit: string;
  status: 'failed' | 'unreachable';
  /** The last that was tried; null where there was none to try. */
  channel: ChannelName | null;
  /** Such as `blocked: 403 …`, as the provider said it. */
  reason: string;
  /** The member has a chat by now: sending again may reach them. */
  hasChat: boolean;
}

/** Dead letters of one kind. */
export interface DeadKind {
  channel: ChannelName | null;
  /** The first word of the reason, such as `blocked`. */
  reason: string;
  count: number;
}

/** Those of one kind, or of one notice, or one member of a notice. */
export interface DeadFilter {
  reason?: string | undefined;
  channel?: ChannelName | undefined;
  /** Id of a notice. */
  notice?: string | undefined;
  /** Code of a member. */
  member?: string | undefined;
}

/** What is older than that is of no use to anybody who gets it now. */
const lookedAtDays = 30;

/** What ended as failed or unreachable, and putting it on its way again: in the units within the reader's reach. */
export function deadLetters({ database, people, audit, queues, channels, clock }: DeliveryParts) {
  /** How many of which kind, most first. */
  async function deadByKind(by: Actor, filter: DeadFilter = {}): Promise<DeadKind[]> {
    const { where, values } = await chosen(by, 'notice.read', filter);
    return await database.query<DeadKind>(
      `select delivery.channel, ${kind} as reason, count(*) as count from ${ended} and ${where}
       group by 1, 2 order by 3 desc, 1, 2`,
      [...values],
    );
  }

  /** By name, the newest notice first, after the one named by `after`. */
  async function dead(
    by: Actor,
    filter: DeadFilter = {},
    { limit = 100, after }: { limit?: number; after?: string | undefined } = {},
  ): Promise<{ items: DeadLetter[]; next: string | null }> {
    const { where, values } = await chosen(by, 'notice.read', filter);
    const [beforeNotice = null, afterMember = null] = (after ?? '').split(' ').filter(isId);
    const at = values.length;
    const rows = await database.query<DeadLetter & { memberId: string }>(
      `select notice.id as "noticeId", notice.title, member.code as member, member.full_name as "fullName",
         unit.code as unit, delivery.state as status, delivery.channel, coalesce(delivery.reason, '') as reason,
         member.id as "memberId",
         exists (select from chat where chat.member_id = member.id and chat.state = 'active') as "hasChat"
       from ${ended} and ${where}
         and ($${at + 1}::uuid is null or (delivery.notice_id, delivery.member_id) < ($${at + 1}, $${at + 2}::uuid))
       order by delivery.notice_id desc, delivery.member_id desc limit $${at + 3}`,
      [...values, beforeNotice, afterMember, limit],
    );
    const last = rows.length === limit ? rows.at(-1) : undefined;
    return {
      items: rows.map(({ memberId: _memberId, ...row }) => row),
      next: last ? `${last.noticeId} ${last.memberId}` : null,
    };
  }

  /** How many of them a channel could take now: what {@link replay} would send. */
  async function replayable(by: Actor, filter: DeadFilter): Promise<number> {
    const which = await chosen(by, 'notice.resend', filter);
    return await revivable(database, which, { now: clock(), channels: await answering(database) });
  }

  /**
   * Puts them on their way again, on the channel each prefers now. Those without a chat stay as they are.
   *
   * @param expected how many the actor was told it would be; others than so many are not sent
   * @throws {DomainError} `may.not`, `delivery.nobody-to-resend`, `delivery.resend-changed`
   */
  async function replay(
    by: Actor,
    filter: DeadFilter,
    { expected }: { expected?: number | undefined } = {},
  ): Promise<{ replayed: number }> {
    const { top, ...which } = await chosen(by, 'notice.resend', filter);
    const replayed = await database.transaction(async (sql) => {
      const revived = await revive(sql, which, { now: clock(), channels: await answering(sql) });
      const sum = revived.reduce((total, { count }) => total + count, 0);
      if (sum === 0) throw new NobodyToResend();
      if (expected !== undefined && sum !== expected) throw new ResendChanged(sum);
      const { reason = null, channel = null, notice } = filter;
      const unitId = notice ? await unitOf(sql, notice) : top;
      const facts = { replayed: sum, reason, channel };
      await audit.record(by, { action: 'delivery.replayed', unitId, subjectId: notice ?? null, facts }, sql);
      return sum;
    }, 60_000);
    await queues.ring('deliver');
    return { replayed };
  }

  /** The channels that are on, without those that do not answer: what is sent on these ends where it was. */
  async function answering(sql: Sql): Promise<ChannelName[]> {
    const sick = await sql.query<{ channel: ChannelName }>(
      `select channel from channel_health where blocked or state <> 'closed'`,
    );
    return [...channels().keys()].filter((name) => !sick.some(({ channel }) => channel === name));
  }

  async function chosen(
    by: Actor,
    action: 'notice.read' | 'notice.resend',
    { reason, channel, notice, member }: DeadFilter,
  ): Promise<WhichRows & { top: string | null }> {
    const tops = by.memberId === null ? null : await people.reach(by.memberId, action);
    if (action === 'notice.resend' && tops?.length === 0) throw new DomainError('may.not', { status: 403 });
    const memberId = member === undefined ? null : (await people.memberByCode(member)).id;
    const since = new Date(clock().getTime() - lookedAtDays * 86_400_000);
    const noticeId = notice === undefined ? null : isId(notice) ? notice : nobody;
    return {
      where: within,
      values: [tops, since, reason ?? null, channel ?? null, noticeId, memberId],
      top: tops?.[0] ?? null,
    };
  }

  return { deadByKind, dead, replayable, replay };
}

const nobody = '00000000-0000-0000-0000-000000000000';

async function unitOf(sql: Sql, noticeId: string): Promise<string | null> {
  const [notice] = await sql.query<{ unitId: string }>(
    'select unit_id as "unitId" from notice where id = $1',
    [noticeId],
  );
  return notice?.unitId ?? null;
}

/** The first word of a reason: the rest is the provider's own. */
const kind = `split_part(coalesce(delivery.reason, ''), ':', 1)`;

/** Whoever was told in person, and what was cancelled since, needs nobody any more. */
const ended = `
  delivery join notice on notice.id = delivery.notice_id
  join member on member.id = delivery.member_id join unit on unit.id = delivery.unit_id
  where delivery.state in ('failed', 'unreachable') and delivery.acknowledged_at is null
    and coalesce(delivery.reason, '') <> 'erased'
    and notice.cancelled_at is null and notice.compacted_at is null and notice.kind not in ('digest', 'meeting')`;

/** `$1`: the units at the top of the actor's reach, null: everything; `$2`: since; then the filter. */
const within = `
  ($1::uuid[] is null or delivery.unit_id in (
    with recursive below as (
      select id from unit where id = any ($1::uuid[])
      union select unit.id from unit join below on unit.parent_id = below.id)
    select id from below))
  and notice.created_at > $2 and ($3::text is null or ${kind} = $3)
  and ($4::channel is null or delivery.channel = $4)
  and ($5::uuid is null or delivery.notice_id = $5) and ($6::uuid is null or delivery.member_id = $6)`;

/** All there are, by kind, for whoever keeps the hub going. */
export async function deadSince(sql: Sql, now: Date): Promise<DeadKind[]> {
  const since = new Date(now.getTime() - lookedAtDays * 86_400_000);
  return await sql.query<DeadKind>(
    `select delivery.channel, ${kind} as reason, count(*) as count from ${ended} and notice.created_at > $1
     group by 1, 2`,
    [since],
  );
}

/** A channel as somebody wrote it. */
export function channelNamed(text: string | undefined): ChannelName | undefined {
  return channelNames.find((name) => name === text);
}
