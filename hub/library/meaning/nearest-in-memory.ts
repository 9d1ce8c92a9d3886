import { setImmediate as otherWork } from 'node:timers/promises';
import type { Passage } from '../structure/passages.ts';
import type { KnownDocument } from '../port.ts';
import { NearestSoFar, nothingNear, type Nearest } from './nearest.ts';
import { rounded, VectorMemory } from './vector-memory.ts';

/** Vectors of documents in this process, and the passages they are of. */
export interface NearestInMemory extends Nearest {
  /** In place of what the document had. Only vectors of the question's size are compared with it. */
  set(document: KnownDocument, passages: readonly Passage[], vectors: readonly Float32Array[]): void;
  delete(id: string): void;
}

/** How long one look at the vectors may hold up everything else. */
const sliceMs = 8;

/** Compares a question with every vector: exact but for a thousandth, a hundred thousand in about ten milliseconds. */
export function nearestInMemory(): NearestInMemory {
  const known = new Map<string, { document: KnownDocument; passages: readonly Passage[] }>();
  /** By the size of their vectors: a server that changes its model leaves two sizes for a while. */
  const memories = new Map<number, VectorMemory>();

  function remove(id: string): void {
    known.delete(id);
    for (const [dimension, memory] of memories) {
      memory.delete(id);
      if (memory.count === 0) memories.delete(dimension);
    }
  }

  return {
    set(document, passages, vectors) {
      remove(document.id);
      const dimension = vectors[0]?.length;
      if (dimension === undefined) return;
      const memory = memories.get(dimension) ?? new VectorMemory(dimension);
      memories.set(dimension, memory);
      memory.set(document.id, vectors);
      known.set(document.id, { document, passages });
    },
    delete: remove,
    async nearest(question, count, isOpen) {
      const vectors = memories.get(question.length);
      if (!vectors) return nothingNear;
      const asked = rounded(question);
      const best = new NearestSoFar(count);
      let compared = 0;
      let sum = 0;
      let squares = 0;
      let begun = performance.now();
      // What is set or deleted between two slices is seen as it is then, or not at all.
      for (const { document, passages } of known.values()) {
        if (!isOpen(document)) continue;
        vectors.compare(asked, document.id, (place, nearness) => {
          compared += 1;
          sum += nearness;
          squares += nearness * nearness;
          best.add(document, passages[place]!, nearness);
        });
        if (performance.now() - begun < sliceMs) continue;
        await otherWork();
        begun = performance.now();
      }
      if (compared === 0) return nothingNear;
      const mean = sum / compared;
      const deviation = Math.sqrt(Math.max(0, squares / compared - mean * mean));
      return { passages: best.best(), compared, mean, deviation };
    },
  };
}
