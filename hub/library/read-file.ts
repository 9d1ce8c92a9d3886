import { inBoundedThread } from '../platform/bounded-thread.ts';
import type { LibraryDocument } from './document.ts';
import type { GivenFile } from './port.ts';
import type { Unread } from './reading/document-text.ts';

/** What a file says and is. `pageStarts`: as of a `DocumentText`. */
export type ReadFile =
  | { readable: true; document: LibraryDocument; pageStarts: readonly number[] }
  | { readable: false; reason: Unread };

const mostBytes = 50 * 1024 * 1024;
const usualLimits = { timeMs: 120_000, memoryMb: 1024 };

/**
 * Reads a DOCX, a PDF, a page of HTML, Markdown or plain text, also in the encodings before Unicode, and what it is as a
 * document. The content decides what a file is, its name never does. What is left out: headers, footers, page numbers,
 * hidden and deleted text, pictures. A file without any letter is `no-text` where it has pages or pictures, otherwise an
 * empty text.
 *
 * In a thread of its own, within 120 s and 1 GB: a file that needs more is `broken`. Never throws; the bytes given stay
 * whole.
 *
 * @param onProgress pages read of those there are; called for PDF only
 */
export async function readFile(
  { name, mediaType, content }: GivenFile,
  onProgress: (done: number, total: number) => void = ignore,
  limits = usualLimits,
): Promise<ReadFile> {
  if (content.byteLength > mostBytes) return { readable: false, reason: 'too-large' };
  const copy = new Uint8Array(content);
  const read = await inBoundedThread<ReadFile>(
    new URL('./read-file-worker.ts', import.meta.url),
    {
      input: { name, mediaType, content: copy } satisfies GivenFile,
      transfer: [copy.buffer],
      onProgress: (progress) => onProgress(...(progress as [number, number])),
    },
    limits,
  );
  return read ?? { readable: false, reason: 'broken' };
}

function ignore(): void {}
