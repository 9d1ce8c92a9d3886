import { done, slicer } from '../search/slices.ts';
import { syllablesOf, wordPattern } from '../search/syllables.ts';
import { shorthand } from '../search/wording.ts';
import { withoutDiacritics } from '../../platform/folding.ts';
import { everydayWords } from './everyday-words.ts';
import { WordPairs } from './word-pairs.ts';

/** Gives a text that was typed without diacritics those that it was meant with, learnt from the library's own text. */
export interface Restoration {
  /** Learns a text in the background; with -1 forgets it. */
  learn(text: string, times: 1 | -1): void;
  /** As it was typed where it has diacritics, or none of its syllables is known. */
  restored(typed: string): string;
  /** Whether a syllable, folded, has been learnt in any spelling. */
  knows(syllable: string): boolean;
  close(): void;
}

const everydayTimes = 20;
/** Of what stands before a syllable against the syllable by itself. */
const pairTrust = 0.9;

export function restoration(onProblem: (error: unknown) => void): Restoration {
  const pairs = new WordPairs();
  const works = slicer();
  for (const phrase of everydayWords.split(',')) done(pairs.read(phrase, everydayTimes));

  return {
    learn(text, times) {
      works.take(pairs.read(text, times), text.length).catch(onProblem);
    },
    restored(typed) {
      const said = typed.replaceAll(wordPattern, (one) => shorthand.get(withoutDiacritics(one)) ?? one);
      if (syllablesOf(typed).some(({ folded, written }) => folded !== written)) return typed;
      const words = (said.match(wordPattern) ?? []).map(withoutDiacritics);
      const meant = likeliest(pairs, words);
      let place = 0;
      return said.replaceAll(wordPattern, (one) => meant[place++] ?? one);
    },
    knows: (syllable) => pairs.formsOf(syllable).some((form) => pairs.isUsed(form)),
    close: works.close,
  };
}

interface Step {
  form: number;
  likelihood: number;
  /** The best of the steps before. */
  from: number;
}

/** The likeliest row of spellings (Viterbi); null where a syllable is not known. */
function likeliest(pairs: WordPairs, syllables: readonly string[]): (string | null)[] {
  const steps: Step[][] = [];
  for (const syllable of syllables) {
    const before = steps.at(-1) ?? [];
    const forms = pairs.formsOf(syllable);
    steps.push((forms.length > 0 ? forms : [-1]).map((form) => bestStep(pairs, before, form)));
  }
  const meant: (string | null)[] = [];
  const last = steps.at(-1) ?? [];
  let at = last.reduce(
    (best, { likelihood }, place) => (likelihood > last[best]!.likelihood ? place : best),
    0,
  );
  for (const row of steps.toReversed()) {
    const { form, from } = row[at]!;
    meant.unshift(form < 0 ? null : pairs.spelling(form));
    at = from;
  }
  return meant;
}

function bestStep(pairs: WordPairs, before: readonly Step[], form: number): Step {
  const alone = form < 0 ? 1 : pairs.share(form);
  let best: Step = { form, likelihood: before.length > 0 ? -Infinity : Math.log(alone), from: 0 };
  for (const [from, step] of before.entries()) {
    const behind = form < 0 || step.form < 0 ? 0 : pairs.shareBehind(step.form, form);
    const likelihood = step.likelihood + Math.log(pairTrust * behind + (1 - pairTrust) * alone);
    if (likelihood > best.likelihood) best = { form, likelihood, from };
  }
  return best;
}
