import { z } from 'zod';
import { passagesOf } from '../structure/passages.ts';
import { indexLibrary } from '../search/library-index.ts';
import { librarySearch, type Found } from '../search/search.ts';
import type { Signals } from '../search/signals.ts';
import { readJsonLines } from './json-lines.ts';
import { mean, ndcgAt, recallAt, reciprocalRankAt, rounded, type Ranking } from './measures.ts';
import { plainBaseline } from './plain-baseline.ts';

const corpusRow = z.object({ id: z.string(), title: z.string().default(''), text: z.string() });
const questionRow = z.object({ id: z.string(), question: z.string(), gold: z.array(z.string()).min(1) });

interface Measured {
  recallAt1: number;
  recallAt5: number;
  recallAt10: number;
  mrrAt10: number;
  ndcgAt10: number;
}

export interface RetrievalMeasured extends Measured {
  questions: number;
  p50Ms: number;
  p95Ms: number;
  /** Plain BM25 over folded syllables and pairs, on the same texts and questions. */
  baseline: Measured;
}

const depth = 10;

/**
 * How well texts are found. Each row of the corpus is a document of its own; it is found where its best statement is.
 *
 * @throws {UnreadableEvaluation}
 */
export async function measureRetrieval(
  files: { corpus: string; questions: string },
  signals: Signals,
): Promise<RetrievalMeasured> {
  const rows = await readJsonLines(files.corpus, corpusRow);
  const questions = await readJsonLines(files.questions, questionRow);
  const index = indexLibrary(
    rows.map(({ id, title, text }) => ({
      id,
      number: '',
      kind: '',
      issuer: '',
      date: null,
      title,
      text,
      passages: passagesOf(text),
      inForce: true,
    })),
  );
  const search = librarySearch(index, signals);
  const plain = plainBaseline(rows.map(({ title, text }) => `${title}\n${text}`));
  const took: number[] = [];
  const ours: Ranking[] = [];
  const baseline: Ranking[] = [];
  for (const { question, gold } of questions) {
    const begun = performance.now();
    const documents = firstDocuments(search(question));
    took.push(performance.now() - begun);
    ours.push({ found: documents, gold: new Set(gold) });
    baseline.push({ found: plain(question, depth).map((place) => rows[place]!.id), gold: new Set(gold) });
  }
  took.sort((a, b) => a - b);
  return {
    questions: questions.length,
    ...measured(ours),
    p50Ms: quantile(took, 0.5),
    p95Ms: quantile(took, 0.95),
    baseline: measured(baseline),
  };
}

function firstDocuments({ statements }: Found): string[] {
  const documents = new Set<string>();
  for (const { document } of statements) {
    documents.add(document.id);
    if (documents.size === depth) break;
  }
  return [...documents];
}

function measured(rankings: readonly Ranking[]): Measured {
  const average = (measure: (ranking: Ranking) => number) => rounded(mean(rankings.map(measure)));
  return {
    recallAt1: average((ranking) => recallAt(1, ranking)),
    recallAt5: average((ranking) => recallAt(5, ranking)),
    recallAt10: average((ranking) => recallAt(depth, ranking)),
    mrrAt10: average((ranking) => reciprocalRankAt(depth, ranking)),
    ndcgAt10: average((ranking) => ndcgAt(depth, ranking)),
  };
}

function quantile(sorted: readonly number[], share: number): number {
  return Math.round((sorted[Math.ceil(sorted.length * share) - 1] ?? 0) * 100) / 100;
}
