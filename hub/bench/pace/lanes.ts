import { quantiles } from '../quantiles.ts';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Environment } from '../installation.ts';
import { benchUnit, firstAddress } from '../recipients.ts';
import { withPaceHouse } from './house.ts';
import type { Answers } from './provider.ts';

/** How soon a tap on a button is answered, with nothing else to do and in the middle of a broadcast. */
export interface LanesBench {
  idle: Quantiles;
  busy: Quantiles;
  /** Taps that were put in while the broadcast went on. */
  taps: number;
  recipients: number;
  /** Taps without an answer. */
  lost: number;
  /** Messages a second, answers included, while people tapped. */
  perSecond: number;
  database: 'embedded' | 'postgresql';
  queue: 'redis' | 'postgresql';
}

export interface Quantiles {
  p50Ms: number | null;
  p95Ms: number | null;
  p99Ms: number | null;
}

/** Cells of the invented commune have forty members, the first fifty and the second thirty. */
const cellSize = 40;
/** Until a broadcast is under way. */
const rampMs = 500;

/**
 * @param options.rate as in TELEGRAM_RATE
 * @param options.everyMs between two taps
 */
export async function benchLanes(options: {
  environment: Environment;
  recipients: number;
  taps: number;
  rate: string;
  everyMs: number;
}): Promise<LanesBench> {
  const { environment, recipients, taps, rate, everyMs } = options;
  const people = Math.max(recipients, 2 * taps);
  const house = { environment, recipients: people, rate, chatRate: 'unlimited', workers: 1 };
  return await withPaceHouse(house, async ({ provider, send, handedOver, database, queue }) => {
    const cells = Math.ceil(Math.max(2, (2 * taps) / cellSize));
    const before = await send(...Array.from({ length: cells }, (_, n) => `C${n + 1}`));
    await handedOver(before, Math.min(people, cells * cellSize));
    const chats = Array.from({ length: 2 * taps }, (_, n) => String(firstAddress + n));
    await provider.tap(chats.slice(0, taps), everyMs);
    const idle = await provider.answers();

    await provider.limit(null, null);
    await send(benchUnit);
    while ((await provider.counts()).accepted === 0) await sleep(10);
    await sleep(rampMs);
    const [began, from] = [await provider.counts(), performance.now()];
    await provider.tap(chats.slice(taps), everyMs);
    const busy = await provider.answers();
    const [ended, seconds] = [await provider.counts(), (performance.now() - from) / 1000];
    // A broadcast that was over before the last tap was no hindrance to it.
    const meanwhile = busy.filter(({ at }) => at <= ended.lastAt!);
    return {
      idle: quantilesOf(idle),
      busy: quantilesOf(meanwhile),
      taps: meanwhile.length,
      recipients: people,
      lost: [...idle, ...busy].filter(({ ms }) => ms === null).length,
      perSecond: Math.round((ended.accepted - began.accepted) / seconds),
      database,
      queue,
    };
  });
}

function quantilesOf(tapped: Answers['tapped']): Quantiles {
  const at = quantiles(tapped.flatMap(({ ms }) => ms ?? []));
  return { p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99) };
}
