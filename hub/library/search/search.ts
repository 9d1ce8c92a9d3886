import { withoutDiacritics } from '../../platform/folding.ts';
import { answerTypeOf, type AnswerType } from './answer-type.ts';
import { candidateFinder } from './candidates.ts';
import { definitionAsked, sameTerm, type DefinitionAsked } from './definition-asked.ts';
import type { Passage, Statement } from '../structure/passages.ts';
import { passageAt, type LibraryIndex, type Searchable } from './library-index.ts';
import { namedDocuments, type Named } from './named-documents.ts';
import { pairTerm } from './postings.ts';
import { understand, type Question } from './question.ts';
import { referencesIn, type References } from './references.ts';
import { allSignals, type Signals } from './signals.ts';
import { rarity, scoreStatements, type StatementScore } from './statement-scores.ts';
import { folded, syllablesOf, type Syllable } from './syllables.ts';
import { weights } from './weights.ts';

/** What a search found, and how the question was understood. */
export interface Found<Document extends Searchable = Searchable> {
  /** Of the question, shorthand spelt out. */
  syllables: readonly Syllable[];
  answerType: AnswerType;
  named: Named;
  /** Best first. */
  statements: readonly FoundStatement<Document>[];
  /** What the telling words of the question are worth together: a score beside it says how much of them was met. */
  worth: number;
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

/** Whether somebody may read a document. Of one that may not be read nothing is scored, named or told. */
export type MayRead = (document: Searchable) => boolean;

interface Sought {
  defined: DefinitionAsked | null;
  references: References;
  named: Named;
  signals: Signals;
  /** As in Found. */
  worth: number;
}

/** Passages that the second stage looks into. */
const looks = 200;
/** Words of the question that count at least this much are those that tell what it is about. */
const telling = 0.5;

/** Finds statements for what was typed. One search at a time: the working memory is kept from one to the next. */
export function librarySearch(
  index: LibraryIndex,
  signals: Signals = allSignals,
): (typed: string, mayRead?: MayRead) => Found {
  const candidates = candidateFinder(index);
  const findNamed = namedDocuments(index.documents);
  const syllableCount = index.vocabulary.foldedCount();
  return (typed, mayRead = everything) => {
    const question = understand(index, syllablesOf(typed), signals);
    const said = question.syllables.map((syllable) => syllable.folded).join(' ');
    const references = referencesIn(withoutDiacritics(typed));
    const named = findNamed(references, said, mayRead);
    const worth = worthOf(index, question);
    const sought = { defined: definitionAsked(said), references, named, signals, worth };
    const terms = question.terms.map((term) => ({
      term: term.second === null ? term.first : pairTerm(term.first, term.second, syllableCount),
      weight: term.weight * rarity(index, term),
    }));
    const readable = new Set([...index.documents.keys()].filter((place) => mayRead(index.documents[place]!)));
    const passages = candidates(terms, looks, (passage) => readable.has(index.documentOf[passage]!));
    const statements = scoreStatements(index, question, passages).map((scored) =>
      withBonus(index, scored, sought),
    );
    return {
      syllables: question.syllables,
      answerType: answerTypeOf(said),
      named,
      statements: statements.toSorted((a, b) => b.score - a.score),
      worth,
    };
  };
}

const everything: MayRead = () => true;

function withBonus(index: LibraryIndex, scored: StatementScore, sought: Sought): FoundStatement {
  const { defined, references, named, signals, worth } = sought;
  const document = index.documents[index.documentOf[scored.passage]!]!;
  const passage = passageAt(index, scored.passage);
  const statement = passage.statements[scored.statement - index.firstStatement[scored.passage]!]!;
  const defines = defined && statement.term ? sameTerm(defined, folded(statement.term).split(' ')) : 0;
  let factor = 1;
  if (signals.coverage) factor += weights.coverage * scored.coverage;
  if (signals.references && named.documents.has(document)) factor += weights.namedDocument;
  if (signals.definitions) factor += weights.definition * defines;
  if (signals.validity && !document.inForce) factor += weights.replaced;
  if (statement.isHeading) factor += weights.heading;
  const isMeant = named.documents.size === 0 || named.documents.has(document);
  const isNamed = signals.references && isMeant && isIn(statement.locator, references);
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

function worthOf(index: LibraryIndex, { terms }: Question): number {
  return terms
    .filter(({ weight }) => weight >= telling)
    .reduce((sum, term) => sum + term.weight * rarity(index, term), 0);
}
