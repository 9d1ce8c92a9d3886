import { unpacked, zipEntries } from '../zip.ts';
import { isCodedAsNamed, readingOfFont, readRun } from '../legacy-vietnamese/legacy-font.ts';
import { docxFonts, fontNamed, type DocxFonts } from './docx-fonts.ts';
import { attribute, decodeEntities, markup } from './markup.ts';
import { plainText } from './plain-text.ts';
import { Unreadable } from './unreadable.ts';

const mostTextBytes = 50 * 1024 * 1024;

/**
 * The text of a Word file, headers first.
 *
 * The stamp is often in a header, a text box or WordArt, which mammoth skips; so every part is read here,
 * under one budget that a zip bomb cannot pass.
 */
export async function docxText(content: Uint8Array): Promise<string> {
  const zip = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const entries = zipEntries(zip);
  if (!entries.some(({ name }) => /^word\/document\d*\.xml$/i.test(name)))
    throw new Unreadable('unknown-format');
  const parts = entries
    .filter(({ name }) => /^word\/(?!glossary\/).*\.xml$/i.test(name))
    .sort((one, other) => readingOrder(one.name) - readingOrder(other.name));
  let budgetBytes = mostTextBytes;
  const sources: { name: string; xml: string }[] = [];
  for (const part of parts) {
    const bytes = await unpacked(zip, part, budgetBytes);
    budgetBytes -= bytes.length;
    sources.push({ name: part.name, xml: plainText(bytes, 'broken') });
  }
  const fonts = docxFonts(sources.find(({ name }) => /\/styles\.xml$/i.test(name))?.xml ?? '');
  const pieces = sources.map(({ xml }) => wordText(xml, fonts));
  const inLegacyFonts = pieces.flat().filter(({ font }) => readingOfFont(font) !== null);
  const coded = isCodedAsNamed(inLegacyFonts.map(({ text }) => text));
  return pieces
    .map((part) =>
      part.map(({ text, font, capitals }) => shown(readRun(text, font, coded), capitals)).join(''),
    )
    .filter((text) => text.trim() !== '')
    .join('\n');
}

type Piece = { text: string; font: string; capitals: boolean };

function shown(text: string, capitals: boolean) {
  return capitals ? text.toUpperCase() : text;
}

function readingOrder(name: string) {
  if (/\/header\d*\.xml$/i.test(name)) return 0;
  return /\/document\d*\.xml$/i.test(name) ? 1 : 2;
}

// Prefixes are free to choose in XML, so elements go by their local name; DrawingML uses the same ones.
const wordBreaks = new Map([
  ...['br', 'cr', 'txbxContent', 'txBody'].map((name) => [name, { opened: '\n', closed: '' }] as const),
  ...['p', 'tr'].map((name) => [name, { opened: '', closed: '\n' }] as const),
  ...['tab', 'ptab'].map((name) => [name, { opened: '\t', closed: '' }] as const),
  // Deleted text under tracked changes still travels in the file.
  ...['del', 'moveFrom'].map((name) => [name, { opened: '\t', closed: '\t' }] as const),
  ['noBreakHyphen', { opened: '-', closed: '' }],
  ['tc', { opened: '', closed: '\t' }],
]);

function wordText(xml: string, fonts: DocxFonts): Piece[] {
  const output: Piece[] = [];
  const put = (text: string) => text !== '' && output.push({ text, font: '', capitals: false });
  let reading = false;
  let inRun = false;
  let capitals = false;
  let paragraphStyle: string | null = null;
  let run = { font: null as string | null, runStyle: null as string | null };
  for (const piece of markup(xml, false)) {
    if (piece.kind === 'text') {
      const font = fonts.of({ ...run, paragraphStyle });
      if (reading) output.push({ text: decodeEntities(piece.text), font, capitals });
      continue;
    }
    const { name, closing, attributes } = piece;
    const empty = attributes.endsWith('/');
    if (name === 't' || name === 'delText') reading = !closing && !empty;
    if (name === 'r') [inRun, capitals, run] = [!closing, false, { font: null, runStyle: null }];
    if (name === 'p') paragraphStyle = null;
    if (name === 'pStyle') paragraphStyle = attribute(attributes, 'val');
    if (name === 'rStyle') run.runStyle = attribute(attributes, 'val');
    if (name === 'rFonts' && inRun) run.font = fontNamed(attributes);
    if (inRun && (name === 'caps' || name === 'smallCaps'))
      capitals = !/val\s*=\s*["'](?:0|false|off)/.test(attributes);
    if (name === 'rPr' && /\bcap\s*=\s*["'](?:all|small)/.test(attributes)) capitals = true;
    if (name === 'textpath') put(`\n${attribute(attributes, 'string') ?? ''}\n`);
    // Outside a run `tab` only sets a stop.
    else if (inRun || !name.endsWith('tab')) put(wordBreaks.get(name)?.[closing ? 'closed' : 'opened'] ?? '');
  }
  return output;
}
