import { randomUUID } from 'node:crypto';
import type { Keys } from '../platform/keys.ts';
import { padded } from '../platform/padded.ts';
import { longestComment, longestTexts, longestWritten } from './checked-answers.ts';
import type { Counted } from './counting.ts';
import type { Answers, Question } from './port.ts';

/** What one person answered, with the unit they belonged to when it was opened; null where nobody knows. */
export interface Given {
  unitId: string | null;
  answers: Answers;
}

/** What is kept of a consultation that was counted. */
export interface Kept {
  /** What may be shown to anybody who may read results. */
  shown: Counted;
  /** Of a named one: as it was answered, for who may read the names. */
  exact: Counted | null;
}

/** JSON of the longest paper words, and room. */
const paperBytes = 128;

/** Everything that is sealed of a consultation. */
export function sealing(keys: Keys) {
  return {
    /** Version 4: it says nothing of when it was made. */
    newId: (): string => randomUUID(),

    /** Bound to the consultation alone, not to its row: rows are laid down anew, under other ids. */
    sealGiven: (consultationId: string, given: Given, bytes: number): Buffer =>
      keys.seal('consultation-answer', consultationId, fitted(JSON.stringify(given), bytes)),
    openGiven: (consultationId: string, sealed: Uint8Array): Given =>
      JSON.parse(keys.open('consultation-answer', consultationId, sealed)) as Given,

    /** By this a member's own answer is found, and by nobody without the key. */
    ownerHash: (consultationId: string, memberId: string): Buffer =>
      keys.fingerprint('consultation-owner', `${consultationId} ${memberId}`),

    /** Ninety-six bits and more: nobody finds the words of a hash, not even with the key. */
    paperHash: (words: string): Buffer => keys.fingerprint('consultation-paper', words),
    sealPaper: (consultationId: string, words: string): Buffer =>
      keys.seal('consultation-paper', consultationId, fitted(JSON.stringify(words), paperBytes)),
    openPaper: (consultationId: string, sealed: Uint8Array): string =>
      JSON.parse(keys.open('consultation-paper', consultationId, sealed)) as string,

    sealKept: (consultationId: string, kept: Kept): Buffer =>
      keys.seal('consultation-results', consultationId, JSON.stringify(kept)),
    openKept: (consultationId: string, sealed: Uint8Array): Kept =>
      JSON.parse(keys.open('consultation-results', consultationId, sealed)) as Kept,
  };
}
export type Sealing = ReturnType<typeof sealing>;

/** Of a number, a place or a key of JSON. */
const partBytes = 6;
/** What stands around an answer. */
const frameBytes = 48;

/** How long the longest answer to these questions can be, in bytes: all are made as long. */
export function longestGiven(questions: readonly Question[]): number {
  const frames = questions.reduce((sum, { options }) => sum + frameBytes + options.length * partBytes, 0);
  const characters = questions.reduce((sum, question) => sum + charactersOf(question), 0);
  // Three bytes of UTF-8 for each, as it is counted; what JSON writes in two needs less.
  return 128 + frames + 3 * Math.min(characters, longestTexts);
}

function charactersOf({ form }: Question): number {
  if (form === 'text') return longestWritten;
  return form === 'passage' ? longestComment : 0;
}

/** @throws {Error} longer than it may be: its length would tell it from others */
function fitted(json: string, bytes: number): string {
  const length = Buffer.byteLength(json);
  if (length > bytes) throw new Error(`${length} bytes do not fit into ${bytes}`);
  return padded(json, bytes);
}
