import type { Embeddings } from '../../platform/embeddings.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import type { Metrics } from '../../platform/metrics.ts';
import type { FoundInLibrary, KnownDocument, Reader } from '../port.ts';

export interface MeaningParts {
  /** Null: none is configured. */
  embeddings: Embeddings | null;
  database: Database;
  clock: Clock;
  metrics: Metrics;
  /** As the index of this process has it now; null: it has none of that id. */
  documentOf: (id: string) => KnownDocument | null;
  /** Told once when vectors are no more to be had, with nothing of any text. */
  onProblem: (error: unknown) => void;
}

/** Finding by meaning, beside finding by words. Without a model of embeddings there is none (null). */
export interface Meaning {
  /**
   * One round of what the worker's leader does: gives vectors to passages of released documents that have none of the
   * current model, drops those of what is gone. Ends early when the server is unwell, and waits before it asks again.
   * Never throws.
   */
  embedMissing(signal: AbortSignal): Promise<void>;
  /**
   * Follows the vectors of the documents that are given to it, for searches of this process. `put` and `remove` are
   * called with what is put into and taken out of the index, and return at once.
   */
  put(documents: readonly KnownDocument[]): void;
  remove(ids: readonly string[]): void;
  /** Starts to read vectors in the background; only a process that holds the index calls it. */
  hold(): { stop(): Promise<void> };
  /**
   * What was found by words, with what is near by meaning. Where no vector of the question is to be had in time it is
   * what was found by words, and `warning` says so. Throws only what `byWords` throws.
   *
   * @param byWords searches the index; called once
   */
  search(
    reader: Reader,
    typed: string,
    byWords: () => FoundInLibrary | Promise<FoundInLibrary>,
    signal?: AbortSignal,
  ): Promise<FoundInLibrary>;
  /** The server of embeddings did not answer when it was last asked. */
  warning(): 'embeddings' | null;
}
