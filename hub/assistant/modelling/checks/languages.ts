import { wordsIn } from './words.ts';

/** Vietnamese has a mark on every second word or more; the words of passages that have none do not count. */
const markedShare = 0.3;

export function isVietnamese(sentence: string, around: string): boolean {
  const there = new Set(wordsIn(around).map(({ written }) => written));
  const words = wordsIn(sentence).filter(({ said }) => /^\p{L}+$/u.test(said));
  const marked = words.filter(({ said }) => isMarked(said)).length;
  const plainUnknown = words.filter(({ said, written }) => !isMarked(said) && !there.has(written));
  return marked >= (words.length - marked) * markedShare && plainUnknown.length <= words.length / 4;
}

/** English letters, but for words that the passages have. */
export function isEnglish(sentence: string, around: string): boolean {
  const there = new Set(wordsIn(around).map(({ said }) => said));
  const words = wordsIn(sentence);
  const foreign = words.filter(({ said }) => isMarked(said));
  return foreign.every(({ said }) => there.has(said)) && foreign.length <= words.length / 3;
}

function isMarked(word: string): boolean {
  return /[^\p{ASCII}]/u.test(word);
}
