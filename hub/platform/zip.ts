import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';

export type ZipEntry = {
  name: string;
  method: number;
  encrypted: boolean;
  packedBytes: number;
  /** As the directory claims. */
  unpackedBytes: number;
  headerAt: number;
};

/** The archive cannot be opened, or not within the limits. */
export class BadZip extends Error {
  readonly reason: 'broken' | 'encrypted';
  constructor(reason: 'broken' | 'encrypted') {
    super(reason);
    this.reason = reason;
  }
}

const mostZipEntries = 10_000;
const inflate = promisify(inflateRaw);

/**
 * The directory of an archive; the names are not to be trusted as paths.
 *
 * @source PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12, 4.3.16
 * @throws {BadZip} or a RangeError: the archive is broken
 */
export function zipEntries(zip: Buffer): ZipEntry[] {
  const end = zip.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  const count = zip.readUInt16LE(end + 10);
  if (end < 0 || count > mostZipEntries) throw new BadZip('broken');
  const entries: ZipEntry[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (zip.readUInt32LE(at) !== 0x02014b50) throw new BadZip('broken');
    const nameLength = zip.readUInt16LE(at + 28);
    entries.push({
      name: zip.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/'),
      encrypted: (zip.readUInt16LE(at + 8) & 1) === 1,
      method: zip.readUInt16LE(at + 10),
      packedBytes: zip.readUInt32LE(at + 20),
      unpackedBytes: zip.readUInt32LE(at + 24),
      headerAt: zip.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

/** The content of an entry. @throws {BadZip} it is encrypted, broken, or would exceed the budget */
export async function unpacked(zip: Buffer, entry: ZipEntry, budgetBytes: number): Promise<Buffer> {
  if (entry.encrypted) throw new BadZip('encrypted');
  const header = entry.headerAt;
  const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
  const packed = zip.subarray(start, start + entry.packedBytes);
  if (budgetBytes <= 0 || packed.length < entry.packedBytes) throw new BadZip('broken');
  if (entry.method === 8) return await inflate(packed, { maxOutputLength: budgetBytes });
  if (entry.method !== 0 || packed.length > budgetBytes) throw new BadZip('broken');
  return packed;
}
