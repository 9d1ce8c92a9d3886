import { inBoundedThread } from '../../platform/bounded-thread.ts';
import { inTurns } from '../../platform/in-turns.ts';
import { FeedbackInvalid } from '../errors.ts';
import type { GivenFile } from '../port.ts';
import { cleanName } from './clean-name.ts';
import { fileFormat, isSound, type FileFormat } from './file-format.ts';
import { redrawn } from './redrawn.ts';
import { strippedSound } from './strip-sound.ts';

/** What the thread is given, and what it answers: the bytes without their metadata, or null for what cannot be read. */
export interface ToStrip {
  format: 'pdf' | 'zip';
  content: Uint8Array;
}
export type Stripped = { format: FileFormat; content: Uint8Array } | null;

const mostBytes = 10 * 1024 * 1024;
/** Cleaning takes memory: what comes while these are busy waits. */
const inTurn = inTurns(2);
const limits = { timeMs: 60_000, memoryMb: 384 };

const mediaTypes: Record<FileFormat, string> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  text: 'text/plain',
  ogg: 'audio/ogg',
  m4a: 'audio/mp4',
  mp3: 'audio/mpeg',
  aac: 'audio/aac',
  amr: 'audio/amr',
};

/**
 * The file without what tells who made it, where and when. Its content decides what it is, its name never does:
 * JPEG, PNG, WebP, PDF, DOCX, XLSX, plain text, and voice notes (Ogg, M4A, MP3, AAC, AMR).
 *
 * `reencode`, of the levels without a name: a name of ours instead of its own, and no voice, by which people are known.
 * Pictures are drawn anew on either level, 2,560 pixels wide or high at most. What it says itself stays as it is.
 *
 * @throws {FeedbackInvalid} `file-size`: empty, over 10 MB, or a picture of more than 64 million pixels; `file-type`:
 *   of another kind, broken, encrypted, or with something inside that cannot be looked into
 */
export async function cleanFile(file: GivenFile, { reencode }: { reencode: boolean }): Promise<GivenFile> {
  const bytes = file.content.byteLength;
  if (bytes === 0 || bytes > mostBytes) throw new FeedbackInvalid('file-size');
  const found = fileFormat(file.content);
  if (!found || (isSound(found) && reencode)) throw new FeedbackInvalid('file-type');
  const { format, content } = await inTurn(() => cleaned(found, file.content));
  if (content.byteLength > mostBytes) throw new FeedbackInvalid('file-size');
  return { name: cleanName(file.name, { format, own: !reencode }), mediaType: mediaTypes[format], content };
}

/** A file that is clean already, with a name of ours. @throws {FeedbackInvalid} `voice`: by which people are known */
export function withoutOwnName(file: GivenFile): GivenFile {
  const format = (Object.keys(mediaTypes) as FileFormat[]).find(
    (each) => mediaTypes[each] === file.mediaType,
  );
  if (!format) throw new Error('a file that was never cleaned');
  if (isSound(format)) throw new FeedbackInvalid('voice');
  return { ...file, name: cleanName('', { format, own: false }) };
}

async function cleaned(
  format: FileFormat | 'zip',
  content: Uint8Array,
): Promise<{ format: FileFormat; content: Uint8Array }> {
  if (format === 'jpeg' || format === 'png' || format === 'webp')
    return { format, content: await redrawn(format, content) };
  if (isSound(format)) return { format, content: strippedSound(format, content) };
  if (format !== 'pdf' && format !== 'zip') return { format, content };
  const copy = new Uint8Array(content);
  const stripped = await inBoundedThread<Stripped>(
    new URL('./strip-worker.ts', import.meta.url),
    { input: { format, content: copy } satisfies ToStrip, transfer: [copy.buffer] },
    limits,
  );
  if (!stripped) throw new FeedbackInvalid('file-type');
  return stripped;
}
