import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import { newId } from '../platform/ids.ts';
import type { Keys } from '../platform/keys.ts';
import { padded } from '../platform/padded.ts';
import type { ChannelName } from './channel.ts';
import type { InboundFile } from './inbound-file.ts';
import { asideOf, inboundData } from './personal-data.ts';

/** Something a person did in a chat, as every channel tells it. */
export interface Inbound {
  channel: ChannelName;
  address: string;
  /** The provider's own id of the event: told twice, it is taken in once. */
  eventKey: string;
  /**
   * `followed`: the person let us in without a word, for the first time or again. `contact`: gave us a telephone number
   * of his or her own will. `withdrawn`: took back, at the provider, the consent to be known to us.
   */
  kind: 'text' | 'tap' | 'file' | 'blocked' | 'unblocked' | 'followed' | 'contact' | 'withdrawn';
  /** What was typed, or stands under a file, NFC; of a contact the number; empty for the other kinds. */
  text: string;
  /** The button's reference; empty unless a tap. */
  payload: string;
  /** What was sent besides words, as far as it can be had. */
  files?: readonly InboundFile[];
  tapId?: string;
  messageId?: string;
  /** The language the person's app speaks, as a two-letter code where known. */
  appLanguage?: string;
  /** When it was done, as an ISO moment: told where the provider lets us write only to who was heard lately. */
  at?: string;
  /** The group in which it was said, where it was not said to us alone. */
  group?: string;
}

/** Where a person stands in a conversation. Small and explicit, so that a restart loses nothing. */
export type ConversationState = Record<string, unknown> & { step: string };

export interface Inbox {
  /** Stores events before anything is done about them. Returns how many were new. */
  receive(events: readonly Inbound[]): Promise<number>;
  /**
   * Takes one chat that has events waiting and that no process is working on, and hands its events to
   * `handle` one after another, oldest first. Returns false when no chat waits. An event whose handling
   * throws is tried again later, before any later event of that chat; after five tries it is set aside.
   */
  workOnOneChat(handle: (event: Inbound) => Promise<void>): Promise<boolean>;
  state(channel: ChannelName, address: string): Promise<ConversationState | null>;
  setState(channel: ChannelName, address: string, state: ConversationState | null): Promise<void>;
  /** In how many chats of a channel something was kept aside under this name since then. */
  countAside(channel: ChannelName, name: string, since: Date): Promise<number>;
  /** Forgets an address with all that came from it, also what is being handled right now. */
  forget(channel: ChannelName, address: string): Promise<void>;
  /** Forgets the keys of events handled more than two days ago, and what somebody began to write and left for a week. */
  forgetHandled(): Promise<void>;
}

const leaseSeconds = 30;
const maximumAttempts = 5;

const claimChat = `
  with waiting as (
    select e.channel, e.address from inbound_event e
    where e.handled_at is null and not exists (
      select from conversation c
      where c.channel = e.channel and c.address = e.address and c.lease_until > clock_timestamp())
    order by e.received_at, e.id limit 1
  ), claimed as (
    insert into conversation (channel, address, lease_until, updated_at)
    select channel, address, clock_timestamp() + $1 * interval '1 second', clock_timestamp() from waiting
    on conflict (channel, address) do update set lease_until = excluded.lease_until
    where conversation.lease_until is null or conversation.lease_until <= clock_timestamp()
    returning channel
  )
  select channel, address, exists (select from claimed) as claimed from waiting`;

const nextOfChat = `
  select id, payload, attempts from inbound_event
  where channel = $1 and address = $2 and handled_at is null order by received_at, id limit 1`;

/** A renewal that comes after the chat was let go changes nothing. */
const renew = `
  update conversation set lease_until = clock_timestamp() + $3 * interval '1 second'
  where channel = $1 and address = $2 and lease_until is not null`;

const markHandled = `
  update inbound_event set handled_at = $2, payload = null, attempts = attempts + 1, problem = $3 where id = $1`;

/** Only where somebody writes is a state so long. */
const forgetLeft = 'update conversation set state = null where updated_at < $1 and octet_length(state) > $2';

/** Short messages have one length, and long ones another: what is said in confidence is not known again by its size. */
const shortBytes = 1_024;
const longBytes = 16_384;

