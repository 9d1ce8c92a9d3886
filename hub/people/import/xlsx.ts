import { inBoundedThread } from '../../platform/bounded-thread.ts';
import { unpacked, zipEntries } from '../../platform/zip.ts';
import { UnreadableFile } from './problems.ts';

const mostUnpackedBytes = 150 * 1024 * 1024;
const mostColumns = 100;
/** Longer than any value we take; a text that fills half a file must not be copied into each of its cells. */
const longestCell = 1_000;

/** What the thread answers: the rows, or why there are none. */
export type XlsxRead = { rows: string[][] } | { code: UnreadableFile['code'] };

/**
 * {@link xlsxRowsHere} in a thread of its own: a crafted file of 50 MB keeps a reader busy for seconds. One that
 * takes longer or more memory than the limits is taken for broken. The bytes given stay whole.
 *
 * @throws {UnreadableFile}
 */
export async function xlsxRows(
  bytes: Uint8Array,
  mostRows: number,
  limits = { timeMs: 60_000, memoryMb: 2_048 },
): Promise<string[][]> {
  const copy = new Uint8Array(bytes);
  const read = await inBoundedThread<XlsxRead>(
    new URL('./xlsx-worker.ts', import.meta.url),
    { input: { bytes: copy, mostRows }, transfer: [copy.buffer] },
    limits,
  );
  if (read && 'rows' in read) return read.rows;
  throw new UnreadableFile(read?.code ?? 'file-broken');
}

/**
 * The cells of the first sheet of an Excel file as text, row by row from row 1. A formula is read as the value that was last computed,
 * a date as `2026-11-01`, a number as its digits.
 *
 * What a small file can unfold to is counted before it is read: bytes, rows and columns.
 *
 * @throws {UnreadableFile}
 */
export async function xlsxRowsHere(bytes: Uint8Array, mostRows: number): Promise<string[][]> {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  await requireBounds(zip, mostRows);
  // A tenth of a second that a command without a list need not wait for.
  const { readSheet } = await import('read-excel-file/universal');
  const cells = await readSheet(new Uint8Array(bytes).buffer).catch(() => {
    throw new UnreadableFile('file-broken');
  });
  return cells.map((row) => row.map(textOf));
}

async function requireBounds(zip: Buffer, mostRows: number): Promise<void> {
  const parts = entriesOf(zip).filter(({ name }) => name.endsWith('.xml') || name.endsWith('.rels'));
  if (!parts.some(({ name }) => name === 'xl/workbook.xml')) throw new UnreadableFile('file-no-sheet');
  let left = mostUnpackedBytes;
  for (const part of parts) {
    if (part.unpackedBytes > left) throw new UnreadableFile('file-unpacks-too-large');
    const content = await unpacked(zip, part, left).catch((error: NodeJS.ErrnoException) => {
      throw new UnreadableFile(
        error.code === 'ERR_BUFFER_TOO_LARGE' ? 'file-unpacks-too-large' : 'file-broken',
      );
    });
    // The library sets memory aside by what the directory claims.
    if (content.byteLength !== part.unpackedBytes) throw new UnreadableFile('file-broken');
    left -= content.byteLength;
    requirePlaces(content.toString('utf8'), mostRows);
  }
}

function entriesOf(zip: Buffer) {
  try {
    return zipEntries(zip);
  } catch {
    throw new UnreadableFile('file-broken');
  }
}

/** Rows and cells say themselves where they stand, and the library fills the gaps: one far cell is a huge table. */
function requirePlaces(xml: string, mostRows: number): void {
  if (!xml.includes('sheetData')) return;
  // With a prefix too: the library reads `x:r` as `r`. Only `xmlns:r` says something else.
  for (const [, , place = ''] of xml.matchAll(/(?<!xmlns:)\br\s*=\s*(["'])(.*?)\1/gs)) {
    const { column = '', row = '' } = /^(?<column>[A-Z]{0,3})(?<row>\d{1,7})$/.exec(place)?.groups ?? {};
    if (row === '') throw new UnreadableFile('file-broken');
    if (Number(row) > mostRows) throw new UnreadableFile('file-too-long');
    if (columnNumber(column) > mostColumns) throw new UnreadableFile('file-too-wide');
  }
}

/** `A` is 1, `AA` is 27. */
function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

function textOf(cell: unknown): string {
  if (typeof cell === 'string') return cell.slice(0, longestCell);
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  return typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : '';
}
