import { connectingWords, decidingPhrases, numberWords } from './connecting-words.ts';
import { factsIn } from './facts.ts';
import { without, writtenIn } from './words.ts';

/** Of the telling words of a sentence so many must stand in the sentences that it is drawn from. */
const nearShare = 0.7;
/** So many in the passages at all. */
const aroundShare = 0.85;
/** Of its pairs of neighbouring telling words so many must stand there side by side. */
const pairShare = 0.4;
/** So many such pairs in a row that stand nowhere are a phrase of its own, whatever its words. */
const longestOwnPhrase = 3;

const deciding = decidingPhrases.flat();

/** The words of a text that claim something by themselves; numbers and what decides are compared as such. */
export function tellingWords(text: string): string[] {
  return claimsIn(text).filter((word) => word !== '');
}

/** The same, with an empty word for each that tells nothing. */
function claimsIn(text: string): string[] {
  return without(writtenIn(text), deciding).map((word) =>
    connectingWords.has(word) || numberWords.has(word) || /^\d/.test(word) ? '' : word,
  );
}

/**
 * Whether what a sentence says is said in the passages, as far as words tell: its telling words stand there, no word of
 * two syllables is of its own, and most stand near what it is drawn from, next to each other as there.
 */
export function isSaidThere(sentence: string, near: string, around: string): boolean {
  const words = claimsIn(sentence);
  const claimed = words.filter((word) => word !== '');
  if (claimed.length + factsIn(sentence).said.size < 2) return false;
  const all = new Set(writtenIn(around)).add('');
  const close = new Set(writtenIn(near));
  const share = (those: ReadonlySet<string>) =>
    claimed.filter((word) => those.has(word)).length / Math.max(1, claimed.length);
  const isInvented = (at: number) => at < words.length && !all.has(words[at]!);
  if (words.some((_, at) => isInvented(at) && isInvented(at + 1))) return false;
  if (claimed.length === 0) return true;
  const isFar = (part: string) => {
    const of = tellingWords(part);
    return of.length >= 3 && of.filter((word) => close.has(word)).length < of.length * nearShare;
  };
  if (sentence.split(/[,;:–]\s|\s(?:và|hoặc|nhưng)\s/u).some(isFar)) return false;
  return share(all) >= aroundShare && share(close) >= nearShare && pairsStand(claimed, near, around);
}

/** The same of words in an order of their own, such as those of a translation: all stand there, and most near. */
export function standsThere(sentence: string, near: string, around: string): boolean {
  const claimed = tellingWords(sentence);
  if (claimed.length + factsIn(sentence).said.size < 2) return false;
  const all = new Set(writtenIn(around));
  const close = new Set(writtenIn(near));
  return (
    claimed.every((word) => all.has(word)) &&
    claimed.filter((word) => close.has(word)).length >= claimed.length * nearShare
  );
}

function pairsStand(claimed: readonly string[], near: string, around: string): boolean {
  const there = new Set(pairsOf([...tellingWords(near), '', ...tellingWords(around)]));
  const stands = pairsOf(claimed).map((pair) => there.has(pair));
  const isOwnPhrase = stands.some((_, at) => {
    const run = stands.slice(at, at + longestOwnPhrase);
    return run.length === longestOwnPhrase && run.every((isThere) => !isThere);
  });
  return !isOwnPhrase && stands.filter(Boolean).length >= stands.length * pairShare;
}

function pairsOf(words: readonly string[]): string[] {
  return words.slice(1).map((word, at) => `${words[at]} ${word}`);
}
