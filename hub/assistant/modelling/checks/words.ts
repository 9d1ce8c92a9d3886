import { syllableOf, type Span } from '../../../library/index.ts';

/** A syllable, number or abbreviation of a text, and where it stands. */
export interface Word extends Span {
  /** As it stands there. */
  said: string;
  /** Lower case with its diacritics, wherever the tone was put. */
  written: string;
}

/** Marks where a line may break, which nobody sees. */
export const softBreaks = /[\u00AD\u200B]/g;
const word = /[\p{L}\p{M}\p{N}](?:[\u00AD\u200B]*[\p{L}\p{M}\p{N}])*/gu;

export function wordsIn(text: string): Word[] {
  return [...text.matchAll(word)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
    said: found[0],
    written: writtenForm(found[0]),
  }));
}

function writtenForm(word: string): string {
  return syllableOf(word.replaceAll(softBreaks, '')).written;
}

/** A list of words or phrases as texts are compared: `một số` for both spellings of each. */
export function writtenPhrases(list: string): readonly (readonly string[])[] {
  return list.split(',').map(writtenIn);
}

/** Where a phrase begins among words, from `from` on; -1: nowhere. */
export function indexOfPhrase(words: readonly string[], phrase: readonly string[], from = 0): number {
  for (let at = from; at + phrase.length <= words.length; at += 1) {
    if (phrase.every((word, index) => words[at + index] === word)) return at;
  }
  return -1;
}

export function hasPhrase(words: readonly string[], phrase: readonly string[]): boolean {
  return indexOfPhrase(words, phrase) >= 0;
}

/** Words as they are compared, in their order. */
export function writtenIn(text: string): string[] {
  return wordsIn(text).map(({ written }) => written);
}

/** Words with an empty one in the place of each of these phrases. */
export function without(words: readonly string[], phrases: readonly (readonly string[])[]): string[] {
  const left = [...words];
  for (const phrase of phrases) {
    for (let at = indexOfPhrase(left, phrase); at >= 0; at = indexOfPhrase(left, phrase)) {
      left.splice(at, phrase.length, '');
    }
  }
  return left;
}
