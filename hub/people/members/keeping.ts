import type { Actor, Audit } from '../../platform/audit.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import type { Keys } from '../../platform/keys.ts';
import type { Charge } from './charge.ts';
import { chats } from '../joining/chats.ts';
import type { Action } from '../may.ts';
import type { Member } from './members.ts';
import { moves } from './moves.ts';
import { ownChats } from '../joining/own-chats.ts';
import { riding } from '../joining/riding.ts';
import { profiles } from './profile.ts';
import { roles } from './roles.ts';
import { rolls } from './roll.ts';
import { searching } from './search.ts';
import { statuses } from './statuses.ts';
import { unitTrees } from '../units/tree.ts';
import type { Unit } from '../units/units.ts';

/** What whoever keeps the list of members does: look up, correct, move, record statuses, give roles. */
export function keeping(
  parts: {
    database: Database;
    keys: Keys;
    clock: Clock;
    audit: Audit;
    memberByCode: (code: string) => Promise<Member>;
    unitByCode: (code: string) => Promise<Unit>;
    may: (memberId: string, action: Action, unitId: string) => Promise<boolean>;
    requireMay: (by: Actor, action: Action, unitId: string) => Promise<void>;
    reach: (memberId: string, action: Action) => Promise<string[]>;
  } & Charge,
) {
  const ofChats = chats(parts);
  const { chatsOf } = ofChats;

  async function mayOver(by: Actor, action: Action, unit: Unit | null): Promise<boolean> {
    if (by.memberId === null) return true;
    return unit !== null && (await parts.may(by.memberId, action, unit.id));
  }

  return {
    chats: { ...ofChats, ...ownChats({ ...parts, chatsOf }), ...riding(parts) },
    ...profiles({ ...parts, chatsOf, mayOver }),
    ...moves(parts),
    ...statuses(parts),
    ...roles(parts),
    ...rolls(parts),
    ...searching(parts),
    ...unitTrees(parts),
  };
}
