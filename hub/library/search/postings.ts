import type { Work } from './slices.ts';
import { TermTable } from './term-table.ts';

/** For each term of a segment the passages that contain it, ascending, and how strongly (in fifths, up to 255). */
export interface Postings {
  terms: TermTable;
  starts: Uint32Array;
  passages: Uint16Array | Uint32Array;
  strengths: Uint8Array;
  /** Per term: passages with it, of documents that are still there. */
  frequencies: Uint32Array;
}

/** Says each list of syllables (folded) of a passage, and what an occurrence in it counts, in fifths. */
export type EachList = (passage: number, take: (syllables: Uint32Array, strength: number) => void) => void;

/** An occurrence in a passage's own text counts five fifths, one in what it stands under two. */
export const ownStrength = 5;
export const contextStrength = 2;
const strongest = 255;
const shortNumbers = 65_536;
/** Entries that are put in their places between two interruptions: about a millisecond. */
const entriesAtATime = 50_000;

/** @param passageCount passages are numbered from 0 */
export function* postingsOf(passageCount: number, eachList: EachList): Work<Postings> {
  const gathered = yield* gather(passageCount, eachList);
  const { terms, frequencies, entryTerms, entryStrengths, ends } = gathered;
  terms.trim();
  const starts = new Uint32Array(terms.count + 1);
  for (let term = 0; term < terms.count; term += 1) starts[term + 1] = starts[term]! + frequencies[term]!;
  yield;
  const next = starts.slice();
  const passages = new (passageCount <= shortNumbers ? Uint16Array : Uint32Array)(starts[terms.count]!);
  const strengths = new Uint8Array(passages.length);
  let untilRest = entriesAtATime;
  for (let passage = 0, entry = 0; passage < passageCount; passage += 1) {
    for (; entry < ends[passage]!; entry += 1) {
      const place = next[entryTerms[entry]!]!++;
      passages[place] = passage;
      strengths[place] = entryStrengths[entry]!;
    }
    if (entry < untilRest) continue;
    untilRest = entry + entriesAtATime;
    yield;
  }
  return { terms, starts, passages, strengths, frequencies: frequencies.slice(0, terms.count) };
}

/** Takes a passage out of the frequencies; its entries stay until the segment is built anew. */
export function forgetPassage(postings: Postings, eachList: EachList, passage: number): void {
  const seen = new Set<number>();
  const see = (first: number, second: number | null) => seen.add(postings.terms.find(first, second));
  eachList(passage, (syllables) => eachTerm(syllables, see));
  for (const term of seen) postings.frequencies[term]! -= 1;
}

/** In how many passages of the segment a term stands. */
export function frequencyIn(postings: Postings, first: number, second: number | null): number {
  const term = postings.terms.find(first, second);
  return term === -1 ? 0 : postings.frequencies[term]!;
}

function* gather(passageCount: number, eachList: EachList) {
  const terms = new TermTable();
  let strengthOf = new Uint8Array(1024);
  let frequencies = new Uint32Array(1024);
  let entryTerms = new Uint32Array(1024);
  let entryStrengths = new Uint8Array(1024);
  let entries = 0;
  const ends = new Uint32Array(passageCount);
  const seen: number[] = [];
  let strength = 0;
  const note = (first: number, second: number | null) => {
    const term = terms.numberOf(first, second);
    if (term >= strengthOf.length) {
      strengthOf = widened(strengthOf, new Uint8Array(term * 2));
      frequencies = widened(frequencies, new Uint32Array(term * 2));
    }
    const before = strengthOf[term]!;
    if (before === 0) seen.push(term);
    strengthOf[term] = Math.min(strongest, before + strength);
  };
  const take = (syllables: Uint32Array, each: number) => {
    strength = each;
    eachTerm(syllables, note);
  };
  for (let passage = 0; passage < passageCount; passage += 1) {
    eachList(passage, take);
    if (entries + seen.length > entryTerms.length) {
      const room = (entries + seen.length) * 2;
      entryTerms = widened(entryTerms, new Uint32Array(room));
      entryStrengths = widened(entryStrengths, new Uint8Array(room));
    }
    for (const term of seen) {
      frequencies[term]! += 1;
      entryTerms[entries] = term;
      entryStrengths[entries] = strengthOf[term]!;
      entries += 1;
      strengthOf[term] = 0;
    }
    seen.length = 0;
    ends[passage] = entries;
    yield;
  }
  return { terms, frequencies, entryTerms, entryStrengths, ends };
}

function eachTerm(syllables: Uint32Array, take: (first: number, second: number | null) => void): void {
  for (let at = 0; at < syllables.length; at += 1) {
    take(syllables[at]!, null);
    if (at > 0) take(syllables[at - 1]!, syllables[at]!);
  }
}

function widened<Numbers extends Uint8Array | Uint32Array>(numbers: Numbers, wider: Numbers): Numbers {
  wider.set(numbers);
  return wider;
}
