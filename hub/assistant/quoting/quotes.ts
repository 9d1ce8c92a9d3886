import type { Found, Passage, Searchable, Statement } from '../../library/index.ts';
import { longestQuote } from './citation.ts';

/** Words of a document, exactly as they stand there: `text.slice(start, end)`. */
export interface Quote<Document extends Searchable = Searchable> {
  document: Document;
  passage: Passage;
  locator: string;
  start: number;
  end: number;
  text: string;
}

/** What is worth less than this share of the best statement beside it is only in the reader's way. */
const worthQuoting = 0.2;
/** Quotes that share more than this of their words say the same thing twice. */
const sameWords = 0.85;

/**
 * The best places of what was found, at most `count`: each the best statement there with what says something of the
 * question around it, as far as it fits.
 */
export function quotesOf<Document extends Searchable>(
  found: Pick<Found<Document>, 'statements'>,
  count: number,
): Quote<Document>[] {
  const scores = new Map(found.statements.map(({ statement, score }) => [statement, score]));
  const shown = new Set<Statement>();
  const quotes: Quote<Document>[] = [];
  for (const { document, passage, statement, score } of found.statements) {
    if (quotes.length === count) break;
    if (shown.has(statement)) continue;
    const said = widened(passage, statement, (other) => {
      const worth = scores.get(other) ?? 0;
      return shown.has(other) || worth < worthQuoting * score ? null : worth;
    });
    for (const one of said) shown.add(one);
    const { start } = said[0]!;
    const { end } = said.at(-1)!;
    const text = document.text.slice(start, end);
    if (!quotes.some((quote) => isRepeated(quote.text, text))) {
      quotes.push({ document, passage, locator: statement.locator, start, end, text });
    }
  }
  return quotes;
}

/**
 * The statements of a quote in their order: grown from the best one towards the better neighbour.
 *
 * @param worth of a statement; null for one that is quoted already, or not worth it
 */
function widened(
  { statements }: Passage,
  best: Statement,
  worth: (statement: Statement) => number | null,
): readonly Statement[] {
  const fits = (first: number, last: number) =>
    statements[first] !== undefined &&
    statements[last] !== undefined &&
    statements[last].end - statements[first].start <= longestQuote;
  let first = statements.indexOf(best);
  let last = first;
  for (;;) {
    const below = fits(first, last + 1) ? worth(statements[last + 1]!) : null;
    const above = fits(first - 1, last) ? worth(statements[first - 1]!) : null;
    if (below === null && above === null) break;
    if (above === null || (below !== null && below >= above)) last += 1;
    else first -= 1;
  }
  // A heading at the end is that of what is not quoted.
  while (statements[last] !== best && statements[last]!.isHeading) last -= 1;
  return statements.slice(first, last + 1);
}

function isRepeated(one: string, other: string): boolean {
  const words = new Set(one.split(/\s+/));
  const others = new Set(other.split(/\s+/));
  const shared = [...words].filter((word) => others.has(word)).length;
  return shared / (words.size + others.size - shared) > sameWords;
}
