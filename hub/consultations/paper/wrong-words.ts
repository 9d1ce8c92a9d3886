import type { Clock } from '../../platform/clock.ts';
import { TooManyWrongPapers } from '../errors.ts';

/**
 * How many words that are no paper are told so in a minute, of all who type together: who they are is not known. Words of
 * a real paper cost nothing and are never refused, however many wrong ones somebody sends.
 */
export function wrongWords(most: number, clock: Clock) {
  let left = most;
  let countedAt = clock().getTime();

  /** @throws {TooManyWrongPapers} */
  return function count(): void {
    const now = clock().getTime();
    left = Math.min(most, left + (Math.max(0, now - countedAt) / 60_000) * most);
    countedAt = now;
    if (left < 1) throw new TooManyWrongPapers(Math.ceil(60 / most));
    left -= 1;
  };
}
