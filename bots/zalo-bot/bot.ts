import { timingSafeEqual } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Channel, Inbound } from '../../hub/channels/index.ts';
import type { Secret } from '../../hub/platform/secret.ts';
import { zaloBotApi, type Envelope } from './api.ts';
import { connections, zaloBotChannel } from './channel.ts';
import { zaloBotFiles } from './files.ts';
import { inboundOf, type Skipped, type ZaloBotUpdate } from './receive.ts';

export interface ZaloBot {
  channel: Channel;
  /**
   * Asks for updates until the signal aborts. The platform hands out one at a time and never again: each is stored by
   * `receive`, tried again and again, before the next is asked for.
   */
  poll(signal: AbortSignal): Promise<void>;
  /** Tells the platform where to post updates to, and the secret it must bring. */
  setWebhook(url: string, secret: Secret): Promise<void>;
  /** Takes what was posted. False when the secret is missing or wrong. */
  takeWebhook(body: unknown, secret: string | undefined): Promise<boolean>;
  /** What people search for to find the bot. */
  name(): Promise<string>;
  close(): Promise<void>;
}

/** As the platform's own examples; its answer after that is error 408. */
const pollSeconds = 30;
const nothingNew = 408;
/** An empty answer that comes sooner is not waited for by the platform, and must not make us ask in a circle. */
const shortestRoundMs = 1_000;
/** What was handed out is tried to be stored so often even where we are to stop. */
const lastTries = 5;
const usualSendTimeoutMs = 10_000;

export function zaloBot(options: {
  token: Secret;
  apiRoot: string;
  webhookSecret: Secret | undefined;
  /** Messages a month, and people; Infinity for no end. */
  quotas: { monthly: number; people: number };
  /** Where the platform keeps what people send, besides `apiRoot`; default nowhere. */
  fileHosts?: readonly string[];
  receive: (events: Inbound[]) => Promise<void>;
  /** What was not handed on: counted, so that an operator sees that a group is talked in. */
  onSkipped: (why: Skipped) => void;
  onProblem: (error: unknown) => void;
  /** How long an answer to a send is awaited before it is in doubt; default 10,000. */
  sendTimeoutMs?: number;
}): ZaloBot {
  const { token, apiRoot, receive, onProblem, sendTimeoutMs = usualSendTimeoutMs } = options;
  const sending = zaloBotApi({ apiRoot, token, connections, timeoutMs: sendTimeoutMs });
  // Its own line: a question that waits half a minute must not hold up an answer.
  const asking = zaloBotApi({ apiRoot, token, connections: 1, timeoutMs: (pollSeconds + 10) * 1_000 });

  /** One update of a shape we do not expect must not keep those that follow from being heard. */
  function readable(update: unknown): Inbound | null {
    try {
      const read = inboundOf(update as ZaloBotUpdate);
      if (typeof read !== 'string') return read;
      options.onSkipped(read);
    } catch (error) {
      onProblem(error);
    }
    return null;
  }

  /** Ends with the next update, or with null where there was none. @throws {Refused | NoAnswer} */
  async function nextUpdate(signal: AbortSignal): Promise<unknown> {
    const began = performance.now();
    const answer = await asking.call<unknown>('getUpdates', { timeout: pollSeconds }, signal);
    if (!answer.ok && answer.code !== nothingNew) throw new Refused(answer);
    if (answer.ok && answer.result) return answer.result;
    const early = shortestRoundMs - (performance.now() - began);
    if (early > 0) await sleep(early, undefined, { signal }).catch(() => {});
    return null;
  }

  async function store(update: unknown, signal: AbortSignal): Promise<void> {
    const event = readable(update);
    if (!event) return;
    for (let tries = 1; ; tries += 1) {
      try {
        return await receive([event]);
      } catch (error) {
        onProblem(error);
        if (signal.aborted && tries >= lastTries) return;
        await sleep(doubling(250, tries - 1, signal.aborted ? 1_000 : 10_000));
      }
    }
  }

  return {
    channel: {
      ...zaloBotChannel(sending, options.quotas),
      ...zaloBotFiles(apiRoot, options.fileHosts ?? []),
    },

    async poll(signal) {
      let failures = 0;
      let isOurs = false;
      while (!signal.aborted) {
        try {
          if (!isOurs) await deleteWebhook();
          isOurs = true;
          const update = await nextUpdate(signal);
          if (update) await store(update, signal);
          failures = 0;
        } catch (error) {
          if (signal.aborted) return;
          onProblem(error);
          // It may be a webhook that somebody set meanwhile: it takes every update from us.
          if (error instanceof Refused) isOurs = false;
          const waitMs = doubling(500, failures, 30_000);
          await sleep(waitMs, undefined, { signal }).catch(() => {});
          failures += 1;
        }
      }
    },

    async setWebhook(url, secret) {
      const answer = await sending.call('setWebhook', { url, secret_token: secret.reveal() });
      if (!answer.ok) throw new Refused(answer);
    },

    async takeWebhook(body, secret) {
      const expected = options.webhookSecret?.reveal();
      if (!expected || !secret || !sameText(secret, expected)) return false;
      const event = readable((body as { result?: unknown } | null)?.result);
      if (event) await receive([event]);
      return true;
    },

    async name() {
      const answer = await sending.call<{ account_name?: unknown }>('getMe');
      if (!answer.ok) throw new Refused(answer);
      if (typeof answer.result?.account_name !== 'string') throw new TypeError('a bot without a name');
      return answer.result.account_name;
    },

    async close() {
      await Promise.all([sending.close(), asking.close()]);
    },
  };

  /** Where there is none to delete, the platform may call that an error (404). @throws {Refused | NoAnswer} */
  async function deleteWebhook(): Promise<void> {
    const answer = await sending.call('deleteWebhook');
    if (!answer.ok && answer.code !== 404) throw new Refused(answer);
  }
}

/** The platform said no. Not in its own words: they might repeat what we sent. */
class Refused extends Error {
  constructor({ code }: Envelope<unknown> & { ok: false }) {
    super(`the Zalo Bot Platform refused: ${code}`);
    this.name = 'Refused';
  }
}

/** Milliseconds. */
function doubling(firstMs: number, times: number, mostMs: number): number {
  return Math.min(mostMs, firstMs * 2 ** times);
}

function sameText(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
