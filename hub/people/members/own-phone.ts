import type { Audit } from '../../platform/audit.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import type { Keys } from '../../platform/keys.ts';
import type { Locales } from '../../platform/locales.ts';
import type { RequestKind } from '../data/requests.ts';
import type { Charge } from './charge.ts';
import { openContact, phoneAsWritten, phoneNumber, sealContact } from './contacts.ts';

/** A telephone number that a member gave of his or her own will, such as by a provider's "share my number". */
export function ownPhone({
  database,
  keys,
  clock,
  audit,
  locales,
  unitInCharge,
  ask,
}: {
  database: Database;
  keys: Keys;
  clock: Clock;
  audit: Audit;
  locales: Locales;
  ask: (memberId: string, kind: RequestKind, text: string) => Promise<unknown>;
} & Pick<Charge, 'unitInCharge'>) {
  /**
   * Kept where the list has none. Where it has another the list is not changed behind the back of who keeps it: the
   * member's wish to correct it is put to them.
   */
  async function takePhone(
    memberId: string,
    text: string,
  ): Promise<'kept' | 'known' | 'asked' | 'unreadable'> {
    const phone = phoneNumber(text);
    if (!phone) return 'unreadable';
    const unit = await unitInCharge(memberId);
    const known = await database.transaction(async (sql) => {
      const [member] = await sql.query<{ phone: Buffer | null }>(selectPhone, [memberId]);
      if (!member) return phone;
      if (member.phone) return openContact(keys, memberId, 'phone', member.phone);
      await sql.query(keepPhone, [memberId, sealContact(keys, memberId, 'phone', phone), clock()]);
      const deed = { action: 'member.phone-given', unitId: unit?.id ?? null, subjectId: memberId };
      await audit.record({ memberId, via: 'chat' }, deed, sql);
      return null;
    });
    if (known === null) return 'kept';
    if (known === phone) return 'known';
    const say = locales('vi');
    await ask(memberId, 'correction', say('my-phone-request', { phone: phoneAsWritten(phone)! }));
    return 'asked';
  }

  return { takePhone };
}

// Who is being erased right now keeps nothing.
const selectPhone = 'select phone from member where id = $1 and erased_at is null for update';

const keepPhone = 'update member set phone = $2, updated_at = $3 where id = $1';
