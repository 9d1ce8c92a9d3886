import type { FontReading } from '../legacy-vietnamese/legacy-font.ts';
import { addUse, fontReadings, type FontUses } from './pdf-fonts.ts';
import { withPdf, type PdfPage } from './pdf-pages.ts';
import { Unreadable } from './unreadable.ts';

type TextItem = { str: string; transform: number[]; width: number; fontName: string };
type PageItems = { items: readonly TextItem[]; overPage: readonly string[] };

const mostTextUnits = 50 * 1024 * 1024;

/** The text of a PDF, page by page, what is stamped on a page after its lines. Pictures are not read. */
export async function pdfText(content: Uint8Array): Promise<string> {
  return await withPdf(content, async (document) => {
    const pages: PageItems[] = [];
    const uses: FontUses = new Map();
    let length = 0;
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await itemsOf(await document.getPage(number));
      for (const { str, fontName } of page.items) {
        length += str.length;
        addUse(uses, fontName, str, number);
      }
      if (length > mostTextUnits) throw new Unreadable('broken');
      pages.push(page);
    }
    const readings = await fontReadings(uses, (number) => document.getPage(number));
    return pages.map((page) => pageText(page, readings)).join('\n');
  });
}

async function itemsOf(page: PdfPage): Promise<PageItems> {
  const { items } = await page.getTextContent();
  const overPage: string[] = [];
  // A stamp may be an annotation or a filled field, which lie over the page.
  for (const annotation of await page.getAnnotations()) {
    const { contentsObj, fieldValue, textContent } = annotation;
    overPage.push(
      ...[contentsObj?.str, fieldValue, ...(textContent ?? [])].filter((part) => typeof part === 'string'),
    );
  }
  page.cleanup();
  return { items: items.filter((item) => 'str' in item), overPage };
}

function pageText({ items, overPage }: PageItems, readings: ReadonlyMap<string, FontReading>): string {
  const read = items.map((item) => ({ ...item, str: readings.get(item.fontName)?.(item.str) ?? item.str }));
  return [...rowsOf(segmentsOf(read)), ...overPage].filter((text) => text !== '').join('\n');
}

type Segment = { angle: number; along: number; across: number; end: number; size: number; text: string };

// Order first, place second: a stamp laid over a line stays one piece although the line runs under it.
function segmentsOf(items: readonly TextItem[]) {
  const segments: Segment[] = [];
  let spaced = false;
  for (const item of items) {
    if (item.str.trim() === '') {
      spaced = true;
      continue;
    }
    const next = placed(item);
    const last = segments.at(-1);
    const glue = last && isSameRow(last, next) ? glueBetween(last, next, spaced) : '\t';
    spaced = false;
    if (!last || glue === '\t') segments.push(next);
    else Object.assign(last, { text: `${last.text}${glue}${next.text}`, end: next.end });
  }
  return segments;
}

function placed({ str, transform, width }: TextItem): Segment {
  const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = transform;
  const angle = Math.round((Math.atan2(b, a) * 180) / Math.PI);
  const [cosine, sine] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  const along = x * cosine + y * sine;
  const size = Math.hypot(c, d) || 1;
  return { angle, along, across: y * cosine - x * sine, end: along + width, size, text: str };
}

function isSameRow(one: Segment, other: Segment) {
  return (
    one.angle === other.angle && Math.abs(one.across - other.across) < 0.4 * Math.min(one.size, other.size)
  );
}

// In ems: a word space is about a quarter; a justified line rarely stretches one past three quarters.
function glueBetween(left: Segment, right: Segment, spaced: boolean) {
  const gap = (right.along - left.end) / Math.min(left.size, right.size);
  if (gap > 0.75 || gap < -0.3) return '\t';
  const joined = /\s$/.test(left.text) || /^\s/.test(right.text) || (gap < 0.12 && !spaced);
  return joined ? '' : ' ';
}

function rowsOf(segments: readonly Segment[]) {
  const sorted = segments.toSorted((one, other) => one.angle - other.angle || other.across - one.across);
  const rows: Segment[][] = [];
  for (const segment of sorted) {
    const first = rows.at(-1)?.[0];
    if (first && isSameRow(first, segment)) rows.at(-1)?.push(segment);
    else rows.push([segment]);
  }
  return rows.map((row) => {
    row.sort((one, other) => one.along - other.along);
    return row
      .map((part, index) => (index > 0 ? glueBetween(row[index - 1] ?? part, part, false) : '') + part.text)
      .join('');
  });
}
