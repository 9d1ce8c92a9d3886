import { connectingWords, negations, notDenying } from './connecting-words.ts';
import { tellingWords } from './said-there.ts';
import { without, writtenIn } from './words.ts';

/**
 * Whether a sentence denies what its clauses deny, and nothing else: both have a "not", or neither; and a word that is
 * denied in one is not said plainly in the other.
 */
export function deniesTheSame(sentence: string, clauses: string): boolean {
  const own = denied(sentence);
  const there = denied(clauses);
  if (own.count > there.count || (own.count === 0) !== (there.count === 0)) return false;
  if (own.count < there.count && isWholeOf(sentence, clauses)) return false;
  const isContrary = (one: Denied, other: Denied) =>
    [...one.words].some((word) => other.plain.has(word) && !other.words.has(word));
  return !isContrary(own, there) && !isContrary(there, own);
}

/** Whether a sentence says nearly all that is said there, so that every "not" of it counts. */
function isWholeOf(sentence: string, clauses: string): boolean {
  const own = new Set(tellingWords(sentence));
  const there = tellingWords(clauses);
  return there.filter((word) => own.has(word)).length >= there.length * nearlyAll;
}

interface Denied {
  /** How many a "not" there is. */
  count: number;
  /** What follows a "not". */
  words: ReadonlySet<string>;
  /** All other telling words. */
  plain: ReadonlySet<string>;
}

/** So far does a "not" reach, in words, until a word that tells something. */
const reach = 4;
const nearlyAll = 0.8;

function denied(text: string): Denied {
  // "Không quá" bounds and denies nothing.
  const words = without(writtenIn(text), notDenying);
  const denies = new Set<string>();
  const plain = new Set<string>();
  let count = 0;
  let left = 0;
  for (const word of words) {
    if (negations.has(word)) {
      count += 1;
      left = reach;
    } else if (!connectingWords.has(word)) {
      (left > 0 ? denies : plain).add(word);
      left = 0;
    } else {
      left -= 1;
    }
  }
  return { count, words: denies, plain };
}
