import type { Question } from './question.ts';
import type { Vocabulary } from './vocabulary.ts';
import { weights } from './weights.ts';

/** Counts the question's terms in a list of written syllables: adds to `frequencies`, by place of the term in the question. */
export type TermCounter = (written: Uint32Array, frequencies: Float32Array, share: number) => void;

/**
 * A counter for one question. Syllables are looked up in an array as long as the vocabulary, since a search passes over
 * tens of thousands of them.
 */
export function termCounter(vocabulary: Vocabulary, { terms }: Question): TermCounter {
  const syllableTerm = new Int16Array(vocabulary.foldedCount()).fill(-1);
  const pairsFrom: (Map<number, number> | undefined)[] = [];
  const opensPair = new Uint8Array(syllableTerm.length);
  for (const [place, { first, second }] of terms.entries()) {
    if (second === null) syllableTerm[first] = place;
    else {
      opensPair[first] = 1;
      (pairsFrom[first] ??= new Map<number, number>()).set(second, place);
    }
  }
  const alike = (place: number, first: number, second: number) => {
    const asked = terms[place]!.written;
    if (asked === null) return 1;
    return asked[0] === first && (asked.length === 1 || asked[1] === second) ? 1 : weights.lookalike;
  };
  return (written, frequencies, share) => {
    let before = -1;
    let beforeFolded = -1;
    let twoBefore = -1;
    let twoBeforeFolded = -1;
    for (const form of written) {
      const folded = vocabulary.foldedOf(form);
      const place = syllableTerm[folded]!;
      if (place >= 0) frequencies[place]! += share * alike(place, form, -1);
      if (beforeFolded >= 0 && opensPair[beforeFolded] === 1) {
        const pair = pairsFrom[beforeFolded]!.get(folded);
        if (pair !== undefined) frequencies[pair]! += share * alike(pair, before, form);
      }
      if (twoBeforeFolded >= 0 && opensPair[twoBeforeFolded] === 1) {
        const pair = pairsFrom[twoBeforeFolded]!.get(folded);
        if (pair !== undefined) frequencies[pair]! += share * weights.apart * alike(pair, twoBefore, form);
      }
      twoBefore = before;
      twoBeforeFolded = beforeFolded;
      before = form;
      beforeFolded = folded;
    }
  };
}
