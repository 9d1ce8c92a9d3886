import { crc32, deflateRawSync } from 'node:zlib';

/** 1 January 1980: the earliest that an archive can say. */
const noDay = 0x21;

/**
 * An archive of these parts, `[Content_Types].xml` first as readers expect. It says of none when it was made.
 *
 * @source PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12, 4.3.16
 */
export function packed(parts: ReadonlyMap<string, Buffer>): Uint8Array {
  const types = '[Content_Types].xml';
  const names = [...parts.keys()].sort((one, other) => Number(other === types) - Number(one === types));
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const name of names) {
    const content = parts.get(name)!;
    const path = Buffer.from(name);
    const body = deflateRawSync(content);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(1 << 11, 2); // Names are UTF-8.
    common.writeUInt16LE(8, 4);
    common.writeUInt16LE(noDay, 8);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(body.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(path.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    files.push(Buffer.from('PK\u0003\u0004'), common, path, body);
    directory.push(Buffer.from('PK\u0001\u0002\u0014\0'), common, place, path);
    at += 30 + path.length + body.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(names.length, 4);
  end.writeUInt16LE(names.length, 6);
  end.writeUInt32LE(
    directory.reduce((sum, { length }) => sum + length, 0),
    8,
  );
  end.writeUInt32LE(at, 12);
  return new Uint8Array(Buffer.concat([...files, ...directory, Buffer.from('PK\u0005\u0006'), end]));
}
