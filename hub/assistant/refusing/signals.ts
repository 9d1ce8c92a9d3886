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
  /** The best score by what the question's words are worth: about 1.5 where all of it is met. */
  met: number;
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

export function refusalSignals(typed: string, found: Found, quotes: readonly Quote[]): RefusalSignals {
  const { syllables, statements, named, answerType, worth } = found;
  const [best] = statements;
  const tenth = statements[9];
  const isAnswered = quotes
    .slice(0, 2)
    .some(({ text }) => containsAnswer(answerType, withoutDiacritics(text)));
  return {
    missingDocuments: Math.min(2, named.missing.length),
    outside: asksOutside(typed) ? 1 : 0,
    money: asksForMoney(typed) ? 1 : 0,
    noSuchAnswer: isAnswered ? 0 : 1,
    figuresMissing: figuresMissing(found),
    met: best && worth > 0 ? best.score / worth : 0,
    peak: best && tenth ? Math.min(flat * 2, best.score / tenth.score) : flat,
    namedDocument: named.documents.size > 0 && named.missing.length === 0 ? 1 : 0,
    defined: Math.max(0, ...statements.slice(0, looks).map(({ defines }) => defines)),
    length: Math.min(1, syllables.filter(({ folded }) => !questionSyllables.has(folded)).length / 10),
  };
}

function figuresMissing({ syllables, statements }: Found): number {
  const figures = syllables.map((syllable) => syllable.folded).filter((word) => /^\d+$/.test(word));
  if (figures.length === 0) return 0;
  const nearest = new Map(
    statements.slice(0, looks * 2).map(({ document, passage }) => [passage, document] as const),
  );
  const texts = [...nearest].slice(0, looks).map(([passage, { number, title, text }]) => {
    const above = passage.statements[0]?.context ?? [];
    return ` ${folded([number, title, ...above, text.slice(passage.start, passage.end)].join('\n'))} `;
  });
  return (
    figures.filter((figure) => !texts.some((text) => text.includes(` ${figure} `))).length / figures.length
  );
}
