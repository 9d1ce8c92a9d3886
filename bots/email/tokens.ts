import { createHash, timingSafeEqual } from 'node:crypto';
import { idFromShort, shortId } from '../../hub/platform/ids.ts';
import type { Keys } from '../../hub/platform/keys.ts';

/** Which notice and which of its recipients. */
export interface AboutLetter {
  noticeId: string;
  memberId: string;
}

/**
 * What letters carry out of the house and bring back: ids that mean nothing elsewhere, and a signature of ours. Nothing
 * is kept; each use has a key of its own, so that what stands in the head of a letter is no good in a link.
 */
export interface MailTokens {
  /** For the link that acknowledges. */
  acknowledging(about: AboutLetter): string;
  acknowledged(token: string): AboutLetter | null;
  /** For the Message-ID and the address to which a letter comes back; short enough for a local part. */
  returning(about: AboutLetter): string;
  returned(token: string): AboutLetter | null;
  /** For the link that ends this chat and no later one. */
  stopping(memberId: string, address: string): string;
  /** Whose chat, and whether it is the one at `address`. */
  stopped(token: string): { memberId: string; isAt(address: string): boolean } | null;
}

const idBytes = 16;
/** In a local part of 64 characters there is room for no more; elsewhere there is. */
const shortSignature = 8;
const signature = 16;

/** A token anywhere in a text: two ids and the short signature. */
export const returningPattern = /(?<![\w-])[\w-]{54}(?![\w-])/g;

export function mailTokens(keys: Keys): MailTokens {
  function sign(purpose: string, content: Buffer, length: number): string {
    const proof = keys.fingerprint(purpose, content.toString('hex')).subarray(0, length);
    return Buffer.concat([content, proof]).toString('base64url');
  }

  function verified(purpose: string, token: string, length: number): Buffer | null {
    const bytes = Buffer.from(token, 'base64url');
    const content = bytes.subarray(0, 2 * idBytes);
    const known = Buffer.from(sign(purpose, content, length));
    const given = Buffer.from(token);
    return known.length === given.length && timingSafeEqual(known, given) ? content : null;
  }

  const aboutIn = (content: Buffer | null) =>
    content && { noticeId: idOf(content.subarray(0, idBytes)), memberId: idOf(content.subarray(idBytes)) };
  const bytesOf = ({ noticeId, memberId }: AboutLetter) =>
    Buffer.concat([bytesIn(noticeId), bytesIn(memberId)]);

  return {
    acknowledging: (about) => sign('mail-acknowledge', bytesOf(about), signature),
    acknowledged: (token) => aboutIn(verified('mail-acknowledge', token, signature)),
    returning: (about) => sign('mail-return', bytesOf(about), shortSignature),
    returned: (token) => aboutIn(verified('mail-return', token, shortSignature)),
    stopping: (memberId, address) =>
      sign('mail-stop', Buffer.concat([bytesIn(memberId), digestOf(address)]), signature),
    stopped(token) {
      const content = verified('mail-stop', token, signature);
      if (!content) return null;
      const digest = content.subarray(idBytes);
      return {
        memberId: idOf(content.subarray(0, idBytes)),
        isAt: (address) => digestOf(address).equals(digest),
      };
    },
  };
}

function digestOf(address: string): Buffer {
  return createHash('sha256').update(address).digest().subarray(0, idBytes);
}

function bytesIn(id: string): Buffer {
  return Buffer.from(shortId(id), 'base64url');
}

function idOf(bytes: Buffer): string {
  return idFromShort(bytes.toString('base64url'))!;
}
