import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartupError } from './errors.ts';

/** Keys derived from one root, one per purpose, so that no key is used for two things. */
export interface Keys {
  /** HMAC-SHA-256 under the purpose's own key: finds a secret again without keeping it. */
  fingerprint(purpose: string, text: string): Buffer;
  /** Encrypts (AES-256-GCM). `owner` is bound in: a ciphertext moved to another row does not open. */
  seal(purpose: string, owner: string, text: string): Buffer;
  /** @throws {Error} when the bytes were altered, moved to another owner, or sealed under another root. */
  open(purpose: string, owner: string, sealed: Uint8Array): string;
}

const keyIdBytes = 4;
const ivBytes = 12;
const tagBytes = 16;

export function keysFrom(root: Buffer): Keys {
  const keyId = createHash('sha256').update('key id').update(root).digest().subarray(0, keyIdBytes);
  const derived = new Map<string, Buffer>();
  const keyFor = (purpose: string): Buffer => {
    const known = derived.get(purpose);
    if (known) return known;
    const made = Buffer.from(hkdfSync('sha256', root, 'caunoi', purpose, 32));
    derived.set(purpose, made);
    return made;
  };

  return {
    fingerprint: (purpose, text) => createHmac('sha256', keyFor(purpose)).update(text).digest(),
    seal(purpose, owner, text) {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), iv).setAAD(Buffer.from(owner));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([keyId, iv, body, cipher.getAuthTag()]);
    },
    open(purpose, owner, sealed) {
      const bytes = Buffer.from(sealed);
      if (!bytes.subarray(0, keyIdBytes).equals(keyId)) throw new Error('sealed under another root key');
      const iv = bytes.subarray(keyIdBytes, keyIdBytes + ivBytes);
      const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose), iv).setAAD(Buffer.from(owner));
      decipher.setAuthTag(bytes.subarray(bytes.length - tagBytes));
      const body = bytes.subarray(keyIdBytes + ivBytes, bytes.length - tagBytes);
      return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
    },
  };
}

/**
 * The root key: from the environment, else from `keysDir/root.key`, made once with mode 0600.
 * Several processes may start at the same moment: the first file to be linked in wins, all read it.
 */
export function rootKey(configured: string | undefined, keysDir: string): Buffer {
  return decode(configured ?? keptKey(keysDir));
}

function keptKey(keysDir: string): string {
  const path = join(keysDir, 'root.key');
  if (existsSync(path)) return readFileSync(path, 'utf8').trim();
  mkdirSync(keysDir, { recursive: true, mode: 0o700 });
  const candidate = join(keysDir, `.root.${process.pid}.${randomBytes(4).toString('hex')}`);
  writeFileSync(candidate, randomBytes(32).toString('base64'), { mode: 0o600, flush: true });
  try {
    linkSync(candidate, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(candidate);
  }
  return readFileSync(path, 'utf8').trim();
}

function decode(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length < 32) throw new StartupError('SECRET_KEY must be at least 32 bytes of base64.');
  return bytes;
}
