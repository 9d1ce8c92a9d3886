import { librarySearch, type Found, type LibraryIndex, type Signals } from '../library/index.ts';
import { quotesOf, type Quote } from './quoting/quotes.ts';
import { isRefused } from './refusing/refusal.ts';
import { refusalSignals, type RefusalSignals } from './refusing/signals.ts';

/** What the library itself says to a question. */
export interface Quoted {
  /** Nothing of the library is claimed to answer the question. */
  refused: boolean;
  /** Best first, at most three; beside a refusal they are the nearest that there is. */
  quotes: readonly Quote[];
  /** Documents that were asked for and are not in the library, as they were typed. */
  missing: readonly string[];
  signals: RefusalSignals;
}

const mostQuotes = 3;

/** The best places of what was found, word for word, or none. No model is asked. */
export function quoted(typed: string, found: Found): Quoted {
  const quotes = quotesOf(found, mostQuotes);
  const against = refusalSignals(typed, found, quotes);
  return {
    refused: quotes.length === 0 || isRefused(against),
    quotes,
    missing: found.named.missing,
    signals: against,
  };
}

/** Answers out of an index by quoting. */
export function quotingAssistant(index: LibraryIndex, signals?: Signals): (question: string) => Quoted {
  const search = librarySearch(index, signals);
  return (question) => quoted(question, search(question));
}
