import type { Searchable } from './searchable.ts';
import { segmentOf, type Segment } from './segment.ts';
import { done } from './slices.ts';
import { vocabulary, type Vocabulary } from './vocabulary.ts';
import { weights } from './weights.ts';

export type { Searchable } from './searchable.ts';

/** What a search looks at: documents in segments, which share one vocabulary. */
export interface Indexed<Document extends Searchable = Searchable> {
  vocabulary: Vocabulary;
  segments: readonly Segment<Document>[];
}

/** An index of documents that stay as they are. */
export interface LibraryIndex<Document extends Searchable = Searchable> extends Indexed<Document> {
  documents: readonly Document[];
}

/** What is usual among what is searched. */
export interface Usual {
  passages: number;
  /** Syllables of a passage. */
  passageLength: number;
  /** Syllables of a statement, those that it stands under counted at their share. */
  statementLength: number;
}

/** Passages of a segment, more or less: one so large is built in half a second. */
export const segmentPassages = 4_000;

/** Reads documents into an index in one go; `openIndex` is for a library that changes. */
export function indexLibrary<Document extends Searchable>(
  documents: readonly Document[],
): LibraryIndex<Document> {
  const words = vocabulary();
  return {
    documents,
    vocabulary: words,
    segments: inSegments(documents).map((those) => done(segmentOf(those, words))),
  };
}

/** Documents in their order, so many together as make a segment. */
export function inSegments<Document extends Searchable>(documents: readonly Document[]): Document[][] {
  const segments: Document[][] = [];
  let room = 0;
  for (const document of documents) {
    if (room < document.passages.length || segments.length === 0) {
      segments.push([]);
      room = segmentPassages;
    }
    segments.at(-1)!.push(document);
    room -= document.passages.length;
  }
  return segments;
}

export function usualOf({ segments }: Indexed): Usual {
  const sum = (of: (segment: Segment) => number) =>
    segments.reduce((total, segment) => total + of(segment), 0);
  const passages = sum(({ extent }) => extent.passages);
  const statements = Math.max(
    1,
    sum(({ extent }) => extent.statements),
  );
  const syllables = sum(({ extent }) => extent.syllables);
  const above = sum(({ extent }) => extent.contextSyllables);
  return {
    passages,
    passageLength: Math.max(1, syllables / Math.max(1, passages)),
    statementLength: Math.max(1, (syllables + weights.contextShare * above) / statements),
  };
}
