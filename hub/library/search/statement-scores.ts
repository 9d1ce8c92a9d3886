import type { Candidate } from './candidates.ts';
import type { Indexed, Usual } from './library-index.ts';
import { listAt } from './lists.ts';
import type { Question } from './question.ts';
import type { Segment } from './segment.ts';
import { termCounter, type TermCounter } from './term-counter.ts';
import { weights } from './weights.ts';

export interface StatementScore<SegmentOf extends Segment = Segment> extends Candidate<SegmentOf> {
  /** Numbered through the segment. */
  statement: number;
  /** BM25 over the statement's own words and, lighter, those that it stands under. */
  score: number;
  /** Share of the question's weight that stands in the statement or above it, 0 to 1. */
  coverage: number;
  /** Share of the weight of its telling syllables that stands in the first words of the statement, 0 to 1. */
  opening: number;
}

/** What a statement is about stands within so many syllables. */
const openingLength = 12;

/** Looks at every statement of some passages. */
export function scoreStatements<SegmentOf extends Segment>(
  { vocabulary }: Indexed,
  usual: Usual,
  question: Question,
  candidates: readonly Candidate<SegmentOf>[],
): StatementScore<SegmentOf>[] {
  const count = termCounter(vocabulary, question);
  const scorers = new Map<Segment, ReturnType<typeof statementScorer>>();
  const scores: StatementScore<SegmentOf>[] = [];
  for (const { segment, passage } of candidates) {
    let score = scorers.get(segment);
    if (!score) scorers.set(segment, (score = statementScorer(segment, usual, question, count)));
    const end = segment.firstStatement[passage + 1]!;
    for (let statement = segment.firstStatement[passage]!; statement < end; statement += 1) {
      const scored = score(statement);
      if (scored.score > 0) scores.push({ segment, passage, statement, ...scored });
    }
  }
  return scores;
}

function statementScorer(segment: Segment, usual: Usual, { terms }: Question, count: TermCounter) {
  const worth = Float64Array.from(terms, (term) => term.worth);
  const isPair = terms.map(({ second }) => second !== null);
  const total = worth.reduce((sum, value, place) => sum + (isPair[place] ? 0 : value), 0);
  const above = contextCounter(segment, terms.length, count);
  const frequencies = new Float32Array(terms.length);
  const tells = terms.map(({ second, weight }) => second === null && weight >= 1);
  const told = worth.reduce((sum, value, place) => sum + (tells[place] ? value : 0), 0);
  const openingOf = (own: Uint32Array) => {
    frequencies.fill(0);
    count(own.subarray(0, openingLength), frequencies, 1);
    let met = 0;
    for (let place = 0; place < frequencies.length; place += 1) {
      if (tells[place]) met += worth[place]! * Math.min(1, frequencies[place]!);
    }
    return told > 0 ? met / told : 0;
  };
  const { saturation, lengthShare, contextShare } = weights;
  return (statement: number) => {
    const own = listAt(segment.syllables, statement);
    let length = own.length;
    frequencies.fill(0);
    count(own, frequencies, 1);
    for (const context of listAt(segment.contexts, statement)) {
      const counted = above(context);
      length += contextShare * counted.length;
      for (let place = 0; place < frequencies.length; place += 1)
        frequencies[place]! += counted.frequencies[place]!;
    }
    const norm = saturation * (1 - lengthShare + (lengthShare * length) / usual.statementLength);
    let score = 0;
    let covered = 0;
    for (let place = 0; place < frequencies.length; place += 1) {
      const frequency = frequencies[place]!;
      if (frequency === 0) continue;
      score += (worth[place]! * frequency * (saturation + 1)) / (frequency + norm);
      if (!isPair[place]) covered += worth[place]! * Math.min(1, frequency);
    }
    return { score, coverage: total > 0 ? covered / total : 0, opening: openingOf(own) };
  };
}

/** Headings are shared by many statements: each is counted once a question. */
function contextCounter({ contextSyllables }: Segment, termCount: number, count: TermCounter) {
  const counted = new Map<number, { length: number; frequencies: Float32Array }>();
  return (context: number) => {
    let known = counted.get(context);
    if (!known) {
      const syllables = listAt(contextSyllables, context);
      known = { length: syllables.length, frequencies: new Float32Array(termCount) };
      count(syllables, known.frequencies, weights.contextShare);
      counted.set(context, known);
    }
    return known;
  };
}
