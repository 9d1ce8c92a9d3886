import { setTimeout as sleep } from 'node:timers/promises';
import { latestStartMs, type Budget, type ChannelName } from '../channels/index.ts';

/** Sends set aside by a budget: when the first may start, and how far apart they are. */
export interface Slots {
  /** Of this process's own `performance.now()`. */
  startAt: number;
  intervalMs: number;
}

/**
 * Starts the sends one after another, each at its slot. One that could not start in time (a busy machine, a
 * claim that took long) takes a new slot with all that follow it: others have used the time meanwhile, and sent
 * late it would be one too many in their second. After an abort, or where the database does not answer, nothing
 * more is started.
 *
 * @returns for each address what `start` gave; undefined where it was not started
 */
export async function inTurn<Result>(
  addresses: readonly string[],
  start: (index: number) => Promise<Result>,
  options: {
    slots: Slots;
    channel: ChannelName;
    budget: Budget;
    signal: AbortSignal;
    onProblem: (error: unknown) => void;
  },
): Promise<(Result | undefined)[]> {
  const { channel, budget, signal, onProblem } = options;
  const { intervalMs, startAt } = options.slots;
  if (intervalMs === 0) {
    const results = await atOnce(addresses.length, start, signal);
    // Without slots nobody knows when each one went: at the latest, now.
    await budget.chats.postpone(channel, addresses, performance.now() - startAt).catch(onProblem);
    return results;
  }
  let slot = startAt;
  const started: Promise<Result>[] = [];

  async function startAll(): Promise<void> {
    while (started.length < addresses.length) {
      await until(slot, signal);
      if (signal.aborted) return;
      if (performance.now() - slot > latestStartMs) {
        slot = await laterSlot(addresses.slice(started.length));
        continue;
      }
      started.push(start(started.length));
      slot += intervalMs;
    }
  }

  async function laterSlot(rest: readonly string[]): Promise<number> {
    const waitMs = await budget.spend(channel, rest.length);
    const later = performance.now() + waitMs;
    await budget.chats.postpone(channel, rest, later - slot);
    return later;
  }

  // What has been asked must be written down whatever becomes of the rest.
  await startAll().catch(onProblem);
  const results = await Promise.all(started);
  return addresses.map((_, index) => results[index]);
}

/** More than this only wait inside the client, each with its message. */
const startedAtOnce = 64;

/** The same without a rate: some at one time, each followed by the next as soon as it is answered. */
async function atOnce<Result>(
  count: number,
  start: (index: number) => Promise<Result>,
  signal: AbortSignal,
): Promise<(Result | undefined)[]> {
  const results: (Result | undefined)[] = Array.from({ length: count });
  let next = 0;
  const oneAfterAnother = async () => {
    while (next < count && !signal.aborted) {
      const index = next++;
      results[index] = await start(index);
    }
  };
  await Promise.all(Array.from({ length: Math.min(startedAtOnce, count) }, oneAfterAnother));
  return results;
}

async function until(moment: number, signal: AbortSignal): Promise<void> {
  const waitMs = moment - performance.now();
  if (waitMs > 1) await sleep(waitMs, undefined, { signal }).catch(() => {});
}
