import { createHash } from 'node:crypto';
import type { Searchable } from '../search/library-index.ts';
import type { Passage } from '../structure/passages.ts';

/** A passage with the words that are embedded for it. */
export interface EmbeddedText {
  start: number;
  end: number;
  text: string;
  /** SHA-256 of the text and of what its model wants before it: another hash, another vector. */
  hash: Buffer;
}

/** A passage stands under its document and headings, without which few are understood. */
export function embeddedText(
  { number, title, text }: Pick<Searchable, 'number' | 'title' | 'text'>,
  { start, end, statements }: Passage,
  prefix: string,
): EmbeddedText {
  const above = statements[0]?.context ?? [];
  const whole = [number, title, ...above, text.slice(start, end)].filter((line) => line !== '').join('\n');
  return { start, end, text: whole, hash: createHash('sha256').update(`${prefix}\n${whole}`).digest() };
}
