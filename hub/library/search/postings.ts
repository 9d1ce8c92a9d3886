import { listAt, type Lists } from './lists.ts';

/** For each term the passages that contain it, ascending, and how strongly (in fifths of an occurrence, up to 255). */
export interface Postings {
  starts: Uint32Array;
  passages: Uint32Array;
  strengths: Uint8Array;
}

/** An occurrence in a passage's own text counts five fifths, one in what it stands under two. */
const ownStrength = 5;
const contextStrength = 2;

const pairLists = 1 << 20;

/**
 * Terms are numbers: syllables first, then pairs of neighbours. Pairs share 2^20 lists by their hash: two that meet in
 * one list only bring a passage too many before the eyes of the second stage, which compares real pairs.
 */
export function pairTerm(first: number, second: number, syllables: number): number {
  return syllables + ((Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> 12);
}

/** @param texts per passage its own syllables  @param contexts per passage those that it stands under */
export function postingsOf(texts: Lists, contexts: Lists, syllables: number): Postings {
  const passageCount = texts.starts.length - 1;
  const terms = syllables + pairLists;
  const starts = new Uint32Array(terms + 1);
  const strengthOf = new Uint8Array(terms);
  const seen: number[] = [];
  const gather = (list: Uint32Array, strength: number) => {
    for (let at = 0; at < list.length; at += 1) {
      note(list[at]!, strength);
      if (at > 0) note(pairTerm(list[at - 1]!, list[at]!, syllables), strength);
    }
  };
  const note = (term: number, strength: number) => {
    const before = strengthOf[term]!;
    if (before === 0) seen.push(term);
    strengthOf[term] = Math.min(255, before + strength);
  };
  const eachPassage = (take: (term: number, passage: number, strength: number) => void) => {
    for (let passage = 0; passage < passageCount; passage += 1) {
      gather(listAt(texts, passage), ownStrength);
      gather(listAt(contexts, passage), contextStrength);
      for (const term of seen) {
        take(term, passage, strengthOf[term]!);
        strengthOf[term] = 0;
      }
      seen.length = 0;
    }
  };

  eachPassage((term) => (starts[term + 1]! += 1));
  for (let term = 0; term < terms; term += 1) starts[term + 1]! += starts[term]!;
  const next = starts.slice();
  const passages = new Uint32Array(starts[terms]!);
  const strengths = new Uint8Array(passages.length);
  eachPassage((term, passage, strength) => {
    const place = next[term]!++;
    passages[place] = passage;
    strengths[place] = strength;
  });
  return { starts, passages, strengths };
}

/** How many passages contain a term. */
export function documentFrequency({ starts }: Postings, term: number): number {
  return starts[term + 1]! - starts[term]!;
}
