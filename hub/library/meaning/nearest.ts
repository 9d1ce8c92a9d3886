import type { Passage } from '../structure/passages.ts';
import type { KnownDocument } from '../port.ts';

/** A passage that is near a question by its meaning. */
export interface NearPassage {
  document: KnownDocument;
  passage: Passage;
  /** Cosine of the two vectors, -1 to 1. */
  nearness: number;
}

/** What is near, and how near passages are to this question at large. */
export interface Near {
  /** Nearest first. */
  passages: readonly NearPassage[];
  /** Passages that were compared. */
  compared: number;
  /** Of their nearness. */
  mean: number;
  deviation: number;
}

export type IsOpen = (document: KnownDocument) => boolean;

export const nothingNear: Near = { passages: [], compared: 0, mean: 0, deviation: 0 };

/** The passages whose vectors are nearest to that of a question. What is not open is left out before it is compared. */
export interface Nearest {
  nearest(question: Float32Array, count: number, isOpen: IsOpen): Promise<Near>;
}

/** The best of many without sorting them all; `floor` rises as they come in. */
export class NearestSoFar {
  readonly #count: number;
  #kept: NearPassage[] = [];
  #floor = -Infinity;

  constructor(count: number) {
    this.#count = count;
  }

  /** @param passage of the document's */
  add(document: KnownDocument, passage: Passage, nearness: number): void {
    if (nearness <= this.#floor) return;
    this.#kept.push({ document, passage, nearness });
    if (this.#kept.length >= this.#count * 2) this.#cut();
  }

  best(): NearPassage[] {
    this.#cut();
    return this.#kept;
  }

  #cut(): void {
    this.#kept = this.#kept.toSorted((a, b) => b.nearness - a.nearness).slice(0, this.#count);
    if (this.#kept.length === this.#count) this.#floor = this.#kept.at(-1)!.nearness;
  }
}
