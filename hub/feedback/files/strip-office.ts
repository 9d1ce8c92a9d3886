import { unpacked, zipEntries } from '../../platform/zip.ts';
import { packed } from './packed.ts';
import { strippedPicture } from './strip-picture.ts';
import { strippedXml } from './strip-xml.ts';

/** Unpacked, of all parts together. */
const mostBytes = 60 * 1024 * 1024;
const deepest = 1;

/**
 * A DOCX or XLSX as it reads, without its properties (author, company, dates), names and dates of remarks and tracked
 * changes, where it lay, which printer it knew, and what programs put into it besides. Packed anew: nothing stands
 * before, behind or between its parts.
 *
 * @throws broken, encrypted, too large when unpacked, of another kind, or with parts that cannot be looked into
 */
export async function strippedOffice(
  content: Uint8Array,
  depth = 0,
): Promise<{ format: 'docx' | 'xlsx'; content: Uint8Array }> {
  const zip = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const parts = new Map<string, Buffer>();
  let left = mostBytes;
  for (const entry of zipEntries(zip)) {
    if (entry.name.endsWith('/')) continue;
    const bytes = await unpacked(zip, entry, left);
    left -= bytes.length;
    if (!droppedParts.test(entry.name)) parts.set(entry.name, bytes);
  }
  const format = formatOf(parts);
  for (const [name, bytes] of parts) parts.set(name, await strippedPart(name, bytes, depth));
  return { format, content: packed(parts) };
}

/** Which others may not know: each is left out with what refers to it. */
const droppedParts =
  /^(?:docProps|customXml|_xmlsignatures|xl\/printerSettings|word\/printerSettings|xl\/revisions)\/|^word\/people\.xml$|\/_rels\/people\.xml\.rels$/i;

function formatOf(parts: ReadonlyMap<string, Buffer>): 'docx' | 'xlsx' {
  const types = parts.get('[Content_Types].xml')?.toString('utf8') ?? '';
  if (/macroEnabled|vbaProject|activeX/i.test(types)) throw new Error('with macros');
  if (parts.has('word/document.xml') && types.includes('wordprocessingml.document.main+xml')) return 'docx';
  if (parts.has('xl/workbook.xml') && types.includes('spreadsheetml.sheet.main+xml')) return 'xlsx';
  throw new Error('of another kind');
}

async function strippedPart(name: string, bytes: Buffer, depth: number): Promise<Buffer> {
  if (/\.(?:xml|rels|vml|svg)$/i.test(name))
    return strippedXml(name, bytes, (part) => droppedParts.test(part));
  // The figures behind a chart.
  if (/\.(?:docx|xlsx)$/i.test(name) && depth < deepest)
    return Buffer.from((await strippedOffice(bytes, depth + 1)).content);
  if (/\.(?:jpe?g|png)$/i.test(name)) {
    const picture = strippedPicture(bytes);
    if (picture) return Buffer.from(picture);
  }
  // Fonts, and pictures of kinds that carry no metadata to speak of.
  if (/\.(?:odttf|emf|wmf|gif|bmp)$/i.test(name)) return bytes;
  throw new Error(`cannot look into ${name}`);
}
