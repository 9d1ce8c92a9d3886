import { randomBytes } from 'node:crypto';
import type { PushSubscription } from '../../../hub/webchat/index.ts';
import { newBrowserKeys, readPush } from './reading.ts';

/** What goes wrong with the next message. `shown`: it reaches the phone all the same. */
export type PushFault =
  | { status: number; retryAfter?: string }
  | { kind: 'hang' | 'drop' | 'garbage'; shown: boolean };

/** A message as the push service took it. */
export interface Push {
  body: Buffer;
  ttlSeconds: number;
  topic: string | null;
  urgency: string | null;
}

/** A browser that has subscribed, on a phone that is on, or off for a while. */
export interface StandInBrowser {
  readonly subscription: PushSubscription;
  /** What its service worker was handed, in clear, oldest first. */
  readonly read: string[];
  /** The same as objects. */
  alerts(): Record<string, unknown>[];
  /** Everything the push service took for it. */
  readonly taken: Push[];
  /** The next message meets this; several wait in their order. */
  next(...faults: PushFault[]): void;
  /** The person took the permission back, or the browser is gone: its push service knows. */
  unsubscribe(): void;
  /** The phone is off; what comes meanwhile waits with the push service, if it is kept at all. */
  turnOff(): void;
  turnOn(): void;
}

/** The push service's side of it. */
export interface Subscribed {
  browser: StandInBrowser;
  path: string;
  /** The key of who may send. */
  key: string;
  isOver: () => boolean;
  fault: () => PushFault | undefined;
  deliver: (push: Push) => void;
}

/** @param key public key of who may send to it, base64url */
export function subscribed({ origin, key }: { origin: () => string; key: string }): Subscribed {
  const keys = newBrowserKeys();
  const path = `/wpush/${randomBytes(24).toString('base64url')}`;
  const faults: PushFault[] = [];
  const taken: Push[] = [];
  const read: string[] = [];
  let isOver = false;
  let isOff = false;
  let waiting: Push[] = [];

  function show({ body }: Push): void {
    try {
      read.push(readPush(keys, body));
    } catch {
      // As a browser does: what it cannot read it drops, and nobody is told.
    }
  }

  const browser: StandInBrowser = {
    get subscription() {
      return {
        endpoint: origin() + path,
        keys: {
          p256dh: keys.ecdh.getPublicKey('base64url'),
          auth: keys.auth.toString('base64url'),
        },
      };
    },
    read,
    taken,
    alerts: () => read.map((text) => JSON.parse(text) as Record<string, unknown>),
    next: (...more) => void faults.push(...more),
    unsubscribe() {
      isOver = true;
    },
    turnOff() {
      isOff = true;
    },
    turnOn() {
      isOff = false;
      for (const push of waiting) show(push);
      waiting = [];
    },
  };

  return {
    browser,
    path,
    key,
    isOver: () => isOver,
    fault: () => faults.shift(),
    deliver(push) {
      taken.push(push);
      if (!isOff) return show(push);
      if (push.ttlSeconds === 0) return;
      waiting = waiting.filter(({ topic }) => topic === null || topic !== push.topic);
      waiting.push(push);
    },
  };
}
