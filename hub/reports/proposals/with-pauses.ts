import { setImmediate as othersTurn } from 'node:timers/promises';

const atOnceMs = 20;

/** The same, one after another, with pauses in which others have their turn: this process has deliveries to keep alive. */
export async function* withPauses<Each>(all: Iterable<Each>): AsyncGenerator<Each> {
  let since = performance.now();
  for (const each of all) {
    if (performance.now() - since > atOnceMs) {
      await othersTurn();
      since = performance.now();
    }
    yield each;
  }
}
