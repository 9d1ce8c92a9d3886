import type { Clock } from '../../platform/clock.ts';

const shortestMs = 2_000;
const longestMs = 300_000;

/** When to ask a server again that did not answer: after two seconds, then twice as long each time, up to five minutes. */
export class Patience {
  readonly #clock: Clock;
  #failures = 0;
  #until = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get isUnwell(): boolean {
    return this.#failures > 0;
  }

  mayAsk(): boolean {
    return this.#clock().getTime() >= this.#until;
  }

  answered(): void {
    this.#failures = 0;
    this.#until = 0;
  }

  failed(): void {
    const waitMs = Math.min(longestMs, shortestMs * 2 ** this.#failures);
    this.#failures += 1;
    this.#until = this.#clock().getTime() + waitMs;
  }
}
