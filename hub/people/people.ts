import { join } from 'node:path';
import type { Actor, Audit } from '../platform/audit.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import type { Keys } from '../platform/keys.ts';
import { openLocales, type Language, type Locales } from '../platform/locales.ts';
import { charge } from './members/charge.ts';
import { memberData } from './data/data.ts';
import { importDrafts } from './import/drafts.ts';
import { exports } from './import/export.ts';
import { imports } from './import/import.ts';
import { channelProfiles } from './joining/channel-profiles.ts';
import { invitationCards } from './joining/invitation-cards.ts';
import { invites } from './joining/invites.ts';
import { mailboxes, type MailboxLetters } from './joining/mailbox.ts';
import { keeping } from './members/keeping.ts';
import { leading } from './leading.ts';
import { may } from './may.ts';
import { contacts } from './members/contacts.ts';
import { members } from './members/members.ts';
import { ownPhone } from './members/own-phone.ts';
import type { PersonalData } from './data/personal-data.ts';
import { requests, type Tell } from './data/requests.ts';
import { reorganise } from './units/reorganise.ts';
import { rules } from './rules.ts';
import { sessions } from './sessions.ts';
import { tokens } from './tokens.ts';
import { unitHistories } from './units/history.ts';
import { units } from './units/units.ts';

/**
 * Units, members, who may do what where, and how people join.
 *
 * @param locales words for the lines of a file that are refused; default the house's own catalogue
 * @param personalData what other features keep about a member, to be told and erased with the rest
 * @param tell says an answer to a member in chat
 * @param letters whoever writes letters; null while there is no e-mail
 */
export function people({
  database,
  keys,
  clock,
  audit,
  locales = ourLocales(),
  personalData = [],
  tell = async () => false,
  letters = () => null,
}: {
  database: Database;
  keys: Keys;
  clock: Clock;
  audit: Audit;
  locales?: Locales;
  personalData?: readonly PersonalData[];
  tell?: Tell;
  letters?: () => MailboxLetters | null;
}) {
  const ofUnits = units({ database, clock });
  const { unitByCode, unitsOf } = ofUnits;
  const ofMembers = members({ database, clock, unitByCode, unitsOf });
  const { memberByCode } = ofMembers;
  const rights = may({ database, clock });
  const { requireMay, unitsWithin, reach } = rights;
  const inCharge = charge({ database, clock, memberByCode, unitsOf, requireMay });
  const ofInvites = invites({
    database,
    keys,
    clock,
    audit,
    memberByCode,
    unitByCode,
    unitsOf,
    requireMay: rights.requireMay,
  });
  const ofImports = imports({ database, keys, clock, audit, locales, unitsWithin, reach });

  const ofRequests = requests({ database, keys, clock, audit, ...inCharge, requireMay, reach, tell });

  const ofContacts = contacts({ database, keys });
  const ofKeeping = keeping({
    database,
    keys,
    clock,
    audit,
    memberByCode,
    unitByCode,
    ...rights,
    ...inCharge,
  });

  async function languageOf({ memberId }: Actor): Promise<Language> {
    return memberId === null ? 'vi' : (await ofMembers.member(memberId)).language;
  }

  return {
    ...ofImports,
    ...importDrafts({ database, keys, clock, reach, ...ofImports }),
    ...exports({ database, keys, clock, audit, locales, languageOf, unitByCode, requireMay, reach }),
    ...ofUnits,
    ...ofMembers,
    ...ofInvites,
    ...channelProfiles({ database, clock, audit, unitByCode, requireMay }),
    ...ofContacts,
    ...invitationCards({ database, clock, ...ofInvites }),
    ...ofKeeping,
    ...mailboxes({
      database,
      keys,
      clock,
      audit,
      letters,
      ...ofContacts,
      ...ofMembers,
      ...ofInvites,
      ...ofKeeping.chats,
      ...inCharge,
    }),
    ...rights,
    ...sessions({
      database,
      keys,
      clock,
      audit,
      memberByCode,
      unitsOf,
      holdsRole: rights.holdsRole,
      takesPart: rights.takesPart,
    }),
    ...reorganise({ database, clock, audit, requireMay }),
    ...unitHistories({ database, clock, unitByCode, requireMay, unitsWithin }),
    ...memberData({ database, keys, clock, audit, memberByCode, ...inCharge, personalData }),
    ...ofRequests,
    ...ownPhone({ database, keys, clock, audit, locales, ...inCharge, ...ofRequests }),
    ...tokens({ database, keys, clock, memberByCode }),
    ...rules({ database }),
    ...leading({ database, clock }),
  };
}

function ourLocales(): Locales {
  return openLocales(join(import.meta.dirname, '../locales'), 'Asia/Ho_Chi_Minh');
}

export type People = ReturnType<typeof people>;
