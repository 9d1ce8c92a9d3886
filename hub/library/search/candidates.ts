import type { LibraryIndex } from './library-index.ts';

/** A term of the question with what its presence is worth. */
export interface WeightedTerm {
  term: number;
  weight: number;
}

const saturation = 1.2;
const lengthShare = 0.6;
/** A term in more passages than this share says nothing that rarer ones do not say better. */
const tooCommon = 0.4;

/** Finds the passages that a closer look is worth, by BM25 over syllables and pairs, best first. Keeps its working memory. */
export function candidateFinder(
  index: LibraryIndex,
): (terms: readonly WeightedTerm[], count: number, isOpen: (passage: number) => boolean) => number[] {
  const { starts, passages, strengths } = index.postings;
  const scores = new Float32Array(index.documentOf.length);
  const touched = new Uint32Array(scores.length);
  return (terms, count, isOpen) => {
    let touchedCount = 0;
    for (const { term, weight } of telling(terms, index)) {
      for (let at = starts[term]!; at < starts[term + 1]!; at += 1) {
        const passage = passages[at]!;
        if (!isOpen(passage)) continue;
        if (scores[passage] === 0) touched[touchedCount++] = passage;
        const frequency = strengths[at]! / 5;
        const norm = saturation * (1 - lengthShare + lengthShare * index.relativeLength[passage]!);
        scores[passage]! += (weight * frequency * (saturation + 1)) / (frequency + norm);
      }
    }
    const best = bestOf(touched.subarray(0, touchedCount), scores, count);
    for (let at = 0; at < touchedCount; at += 1) scores[touched[at]!] = 0;
    return best;
  };
}

function telling(
  terms: readonly WeightedTerm[],
  { postings, documentOf }: LibraryIndex,
): readonly WeightedTerm[] {
  const limit = documentOf.length * tooCommon;
  const rare = terms.filter(({ term }) => postings.starts[term + 1]! - postings.starts[term]! <= limit);
  return rare.length > 0 ? rare : terms;
}

/** The `count` highest, by a heap whose root is the lowest of them; of equals the earlier passage first. */
function bestOf(passages: Uint32Array, scores: Float32Array, count: number): number[] {
  const heap: number[] = [];
  const isWorse = (a: number, b: number) => {
    const difference = scores[a]! - scores[b]!;
    return difference < 0 || (difference === 0 && a > b);
  };
  const sink = (from: number) => {
    for (let at = from; ;) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < heap.length && isWorse(heap[child]!, heap[least]!)) least = child;
      }
      if (least === at) return;
      [heap[at], heap[least]] = [heap[least]!, heap[at]!];
      at = least;
    }
  };
  for (const passage of passages) {
    if (heap.length < count) {
      heap.push(passage);
      if (heap.length === count) for (let at = count >> 1; at >= 0; at -= 1) sink(at);
    } else if (isWorse(heap[0]!, passage)) {
      heap[0] = passage;
      sink(0);
    }
  }
  return heap.sort((a, b) => (isWorse(b, a) ? -1 : 1));
}
