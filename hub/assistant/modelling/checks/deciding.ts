import { bounds, decidingPhrases, exceptions } from './connecting-words.ts';
import { factsIn } from './facts.ts';
import { hasPhrase, without, writtenIn } from './words.ts';

/**
 * Whether how much, how strictly and for whom is said in a sentence as it is said there: no bound is added, turned or, where
 * its number is told, left out, and no exception is kept from the reader.
 *
 * @param near what the sentence is drawn from, and what that hangs on
 * @param sentences what it is drawn from
 */
export function decidesTheSame(sentence: string, near: string, sentences: string): boolean {
  let own = writtenIn(sentence);
  let there = writtenIn(near);
  for (const same of decidingPhrases) {
    if (hasOneOf(own, same) && !hasOneOf(there, same)) return false;
    // "Không quá" is not "quá".
    own = without(own, same);
    there = without(there, same);
  }
  const said = writtenIn(sentences);
  if (hasOneOf(said, exceptions) && !hasOneOf(writtenIn(sentence), exceptions)) return false;
  return true;
}

/** Whether every bound of a number that both tell is told by the sentence too. @param clauses what it is drawn from */
export function keepsBounds(sentence: string, clauses: string): boolean {
  const facts = factsIn(sentence).implied;
  const own = writtenIn(sentence);
  return clauses.split(/[,;:]\s|\n/).every((clause) => {
    const isTold = [...factsIn(clause).said].some((fact) => facts.has(fact));
    const said = writtenIn(clause);
    return !isTold || bounds.every((same) => !hasOneOf(said, same) || hasOneOf(own, same));
  });
}

function hasOneOf(words: readonly string[], phrases: readonly (readonly string[])[]): boolean {
  return phrases.some((phrase) => hasPhrase(words, phrase));
}
