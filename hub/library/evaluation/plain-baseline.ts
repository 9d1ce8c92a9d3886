import { syllablesOf } from '../search/syllables.ts';

const saturation = 1.2;
const lengthShare = 0.75;

/**
 * What we measure ourselves against, in the same run: BM25 over folded syllables and pairs of them, nothing else.
 *
 * @returns for a question the places of the best texts, best first
 */
export function plainBaseline(texts: readonly string[]): (question: string, count: number) => number[] {
  const postings = new Map<string, [text: number, frequency: number][]>();
  const lengths = texts.map((text, place) => {
    const terms = termsOf(text);
    for (const [term, frequency] of counted(terms)) {
      const list = postings.get(term);
      if (list) list.push([place, frequency]);
      else postings.set(term, [[place, frequency]]);
    }
    return terms.length;
  });
  const usual = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  return (question, count) => {
    const scores = new Map<number, number>();
    for (const term of new Set(termsOf(question))) {
      const list = postings.get(term) ?? [];
      const rarity = Math.log(1 + (texts.length - list.length + 0.5) / (list.length + 0.5));
      for (const [place, frequency] of list) {
        const norm = saturation * (1 - lengthShare + (lengthShare * lengths[place]!) / usual);
        const score = (rarity * frequency * (saturation + 1)) / (frequency + norm);
        scores.set(place, (scores.get(place) ?? 0) + score);
      }
    }
    const best = [...scores].toSorted(([a, scoreOfA], [b, scoreOfB]) => scoreOfB - scoreOfA || a - b);
    return best.slice(0, count).map(([place]) => place);
  };
}

function termsOf(text: string): string[] {
  const syllables = syllablesOf(text).map(({ folded }) => folded);
  return [...syllables, ...syllables.slice(1).map((syllable, before) => `${syllables[before]} ${syllable}`)];
}

function counted(terms: readonly string[]): Map<string, number> {
  const frequencies = new Map<string, number>();
  for (const term of terms) frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
  return frequencies;
}
