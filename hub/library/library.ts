import type { People } from '../people/index.ts';
import type { Actor, Audit } from '../platform/audit.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import type { Embeddings } from '../platform/embeddings.ts';
import type { Metrics } from '../platform/metrics.ts';
import type { Signals } from '../platform/signals.ts';
import { adding } from './adding.ts';
import { browsing } from './browsing.ts';
import { changing } from './changing.ts';
import { correcting } from './correcting.ts';
import { deciding } from './deciding.ts';
import { eyes } from './eyes.ts';
import { finding } from './finding.ts';
import { incoming } from './incoming.ts';
import { loading } from './loading.ts';
import { openMeaning } from './meaning/meaning.ts';
import { opening } from './opening.ts';
import type { KnownDocument, Library, UnitName } from './port.ts';
import { openIndex } from './search/living-index.ts';

export interface LibraryParts {
  database: Database;
  people: People;
  audit: Audit;
  clock: Clock;
  signals: Signals;
  metrics: Metrics;
  /** Null or not given: documents are found by their words alone. */
  embeddings?: Embeddings | null;
  onProblem: (error: unknown) => void;
}

/** Documents that are kept, read and found. */
export function library(parts: LibraryParts): Library {
  const { database, people, clock, signals, metrics, embeddings = null, onProblem } = parts;
  const seen = eyes(parts);
  const change = changing(parts);
  const { add, take } = adding({ ...parts, change });
  const { receive, list, sweep } = incoming({ ...parts, take });
  const { describe, remove, keptUnit } = correcting({ ...parts, eyes: seen, change });
  const { browse, drafts, whatsNew, markSeen } = browsing({ ...parts, eyes: seen });
  const index = openIndex<KnownDocument>({ onProblem });
  const meaning = openMeaning({
    embeddings,
    database,
    clock,
    metrics,
    documentOf: index.document,
    onProblem,
  });
  const followers = meaning ? [meaning] : [];
  const loaded = loading({ database, clock, signals, index, followers, onProblem });
  watch(metrics, loaded.state);

  async function desks(by: Actor): Promise<UnitName[]> {
    const held = by.memberId === null ? [] : await people.unitsHeld(by.memberId, 'library.keep');
    return await database.query<UnitName>(
      // Kinds of units are in order, from the top down.
      `select id, code, name from unit where id = any ($1::uuid[]) or ($2 and parent_id is null) order by kind, code`,
      [held.map(({ id }) => id), by.memberId === null],
    );
  }

  return {
    keeping: {
      desks,
      add,
      receive,
      incoming: list,
      drafts,
      describe,
      ...deciding({ ...parts, eyes: seen, change, keptUnit }),
      remove,
    },
    reading: { browse, ...opening({ database, clock, eyes: seen }), whatsNew, markSeen },
    ...finding({ index, loaded, eyes: seen, meaning }),
    holdIndex() {
      const running = [loaded.hold(), ...(meaning ? [meaning.hold()] : [])];
      return {
        async stop() {
          await Promise.all(running.map((part) => part.stop()));
        },
      };
    },
    async work(signal) {
      await sweep().catch(onProblem);
      await meaning?.embedMissing(signal);
    },
  };
}

/** Of the index of this process; nothing where it holds none. */
function watch(metrics: Metrics, state: ReturnType<typeof loading>['state']): void {
  const gauge = (name: string, help: string, value: (now: ReturnType<typeof state>) => number) =>
    metrics.watch({
      name,
      help,
      labelNames: [],
      read: async () => (state().held ? [{ labels: {}, value: value(state()) }] : []),
    });
  gauge('caunoi_library_documents', 'Documents in the index of this process', ({ documents }) => documents);
  gauge('caunoi_library_passages', 'Passages in the index of this process', ({ passages }) => passages);
  gauge('caunoi_library_building', '1 while the index is read for the first time', ({ building }) =>
    building ? 1 : 0,
  );
}