export function openInbox({
  database,
  keys,
  clock,
}: {
  database: Database;
  keys: Keys;
  clock: Clock;
}): Inbox {
  const stateOwner = (channel: ChannelName, address: string) => `${channel}:${address}`;

  /** Of several who look at once all see the same chat first: who comes too late for it looks for another. */
  async function claim(): Promise<{ channel: ChannelName; address: string } | null> {
    for (;;) {
      const [chat] = await database.query<{ channel: ChannelName; address: string; claimed: boolean }>(
        claimChat,
        [leaseSeconds],
      );
      if (!chat || chat.claimed) return chat ?? null;
    }
  }

  /** Nobody else takes the chat for so many seconds; null: anybody may at once. */
  async function lease(channel: ChannelName, address: string, seconds: number | null): Promise<void> {
    await database.query(
      `update conversation set lease_until = clock_timestamp() + $3 * interval '1 second'
       where channel = $1 and address = $2`,
      [channel, address, seconds],
    );
  }

  /** Hands the chat's events over one after another until none is left, then lets the chat go. */
  async function answerAll(
    chat: { channel: ChannelName; address: string },
    handle: (event: Inbound) => Promise<void>,
  ): Promise<void> {
    for (;;) {
      const [row] = await database.query<{ id: string; payload: Buffer; attempts: number }>(nextOfChat, [
        chat.channel,
        chat.address,
      ]);
      if (!row) break;
      try {
        await handle(JSON.parse(keys.open('inbound', row.id, row.payload)) as Inbound);
        await database.query(markHandled, [row.id, clock(), null]);
      } catch (error) {
        if (row.attempts + 1 >= maximumAttempts) {
          await database.query(markHandled, [row.id, clock(), 'gave up']);
          await lease(chat.channel, chat.address, null);
        } else {
          await database.query('update inbound_event set attempts = attempts + 1 where id = $1', [row.id]);
          await lease(chat.channel, chat.address, 2 ** row.attempts);
        }
        throw error;
      }
      await lease(chat.channel, chat.address, leaseSeconds);
    }
    await lease(chat.channel, chat.address, null);
  }

  return {
    async receive(events) {
      if (events.length === 0) return 0;
      const ids = events.map(() => newId()).sort();
      const stored = await database.query(
        `insert into inbound_event (id, channel, event_key, address, payload, received_at)
         select *, $6::timestamptz from unnest($1::uuid[], $2::channel[], $3::text[], $4::text[], $5::bytea[])
         on conflict (channel, event_key) do nothing returning id`,
        [
          ids,
          events.map((event) => event.channel),
          events.map((event) => event.eventKey),
          events.map((event) => event.address),
          events.map((event, index) => keys.seal('inbound', ids[index]!, withoutLength(event, shortBytes))),
          clock(),
        ],
      );
      return stored.length;
    },

    async workOnOneChat(handle) {
      const chat = await claim();
      if (!chat) return false;
      // An answer may wait for a slow provider: the chat stays ours as long as we live.
      const renewing = setInterval(
        () => void database.query(renew, [chat.channel, chat.address, leaseSeconds]).catch(() => {}),
        (leaseSeconds * 1000) / 3,
      );
      try {
        await answerAll(chat, handle);
      } finally {
        clearInterval(renewing);
      }
      return true;
    },

    async state(channel, address) {
      const [row] = await database.query<{ state: Buffer | null }>(
        'select state from conversation where channel = $1 and address = $2',
        [channel, address],
      );
      if (!row?.state) return null;
      return JSON.parse(
        keys.open('conversation', stateOwner(channel, address), row.state),
      ) as ConversationState;
    },

    async setState(channel, address, state) {
      const sealed =
        state &&
        keys.seal('conversation', stateOwner(channel, address), withoutLength(state, bytesOf(state)));
      await database.query(
        `insert into conversation (channel, address, state, updated_at) values ($1, $2, $3, $4)
         on conflict (channel, address) do update set state = excluded.state, updated_at = excluded.updated_at`,
        [channel, address, sealed, clock()],
      );
    },

    async countAside(channel, name, since) {
      const [row] = await database.query<{ count: number }>(
        `select count(*) as count from conversation
         where channel = $1 and updated_at > $3 and state is not null and starts_with(address, $2)`,
        [channel, asideOf('', name), since],
      );
      return row?.count ?? 0;
    },

    async forget(channel, address) {
      await inboundData.erase(database, { addresses: [{ channel, address }] });
    },

    async forgetHandled() {
      const before = new Date(clock().getTime() - 2 * 86_400_000);
      await database.query('delete from inbound_event where handled_at < $1', [before]);
      await database.query(forgetLeft, [new Date(clock().getTime() - 7 * 86_400_000), longBytes]);
    },
  };
}

/** Numbers offered stand beside what is written; of a state in which nobody writes the size tells nothing. */
function bytesOf({ step }: ConversationState): number {
  if (/^(?:feedback|consultation)/.test(step)) return longBytes;
  return step === 'choices' ? shortBytes : 0;
}

function withoutLength(value: Inbound | ConversationState, leastBytes: number): string {
  const json = JSON.stringify(value);
  const length = Buffer.byteLength(json);
  const bytes =
    leastBytes === 0 || length <= leastBytes ? leastBytes : Math.ceil(length / longBytes) * longBytes;
  return padded(json, bytes);
}
