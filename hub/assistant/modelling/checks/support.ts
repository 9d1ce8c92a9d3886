import type { Span } from '../../../library/index.ts';
import { longestQuote } from '../../quoting/citation.ts';
import type { GivenPassage } from '../port.ts';
import { indexOfPhrase, wordsIn, writtenIn } from './words.ts';

/** Words of a passage that are said to stand behind a sentence. */
export interface Support extends Span {
  passage: GivenPassage;
  /** The sentences that the words stand in. */
  sentences: string;
  /** These, and what they hang on: lead-ins, headings, the document's name. */
  near: string;
  /** The clauses that the words stand in: where a "not" counts. */
  clauses: string;
  /** The paragraph that the words stand in. */
  paragraph: string;
  /** All of the passage, and what it hangs on. */
  around: string;
}

/**
 * Where a quote stands in a passage, whatever its case, spaces, punctuation and places of tones; null: nowhere. The span
 * is of the document's text.
 */
export function placeOfQuote(quote: string, passage: GivenPassage): Span | null {
  const phrase = writtenIn(quote);
  if (phrase.length === 0) return null;
  const words = wordsIn(textOf(passage));
  const at = indexOfPhrase(
    words.map(({ written }) => written),
    phrase,
  );
  if (at < 0) return null;
  const [first, last] = [words[at]!, words[at + phrase.length - 1]!];
  return { start: passage.start + first.start, end: passage.start + last.end };
}

/** Where no quote was given: the clauses of the passage with most of these words, at most three. */
export function placesOfWords(wanted: ReadonlySet<string>, passage: GivenPassage): Span[] {
  const text = textOf(passage);
  const places: Span[] = [];
  const left = new Set(wanted);
  while (places.length < 3) {
    const best = stretchesOf(text, clauseEnd)
      .map((span) => ({ span, words: wordsIn(text.slice(span.start, span.end)) }))
      .map(({ span, words }) => ({
        span,
        hits: new Set(words.map(({ written }) => written).filter((word) => left.has(word))),
      }))
      .reduce((one, other) => (other.hits.size > one.hits.size ? other : one));
    if (best.hits.size < 2) break;
    places.push({ start: passage.start + best.span.start, end: passage.start + best.span.end });
    for (const word of best.hits) left.delete(word);
  }
  return places;
}

/** @param place in the document's text */
export function supportAt(place: Span, passage: GivenPassage): Support {
  const text = textOf(passage);
  const own = { start: place.start - passage.start, end: place.end - passage.start };
  const sentences = covering(text, own, sentenceEnd);
  const clauses = covering(text, own, clauseEnd);
  const paragraph = covering(text, own, /\n+/g);
  const name = nameOf(passage);
  const hangsOn = contextsAt(place, passage);
  const shown = sentences.end - sentences.start <= longestQuote ? sentences : own;
  return {
    passage,
    start: passage.start + shown.start,
    end: passage.start + Math.min(shown.end, shown.start + longestQuote),
    sentences: text.slice(sentences.start, sentences.end),
    near: [name, ...hangsOn, text.slice(sentences.start, sentences.end)].join('\n'),
    clauses: text.slice(clauses.start, clauses.end),
    paragraph: text.slice(paragraph.start, paragraph.end),
    around: [name, ...hangsOn, passage.text, text].join('\n'),
  };
}

function textOf({ document, start, end }: GivenPassage): string {
  return document.text.slice(start, end);
}

function nameOf({ document, locator }: GivenPassage): string {
  const { kind, number, issuer, date, title } = document;
  const day = date?.split('-').reverse().join('/') ?? '';
  return [`${kind} số ${number}`, issuer, `ngày ${day}`, title, locator].join('\n');
}

function contextsAt({ start, end }: Span, { document }: GivenPassage): string[] {
  const statements = document.passages.flatMap((passage) => passage.statements);
  const touched = statements.filter((statement) => statement.start < end && statement.end > start);
  return [...new Set(touched.flatMap(({ context }) => context))];
}

// Neither the number of a clause nor "TP." ends a sentence.
const sentenceEnd =
  /(?<=(?<!^\s*[\d.]+|(?<!\p{L})\p{Lu}\p{L}?)[.!?…]["”»)]*)\s+(?=["“«(]?\p{Lu})|(?<=;)\s+|\n+/gmu;
const clauseEnd = /(?<=[.!?…;,:])\s+|\n+/g;

function stretchesOf(text: string, boundary: RegExp): Span[] {
  const ends = [...text.matchAll(boundary)].map(({ index, 0: found }) => ({
    index,
    next: index + found.length,
  }));
  const starts = [0, ...ends.map(({ next }) => next)];
  return starts.map((start, place) => ({ start, end: ends[place]?.index ?? text.length }));
}

/** The stretches that a span touches, as one. */
function covering(text: string, { start, end }: Span, boundary: RegExp): Span {
  const touched = stretchesOf(text, boundary).filter((one) => one.start < end && one.end > start);
  return { start: touched[0]?.start ?? start, end: touched.at(-1)?.end ?? end };
}
