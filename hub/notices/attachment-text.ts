import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';

/** What could be read of a file. `unknown-format` and `no-text` mean nobody has seen what it says. */
export type ReadableText =
  | { readable: true; text: string }
  | { readable: false; reason: 'unknown-format' | 'no-text' | 'broken' | 'encrypted' };
type Unread = (ReadableText & { readable: false })['reason'];
type PdfDocument = Awaited<ReturnType<(typeof import('unpdf'))['getDocumentProxy']>>;
type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;
type TextItem = { str: string; transform: number[]; width: number };
type ZipEntry = { name: string; method: number; encrypted: boolean; packedBytes: number; headerAt: number };

const mostTextBytes = 50 * 1024 * 1024;
const mostZipEntries = 10_000;
const inflate = promisify(inflateRaw);

class Unreadable extends Error {
  readonly reason: Unread;
  constructor(reason: Unread) {
    super(reason);
    this.reason = reason;
  }
}

/**
 * The text of an attachment, columns of a line kept apart by a tab. The content decides the format, the
 * name never does; the media type only tells an HTML fragment from plain text. Never throws for bad input.
 * Inflates at most 50 MB of a DOCX; pictures, embedded files and style-sheet tricks are not read.
 */
export async function readableText(file: {
  name: string;
  mediaType: string;
  content: Uint8Array;
}): Promise<ReadableText> {
  try {
    const text = await textOf(file.content, file.mediaType);
    return /[\p{L}\p{N}]/u.test(text) ? { readable: true, text } : { readable: false, reason: 'no-text' };
  } catch (error) {
    return { readable: false, reason: error instanceof Unreadable ? error.reason : 'broken' };
  }
}

async function textOf(content: Uint8Array, mediaType: string) {
  const head = Buffer.from(content.subarray(0, 1024)).toString('latin1');
  if (head.includes('%PDF-')) return await pdfText(content);
  if (head.startsWith('PK\u0003\u0004')) return await docxText(content);
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0')) throw new Unreadable(oldOfficeReason(content));
  const text = decoded(content, 'unknown-format');
  if (looksLikeHtml(text, mediaType)) return htmlText(text);
  if (isOtherMarkup(text)) throw new Unreadable('unknown-format');
  return text;
}

// Word wraps a password-protected DOCX in the container of the old .doc format.
function oldOfficeReason(content: Uint8Array): Unread {
  const wrapped = Buffer.from(content).includes(Buffer.from('EncryptedPackage', 'utf16le'));
  return wrapped ? 'encrypted' : 'unknown-format';
}

function decoded(content: Uint8Array, otherwise: Unread) {
  try {
    const text = new TextDecoder(encodingOf(content), { fatal: true }).decode(content);
    if (!text.includes('\0')) return text;
  } catch {
    // Invalid in its encoding: not a text, the same answer as for a NUL.
  }
  throw new Unreadable(otherwise);
}

function encodingOf([first, second]: Uint8Array) {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
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

const blocks = new Set(
  (
    'address article aside blockquote body br button caption center dd details dialog dir div dl dt fieldset ' +
    'figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html input legend li main ' +
    'menu nav noscript ol optgroup option p pre search section select summary table tbody textarea tfoot thead ' +
    'title tr ul'
  ).split(' '),
);

function htmlText(source: string) {
  const output: string[] = [];
  let preformatted = 0;
  for (const piece of markup(source, true)) {
    if (piece.kind === 'text') {
      const text = preformatted > 0 ? piece.text : piece.text.replace(/[ \t\r\n\f]+/g, ' ');
      const continued = preformatted === 0 && /[ \n\t]$/.test(output.at(-1) ?? '\n');
      const shown = continued ? text.replace(/^ /, '') : text;
      if (shown !== '') output.push(decodeEntities(shown));
    } else {
      if (piece.name === 'pre') preformatted = Math.max(0, preformatted + (piece.closing ? -1 : 1));
      if (/^t[dh]$/.test(piece.name)) output.push(piece.closing ? '' : '\t');
      else if (blocks.has(piece.name)) output.push('\n');
    }
  }
  return output.join('');
}

type Piece =
  | { kind: 'text'; text: string }
  | { kind: 'tag'; name: string; closing: boolean; attributes: string };

function* markup(source: string, html: boolean): Generator<Piece> {
  for (let at = 0; at < source.length;) {
    const open = source.indexOf('<', at);
    const until = open < 0 ? source.length : open;
    if (until > at) yield { kind: 'text', text: source.slice(at, until) };
    if (open < 0) return;
    const end = endOfMarkup(source, open);
    if (end === open + 1) yield { kind: 'text', text: '<' };
    else if (source.startsWith('<![CDATA[', open) && !html) {
      yield { kind: 'text', text: source.slice(open + 9, end - 3).replaceAll('&', '&amp;') };
    }
    const [, slash, prefixed = ''] =
      /^<(\/?)([^\s/>]*)/.exec(source.slice(open, Math.min(end, open + 100))) ?? [];
    at = end;
    if (!/^[a-z_]/i.test(prefixed)) continue;
    const name = html ? prefixed.toLowerCase() : prefixed.slice(prefixed.indexOf(':') + 1);
    yield {
      kind: 'tag',
      name,
      closing: slash === '/',
      attributes: source.slice(open + 1 + prefixed.length, end - 1),
    };
    if (html && slash === '' && (name === 'script' || name === 'style')) at = endOfRawText(source, end, name);
  }
}

function endOfMarkup(source: string, open: number) {
  if (source.startsWith('<!--', open)) return after(source, '-->', open + 2);
  if (source.startsWith('<![CDATA[', open)) return after(source, ']]>', open);
  if (/^<[!?]/.test(source.slice(open, open + 2))) return after(source, '>', open);
  if (!/^<\/?[a-z_]/i.test(source.slice(open, open + 3))) return open + 1;
  let quote = '';
  let lastSeen = '';
  for (let at = open + 1; at < source.length; at += 1) {
    const character = source[at] ?? '';
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '>') return at + 1;
    // A stray quote does not open a value; taking it for one would hide the text after the tag.
    else if ((character === '"' || character === "'") && lastSeen === '=') quote = character;
    if (!/\s/.test(character)) lastSeen = character;
  }
  return source.length;
}

