import type { KnownDocument, Passage, Span } from '../../library/index.ts';
import type { Citation } from '../port.ts';

/** In characters: what is shown of a document in one piece. */
export const longestQuote = 700;

/** A stretch of a document as an answer cites it. */
export function citationOf(document: KnownDocument, locator: string, { start, end }: Span): Citation {
  const { id, number, kind, issuer, date, title, status, replacedBy } = document;
  const until = Math.min(end, start + longestQuote);
  return {
    document: { id, number, kind, issuer, date, title, status },
    locator,
    quote: document.text.slice(start, until),
    start,
    end: until,
    replacedBy: replacedBy.map((one) => ({ id: one.id, number: one.number, confirmed: one.confirmed })),
  };
}

/** Where in the document a stretch of a passage begins. */
export function locatorIn(passage: Passage, start: number): string {
  const statement = passage.statements.find((one) => one.start <= start && start < one.end);
  return statement?.locator ?? passage.locator;
}
