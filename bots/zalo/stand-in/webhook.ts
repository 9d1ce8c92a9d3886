import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

/** A body as Zalo posts it: flat, ids and moments as strings. */
export type ZaloEvent = { event_name: string; timestamp: string; app_id: string } & Record<string, unknown>;

export type Posting = {
  /** A signature that does not fit. */
  mac?: 'right' | 'wrong' | 'none';
  /** As Zalo marks a repetition. */
  retry?: number;
  /** Also says the moment in a header, which the real one was seen not to. */
  timestampHeader?: boolean;
  headers?: Record<string, string>;
};

/** One posted event; `status` is 0 where no connection came about. */
export type Posted = { event: string; status: number; retry: number };

export type Webhook = ReturnType<typeof webhook>;

/** The signature of a body: a plain digest over everything in a row, with the account's own secret at the end. */
function signatureOf(parts: { appId: string; body: string; timestamp: string; oaSecret: string }): string {
  const { appId, body, timestamp, oaSecret } = parts;
  return `mac=${createHash('sha256')
    .update(appId + body + timestamp + oaSecret)
    .digest('hex')}`;
}

/** How long Zalo waits for an answer. */
const answerWithinMs = 2_000;

/** Posts what happens to the app: one after another per person or group, again where no connection came about. */
export function webhook(options: {
  appId: string;
  oaSecret: string;
  /** The waits before each repetition; after the last the address is given up. */
  retryAfterMs: readonly number[];
}) {
  const { appId, oaSecret, retryAfterMs } = options;
  const lanes = new Map<string, Promise<unknown>>();
  const posted: Posted[] = [];
  let url: string | null = null;
  let stop = new AbortController();

  /** Signed, posted once; the status, or 0 without a connection. */
  async function post(event: ZaloEvent, posting: Posting = {}): Promise<number> {
    if (!url) return 0;
    const { mac = 'right', retry = 0, timestampHeader = false, headers = {} } = posting;
    const body = JSON.stringify(event);
    const secret = mac === 'wrong' ? 'another secret' : oaSecret;
    const signature = signatureOf({ appId, body, timestamp: event.timestamp, oaSecret: secret });
    const status = await send(url, body, {
      'content-type': 'application/json',
      ...(mac !== 'none' && { 'x-zevent-signature': signature }),
      ...(retry > 0 && { num_retry: String(retry) }),
      ...(timestampHeader && { 'x-zevent-timestamp': event.timestamp }),
      ...headers,
    });
    posted.push({ event: event.event_name, status, retry });
    return status;
  }

  async function send(to: string, body: string, headers: Record<string, string>): Promise<number> {
    try {
      const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(answerWithinMs)]);
      const answer = await fetch(to, { method: 'POST', headers, body, signal, redirect: 'manual' });
      await answer.arrayBuffer();
      return answer.status;
    } catch {
      return 0;
    }
  }

  /** After what the same person or group did before. */
  function tell(lane: string, event: ZaloEvent, posting: Posting = {}): void {
    const told = inTurn(lanes.get(lane), event, posting).finally(() => {
      if (lanes.get(lane) === told) lanes.delete(lane);
    });
    lanes.set(lane, told);
  }

  async function inTurn(
    before: Promise<unknown> | undefined,
    event: ZaloEvent,
    posting: Posting,
  ): Promise<void> {
    await before;
    await deliver(event, posting);
  }

  async function deliver(event: ZaloEvent, posting: Posting): Promise<void> {
    const { signal } = stop;
    if ((await post(event, posting)) !== 0) return;
    for (const [index, waitMs] of retryAfterMs.entries()) {
      await pause(waitMs, undefined, { signal }).catch(() => {});
      if (signal.aborted || !url) return;
      if ((await post(event, { ...posting, retry: index + 1 })) !== 0) return;
    }
    // As the real one: whoever cannot be reached for so long is told nothing any more.
    url = null;
  }

  return {
    post,
    tell,
    /** Where to post; null: nowhere. */
    set(next: string | null) {
      url = next;
    },
    /** What the page of the app sends before it takes an address: nothing in it, and no signature. */
    async probe(): Promise<number> {
      return url ? await send(url, '{}', { 'content-type': 'application/json' }) : 0;
    },
    /** Every event told so far is delivered, or given up. */
    async idle(): Promise<void> {
      while (lanes.size > 0) await Promise.all(lanes.values());
    },
    posted: posted as readonly Posted[],
    get url() {
      return url;
    },
    halt() {
      stop.abort();
      stop = new AbortController();
    },
  };
}
