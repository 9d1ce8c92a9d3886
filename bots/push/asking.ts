import webpush from 'web-push';
import type { SendOutcome } from '../../hub/channels/index.ts';
import { NoAnswer, openLine, type Line } from '../../hub/platform/line.ts';
import type { PushSubscription } from '../../hub/webchat/index.ts';
import type { Vapid } from './vapid.ts';

/** What a push service said of one browser. `gone`: nobody is there any more. `closed`: it lets us not come to this one. */
export type Answer =
  | { kind: 'taken' }
  | { kind: 'gone' }
  | { kind: 'closed'; detail: string }
  | { kind: 'too-large' }
  | { kind: 'invalid'; detail: string }
  | Extract<SendOutcome, { kind: 'retry' | 'unknown' }>;

export interface Wake {
  /** What the browser will read; nobody in between can. */
  payload: string;
  /** How long the push service keeps it for a phone that is off, in seconds. */
  ttlSeconds: number;
  /** Of several that a phone missed only the last with the same topic is shown: 1–32 characters, base64url. */
  topic: string;
  /** A phone that spares its battery wakes for `high` alone. @source RFC 8030, 5.3 */
  urgency: 'normal' | 'high';
}

const connections = 32;
/** Where a push service names no wait itself. */
const limitedMs = 30_000;
const brokenMs = 1_000;
/** So long after a push service accepted us, a refusal speaks of the one browser. */
const acceptedForMs = 600_000;
/** Between two looks whether the operator has mended what push services do not accept of us. */
const refusedKeyMs = 60_000;

/** Wakes one browser over its push service (RFC 8030, 8291, 8292). Resolves for every answer, and for none. */
export function openPushServices({ vapid, timeoutMs }: { vapid: Vapid; timeoutMs: number }) {
  const lines = new Map<string, Line>();
  /** When each push service accepted us last. */
  const accepted = new Map<string, number>();

  function lineTo(origin: string): Line {
    const known = lines.get(origin);
    if (known) return known;
    const line = openLine(origin, { connections, timeoutMs });
    lines.set(origin, line);
    return line;
  }

  async function wake(
    { endpoint, keys }: PushSubscription,
    { payload, ttlSeconds, topic, urgency }: Wake,
  ): Promise<Answer> {
    const { origin, pathname, search } = new URL(endpoint);
    const { subject, publicKey, privateKey } = vapid;
    const { headers, body } = webpush.generateRequestDetails({ endpoint, keys }, payload, {
      vapidDetails: { subject, publicKey, privateKey: privateKey.reveal() },
      TTL: ttlSeconds,
      topic,
      urgency,
    });
    try {
      const request = { method: 'POST' as const, path: pathname + search, headers: asText(headers), body };
      const { status, headers: answered } = await lineTo(origin).ask(request);
      const answer = meaningOf(status, waitNamed(answered['retry-after']));
      if (answer.kind === 'taken') accepted.set(origin, performance.now());
      return ofOneBrowser(answer, accepted.get(origin));
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      if (error.asked) return { kind: 'unknown', detail: error.detail };
      return { kind: 'retry', waitMs: brokenMs, limited: false, detail: error.detail };
    }
  }

  return {
    wake,
    async close() {
      await Promise.all([...lines.values()].map((line) => line.close()));
    },
  };
}

function asText(headers: Record<string, string | number>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

/** @param waitMs the wait that the push service named itself */
function meaningOf(status: number, waitMs: number | null): Answer {
  if (status >= 200 && status < 300) return { kind: 'taken' };
  if (status === 404 || status === 410) return { kind: 'gone' };
  if (status === 413) return { kind: 'too-large' };
  if (status === 429)
    return { kind: 'retry', waitMs: waitMs ?? limitedMs, limited: true, detail: 'too-many-requests' };
  if (status === 401 || status === 403) {
    const detail = `vapid-refused-${status}`;
    return { kind: 'retry', waitMs: refusedKeyMs, limited: true, ofChannel: true, needsPerson: true, detail };
  }
  const detail = `http-${status}`;
  // A gateway that gave up waiting: what stands behind it may have taken it.
  if (status === 504) return { kind: 'unknown', detail };
  if (status >= 500 && waitMs !== null)
    return { kind: 'retry', waitMs, limited: true, ofChannel: true, detail };
  if (status >= 400 && status < 500) return { kind: 'invalid', detail };
  return { kind: 'retry', waitMs: brokenMs, limited: false, detail };
}

/**
 * Whoever hands in a subscription says that it was made for our key. Where the same push service accepted us just
 * now, that was not so: a refusal then must not close the channel for everybody.
 */
function ofOneBrowser(answer: Answer, acceptedAt = -Infinity): Answer {
  if (answer.kind !== 'retry' || !answer.needsPerson) return answer;
  return performance.now() - acceptedAt < acceptedForMs ? { kind: 'closed', detail: answer.detail } : answer;
}

/** Seconds, or the moment (RFC 9110, 10.2.3), as milliseconds from now; null where it is neither. */
function waitNamed(header: string | string[] | undefined): number | null {
  const text = String(header ?? '').trim();
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1_000;
  const moment = Date.parse(text);
  return Number.isNaN(moment) ? null : Math.max(0, moment - Date.now());
}
