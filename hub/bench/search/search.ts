import { openIndex, type LivingIndex, type Searchable } from '../../library/index.ts';
import { quantiles } from '../quantiles.ts';
import { inventedDocuments, inventedLanguage, inventedQuestion, type InventedLanguage } from './invented.ts';

export interface SearchBench {
  /** From what was typed to what was found, in milliseconds. */
  p50Ms: number;
  p95Ms: number;
  /** For a reader of one document in ten. */
  withRightsP95Ms: number;
  passages: number;
  documents: number;
  /** Of the whole process, texts included. */
  rssMb: number;
  /** Building it, in pieces, while nothing else is done. */
  buildMs: number;
  /** Longest time for which nothing else had its turn while it was built. */
  longestHoldMs: number;
  /** Until a changed document is found, while searches go on: the longest of ten. */
  updateMs: number;
  /** Of the searches while documents change. */
  updatingP95Ms: number;
}

const updates = 10;
/** One document in so many is for the reader. */
const readable = 10;

/** An index of so many passages, or a few more, held and searched by this process. */
export async function benchSearch({
  passages,
  questions,
}: {
  passages: number;
  questions: number;
}): Promise<SearchBench> {
  const language = await inventedLanguage();
  const documents = [...inventedDocuments(language, passages)];
  const index = openIndex<Searchable>({
    onProblem: (error) => {
      throw error;
    },
  });
  const { tookMs: buildMs, longestHoldMs } = await held(async () => await index.put(documents));
  await index.settled();
  const { size } = index;
  const asked = Array.from({ length: questions }, () => inventedQuestion(language, documents));
  // What has never run is slow, and is no figure of a library that is used.
  for (const question of asked.slice(0, 20)) index.search(question);
  const all = quantiles(asked.map((question) => timed(() => index.search(question))));
  const own = quantiles(
    asked.map((question) => timed(() => index.search(question, ({ id }) => Number(id) % readable === 0))),
  );
  const changing = await updating(index, language, { documents, asked });
  const measured: SearchBench = {
    p50Ms: all(0.5)!,
    p95Ms: all(0.95)!,
    withRightsP95Ms: own(0.95)!,
    ...size,
    rssMb: Math.round(process.memoryUsage.rss() / 1e6),
    buildMs,
    longestHoldMs,
    ...changing,
  };
  index.close();
  return measured;
}

async function updating(
  index: LivingIndex<Searchable>,
  language: InventedLanguage,
  { documents, asked }: { documents: readonly Searchable[]; asked: readonly string[] },
): Promise<Pick<SearchBench, 'updateMs' | 'updatingP95Ms'>> {
  const took: number[] = [];
  const searches: number[] = [];
  for (let update = 0; update < updates; update += 1) {
    const { id } = documents[language.below(documents.length)]!;
    const [changed] = inventedDocuments(language, 1);
    const begun = performance.now();
    let isFound = false;
    const put = index.put([{ ...changed!, id }]).then(() => (isFound = true));
    for (let turn = 0; !isFound; turn += 1) {
      searches.push(timed(() => index.search(asked[turn % asked.length]!)));
      await new Promise((resolve) => setImmediate(resolve));
    }
    await put;
    took.push(performance.now() - begun);
  }
  await index.settled();
  return { updateMs: Math.round(Math.max(...took)), updatingP95Ms: quantiles(searches)(0.95)! };
}

function timed(work: () => unknown): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}

/** Does something while it looks at every turn how long the one before took. */
async function held(work: () => Promise<void>): Promise<{ tookMs: number; longestHoldMs: number }> {
  const begun = performance.now();
  let last = begun;
  let longest = 0;
  let isDone = false;
  const look = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isDone) setImmediate(look);
  };
  setImmediate(look);
  await work();
  isDone = true;
  return { tookMs: Math.round(performance.now() - begun), longestHoldMs: Math.round(longest) };
}
