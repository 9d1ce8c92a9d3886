import { setTimeout as sleep } from 'node:timers/promises';
import { ownInstallation, type Environment, type OwnInstallation } from '../installation.ts';
import { openParts, type Part } from '../part.ts';
import { quantiles } from '../quantiles.ts';
import { firstAddress } from '../recipients.ts';
import type { Called, HubOrder, Marked, Opened } from './hub-process.ts';
import type { PhonesOrder, Received, Typed } from './phones.ts';

/** A whole commune checks in: each member types the six digits into the chat. */
export interface CheckinBench {
  members: number;
  /** From typing, over the mark in the database, to the answer on the phone; the way to Telegram included. */
  p50Ms: number | null;
  p95Ms: number | null;
  /** Without an answer, or without a mark. */
  lost: number;
  /** Answered more than once, or marks of nobody's. */
  double: number;
  /** From the first to the last that was typed. */
  seconds: number;
  database: OwnInstallation['database'];
  queue: OwnInstallation['queue'];
}

const lookEveryMs = 200;
/** A hub that has answered nobody yet loads what it needs for it. */
const warmUp = 20;

/**
 * One hub with all its roles and a Telegram with its phones, a process each, in an installation of its own that is
 * thrown away. Telegram's own 30 messages a second would be what is measured, so its rate is `unlimited` here.
 */
export async function benchCheckin({
  environment,
  members,
  seconds,
}: {
  environment: Environment;
  members: number;
  seconds: number;
}): Promise<CheckinBench> {
  const own = await ownInstallation(environment, {
    TELEGRAM_BOT_TOKEN: '7000000001:BENCH',
    TELEGRAM_RATE: 'unlimited',
    TELEGRAM_CHAT_RATE: 'unlimited',
  });
  const parts = openParts(import.meta.dirname);
  try {
    const phones = parts.start('phones.ts');
    const apiRoot = `http://127.0.0.1:${await phones.said<number>()}`;
    const hub = parts.start('hub-process.ts');
    const house = { ...own.environment, TELEGRAM_API_ROOT: apiRoot };
    const everybody = members + warmUp;
    await hub.ask<Called>({ environment: house, members: everybody } satisfies HubOrder);
    // The invitations have arrived before anybody comes.
    while ((await ask<Received>(phones, 'received')).messages < everybody) await sleep(lookEveryMs);
    const { codeKey } = await hub.ask<Opened>('open' satisfies HubOrder);
    const chats = Array.from({ length: everybody }, (_, n) => String(firstAddress + n));
    await typing(phones, { chats: chats.slice(0, warmUp), codeKey, seconds: 2 });
    const typed = await typing(phones, { chats: chats.slice(warmUp), codeKey, seconds });
    const took = quantiles(typed.tookMs);
    const { present, beyond } = await hub.ask<Marked>('marked' satisfies HubOrder);
    return {
      members,
      p50Ms: took(0.5),
      p95Ms: took(0.95),
      lost: Math.max(typed.silent, everybody - present),
      double: typed.repeated + beyond,
      seconds: Math.round(typed.seconds * 10) / 10,
      database: own.database,
      queue: own.queue,
    };
  } finally {
    // Telegram last: what is on its way to it is answered.
    await parts.end();
    await own.remove();
  }
}

async function ask<Answer>(phones: Part, order: PhonesOrder): Promise<Answer> {
  return await phones.ask<Answer>(order);
}

async function typing(phones: Part, order: PhonesOrder): Promise<Typed> {
  await phones.ask(order);
  for (;;) {
    const typed = await ask<Typed>(phones, 'typed');
    if (typed.done) return typed;
    await sleep(lookEveryMs);
  }
}
