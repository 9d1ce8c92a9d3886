import {
  librarySearch,
  type Found,
  type LibraryIndex,
  type Searchable,
  type Signals,
} from '../library/index.ts';
import { ownTopicIn } from './owning/own-topic.ts';
import { talkIn } from './talking/small-talk.ts';
import { quotesOf, type Quote } from './quoting/quotes.ts';
import { ofTheYearFirst } from './quoting/year-asked.ts';
import { mostStrange, refusedFrom } from './refusing/weights.ts';
import { unanswerable } from './refusing/refusal.ts';
import { refusalSignals, strangeWords, type RefusalSignals } from './refusing/signals.ts';

/** What the library itself says to a question. */
export interface Quoted<Document extends Searchable = Searchable> {
  /** Nothing of the library is claimed to answer the question. */
  refused: boolean;
  /** How likely it is that the library holds no answer, 0 to 1. */
  doubt: number;
  /** Best first, at most as many as were wanted; beside a refusal they are the nearest that there is. */
  quotes: readonly Quote<Document>[];
  /** Documents that were asked for and are not in the library, as they were typed. */
  missing: readonly string[];
  signals: RefusalSignals;
}

const usualQuotes = 3;

/** The best places of what was found, word for word, or none. No model is asked. */
export function quoted<Document extends Searchable>(
  typed: string,
  found: Found<Document>,
  count = usualQuotes,
): Quoted<Document> {
  const quotes = ofTheYearFirst(typed, quotesOf(found, count));
  const against = refusalSignals(typed, found, quotes);
  // What the model was fitted on is a large library: in a small one most words of a question may be met nowhere.
  const isStrange = quotes.length === 0 || strangeWords(found) > mostStrange;
  const doubt = isStrange ? 1 : unanswerable(against);
  return {
    refused: doubt >= refusedFrom,
    doubt,
    quotes,
    missing: found.named.missing,
    signals: against,
  };
}

/** Answers out of an index by quoting. */
export function quotingAssistant(index: LibraryIndex, signals?: Signals): (question: string) => Quoted {
  const search = librarySearch(index, signals);
  return (question) => {
    const said = quoted(question, search(question));
    return { ...said, refused: said.refused || isOutside(question) };
  };
}

/** Talk, and matters of one's own: a library is not asked for those. */
export function isOutside(question: string): boolean {
  return talkIn(question) !== null || ownTopicIn(question) !== null;
}
