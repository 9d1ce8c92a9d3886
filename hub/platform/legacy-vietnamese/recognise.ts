import { isSyllable } from './syllables.ts';
import { fromTcvn3, isAllTcvn3 } from './tcvn3.ts';
import { fromVni, isAllVni } from './vni.ts';

// Letters that only Unicode and Windows-1258 have: none of them can stand for a code of TCVN3 or VNI.
const onlyUnicode =
  /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]|\p{Mn}/u;
const word = /[^\s!-/:-@[-`{-~0-9\u2010-\u203a]+/gu;
const legacyCode = /[\u00a1-\u00fe\u03bc]/u;

const encodings = [
  { read: fromTcvn3, isAll: isAllTcvn3 },
  { read: fromVni, isAll: isAllVni },
];
const fewestWords = 4;
const mostWords = 5_000;

export function hasUnicodeVietnamese(text: string): boolean {
  return onlyUnicode.test(text);
}

/** Which reading makes Vietnamese of a text without Vietnamese letters: by its words, as far as they have codes. */
export function legacyReadingOf(text: string): ((text: string) => string) | null {
  if (!legacyCode.test(text) || hasUnicodeVietnamese(text)) return null;
  const words = wordsWithCodes(text);
  if (words.length < fewestWords) return null;
  const asIs = shareOfSyllables(words);
  const [best] = encodings
    .map(({ read, isAll }) => ({
      read,
      share: words.filter((word) => isAll(word) && isSyllable(read(word))).length / words.length,
    }))
    .toSorted((one, other) => other.share - one.share);
  return best && best.share >= 0.8 && best.share - asIs >= 0.4 ? best.read : null;
}

/** A text in Unicode, whatever it was in; one that already is stays as it is, letter by letter. */
export function inUnicode(text: string): string {
  const read = legacyReadingOf(text);
  return read ? read(text) : text;
}

/** How much of the words that are not ASCII could be Vietnamese, from 0 to 1; null: there are fewer than four. */
export function shareOfVietnamese(text: string): number | null {
  const words = wordsWithCodes(text, /[^\p{ASCII}]/u);
  return words.length < fewestWords ? null : shareOfSyllables(words);
}

/** Whether a reading makes Vietnamese of each word that is none as it stands. */
export function makesWords(text: string, read: (text: string) => string): boolean {
  const words = wordsWithCodes(text);
  return words.length > 0 && words.every((each) => !isSyllable(each) && isSyllable(read(each)));
}

function wordsWithCodes(text: string, pattern = legacyCode): string[] {
  const words: string[] = [];
  for (const [found] of text.matchAll(word)) {
    if (pattern.test(found)) words.push(found);
    if (words.length === mostWords) break;
  }
  return words;
}

function shareOfSyllables(words: readonly string[]): number {
  return words.filter(isSyllable).length / words.length;
}
