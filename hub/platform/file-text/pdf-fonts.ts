import { isCodedAsNamed, readingOfFont, type FontReading } from '../legacy-vietnamese/legacy-font.ts';
import { hasUnicodeVietnamese, legacyReadingOf } from '../legacy-vietnamese/recognise.ts';
import type { PdfPage } from './pdf-pages.ts';

/** What stands in one font of a PDF, and a page (from 1) where it does. */
interface FontUse {
  text: string;
  page: number;
}
/** Texts of a PDF by the ids that pdf.js gives their fonts. */
export type FontUses = Map<string, FontUse>;

const mostText = 100_000;

export function addUse(uses: FontUses, font: string, text: string, page: number) {
  const use = uses.get(font);
  if (!use) uses.set(font, { text, page });
  else if (use.text.length < mostText) use.text += ` ${text}`;
}

/**
 * How text in the fonts of a PDF is to be read, where it is of the time before Unicode: by the font's name, else by its
 * words. Fonts that are not in it are what they seem.
 */
export async function fontReadings(
  uses: FontUses,
  pageAt: (number: number) => Promise<PdfPage>,
): Promise<Map<string, FontReading>> {
  const named = new Map<string, { text: string; read: FontReading }>();
  const readings = new Map<string, FontReading>();
  const looked = new Set<number>();
  for (const [font, { text, page: number }] of uses) {
    if (!/[^\p{ASCII}]/u.test(text) || hasUnicodeVietnamese(text)) continue;
    const page = await pageAt(number);
    // Names come with the drawing of a page, not with its text.
    if (!looked.has(number)) await page.getOperatorList();
    looked.add(number);
    const read = readingOfFont(nameOf(page, font));
    if (read) named.set(font, { text, read });
    const byWords = legacyReadingOf(text);
    if (byWords) readings.set(font, byWords);
  }
  if (isCodedAsNamed([...named.values()].map(({ text }) => text)))
    for (const [font, { read }] of named) readings.set(font, read);
  return readings;
}

function nameOf(page: PdfPage, font: string): string {
  if (!page.commonObjs.has(font)) return '';
  const { name } = page.commonObjs.get(font) as { name?: unknown };
  return typeof name === 'string' ? name : '';
}
