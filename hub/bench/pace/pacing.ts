import { setTimeout as sleep } from 'node:timers/promises';
import type { Environment } from '../installation.ts';
import { benchUnit, firstAddress } from '../recipients.ts';
import { withPaceHouse } from './house.ts';

/** How much of a provider's rate is used, and whether it ever had to say no. */
export interface PacingBench {
  /** Messages that the rate allows in the time. */
  allowed: number;
  sent: number;
  share: number;
  /** Answers 429: more in some second than the bot or a chat is allowed. */
  violations: number;
  /** Of these, those that only the chat was too much for. */
  chatViolations: number;
  seconds: number;
  /** A cell's notice of fifty, begun in the middle of the broadcast, until all of it is handed over. */
  cellSeconds: number;
  /** Taps answered meanwhile, each with a message, within the same rate. */
  answered: number;
  /** Processes that sent at the same time. */
  workers: number;
  database: 'embedded' | 'postgresql';
  queue: 'redis' | 'postgresql';
}

const cellMembers = 50;
/** Of the cell whose members tap; the first of them is the eighty-first of the commune. */
const tapping = { cell: 'C3', members: 40, first: 80 };
const tapEveryMs = 1_000;

/** @param options.perSecond the provider's limit, and the hub's rate */
export async function benchPacing(options: {
  environment: Environment;
  seconds: number;
  perSecond: number;
  workers: number;
}): Promise<PacingBench> {
  const { environment, seconds, perSecond } = options;
  // More than can be sent in the time: the broadcast must not end before it.
  const recipients = Math.ceil(perSecond * seconds * 1.5) + 2 * cellMembers;
  const workers = environment['DATABASE_URL'] ? options.workers : 1;
  const house = { environment, recipients, rate: `${perSecond}/s`, chatRate: '1/s', workers };
  return await withPaceHouse(house, async ({ provider, send, handedOver, database, queue }) => {
    // Those who will tap have something to tap on.
    await handedOver(await send(tapping.cell), tapping.members);
    await sleep(1_500);
    await provider.limit(perSecond, 1);
    await send(benchUnit);
    while ((await provider.counts()).accepted === 0) await sleep(5);
    const began = performance.now();
    const taps = Math.min(tapping.members, Math.floor(seconds / 2));
    const chats = Array.from({ length: taps }, (_, n) => String(firstAddress + tapping.first + n));
    // The broadcast has passed them by then, and their second with it.
    await sleep(2_000 + ((tapping.first + tapping.members) * 1_000) / perSecond);
    await provider.tap(chats, tapEveryMs);
    await sleep(Math.max(0, (seconds * 1_000) / 3 - (performance.now() - began)));
    const cellBegan = performance.now();
    const measuredCell = send('C1')
      .then((ids) => handedOver(ids, cellMembers))
      .then(() => (performance.now() - cellBegan) / 1_000);
    await sleep(Math.max(0, seconds * 1_000 - (performance.now() - began)));
    const took = (performance.now() - began) / 1_000;
    const { accepted, violations, chatViolations } = await provider.counts();
    const cellSeconds = await measuredCell;
    const tapped = await provider.answers();
    const allowed = Math.floor(perSecond * took);
    return {
      allowed,
      sent: accepted,
      share: Math.round((accepted / allowed) * 1_000) / 1_000,
      violations,
      chatViolations,
      seconds: Math.round(took * 10) / 10,
      cellSeconds: Math.round(cellSeconds * 10) / 10,
      answered: tapped.filter(({ ms }) => ms !== null).length,
      workers,
      database,
      queue,
    };
  });
}
