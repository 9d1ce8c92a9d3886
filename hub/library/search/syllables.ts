import { withoutDiacritics } from '../../platform/folding.ts';

/** A syllable or number of a text. */
export interface Syllable {
  /** Lower case, no diacritics: what is matched. */
  folded: string;
  /** Lower case with its diacritics, the tone at its end: `hoá` and `hóa` are the same. */
  written: string;
}

/** Syllables and numbers of a text; matches all. */
export const wordPattern = /[\p{L}\p{M}\p{N}]+/gu;
const tone = /[\u0300\u0301\u0303\u0309\u0323]/g;
const invisible = /\p{Cf}/gu;

/** The words of a text as they stand there; `57-NQ/TW` is three. */
export function wordsOf(text: string): string[] {
  return text.replaceAll(invisible, '').match(wordPattern) ?? [];
}

/** Every Vietnamese word between two spaces is one syllable. */
export function syllableOf(found: string): Syllable {
  return { folded: withoutDiacritics(found), written: toneLast(found.toLowerCase().normalize('NFD')) };
}

export function syllablesOf(text: string): Syllable[] {
  return wordsOf(text).map(syllableOf);
}

/** The folded syllables of a text with one space between them. */
export function folded(text: string): string {
  return wordsOf(text).map(withoutDiacritics).join(' ');
}

function toneLast(decomposed: string): string {
  const tones = decomposed.match(tone);
  return tones ? decomposed.replaceAll(tone, '') + tones.join('') : decomposed;
}
