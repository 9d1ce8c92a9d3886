import type { Sql } from '../platform/database/index.ts';
import type { ChannelName } from './channel.ts';
import { openChatBudget, type ChatBudget } from './chat-budget.ts';
import { intervalOf } from './pace.ts';

/**
 * What a channel may send, shared by all processes: one row a channel, in the database's own time. A channel
 * without a rate of ours has no row and costs nothing, unless its provider asked it to wait.
 */
export interface Budget {
  /** Sets aside up to `wanted` sends of a broadcast. They start soon, so that who waits never waits for many. */
  reserve(channel: ChannelName, wanted: number): Promise<Allowance>;
  /** Returns what was set aside and is not needed. Lost where somebody has reserved behind it meanwhile. */
  giveBack(channel: ChannelName, allowance: Allowance, count: number): Promise<void>;
  /**
   * Takes the next free sends, ahead of every broadcast: for a person who waits, and for what could not start
   * when it should have. They may start after so many milliseconds, one after another in the channel's pace.
   */
  spend(channel: ChannelName, count: number): Promise<number>;
  /**
   * The provider asked us to wait before sending to this chat again. Where it said so of two chats within two
   * seconds, to whichever process, it means the bot: everything on the channel waits.
   */
  limited(channel: ChannelName, address: string, waitMs: number): Promise<void>;
  /** Nothing goes on this channel for so long. */
  pause(channel: ChannelName, waitMs: number): Promise<void>;
  /** Milliseconds between two sends of a channel; 0 without a rate. */
  intervalMs(channel: ChannelName): number;
  /** What one chat of a channel may be sent. */
  chats: ChatBudget;
}

export interface Allowance {
  count: number;
  /** The first send may start after this, each next one `intervalMs` later. */
  startInMs: number;
  intervalMs: number;
  /** When `count` is 0: how long until asking again makes sense. */
  waitMs: number;
  /** The moment, by the database, up to which it is set aside; null without a rate. */
  until: string | null;
}

/**
 * A broadcast takes no more than this ahead: so long a person who waits may have to wait for a send. Once
 * half of it is free, asking again pays.
 */
const horizonSeconds = 0.15;

const reserveSome = `
  with budget as (
    select channel, greatest(next_free, clock_timestamp(), coalesce(paused_until, '-infinity')) as start
    from send_budget where channel = $1 for update
  ), allowed as (
    select *, least($2::int, greatest(0,
      floor(extract(epoch from (clock_timestamp() + $4 * interval '1 second' - start)) / $3::float8)::int)) as count
    from budget
  ), taken as (
    update send_budget set next_free = start + count * $3::float8 * interval '1 second'
    from allowed where send_budget.channel = allowed.channel and count > 0
    returning next_free
  )
  select count, extract(epoch from (start - clock_timestamp()))::float8 * 1000 as "startInMs",
    (select next_free::text from taken) as until
  from allowed`;

const spendNext = `
  insert into send_budget as budget (channel, next_free)
  values ($1, clock_timestamp() + $2::float8 * interval '1 second')
  on conflict (channel) do update set next_free = $2::float8 * interval '1 second'
    + greatest(budget.next_free, clock_timestamp(), coalesce(budget.paused_until, '-infinity'))
  returning extract(epoch from (next_free - clock_timestamp()))::float8 * 1000 as "endInMs"`;

const readPause = `
  select extract(epoch from (paused_until - clock_timestamp()))::float8 * 1000 as "pauseMs"
  from send_budget where channel = $1 and paused_until > clock_timestamp()`;

type Rates = Partial<Record<ChannelName, number>>;

/**
 * @param rates sends per second by channel; Infinity, or none, for a channel without a limit of ours
 * @param chatRates sends per second to one chat of a channel; likewise
 */
export function openBudget(sql: Sql, rates: Rates, chatRates: Rates = {}): Budget {
  const interval = (channel: ChannelName) => intervalOf(rates[channel]);
  // A rate of less than one in that time must look further ahead, or it would never allow any.
  const horizonFor = (seconds: number) => Math.max(horizonSeconds, seconds * 1.01);

  const chats = openChatBudget(sql, chatRates);

  return {
    chats,
    intervalMs: (channel) => interval(channel) * 1000,
    async reserve(channel, wanted) {
      const seconds = interval(channel);
      if (seconds === 0) return await unlessPaused(sql, channel, wanted);
      const horizon = horizonFor(seconds);
      const values = [channel, wanted, seconds, horizon];
      const [row] = await sql.query<Pick<Allowance, 'count' | 'startInMs' | 'until'>>(reserveSome, values);
      if (!row) {
        await addRow(sql, channel);
        return await this.reserve(channel, wanted);
      }
      const room = Math.max(seconds, horizon / 2);
      return {
        ...row,
        startInMs: Math.max(0, row.startInMs),
        intervalMs: seconds * 1000,
        waitMs: Math.max(1, row.startInMs + (room - horizon) * 1000),
      };
    },
    async giveBack(channel, { until }, count) {
      if (until === null || count <= 0) return;
      await sql.query(
        `update send_budget set next_free = next_free - $2::float8 * interval '1 second'
         where channel = $1 and next_free = $3::timestamptz`,
        [channel, count * interval(channel), until],
      );
    },
    async spend(channel, count) {
      const seconds = interval(channel);
      if (seconds === 0) return (await pauseOf(sql, channel)) ?? 0;
      const [row] = await sql.query<{ endInMs: number }>(spendNext, [channel, count * seconds]);
      return Math.max(0, row!.endInMs - count * seconds * 1000);
    },
    async limited(channel, address, waitMs) {
      if (await chats.limited(channel, address, waitMs)) await this.pause(channel, waitMs);
    },
    async pause(channel, waitMs) {
      await addRow(sql, channel);
      await sql.query(
        `update send_budget set paused_until =
           greatest(coalesce(paused_until, '-infinity'), clock_timestamp() + $2 * interval '1 millisecond')
         where channel = $1`,
        [channel, waitMs],
      );
    },
  };
}

async function unlessPaused(sql: Sql, channel: ChannelName, wanted: number): Promise<Allowance> {
  const pauseMs = await pauseOf(sql, channel);
  return {
    count: pauseMs === null ? wanted : 0,
    startInMs: 0,
    intervalMs: 0,
    waitMs: Math.max(50, pauseMs ?? 0),
    until: null,
  };
}

async function pauseOf(sql: Sql, channel: ChannelName): Promise<number | null> {
  return (await sql.query<{ pauseMs: number }>(readPause, [channel]))[0]?.pauseMs ?? null;
}

async function addRow(sql: Sql, channel: ChannelName): Promise<void> {
  await sql.query(
    'insert into send_budget (channel, next_free) values ($1, clock_timestamp()) on conflict do nothing',
    [channel],
  );
}
