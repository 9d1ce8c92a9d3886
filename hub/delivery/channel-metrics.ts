import type { Clock } from '../platform/clock.ts';
import type { Sql } from '../platform/database/index.ts';
import type { Metrics } from '../platform/metrics.ts';
import { deadSince } from './dead-letters.ts';
import { channelFigures } from './health.ts';

/** However often it is asked: what waits is counted anew after ten seconds, what is dead after five minutes. */
const countedForMs = 10_000;
const deadCountedForMs = 300_000;

/** Gauges of the channels, for Prometheus: the figures of the page of channels, and the dead letters of 30 days. */
export function channelMetrics(sql: Sql, { metrics, clock }: { metrics: Metrics; clock: Clock }): void {
  const channels = keptFor(countedForMs, () => channelFigures(sql, clock()));
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
  gauge('caunoi_channel_blocked', '1: a drill has made the channel a black hole', ({ blocked }) =>
    Number(blocked),
  );
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
