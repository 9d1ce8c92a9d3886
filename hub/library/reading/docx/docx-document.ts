import { docxFonts } from '../../../platform/file-text/docx-fonts.ts';
import { plainText } from '../../../platform/file-text/plain-text.ts';
import { Unreadable } from '../../../platform/file-text/unreadable.ts';
import { isCodedAsNamed, readingOfFont } from '../../../platform/legacy-vietnamese/legacy-font.ts';
import { inUnicode } from '../../../platform/legacy-vietnamese/recognise.ts';
import { unpacked, zipEntries, type ZipEntry } from '../../../platform/zip.ts';
import { numberingOf } from './numbering.ts';
import { paragraphStyles } from './paragraph-styles.ts';
import type { WordParts } from './paragraph-lines.ts';
import { wordLines } from './word-lines.ts';

const mostTextBytes = 100 * 1024 * 1024;
const partNames = ['document', 'styles', 'numbering', 'footnotes', 'endnotes'] as const;
type PartName = (typeof partNames)[number];

/**
 * The text of a Word file as its reader sees it: a paragraph or a table row to each line, the numbers that Word counts
 * printed in front, notes behind the paragraph they belong to.
 *
 * @throws {Unreadable} `unknown-format` a ZIP of another kind, or with macros; `no-text` only pictures
 * @throws {BadZip}
 */
export async function docxDocument(content: Uint8Array): Promise<string> {
  const zip = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const entries = zipEntries(zip);
  const names = entries.map(({ name }) => name);
  if (!entries.some(({ name }) => isPart(name, 'document')) || names.some((name) => /vbaProject/i.test(name)))
    throw new Unreadable('unknown-format');
  const xml = await partsOf(zip, entries);
  const text = linesOf(xml).join('\n');
  if (!/[\p{L}\p{N}]/u.test(text) && names.some((name) => /^word\/media\//i.test(name)))
    throw new Unreadable('no-text');
  return inUnicode(text);
}

function linesOf(xml: Record<PartName, string>): string[] {
  const usual = docxFonts(xml.styles);
  const legacy: string[] = [];
  const read = (coded: boolean) => {
    const parts: WordParts = {
      styles: paragraphStyles(xml.styles),
      fonts: usual,
      numbering: numberingOf(xml.numbering),
      notes: new Map(),
      coded,
      onText: (text, font) => readingOfFont(font) && legacy.push(text),
    };
    const notes = [xml.footnotes, xml.endnotes].map((source) => wordLines(source, parts).notes);
    return wordLines(xml.document, { ...parts, notes: new Map(notes.flatMap((each) => [...each])) }).lines;
  };
  const lines = read(true);
  return legacy.length === 0 || isCodedAsNamed(legacy) ? lines : read(false);
}

async function partsOf(zip: Buffer, entries: readonly ZipEntry[]): Promise<Record<PartName, string>> {
  const xml = { document: '', styles: '', numbering: '', footnotes: '', endnotes: '' };
  let budgetBytes = mostTextBytes;
  for (const part of partNames) {
    const entry = entries.find(({ name }) => isPart(name, part));
    if (!entry) continue;
    const bytes = await unpacked(zip, entry, budgetBytes);
    budgetBytes -= bytes.length;
    xml[part] = plainText(bytes, 'broken');
  }
  return xml;
}

function isPart(name: string, part: PartName): boolean {
  return new RegExp(`^word/${part}\\d*\\.xml$`, 'i').test(name);
}
