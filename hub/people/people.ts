import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import type { Keys } from '../platform/keys.ts';
import type { Locales } from '../platform/locales.ts';
import { chats } from './chats.ts';
import { imports } from './import/import.ts';
import { invites } from './invites.ts';
import { may } from './may.ts';
import { members } from './members.ts';
import { rules } from './rules.ts';
import { tokens } from './tokens.ts';
import { units } from './units.ts';

/**
 * Units, members, who may do what where, and how people join.
 *
 * @param locales words for the lines of a file that are refused; default the house's own catalogue
 */
export function people({
  database,
  keys,
  clock,
  locales,
}: {
  database: Database;
  keys: Keys;
  clock: Clock;
  locales?: Locales;
}) {
  const ofUnits = units({ database, clock });
  const { unitByCode, unitsOf } = ofUnits;
  const ofMembers = members({ database, clock, unitByCode, unitsOf });
  const { memberByCode } = ofMembers;
  return {
    ...imports({ database, keys, clock, locales }),
    ...ofUnits,
    ...ofMembers,
    ...invites({ database, keys, clock, memberByCode, unitByCode }),
    chats: chats({ database, clock }),
    ...may({ database, clock }),
    ...tokens({ database, keys, clock, memberByCode }),
    ...rules({ database }),
  };
}

export type People = ReturnType<typeof people>;
