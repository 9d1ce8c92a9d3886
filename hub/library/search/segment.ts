import type { Passage } from '../structure/passages.ts';
import { documentNaming, type Naming } from './document-naming.ts';
import { listAt, ListsBuilder, type Lists } from './lists.ts';
import {
  contextStrength,
  forgetPassage,
  ownStrength,
  postingsOf,
  type EachList,
  type Postings,
} from './postings.ts';
import type { Searchable } from './searchable.ts';
import type { Work } from './slices.ts';
import { wordsOf } from './syllables.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What is usual in a collection is reckoned from these, of what is still there. */
export interface Extent {
  passages: number;
  /** Syllables of all passages. */
  syllables: number;
  statements: number;
  /** Syllables of the contexts that statements stand under, for each statement anew. */
  contextSyllables: number;
}

/** Some documents, indexed together. Passages and statements are numbered through all of them, in their order. */
export interface Segment<Document extends Searchable = Searchable> extends Text {
  documents: Document[];
  /** Per document: how it is named. */
  names: Naming[];
  /** Per document: 1 until another has taken its place. */
  alive: Uint8Array;
  postings: Postings;
  extent: Extent;
}

/** The words of a segment. */
interface Text {
  /** Per document: its first passage (one more at the end). */
  firstPassage: Uint32Array;
  /** Per passage: its document, and its first statement (one more at the end). */
  documentOf: Uint32Array;
  firstStatement: Uint32Array;
  /** Per statement: its syllables as they are written, and the contexts that it stands under. */
  syllables: Lists;
  contexts: Lists;
  /** Per context: its syllables as they are written. */
  contextSyllables: Lists;
}

export function* segmentOf<Document extends Searchable>(
  documents: readonly Document[],
  vocabulary: Vocabulary,
): Work<Segment<Document>> {
  const text = yield* textOf(documents, vocabulary);
  const passageCount = text.documentOf.length;
  const extent = { passages: 0, syllables: 0, statements: 0, contextSyllables: 0 };
  for (let passage = 0; passage < passageCount; passage += 1) addTo(extent, text, passage, 1);
  return {
    ...text,
    documents: [...documents],
    names: documents.map(documentNaming),
    alive: new Uint8Array(documents.length).fill(1),
    postings: yield* postingsOf(passageCount, listsOf(text, vocabulary)),
    extent,
  };
}

export function passageAt(segment: Segment, passage: number): Passage {
  const document = segment.documentOf[passage]!;
  return segment.documents[document]!.passages[passage - segment.firstPassage[document]!]!;
}

/** Takes a document's passages out of what the collection reckons with. It is to be found no more already. */
export function* forget(segment: Segment, document: number, vocabulary: Vocabulary): Work {
  const eachList = listsOf(segment, vocabulary);
  const end = segment.firstPassage[document + 1]!;
  for (let passage = segment.firstPassage[document]!; passage < end; passage += 1) {
    forgetPassage(segment.postings, eachList, passage);
    addTo(segment.extent, segment, passage, -1);
    yield;
  }
}

/** How many syllables a passage has. */
export function passageLength({ firstStatement, syllables: { starts } }: Text, passage: number): number {
  return starts[firstStatement[passage + 1]!]! - starts[firstStatement[passage]!]!;
}

function* textOf(documents: readonly Searchable[], vocabulary: Vocabulary): Work<Text> {
  const learn = (text: string) => wordsOf(text).map((word) => vocabulary.learn(word));
  const contextNumbers = contextsOf(learn);
  const syllables = new ListsBuilder();
  const contexts = new ListsBuilder();
  const firstPassage: number[] = [];
  const documentOf: number[] = [];
  const firstStatement: number[] = [];
  for (const [number, document] of documents.entries()) {
    firstPassage.push(documentOf.length);
    const name = `${document.title} ${document.number}`;
    for (const passage of document.passages) {
      documentOf.push(number);
      firstStatement.push(syllables.count);
      for (const statement of passage.statements) {
        syllables.add(learn(document.text.slice(statement.start, statement.end)));
        contexts.add([name, ...statement.context].map((context) => contextNumbers.numberOf(context)));
      }
      yield;
    }
  }
  firstPassage.push(documentOf.length);
  firstStatement.push(syllables.count);
  return {
    firstPassage: Uint32Array.from(firstPassage),
    documentOf: Uint32Array.from(documentOf),
    firstStatement: Uint32Array.from(firstStatement),
    syllables: syllables.finish(),
    contexts: contexts.finish(),
    contextSyllables: contextNumbers.finish(),
  };
}

/** Headings and lead-ins are shared by many statements: each is kept once. */
function contextsOf(learn: (text: string) => number[]) {
  const numbers = new Map<string, number>();
  const lists = new ListsBuilder();
  return {
    numberOf(context: string): number {
      let number = numbers.get(context);
      if (number === undefined) numbers.set(context, (number = lists.add(learn(context))));
      return number;
    },
    finish: () => lists.finish(),
  };
}

/** A passage's own syllables, and those of everything that its statements stand under, each context once. */
function listsOf(text: Text, vocabulary: Vocabulary): EachList {
  const { firstStatement, syllables, contexts, contextSyllables } = text;
  const fold = (written: Uint32Array) => written.map((form) => vocabulary.foldedOf(form));
  return (passage, take) => {
    const [first, end] = [firstStatement[passage]!, firstStatement[passage + 1]!];
    take(fold(syllables.values.subarray(syllables.starts[first], syllables.starts[end])), ownStrength);
    const above = new Set(contexts.values.subarray(contexts.starts[first], contexts.starts[end]));
    take(
      Uint32Array.from([...above].flatMap((context) => [...fold(listAt(contextSyllables, context))])),
      contextStrength,
    );
  };
}

function addTo(extent: Extent, text: Text, passage: number, sign: 1 | -1): void {
  const [first, end] = [text.firstStatement[passage]!, text.firstStatement[passage + 1]!];
  extent.passages += sign;
  extent.statements += sign * (end - first);
  extent.syllables += sign * passageLength(text, passage);
  const { starts, values } = text.contexts;
  for (const context of values.subarray(starts[first], starts[end])) {
    extent.contextSyllables += sign * listAt(text.contextSyllables, context).length;
  }
}
