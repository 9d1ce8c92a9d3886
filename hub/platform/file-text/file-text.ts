import { inBoundedThread } from '../bounded-thread.ts';
import { BadZip } from '../zip.ts';
import { docxText } from './docx-text.ts';
import { htmlText } from './html-text.ts';
import { pdfText } from './pdf-text.ts';
import { plainText } from './plain-text.ts';
import { Unreadable, type Unread } from './unreadable.ts';

export type GivenFile = { name: string; mediaType: string; content: Uint8Array };
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
  const short = file.content.byteLength < shortTextBytes && formatOf(file.content) === 'text';
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

async function textOf({ content, mediaType }: GivenFile): Promise<string> {
  const format = formatOf(content);
  if (format === 'pdf') return await pdfText(content);
  if (format === 'zip') return await docxText(content);
  if (format === 'old-office') throw new Unreadable(oldOfficeReason(content));
  const text = plainText(content, 'unknown-format');
  if (looksLikeHtml(text, mediaType)) return htmlText(text);
  if (isOtherMarkup(text)) throw new Unreadable('unknown-format');
  return text;
}

function formatOf(content: Uint8Array): 'pdf' | 'zip' | 'old-office' | 'text' {
  const head = Buffer.from(content.subarray(0, 1024)).toString('latin1');
  if (head.includes('%PDF-')) return 'pdf';
  if (head.startsWith('PK\u0003\u0004')) return 'zip';
  return head.startsWith('\u00d0\u00cf\u0011\u00e0') ? 'old-office' : 'text';
}

// Word wraps a password-protected DOCX in the container of the old .doc format.
function oldOfficeReason(content: Uint8Array): Unread {
  const wrapped = Buffer.from(content).includes(Buffer.from('EncryptedPackage', 'utf16le'));
  return wrapped ? 'encrypted' : 'unknown-format';
}

function looksLikeHtml(text: string, mediaType: string) {
  if (/^(?:text\/html|application\/xhtml)/i.test(mediaType)) return /<\/?[a-z]/i.test(text);
  const start = text.slice(0, 4096).replace(/<!--[\s\S]*?-->|<\?[^>]*>/g, '');
  return /^\s*<(?:!doctype html|html|head|body)[\s>]/i.test(start);
}

// These hide their words behind codes or base64, so their source must not pass for the text.
function isOtherMarkup(text: string) {
  const start = text.slice(0, 4096);
  return /^\s*(?:\{\\rtf|%!PS|<\?xml|<svg)/i.test(start) || /^MIME-Version:/im.test(start);
}
