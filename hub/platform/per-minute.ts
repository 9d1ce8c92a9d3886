import type { Clock } from './clock.ts';

/**
 * So many in a minute, of all who ask together: for where it is not known who they are. What was not taken comes back
 * little by little, up to a minute's worth.
 *
 * @param full what is thrown where none is left; `seconds`: when the next one is
 */
export function perMinute(most: number, { clock, full }: { clock: Clock; full: (seconds: number) => Error }) {
  let left = most;
  let countedAt = clock().getTime();

  return function take(): void {
    const moment = clock().getTime();
    const minutes = Math.max(0, moment - countedAt) / 60_000;
    left = Math.min(most, left + minutes * most);
    countedAt = moment;
    if (left < 1) throw full(Math.ceil(60 / most));
    left -= 1;
  };
}
