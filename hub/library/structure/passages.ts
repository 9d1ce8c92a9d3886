import { splitAtSentences, type Span } from '../reading/sentences.ts';
import { definedTerm } from './definitions.ts';
import { clauseRank, ranks } from './labels.ts';
import { locatorOf } from './locator.ts';
import { outlineOf, pathOf, type Placed } from './outline.ts';

/** The smallest thing that is found: a paragraph, or a few sentences of a long one. Spans are of the original. */
export interface Statement extends Span {
  locator: string;
  /** What it stands under and hangs on, in the words of the document, outermost first. */
  context: readonly string[];
  /** What it defines. */
  term: string | null;
  isHeading: boolean;
}

/** What is shown and cited: neighbouring statements of one article, about 1,100 characters. */
export interface Passage extends Span {
  locator: string;
  statements: readonly Statement[];
}

const passageLength = 1_100;
/** A passage this long is closed before the next clause rather than in the middle of it. */
const comfortable = 800;
/** A definition stays whole with its points, up to this. */
const longestDefinition = 1_500;
const statementLength = 350;
/** A long passage may end before a clause of this level or a higher one. */
const deepestBreak = 3;

/**
 * A text, from `from` on, as passages in their order. Every letter and digit stands in exactly one statement of one
 * passage; an article never shares a passage with another, nor a definition with anything else.
 */
export function passagesOf(text: string, from = 0): Passage[] {
  const passages: Passage[] = [];
  let gathered: Statement[] = [];
  const close = () => {
    const [first] = gathered;
    const last = gathered.at(-1);
    const body = gathered.find(({ isHeading }) => !isHeading) ?? last;
    if (first && last && body) {
      passages.push({ start: first.start, end: last.end, locator: body.locator, statements: gathered });
    }
    gathered = [];
  };
  for (const placed of outlineOf(text, from)) {
    const statements = statementsOf(text, placed);
    for (const [index, statement] of statements.entries()) {
      if (mustPart(gathered, placed, statement, index === 0)) close();
      gathered.push(statement);
    }
  }
  close();
  return passages;
}

function statementsOf(text: string, placed: Placed): Statement[] {
  const { section, opens, isHeading } = placed;
  const path = pathOf(opens ? (section?.parent ?? null) : section);
  const context = path.flatMap(({ title, leadIn }) => [leadIn, title]);
  context.push(opens ? (section?.leadIn ?? '') : placed.leadIn);
  const said = placed.text.slice(opens ? (section?.label.length ?? 0) : 0).trim();
  const shared = { locator: locatorOf(section), context: context.filter((words) => words !== ''), isHeading };
  return splitAtSentences(text, placed, statementLength).map((span, index) => ({
    ...span,
    ...shared,
    term: index === 0 && !isHeading ? definedTerm(said) : null,
  }));
}

function mustPart(
  gathered: readonly Statement[],
  placed: Placed,
  next: Statement,
  isFirst: boolean,
): boolean {
  const [first] = gathered;
  if (!first) return false;
  const onlyHeadings = gathered.every(({ isHeading }) => isHeading);
  const rank = isFirst && placed.opens ? (placed.section?.label.rank ?? 0) : Infinity;
  const length = next.end - first.start;
  // Headings wait for what they name; what is nothing but headings does not grow without end.
  if (onlyHeadings && length > passageLength) return true;
  if (rank <= ranks.article) return !onlyHeadings || gathered.some(isInArticle);
  if (onlyHeadings) return false;
  if (startsDefinition(gathered)) return rank <= clauseRank(1) || length > longestDefinition;
  if (rank <= clauseRank(1) && next.term !== null) return true;
  return length > passageLength || (length > comfortable && rank <= clauseRank(deepestBreak));
}

function startsDefinition(gathered: readonly Statement[]): boolean {
  return gathered.find(({ isHeading }) => !isHeading)?.term !== null;
}

function isInArticle({ locator }: Statement): boolean {
  return /(?:^|, )Điều \d/u.test(locator);
}
