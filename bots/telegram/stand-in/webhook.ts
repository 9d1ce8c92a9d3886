import { setTimeout as pause } from 'node:timers/promises';
import type { Update, WebhookInfo } from 'grammy/types';
import { badRequest } from './calls.ts';
import { seconds } from './chats.ts';
import type { UpdateQueue } from './updates.ts';

export type Hook = { url: string; secretToken: string | undefined; maxConnections: number };

/** Longest wait for the bot's answer and between two tries, in milliseconds; much shorter than Telegram's. */
const answerWithinMs = 30_000;
const longestRetryMs = 1000;

export type WebhookCourier = ReturnType<typeof webhookCourier>;

/** Posts updates to the bot: chats in parallel, one chat in order, again and again until a 2xx answer. */
export function webhookCourier({ updates, clock }: { updates: UpdateQueue; clock: () => Date }) {
  let hook: Hook | undefined;
  let stop = new AbortController();
  let lastError: { date: number; message: string } | undefined;
  const lanes = new Map<number, Update[]>();
  const busy = new Set<number>();

  updates.onAdded(({ update, chat }) => {
    if (!hook || stop.signal.aborted) return;
    enqueue(update, chat);
    work();
  });

  function set(next: Hook): void {
    if (!/^https?:\/\/[^/]+/.test(next.url)) throw badRequest('bad webhook: invalid webhook URL specified');
    clear();
    hook = next;
    resume();
  }

  /** Takes the webhook away. Updates stay pending. */
  function clear(): void {
    pausePosting();
    hook = undefined;
    lastError = undefined;
  }

  /** Stops posting until resume(); what is on its way is posted again then. */
  function pausePosting(): void {
    stop.abort();
    lanes.clear();
    busy.clear();
  }

  function resume(): void {
    stop = new AbortController();
    if (!hook) return;
    for (const { update, chat } of updates.pending.values()) enqueue(update, chat);
    work();
  }

  function enqueue(update: Update, chat: number): void {
    const lane = lanes.get(chat);
    if (lane) lane.push(update);
    else lanes.set(chat, [update]);
  }

  function work(): void {
    if (!hook) return;
    for (const chat of lanes.keys()) {
      if (busy.size >= hook.maxConnections) return;
      if (!busy.has(chat)) void empty(chat, hook, stop.signal);
    }
  }

  /** Never rejects: the loop ends when the lane is empty or the webhook is taken away. */
  async function empty(chat: number, to: Hook, signal: AbortSignal): Promise<void> {
    busy.add(chat);
    const lane = lanes.get(chat) ?? [];
    for (let update = lane[0]; update && !signal.aborted; update = lane[0]) {
      await deliver(update, to, signal);
      lane.shift();
    }
    if (signal.aborted) return;
    lanes.delete(chat);
    busy.delete(chat);
    work();
  }

  async function deliver(update: Update, to: Hook, signal: AbortSignal): Promise<void> {
    for (let waitMs = 50; !signal.aborted; waitMs = Math.min(waitMs * 2, longestRetryMs)) {
      const failure = await post(update, to, signal);
      if (failure === undefined) return void updates.pending.delete(update.update_id);
      if (signal.aborted) return;
      lastError = { date: seconds(clock()), message: failure };
      await pause(waitMs, undefined, { signal }).catch(() => {});
    }
  }

  function info(): WebhookInfo {
    const allowed = updates.allowedKinds();
    return {
      url: hook?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: updates.pending.size,
      ...(hook && { max_connections: hook.maxConnections }),
      ...(allowed && { allowed_updates: allowed as NonNullable<WebhookInfo['allowed_updates']> }),
      ...(lastError && { last_error_date: lastError.date, last_error_message: lastError.message }),
    };
  }

  return { set, clear, pause: pausePosting, resume, info, isSet: () => hook !== undefined };
}

/** What went wrong, in Telegram's words; undefined after a 2xx answer. */
async function post(update: Update, hook: Hook, signal: AbortSignal): Promise<string | undefined> {
  try {
    const response = await fetch(hook.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(hook.secretToken !== undefined && { 'x-telegram-bot-api-secret-token': hook.secretToken }),
      },
      body: JSON.stringify(update),
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(answerWithinMs)]),
    });
    await response.arrayBuffer();
    if (response.ok) return undefined;
    return `Wrong response from the webhook: ${response.status} ${response.statusText}`.trim();
  } catch (error) {
    return error instanceof DOMException && error.name === 'TimeoutError'
      ? 'Read timeout expired'
      : 'Connection refused';
  }
}
