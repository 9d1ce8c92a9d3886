import { crc32 } from 'node:zlib';

/**
 * The same picture, bit for bit, without its metadata; for pictures inside of documents, where drawing them anew would
 * change more than has to. Null: not a JPEG or PNG, or broken.
 */
export function strippedPicture(content: Uint8Array): Uint8Array | null {
  const bytes = Buffer.from(content);
  if (bytes.readUInt16BE(0) === 0xffd8) return strippedJpeg(bytes);
  return bytes.subarray(0, 8).equals(pngStart) ? strippedPng(bytes) : null;
}

/** JFIF says how large a pixel is, Adobe's segment how colours are meant; all other APPn and comments tell stories. */
const keptSegments: ReadonlySet<number> = new Set([0xe0, 0xee]);
const startOfScan = 0xda;
const endOfImage = 0xd9;

/** @source ITU-T T.81, annex B */
function strippedJpeg(bytes: Buffer): Uint8Array | null {
  const kept: Buffer[] = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === endOfImage) return null;
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (marker === startOfScan) return Buffer.concat([...kept, upToEnd(bytes.subarray(at))]);
    const story = (marker >= 0xe0 && marker <= 0xef && !keptSegments.has(marker)) || marker === 0xfe;
    if (!story) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return null;
}

/** What follows the end of the image, such as a second one or a film, goes. */
function upToEnd(scans: Buffer): Buffer {
  const end = scans.indexOf(Buffer.from([0xff, endOfImage]));
  return end < 0 ? scans : scans.subarray(0, end + 2);
}

const pngStart = Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1');
const keptChunks = /^(?:IHDR|PLTE|IDAT|IEND|tRNS|gAMA|cHRM|sRGB|pHYs|bKGD|sBIT)$/;

/** @source PNG (third edition), 5.3 */
function strippedPng(bytes: Buffer): Uint8Array | null {
  const kept: Buffer[] = [pngStart];
  let at = pngStart.length;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + bytes.readUInt32BE(at);
    const chunk = bytes.subarray(at, end);
    const name = chunk.toString('latin1', 4, 8);
    if (end > bytes.length || crc32(chunk.subarray(4, -4)) !== chunk.readUInt32BE(chunk.length - 4))
      return null;
    if (keptChunks.test(name)) kept.push(chunk);
    if (name === 'IEND') return Buffer.concat(kept);
    at = end;
  }
  return null;
}
