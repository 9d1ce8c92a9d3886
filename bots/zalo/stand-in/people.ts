import { createHash } from 'node:crypto';
import { Refusal } from './refusal.ts';
import { screen, type Screen } from './screen.ts';

export type Profile = {
  name: string;
  /** As people write it or in international form; without one no template reaches the person by telephone. */
  phone?: string;
};

/** Somebody with Zalo on the telephone. */
export type PersonRecord = {
  id: string;
  idByApp: string;
  name: string;
  /** 84… or null. */
  phone: string | null;
  follows: boolean;
  /** When the person last did something that lets the account write. */
  interactedAt: Date | null;
  /** Takes nothing from the account any more (−217). */
  blocked: boolean;
  /** Takes no templates (−244, and −139 by telephone). */
  refusesTemplates: boolean;
  /** Not seen on Zalo for 45 days (−227). */
  inactive: boolean;
  /** What was shared with the account, by its own form. */
  shared: Record<string, string> | null;
  screen: Screen;
};

export type People = ReturnType<typeof people>;

/** Everybody on Zalo, as far as this account can meet them. */
export function people(options: { clock: () => Date; keepMessages: number; openWindows: boolean }) {
  const byId = new Map<string, PersonRecord>();

  /** The person of this number, from 1; made when first asked for. */
  function person(number: number, profile?: Profile): PersonRecord {
    const id = personId(number);
    const record = byId.get(id) ?? add(id, `Người ${number}`);
    if (profile) {
      record.name = profile.name;
      if (profile.phone !== undefined) record.phone = internationalPhone(profile.phone);
    }
    return record;
  }

  function add(id: string, name: string): PersonRecord {
    const record: PersonRecord = {
      id,
      idByApp: String(BigInt(id) + 500_000_000_000_000_000n),
      name,
      phone: null,
      follows: options.openWindows,
      interactedAt: options.openWindows ? options.clock() : null,
      blocked: false,
      refusesTemplates: false,
      inactive: false,
      shared: null,
      screen: screen({ keep: options.keepMessages, name }),
    };
    byId.set(id, record);
    return record;
  }

  /** Who a call is for. @throws {Refusal} for a malformed id, and for whom the account has never met */
  function known(id: unknown): PersonRecord {
    if (typeof id !== 'string' || !/^\d{1,20}$/.test(id)) throw new Refusal(-201, 'user_id is invalid');
    const record = byId.get(id) ?? (options.openWindows ? add(id, `Người ${id}`) : undefined);
    if (!record || (!record.follows && !record.interactedAt)) {
      throw new Refusal(-213, 'User has not followed the Official Account');
    }
    return record;
  }

  function byPhone(phone: string): PersonRecord | undefined {
    const wanted = phone.replace(/^\+/, '');
    return Iterator.from(byId.values()).find((record) => record.phone === wanted);
  }

  return { person, known, byPhone, find: (id: string) => byId.get(id), all: () => byId.values() };
}

/** 19 digits, more than a number of JavaScript can hold: whoever parses it as one finds nobody. */
export function personId(number: number): string {
  return String(7_000_000_000_000_000_000n + BigInt(number));
}

export function internationalPhone(phone: string): string {
  return phone.replaceAll(/[\s.+-]/g, '').replace(/^0/, '84');
}

/** What a picture or file is known by. */
export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
