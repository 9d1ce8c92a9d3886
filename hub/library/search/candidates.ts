import type { Usual } from './library-index.ts';
import type { WeighedTerm } from './question.ts';
import type { Segment } from './segment.ts';
import { ownStrength } from './postings.ts';
import { passageLength } from './segment.ts';

/** A passage that a closer look is worth. */
export interface Candidate<SegmentOf extends Segment = Segment> {
  segment: SegmentOf;
  passage: number;
}

/** A segment with what of it may be searched: 1 for each document that may. */
export interface Readable<SegmentOf extends Segment = Segment> {
  segment: SegmentOf;
  documents: Uint8Array;
}

const saturation = 1.2;
const lengthShare = 0.6;
/** A term in more passages than this share says nothing that rarer ones do not say better, where they say anything. */
const tooCommon = 0.4;

/** Finds the passages that a closer look is worth, by BM25 over syllables and pairs, best first. Keeps its working memory. */
export function candidateFinder(): <SegmentOf extends Segment>(
  readable: readonly Readable<SegmentOf>[],
  usual: Usual,
  terms: readonly WeighedTerm[],
  count: number,
) => Candidate<SegmentOf>[] {
  let scores = new Float32Array(0);
  let touched = new Uint32Array(0);
  let open = new Uint8Array(0);
  function find<SegmentOf extends Segment>(
    readable: readonly Readable<SegmentOf>[],
    usual: Usual,
    terms: readonly WeighedTerm[],
    count: number,
  ): Candidate<SegmentOf>[] {
    const bases = basesOf(readable);
    const passageCount = bases.at(-1)!;
    if (scores.length < passageCount) {
      scores = new Float32Array(passageCount);
      touched = new Uint32Array(passageCount);
      open = new Uint8Array(passageCount);
    }
    let touchedCount = 0;
    for (const [place, { segment, documents }] of readable.entries()) {
      const base = bases[place]!;
      markOpen(open, segment, documents);
      const { terms: table, starts, passages, strengths } = segment.postings;
      for (const { first, second, worth } of terms) {
        const term = table.find(first, second);
        if (term === -1) continue;
        const end = starts[term + 1]!;
        for (let at = starts[term]!; at < end; at += 1) {
          const passage = passages[at]!;
          if (open[passage] === 0) continue;
          if (scores[base + passage] === 0) touched[touchedCount++] = base + passage;
          const frequency = strengths[at]! / ownStrength;
          const length = passageLength(segment, passage) / usual.passageLength;
          const norm = saturation * (1 - lengthShare + lengthShare * length);
          scores[base + passage]! += (worth * frequency * (saturation + 1)) / (frequency + norm);
        }
      }
    }
    const best = bestOf(touched.subarray(0, touchedCount), scores, count);
    for (let at = 0; at < touchedCount; at += 1) scores[touched[at]!] = 0;
    return best.map((passage) => {
      const place = bases.findLastIndex((base) => base <= passage);
      return { segment: readable[place]!.segment, passage: passage - bases[place]! };
    });
  }
  return (readable, usual, terms, count) => {
    const rare = terms.filter(({ frequency }) => frequency <= usual.passages * tooCommon);
    const best = find(readable, usual, rare, count);
    return best.length > 0 ? best : find(readable, usual, terms, count);
  };
}

/** Where the passages of each segment begin, when all are numbered through; one more at the end. */
function basesOf(readable: readonly Readable[]): number[] {
  const bases = [0];
  for (const { segment } of readable) bases.push(bases.at(-1)! + segment.documentOf.length);
  return bases;
}

function markOpen(open: Uint8Array, { firstPassage }: Segment, documents: Uint8Array): void {
  for (let document = 0; document < documents.length; document += 1) {
    open.fill(documents[document]!, firstPassage[document], firstPassage[document + 1]);
  }
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
