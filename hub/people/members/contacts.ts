import type { Database } from '../../platform/database/index.ts';
import type { Keys } from '../../platform/keys.ts';

export type ContactField = 'phone' | 'email';

/**
 * A phone number as `+84…`; null when it is none. Takes `0912 345 678`, `84912345678`, `+84…`, and what remains
 * when a spreadsheet drops the leading zero: nine digits of a mobile, ten of a line in a house.
 */
export function phoneNumber(text: string): string | null {
  const compact = text.replaceAll(/[\s.\-()'’]/g, '').replace(/^00/, '+');
  const vietnamese = /^(?:\+?84|0)([1-9]\d{8,9})$/.exec(compact) ?? /^([35789]\d{8}|2\d{9})$/.exec(compact);
  if (vietnamese) return `+84${vietnamese[1]}`;
  return /^\+(?!84)[1-9]\d{7,14}$/.test(compact) ? compact : null;
}

/** As people here write it: `0912345678`; a number from abroad as it is. */
export function phoneAsWritten(phone: string | null): string | null {
  return phone && phone.replace(/^\+84/, '0');
}

/** An e-mail address; null when it is none. */
export function emailAddress(text: string): string | null {
  return text.length <= 254 && /^[^\s@<>(),;:"]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(text) ? text : null;
}

/** Sealed to the member: the bytes open in no other row and in no other column. */
export function sealContact(keys: Keys, memberId: string, field: ContactField, value: string): Buffer {
  return keys.seal('contact', `${memberId}:${field}`, value);
}

/** The inverse of {@link sealContact}. */
export function openContact(keys: Keys, memberId: string, field: ContactField, sealed: Uint8Array): string {
  return keys.open('contact', `${memberId}:${field}`, sealed);
}

/** For channels that reach people by what stands in the list: never shown to anybody. */
export function contacts({ database, keys }: { database: Database; keys: Keys }) {
  async function contactOf(memberId: string, field: ContactField): Promise<string | null> {
    const [row] = await database.query<{ sealed: Buffer | null }>(
      `select ${field} as sealed from member where id = $1`,
      [memberId],
    );
    return row?.sealed ? openContact(keys, memberId, field, row.sealed) : null;
  }

  return {
    phoneOf: (memberId: string) => contactOf(memberId, 'phone'),
    emailOf: (memberId: string) => contactOf(memberId, 'email'),
  };
}
