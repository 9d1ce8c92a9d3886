import type { Sql } from '../platform/database/index.ts';
import type { ChannelName } from './channel.ts';

/** What a channel may send, shared by all processes: one row a channel, in the database's own time. */
export interface Budget {
  /** Sets aside up to `wanted` sends that may start within about a second. */
  reserve(channel: ChannelName, wanted: number): Promise<Allowance>;
  /** Spends sends at once, for a person who is waiting: broadcasts yield, the total stays within the rate. */
  spend(channel: ChannelName, count: number): Promise<void>;
  /** Returns sends that were reserved and not needed. */
  giveBack(channel: ChannelName, count: number): Promise<void>;
  /** The provider asked the whole bot to wait. */
  pause(channel: ChannelName, waitMs: number): Promise<void>;
}

export interface Allowance {
  count: number;
  /** The first send may start after this, each next one `intervalMs` later. */
  startInMs: number;
  intervalMs: number;
  /** When `count` is 0: how long until asking again makes sense. */
  waitMs: number;
}

const horizonSeconds = 1;

const reserveSome = `
  with budget as (
    select channel, next_free as before,
      greatest(next_free, clock_timestamp(), coalesce(paused_until, '-infinity')) as start
    from send_budget where channel = $1 for update
  ), allowed as (
    select *, least($2::int, greatest(0,
      floor(extract(epoch from (clock_timestamp() + $4 * interval '1 second' - start)) / $3::float8)::int)) as count
    from budget
  ), taken as (
    update send_budget set next_free = start + count * $3::float8 * interval '1 second'
    from allowed where send_budget.channel = allowed.channel and count > 0
  )
  select count, extract(epoch from (start - clock_timestamp()))::float8 * 1000 as "startInMs" from allowed`;

const readPause = `
  select extract(epoch from (paused_until - clock_timestamp()))::float8 * 1000 as "pauseMs"
  from send_budget where channel = $1 and paused_until > clock_timestamp()`;

/** @param rates sends per second by channel; Infinity for a channel without a limit of ours */
export function openBudget(sql: Sql, rates: Partial<Record<ChannelName, number>>): Budget {
  const intervalSeconds = (channel: ChannelName) => 1 / (rates[channel] ?? Infinity);
  // A rate of less than one in that time must look further ahead, or it would never allow any.
  const horizonFor = (interval: number) => Math.max(horizonSeconds, interval);

  return {
    async reserve(channel, wanted) {
      const interval = intervalSeconds(channel);
      if (interval === 0) return await unlessPaused(sql, channel, wanted);
      const [row] = await sql.query<{ count: number; startInMs: number }>(reserveSome, [
        channel,
        wanted,
        interval,
        horizonFor(interval),
      ]);
      if (!row) {
        await addRow(sql, channel);
        return await this.reserve(channel, wanted);
      }
      const waitMs = Math.max(interval * 1000, row.startInMs + (interval - horizonFor(interval)) * 1000);
      return {
        count: row.count,
        startInMs: Math.max(0, row.startInMs),
        intervalMs: interval * 1000,
        waitMs,
      };
    },
    async spend(channel, count) {
      const interval = intervalSeconds(channel);
      if (interval === 0) return;
      await sql.query(
        `insert into send_budget (channel, next_free) values ($1, clock_timestamp() + $2 * interval '1 second')
         on conflict (channel) do update
         set next_free = greatest(send_budget.next_free, clock_timestamp()) + $2 * interval '1 second'`,
        [channel, count * interval],
      );
    },
    async giveBack(channel, count) {
      const interval = intervalSeconds(channel);
      if (interval === 0 || count <= 0) return;
      await sql.query(
        `update send_budget set next_free = next_free - $2 * interval '1 second' where channel = $1`,
        [channel, count * interval],
      );
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
  const [row] = await sql.query<{ pauseMs: number }>(readPause, [channel]);
  const paused = row !== undefined;
  return { count: paused ? 0 : wanted, startInMs: 0, intervalMs: 0, waitMs: Math.max(50, row?.pauseMs ?? 0) };
}

async function addRow(sql: Sql, channel: ChannelName): Promise<void> {
  await sql.query(
    'insert into send_budget (channel, next_free) values ($1, clock_timestamp()) on conflict do nothing',
    [channel],
  );
}
