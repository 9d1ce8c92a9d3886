import { passageAt, statementAt, type Found, type LibraryIndex } from '../../library/index.ts';

/** Words of a document, exactly as they stand there: `text.slice(start, end)`. */
export interface Quote {
  /** Place of the document in the library, and number of the passage in the index. */
  document: number;
  passage: number;
  locator: string;
  start: number;
  end: number;
  text: string;
}

const longestQuote = 700;
/** Quotes that share more than this of their words say the same thing twice. */
const sameWords = 0.85;

/** The best places of what was found, at most `count`: each the best statement there with as much around it as fits. */
export function quotesOf(index: LibraryIndex, found: Found, count: number): Quote[] {
  const scores = new Map(found.statements.map(({ statement, score }) => [statement, score]));
  const shown = new Set<number>();
  const quotes: Quote[] = [];
  for (const { statement, passage } of found.statements) {
    if (quotes.length === count) break;
    if (shown.has(statement)) continue;
    const [first, last] = widened(index, passage, statement, (number) =>
      shown.has(number) ? null : (scores.get(number) ?? 0),
    );
    for (let number = first; number <= last; number += 1) shown.add(number);
    const document = index.documentOf[passage]!;
    const { locator } = statementAt(index, passage, statement);
    const { start } = statementAt(index, passage, first);
    const { end } = statementAt(index, passage, last);
    const text = index.documents[document]!.text.slice(start, end);
    if (!quotes.some((quote) => isRepeated(quote.text, text))) {
      quotes.push({ document, passage, locator, start, end, text });
    }
  }
  return quotes;
}

/**
 * The first and last statement of a quote: grown from the best one towards the better neighbour.
 *
 * @param worth of a statement; null for one that is quoted already
 */
function widened(
  index: LibraryIndex,
  passage: number,
  best: number,
  worth: (statement: number) => number | null,
): [number, number] {
  const lowest = index.firstStatement[passage]!;
  const highest = lowest + passageAt(index, passage).statements.length - 1;
  const fits = (first: number, last: number) =>
    first >= lowest &&
    last <= highest &&
    statementAt(index, passage, last).end - statementAt(index, passage, first).start <= longestQuote;
  let first = best;
  let last = best;
  for (;;) {
    const below = fits(first, last + 1) ? worth(last + 1) : null;
    const above = fits(first - 1, last) ? worth(first - 1) : null;
    if (below === null && above === null) return [first, last];
    if (above === null || (below !== null && below >= above)) last += 1;
    else first -= 1;
  }
}

function isRepeated(one: string, other: string): boolean {
  const words = new Set(one.split(/\s+/));
  const others = new Set(other.split(/\s+/));
  const shared = [...words].filter((word) => others.has(word)).length;
  return shared / (words.size + others.size - shared) > sameWords;
}
