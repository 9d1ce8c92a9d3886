import { createHash, timingSafeEqual } from 'node:crypto';
import type { Secret } from '../../hub/platform/secret.ts';

/** One call of Zalo's, as it came over the line. */
export interface Posted {
  /** The bytes as received: the signature is over these and no others. */
  body: Buffer;
  /** Of the header `X-ZEvent-Signature`. */
  signature: string | undefined;
  /** Of the header `X-ZEvent-Timestamp`, which live traffic was seen without. */
  timestamp: string | undefined;
}

/**
 * Is this from Zalo, about our app? The signature is a plain SHA-256, no HMAC, of app, body, time and the key of the
 * account (not that of the app). The time is the one in the body; a header of it is a second candidate.
 *
 * @source channels.md 2.2
 */
export function isSigned(
  posted: Posted,
  inBody: string,
  { appId, accountSecret }: { appId: string; accountSecret: Secret },
): boolean {
  const [, given = ''] = /^(?:mac=)?([\da-f]{64})$/i.exec(posted.signature?.trim() ?? '') ?? [];
  const mac = Buffer.from(given, 'hex');
  return [inBody, posted.timestamp].some((time) => {
    if (time === undefined || mac.length === 0) return false;
    const hash = createHash('sha256').update(appId).update(posted.body).update(time);
    return timingSafeEqual(hash.update(accountSecret.reveal()).digest(), mac);
  });
}
