import type { Clock } from '../platform/clock.ts';
import type { Sql } from '../platform/database/index.ts';
import type { ChannelName } from './channel.ts';
import type { Left, Terms, Way } from './ways.ts';

/** What has gone on each channel in a month, and what it cost: kept where a provider counts or charges. */
export interface Usage {
  /** Adds what has gone, inside the caller's transaction where `sql` is one. Costs one statement. */
  add(channel: ChannelName, sent: readonly Sent[], sql?: Sql): Promise<void>;
  /** What the current month has left under the channel's terms. */
  left(channel: ChannelName, terms: Pick<Terms, 'monthlyQuota' | 'monthlyBudget'>): Promise<Left>;
  /** Of the current month. */
  ofMonth(channel: ChannelName): Promise<{ way: Way; count: number; cost: number }[]>;
}

export interface Sent {
  way: Way;
  /** In đồng, for all of `count`. */
  cost: number;
  count: number;
}

/** @param timeZone in which a month begins */
export function openUsage({ sql, clock, timeZone }: { sql: Sql; clock: Clock; timeZone: string }): Usage {
  const monthOf = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit' });
  const month = () => `${monthOf.format(clock()).slice(0, 7)}-01`;

  async function ofMonth(channel: ChannelName) {
    return await sql.query<{ way: Way; count: number; cost: number }>(
      'select way, count, cost from channel_usage where channel = $1 and month = $2::date order by way',
      [channel, month()],
    );
  }

  return {
    ofMonth,
    async add(channel, sent, within = sql) {
      if (sent.length === 0) return;
      await within.query(add, [
        channel,
        month(),
        sent.map(({ way }) => way),
        sent.map(({ count }) => count),
        sent.map(({ cost }) => Math.round(cost)),
      ]);
    },
    async left(channel, { monthlyQuota, monthlyBudget }) {
      if (monthlyQuota === null && monthlyBudget === Infinity) return { messages: Infinity, money: Infinity };
      const used = await ofMonth(channel);
      const sum = (of: 'count' | 'cost') => used.reduce((total, row) => total + row[of], 0);
      return {
        messages: monthlyQuota === null ? Infinity : Math.max(0, monthlyQuota - sum('count')),
        money: Math.max(0, monthlyBudget - sum('cost')),
      };
    },
  };
}

const add = `
  insert into channel_usage as used (channel, month, way, count, cost)
  select $1, $2::date, way, sum(count), sum(cost)
  from unnest($3::way[], $4::int[], $5::int[]) as sent (way, count, cost) group by way
  on conflict (channel, month, way) do update
    set count = used.count + excluded.count, cost = used.cost + excluded.cost`;
