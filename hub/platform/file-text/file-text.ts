import { inBoundedThread } from '../bounded-thread.ts';
import { inUnicode } from '../legacy-vietnamese/recognise.ts';
import { BadZip } from '../zip.ts';
import { docxText } from './docx-text.ts';
import { formatOf, magicOf, type GivenFile } from './format.ts';
import { htmlText } from './html-text.ts';
import { pdfText } from './pdf-text.ts';
import { Unreadable, type Unread } from './unreadable.ts';

export type { GivenFile };
/** What could be read of a file. `unknown-format` and `no-text` mean nobody has seen what it says. */
export type ReadableText = { readable: true; text: string } | { readable: false; reason: Unread };

const shortTextBytes = 200_000;

/**
 * The text of a file, columns of a line kept apart by a tab. The content decides the format, the
 * name never does; the media type only tells an HTML fragment from plain text. Never throws for bad input.
 * Inflates at most 50 MB of a DOCX; pictures, embedded files and style-sheet tricks are not read.
 *
 * All but short texts are read in a thread of their own, so no file holds up the hub: one that takes
 * longer or more memory than the limits is `broken`. The bytes given stay whole.
 */
export async function readableText(
  file: GivenFile,
  limits = { timeMs: 20_000, memoryMb: 512 },
): Promise<ReadableText> {
  const short = file.content.byteLength < shortTextBytes && magicOf(file.content) === 'text';
  return short ? await readHere(file) : await readInThread(file, limits);
}

async function readInThread(
  { name, mediaType, content }: GivenFile,
  limits: { timeMs: number; memoryMb: number },
): Promise<ReadableText> {
  const copy = new Uint8Array(content);
  const read = await inBoundedThread<ReadableText>(
    new URL('./file-text-worker.ts', import.meta.url),
    { input: { name, mediaType, content: copy } satisfies GivenFile, transfer: [copy.buffer] },
    limits,
  );
  return read ?? { readable: false, reason: 'broken' };
}

/** The same in the calling thread, without limits of time and memory: for the thread above, and for tests. */
export async function readHere(file: GivenFile): Promise<ReadableText> {
  try {
    const text = await textOf(file);
    return /[\p{L}\p{N}]/u.test(text) ? { readable: true, text } : { readable: false, reason: 'no-text' };
  } catch (error) {
    const known = error instanceof Unreadable || error instanceof BadZip;
    return { readable: false, reason: known ? error.reason : 'broken' };
  }
}

async function textOf(file: GivenFile): Promise<string> {
  return inUnicode(await textAsCoded(file));
}

async function textAsCoded(file: GivenFile): Promise<string> {
  const is = formatOf(file);
  if (is.format === 'pdf') return await pdfText(file.content);
  if (is.format === 'zip') return await docxText(file.content);
  return is.format === 'html' ? htmlText(is.text) : is.text;
}