function after(source: string, end: string, from: number) {
  const at = source.indexOf(end, from);
  return at < 0 ? source.length : at + end.length;
}

function endOfRawText(source: string, from: number, name: string) {
  const closing = new RegExp(`</${name}`, 'gi');
  closing.lastIndex = from;
  return closing.exec(source)?.index ?? source.length;
}

const latinEntities =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute ' +
  'micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring ' +
  'AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml ' +
  'times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil ' +
  'egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ' +
  'ugrave uacute ucirc uuml yacute thorn yuml';
const entities = new Map<string, string>([
  ...latinEntities.split(' ').map((name, index) => [name, String.fromCodePoint(160 + index)] as const),
  ...Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    Tab: '\t',
    NewLine: '\n',
    vert: '|',
  }),
  ...Object.entries({ ensp: '\u2002', emsp: '\u2003', thinsp: '\u2009', zwnj: '\u200c', zwj: '\u200d' }),
  ...Object.entries({ ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', hellip: '…' }),
  ...Object.entries({
    bull: '•',
    lsqb: '[',
    rsqb: ']',
    lpar: '(',
    rpar: ')',
    colon: ':',
    ast: '*',
    hyphen: '‐',
  }),
  ...Object.entries({
    Dstrok: 'Đ',
    dstrok: 'đ',
    Abreve: 'Ă',
    abreve: 'ă',
    Itilde: 'Ĩ',
    itilde: 'ĩ',
    Utilde: 'Ũ',
  }),
]);

function decodeEntities(text: string) {
  return text.replace(
    /&(?:#x0*([0-9a-f]{1,6})|#0*(\d{1,7})|([a-z][a-z0-9]{1,31}));?/gi,
    (whole, hexadecimal?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return entities.get(name) ?? whole;
      const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
    },
  );
}

// The stamp is often in a header, a text box or WordArt, which mammoth skips; so every part is read here,
// under one budget that a zip bomb cannot pass.
async function docxText(content: Uint8Array) {
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
    texts.push(wordText(decoded(bytes, 'broken')));
  }
  return texts.filter((text) => text.trim() !== '').join('\n');
}

function readingOrder(name: string) {
  if (/\/header\d*\.xml$/i.test(name)) return 0;
  return /\/document\d*\.xml$/i.test(name) ? 1 : 2;
}

// @source PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12, 4.3.16
function zipEntries(zip: Buffer): ZipEntry[] {
  const end = zip.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  const count = zip.readUInt16LE(end + 10);
  if (end < 0 || count > mostZipEntries) throw new Unreadable('broken');
  const entries: ZipEntry[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (zip.readUInt32LE(at) !== 0x02014b50) throw new Unreadable('broken');
    const nameLength = zip.readUInt16LE(at + 28);
    entries.push({
      name: zip.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/'),
      encrypted: (zip.readUInt16LE(at + 8) & 1) === 1,
      method: zip.readUInt16LE(at + 10),
      packedBytes: zip.readUInt32LE(at + 20),
      headerAt: zip.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

async function unpacked(zip: Buffer, entry: ZipEntry, budgetBytes: number) {
  if (entry.encrypted) throw new Unreadable('encrypted');
  const header = entry.headerAt;
  const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
  const packed = zip.subarray(start, start + entry.packedBytes);
  if (budgetBytes <= 0 || packed.length < entry.packedBytes) throw new Unreadable('broken');
  if (entry.method === 8) return await inflate(packed, { maxOutputLength: budgetBytes });
  if (entry.method !== 0 || packed.length > budgetBytes) throw new Unreadable('broken');
  return packed;
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

async function pdfText(content: Uint8Array) {
  const { getDocumentProxy } = await import('unpdf');
  // pdf.js takes the bytes over and empties the array it is given.
  const options = { verbosity: 0, isEvalSupported: false };
  const document = await getDocumentProxy(new Uint8Array(content), options).catch((error: unknown) => {
    const locked = error instanceof Error && error.name === 'PasswordException';
    throw new Unreadable(locked ? 'encrypted' : 'broken');
  });
  try {
    const pages: string[] = [];
    let length = 0;
    for (let number = 1; number <= document.numPages; number += 1) {
      const text = await pageText(await document.getPage(number));
      length += text.length;
      if (length > mostTextBytes) throw new Unreadable('broken');
      pages.push(text);
    }
    return pages.join('\n');
  } finally {
    await document.loadingTask.destroy();
  }
}

async function pageText(page: PdfPage) {
  const { items } = await page.getTextContent();
  const texts = rowsOf(segmentsOf(items.filter((item) => 'str' in item)));
  // A stamp may be an annotation or a filled field, which lie over the page.
  for (const annotation of await page.getAnnotations()) {
    const { contentsObj, fieldValue, textContent } = annotation;
    texts.push(
      ...[contentsObj?.str, fieldValue, ...(textContent ?? [])].filter((part) => typeof part === 'string'),
    );
  }
  page.cleanup();
  return texts.filter((text) => text !== '').join('\n');
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
