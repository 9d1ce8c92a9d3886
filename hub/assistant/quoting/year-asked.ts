import { folded } from '../../library/index.ts';
import type { Quote } from './quotes.ts';

const years = /\b(?:19|20)\d\d\b/g;

/** Quotes whose place speaks of a year that the question names, before those of other years; each in its order. */
export function ofTheYearFirst<Of extends Quote>(typed: string, quotes: readonly Of[]): readonly Of[] {
  const asked = folded(typed).match(years) ?? [];
  if (asked.length === 0) return quotes;
  const speaks = (quote: Of) => asked.some((year) => placeOf(quote).includes(year));
  return [...quotes.filter(speaks), ...quotes.filter((quote) => !speaks(quote))];
}

/** The passage, what it stands under, and what its document is called: a year may be said there alone. */
function placeOf({ document: { number, date, title, text }, passage }: Quote): string {
  const above = passage.statements[0]?.context ?? [];
  return [number, date, title, ...above, text.slice(passage.start, passage.end)].join('\n');
}
