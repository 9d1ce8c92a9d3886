import { setTimeout as sleep } from 'node:timers/promises';
import { batchesOf, mostAtOnce } from './embedding-batches.ts';
import { vectorsIn, type Embedded } from './embedding-answer.ts';
import { inTurns } from './in-turns.ts';
import { noAnswerIn, openLine } from './line.ts';
import type { Secret } from './secret.ts';

export type { Embedded, EmbeddingProblem } from './embedding-answer.ts';

/** What some models want before a text, so that questions and passages meet: `query: ` and `passage: `. */
export interface EmbeddingPrefixes {
  question: string;
  passage: string;
}

/** Gives texts a place among others by their meaning, behind a server that speaks as OpenAI's does. */
export interface Embeddings {
  /** As it is configured. */
  model: string;
  /** Where texts are sent to. */
  host: string;
  prefixes: EmbeddingPrefixes;
  /** Many texts in batches, two of these at a time; the first problem ends it. */
  passages(texts: readonly string[], signal?: AbortSignal): Promise<Embedded>;
  /** One question, which waits for no batch. */
  question(text: string, signal?: AbortSignal): Promise<Embedded>;
  close(): Promise<void>;
}

/** A small machine without a graphics card takes this long for a batch. */
const longestMs = 60_000;
const pauseMs = 300;

/** @param root such as `https://api.openai.com/v1`, or a server of one's own */
export function openEmbeddings({
  root,
  key,
  model,
  prefixes = { question: '', passage: '' },
  withinMs = longestMs,
}: {
  root: string;
  key: Secret | undefined;
  model: string;
  prefixes?: EmbeddingPrefixes | undefined;
  withinMs?: number;
}): Embeddings {
  // One connection more than batches: a question has its own.
  const line = openLine(root, { connections: mostAtOnce + 1, timeoutMs: withinMs });
  const takeTurns = inTurns(mostAtOnce);
  const { origin, host } = new URL(root);
  const headers = {
    'content-type': 'application/json',
    ...(key ? { authorization: `Bearer ${key.reveal()}` } : {}),
  };

  async function ask(input: readonly string[], signal: AbortSignal | undefined): Promise<Embedded> {
    const limit = AbortSignal.timeout(withinMs);
    const answer = await line
      .ask(
        {
          origin,
          method: 'POST',
          path: '/embeddings',
          headers,
          // The other form, base64, is what servers of one's own most often lack.
          body: JSON.stringify({ model, input, encoding_format: 'float' }),
        },
        signal ? AbortSignal.any([limit, signal]) : limit,
      )
      .catch(noAnswerIn);
    return 'status' in answer ? vectorsIn(answer, input.length) : { problem: 'no-answer' };
  }

  async function askTwice(input: readonly string[], signal: AbortSignal | undefined): Promise<Embedded> {
    const first = await ask(input, signal);
    if ('vectors' in first || first.problem === 'refused' || signal?.aborted) return first;
    await sleep(pauseMs, undefined, { signal }).catch(() => {});
    return signal?.aborted ? first : await ask(input, signal);
  }

  return {
    model,
    host,
    prefixes,
    async passages(texts, signal) {
      const batches = batchesOf(texts.map((text) => prefixes.passage + text));
      const answers = await Promise.all(batches.map((batch) => takeTurns(() => askTwice(batch, signal))));
      const problem = answers.find((answer) => 'problem' in answer);
      if (problem) return problem;
      const vectors = answers.flatMap((answer) => ('vectors' in answer ? answer.vectors : []));
      return vectors.every(({ length }) => length === vectors[0]!.length)
        ? { vectors }
        : { problem: 'not-understood' };
    },
    question: (text, signal) => askTwice([prefixes.question + text], signal),
    close: () => line.close(),
  };
}
