import { containsAnswer, folded, questionSyllables, type Found } from '../../library/index.ts';
import { withoutDiacritics } from '../../platform/folding.ts';
import type { Quote } from '../quoting/quotes.ts';
import { asksForMoney, asksOutside } from './asks.ts';

/** What speaks for or against an answer in the library. Shares are 0 to 1, what is true or false 1 or 0. */
export interface RefusalSignals {
  /** Documents that the question names and the library does not have, at most two. */
  missingDocuments: number;
  /** Of oneself, of today, of names and numbers of people. */
  outside: number;
  money: number;
  /** The first quotes contain nothing of the kind asked for: no date, no share, no number. */
  noSuchAnswer: number;
  /** Share of the question's figures that stand nowhere in the first passages. */
  figuresMissing: number;
  /** The best score by what the question's words are worth: 1.5, the most, where all of it is met. */
  met: number;
  /**
   * The best score in words that stand nowhere else, as the logarithm to base 10 of it and one: "đảng viên" is met by any
   * page, and says nothing.
   */
  strength: number;
  /** How far the best statement stands above the tenth, from 1 up. */
  peak: number;
  /** The question names a document that the library has. */
  namedDocument: number;
  /** How well something found defines what is to be defined. */
  defined: number;
  /** Telling syllables of the question, ten and more being 1: little is met by chance where much was said. */
  length: number;
}

const looks = 3;
const flat = 3;
const wholeMet = 1.5;

export function refusalSignals(typed: string, found: Found, quotes: readonly Quote[]): RefusalSignals {
  const { syllables, statements, named, answerType, worth, rarest } = found;
  // By words alone: something is always near by its meaning.
  const scores = found.wordScores ?? statements.map(({ score }) => score);
  const [best] = scores;
  const tenth = scores[9];
  const isAnswered = quotes
    .slice(0, 2)
    .some(({ text }) => containsAnswer(answerType, withoutDiacritics(text)));
  const said = syllables.map(({ folded }) => folded);
  return {
    missingDocuments: Math.min(2, named.missing.length),
    outside: asksOutside(typed) ? 1 : 0,
    money: asksForMoney(typed) ? 1 : 0,
    noSuchAnswer: isAnswered ? 0 : 1,
    figuresMissing: shareMissing(
      said.filter((word) => /^\d+$/.test(word)),
      firstPassages(found),
    ),
    met: best && worth > 0 ? Math.min(wholeMet, best / worth) : 0,
    strength: best ? Math.log10(1 + best / rarest) : 0,
    peak: best && tenth ? Math.min(flat * 2, best / tenth) : flat,
    namedDocument: named.documents.size > 0 && named.missing.length === 0 ? 1 : 0,
    defined: Math.max(0, ...statements.slice(0, looks).map(({ defines }) => defines)),
    length: Math.min(1, said.filter(isTelling).length / 10),
  };
}

/**
 * Share of the question's telling words that stand nowhere in the first passages, nor above them, 0 to 1. Of the questions
 * that the model is fitted on those with an answer have at most 0.4, with their mistakes of typing.
 */
export function strangeWords(found: Found): number {
  return shareMissing(found.syllables.map(({ folded }) => folded).filter(isTelling), firstPassages(found));
}

function isTelling(syllable: string): boolean {
  return !questionSyllables.has(syllable);
}

/** Folded, with what they stand under, and a space at both ends. */
function firstPassages({ statements }: Found): string[] {
  const nearest = new Map(
    statements.slice(0, looks * 2).map(({ document, passage }) => [passage, document] as const),
  );
  return [...nearest].slice(0, looks).map(([passage, { number, title, text }]) => {
    const above = passage.statements[0]?.context ?? [];
    return ` ${folded([number, title, ...above, text.slice(passage.start, passage.end)].join('\n'))} `;
  });
}

/** Of some words those that stand in none of the texts; 0 of none. */
function shareMissing(words: readonly string[], texts: readonly string[]): number {
  if (words.length === 0) return 0;
  return words.filter((word) => !texts.some((text) => text.includes(` ${word} `))).length / words.length;
}
