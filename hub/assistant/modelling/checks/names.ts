import { hasPhrase, wordsIn, type Word } from './words.ts';

/**
 * Names, abbreviations and Roman numerals of a sentence that the passages do not have. A name is a run of capitalised
 * words; at the beginning of a sentence the first of them may be there for the sentence's sake.
 */
export function unknownNames(sentence: string, around: string): string[] {
  const there = wordsIn(around);
  const written = there.map((word) => word.written);
  const said = new Set(there.map((word) => word.said));
  const isKnown = (run: readonly Word[]) =>
    hasPhrase(
      written,
      run.map((word) => word.written),
    );
  return runsOf(sentence)
    .filter((run) => {
      const [first, ...rest] = run;
      if (run.length === 1 && isAbbreviation(first!.said)) return !said.has(first!.said);
      if (isKnown(run)) return false;
      const opens = /^[^\p{L}]*$/u.test(sentence.slice(0, first!.start));
      return !(opens && (rest.length === 0 || isKnown(rest)));
    })
    .map((run) => run.map((word) => word.said).join(' '));
}

/** Capitalised words that follow each other with nothing but a space between them. */
function runsOf(sentence: string): Word[][] {
  const runs: Word[][] = [];
  let last: Word | undefined;
  for (const word of wordsIn(sentence)) {
    const isCapital = /^\p{Lu}/u.test(word.said);
    const isNext = last !== undefined && /^\s+$/.test(sentence.slice(last.end, word.start));
    if (isCapital && isNext && !isAbbreviation(word.said)) runs.at(-1)!.push(word);
    else if (isCapital) runs.push([word]);
    last = isCapital && !isAbbreviation(word.said) ? word : undefined;
  }
  return runs;
}

function isAbbreviation(word: string): boolean {
  return /^\p{Lu}[\p{Lu}\d]+$/u.test(word) || /^[IVX]$/.test(word);
}
