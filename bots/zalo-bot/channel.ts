import type { Channel, SendOutcome, Terms } from '../../hub/channels/index.ts';
import { NoAnswer } from '../../hub/platform/line.ts';
import type { Envelope, ZaloBotApi } from './api.ts';

/** The Bot Platform's limits: 2,000 characters, no buttons, no files (channels.md 3). */
const limits = { textUnits: 2_000, buttons: 0, fileBytes: 0 };
/** Messages that are on their way at once: fifty people at most are linked. */
export const connections = 8;
/** Where "too many" comes without a wait: doubled from time to time, it outlasts a limit by the minute. */
const unnamedWaitMs = 20_000;
/** Between two looks whether the operator has mended the token. */
const refusedTokenMs = 5_000;

/** Sends over the Bot Platform. Says what came of it; decides nothing. */
export function zaloBotChannel(api: ZaloBotApi, quotas: { monthly: number; people: number }): Channel {
  const terms: Terms = {
    // No window is documented, nor what becomes of who has been silent for long (docs/zalo-bot.md).
    window: null,
    templateFor: () => null,
    monthlyQuota: quotas.monthly === Infinity ? null : quotas.monthly,
    peopleQuota: quotas.people === Infinity ? null : quotas.people,
    monthlyBudget: Infinity,
  };
  return {
    name: 'zalo_bot',
    limits,
    lines: connections,
    terms,
    async send({ address, part }) {
      if (part.kind === 'file') return { kind: 'refused', reason: 'invalid', detail: 'no-files' };
      try {
        const parameters = { chat_id: address, text: part.text };
        const answer = await api.call<{ message_id?: unknown }>('sendMessage', parameters);
        return answer.ok ? { kind: 'sent', providerId: String(answer.result?.message_id) } : refusal(answer);
      } catch (error) {
        if (error instanceof NoAnswer) return noAnswer(error);
        throw error;
      }
    },
    async answers() {
      try {
        return (await api.call('getMe')).ok;
      } catch (error) {
        if (error instanceof NoAnswer) return false;
        throw error;
      }
    },
    close: api.close,
  };
}

function noAnswer({ asked, detail }: NoAnswer): SendOutcome {
  return asked ? { kind: 'unknown', detail } : { kind: 'retry', waitMs: 1_000, limited: false, detail };
}

/**
 * What the platform's codes mean for us. Few are documented: what is not known to speak of one person is taken to
 * speak of the channel, since a chat once given up is not asked again.
 */
function refusal(answer: Envelope<unknown> & { ok: false }): SendOutcome {
  const { code, description, retryAfterSeconds } = answer;
  if (code === 429) return tooMany(retryAfterSeconds);
  if (code === 403) return { kind: 'refused', reason: 'blocked', detail: 'forbidden' };
  if ((code === 400 || code === 404) && /\b(?:chat|user)\b.*\bnot found\b/i.test(description))
    return { kind: 'refused', reason: 'blocked', detail: 'no-such-chat' };
  if (code === 400) return { kind: 'refused', reason: 'invalid', detail: 'bad-request' };
  // The platform waited for itself: the message may have gone.
  if (code === 408) return { kind: 'unknown', detail: 'http-408' };
  if (code === 401 || code === 404) {
    const detail = `bot-refused-${code}`;
    const needsPerson = code === 401;
    return { kind: 'retry', waitMs: refusedTokenMs, limited: true, ofChannel: true, needsPerson, detail };
  }
  return { kind: 'retry', waitMs: 1_000, limited: false, detail: `http-${code}` };
}

/**
 * Without a wait it may be the month's quota, which the platform counts and we only count with. Then everybody is told
 * so: the breaker or, with a few, their attempts lead them to another channel.
 */
function tooMany(retryAfterSeconds: number | undefined): SendOutcome {
  const detail = 'too-many-requests';
  return retryAfterSeconds === undefined
    ? { kind: 'retry', waitMs: unnamedWaitMs, limited: false, detail }
    : { kind: 'retry', waitMs: retryAfterSeconds * 1_000, limited: true, detail };
}
