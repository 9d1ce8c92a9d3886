import type { SendOutcome } from '../../hub/channels/index.ts';
import type { ZaloAnswer } from './client.ts';
import type { ZaloError } from './errors.ts';

/** Everything but success. */
export type Refusal = Exclude<ZaloAnswer<unknown>, { kind: 'ok' }>;

/** The person takes nothing from the account any more, until he or she does something. */
const blocking = new Set([-213, -217, -227]);
/** Zalo's groups lapse one by one: it says nothing about the account. */
const groupExpired = -237;
const tooManyCalls = new Set([-32, 429]);

const minuteMs = 60_000;
const dayMs = 86_400_000;
/** Five past six in Hà Nội, where there is no summer time, as milliseconds of a day in UTC. */
const morningMs = (23 * 60 + 5) * minuteMs;
const morningSpreadMs = 10 * minuteMs;
/** Between two looks whether somebody has acted. */
const needsPersonMs = 60_000;
const refusedTokenMs = 5_000;

/**
 * What Zalo's answers mean for us, by their class (errors.ts).
 *
 * @param random from 0 up to 1: not all who waited for the morning come at once
 */
export function outcomeOf(answer: Refusal, now: Date, random: () => number): SendOutcome {
  if (answer.kind === 'needs-login') return needsPerson('needs-login');
  if (answer.kind === 'refused') return refusal(answer.error, now, random);
  return answer.asked ? { kind: 'unknown', detail: answer.detail } : again(answer.detail);
}

function refusal(
  { code, class: errorClass, detail }: ZaloError,
  now: Date,
  random: () => number,
): SendOutcome {
  if (code === groupExpired) return { kind: 'refused', reason: 'closed', detail };
  switch (errorClass) {
    case 'back-off':
      if (tooManyCalls.has(code)) return waits(untilNextMinute(now), detail, { ofChannel: false });
      // A server between us and Zalo speaks of the line; Zalo itself of this message.
      return code < 0 ? { ...again(detail), ofChannel: false } : again(detail);
    case 'later':
      return waits(untilMorning(now) + random() * morningSpreadMs, detail, { ofMessage: true });
    case 'route':
      return { kind: 'refused', reason: blocking.has(code) ? 'blocked' : 'closed', detail };
    case 'fix':
      return { kind: 'refused', reason: 'invalid', detail };
    case 'token':
      return waits(refusedTokenMs, detail, { ofChannel: true });
    case 'human':
      return needsPerson(detail);
  }
}

function again(detail: string): SendOutcome & { kind: 'retry' } {
  return { kind: 'retry', waitMs: 1_000, limited: false, detail };
}

function waits(
  waitMs: number,
  detail: string,
  about: { ofChannel?: boolean; ofMessage?: boolean },
): SendOutcome {
  return { kind: 'retry', waitMs: Math.ceil(waitMs), limited: true, detail, ...about };
}

function needsPerson(detail: string): SendOutcome {
  return {
    kind: 'retry',
    waitMs: needsPersonMs,
    limited: true,
    ofChannel: true,
    needsPerson: true,
    detail,
  };
}

/** Zalo counts calls by the minute of the clock. */
export function untilNextMinute(now: Date): number {
  return minuteMs - (now.getTime() % minuteMs);
}

/** What is not sent at night, or no more today, goes after six. */
function untilMorning(now: Date): number {
  const ofDay = now.getTime() % dayMs;
  return ofDay < morningMs ? morningMs - ofDay : morningMs + dayMs - ofDay;
}
