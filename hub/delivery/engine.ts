import { setTimeout as sleep } from 'node:timers/promises';
import type { Allowance, Budget, Channel, ChannelName, Content } from '../channels/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import { newId } from '../platform/ids.ts';
import type { Log } from '../platform/log.ts';
import type { Metrics } from '../platform/metrics.ts';
import { asker } from './ask.ts';
import { claimDue, claimNext, leaseSeconds, renewLeases, type Batch } from './claim.ts';
import { expandOneSlice } from './expand.ts';
import { batchSizer } from './batch-size.ts';
import { record, type Outcome } from './record.ts';
import { every, type Repeated } from './repeated.ts';
import { singleFlight } from './single-flight.ts';
import { longestWaits, reclaim, rowWaits, settle, sliceWaits } from './sweep.ts';

export interface EngineParts {
  database: Database;
  budget: Budget;
  /** The channels that are on. */
  channels: ReadonlyMap<ChannelName, Channel>;
  /** Sends per second to one chat; Infinity where the channel sets no such limit. */
  chatRates: Partial<Record<ChannelName, number>>;
  /** What a notice says in a language; null when the notice is gone. */
  contentOf: (noticeId: string, language: string, channel: ChannelName) => Promise<Content | null>;
  /** A file went up: next time it goes by this id. */
  fileUploaded: (fileId: string, channel: ChannelName, providerFileId: string) => Promise<void>;
  chats: {
    block(channel: ChannelName, addresses: string[]): Promise<unknown>;
    move(channel: ChannelName, from: string, to: string): Promise<unknown>;
  };
  clock: Clock;
  metrics: Metrics;
  log: Log;
  onProblem: (work: string, error: unknown) => void;
}

export interface Engine {
  /** Does all work whose time has come; a call while it works makes it look again. Never throws. */
  work(): Promise<void>;
  /** Keeps leases, sweeps and looks for due work until {@link stop}. */
  start(): void;
  /** Takes no more work, then finishes or releases what is in flight, within `limitMs`. */
  stop(limitMs: number): Promise<void>;
}

const batchesInFlight = 4;
const sweepMs = 500;
const settleEverySweeps = 10;
const longestRecordWaitMs = 6_400;

