import { createDecipheriv, createECDH, hkdfSync, randomBytes, type ECDH } from 'node:crypto';

/** The keys that a browser makes for one subscription; the private one never leaves it. */
export interface BrowserKeys {
  ecdh: ECDH;
  auth: Buffer;
}

const saltBytes = 16;
const headerBytes = saltBytes + 4 + 1;
const tagBytes = 16;

export function newBrowserKeys(): BrowserKeys {
  const ecdh = createECDH('prime256v1');
  ecdh.generateKeys();
  return { ecdh, auth: randomBytes(16) };
}

/**
 * What the browser reads of a push message (RFC 8291, 3; RFC 8188, 2), which its push service cannot.
 *
 * @throws {Error} the message is not for these keys, or was altered
 */
export function readPush({ ecdh, auth }: BrowserKeys, body: Buffer): string {
  const salt = body.subarray(0, saltBytes);
  const recordBytes = body.readUInt32BE(saltBytes);
  const senderKey = body.subarray(headerBytes, headerBytes + body.readUInt8(headerBytes - 1));
  const record = body.subarray(headerBytes + senderKey.byteLength);
  if (record.byteLength > recordBytes) throw new Error('a push message is one record');

  const info = Buffer.concat([Buffer.from('WebPush: info\0'), ecdh.getPublicKey(), senderKey]);
  const secret = Buffer.from(hkdfSync('sha256', ecdh.computeSecret(senderKey), auth, info, 32));
  const derive = (name: string, bytes: number) =>
    Buffer.from(hkdfSync('sha256', secret, salt, `Content-Encoding: ${name}\0`, bytes));
  const decipher = createDecipheriv('aes-128-gcm', derive('aes128gcm', 16), derive('nonce', 12));
  decipher.setAuthTag(record.subarray(-tagBytes));
  const padded = Buffer.concat([decipher.update(record.subarray(0, -tagBytes)), decipher.final()]);
  const end = padded.findLastIndex((byte) => byte !== 0);
  if (padded[end] !== 2) throw new Error('the last record ends with 2');
  return padded.subarray(0, end).toString('utf8');
}
