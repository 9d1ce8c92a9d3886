import type { People } from '../people/index.ts';
import type { Audit } from '../platform/audit.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import type { Metrics } from '../platform/metrics.ts';
import type { Signals } from '../platform/signals.ts';
import type { Library } from './port.ts';

export interface LibraryParts {
  database: Database;
  people: People;
  audit: Audit;
  clock: Clock;
  signals: Signals;
  metrics: Metrics;
  onProblem: (error: unknown) => void;
}

/** Documents that are kept, read and found. */
export function library(_parts: LibraryParts): Library {
  const notBuilt = () => {
    throw new Error('not built yet');
  };
  return {
    keeping: {
      desks: notBuilt,
      add: notBuilt,
      receive: notBuilt,
      incoming: notBuilt,
      drafts: notBuilt,
      describe: notBuilt,
      decide: notBuilt,
      relate: notBuilt,
      remove: notBuilt,
    },
    reading: {
      browse: notBuilt,
      document: notBuilt,
      chain: notBuilt,
      original: notBuilt,
      whatsNew: notBuilt,
      markSeen: notBuilt,
    },
    finding: {
      state: () => ({ held: false, building: false, version: 0, documents: 0, passages: 0, total: 0 }),
      readerOf: notBuilt,
      search: notBuilt,
      document: notBuilt,
      until: notBuilt,
      warning: () => null,
    },
    passages: notBuilt,
    holdIndex: () => ({ stop: async () => {} }),
    work: async () => {},
  };
}
