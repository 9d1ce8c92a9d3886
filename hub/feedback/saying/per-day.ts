import { calendarDay } from '../../people/index.ts';
import type { Clock } from '../../platform/clock.ts';
import { TooMuchToday } from '../errors.ts';

/**
 * How often each member spoke today. In the memory of this process and forgotten with the day: a ledger of it would tell
 * who spoke when.
 */
export function perDay(most: number, clock: Clock) {
  let day = '';
  const spoken = new Map<string, number>();

  function counted(memberId: string): number {
    const today = calendarDay(clock());
    if (day !== today) spoken.clear();
    day = today;
    return spoken.get(memberId) ?? 0;
  }

  return {
    isUsedUp: (memberId: string): boolean => counted(memberId) >= most,
    /** @throws {TooMuchToday} */
    take(memberId: string): void {
      const before = counted(memberId);
      if (before >= most) throw new TooMuchToday();
      spoken.set(memberId, before + 1);
    },
    /** It came to nothing. */
    giveBack(memberId: string): void {
      spoken.set(memberId, Math.max(0, counted(memberId) - 1));
    },
  };
}
