import { createHash } from 'node:crypto';
import type { Button } from '../channels/index.ts';
import type { Language } from '../platform/locales.ts';
import type { ChaseChoice } from './chasing/policy.ts';
import { NoticeInvalid } from './errors.ts';

export interface NewNotice {
  /** Member code of the sender. */
  from: string;
  /** Code of the unit whose members, and those of all units below it, are addressed. */
  unit: string;
  to?: 'members' | 'secretaries';
  kind?: 'notice' | 'directive';
  /** 1 to 300 characters. */
  title: string;
  /** Up to 200,000 characters; may be empty only where a file is attached. */
  body: string;
  /** Number and sign of a directive, such as `57-NQ/TW`. */
  number?: string | undefined;
  /** The day on the document, `2026-02-05`. */
  issuedOn?: string | undefined;
  wantsAck?: boolean;
  dueAt?: Date | undefined;
  /** Default: now. */
  sendAt?: Date | undefined;
  /** After this it is stale and not sent any more. Default: never. */
  expiresAt?: Date | undefined;
  urgent?: boolean;
  attachments?: readonly NewAttachment[];
  /** The same sender and key send once; another content under the same key is refused. */
  idempotencyKey?: string | undefined;
  /** What has not gone of an earlier notice of this sender's unit and key is superseded. */
  subjectKey?: string | undefined;
  /** What is done about those who stay silent. Default: `default` where an acknowledgement is wanted. */
  chase?: ChaseChoice | undefined;
  /**
   * Level by level: to the committees right below, which pass it on to theirs, down to the members of the cells. Always
   * with an acknowledgement, and not together with `to: 'secretaries'`.
   */
  cascade?: boolean | undefined;
  /** What can be pressed under it instead of an acknowledgement, in each reader's language. */
  asks?: Readonly<Record<Language, Asks>> | undefined;
}

/** Buttons, and what is said of pressing them and of typing where there are none. */
export interface Asks {
  buttons: readonly Button[];
  tapped: string;
  typed: string;
}

export interface NewAttachment {
  name: string;
  mediaType: string;
  content: Uint8Array;
}

const longestBody = 200_000;
const largestFile = 20_000_000;
const mostFiles = 5;

/** Text in NFC, without surrounding space. @throws {NoticeInvalid} naming the field */
export function normalized(notice: NewNotice): NewNotice {
  const title = notice.title.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
  const body = notice.body.normalize('NFC').replaceAll('\r\n', '\n').trim();
  const attachments = notice.attachments ?? [];
  if (title === '' || title.length > 300) throw new NoticeInvalid('title');
  if (body.length > longestBody || (body === '' && attachments.length === 0)) throw new NoticeInvalid('body');
  if (attachments.length > mostFiles) throw new NoticeInvalid('attachments');
  if (attachments.some((file) => file.content.byteLength > largestFile || file.content.byteLength === 0)) {
    throw new NoticeInvalid('attachment-size');
  }
  if (notice.idempotencyKey !== undefined && !/^[\x21-\x7e]{1,200}$/.test(notice.idempotencyKey)) {
    throw new NoticeInvalid('idempotency-key');
  }
  if (notice.expiresAt && notice.sendAt && notice.expiresAt <= notice.sendAt)
    throw new NoticeInvalid('expires-at');
  if (notice.cascade && notice.to === 'secretaries') throw new NoticeInvalid('cascade');
  return {
    ...notice,
    title,
    body,
    ...(notice.cascade ? { wantsAck: true } : {}),
    ...(notice.number ? { number: notice.number.normalize('NFC').trim() } : {}),
  };
}

/** The same content has the same hash: two requests under one key are compared by it. */
export function hashOf(notice: NewNotice): Buffer {
  const attachments = (notice.attachments ?? []).map((file) => [
    file.name,
    createHash('sha256').update(file.content).digest('hex'),
  ]);
  const { idempotencyKey: _, ...content } = notice;
  return createHash('sha256')
    .update(JSON.stringify({ ...content, attachments }))
    .digest();
}
