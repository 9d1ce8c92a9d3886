import { createHash, ECDH } from 'node:crypto';
import { z } from 'zod';
import type { People } from '../people/index.ts';
import type { Actor, Audit, Deed } from '../platform/audit.ts';
import { DomainError } from '../platform/errors.ts';
import type { PushSubscription, PushSubscriptions, PushWishes, WokenBrowser } from './push.ts';

/** One browser as its owner's page knows it. */
export interface AlertBrowser {
  /** The id of the web chat's device or of the console's session in it. */
  id: string;
  /** The member's conversation for which it is woken. */
  address: string;
  /** Such as `Chrome · Android`. */
  device: string;
}

/** What a page shows of alerts. */
export interface AlertState {
  /** Null where this browser is not woken. */
  here: {
    showsTitle: boolean;
    /** By this the page sees whether the browser still has the subscription that we know; opens nothing. */
    proof: string;
  } | null;
  /** All that are woken for the conversation, the newest first. */
  browsers: WokenBrowser[];
}

/** A subscription as a page hands it in, and the key of ours for which it was made. */
export type HandedIn = PushSubscription & { madeFor: string };

export type Alerts = ReturnType<typeof openAlerts>;

/**
 * Being told of new messages while the page is closed: switched on and off for one browser at a time, only by whoever
 * sits before it, and only for a conversation that speaks for a member.
 *
 * @param publicKey by which push services know us, base64url
 * @param isPushService may messages be sent to this endpoint?
 */
export function openAlerts({
  subscriptions,
  publicKey,
  isPushService,
  people,
  audit,
}: {
  subscriptions: PushSubscriptions;
  publicKey: string;
  isPushService: (endpoint: string) => boolean;
  people: Pick<People, 'chats' | 'unitsOf'>;
  audit: Audit;
}) {
  async function stateOf({ id, address }: Pick<AlertBrowser, 'id' | 'address'>): Promise<AlertState> {
    const [kept, browsers] = await Promise.all([
      subscriptions.find(id, address),
      subscriptions.browsersOf(address),
    ]);
    const here = kept && { showsTitle: kept.showsTitle, proof: proofOf(kept.endpoint) };
    return { here, browsers };
  }

  /**
   * From now on the browser is woken; said again, its wishes are changed.
   *
   * @throws {DomainError} `alerts.unknown-service`, `alerts.other-key`, `alerts.no-chat`
   */
  async function switchOn(
    via: Actor['via'],
    browser: AlertBrowser,
    { madeFor, ...subscription }: HandedIn,
    wishes: PushWishes,
  ): Promise<void> {
    requireService(subscription);
    // Made for another key, such as by a page that is older than the key, it could never be used.
    if (madeFor !== publicKey) throw new DomainError('alerts.other-key', { status: 409 });
    const riding = await people.chats.addPush(browser.address);
    if (!riding) throw new DomainError('alerts.no-chat', { status: 409 });
    await subscriptions.keep(browser, { ...subscription, ...wishes });
    if (riding.isNew) await note({ action: 'alerts.switched-on' }, { memberId: riding.memberId, via });
  }

  /** The browser is woken no more. False where it was not. */
  async function switchOff(
    via: Actor['via'],
    { id, address }: Pick<AlertBrowser, 'id' | 'address'>,
  ): Promise<boolean> {
    if (!(await subscriptions.find(id, address))) return false;
    const others = await subscriptions.drop(address, [id]);
    if (others) return true;
    await people.chats.endPush(address);
    const linked = await people.chats.memberOf('web', address);
    if (linked) await note({ action: 'alerts.switched-off' }, { memberId: linked.member.id, via });
    return true;
  }

  /**
   * The push service gave a browser another subscription. Whoever names the old endpoint is the browser: nobody else
   * knows it. False where it is not known.
   *
   * @throws {DomainError} `alerts.unknown-service`
   */
  async function renew(oldEndpoint: string, fresh: PushSubscription): Promise<boolean> {
    requireService(fresh);
    return await subscriptions.replace(oldEndpoint, fresh);
  }

  async function note(deed: Pick<Deed, 'action'>, by: Actor & { memberId: string }): Promise<void> {
    const [home] = await people.unitsOf(by.memberId);
    await audit.record(by, { ...deed, unitId: home?.id ?? null, subjectId: by.memberId });
  }

  function requireService({ endpoint }: PushSubscription): void {
    if (!isPushService(endpoint)) throw new DomainError('alerts.unknown-service', { status: 422 });
  }

  return { publicKey, stateOf, switchOn, switchOff, renew };
}

const authBytes = 16;
/** Uncompressed: others are not used. */
const pointBytes = 65;

const Fields = z.object({
  endpoint: z.url().max(2_000),
  p256dh: z.string().max(200).refine(isPoint),
  auth: z.string().refine((text) => Buffer.from(text, 'base64url').byteLength === authBytes),
  madeFor: z.string().max(200).default(''),
});

/** A subscription in the fields that push.js and push-worker.js post. @throws {DomainError} `alerts.unreadable` */
export function subscriptionIn(fields: unknown): HandedIn {
  const { data, success } = Fields.safeParse(fields);
  if (!success) throw new DomainError('alerts.unreadable', { status: 422 });
  const { endpoint, p256dh, auth, madeFor } = data;
  return { endpoint, keys: { p256dh, auth }, madeFor };
}

/** Is it a public key (RFC 8291, 3.1)? What is not would fail when somebody is to be woken. */
function isPoint(text: string): boolean {
  const bytes = Buffer.from(text, 'base64url');
  try {
    ECDH.convertKey(bytes, 'prime256v1');
    return bytes.byteLength === pointBytes;
  } catch {
    return false;
  }
}

/** As the page makes it from what its browser says. */
function proofOf(endpoint: string): string {
  return createHash('sha256').update(endpoint).digest('base64url').slice(0, 16);
}
