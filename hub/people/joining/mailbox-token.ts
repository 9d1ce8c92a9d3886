import { timingSafeEqual } from 'node:crypto';
import { idFromShort, shortId } from '../../platform/ids.ts';
import type { Keys } from '../../platform/keys.ts';

/** What the link in an asking letter stands for. */
export interface MailboxToken {
  memberId: string;
  /** To the second. */
  until: Date;
  /** Of the invitation it came with; null without one. */
  code: string | null;
  /** Was the letter sent to this mailbox? */
  isOf(mailbox: string): boolean;
}

const purpose = 'mailbox-link';
const idBytes = 16;
const printBytes = 8;
const untilBytes = 4;
const proofBytes = 16;
/** Before the code, which may be missing. */
const fixedBytes = idBytes + printBytes + untilBytes;

/** Letters of base64url, fewer than a hundred: as long as a part of an address may be. */
export function signMailboxToken(
  keys: Keys,
  { memberId, mailbox, until, code }: Omit<MailboxToken, 'isOf'> & { mailbox: string },
): string {
  const seconds = Buffer.alloc(untilBytes);
  seconds.writeUInt32BE(Math.floor(until.getTime() / 1000));
  const content = Buffer.concat([
    Buffer.from(shortId(memberId), 'base64url'),
    printOf(keys, mailbox),
    seconds,
    Buffer.from(code ?? '', 'latin1'),
  ]);
  return Buffer.concat([content, proofOf(keys, content)]).toString('base64url');
}

/** Null for what is none of ours. */
export function openMailboxToken(keys: Keys, token: string): MailboxToken | null {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length < fixedBytes + proofBytes) return null;
  const content = bytes.subarray(0, -proofBytes);
  if (!timingSafeEqual(proofOf(keys, content), bytes.subarray(-proofBytes))) return null;
  const print = content.subarray(idBytes, idBytes + printBytes);
  return {
    memberId: idFromShort(content.subarray(0, idBytes).toString('base64url'))!,
    until: new Date(content.readUInt32BE(idBytes + printBytes) * 1000),
    code: content.subarray(fixedBytes).toString('latin1') || null,
    isOf: (mailbox) => printOf(keys, mailbox).equals(print),
  };
}

function printOf(keys: Keys, mailbox: string): Buffer {
  return keys.fingerprint(purpose, `of ${mailbox}`).subarray(0, printBytes);
}

function proofOf(keys: Keys, content: Buffer): Buffer {
  return keys.fingerprint(purpose, content.toString('hex')).subarray(0, proofBytes);
}
