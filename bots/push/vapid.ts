import webpush from 'web-push';
import { Secret } from '../../hub/platform/secret.ts';

/** How we say to push services who we are (RFC 8292). */
export interface Vapid {
  /** `mailto:` or `https:` of whoever answers for this server. */
  subject: string;
  /** Base64url, as pages hand it to their browser. */
  publicKey: string;
  privateKey: Secret;
}

/** A new pair, as it is kept. Browsers bind their subscriptions to it: it is made once and never changed. */
export function newVapidKeys(): string {
  return JSON.stringify(webpush.generateVAPIDKeys());
}

/** @param kept a pair as {@link newVapidKeys} made it */
export function vapidOf(subject: string, kept: Secret): Vapid {
  const { publicKey, privateKey } = JSON.parse(kept.reveal()) as webpush.VapidKeys;
  return { subject, publicKey, privateKey: new Secret(privateKey) };
}
