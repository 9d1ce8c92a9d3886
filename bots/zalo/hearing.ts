import type { Echo, GroupChange, Inbound, Report } from '../../hub/channels/index.ts';
import type { Clock } from '../../hub/platform/clock.ts';
import type { Secret } from '../../hub/platform/secret.ts';
import { isOfAnother, readEvent, type ZaloEvent } from './events.ts';
import { heardIn } from './receive.ts';
import { isSigned, type Posted } from './webhook.ts';

/** Why something that was posted leads to nothing. */
export type Skipped = 'unreadable' | 'unsigned' | 'another-account' | 'stale' | 'not-for-us';

/** Zalo waits two seconds for an answer. */
const answerWithinMs = 1_500;
/**
 * Zalo tries for not quite two hours. What is older was caught somewhere and is played again; the keys of what was taken
 * in are kept for twice as long as this.
 */
const oldestMs = 24 * 3_600_000;

/** While the account is not known it is asked for no more often than this. */
const unknownForMs = 2_000;

export interface HearingOptions {
  appId: string;
  /** The key of the account, with which events are signed; without it none is taken. */
  accountSecret: Secret | undefined;
  /** Zalo's id of the account we speak for; null while that is not known. */
  accountId(): Promise<string | null>;
  clock: Clock;
  /** Resolves when the event is stored, however long that takes. */
  take(event: Inbound): Promise<void>;
  report(reports: readonly Report[]): Promise<void>;
  /** A text of ours was shown. */
  echoed(echo: Echo): void;
  groupChanged(change: GroupChange): Promise<void>;
  skipped(why: Skipped): void;
  onProblem(error: unknown): void;
}

/**
 * Takes posted events: stored first, then answered. The promise resolves within a second and a half and never rejects.
 *
 * Where storing takes longer (the database is away) Zalo is answered all the same: it repeats only what it could not
 * deliver, so that another answer would bring nothing back, and an app that gives one too often loses its webhook. The
 * event is held and stored as soon as that is possible; only the end of the process loses it.
 */
export function hearing(options: HearingOptions): (posted: Posted) => Promise<void> {
  const { appId, accountSecret, clock, skipped, onProblem } = options;
  let accountId: string | null = null;
  let unknownUntil = -Infinity;

  /** Whoever connects another account has another id from then on: asked again before anything is left aside. */
  async function isOurs(event: ZaloEvent): Promise<boolean> {
    if (accountId === null ? performance.now() < unknownUntil : !isOfAnother(event, accountId)) return true;
    unknownUntil = performance.now() + unknownForMs;
    accountId = await options.accountId().catch((error: unknown) => {
      onProblem(error);
      return null;
    });
    return accountId === null || !isOfAnother(event, accountId);
  }

  async function act(posted: Posted): Promise<void> {
    const event = readEvent(posted.body);
    if (!event) return skipped('unreadable');
    const isOfApp = event.app_id === appId && accountSecret !== undefined;
    if (!isOfApp || !isSigned(posted, event.timestamp, { appId, accountSecret })) return skipped('unsigned');
    const now = clock();
    if (now.getTime() - Number(event.timestamp) > oldestMs) return skipped('stale');
    if (!(await isOurs(event))) return skipped('another-account');
    const heard = heardIn(event, now);
    switch (heard.kind) {
      case 'done':
        return await options.take(heard.event);
      case 'reported':
        return await options.report(heard.reports);
      case 'echoed':
        return options.echoed(heard.echo);
      case 'group':
        return await options.groupChanged(heard.change);
      case 'nothing':
        return skipped('not-for-us');
    }
  }

  return (posted) =>
    new Promise((resolve) => {
      const late = setTimeout(resolve, answerWithinMs);
      void act(posted)
        .catch(onProblem)
        .finally(() => {
          clearTimeout(late);
          resolve();
        });
    });
}
