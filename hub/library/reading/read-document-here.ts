import { formatOf } from '../../platform/file-text/format.ts';
import { Unreadable } from '../../platform/file-text/unreadable.ts';
import { inUnicode } from '../../platform/legacy-vietnamese/recognise.ts';
import { BadZip } from '../../platform/zip.ts';
import type { GivenFile } from '../port.ts';
import { withoutInvisible } from './clean-line.ts';
import type { DocumentText } from './document-text.ts';
import { docxDocument } from './docx/docx-document.ts';
import { htmlDocument } from './html/html-document.ts';
import { pdfDocument } from './pdf/pdf-document.ts';

type OnProgress = (done: number, total: number) => void;

/** What a file says, read in the calling thread and without limits: for the thread of `readFile`, and for tests. */
export async function readDocumentHere(
  file: GivenFile,
  onProgress: OnProgress = () => {},
): Promise<DocumentText> {
  try {
    return { readable: true, ...(await read(file, onProgress)) };
  } catch (error) {
    const known = error instanceof Unreadable || error instanceof BadZip;
    return { readable: false, reason: known ? error.reason : 'broken' };
  }
}

async function read(
  file: GivenFile,
  onProgress: OnProgress,
): Promise<{ text: string; pageStarts: readonly number[] }> {
  if (isProgram(file.content)) throw new Unreadable('unknown-format');
  const is = formatOf(file);
  if (is.format === 'pdf') return await pdfDocument(file.content, onProgress);
  if (is.format === 'zip') return { text: await docxDocument(file.content), pageStarts: [] };
  return { text: is.format === 'html' ? htmlDocument(is.text) : plain(is.text), pageStarts: [] };
}

// A file that is two things at once: its beginning runs or unpacks, and somewhere behind it says it is a PDF.
function isProgram(content: Uint8Array): boolean {
  const head = Buffer.from(content.subarray(0, 4)).toString('latin1');
  if (head.startsWith('PK')) return Buffer.from(content.subarray(0, 1024)).includes('%PDF-');
  return head.startsWith('\u007fELF') || (head.startsWith('MZ') && content.subarray(0, 1024).includes(0));
}

function plain(text: string): string {
  return withoutInvisible(inUnicode(text.replaceAll(/\r\n?|[\f\v\u0085]/g, '\n'))).normalize('NFC');
}
