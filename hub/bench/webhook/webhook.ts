import { ownInstallation, type Environment, type OwnInstallation } from '../installation.ts';
import { openParts } from '../part.ts';
import { quantiles } from '../quantiles.ts';
import type { HubOrder } from './hub-process.ts';
import type { Answers, SendersOrder } from './senders.ts';

/** Events posted by Zalo at a steady rate: how many were taken, how soon, and whether all are there. */
export interface WebhookBench {
  /** Answered with 200, repetitions and receipts among them. */
  accepted: number;
  /** From the moment an event was due to the end of its answer. */
  p50Ms: number;
  p99Ms: number;
  /** What people said and was answered with 200, and is not stored. */
  lost: number;
  events: number;
  /** Events a second, as they really came. */
  perSecond: number;
  database: OwnInstallation['database'];
}

const appId = '4000000000000000001';
const accountSecret = 'only for this measurement';
/** Nobody listens there: nothing of a measurement goes out. */
const nowhere = 'http://127.0.0.1:9';

/**
 * In an installation of its own that is thrown away; the hub and those who post have a process each. Only the web side
 * runs: what people said is answered elsewhere.
 */
export async function benchWebhook({
  environment,
  events,
  rate,
}: {
  environment: Environment;
  events: number;
  rate: number;
}): Promise<WebhookBench> {
  const own = await ownInstallation(environment, {
    ZALO_APP_ID: appId,
    ZALO_APP_SECRET: 'unused',
    ZALO_OA_SECRET: accountSecret,
    ZALO_API_ROOT: nowhere,
    ZALO_OAUTH_ROOT: nowhere,
    ZALO_BUSINESS_ROOT: nowhere,
  });
  const parts = openParts(import.meta.dirname);
  try {
    const hub = parts.start('hub-process.ts');
    const url = await hub.ask<string>({ environment: own.environment } satisfies HubOrder);
    const senders = parts.start('senders.ts');
    const order: SendersOrder = { url: `${url}/webhooks/zalo`, appId, accountSecret, events, rate };
    const { accepted, said, tookMs, seconds } = await senders.ask<Answers>(order);
    const took = quantiles(tookMs);
    return {
      accepted,
      p50Ms: took(0.5) ?? 0,
      p99Ms: took(0.99) ?? 0,
      lost: said - (await hub.ask<number>('stored' satisfies HubOrder)),
      events,
      perSecond: Math.round(events / seconds),
      database: own.database,
    };
  } finally {
    await parts.end();
    await own.remove();
  }
}
