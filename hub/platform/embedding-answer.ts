import { z } from 'zod';

/**
 * Why there are no vectors. `no-answer`: none within the time, or the server is unwell; `refused`: it will not take these
 * texts, such as one that is too long; `not-understood`: an answer with the wrong count, mixed sizes or no numbers.
 */
export type EmbeddingProblem = 'no-answer' | 'refused' | 'not-understood';

/** A vector for each text, in their order, all of one size and of length 1; or why there are none. */
export type Embedded = { vectors: readonly Float32Array[] } | { problem: EmbeddingProblem };

const row = z.object({
  index: z.number().int().nonnegative().optional(),
  embedding: z.union([z.array(z.number()), z.string()]),
});
const answered = z.object({ data: z.array(row) });

const refusals = new Set([400, 413, 422]);
/** Some servers say 500 to a text that is longer than their model reads. */
const tooLong = /too (?:large|long|many)|context|maximum|exceed/i;
const largestDimension = 16_000;

/** The vectors of an answer, put in the order of what was asked. Nothing of it is taken on trust. */
export function vectorsIn(
  { status, body }: { status: number; body: Buffer | null },
  count: number,
): Embedded {
  if (refusals.has(status) || (status === 500 && tooLong.test(String(body)))) return { problem: 'refused' };
  if (status !== 200) return { problem: 'no-answer' };
  const rows = rowsIn(body);
  if (rows?.length !== count) return { problem: 'not-understood' };
  const vectors: (Float32Array | undefined)[] = Array.from({ length: count });
  for (const [place, { index = place, embedding }] of rows.entries()) {
    vectors[index] = unitOf(typeof embedding === 'string' ? decoded(embedding) : embedding) ?? undefined;
  }
  const [first] = vectors;
  const whole = vectors.filter((vector) => vector !== undefined && vector.length === first?.length);
  return whole.length === count && vectors.length === count
    ? { vectors: whole as Float32Array[] }
    : { problem: 'not-understood' };
}

function rowsIn(body: Buffer | null): z.infer<typeof row>[] | null {
  try {
    return answered.parse(JSON.parse(String(body))).data;
  } catch {
    return null;
  }
}

/** Little-endian numbers of 32 bits. */
function decoded(base64: string): number[] {
  const bytes = Buffer.from(base64, 'base64');
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, at) => bytes.readFloatLE(at * 4));
}

/** Of length 1, so that a product of two says how near they are; null for what has no direction. */
function unitOf(numbers: readonly number[]): Float32Array | null {
  if (numbers.length === 0 || numbers.length > largestDimension) return null;
  const length = Math.sqrt(numbers.reduce((sum, number) => sum + number * number, 0));
  return Number.isFinite(length) && length > 0
    ? Float32Array.from(numbers, (number) => number / length)
    : null;
}
