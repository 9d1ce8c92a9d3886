import { setImmediate as otherWork } from 'node:timers/promises';
import type { Embeddings, EmbeddingProblem } from '../../platform/embeddings.ts';
import { embeddedText, type EmbeddedText } from './embedded-text.ts';
import type { KeptVector } from './vectors.ts';
import type { Passage } from '../structure/passages.ts';

/** Texts that go out together: two batches of the client's. */
const atOnce = 128;
const yieldEach = 100;
/** A text that a model finds too long is cut in half this often; what is meant stands mostly at its beginning. */
const cuts = 3;

/** Passages as they are to be embedded, and which kept vectors are of no passage any more. */
export async function comparedWithKept(
  document: { number: string; title: string; text: string; passages: readonly Passage[] },
  kept: readonly KeptVector[],
  { prefix, dimension }: { prefix: string; dimension: number },
): Promise<{ missing: EmbeddedText[]; outdated: number[] }> {
  const standing = new Map(kept.map((vector) => [vector.start, vector]));
  const missing: EmbeddedText[] = [];
  for (const [place, passage] of document.passages.entries()) {
    if (place % yieldEach === yieldEach - 1) await otherWork();
    const wanted = embeddedText(document, passage, prefix);
    const known = standing.get(wanted.start);
    const isSame =
      known?.end === wanted.end && known.dimension === dimension && known.textHash.equals(wanted.hash);
    if (!isSame) missing.push(wanted);
    standing.delete(wanted.start);
  }
  return { missing, outdated: [...standing.keys()] };
}

export type Given = EmbeddedText & { vector: Float32Array };

/**
 * Vectors of texts, a handful at a time, as they come. What a server refuses is tried alone and shorter; what it refuses
 * even so is left out.
 *
 * @returns the problem that ended it, or null
 */
export async function giveVectors(
  embeddings: Embeddings,
  texts: readonly EmbeddedText[],
  take: (given: readonly Given[]) => Promise<void>,
  signal: AbortSignal,
): Promise<EmbeddingProblem | null> {
  for (let from = 0; from < texts.length; from += atOnce) {
    const problem = await giveSome(embeddings, texts.slice(from, from + atOnce), take, signal);
    if (problem) return problem;
  }
  return null;
}

async function giveSome(
  embeddings: Embeddings,
  texts: readonly EmbeddedText[],
  take: (given: readonly Given[]) => Promise<void>,
  signal: AbortSignal,
  cutsLeft = cuts,
): Promise<EmbeddingProblem | null> {
  if (signal.aborted) return 'no-answer';
  const answer = await embeddings.passages(
    texts.map(({ text }) => text),
    signal,
  );
  if ('vectors' in answer) {
    await take(texts.map((text, place) => ({ ...text, vector: answer.vectors[place]! })));
    return null;
  }
  if (answer.problem !== 'refused') return answer.problem;
  if (texts.length > 1) {
    const half = Math.ceil(texts.length / 2);
    return (
      (await giveSome(embeddings, texts.slice(0, half), take, signal)) ??
      (await giveSome(embeddings, texts.slice(half), take, signal))
    );
  }
  const shorter = texts.map((one) => ({ ...one, text: one.text.slice(0, one.text.length >> 1) }));
  return cutsLeft === 0 ? null : await giveSome(embeddings, shorter, take, signal, cutsLeft - 1);
}
