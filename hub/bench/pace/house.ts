import { setTimeout as sleep } from 'node:timers/promises';
import { ownInstallation, type Environment, type OwnInstallation } from '../installation.ts';
import { openParts } from '../part.ts';
import type { HubOrder, Sent, Standing } from './hub-process.ts';
import type { Answers, Counts, ProviderOrder } from './provider.ts';

export interface PaceHouse {
  database: OwnInstallation['database'];
  queue: OwnInstallation['queue'];
  provider: {
    limit(perSecond: number | null, perChat: number | null): Promise<void>;
    counts(): Promise<Counts>;
    tap(chats: string[], everyMs: number): Promise<void>;
    /** What became of the taps, once all have been put in. */
    answers(): Promise<Answers['tapped']>;
  };
  /** Sends a notice to each of these units; gives their ids. */
  send(...units: string[]): Promise<string[]>;
  /** Resolves when the ledger calls so many recipients of these notices handed over. */
  handedOver(notices: string[], count: number): Promise<void>;
}

const lookEveryMs = 100;

/**
 * A provider that counts and the processes of a hub: the first with bots and a worker, more with a worker each,
 * where the database is a server. Everything is thrown away afterwards.
 *
 * @param rate as in TELEGRAM_RATE
 */
export async function withPaceHouse<Result>(
  options: { environment: Environment; recipients: number; rate: string; chatRate: string; workers: number },
  work: (house: PaceHouse) => Promise<Result>,
): Promise<Result> {
  const own = await ownInstallation(options.environment, {
    TELEGRAM_BOT_TOKEN: '7000000001:BENCH',
    TELEGRAM_RATE: options.rate,
    TELEGRAM_CHAT_RATE: options.chatRate,
  });
  const parts = openParts(import.meta.dirname);
  try {
    const provider = parts.start('provider.ts');
    const apiRoot = `http://127.0.0.1:${await provider.said<number>()}`;
    const environment = { ...own.environment, TELEGRAM_API_ROOT: apiRoot };
    const askProvider = <Answer>(order: ProviderOrder) => provider.ask<Answer>(order);
    const hub = parts.start('hub-process.ts');
    const askHub = <Answer>(order: HubOrder) => hub.ask<Answer>(order);
    await askHub({ environment, roles: ['bots', 'worker'], recipients: options.recipients });
    for (let worker = 1; worker < options.workers; worker += 1) {
      const more = parts.start('hub-process.ts');
      await more.ask({ environment, roles: ['worker'], recipients: 0 } satisfies HubOrder);
    }
    return await work({
      database: own.database,
      queue: own.queue,
      provider: {
        limit: async (perSecond, perChat) =>
          void (await askProvider<Counts>({ limits: { perSecond, perChat } })),
        counts: () => askProvider<Counts>('counts'),
        tap: async (tap, everyMs) => void (await askProvider({ tap, everyMs })),
        async answers() {
          for (;;) {
            const { done, tapped } = await askProvider<Answers>('answers');
            if (done) return tapped;
            await sleep(lookEveryMs);
          }
        },
      },
      send: async (...send) => (await askHub<Sent>({ send })).ids,
      async handedOver(notices, count) {
        while ((await askHub<Standing>({ notices })).handedOver < count) await sleep(lookEveryMs);
      },
    });
  } finally {
    // The provider last: what is on its way to it is answered.
    await parts.end();
    await own.remove();
  }
}
