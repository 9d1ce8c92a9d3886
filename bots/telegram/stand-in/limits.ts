import { Refusal } from './calls.ts';

/** Messages per second; a whole second's worth may come as one burst, at least one message. */
export type Limits = { perSecond?: number; perChatPerSecond?: number };

export type Bucket = { tokens: number; at: number };

/** Token buckets on the real clock, since a test's clock may stand still. */
export function rateLimits(limits: Limits) {
  const everyone: Bucket = { tokens: Infinity, at: 0 };
  let violations = 0;

  /** @throws {Refusal} 429 with the whole seconds to wait, when a limit is exceeded */
  function spend(chat: { bucket: Bucket | undefined }): void {
    const now = performance.now();
    const { perSecond, perChatPerSecond } = limits;
    if (perSecond !== undefined) take(everyone, perSecond, now);
    if (perChatPerSecond === undefined) return;
    chat.bucket ??= { tokens: Infinity, at: now };
    take(chat.bucket, perChatPerSecond, now);
  }

  function take(bucket: Bucket, perSecond: number, now: number): void {
    const capacity = Math.max(1, perSecond);
    bucket.tokens = Math.min(capacity, bucket.tokens + ((now - bucket.at) / 1000) * perSecond);
    bucket.at = now;
    if (bucket.tokens >= 1) {
      bucket.tokens -= 1;
      return;
    }
    violations += 1;
    const seconds = Math.max(1, Math.ceil((1 - bucket.tokens) / perSecond));
    throw new Refusal(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
  }

  return {
    spend,
    violations: () => violations,
    change(next: Limits) {
      limits = next;
    },
    current: () => limits,
  };
}
export type RateLimits = ReturnType<typeof rateLimits>;
