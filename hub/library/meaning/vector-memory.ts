import { productsOver } from './product-kernel.ts';

/** A vector in small whole numbers: a quarter of its memory; a product of two is off by about a thousandth. */
export interface Rounded {
  numbers: Int8Array;
  /** What one of its units is worth. */
  unit: number;
}

interface Range {
  first: number;
  count: number;
}

const page = 65_536;
const largest = 127;
/** Before the vectors: the question, and the products of one call. */
const questionAt = 0;
const productsAt = 16_384;
const vectorsAt = 32_768;
const mostAtOnce = (vectorsAt - productsAt) / 4;

/**
 * Vectors of one size in one piece of memory, those of a document side by side: what is compared is a whole document's, so
 * that what may not be read is never touched.
 *
 * @param dimension 1 to 16,000
 */
export class VectorMemory {
  readonly #bytes: number;
  readonly #memory = new WebAssembly.Memory({ initial: 1, maximum: page });
  readonly #products = productsOver(this.#memory);
  readonly #ranges = new Map<string, Range>();
  #units = new Float32Array(256);
  /** Rows that are taken, those of what is gone included. */
  #taken = 0;
  #gone = 0;

  constructor(dimension: number) {
    this.#bytes = Math.ceil(dimension / 16) * 16;
  }

  get count(): number {
    return this.#taken - this.#gone;
  }

  /** In place of what the document had. */
  set(document: string, vectors: readonly Float32Array[]): void {
    this.delete(document);
    if (vectors.length === 0) return;
    this.#makeRoom(this.#taken + vectors.length);
    const bytes = new Int8Array(this.#memory.buffer);
    for (const [place, vector] of vectors.entries()) {
      const { numbers, unit } = rounded(vector);
      bytes.set(numbers, this.#place(this.#taken + place));
      this.#units[this.#taken + place] = unit;
    }
    this.#ranges.set(document, { first: this.#taken, count: vectors.length });
    this.#taken += vectors.length;
  }

  delete(document: string): void {
    this.#gone += this.#ranges.get(document)?.count ?? 0;
    this.#ranges.delete(document);
    if (this.#gone > page && this.#gone * 2 > this.#taken) this.#closeGaps();
  }

  /** How near each vector of a document is to a question, as a cosine; calls `take` with its place and that. */
  compare(question: Rounded, document: string, take: (place: number, nearness: number) => void): void {
    const range = this.#ranges.get(document);
    if (!range) return;
    const { numbers, unit } = question;
    new Int8Array(this.#memory.buffer, questionAt, this.#bytes).set(numbers);
    for (let from = 0; from < range.count; from += mostAtOnce) {
      const count = Math.min(mostAtOnce, range.count - from);
      const first = range.first + from;
      this.#products(questionAt, this.#place(first), count, this.#bytes, productsAt);
      const products = new Int32Array(this.#memory.buffer, productsAt, count);
      for (let at = 0; at < count; at += 1) {
        take(from + at, products[at]! * unit * this.#units[first + at]!);
      }
    }
  }

  #place(row: number): number {
    return vectorsAt + row * this.#bytes;
  }

  #makeRoom(rows: number): void {
    if (rows > this.#units.length) {
      const grown = new Float32Array(Math.ceil(rows * 1.25));
      grown.set(this.#units);
      this.#units = grown;
    }
    const missing = this.#place(rows) - this.#memory.buffer.byteLength;
    if (missing > 0) this.#memory.grow(Math.ceil(missing / page));
  }

  /** What is still there moves down over what is gone, in its order. */
  #closeGaps(): void {
    const bytes = new Int8Array(this.#memory.buffer);
    let to = 0;
    for (const range of this.#ranges.values()) {
      bytes.copyWithin(this.#place(to), this.#place(range.first), this.#place(range.first + range.count));
      this.#units.copyWithin(to, range.first, range.first + range.count);
      range.first = to;
      to += range.count;
    }
    this.#taken = to;
    this.#gone = 0;
  }
}

export function rounded(vector: Float32Array): Rounded {
  let most = 0;
  for (const number of vector) most = Math.max(most, Math.abs(number));
  const unit = most / largest;
  const numbers = new Int8Array(vector.length);
  for (let at = 0; at < numbers.length; at += 1) numbers[at] = Math.round(vector[at]! / unit);
  return { numbers, unit };
}
