import type { DocumentName } from '../document-name.ts';
import type { Passage } from '../structure/passages.ts';
import { listAt, ListsBuilder, type Lists } from './lists.ts';
import { postingsOf, type Postings } from './postings.ts';
import { wordsOf } from './syllables.ts';
import { vocabulary, type Vocabulary } from './vocabulary.ts';
import { weights } from './weights.ts';

/** A document as it is searched. */
export interface Searchable extends DocumentName {
  text: string;
  passages: readonly Passage[];
  /** False once another has taken its place: what is in force comes before it. */
  inForce: boolean;
}

/** Everything that a search looks at. Passages and statements are numbered through all documents, in their order. */
export interface LibraryIndex {
  documents: readonly Searchable[];
  vocabulary: Vocabulary;
  postings: Postings;
  /** Per passage: its document, its own place among the document's passages, its first statement (one more at the end). */
  documentOf: Uint32Array;
  placeOf: Uint32Array;
  firstStatement: Uint32Array;
  /** Per passage: how much longer than usual it is, 1 being usual. */
  relativeLength: Float32Array;
  /** Per statement: its syllables as they are written, and the contexts that it stands under. */
  syllables: Lists;
  contexts: Lists;
  /** Per context: its syllables as they are written. */
  contextSyllables: Lists;
  /** Syllables of a usual statement, those that it stands under counted at their share. */
  usualLength: number;
}

/** Reads documents into an index, all in memory: a hundred thousand passages take about ten seconds. */
export function indexLibrary(documents: readonly Searchable[]): LibraryIndex {
  const words = vocabulary();
  const learn = (text: string) => wordsOf(text).map((word) => words.learn(word));
  const folded = (written: readonly number[]) => written.map((form) => words.foldedOf(form));
  const contextNumbers = contextsOf(learn);
  const syllables = new ListsBuilder();
  const contexts = new ListsBuilder();
  const passageTexts = new ListsBuilder();
  const passageContexts = new ListsBuilder();
  const documentOf: number[] = [];
  const placeOf: number[] = [];
  const firstStatement: number[] = [];

  for (const [number, document] of documents.entries()) {
    for (const [place, passage] of document.passages.entries()) {
      documentOf.push(number);
      placeOf.push(place);
      firstStatement.push(syllables.count);
      const own: number[] = [];
      const above = new Set<number>();
      for (const statement of passage.statements) {
        const written = learn(document.text.slice(statement.start, statement.end));
        const under = [`${document.title} ${document.number}`, ...statement.context].map((context) =>
          contextNumbers.numberOf(context),
        );
        syllables.add(written);
        contexts.add(under);
        own.push(...folded(written));
        for (const context of under) above.add(context);
      }
      passageTexts.add(own);
      passageContexts.add([...above].flatMap((context) => folded(contextNumbers.syllables(context))));
    }
  }
  firstStatement.push(syllables.count);

  const texts = passageTexts.finish();
  const statements = {
    syllables: syllables.finish(),
    contexts: contexts.finish(),
    contextSyllables: contextNumbers.finish(),
  };
  return {
    documents,
    vocabulary: words,
    postings: postingsOf(texts, passageContexts.finish(), words.foldedCount()),
    documentOf: Uint32Array.from(documentOf),
    placeOf: Uint32Array.from(placeOf),
    firstStatement: Uint32Array.from(firstStatement),
    relativeLength: relativeLengths(texts),
    ...statements,
    usualLength: usualLength(statements),
  };
}

/** A passage by its number. */
export function passageAt({ documents, documentOf, placeOf }: LibraryIndex, passage: number): Passage {
  return documents[documentOf[passage]!]!.passages[placeOf[passage]!]!;
}

/** Headings and lead-ins are shared by many statements: each is kept once. */
function contextsOf(learn: (text: string) => number[]) {
  const numbers = new Map<string, number>();
  const lists = new ListsBuilder();
  const known: number[][] = [];
  return {
    numberOf(context: string): number {
      let number = numbers.get(context);
      if (number === undefined) {
        const syllables = learn(context);
        number = lists.add(syllables);
        known.push(syllables);
        numbers.set(context, number);
      }
      return number;
    },
    syllables: (context: number): readonly number[] => known[context]!,
    finish: () => lists.finish(),
  };
}

function relativeLengths({ starts, values }: Lists): Float32Array {
  const count = starts.length - 1;
  const usual = Math.max(1, values.length / Math.max(1, count));
  return Float32Array.from(
    { length: count },
    (_, passage) => (starts[passage + 1]! - starts[passage]!) / usual,
  );
}

function usualLength({
  syllables,
  contexts,
  contextSyllables,
}: Pick<LibraryIndex, 'syllables' | 'contexts' | 'contextSyllables'>): number {
  const statements = Math.max(1, syllables.starts.length - 1);
  let above = 0;
  for (const context of contexts.values) above += listAt(contextSyllables, context).length;
  return Math.max(1, (syllables.values.length + weights.contextShare * above) / statements);
}
