import { Refusal } from './refusal.ts';

export type MinuteLimit = ReturnType<typeof minuteLimit>;

/** How many calls the account may make in a minute of the stand-in's clock; Infinity for no end. */
export function minuteLimit({ perMinute, clock }: { perMinute: number; clock: () => Date }) {
  let minute = -1;
  let used = 0;
  let violations = 0;

  /** @throws {Refusal} −32 above the limit */
  function spend(): void {
    const now = Math.floor(clock().getTime() / 60_000);
    if (now !== minute) [minute, used] = [now, 0];
    used += 1;
    if (used <= perMinute) return;
    violations += 1;
    throw new Refusal(-32, 'Your application or Official Account has exceeded its requests per minute');
  }

  function headers(): Record<string, string> {
    const limit = Math.min(perMinute, 1_000_000);
    return { 'X-RateLimit-Limit': String(limit), 'X-RateLimit-Remain': String(Math.max(0, limit - used)) };
  }

  return {
    spend,
    headers,
    violations: () => violations,
    get perMinute() {
      return perMinute;
    },
    set perMinute(next: number) {
      perMinute = next;
    },
  };
}
