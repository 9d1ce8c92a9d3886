import { setTimeout as sleep } from 'node:timers/promises';
import { batched } from '../platform/batched.ts';
import { isPassing } from '../platform/database/index.ts';
import type { Inbound } from './inbox.ts';

/** Takes in what a provider tells only once. */
export interface Intake {
  /**
   * Resolves when the event is stored. While the database is away it is held here and tried again, so that nothing is
   * lost but with the process itself.
   *
   * @throws what the database refuses for good, and everything once {@link close} was called or too much waits
   */
  take(event: Inbound): Promise<void>;
  /** Tries once more, and holds nothing back any longer. */
  close(): void;
}

const longestWaitMs = 2_000;
/** Some tens of megabytes. */
const mostWaiting = 50_000;

/**
 * Many at once are stored together.
 *
 * @param receive stores events, each once however often it is told
 * @param onProblem told of every try that failed
 */
export function openIntake({
  receive,
  onProblem,
}: {
  receive: (events: readonly Inbound[]) => Promise<void>;
  onProblem: (error: unknown) => void;
}): Intake {
  const closing = new AbortController();
  const store = batched<Inbound, void>(async (events) => {
    await untilStored(events);
    return events.map(() => undefined);
  });

  async function untilStored(events: readonly Inbound[]): Promise<void> {
    for (let waitMs = 50; ; waitMs = Math.min(longestWaitMs, waitMs * 2)) {
      try {
        return await receive(events);
      } catch (error) {
        if (!isPassing(error) || closing.signal.aborted) throw error;
        onProblem(error);
        await sleep(waitMs, undefined, { signal: closing.signal }).catch(() => {});
      }
    }
  }

  let waiting = 0;
  return {
    async take(event) {
      if (waiting >= mostWaiting) throw new Error('too many events wait for the database');
      waiting += 1;
      await store(event).finally(() => (waiting -= 1));
    },
    close: () => closing.abort(),
  };
}
