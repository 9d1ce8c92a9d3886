import type { RoleName } from '../../prisma/generated/enums.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import { calendarDay } from './days.ts';
import { MayNot } from './errors.ts';
import { apart, hasStatus, inForce, unitStands } from './in-force.ts';

export type { RoleName };

export type Action =
  | 'notice.send'
  | 'notice.read'
  | 'notice.cancel'
  | 'notice.remind'
  | 'notice.tell'
  | 'member.read'
  | 'member.invite'
  | 'member.import'
  | 'unit.read'
  | 'unit.import'
  | 'token.create';

const leads: readonly Action[] = [
  'notice.send',
  'notice.read',
  'notice.cancel',
  'notice.remind',
  'notice.tell',
  'member.read',
  'member.invite',
  'unit.read',
];
const keepsOffice: readonly Action[] = [...leads, 'member.import', 'unit.import'];

/** What each role allows, in the unit in which it is held and in all below it. */
const allowed: Readonly<Record<RoleName, readonly Action[]>> = {
  secretary: leads,
  deputy: leads,
  committee: ['notice.read', 'unit.read'],
  officer: keepsOffice,
  admin: [...keepsOffice, 'token.create'],
};

/** What every member may do in the very unit he or she belongs to, without any role. */
const allowedToMembers: readonly Action[] = ['unit.read'];

/** The one place that says who may do what where. */
export function may({ database, clock }: { database: Database; clock: Clock }) {
  /** Suspended members and those who left may do nothing, whatever roles they still hold. */
  async function mayDo(memberId: string, action: Action, unitId: string): Promise<boolean> {
    const values = [memberId, rolesThatAllow(action), today(), unitId, allowedToMembers.includes(action)];
    const [answer] = await database.query<{ allowed: boolean }>(isAllowed, values);
    return answer?.allowed ?? false;
  }

  /** @throws {MayNot} */
  async function requireMay(memberId: string, action: Action, unitId: string): Promise<void> {
    if (!(await mayDo(memberId, action, unitId))) throw new MayNot();
  }

  /**
   * Ids of the units in which the member holds a role that allows the action; it reaches all below them.
   * What every member may do in the own unit is not in here, since it does not reach below.
   */
  async function reach(memberId: string, action: Action): Promise<string[]> {
    const rows = await database.query<{ id: string }>(heldUnits, [memberId, rolesThatAllow(action), today()]);
    return rows.map(({ id }) => id);
  }

  function today(): string {
    return calendarDay(clock());
  }

  return { may: mayDo, requireMay, reach };
}

function rolesThatAllow(action: Action): string[] {
  return Object.entries(allowed)
    .filter(([, actions]) => actions.includes(action))
    .map(([role]) => role);
}

const heldUnits = `
  select distinct u.id from role r join unit u on u.id = r.unit_id
  where r.member_id = $1 and r.role = any ($2::role_name[]) and ${inForce('r', '$3::date')}
    and ${unitStands('u', '$3::date')} and not ${hasStatus(apart, '$1', '$3::date')}`;

const isAllowed = `
  with recursive above (id, parent_id) as (
    select id, parent_id from unit where id = $4::uuid
    union
    select u.id, u.parent_id from unit u join above a on u.id = a.parent_id
  )
  select exists (select from (${heldUnits}) held join above using (id))
    or ($5::boolean and not ${hasStatus(apart, '$1', '$3::date')} and exists (
      select from membership m
      where m.member_id = $1 and m.unit_id = $4 and ${inForce('m', '$3::date')})) as allowed`;
