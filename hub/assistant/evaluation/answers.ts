import { z } from 'zod';
import {
  plainBaseline,
  readJsonLines,
  rounded,
  type KnownDocument,
  type Library,
  type Searchable,
  type Signals,
} from '../../library/index.ts';
import { operator } from '../../platform/audit.ts';
import { isOutside, quoted, quotingAssistant, type Quoted } from '../answering.ts';
import { libraryFolder } from './library-folder.ts';

const questionRow = z.object({
  id: z.string(),
  question: z.string(),
  kind: z.string().default('other'),
  answerable: z.boolean(),
  evidence: z.array(z.object({ quote: z.string() })).default([]),
});
type QuestionRow = z.infer<typeof questionRow>;

/** Shares, 0 to 1, of the answerable questions whose first, or one of the first three quotes holds a gold quote. */
interface Evidence {
  evidenceAt1: number;
  evidenceAt3: number;
}

export interface KindMeasured extends Evidence {
  questions: number;
  /** Share of the kind's questions that were refused. */
  refused: number;
  baseline: Evidence;
}

export interface AnswersMeasured extends Evidence {
  answerable: number;
  unanswerable: number;
  refused: number;
  falseRefusals: number;
  byKind: Record<string, KindMeasured>;
  /** Evidence without that beside a refusal, which nobody is shown as an answer. */
  shown: Evidence;
  /** Answerable questions asked once more without diacritics. */
  withoutDiacritics: Evidence;
  /** Plain BM25 over the same passages, its quote the passage's first 700 characters; it refuses nothing. */
  baseline: Evidence;
  documents: {
    file: string;
    number: string;
    kind: string;
    issuer: string;
    date: string | null;
    effective: string | null;
    title: string;
    passages: number;
    inForce: boolean;
  }[];
}

interface Judged {
  row: QuestionRow;
  refused: boolean;
  /** From 0; null where none of the first three quotes holds a gold quote. */
  place: number | null;
  plainPlace: number | null;
  placeWithoutDiacritics: number | null;
}

const quoteLength = 700;

/**
 * How well questions over a folder of documents are answered and refused.
 *
 * @throws {UnreadableEvaluation} {UnreadableFolder}
 */
export async function measureAnswers(
  files: { questions: string; folder: string },
  signals: Signals,
): Promise<AnswersMeasured> {
  const rows = await readJsonLines(files.questions, questionRow);
  const { documents, index } = await libraryFolder(files.folder);
  const answer = quotingAssistant(index, signals);
  const described = documents.map((document, place) => ({
    ...document,
    id: document.file,
    inForce: index.documents[place]!.inForce,
  }));
  return await measure(rows, described, async (question) => answer(question));
}

/**
 * The same over what the operator may read in the index that this process holds.
 *
 * @throws {UnreadableEvaluation} {LibraryNotReady}
 */
export async function measureLibrary(questions: string, library: Library): Promise<AnswersMeasured> {
  const rows = await readJsonLines(questions, questionRow);
  const reader = await library.finding.readerOf(operator);
  const known: KnownDocument[] = [];
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const browsed = await library.reading.browse(operator, { page });
    pages = browsed.pages;
    known.push(...browsed.documents.flatMap(({ id }) => library.finding.document(reader, id) ?? []));
  }
  const described = known.map((document) => ({ ...document, file: document.id, effective: null }));
  return await measure(rows, described, async (question) => {
    const said = quoted(question, await library.finding.search(reader, question));
    return { ...said, refused: said.refused || isOutside(question) };
  });
}

type Described = Searchable & { file: string; effective: string | null };

async function measure(
  rows: readonly QuestionRow[],
  documents: readonly Described[],
  answer: (question: string) => Promise<Quoted>,
): Promise<AnswersMeasured> {
  const plain = plainQuotes(documents);
  const judged: Judged[] = [];
  for (const row of rows) {
    const { refused, quotes } = await answer(row.question);
    const bare = await answer(bareOf(row.question));
    const placeIn = (those: readonly { text: string }[]) =>
      placeOf(
        row,
        those.map(({ text }) => text),
      );
    judged.push({
      row,
      refused,
      place: placeIn(quotes),
      plainPlace: placeOf(row, plain(row.question)),
      placeWithoutDiacritics: placeIn(bare.quotes),
    });
  }
  const answerable = judged.filter(({ row }) => row.answerable);
  const unanswerable = judged.filter(({ row }) => !row.answerable);
  const kinds = new Set(rows.map(({ kind }) => kind));
  return {
    answerable: answerable.length,
    unanswerable: unanswerable.length,
    ...evidence(answerable.map(({ place }) => place)),
    refused: share(unanswerable, ({ refused }) => refused),
    falseRefusals: share(answerable, ({ refused }) => refused),
    byKind: Object.fromEntries(
      [...kinds].map((kind) => [kind, kindMeasured(judged.filter(({ row }) => row.kind === kind))]),
    ),
    shown: evidence(answerable.map(({ place, refused }) => (refused ? null : place))),
    withoutDiacritics: evidence(answerable.map(({ placeWithoutDiacritics }) => placeWithoutDiacritics)),
    baseline: evidence(answerable.map(({ plainPlace }) => plainPlace)),
    documents: documents.map(({ file, number, kind, issuer, date, effective, title, passages, inForce }) => ({
      file,
      number,
      kind,
      issuer,
      date,
      effective,
      title,
      passages: passages.length,
      inForce,
    })),
  };
}

function kindMeasured(judged: readonly Judged[]): KindMeasured {
  return {
    questions: judged.length,
    ...evidence(judged.map(({ place }) => place)),
    refused: share(judged, ({ refused }) => refused),
    baseline: evidence(judged.map(({ plainPlace }) => plainPlace)),
  };
}

function evidence(places: readonly (number | null)[]): Evidence {
  return {
    evidenceAt1: share(places, (place) => place === 0),
    evidenceAt3: share(places, (place) => place !== null),
  };
}

function share<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  return items.length === 0 ? 0 : rounded(items.filter(holds).length / items.length);
}

function placeOf({ evidence }: QuestionRow, quotes: readonly string[]): number | null {
  const place = quotes.findIndex((quote) =>
    evidence.some(({ quote: gold }) => evened(quote).includes(evened(gold))),
  );
  return place === -1 ? null : place;
}

function evened(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/g, ' ');
}

/** As it is typed on a keyboard that has no Vietnamese. */
function bareOf(question: string): string {
  return question.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
}

function plainQuotes(documents: readonly Searchable[]): (question: string) => string[] {
  const passages = documents.flatMap(({ number, title, text, passages }) =>
    passages.map(({ start, end, statements }) => ({
      text: text.slice(start, end),
      above: [number, title, ...(statements[0]?.context ?? [])].join('\n'),
    })),
  );
  const find = plainBaseline(passages.map(({ above, text }) => `${above}\n${text}`));
  return (question) => find(question, 3).map((place) => passages[place]!.text.slice(0, quoteLength));
}
