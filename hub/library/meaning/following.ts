import { setImmediate as otherWork, setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../../platform/database/index.ts';
import type { KnownDocument } from '../port.ts';
import { embeddedText } from './embedded-text.ts';
import type { NearestInMemory } from './nearest-in-memory.ts';
import { readVectors, vectorStates, type ReadVector } from './vectors.ts';

/** Keeps the vectors of the documents of an index in this process, as they come to be. */
export interface Following {
  put(documents: readonly KnownDocument[]): void;
  remove(ids: readonly string[]): void;
  /** Looks at all documents the next time, also at those that have all of their vectors. */
  lookAgain(): void;
  hold(): { stop(): Promise<void> };
}

interface Followed {
  document: KnownDocument;
  /** What the database had when it was last read; null: not read yet. */
  state: string | null;
  isWhole: boolean;
}

const lookMs = 2_000;
/** A server that has changed its model under the same name makes anew what is whole: each so many looks all are looked at. */
const looksBetween = 30;
/** Read at once: some eight megabytes of vectors. */
const passagesAtOnce = 2_000;
const asksAtOnce = 500;
const yieldEach = 100;

export function following(
  { database, model, prefix }: { database: Database; model: string; prefix: string },
  memory: NearestInMemory,
  onProblem: (error: unknown) => void,
): Following {
  const followed = new Map<string, Followed>();
  let looks = 0;

  /** Reads what is there and was not when last looked at, of documents that have not all of their vectors. */
  async function look(signal: AbortSignal): Promise<void> {
    looks += 1;
    const looksAtAll = looks >= looksBetween;
    if (looksAtAll) looks = 0;
    const open = [...followed.values()].filter(({ isWhole }) => looksAtAll || !isWhole);
    for (let from = 0; from < open.length && !signal.aborted; from += asksAtOnce) {
      const asked = open.slice(from, from + asksAtOnce);
      const states = await vectorStates(
        database,
        model,
        asked.map(({ document }) => document.id),
      );
      const stateOf = new Map(states.map(({ documentId, state }) => [documentId, state]));
      const changed = asked.filter((one) => (stateOf.get(one.document.id) ?? '') !== (one.state ?? ''));
      for (const some of inHandfuls(changed)) {
        if (signal.aborted) return;
        await read(some, stateOf);
      }
    }
  }

  async function read(some: readonly Followed[], stateOf: ReadonlyMap<string, string>): Promise<void> {
    const vectors = await readVectors(
      database,
      model,
      some.map(({ document }) => document.id),
    );
    const byDocument = Map.groupBy(vectors, ({ documentId }) => documentId);
    for (const one of some) {
      const { document } = one;
      // Changed or removed meanwhile: what takes its place is looked at by itself.
      if (followed.get(document.id) !== one) continue;
      one.state = stateOf.get(document.id) ?? '';
      await set(one, byDocument.get(document.id) ?? []);
    }
  }

  async function set(one: Followed, vectors: readonly ReadVector[]): Promise<void> {
    const { document } = one;
    const byStart = new Map(vectors.map((vector) => [vector.start, vector]));
    const dimension = vectors.at(-1)?.dimension;
    const taken: [passage: KnownDocument['passages'][number], vector: Float32Array][] = [];
    for (const [place, passage] of document.passages.entries()) {
      if (place % yieldEach === yieldEach - 1) await otherWork();
      const vector = byStart.get(passage.start);
      if (vector?.end !== passage.end || vector.dimension !== dimension) continue;
      const isOfIt = vector.textHash.equals(embeddedText(document, passage, prefix).hash);
      if (isOfIt) taken.push([passage, vector.vector]);
    }
    if (followed.get(document.id) !== one) return;
    one.isWhole = taken.length === document.passages.length;
    memory.set(
      document,
      taken.map(([passage]) => passage),
      taken.map(([, vector]) => vector),
    );
  }

  return {
    put(documents) {
      for (const document of documents) {
        memory.delete(document.id);
        followed.set(document.id, { document, state: null, isWhole: document.passages.length === 0 });
      }
    },
    remove(ids) {
      for (const id of ids) {
        memory.delete(id);
        followed.delete(id);
      }
    },
    lookAgain: () => void (looks = looksBetween),
    hold() {
      const stopping = new AbortController();
      const { signal } = stopping;
      const watching = (async () => {
        while (!signal.aborted) {
          await look(signal).catch(onProblem);
          await sleep(lookMs, undefined, { signal }).catch(() => {});
        }
      })();
      return {
        async stop() {
          stopping.abort();
          await watching;
        },
      };
    },
  };
}

function* inHandfuls(documents: readonly Followed[]): Generator<Followed[]> {
  let handful: Followed[] = [];
  let passages = 0;
  for (const one of documents) {
    if (passages > 0 && passages + one.document.passages.length > passagesAtOnce) {
      yield handful;
      handful = [];
      passages = 0;
    }
    handful.push(one);
    passages += one.document.passages.length;
  }
  if (handful.length > 0) yield handful;
}
