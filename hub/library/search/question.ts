import type { Indexed, Usual } from './library-index.ts';
import { frequencyOf, rarity } from './rarity.ts';
import { sayings } from './sayings.ts';
import type { Signals } from './signals.ts';
import { correctionsOf } from './spelling.ts';
import { syllablesOf, type Syllable } from './syllables.ts';
import { weights } from './weights.ts';
import { officeAbbreviations, questionSyllables, shorthand } from './wording.ts';

/** A syllable, or two in a row, that an answer may contain. Syllables as numbers of the index's folded forms. */
export interface QuestionTerm {
  first: number;
  second: number | null;
  /** Share of a plain word of the question, which is 1. */
  weight: number;
  /** How the asker wrote it, where with diacritics: numbers of written forms, -1 for one that the library lacks. */
  written: readonly number[] | null;
}

/** A term with what its presence is worth, and the passages that it stands in. */
export interface WeighedTerm extends QuestionTerm {
  worth: number;
  frequency: number;
}

export interface Question {
  syllables: readonly Syllable[];
  terms: readonly WeighedTerm[];
}

type Add = (term: QuestionTerm) => void;
/** The number of a folded syllable that some document has. */
type Known = (folded: string) => number | undefined;

/** What to look for, from what was typed: shorthand spelt out, slips mended, words of the offices added at lower weight. */
export function understand(
  index: Indexed,
  { passages }: Usual,
  typed: readonly Syllable[],
  signals: Signals,
): Question {
  const known: Known = (folded) => {
    const number = index.vocabulary.folded(folded);
    return number !== undefined && frequencyOf(index, number, null) > 0 ? number : undefined;
  };
  const syllables = signals.wording ? spelledOut(typed) : typed;
  const terms = new Map<string, QuestionTerm>();
  const add: Add = (term) => {
    const key = `${term.first} ${term.second}`;
    const before = terms.get(key);
    if (!before || before.weight < term.weight) terms.set(key, term);
  };
  addTyped(index, known, syllables, signals, add);
  if (signals.spelling) addMended(index, known, syllables, add);
  if (signals.wording) addExpansions(known, syllables, add);
  const weighed = [...terms.values()].map((term) => {
    const frequency = frequencyOf(index, term.first, term.second);
    return { ...term, frequency, worth: term.weight * rarity(passages, frequency) };
  });
  return { syllables, terms: weighed };
}

function spelledOut(syllables: readonly Syllable[]): Syllable[] {
  return syllables.flatMap((syllable) => {
    const meant = shorthand.get(syllable.folded);
    return meant === undefined ? [syllable] : syllablesOf(meant);
  });
}

function addTyped(
  { vocabulary }: Indexed,
  known: Known,
  syllables: readonly Syllable[],
  signals: Signals,
  add: Add,
): void {
  const accented = signals.accents && syllables.some(({ folded, written }) => folded !== written);
  const writtenOf = (those: readonly Syllable[]) =>
    accented ? those.map(({ written }) => vocabulary.written(written) ?? -1) : null;
  const shareOf = ({ folded }: Syllable) =>
    signals.questionWords && questionSyllables.has(folded) ? weights.asking : 1;
  for (const [at, syllable] of syllables.entries()) {
    const first = known(syllable.folded);
    if (first === undefined) continue;
    add({ first, second: null, weight: shareOf(syllable), written: writtenOf([syllable]) });
    const next = syllables[at + 1];
    const second = next && known(next.folded);
    if (second === undefined) continue;
    add({
      first,
      second,
      weight: pairWeight(shareOf(syllable), shareOf(next!)),
      written: writtenOf([syllable, next!]),
    });
  }
}

function pairWeight(first: number, second: number): number {
  if (first === 1 && second === 1) return 1;
  return first < 1 && second < 1 ? weights.asking / 2 : (1 + weights.asking) / 3;
}

function addMended(index: Indexed, known: Known, syllables: readonly Syllable[], add: Add): void {
  const numbers = syllables.map(({ folded }) => known(folded));
  for (const [at, number] of numbers.entries()) {
    if (number !== undefined) continue;
    const before = numbers[at - 1];
    const behind = numbers[at + 1];
    const meant = correctionsOf(index, known, syllables[at]!.folded, { before, behind });
    const shared = { weight: weights.correction, written: null };
    for (const form of meant) {
      add({ first: form, second: null, weight: weights.correction / meant.length, written: null });
      if (before !== undefined) add({ first: before, second: form, ...shared });
      if (behind !== undefined) add({ first: form, second: behind, ...shared });
    }
  }
}

function addExpansions(known: Known, syllables: readonly Syllable[], add: Add): void {
  for (const phrase of expansionsOf(syllables)) {
    const forms = phrase.split(' ').map(known);
    const [first] = forms;
    if (forms.length === 1 && first !== undefined) {
      add({ first, second: null, weight: weights.expansion / 2, written: null });
    }
    for (const [at, form] of forms.entries()) {
      const next = forms[at + 1];
      if (form === undefined || next === undefined) continue;
      add({ first: form, second: next, weight: weights.expansion, written: null });
    }
  }
}

function expansionsOf(syllables: readonly Syllable[]): string[] {
  const said = ` ${syllables.map(({ folded }) => folded).join(' ')} `;
  return [
    ...syllables.flatMap(({ folded }) => officeAbbreviations.get(folded) ?? []),
    ...sayings.filter(([asked]) => said.includes(` ${asked} `)).flatMap(([, written]) => written),
  ];
}
