import type { Refusal } from '../port.ts';

/** Why nothing can be read of a file. */
export type Unread = Exclude<Refusal, 'classified' | 'empty'>;

/**
 * What a file says, for reading and quoting: a paragraph or a row of a table (`| a | b |`) to each line, in NFC.
 * `pageStarts`: where each page of a PDF begins in the text (UTF-16 units, rising); empty for what has no pages.
 */
export type DocumentText =
  | { readable: true; text: string; pageStarts: readonly number[] }
  | { readable: false; reason: Unread };
