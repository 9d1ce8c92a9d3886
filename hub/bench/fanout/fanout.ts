import { join } from 'node:path';
import type { Environment } from '../installation.ts';
import { median } from '../quantiles.ts';
import { startPart } from '../part.ts';
import type { LoopOrder } from './bare-loops.ts';
import { token, withFanoutHouse, type FanoutHouse } from './house.ts';
import type { HubRound } from './hub-process.ts';
import type { PeerOrder } from './peers.ts';
import type { Taken } from './sink.ts';

/** Sends per second, each the median of its rounds. */
export interface FanoutBench {
  /** A bare undici loop, which looks nothing up and writes nothing down. */
  ceiling: number;
  /** A bare grammY loop over its own transport. */
  grammy: number;
  /** From `notices.send` to the last outcome in the ledger. */
  hub: number;
  ratioToCeiling: number;
  ratioToGrammy: number;
  /** Recipients whom the server never saw, or whom the ledger does not call handed over. */
  lost: number;
  /** Messages beyond the first of a recipient; of a given server, what the ledger says. */
  duplicates: number;
  /** From `notices.send` to the first message at the server; null of a given one. */
  firstMs: number | null;
  /** The most the hub's process held: on a server the worker alone, else with the embedded database in it. */
  rssMb: number;
  database: 'embedded' | 'postgresql';
  queue: 'postgresql' | 'redis';
  recipients: number;
  rounds: number;
  /** Processor time of the hub's process, in microseconds. */
  cpuUsPerMessage: number;
  /** BullMQ with one job a message and one update a row, once, where asked for. */
  bullmq?: number;
}

export interface FanoutOptions {
  environment: Environment;
  rounds: number;
  /** A server that answers as Telegram's API, instead of one of our own. */
  sink?: string | undefined;
  peers?: boolean;
}

/** The three loops take turns within one run, so that a machine that is busier for a while is so for all. */
export async function benchFanout(recipients: number, options: FanoutOptions): Promise<FanoutBench> {
  const { environment, rounds, sink, peers = false } = options;
  return await withFanoutHouse({ environment, recipients, sink }, async (house) => {
    const loops = startPart(join(import.meta.dirname, 'bare-loops.ts'));
    try {
      const bare = async (loop: LoopOrder['loop']) => {
        const order: LoopOrder = { loop, url: house.url, token, messages: recipients };
        return recipients / (await loops.ask<number>(order));
      };
      const rates = { undici: [] as number[], grammy: [] as number[] };
      const hub: Turn[] = [];
      for (let round = 0; round < rounds; round += 1) {
        rates.undici.push(await bare('undici'));
        rates.grammy.push(await bare('grammy'));
        hub.push(await turnOfHub(house, recipients));
      }
      const figures = figuresOf(recipients, median(rates.undici), median(rates.grammy), hub);
      const { database, queue } = house;
      const bullmq = peers ? { bullmq: Math.round(await turnOfBullmq(house, recipients)) } : {};
      return { ...figures, database, queue, recipients, rounds, ...bullmq };
    } finally {
      await loops.end();
    }
  });
}

type Turn = HubRound & { lost: number; firstMs: number | null };

async function turnOfHub({ hub, sink }: FanoutHouse, recipients: number): Promise<Turn> {
  await sink?.ask('begin');
  const measured = await hub.ask<HubRound>('round');
  const taken = await sink?.ask<Taken>('report');
  return {
    ...measured,
    lost: recipients - Math.min(measured.handedOver, taken?.chats ?? Infinity),
    duplicates: taken ? taken.received - taken.chats : measured.duplicates,
    firstMs: taken?.firstAt ? taken.firstAt - measured.sentAt : null,
  };
}

async function turnOfBullmq({ url, environment }: FanoutHouse, messages: number): Promise<number> {
  const peers = startPart(join(import.meta.dirname, 'peers.ts'));
  try {
    return messages / (await peers.ask<number>({ url, token, environment, messages } satisfies PeerOrder));
  } finally {
    await peers.end();
  }
}

function figuresOf(recipients: number, ceiling: number, grammy: number, turns: readonly Turn[]) {
  const hub = median(turns.map(({ seconds }) => recipients / seconds));
  const firsts = turns.flatMap(({ firstMs }) => firstMs ?? []);
  const sum = (of: 'lost' | 'duplicates') => turns.reduce((total, turn) => total + turn[of], 0);
  return {
    ceiling: Math.round(ceiling),
    grammy: Math.round(grammy),
    hub: Math.round(hub),
    ratioToCeiling: Math.round((hub / ceiling) * 100) / 100,
    ratioToGrammy: Math.round((hub / grammy) * 100) / 100,
    lost: sum('lost'),
    duplicates: sum('duplicates'),
    firstMs: firsts.length > 0 ? Math.round(median(firsts)) : null,
    rssMb: Math.max(...turns.map(({ rssMb }) => rssMb)),
    cpuUsPerMessage: Math.round(median(turns.map(({ cpuSeconds }) => (cpuSeconds / recipients) * 1e6))),
  };
}
