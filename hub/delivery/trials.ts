import { setTimeout as sleep } from 'node:timers/promises';
import {
  possibleWays,
  type Budget,
  type Channel,
  type ChannelName,
  type SendOutcome,
  type Usage,
} from '../channels/index.ts';
import type { People } from '../people/index.ts';
import type { Actor, Audit } from '../platform/audit.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import { DomainError } from '../platform/errors.ts';

export interface TrialParts {
  database: Database;
  people: Pick<People, 'reach' | 'unitsOf' | 'chats'>;
  audit: Audit;
  clock: Clock;
  usage: Usage;
  budget: Budget;
  /** The channels that are on. */
  channels: () => ReadonlyMap<ChannelName, Channel>;
}

/** What became of a message to oneself. */
export type TrialResult =
  /** The provider took it; whether it arrives is seen on one's own phone. */
  | 'sent'
  /** The provider lets nobody be written to who has been silent so long. */
  | 'closed'
  | 'blocked'
  | 'refused'
  /** Not now: too much is being sent, or the channel does not answer. */
  | 'later'
  /** Asked, and no answer came. */
  | 'unknown';

export interface Trial {
  result: TrialResult;
  /** What the provider said, as a short word. */
  detail: string | null;
}

interface OwnChat {
  id: string;
  address: string;
  state: 'active' | 'stopped' | 'blocked';
  heardAt: Date | null;
}

const betweenMs = 60_000;
const longestWaitMs = 10_000;

export type Trials = ReturnType<typeof trials>;

/** A message to oneself, to see whether a channel works. */
export function trials(parts: TrialParts) {
  const { database, people, audit, clock, usage, budget, channels } = parts;

  /**
   * Sends a short text to the actor's own chat on the channel: once a minute, ahead of broadcasts, and as an ordinary
   * message alone, neither by a template nor in a group.
   *
   * @throws {DomainError} `may.not`; `trial.channel-off`, `trial.no-chat`, `trial.stopped`, `trial.too-soon`
   */
  async function tryChannel(by: Actor, channelName: ChannelName, text: string): Promise<Trial> {
    if (by.memberId === null || (await people.reach(by.memberId, 'notice.read')).length === 0)
      throw new DomainError('may.not', { status: 403 });
    const channel = channels().get(channelName);
    if (!channel) throw new DomainError('trial.channel-off', { status: 409 });
    const chat = await begin({ ...by, memberId: by.memberId }, channelName);
    return await send(channel, chat, text);
  }

  /** Whoever begins twice at once takes turns by the row of the chat. */
  async function begin(by: Actor & { memberId: string }, channel: ChannelName): Promise<OwnChat> {
    const [home] = await people.unitsOf(by.memberId);
    return await database.transaction(async (sql) => {
      const [chat] = await sql.query<OwnChat>(lockOwnChat, [by.memberId, channel]);
      if (!chat) throw new DomainError('trial.no-chat', { status: 409 });
      if (chat.state === 'stopped') throw new DomainError('trial.stopped', { status: 409 });
      const since = new Date(clock().getTime() - betweenMs);
      if ((await sql.query(triedSince, [by.memberId, since])).length > 0)
        throw new DomainError('trial.too-soon', { status: 429 });
      const deed = { unitId: home?.id ?? null, subjectId: by.memberId, facts: { channel } };
      await audit.record(by, { action: 'channel.tried', ...deed }, sql);
      return chat;
    });
  }

  async function send(channel: Channel, { address, heardAt }: OwnChat, text: string): Promise<Trial> {
    const { name, terms } = channel;
    const standing = { heardAt, hasPhone: false, group: null };
    const left = terms && (await usage.left(name, terms));
    const ways =
      terms && left
        ? possibleWays(terms, { purpose: 'notice', standing, parts: 1, left, now: clock() })
        : null;
    const way = ways?.find((possible) => possible.way === 'free' || possible.way === 'paid');
    if (ways && !way) return { result: 'closed', detail: null };
    for (const take of [() => budget.chats.spend(name, address), () => budget.spend(name, 1)]) {
      const waitMs = await take();
      if (waitMs > longestWaitMs) return { result: 'later', detail: null };
      if (waitMs > 0) await sleep(waitMs);
    }
    const outcome = await channel.send({ address, part: { kind: 'text', text, bold: [], buttons: [] } });
    if (outcome.kind === 'sent' && way) {
      const paid = outcome.paid ?? way.way === 'paid';
      await usage.add(name, [{ way: paid ? 'paid' : 'free', cost: paid ? way.cost : 0, count: 1 }]);
    }
    if (outcome.kind === 'refused' && outcome.reason === 'blocked') await people.chats.block(name, [address]);
    return resultOf(outcome);
  }

  return { tryChannel };
}

function resultOf(outcome: SendOutcome): Trial {
  switch (outcome.kind) {
    case 'sent':
      return { result: 'sent', detail: null };
    case 'refused':
      return {
        result: outcome.reason === 'invalid' ? 'refused' : outcome.reason,
        detail: outcome.detail,
      };
    case 'retry':
      return { result: 'later', detail: outcome.detail };
    case 'moved':
      return { result: 'later', detail: 'moved' };
    case 'unknown':
      return { result: 'unknown', detail: outcome.detail };
  }
}

/** The chat that would be tried first. */
const lockOwnChat = `
  select id, address, state, heard_at as "heardAt" from chat
  where member_id = $1 and channel = $2 and state <> 'ended'
  order by state, preference, linked_at, id limit 1 for update`;

const triedSince = `
  select 1 from audit_entry where subject_id = $1 and actor_id = $1 and action = 'channel.tried' and at > $2 limit 1`;
