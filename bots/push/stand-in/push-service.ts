import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { subscribed, type Push, type PushFault, type StandInBrowser, type Subscribed } from './browser.ts';
import { objectionTo } from './vapid.ts';

export interface PushStandIn {
  /** @returns its origin: endpoints begin with it. Again after `close` it listens where it did. */
  listen(): Promise<{ url: string }>;
  /** A browser that let itself be woken by whoever has this key (base64url). */
  subscribe(key: string): StandInBrowser;
  /** Until it is removed, messages meet this: all of them, or so many (a share from 0 to 1). */
  trouble(fault: PushFault, share?: number): Trouble;
  /** Why requests were refused, oldest first. */
  readonly refusals: string[];
  /** Takes no connections until it listens again. */
  close(): Promise<void>;
}

export interface Trouble {
  /** How many messages met it so far. */
  readonly hits: number;
  remove(): void;
}

/** The largest message that every push service takes (RFC 8030, 7.2). */
const largestBytes = 4_096;

/**
 * A push service on this machine, with the phones behind it: as strict as the standards (RFC 8030, 8188, 8291, 8292).
 *
 * @param options.latencyMs how long it takes to say that it took a message, which is on the phone already
 */
export function pushStandIn({
  now = () => Date.now(),
  latencyMs = 0,
}: { now?: () => number; latencyMs?: number } = {}): PushStandIn {
  const subscriptions = new Map<string, Subscribed>();
  const refusals: string[] = [];
  const troubles = new Set<{ fault: PushFault; share: number; hits: number }>();
  let server: Server | null = null;
  let port = 0;
  const origin = () => `http://127.0.0.1:${port}`;

  /** What meets everybody, and this message too. */
  function trouble(): PushFault | undefined {
    const met = Iterator.from(troubles).find(({ share }) => Math.random() < share);
    if (met) met.hits += 1;
    return met?.fault;
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    const subscription = subscriptions.get(request.url ?? '');
    const refuse = (status: number, why: string) => {
      refusals.push(why);
      response.writeHead(status).end();
    };
    if (!subscription) return refuse(404, 'no such subscription');
    if (subscription.isOver()) return refuse(410, 'unsubscribed');
    const fault = subscription.fault() ?? trouble();
    if (fault && 'status' in fault) {
      const wait = fault.retryAfter === undefined ? {} : { 'retry-after': fault.retryAfter };
      return void response.writeHead(fault.status, wait).end();
    }
    const objection = objectionTo(
      request.headers.authorization,
      { origin: origin(), key: subscription.key },
      Math.floor(now() / 1_000),
    );
    if (objection) return refuse(objection === 'no vapid' ? 401 : 403, objection);
    if (body.byteLength > largestBytes) return refuse(413, 'too large');
    const push = readHeaders(request, body);
    if (typeof push === 'string') return refuse(400, push);
    if (!fault || fault.shown) subscription.deliver(push);
    if (fault?.kind === 'hang') return;
    if (fault?.kind === 'drop') return void request.socket.destroy();
    if (fault?.kind === 'garbage') return void request.socket.end('<html>Bad Gateway</html>\r\n\r\n');
    if (latencyMs > 0) await pause(latencyMs);
    response.writeHead(201, { location: `${origin()}/message/${subscriptions.size}` }).end();
  }

  return {
    refusals,
    async listen() {
      server = createServer((request, response) => {
        // A line that was cut while it spoke has nobody to tell.
        answer(request, response).catch(() => request.socket.destroy());
      });
      const { promise, resolve } = Promise.withResolvers<void>();
      server.listen(port, '127.0.0.1', resolve);
      await promise;
      port = (server.address() as AddressInfo).port;
      return { url: origin() };
    },
    subscribe(key) {
      const subscription = subscribed({ origin, key });
      subscriptions.set(subscription.path, subscription);
      return subscription.browser;
    },
    trouble(fault, share = 1) {
      const met = { fault, share, hits: 0 };
      troubles.add(met);
      return {
        get hits() {
          return met.hits;
        },
        remove: () => void troubles.delete(met),
      };
    },
    async close() {
      if (!server) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      server.close(() => resolve());
      server.closeAllConnections();
      server = null;
      await promise;
    },
  };
}

/** What the headers of a message say; in words what is wrong with them. */
function readHeaders({ method, headers }: IncomingMessage, body: Buffer): Push | string {
  const { ttl, topic, urgency = null } = headers;
  if (method !== 'POST') return 'not posted';
  if (headers['content-encoding'] !== 'aes128gcm') return 'another encoding than aes128gcm';
  if (typeof ttl !== 'string' || !/^\d+$/.test(ttl)) return 'no ttl';
  if (topic !== undefined && !(typeof topic === 'string' && /^[\w-]{1,32}$/.test(topic)))
    return 'a wrong topic';
  if (urgency !== null && !['very-low', 'low', 'normal', 'high'].includes(String(urgency)))
    return 'a wrong urgency';
  return {
    body,
    ttlSeconds: Number(ttl),
    topic: topic ?? null,
    urgency: urgency === null ? null : String(urgency),
  };
}
