import { setTimeout as sleep } from 'node:timers/promises';
import type { Channel, ChannelName, Budget, Content, RenderedPart, SendOutcome } from '../channels/index.ts';
import { render } from '../channels/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import { newId } from '../platform/ids.ts';
import type { Log } from '../platform/log.ts';
import type { Metrics } from '../platform/metrics.ts';
import { claimDue, claimNext, leaseSeconds, renewLeases, type Batch, type ClaimedRow } from './claim.ts';
import { expandOneSlice } from './expand.ts';
import { batchSizer } from './batch-size.ts';
import { record, type Outcome } from './record.ts';
import { singleFlight } from './single-flight.ts';
import { longestWaits, reclaim, settle, workWaits } from './sweep.ts';

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
const maximumAttempts = 5;
const longestRecordWaitMs = 6_400;
/** Two different chats limited within this time: the whole bot is meant. */
const floodWindowMs = 2_000;

export function deliveryEngine(parts: EngineParts): Engine {
  const { database, budget, channels, clock, log, metrics } = parts;
  const worker = newId();
  const stopping = new AbortController();
  const names = [...channels.keys()];
  const rendered = renderCache(parts);
  const sizers = new Map(names.map((name) => [name, batchSizer()]));
  const lastLimited = new Map<ChannelName, { address: string; at: number }>();
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
        if (!(await workWaits(database, names, clock())) && nothingInFlight) break;
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

  async function sendBatch(
    batch: Batch,
    { startInMs, intervalMs }: { startInMs: number; intervalMs: number },
  ): Promise<void> {
    const started = performance.now();
    metrics.repeats.inc({ channel: batch.channel }, batch.rows.filter((row) => row.inDoubt).length);
    const answers = await Promise.all(
      batch.rows.map(async (row, index) => {
        const wait = startInMs + index * intervalMs;
        if (wait > 1) await sleep(wait, undefined, { signal: stopping.signal }).catch(() => {});
        return [row.memberId, await outcomeFor(batch, row)] as const;
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

  async function outcomeFor(batch: Batch, row: ClaimedRow): Promise<Outcome> {
    if (stopping.signal.aborted) return { kind: 'released', nextAt: clock() };
    if (row.address === null) return { kind: 'reroute', end: 'unreachable', reason: 'no-chat' };
    if (row.attempts >= maximumAttempts) return { kind: 'reroute', end: 'failed', reason: 'too-many-attempts' };
    const message = await rendered(batch.noticeId, row.language, batch.channel);
    const part = message?.[row.partsSent];
    if (!message || !part) return { kind: 'reroute', end: 'failed', reason: 'no-content' };

    const name = row.fullName.split(' ').at(-1)!;
    const toSend = part.kind === 'file' ? part : part.fill(name);
    const began = performance.now();
    const answer = await channels.get(batch.channel)!.send({ address: row.address, part: toSend });
    metrics.sendSeconds.observe({ channel: batch.channel }, (performance.now() - began) / 1000);
    metrics.sends.inc({ channel: batch.channel, outcome: answer.kind });
    if (answer.kind === 'sent' && answer.uploadedAs && part.kind === 'file') {
      part.file.uploadedAs = answer.uploadedAs;
      await parts.fileUploaded(part.file.id, batch.channel, answer.uploadedAs);
    }
    return await translate(batch.channel, row, answer, row.partsSent + 1 === message.length);
  }

  /** The provider's answer in the ledger's words. */
  async function translate(
    channel: ChannelName,
    row: ClaimedRow,
    answer: SendOutcome,
    isLastPart: boolean,
  ): Promise<Outcome> {
    switch (answer.kind) {
      case 'sent':
        return isLastPart
          ? { kind: 'sent', providerId: answer.providerId }
          : { kind: 'part', nextAt: later(1000 / (parts.chatRates[channel] ?? Infinity)) };
      case 'refused':
        if (answer.reason === 'blocked') await parts.chats.block(channel, [row.address!]);
        return {
          kind: 'reroute',
          end: answer.reason === 'blocked' ? 'unreachable' : 'failed',
          reason: `${answer.reason}: ${answer.detail}`.slice(0, 80),
        };
      case 'moved':
        await parts.chats.move(channel, row.address!, answer.address);
        return { kind: 'retry', nextAt: clock(), counts: true, reason: 'moved' };
      case 'retry':
        if (answer.limited) await noteFlood(channel, row.address!, answer.waitMs);
        return {
          kind: 'retry',
          nextAt: later(answer.limited ? answer.waitMs : backOff(answer.waitMs, row.attempts)),
          counts: !answer.limited,
          reason: answer.detail,
        };
      case 'unknown':
        return { kind: 'doubt', nextAt: later(backOff(500, row.attempts)), reason: answer.detail };
    }
  }

  async function noteFlood(channel: ChannelName, address: string, waitMs: number): Promise<void> {
    const last = lastLimited.get(channel);
    const now = performance.now();
    lastLimited.set(channel, { address, at: now });
    if (last && last.address !== address && now - last.at <= floodWindowMs) await budget.pause(channel, waitMs);
  }

  const later = (waitMs: number) => new Date(clock().getTime() + Math.ceil(waitMs));
  const backOff = (firstMs: number, attempts: number) => firstMs * 2 ** attempts * (0.75 + Math.random() / 2);

  async function sweep(): Promise<void> {
    try {
      const doubted = await reclaim(database, clock());
      if (doubted > 0) log.warn({ event: 'delivery.worker-lost', rows: doubted });
      sweeps += 1;
      if (sweeps % settleEverySweeps === 0) {
        await settle(database);
        await measureWaits();
      }
      if (await workWaits(database, names, clock())) void work();
    } catch (error) {
      parts.onProblem('sweep', error);
    }
  }

  async function measureWaits(): Promise<void> {
    metrics.waiting.reset();
    for (const { channel, seconds } of await longestWaits(database, clock())) metrics.waiting.set({ channel }, seconds);
  }

  return {
    work,
    start() {
      timers.push(
        every(sweepMs, sweep),
        every((leaseSeconds * 1000) / 3, async () => {
          if (held.size > 0) await renewLeases(database, [...held]).catch((error: unknown) => parts.onProblem('lease', error));
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

interface Repeated {
  /** No more, once what runs right now is done. */
  stop(): Promise<void>;
}

/** Runs `task` again and again, never twice at once. */
function every(intervalMs: number, task: () => Promise<void>): Repeated {
  let running: Promise<void> | null = null;
  const timer = setInterval(() => {
    running ??= task().finally(() => {
      running = null;
    });
  }, intervalMs);
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}

/** A notice is rendered once per language and channel; only a few are being sent at any time. */
function renderCache({ contentOf, channels }: EngineParts) {
  const cache = new Map<string, Promise<RenderedPart[] | null>>();
  return (noticeId: string, language: string, channel: ChannelName): Promise<RenderedPart[] | null> => {
    const key = `${noticeId} ${language} ${channel}`;
    const known = cache.get(key);
    if (known) return known;
    const making = contentOf(noticeId, language, channel).then(
      (content) => content && render(content, channels.get(channel)!.limits),
    );
    making.catch(() => cache.delete(key));
    cache.set(key, making);
    if (cache.size > 100) cache.delete(cache.keys().next().value!);
    return making;
  };
}
