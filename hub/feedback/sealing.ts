import { randomUUID } from 'node:crypto';
import type { Keys } from '../platform/keys.ts';
import { padded } from '../platform/padded.ts';
import type { FeedbackLevel, GivenFile } from './port.ts';

/** What an item says. */
export interface Content {
  topic: string | null;
  text: string;
}

/** Why two administrators are to open the link of an item. */
export interface Grounds {
  reason: string;
  /** Such as "văn bản số 15-CV/UBKTTU ngày 2/12/2026". */
  basis: string;
}

/** Longest text of 2,000 characters with its topic, in UTF-8 and JSON, and room. */
const textBytes = 8_192;
const entryBytes = 16_384;
/** A content with all that stands beside it until it is released. */
const stagedBytes = 12_288;

/**
 * Everything that is sealed of what was said. Of the levels without a name all that is of one kind has one length, so
 * that no ciphertext is known again by its size.
 */
export function sealing(keys: Keys) {
  /** Version 4: it says nothing of when it was made. */
  const newId = (): string => randomUUID();

  return {
    newId,
    sealContent: (itemId: string, level: FeedbackLevel, content: Content): Buffer =>
      keys.seal('feedback', itemId, paddedTo(JSON.stringify(content), level === 'named' ? 0 : textBytes)),
    openContent: (itemId: string, sealed: Uint8Array): Content =>
      JSON.parse(keys.open('feedback', itemId, sealed)) as Content,

    sealEntry: (itemId: string, level: FeedbackLevel, text: string): Buffer =>
      keys.seal('feedback-entry', itemId, paddedTo(JSON.stringify(text), level === 'named' ? 0 : entryBytes)),
    openEntry: (itemId: string, sealed: Uint8Array): string =>
      JSON.parse(keys.open('feedback-entry', itemId, sealed)) as string,

    /** Files of the levels without a name come in lengths that are powers of two. */
    sealFile: (fileId: string, level: FeedbackLevel, file: GivenFile): Buffer => {
      const text = JSON.stringify({ ...file, content: Buffer.from(file.content).toString('base64') });
      return keys.seal(
        'feedback-file',
        fileId,
        paddedTo(text, level === 'named' ? 0 : powerOfTwo(Buffer.byteLength(text))),
      );
    },
    openFile: (fileId: string, sealed: Uint8Array): GivenFile => {
      const { content, ...file } = JSON.parse(keys.open('feedback-file', fileId, sealed)) as {
        name: string;
        mediaType: string;
        content: string;
      };
      return { ...file, content: Buffer.from(content, 'base64') };
    },

    /**
     * Who said a confidential item. The key is used for nothing else. What is opened goes to its author; to a reader only
     * where two administrators decided so (unsealing/).
     */
    sealAuthor: (itemId: string, memberId: string): Buffer => keys.seal('feedback-author', itemId, memberId),
    openAuthor: (itemId: string, sealed: Uint8Array): string => keys.open('feedback-author', itemId, sealed),

    sealGrounds: (id: string, grounds: Grounds): Buffer =>
      keys.seal('feedback-unsealing', id, JSON.stringify(grounds)),
    openGrounds: (id: string, sealed: Uint8Array): Grounds =>
      JSON.parse(keys.open('feedback-unsealing', id, sealed)) as Grounds,

    /** Whose draft a file belongs to, for whoever has the key. */
    draftOwner: (memberId: string): Buffer => keys.fingerprint('feedback-draft', memberId),

    /** What waits. It is bound to no row: rows are moved about, and a row of one unit may come to wait for another. */
    sealStaged: (content: object): Buffer =>
      keys.seal('feedback-staged', 'staged', paddedTo(JSON.stringify(content), stagedBytes)),
    openStaged: <Staged>(sealed: Uint8Array): Staged =>
      JSON.parse(keys.open('feedback-staged', 'staged', sealed)) as Staged,

    /** The same member and event, handled twice, are known again, and by nobody without the key. */
    requestHash: (memberId: string, requestKey: string): Buffer =>
      keys.fingerprint('feedback-request', `${memberId} ${requestKey}`),
  };
}
export type Sealing = ReturnType<typeof sealing>;

/** @throws {Error} longer than it may be: its length would tell it from others */
function paddedTo(json: string, bytes: number): string {
  const length = Buffer.byteLength(json);
  if (bytes > 0 && length > bytes) throw new Error(`${length} bytes do not fit into ${bytes}`);
  return padded(json, bytes);
}

const smallestFile = 65_536;
const powerOfTwo = (length: number): number => Math.max(smallestFile, 2 ** Math.ceil(Math.log2(length)));
