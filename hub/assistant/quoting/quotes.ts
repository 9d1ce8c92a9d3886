import type { Found, Passage, Searchable, Statement } from '../../library/index.ts';

/** Words of a document, exactly as they stand there: `text.slice(start, end)`. */
export interface Quote {
  document: Searchable;
  passage: Passage;
  locator: string;
  start: number;
  end: number;
  text: string;
}

const longestQuote = 700;
/** Quotes that share more than this of their words say the same thing twice. */
const sameWords = 0.85;

/** The best places of what was found, at most `count`: each the best statement there with as much around it as fits. */
export function quotesOf(found: Found, count: number): Quote[] {
  const scores = new Map(found.statements.map(({ statement, score }) => [statement, score]));
  const shown = new Set<Statement>();
  const quotes: Quote[] = [];
  for (const { document, passage, statement } of found.statements) {
    if (quotes.length === count) break;
    if (shown.has(statement)) continue;
    const said = widened(passage, statement, (other) => (shown.has(other) ? null : (scores.get(other) ?? 0)));
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
 * @param worth of a statement; null for one that is quoted already
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
    if (below === null && above === null) return statements.slice(first, last + 1);
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
