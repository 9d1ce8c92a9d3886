import { listAt } from './lists.ts';
import type { LibraryIndex } from './library-index.ts';
import { documentFrequency, pairTerm } from './postings.ts';
import type { Question, QuestionTerm } from './question.ts';
import { termCounter } from './term-counter.ts';
import { weights } from './weights.ts';

export interface StatementScore {
  statement: number;
  passage: number;
  /** BM25 over the statement's own words and, lighter, those that it stands under. */
  score: number;
  /** Share of the question's weight that stands in the statement or above it, 0 to 1. */
  coverage: number;
}

/** What the presence of a term is worth by its rarity alone. */
export function rarity(
  { postings, vocabulary, documentOf }: LibraryIndex,
  { first, second }: QuestionTerm,
): number {
  const term = second === null ? first : pairTerm(first, second, vocabulary.foldedCount());
  const containing = documentFrequency(postings, term);
  return Math.log(1 + (documentOf.length - containing + 0.5) / (containing + 0.5));
}

/** Looks at every statement of some passages. */
export function scoreStatements(
  index: LibraryIndex,
  question: Question,
  passages: readonly number[],
): StatementScore[] {
  const score = statementScorer(index, question);
  const scores: StatementScore[] = [];
  for (const passage of passages) {
    const end = index.firstStatement[passage + 1]!;
    for (let statement = index.firstStatement[passage]!; statement < end; statement += 1) {
      const scored = score(statement);
      if (scored.score > 0) scores.push({ statement, passage, ...scored });
    }
  }
  return scores;
}

function statementScorer(index: LibraryIndex, question: Question) {
  const { terms } = question;
  const worth = Float64Array.from(terms, (term) => term.weight * rarity(index, term));
  const isPair = terms.map(({ second }) => second !== null);
  const total = worth.reduce((sum, value, place) => sum + (isPair[place] ? 0 : value), 0);
  const above = contextCounter(index, question);
  const count = termCounter(index, question);
  const frequencies = new Float32Array(terms.length);
  const { saturation, lengthShare, contextShare } = weights;
  return (statement: number) => {
    const own = listAt(index.syllables, statement);
    let length = own.length;
    frequencies.fill(0);
    count(own, frequencies, 1);
    for (const context of listAt(index.contexts, statement)) {
      const counted = above(context);
      length += contextShare * counted.length;
      for (let place = 0; place < frequencies.length; place += 1)
        frequencies[place]! += counted.frequencies[place]!;
    }
    const norm = saturation * (1 - lengthShare + (lengthShare * length) / index.usualLength);
    let score = 0;
    let covered = 0;
    for (let place = 0; place < frequencies.length; place += 1) {
      const frequency = frequencies[place]!;
      if (frequency === 0) continue;
      score += (worth[place]! * frequency * (saturation + 1)) / (frequency + norm);
      if (!isPair[place]) covered += worth[place]! * Math.min(1, frequency);
    }
    return { score, coverage: total > 0 ? covered / total : 0 };
  };
}

/** Headings are shared by many statements: each is counted once a question. */
function contextCounter(index: LibraryIndex, question: Question) {
  const count = termCounter(index, question);
  const counted = new Map<number, { length: number; frequencies: Float32Array }>();
  return (context: number) => {
    let known = counted.get(context);
    if (!known) {
      const syllables = listAt(index.contextSyllables, context);
      known = { length: syllables.length, frequencies: new Float32Array(question.terms.length) };
      count(syllables, known.frequencies, weights.contextShare);
      counted.set(context, known);
    }
    return known;
  };
}
