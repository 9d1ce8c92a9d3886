import { syllableOf, wordsOf } from '../search/syllables.ts';
import type { Work } from '../search/slices.ts';

/** Lists that pairs share by their hash: eight megabytes, of which a large library fills a quarter. */
const pairLists = 1 << 22;
const mostCounted = 65_535;
const yieldEach = 2_000;
/** `https://chinhphu.vn/huong-dan-thuc-hien` teaches spellings that nobody means. */
const address = /\S*(?::\/\/|www\.)\S*|\S+\.(?:vn|com|org|net|html?)\b\S*/gi;
/** A text with fewer accented words than this has been typed without. */
const accentedShare = 0.1;

/** Which ways of writing there are of each syllable, and how often one follows another. */
export class WordPairs {
  readonly #numbers = new Map<string, number>();
  readonly #forms = new Map<string, number[]>();
  /** Words as they came, so that each is folded once. */
  readonly #known = new Map<string, number>();
  readonly #spellings: string[] = [];
  readonly #counts: number[] = [];
  readonly #pairs = new Uint16Array(pairLists);
  #total = 0;

  /** Reads a text in; `times` below nought takes it out again. */
  *read(text: string, times: number): Work {
    const words = wordsOf(text.replaceAll(address, ' '));
    if (!isAccented(words)) return;
    let before = -1;
    for (const [place, word] of words.entries()) {
      if (place % yieldEach === yieldEach - 1) yield;
      const number = this.#numberOf(word);
      this.#counts[number]! += times;
      this.#total += times;
      if (before >= 0) this.#count(before, number, times);
      before = number;
    }
  }

  /** Ways in which a syllable is written in the library, as numbers. */
  formsOf(folded: string): readonly number[] {
    return this.#forms.get(folded) ?? [];
  }

  /** False once every text with it was taken out again. */
  isUsed(form: number): boolean {
    return this.#counts[form]! > 0;
  }

  spelling(form: number): string {
    return this.#spellings[form]!;
  }

  /** How likely a form is, by itself. */
  share(form: number): number {
    return (this.#counts[form]! + 0.1) / (this.#total + 1);
  }

  /** How likely a form is behind another. */
  shareBehind(before: number, form: number): number {
    const seen = this.#counts[before]!;
    return seen > 0 ? Math.min(1, this.#pairs[pairOf(before, form)]! / seen) : 0;
  }

  #numberOf(word: string): number {
    const known = this.#known.get(word);
    if (known !== undefined) return known;
    const { folded, written } = syllableOf(word);
    let number = this.#numbers.get(written);
    if (number === undefined) {
      number = this.#spellings.push(word.toLowerCase().normalize('NFC')) - 1;
      this.#counts.push(0);
      this.#numbers.set(written, number);
      const forms = this.#forms.get(folded);
      if (forms) forms.push(number);
      else this.#forms.set(folded, [number]);
    }
    this.#known.set(word, number);
    return number;
  }

  #count(before: number, form: number, times: number): void {
    const at = pairOf(before, form);
    const counted = this.#pairs[at]!;
    if (counted < mostCounted) this.#pairs[at] = Math.max(0, Math.min(mostCounted, counted + times));
  }
}

function pairOf(before: number, form: number): number {
  return (Math.imul(before, 0x9e3779b1) ^ Math.imul(form, 0x85ebca6b)) >>> 10;
}

function isAccented(words: readonly string[]): boolean {
  const accented = words.filter((word) => /[^\p{ASCII}]/u.test(word)).length;
  return accented >= words.length * accentedShare;
}
