import { librarySearch, type LibraryIndex, type Signals } from '../library/index.ts';
import { quotesOf, type Quote } from './quoting/quotes.ts';
import { isRefused } from './refusing/refusal.ts';
import { refusalSignals, type RefusalSignals } from './refusing/signals.ts';

export interface Answer {
  /** Nothing of the library is claimed to answer the question. */
  refused: boolean;
  /** Best first, at most three; beside a refusal they are the nearest that there is. */
  quotes: readonly Quote[];
  /** Documents that were asked for and are not in the library, as they were typed. */
  missing: readonly string[];
  signals: RefusalSignals;
}

const mostQuotes = 3;

/** Answers by quoting: the best places of the library word for word, or none. No model is asked. */
export function quotingAssistant(index: LibraryIndex, signals?: Signals): (question: string) => Answer {
  const search = librarySearch(index, signals);
  return (question) => {
    const found = search(question);
    const quotes = quotesOf(index, found, mostQuotes);
    const against = refusalSignals(index, question, found, quotes);
    return {
      refused: quotes.length === 0 || isRefused(against),
      quotes,
      missing: found.named.missing,
      signals: against,
    };
  };
}
