import type { Button } from '../../../hub/channels/index.ts';
import { idFromShort, shortId } from '../../../hub/platform/ids.ts';

/** What can be done with one document. */
const verbs = ['open', 'read', 'place', 'outline', 'chain', 'file'] as const;
export type DocumentVerb = (typeof verbs)[number];

/** A document, and what is to be done with it. */
export interface DocumentReference {
  verb: DocumentVerb;
  id: string;
  /** An offset in its text, or a place such as `dieu 5 2`. */
  where: string;
}

const topic = 'library';
/** The longest that a button may carry, in bytes. */
const longestPayload = 64;

export function payloadFor(verb: DocumentVerb, id: string, where: number | string = ''): string {
  const parts = [topic, verb, shortId(id), ...(where === '' ? [] : [where])];
  return parts.join(':');
}

export function buttonFor(
  label: string,
  verb: DocumentVerb,
  id: string,
  where: number | string = '',
): Button {
  return { label, payload: payloadFor(verb, id, where) };
}

/** Never trusted: whether the presser may read the document is asked when it is opened. */
export function referenceIn(payload: string): DocumentReference | null {
  const [first, verb, short = '', where = ''] = payload.split(':');
  const known = verbs.find((each) => each === verb);
  const id = idFromShort(short);
  return first === topic && known && id ? { verb: known, id, where } : null;
}

/** A list of all documents of one kind, from a page of it on. */
export function payloadForKind(name: string, page: number): string {
  return `${topic}:kind:${page}:${name}`;
}

export function kindIn(payload: string): { name: string; page: number } | null {
  const [, page, name] = /^library:kind:(\d{1,4}):(.+)$/su.exec(payload) ?? [];
  return page === undefined ? null : { page: Number(page), name: name! };
}

/** Buttons can carry it; what a number typed stands for may be longer. */
export function isShort(payload: string): boolean {
  return Buffer.byteLength(payload) <= longestPayload;
}
