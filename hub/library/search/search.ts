import { withoutDiacritics } from '../../platform/folding.ts';
import type { Passage, Statement } from '../structure/passages.ts';
import { answerTypeOf, type AnswerType } from './answer-type.ts';
import { candidateFinder, type Readable } from './candidates.ts';
import { definitionAsked, sameTerm, type DefinitionAsked } from './definition-asked.ts';
import { usualOf, type Indexed } from './library-index.ts';
import { namedDocuments, type Named } from './named-documents.ts';
import { understand, type Question } from './question.ts';
import { rarity } from './rarity.ts';
import { referencesIn, type References } from './references.ts';
import { withoutRepeats } from './repeats.ts';
import type { MayRead, Searchable } from './searchable.ts';
import { passageAt, type Segment } from './segment.ts';
import { allSignals, type Signals } from './signals.ts';
import { scoreStatements, type StatementScore } from './statement-scores.ts';
import { folded, syllablesOf, type Syllable } from './syllables.ts';
import { weights } from './weights.ts';

export type { MayRead } from './searchable.ts';

/** What a search found, and how the question was understood. */
export interface Found<Document extends Searchable = Searchable> {
  /** Of the question, shorthand spelt out. */
  syllables: readonly Syllable[];
  answerType: AnswerType;
  named: Named<Document>;
  /** Best first. */
  statements: readonly FoundStatement<Document>[];
  /** What the telling words of the question are worth together: a score beside it says how much of them was met. */
  worth: number;
  /** What a word would be worth that stands nowhere in the library: scores grow with it as a library grows. */
  rarest: number;
  /**
   * The best scores by words alone, best first, where the order of the statements is also that of their meaning: whether
   * there is an answer is judged by these, since something is always near. Absent: the statements' own.
   */
  wordScores?: readonly number[];
}

/** What was found stays what it was, whatever becomes of the index: it holds the document's own parts. */
export interface FoundStatement<Document extends Searchable = Searchable> {
  document: Document;
  passage: Passage;
  /** One of the passage's. */
  statement: Statement;
  score: number;
  /** Share of the question's weight that stands in the statement or above it, 0 to 1. */
  coverage: number;
  /** How well it defines what the question wants defined, 0 to 1. */
  defines: number;
}

interface Sought<Document extends Searchable> {
  defined: DefinitionAsked | null;
  references: References;
  named: Named<Document>;
  signals: Signals;
  /** As in Found. */
  worth: number;
}

/** Passages that the second stage looks into. */
const looks = 200;
/** Words of the question that count at least this much are those that tell what it is about. */
const telling = 0.5;
/** Scores stay as high as they were: refusing compares them with what the question is worth. */
const usualOpening = 0.5;

/** Finds statements for what was typed. One search at a time: the working memory is kept from one to the next. */
export function librarySearch<Document extends Searchable>(
  index: Indexed<Document>,
  signals: Signals = allSignals,
): (typed: string, mayRead?: MayRead<Document>) => Found<Document> {
  const candidates = candidateFinder();
  return (typed, mayRead = () => true) => {
    const readable = readableOf(index.segments, mayRead);
    const usual = usualOf(index);
    const question = understand(index, usual, syllablesOf(typed), signals);
    const said = question.syllables.map((syllable) => syllable.folded).join(' ');
    const references = referencesIn(withoutDiacritics(typed));
    const named = namedDocuments(readable, references, said);
    const worth = worthOf(question);
    const sought = { defined: definitionAsked(said), references, named, signals, worth };
    const passages = candidates(readable, usual, question.terms, looks);
    const statements = scoreStatements(index, usual, question, passages)
      .map((scored) => withBonus(scored, sought))
      .toSorted(bestFirst);
    return {
      syllables: question.syllables,
      answerType: answerTypeOf(said),
      named,
      statements: signals.repeats
        ? withoutRepeats(statements, named.documents).toSorted(bestFirst)
        : statements,
      worth,
      rarest: rarity(usual.passages, 0),
    };
  };
}

/** Equals stand in an order that does not depend on when each was put in. */
function bestFirst(one: FoundStatement, other: FoundStatement): number {
  return (
    other.score - one.score ||
    compared(one.document.id, other.document.id) ||
    one.statement.start - other.statement.start
  );
}

function compared(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

/** Segments with something in them for this reader. */
function readableOf<Document extends Searchable>(
  segments: readonly Segment<Document>[],
  mayRead: MayRead<Document>,
): Readable<Segment<Document>>[] {
  return segments
    .map((segment) => ({
      segment,
      documents: segment.alive.map((alive, place) =>
        alive === 1 && mayRead(segment.documents[place]!) ? 1 : 0,
      ),
    }))
    .filter(({ documents }) => documents.includes(1));
}

function withBonus<Document extends Searchable>(
  { segment, passage: number, ...scored }: StatementScore<Segment<Document>>,
  { defined, references, named, signals, worth }: Sought<Document>,
): FoundStatement<Document> {
  const document = segment.documents[segment.documentOf[number]!]!;
  const passage = passageAt(segment, number);
  const statement = passage.statements[scored.statement - segment.firstStatement[number]!]!;
  const defines = defined && statement.term ? sameTerm(defined, folded(statement.term).split(' ')) : 0;
  let factor = 1;
  if (signals.coverage) factor += weights.coverage * scored.coverage;
  if (signals.references && named.documents.has(document)) factor += weights.namedDocument;
  if (signals.definitions) factor += weights.definition * defines;
  if (signals.validity && !document.inForce) factor += weights.replaced;
  if (statement.isHeading) factor += weights.heading;
  const isMeant = named.documents.size === 0 || named.documents.has(document);
  const isNamed = signals.references && isMeant && isIn(statement.locator, references);
  if (signals.opening) factor *= 1 + weights.opening * (scored.opening - usualOpening);
  const score = scored.score * factor + (isNamed ? weights.namedArticle * worth : 0);
  return { document, passage, statement, score, coverage: scored.coverage, defines };
}

function isIn(locator: string, { article, clause, point }: References): boolean {
  if (article === null) return false;
  const place = `${withoutDiacritics(locator)},`;
  return (
    place.includes(`dieu ${article},`) &&
    (clause === null || place.includes(`khoan ${clause},`)) &&
    (point === null || place.includes(`diem ${point},`))
  );
}

function worthOf({ terms }: Question): number {
  return terms.filter(({ weight }) => weight >= telling).reduce((sum, { worth }) => sum + worth, 0);
}