export function deliveryEngine(parts: EngineParts): Engine {
  const { database, budget, channels, clock, log, metrics } = parts;
  const worker = newId();
  const stopping = new AbortController();
  const names = [...channels.keys()];
  const ask = asker(parts);
  const sizers = new Map(names.map((name) => [name, batchSizer()]));
  const timers: Repeated[] = [];
  let sweeps = 0;
  /** Batches being sent by us. One that failed is not renewed, so that the sweep takes its rows up again. */
  const held = new Set<string>();
  /** A row went over to another channel, whose own round may have ended already. */
  let rerouted = false;

  const report = (error: unknown) => parts.onProblem('deliver', error);
  const drains = names.map((name) => singleFlight(() => drain(name), report));
  const expand = singleFlight(expandAll, report);

  // Expanding does not wait for what is being sent: a new notice takes its turn among those under way.
  async function work(): Promise<void> {
    await expand();
    do {
      rerouted = false;
      await Promise.all(drains.map((drainOne) => drainOne()));
    } while (rerouted && !stopping.signal.aborted);
  }

  async function expandAll(): Promise<void> {
    while (!stopping.signal.aborted) {
      const rows = await expandOneSlice(database, names, clock());
      if (rows === null) return;
      log.info({ event: 'delivery.expanded', rows });
      for (const drainOne of drains) void drainOne();
    }
  }

  /** Claims and sends on one channel until nothing is left whose time has come. */
  async function drain(name: ChannelName): Promise<void> {
    const inFlight = new Set<Promise<void>>();
    const problems: unknown[] = [];
    while (!stopping.signal.aborted && problems.length === 0) {
      if (inFlight.size >= batchesInFlight) {
        await Promise.race(inFlight);
        continue;
      }
      // What is in flight may bring more work: only a look with nothing in flight says that all is done.
      const nothingInFlight = inFlight.size === 0;
      const allowance = await budget.reserve(name, sizers.get(name)!.size());
      if (allowance.count === 0) {
        if (!(await rowWaits(database, [name], clock())) && nothingInFlight) break;
        await sleep(Math.min(allowance.waitMs, 1000), undefined, { signal: stopping.signal }).catch(() => {});
        continue;
      }
      const batch = await claim(name, allowance.count);
      await budget.giveBack(name, allowance.count - (batch?.rows.length ?? 0));
      if (!batch) {
        if (nothingInFlight) break;
        if (inFlight.size > 0) await Promise.race(inFlight);
        continue;
      }
      const sending = sendBatch(batch, allowance)
        .catch((error: unknown) => {
          problems.push(error);
        })
        .finally(() => {
          inFlight.delete(sending);
          held.delete(batch.id);
        });
      held.add(batch.id);
      inFlight.add(sending);
    }
    await Promise.all(inFlight);
    if (problems.length > 0) throw problems[0];
  }

  async function claim(channel: ChannelName, limit: number): Promise<Batch | null> {
    const options = { channel, limit, worker, now: clock() };
    return (await claimDue(database, options)) ?? (await claimNext(database, options));
  }

  async function sendBatch(batch: Batch, { startInMs, intervalMs }: Allowance): Promise<void> {
    const started = performance.now();
    metrics.repeats.inc({ channel: batch.channel }, batch.rows.filter((row) => row.inDoubt).length);
    const answers = await Promise.all(
      batch.rows.map(async (row, index) => {
        const wait = startInMs + index * intervalMs;
        if (wait > 1) await sleep(wait, undefined, { signal: stopping.signal }).catch(() => {});
        const outcome = stopping.signal.aborted ? released() : await ask(batch, row);
        return [row.memberId, outcome] as const;
      }),
    );
    const outcomes = new Map(answers);
    await untilRecorded(() => record(database, batch, outcomes, { channels: names, now: clock() }));
    rerouted ||= answers.some(([, outcome]) => outcome.kind === 'reroute');
    sizers.get(batch.channel)!.learn(batch.rows.length, performance.now() - started);
  }

  /** What providers answered is known only here: a database that is away for a while must not make it a doubt. */
  async function untilRecorded(write: () => Promise<void>): Promise<void> {
    for (let waitMs = 100; ; waitMs *= 2) {
      try {
        return await write();
      } catch (error) {
        if (waitMs > longestRecordWaitMs) throw error;
        parts.onProblem('record', error);
        await sleep(waitMs);
      }
    }
  }

  const released = (): Outcome => ({ kind: 'released', nextAt: clock() });

  async function sweep(): Promise<void> {
    try {
      const doubted = await reclaim(database, clock());
      if (doubted > 0) log.warn({ event: 'delivery.worker-lost', rows: doubted });
      sweeps += 1;
      if (sweeps % settleEverySweeps === 0) {
        await settle(database);
        await measureWaits();
      }
      const now = clock();
      if ((await sliceWaits(database, now)) || (await rowWaits(database, names, now))) void work();
    } catch (error) {
      parts.onProblem('sweep', error);
    }
  }

  async function measureWaits(): Promise<void> {
    metrics.waiting.reset();
    for (const { channel, seconds } of await longestWaits(database, clock()))
      metrics.waiting.set({ channel }, seconds);
  }

  return {
    work,
    start() {
      timers.push(
        every(sweepMs, sweep),
        every((leaseSeconds * 1000) / 3, async () => {
          if (held.size > 0)
            await renewLeases(database, [...held]).catch((error: unknown) => parts.onProblem('lease', error));
        }),
      );
    },
    async stop(limitMs) {
      stopping.abort();
      await Promise.race([work(), sleep(limitMs, undefined, { ref: false })]);
      await Promise.all(timers.map((timer) => timer.stop()));
    },
  };
}
