import type { Sql } from '../platform/database/index.ts';
import type { ChannelName } from './channel.ts';
import { intervalOf } from './pace.ts';

/** What one chat may be sent, shared by all processes, in the database's own time. Costs nothing without a rate. */
export interface ChatBudget {
  /** Milliseconds between two sends to one chat; 0 without a rate. */
  intervalMs(channel: ChannelName): number;
  /**
   * Takes the chats' turns for sends of a broadcast that start so many milliseconds from now. Answers with
   * those that are not free by then, and in how many milliseconds they are: their turn is not taken.
   */
  reserve(channel: ChannelName, sends: readonly PlannedSend[]): Promise<Map<string, number>>;
  /**
   * Takes the chat's turn for an answer. A person who waits may be answered in a few messages at once, as
   * providers tolerate; what is beyond waits so many milliseconds. Broadcasts wait until all of it is made up for.
   */
  spend(channel: ChannelName, address: string): Promise<number>;
  /** Turns were taken and what they were taken for starts later by so much. */
  postpone(channel: ChannelName, addresses: readonly string[], byMs: number): Promise<void>;
  /**
   * The provider asked us to leave this chat alone for so long.
   *
   * @returns whether it said so of another chat, to any process, within the last two seconds: the bot is meant
   */
  limited(channel: ChannelName, address: string, waitMs: number): Promise<boolean>;
  /** Forgets chats that have long been free. */
  forgetFree(): Promise<void>;
}

/** No two of one call have the same address. */
export interface PlannedSend {
  address: string;
  startInMs: number;
}

/** So many messages beyond the chat's pace go to who waits for them: Telegram tolerates "short bursts". */
const answerBurst = 4;
const floodSeconds = 2;
const keptSeconds = 10;

const reserveTurns = `
  with wanted as (
    select address, clock_timestamp() + ms * interval '1 millisecond' as start
    from unnest($2::text[], $3::float8[]) as wanted (address, ms) order by address
  ), taken as (
    insert into chat_budget as chat (channel, address, next_free)
    select $1::channel, address, start + $4::float8 * interval '1 second' from wanted
    on conflict (channel, address) do update set next_free = excluded.next_free
    where chat.next_free <= excluded.next_free - $4::float8 * interval '1 second'
    returning chat.address
  )
  select wanted.address,
    coalesce(extract(epoch from (chat.next_free - clock_timestamp())), $4)::float8 * 1000 as "freeInMs"
  from wanted left join chat_budget chat on chat.channel = $1::channel and chat.address = wanted.address
  where wanted.address not in (select address from taken)`;

const spendTurn = `
  insert into chat_budget as chat (channel, address, next_free)
  values ($1, $2, clock_timestamp() + $3::float8 * interval '1 second')
  on conflict (channel, address) do update
  set next_free = greatest(chat.next_free, clock_timestamp()) + $3::float8 * interval '1 second'
  returning extract(epoch from (next_free - clock_timestamp()))::float8 * 1000 as "freeInMs"`;

const leaveAlone = `
  with other as (
    select from chat_budget where channel = $1 and address <> $2
      and limited_at > clock_timestamp() - ${floodSeconds} * interval '1 second' limit 1
  ), noted as (
    insert into chat_budget as chat (channel, address, next_free, limited_at)
    values ($1, $2, clock_timestamp() + $3::float8 * interval '1 millisecond', clock_timestamp())
    on conflict (channel, address) do update
    set next_free = greatest(chat.next_free, excluded.next_free), limited_at = excluded.limited_at
  )
  select exists (select from other) as "botIsMeant"`;

/** @param rates sends per second to one chat; Infinity, or none, for a channel without a limit of ours */
export function openChatBudget(sql: Sql, rates: Partial<Record<ChannelName, number>>): ChatBudget {
  const interval = (channel: ChannelName) => intervalOf(rates[channel]);

  return {
    intervalMs: (channel) => interval(channel) * 1000,
    async reserve(channel, sends) {
      const seconds = interval(channel);
      if (seconds === 0 || sends.length === 0) return new Map();
      const busy = await sql.query<{ address: string; freeInMs: number }>(reserveTurns, [
        channel,
        sends.map(({ address }) => address),
        sends.map(({ startInMs }) => startInMs),
        seconds,
      ]);
      return new Map(busy.map(({ address, freeInMs }) => [address, Math.max(1, freeInMs)]));
    },
    async spend(channel, address) {
      const seconds = interval(channel);
      if (seconds === 0) return 0;
      const [row] = await sql.query<{ freeInMs: number }>(spendTurn, [channel, address, seconds]);
      return Math.max(0, row!.freeInMs - answerBurst * seconds * 1000);
    },
    async postpone(channel, addresses, byMs) {
      if (interval(channel) === 0 || addresses.length === 0) return;
      await sql.query(
        // In the order in which turns are taken: no two wait for each other.
        `with mine as (
           select address from chat_budget where channel = $1 and address = any($2::text[])
           order by address for update)
         update chat_budget set next_free = next_free + $3::float8 * interval '1 millisecond'
         from mine where channel = $1 and chat_budget.address = mine.address`,
        [channel, addresses, byMs],
      );
    },
    async limited(channel, address, waitMs) {
      const [row] = await sql.query<{ botIsMeant: boolean }>(leaveAlone, [channel, address, waitMs]);
      return row!.botIsMeant;
    },
    async forgetFree() {
      await sql.query(
        `delete from chat_budget where next_free < clock_timestamp() - ${keptSeconds} * interval '1 second'`,
      );
    },
  };
}
