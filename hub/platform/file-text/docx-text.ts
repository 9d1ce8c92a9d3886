import { unpacked, zipEntries } from '../zip.ts';
import { decodeEntities, markup } from './markup.ts';
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
  const texts: string[] = [];
  for (const part of parts) {
    const bytes = await unpacked(zip, part, budgetBytes);
    budgetBytes -= bytes.length;
    texts.push(wordText(plainText(bytes, 'broken')));
  }
  return texts.filter((text) => text.trim() !== '').join('\n');
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

function wordText(xml: string) {
  const output: string[] = [];
  let reading = false;
  let inRun = false;
  let capitals = false;
  for (const piece of markup(xml, false)) {
    if (piece.kind === 'text') {
      const text = reading ? decodeEntities(piece.text) : '';
      output.push(capitals ? text.toUpperCase() : text);
      continue;
    }
    const { name, closing, attributes } = piece;
    const empty = attributes.endsWith('/');
    if (name === 't' || name === 'delText') reading = !closing && !empty;
    if (name === 'r') [inRun, capitals] = [!closing, false];
    if (inRun && (name === 'caps' || name === 'smallCaps'))
      capitals = !/val\s*=\s*["'](?:0|false|off)/.test(attributes);
    if (name === 'rPr' && /\bcap\s*=\s*["'](?:all|small)/.test(attributes)) capitals = true;
    if (name === 'textpath') output.push(`\n${attributeValue(attributes, 'string')}\n`);
    // Outside a run `tab` only sets a stop.
    else if (inRun || !name.endsWith('tab'))
      output.push(wordBreaks.get(name)?.[closing ? 'closed' : 'opened'] ?? '');
  }
  return output.join('');
}

function attributeValue(attributes: string, name: string) {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return decodeEntities(found?.[1] ?? found?.[2] ?? '');
}
