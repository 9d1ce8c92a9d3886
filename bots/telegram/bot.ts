import { timingSafeEqual } from 'node:crypto';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import { Api, GrammyError } from 'grammy';
import type { BotCommand, Update } from 'grammy/types';
import type { Channel, Inbound } from '../../hub/channels/index.ts';
import type { Secret } from '../../hub/platform/secret.ts';
import { telegramChannel } from './channel.ts';
import { telegramFiles } from './files.ts';
import { inboundOf, wantedUpdates } from './receive.ts';
import { pooledTransport } from './transport.ts';

export interface TelegramBot {
  channel: Channel;
  /**
   * Asks for updates until the signal aborts. Each answer is stored by `receive` before the next is asked
   * for, and only then confirmed to Telegram: what was not stored comes again.
   */
  poll(signal: AbortSignal): Promise<void>;
  /** Tells Telegram where to post updates to, and the secret it must bring. */
  setWebhook(url: string, secret: Secret): Promise<void>;
  /** Takes one posted update. False when the secret is missing or wrong. */
  takeWebhook(update: unknown, secret: string | undefined): Promise<boolean>;
  /** The bot's public name, without the @. */
  username(): Promise<string>;
  close(): Promise<void>;
}

const pollSeconds = 25;
const usualSendTimeoutMs = 10_000;

export function telegramBot(options: {
  token: Secret;
  apiRoot: string;
  webhookSecret: Secret | undefined;
  commands: { language: 'vi' | 'en'; commands: BotCommand[] }[];
  receive: (events: Inbound[]) => Promise<void>;
  onProblem: (error: unknown) => void;
  /** How long an answer to a send is awaited before it is in doubt; default 10,000. */
  sendTimeoutMs?: number;
}): TelegramBot {
  const token = options.token.reveal();
  const { apiRoot, onProblem, sendTimeoutMs = usualSendTimeoutMs } = options;
  const sending = pooledTransport({ apiRoot, token, connections: 128, timeoutMs: sendTimeoutMs });
  // Its own line: a question that waits half a minute must not hold up an answer.
  const asking = pooledTransport({ apiRoot, token, connections: 1, timeoutMs: (pollSeconds + 10) * 1000 });
  const api = apiOver(token, apiRoot, sending);
  const longApi = apiOver(token, apiRoot, asking);

  async function introduce(): Promise<void> {
    for (const { language, commands } of options.commands) {
      await api.setMyCommands(commands, language === 'vi' ? {} : { language_code: language });
    }
  }

  /** One update of a shape we do not expect must not keep all that follow from being confirmed. */
  function readable(update: Update): Inbound | null {
    try {
      if (!Number.isSafeInteger(update.update_id)) throw new TypeError('an update without a number');
      return inboundOf(update);
    } catch (error) {
      onProblem(error);
      return null;
    }
  }

  async function store(updates: Update[]): Promise<void> {
    const events = updates.map((update) => readable(update)).filter((event) => event !== null);
    if (events.length > 0) await options.receive(events);
  }

  return {
    channel: { ...telegramChannel(api, sending), ...telegramFiles(api, { token, apiRoot }) },

    async poll(signal) {
      let offset = 0;
      let failures = 0;
      let ready = false;
      while (!signal.aborted) {
        try {
          if (!ready) {
            await api.deleteWebhook();
            // The menu is a courtesy: people are heard without it.
            await introduce().catch(onProblem);
            ready = true;
          }
          const request = { offset, timeout: pollSeconds, limit: 100, allowed_updates: [...wantedUpdates] };
          const updates = await longApi.getUpdates(request, signal as never);
          await store(updates);
          offset = (updates.at(-1)?.update_id ?? offset - 1) + 1;
          failures = 0;
        } catch (error) {
          if (signal.aborted) return;
          onProblem(error);
          // A webhook that somebody set meanwhile would take every update from us.
          if (error instanceof GrammyError && error.error_code === 409) ready = false;
          await sleep(waitAfter(error, failures), undefined, { signal }).catch(() => {});
          failures += 1;
        }
      }
    },

    async setWebhook(url, secret) {
      await api.setWebhook(url, {
        secret_token: secret.reveal(),
        allowed_updates: [...wantedUpdates],
        max_connections: 40,
      });
      await introduce();
    },

    async takeWebhook(update, secret) {
      const expected = options.webhookSecret?.reveal();
      if (!expected || !secret || !sameText(secret, expected)) return false;
      await store([update as Update]);
      return true;
    },

    async username() {
      return (await api.getMe()).username;
    },

    async close() {
      await Promise.all([sending.close(), asking.close()]);
    },
  };
}

function apiOver(token: string, apiRoot: string, transport: ReturnType<typeof pooledTransport>): Api {
  // Uploads go the way of grammY's own transport: over a connection each, since nobody could close kept ones.
  const agent = apiRoot.startsWith('https:') ? new HttpsAgent() : new HttpAgent();
  const api = new Api(token, { apiRoot, timeoutSeconds: 60, baseFetchConfig: { agent } });
  api.config.use(transport.transformer);
  return api;
}

/** Milliseconds: as long as Telegram says, else doubling from half a second to half a minute. */
function waitAfter(error: unknown, failures: number): number {
  const told = error instanceof GrammyError ? error.parameters.retry_after : undefined;
  return told ? told * 1000 : Math.min(30_000, 500 * 2 ** failures);
}

function sameText(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
