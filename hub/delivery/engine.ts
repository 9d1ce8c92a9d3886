import { setTimeout as sleep } from 'node:timers/promises';
import type { Allowance, Breaker, Budget, Channel, ChannelName, Content, Usage } from '../channels/index.ts';
import type { Clock } from '../platform/clock.ts';
import { isPassing, type Database } from '../platform/database/index.ts';
import { newId } from '../platform/ids.ts';
import type { Log } from '../platform/log.ts';
import type { Metrics } from '../platform/metrics.ts';
import { asker } from './ask.ts';
import { clockJumps } from './clock-jumps.ts';
import { claimDue, claimNext, leaseSeconds, renewLeases, type Batch } from './claim.ts';
import { analyzeDeliveries, expandOneSlice, rowsWorthAnalyzing } from './expand.ts';
import { batchSizer } from './batch-size.ts';
import { groupPosts, postWaits } from './group-posts.ts';
import { inTurn, type Slots } from './pace.ts';
import { record, type Outcome } from './record.ts';
import { every, type Repeated } from './repeated.ts';
import { sickChannels } from './sick-channels.ts';
import { singleFlight } from './single-flight.ts';
import { longestWaits, reclaim, rowWaits, settle, sliceWaits } from './sweep.ts';

export interface EngineParts {
  database: Database;
  budget: Budget;
  breaker: Breaker;
  usage: Usage;
  /** The channels that are on. */
  channels: ReadonlyMap<ChannelName, Channel>;
  /** What a notice says in a language; null when the notice is gone. */
  contentOf: (noticeId: string, language: string, channel: ChannelName) => Promise<Content | null>;
  /** A file went up: next time it goes by this id. */
  fileUploaded: (fileId: string, channel: ChannelName, providerFileId: string) => Promise<void>;
  /** A member's telephone number, for texts that go by it. */
  phoneOf: (memberId: string) => Promise<string | null>;
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
/** Where a channel has few lines: one is sent while the next is fetched. */
const fewBatchesInFlight = 2;
/** Where a rate keeps batches small: enough for a provider that takes two seconds to answer. */
const pacedBatchesInFlight = 32;
const sweepMs = 500;
const renewMs = (leaseSeconds * 1000) / 3;
const settleEverySweeps = 10;
const longestRecordWaitMs = 2_000;
const recordTries = 7;
/** How long rows wait for whom the turns of their chats could not be taken. */
const withoutTurnsMs = 1_000;

export function deliveryEngine(parts: EngineParts): Engine {
  const { database, budget, breaker, channels, clock, log, metrics } = parts;
  const worker = newId();
  const stopping = new AbortController();
  const names = [...channels.keys()];
  const ask = asker(parts);
  const ailing = sickChannels({ database, breaker, names, clock, log });
  const sizers = new Map(names.map((name) => [name, batchSizer(channels.get(name)!.lines)]));
  const timers: Repeated[] = [];
  const noticeClockJump = clockJumps(database, clock);
  let sweeps = 0;
  let renewedAt = performance.now();
  /** Batches being sent by us. One that failed is not renewed, so that the sweep takes its rows up again. */
  const held = new Set<string>();
  /** Channels whose last claim began with the notices under way. */
  const claimedNextLast = new Set<ChannelName>();
  /** Resolves when rows have been made: a channel that has claimed all there were looks again. */
  let newRows = Promise.withResolvers<void>();
  let statistics = Promise.resolve();
  /** A row went over to another channel, or to a group, whose own round may have ended already. */
  let wentOver = false;

  const report = (error: unknown) => parts.onProblem('deliver', error);
  const drains = names.map((name) => singleFlight(() => drain(name), report));
  const withEchoes = names.filter((name) => channels.get(name)!.hasEchoes);
  const withGroups = names.filter((name) => channels.get(name)!.sendToGroup);
  const posts = groupPosts(parts, stopping.signal);
  const postings = withGroups.map((name) => singleFlight(() => postIn(name), report));
  const expand = singleFlight(expandAll, report);
  const renewStatistics = singleFlight(() => analyzeDeliveries(database), report);

  // Expanding does not wait for what is being sent: a new notice takes its turn among those under way.
  async function work(): Promise<void> {
    await expand();
    do {
      wentOver = false;
      await Promise.all([...drains, ...postings].map((go) => go()));
    } while (wentOver && !stopping.signal.aborted);
  }

  async function postIn(channel: ChannelName): Promise<void> {
    if (await posts.work(channel)) wentOver = true;
  }

  async function expandAll(): Promise<void> {
    let [unseen, enough] = [0, rowsWorthAnalyzing];
    while (!stopping.signal.aborted) {
      const rows = await expandOneSlice(database, names, clock(), { sick: await ailing.sick(), withGroups });
      if (rows === null) return;
      log.info({ event: 'delivery.expanded', rows });
      newRows.resolve();
      newRows = Promise.withResolvers();
      for (const drainOne of drains) void drainOne();
      unseen += rows;
      if (unseen < enough) continue;
      [unseen, enough] = [0, enough * 4];
      statistics = renewStatistics();
    }
  }

  /** Claims and sends on one channel until nothing is left whose time has come. */
  async function drain(name: ChannelName): Promise<void> {
    const inFlight = new Set<Promise<void>>();
    const problems: unknown[] = [];
    const most = channels.get(name)!.lines ? fewBatchesInFlight : batchesInFlight;
    while (!stopping.signal.aborted && problems.length === 0) {
      if (inFlight.size >= (budget.intervalMs(name) > 0 ? pacedBatchesInFlight : most)) {
        await Promise.race(inFlight);
        continue;
      }
      const admitted = await breaker.admit(name);
      if (admitted === 0) {
        if (inFlight.size === 0) break;
        await Promise.race(inFlight);
        continue;
      }
      // What is in flight may bring more work: only a look with nothing in flight says that all is done.
      const nothingInFlight = inFlight.size === 0;
      const moreRows = newRows.promise;
      const allowance = await budget.reserve(name, Math.min(admitted, sizers.get(name)!.size()));
      if (allowance.count === 0) {
        if (!(await rowWaits(database, [name], clock())) && nothingInFlight) break;
        metrics.budgetWaits.inc({ channel: name });
        await sleep(Math.min(allowance.waitMs, 1000), undefined, { signal: stopping.signal }).catch(() => {});
        continue;
      }
      const startAt = performance.now() + allowance.startInMs;
      const batch = await claim(name, allowance.count);
      if (!batch) {
        await budget.giveBack(name, allowance, allowance.count);
        if (admitted !== Infinity) await breaker.nothingToTry(name);
        if (nothingInFlight) break;
        if (inFlight.size > 0) await Promise.race([...inFlight, moreRows]);
        continue;
      }
      const busy = await takeChatTurns(batch, startAt, allowance);
      const sending = sendBatch(batch, busy, { startAt, intervalMs: allowance.intervalMs })
        .catch((error: unknown) => {
          problems.push(error);
        })
        .finally(() => {
          inFlight.delete(sending);
          held.delete(batch.id);
        });
      held.add(batch.id);
      inFlight.add(sending);
      await budget.giveBack(name, allowance, allowance.count - batch.rows.length + busy.size);
    }
    await Promise.all(inFlight);
    if (problems.length > 0) throw problems[0];
  }

  async function claim(channel: ChannelName, limit: number): Promise<Batch | null> {
    const options = { channel, limit, worker, now: clock() };
    const due = () => claimDue(database, options);
    const next = () => claimNext(database, options);
    // By turns: thousands whose moment has come must not hold up a small cell's new notice, nor the other way.
    const nextFirst = !claimedNextLast.has(channel);
    const batch = nextFirst ? ((await next()) ?? (await due())) : ((await due()) ?? (await next()));
    if (nextFirst) claimedNextLast.add(channel);
    else claimedNextLast.delete(channel);
    return batch;
  }

  /** Chats that may not be sent to when their row's turn comes, and in how many milliseconds they may. */
  async function takeChatTurns(
    batch: Batch,
    startAt: number,
    { intervalMs }: Allowance,
  ): Promise<Map<string, number>> {
    if (budget.chats.intervalMs(batch.channel) === 0) return new Map();
    const startInMs = Math.max(0, startAt - performance.now());
    const sends = batch.rows
      .filter(({ address }) => address !== null)
      .map(({ address }, index) => ({ address: address!, startInMs: startInMs + index * intervalMs }));
    try {
      return await budget.chats.reserve(batch.channel, sends);
    } catch (error) {
      // The rows are ours already and nobody was asked: they are released, not left to become a doubt.
      report(error);
      return new Map(sends.map(({ address }) => [address, withoutTurnsMs]));
    }
  }

  async function sendBatch(batch: Batch, busy: ReadonlyMap<string, number>, slots: Slots): Promise<void> {
    const { channel, rows } = batch;
    const started = performance.now();
    const outcomes: Outcome[] = [];
    const ready: number[] = [];
    for (const [index, { address }] of rows.entries()) {
      const waitMs = busy.size > 0 ? busy.get(address ?? '') : undefined;
      if (waitMs === undefined) ready.push(index);
      else outcomes[index] = waitsForChat(batch, waitMs);
    }
    metrics.repeats.inc({ channel }, ready.filter((index) => rows[index]!.inDoubt).length);
    const asking = await ask(batch);
    const answers = await inTurn(
      ready.map((index) => rows[index]!.address ?? ''),
      async (turn) => (breaker.lets(channel) ? await asking.row(rows[ready[turn]!]!) : released()),
      { slots, channel, budget, signal: stopping.signal, onProblem: report },
    );
    for (const [turn, index] of ready.entries()) outcomes[index] = answers[turn] ?? released();
    const { hasReceipts = false } = channels.get(channel)!;
    const where = { channels: names, sick: await ailing.sick().catch(() => []), hasReceipts };
    await untilRecorded(() =>
      record(database, batch, outcomes, { ...where, usage: parts.usage, now: clock() }),
    ).finally(() => asking.end());
    const groups = outcomes.flatMap((outcome) => (outcome.kind === 'in-group' ? [outcome.groupId] : []));
    if (groups.length > 0) await untilRecorded(() => posts.want(batch.noticeId, groups));
    count(channel, outcomes);
    wentOver ||= groups.length > 0 || outcomes.some(({ kind }) => kind === 'reroute');
    if (slots.intervalMs === 0) sizers.get(channel)!.learn(rows.length, performance.now() - started);
  }

  function count(channel: ChannelName, outcomes: readonly Outcome[]): void {
    for (const [outcome, some] of Map.groupBy(outcomes, ({ kind }) => kind))
      metrics.sends.inc({ channel, outcome }, some.length);
  }

  function waitsForChat({ expiresAt }: Batch, waitMs: number): Outcome {
    const nextAt = new Date(clock().getTime() + Math.ceil(waitMs));
    // A wait that ends when the notice is stale is no wait: another channel may still be in time.
    if (expiresAt && nextAt >= expiresAt) return { kind: 'reroute', end: 'cancelled', reason: 'stale' };
    return { kind: 'released', nextAt };
  }

  /**
   * What providers answered is known only here: a database that is away or full for a while must not make it a doubt.
   * What it refuses for another reason is tried a few times; then the batch runs out and its rows are in doubt.
   */
  async function untilRecorded(write: () => Promise<void>): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await write();
      } catch (error) {
        const willPass = isPassing(error) && !stopping.signal.aborted;
        if (!willPass && tries >= recordTries) throw error;
        parts.onProblem('record', error);
        await sleep(Math.min(longestRecordWaitMs, 100 * 2 ** tries));
      }
    }
  }

  const released = (): Outcome => ({ kind: 'released', nextAt: clock() });

  /** Ours come first when the database is back: nobody shall take up what we still hold. */
  async function renew(): Promise<void> {
    if (held.size > 0) await renewLeases(database, [...held]);
    renewedAt = performance.now();
  }

  async function sweep(): Promise<void> {
    try {
      await noticeClockJump();
      if (performance.now() - renewedAt > renewMs * 2) await renew();
      const doubted = await reclaim(database, clock(), withEchoes);
      metrics.leasesLost.inc(doubted);
      if (doubted > 0) log.warn({ event: 'delivery.worker-lost', rows: doubted });
      sweeps += 1;
      if (sweeps % settleEverySweeps === 0) {
        await settle(database);
        await budget.chats.forgetFree();
        await measureWaits();
      }
      await ailing.tend();
      const now = clock();
      if (
        ailing.any() ||
        (await sliceWaits(database, now)) ||
        (await rowWaits(database, names, now)) ||
        (withGroups.length > 0 && (await postWaits(database, withGroups, now)))
      )
        void work();
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
        every(renewMs, async () => {
          await renew().catch((error: unknown) => parts.onProblem('lease', error));
        }),
      );
    },
    async stop(limitMs) {
      stopping.abort();
      await Promise.race([work(), sleep(limitMs, undefined, { ref: false })]);
      await Promise.all([statistics, ...timers.map((timer) => timer.stop())]);
    },
  };
}
