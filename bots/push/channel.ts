import { createHash } from 'node:crypto';
import { aboutKey, type Channel, type Outgoing, type SendOutcome } from '../../hub/channels/index.ts';
import type { Clock } from '../../hub/platform/clock.ts';
import type { Locales } from '../../hub/platform/locales.ts';
import type { PushSubscriptions, Wakeable } from '../../hub/webchat/index.ts';
import { openPushServices, type Answer } from './asking.ts';
import { bare, notificationOf } from './notification.ts';
import type { Vapid } from './vapid.ts';

export interface PushParts {
  /** The web chat's channel: there it stands, is read and acknowledged. */
  conversation: Channel;
  subscriptions: Pick<PushSubscriptions, 'toWake' | 'drop'>;
  vapid: Vapid;
  locales: Locales;
  clock: Clock;
  /** True of an error that says nothing but that the database is away for now. */
  isAway: (error: unknown) => boolean;
  /** Told of every answer of a push service. */
  onAnswer?: (kind: Answer['kind']) => void;
  /** The longest that an answer is awaited. */
  timeoutMs?: number;
}

const usualTimeoutMs = 10_000;
const daySeconds = 86_400;
const usualTtlSeconds = 3 * daySeconds;
/** Push services keep nothing longer. */
const longestTtlSeconds = 28 * daySeconds;

const databaseAway: SendOutcome = {
  kind: 'retry',
  waitMs: 1_000,
  limited: false,
  ofChannel: false,
  detail: 'database-away',
};
const nobodyToWake: SendOutcome = { kind: 'refused', reason: 'blocked', detail: 'no-browser' };

/**
 * Puts the message into the web chat as that channel does, and wakes the member's browsers for it. Sent means that a
 * push service took it for one of them; that it came, and was looked at, the page itself tells. Asked again it is
 * the same message, and its alert takes the place of the first.
 */
export function pushChannel({
  conversation,
  subscriptions,
  vapid,
  locales,
  clock,
  isAway,
  onAnswer = () => {},
  timeoutMs = usualTimeoutMs,
}: PushParts): Channel {
  const services = openPushServices({ vapid, timeoutMs });
  /** Ids of files that went up for somebody who then could not be woken: whoever gets the file next tells them. */
  const untold = new Map<string, string>();

  async function send(outgoing: Outgoing): Promise<SendOutcome> {
    const { address, key, part } = outgoing;
    const browsers = await subscriptions.toWake(address);
    if (browsers.length === 0) return nobodyToWake;
    const kept = await conversation.send(outgoing);
    if (kept.kind !== 'sent') return kept;
    if (part.kind === 'file' && kept.uploadedAs) untold.set(part.file.id, kept.uploadedAs);
    const outcome = isLastPart(key) ? await wakeAll(browsers, outgoing, kept) : kept;
    if (outcome.kind !== 'sent' || part.kind !== 'file') return outcome;
    const uploadedAs = untold.get(part.file.id);
    untold.delete(part.file.id);
    return uploadedAs ? { ...outcome, uploadedAs } : outcome;
  }

  async function wakeAll(
    browsers: readonly Wakeable[],
    outgoing: Outgoing,
    kept: SendOutcome & { kind: 'sent' },
  ): Promise<SendOutcome> {
    const answers = await Promise.all(browsers.map((browser) => wake(browser, outgoing, kept.providerId)));
    for (const { kind } of answers) onAnswer(kind);
    const gone = browsers.filter((_, index) => answers[index]!.kind === 'gone').map(({ id }) => id);
    if (gone.length > 0) await subscriptions.drop(outgoing.address, gone);
    return verdictOn(answers, kept);
  }

  async function wake(browser: Wakeable, outgoing: Outgoing, messageId: string): Promise<Answer> {
    const { endpoint, keys, opens, showsTitle, language } = browser;
    const about = { messageId, wishes: { opens, showsTitle }, say: locales(language) };
    const ask = async (notification: object) =>
      await services.wake(
        { endpoint, keys },
        {
          payload: JSON.stringify(notification),
          ttlSeconds: ttlOf(outgoing, clock()),
          topic: topicOf(messageId),
          urgency: urgencyOf(outgoing),
        },
      );
    const answer = await ask(notificationOf(outgoing, about));
    if (answer.kind !== 'too-large') return answer;
    const again = await ask(bare(about));
    return again.kind === 'too-large' ? { kind: 'invalid', detail: 'too-large' } : again;
  }

  return {
    name: 'push',
    limits: conversation.limits,
    async send(outgoing) {
      try {
        return await send(outgoing);
      } catch (error) {
        if (isAway(error)) return databaseAway;
        throw error;
      }
    },
    close: services.close,
  };
}

/** One alert for a message in several parts, when it is whole. */
function isLastPart(key: string | undefined): boolean {
  const about = key === undefined ? null : aboutKey(key);
  return !about || about.part === about.parts;
}

/** One browser that can be woken is enough; else what leaves most hope that one will be. */
function verdictOn(answers: readonly Answer[], kept: SendOutcome & { kind: 'sent' }): SendOutcome {
  const of = <Kind extends Answer['kind']>(kind: Kind) =>
    answers.filter((answer): answer is Extract<Answer, { kind: Kind }> => answer.kind === kind);
  if (of('taken').length > 0) return kept;
  const [doubt] = of('unknown');
  if (doubt) return doubt;
  const [soonest] = of('retry').toSorted(
    (one, other) =>
      Number(one.needsPerson ?? false) - Number(other.needsPerson ?? false) || one.waitMs - other.waitMs,
  );
  if (soonest) return soonest;
  const [closed] = of('closed');
  if (closed) return { ...closed, kind: 'refused', reason: 'closed' };
  const [invalid] = of('invalid');
  return invalid ? { ...invalid, kind: 'refused', reason: 'invalid' } : nobodyToWake;
}

/** Of no use to anybody once the notice is stale. */
function ttlOf({ notice }: Outgoing, now: Date): number {
  if (!notice?.expiresAt) return usualTtlSeconds;
  const left = Math.floor((notice.expiresAt.getTime() - now.getTime()) / 1_000);
  return Math.min(longestTtlSeconds, Math.max(0, left));
}

/** What is said outside of any notice is said to somebody who waits for it. */
function urgencyOf({ notice }: Outgoing): 'normal' | 'high' {
  return !notice || notice.urgent ? 'high' : 'normal';
}

/** A message is in one conversation only, so that no push service sees by it who gets the same notice. */
function topicOf(messageId: string): string {
  return createHash('sha256').update(messageId).digest('base64url').slice(0, 32);
}
