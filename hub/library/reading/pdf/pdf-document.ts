import { addUse, fontReadings, type FontUses } from '../../../platform/file-text/pdf-fonts.ts';
import { withPdf, type PdfDocument, type PdfPage } from '../../../platform/file-text/pdf-pages.ts';
import { Unreadable } from '../../../platform/file-text/unreadable.ts';
import { composed } from './composed-text.ts';
import { linesOfPage, type Line } from './page-lines.ts';
import { usualSize, withoutNotes } from './page-notes.ts';
import { rowsOf, type Row, type TextItem } from './page-segments.ts';
import { withoutRepeated, type PageRows } from './repeated-rows.ts';
import { ruledTables, type RuledTable } from './ruled-tables.ts';
import { rulingLines } from './ruling-lines.ts';

const mostTextUnits = 50 * 1024 * 1024;
const fewestLetters = 20;
const farEnough = 1_000_000;

/**
 * The text of a PDF in the order in which it is read: paragraphs whole, columns one after the other, tables row by row,
 * notes behind the paragraph in which their page ends. Headers, footers, page numbers and what is written across are out.
 *
 * @throws {Unreadable} `no-text` its pages are pictures; `encrypted`; `broken`
 */
export async function pdfDocument(
  content: Uint8Array,
  onProgress: (done: number, total: number) => void,
): Promise<{ text: string; pageStarts: readonly number[] }> {
  return await withPdf(content, async (document) => {
    const pages = withoutRepeated(await pagesOf(document, onProgress));
    const lines: Line[][] = [];
    for (const [index, { rows }] of pages.entries())
      lines.push(linesOfPage(rows, await tablesOn(document, index + 1, rows), index));
    const size = usualSize(lines.flat());
    const read = composed(lines.map((each) => withoutNotes(each, size)));
    if (await isScanned(document, read.text)) throw new Unreadable('no-text');
    return read;
  });
}

async function pagesOf(
  document: PdfDocument,
  onProgress: (done: number, total: number) => void,
): Promise<PageRows[]> {
  const pages: { items: TextItem[]; height: number }[] = [];
  const uses: FontUses = new Map();
  let length = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const items = (await page.getTextContent()).items.filter((item) => 'str' in item);
    for (const { str, fontName } of items) {
      length += str.length;
      addUse(uses, fontName, str, number);
    }
    if (length > mostTextUnits) throw new Unreadable('broken');
    pages.push({ items, height: heightOf(page) });
    page.cleanup();
    onProgress(number, document.numPages);
  }
  const readings = await fontReadings(uses, (number) => document.getPage(number));
  return pages.map(({ items, height }) => {
    const read = items.map((item) => ({ ...item, str: readings.get(item.fontName)?.(item.str) ?? item.str }));
    return { height, rows: fromBelow(rowsOf(read), height) };
  });
}

// Of a page that stands on its side or its head, the heights begin at the wrong edge.
function fromBelow(rows: readonly Row[], height: number): Row[] {
  const above = (rows[0]?.y ?? 0) < 0 ? height : 0;
  return rows.map((row) => ({ ...row, y: row.y + above }));
}

function heightOf({ view, rotate }: PdfPage): number {
  const [left = 0, low = 0, right = 595, high = 842] = view;
  return rotate % 180 === 0 ? high - low : right - left;
}

// Only where something stands side by side; drawing a page also unpacks its pictures.
async function tablesOn(document: PdfDocument, number: number, rows: readonly Row[]): Promise<RuledTable[]> {
  if (!rows.some(({ segments }) => segments.length > 1)) return [];
  const { getResolvedPDFJS } = await import('unpdf');
  const { OPS } = await getResolvedPDFJS();
  const page = await document.getPage(number);
  const tables = ruledTables(rows, rulingLines(await page.getOperatorList(), OPS));
  page.cleanup();
  return tables;
}

async function isScanned(document: PdfDocument, text: string): Promise<boolean> {
  const letters = text.slice(0, farEnough).match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  if (letters === 0) return true;
  if (letters >= fewestLetters * document.numPages) return false;
  const { getResolvedPDFJS } = await import('unpdf');
  const { OPS } = await getResolvedPDFJS();
  const { fnArray } = await (await document.getPage(1)).getOperatorList();
  const pictures = new Set<number>([
    OPS.paintImageXObject,
    OPS.paintInlineImageXObject,
    OPS.paintImageMaskXObject,
  ]);
  return fnArray.some((code) => pictures.has(code));
}
