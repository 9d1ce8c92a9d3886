import { randomUUIDv7 } from 'node:crypto';

/** A new id, UUID version 7: ids sort by the time they were made (to the millisecond). */
export function newId(): string {
  return randomUUIDv7();
}

/** Can this be the id of anything? What comes from an address or a form may be any text. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

/** The 16 bytes of a UUID as 22 characters of base64url: short enough for a button. */
export function shortId(id: string): string {
  return Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');
}

/** The inverse of {@link shortId}; null for anything that is not 16 bytes. */
export function idFromShort(short: string): string | null {
  if (!/^[\w-]{22}$/.test(short)) return null;
  const hex = Buffer.from(short, 'base64url').toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
