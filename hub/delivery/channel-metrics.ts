import type { Channel, ChannelName, Usage } from '../channels/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Sql } from '../platform/database/index.ts';
import type { Metrics } from '../platform/metrics.ts';
import { deadSince } from './dead-letters.ts';
import { channelFigures } from './health.ts';
import { quotasOf, type Quota } from './quotas.ts';

/** However often it is asked: what waits is counted anew after ten seconds, what is dead after five minutes. */
const countedForMs = 10_000;
const deadCountedForMs = 300_000;

/**
 * Gauges of the channels, for Prometheus: the figures of the page of channels, their quotas, and the dead letters of
 * 30 days.
 */
export function channelMetrics(
  sql: Sql,
  {
    metrics,
    clock,
    usage,
    channels: on,
  }: {
    metrics: Metrics;
    clock: Clock;
    usage: Usage;
    channels: () => ReadonlyMap<ChannelName, Pick<Channel, 'terms'>>;
  },
): void {
  const channels = keptFor(countedForMs, () => channelFigures(sql, clock()));
  const quotas = keptFor(countedForMs, () => allQuotas(sql, { usage, channels: on() }));
  const dead = keptFor(deadCountedForMs, () => deadSince(sql, clock()));
  const gauge = (
    name: string,
    help: string,
    valueOf: (figures: Awaited<ReturnType<typeof channelFigures>>[number]) => number,
  ) =>
    metrics.watch({
      name,
      help,
      labelNames: ['channel'],
      read: async () =>
        (await channels()).map((figures) => ({
          labels: { channel: figures.channel },
          value: valueOf(figures),
        })),
    });

  gauge('caunoi_waiting_recipients', 'Recipients whose message has not gone', ({ waiting }) => waiting);
  gauge(
    'caunoi_in_doubt',
    'Asked of a provider that did not answer, not settled yet',
    ({ inDoubt }) => inDoubt,
  );
  gauge('caunoi_batches_in_flight', 'Batches that some process is sending', ({ inFlight }) => inFlight);
  gauge('caunoi_channel_open', '1: the channel does not answer; 0.5: a few are asked; 0: well', ({ state }) =>
    state === 'open' ? 1 : state === 'half_open' ? 0.5 : 0,
  );
  gauge(
    'caunoi_channel_needs_person',
    '1: nobody is asked on the channel until somebody acts: a bill, a plan, a consent',
    ({ needsPerson }) => Number(needsPerson !== null),
  );
  gauge('caunoi_channel_blocked', '1: a drill has made the channel a black hole', ({ blocked }) =>
    Number(blocked),
  );
  for (const [name, help, valueOf] of quotaGauges) {
    metrics.watch({
      name,
      help,
      labelNames: ['channel', 'kind'],
      read: async () =>
        (await quotas()).map((quota) => ({
          labels: { channel: quota.channel, kind: quota.kind },
          value: valueOf(quota),
        })),
    });
  }
  metrics.watch({
    name: 'caunoi_dead_letters',
    help: 'Recipients of the last 30 days who failed or are unreachable and were not told, by reason',
    labelNames: ['channel', 'reason'],
    read: async () =>
      (await dead()).map(({ channel, reason, count }) => ({
        labels: { channel: channel ?? 'none', reason },
        value: count,
      })),
  });
}

const quotaGauges: [name: string, help: string, valueOf: (quota: Quota) => number][] = [
  [
    'caunoi_quota_used',
    'Of what a provider limits: messages and đồng of this month, people linked',
    ({ used }) => used,
  ],
  ['caunoi_quota', 'What a provider allows of that', ({ of }) => of],
];

async function allQuotas(
  sql: Sql,
  { usage, channels }: { usage: Usage; channels: ReadonlyMap<ChannelName, Pick<Channel, 'terms'>> },
): Promise<(Quota & { channel: ChannelName })[]> {
  const limited = [...channels].flatMap(([channel, { terms }]) => (terms ? [{ channel, terms }] : []));
  const all = await Promise.all(
    limited.map(async ({ channel, terms }) =>
      (await quotasOf({ sql, usage }, channel, terms)).map((quota) => ({ ...quota, channel })),
    ),
  );
  return all.flat();
}

/** What was read is good for a while: many may ask. */
function keptFor<Read>(keptMs: number, read: () => Promise<Read>): () => Promise<Read> {
  let last: { at: number; read: Promise<Read> } | null = null;
  return async () => {
    const now = performance.now();
    if (!last || now - last.at > keptMs) last = { at: now, read: read() };
    const asked = last;
    try {
      return await asked.read;
    } catch (error) {
      if (last === asked) last = null;
      throw error;
    }
  };
}
