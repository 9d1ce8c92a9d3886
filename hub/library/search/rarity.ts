import type { Indexed } from './library-index.ts';
import { frequencyIn } from './postings.ts';

/** In how many passages a term stands, of all documents: whose they are changes nothing in what is worth how much. */
export function frequencyOf({ segments }: Indexed, first: number, second: number | null): number {
  let frequency = 0;
  for (const { postings } of segments) frequency += frequencyIn(postings, first, second);
  return frequency;
}

/** What the presence of a term is worth by its rarity alone. */
export function rarity(passages: number, frequency: number): number {
  return Math.log(1 + (passages - frequency + 0.5) / (frequency + 0.5));
}
