import type { RoleName } from '../../prisma/generated/enums.ts';
import type { Actor } from '../platform/audit.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import { calendarDay } from './days.ts';
import { MayNot } from './errors.ts';
import { apart, hasStatus, inForce, oneUp, subtreeQuery, unitStands } from './in-force.ts';

export type { RoleName };

export const actions = [
  'notice.send',
  'notice.read',
  'notice.cancel',
  'notice.remind',
  'notice.tell',
  'notice.resend',
  'notice.export',
  'member.read',
  'member.invite',
  'member.import',
  'member.export',
  'member.edit',
  'member.status',
  'member.move',
  'member.unlink',
  'member.answer',
  'member.data',
  'member.erase',
  'role.give',
  'role.give-admin',
  'unit.read',
  'unit.import',
  'unit.export',
  'unit.reorganise',
  'audit.read',
  'token.create',
  'channel.manage',
  'meeting.read',
  'meeting.call',
  'meeting.run',
  'attendance.people',
  'feedback.answer',
  'feedback.report',
  'feedback.unseal',
  'consultation.ask',
  'consultation.names',
  'library.keep',
  'library.gaps',
] as const;
export type Action = (typeof actions)[number];

/** What a secretary does for the own cell. */
const leads: readonly Action[] = [
  'notice.send',
  'notice.read',
  'notice.cancel',
  'notice.remind',
  'notice.tell',
  'notice.resend',
  'notice.export',
  'member.read',
  'member.invite',
  'member.import',
  'member.export',
  'member.edit',
  'member.status',
  'member.unlink',
  'member.answer',
  'unit.read',
  'unit.export',
  'audit.read',
  'meeting.read',
  'meeting.call',
  'meeting.run',
  'attendance.people',
  'feedback.report',
  'consultation.ask',
  'library.keep',
  'library.gaps',
];
/** What changes the list beyond one cell, or cannot be undone, is the office's. */
const keepsOffice: readonly Action[] = [
  ...leads,
  'member.move',
  'member.data',
  'member.erase',
  'role.give',
  'unit.import',
  'unit.reorganise',
  'channel.manage',
];

/** What each role allows, in the unit in which it is held and in all below it. */
const allowed: Readonly<Record<RoleName, readonly Action[]>> = {
  secretary: [...leads, 'feedback.answer', 'consultation.names'],
  deputy: [...leads, 'feedback.answer', 'consultation.names'],
  committee: ['notice.read', 'unit.read', 'member.read', 'meeting.read', 'feedback.report'],
  officer: [...keepsOffice, 'feedback.answer', 'consultation.names'],
  admin: [...keepsOffice, 'role.give-admin', 'token.create', 'feedback.unseal'],
};

/** What every member may do in the very unit he or she belongs to, without any role. */
const allowedToMembers: readonly Action[] = ['unit.read'];

/**
 * What a role allows in the very unit in which it is held, and in none below: who came is known by name to those who
 * lead the cell, and above it by cell alone; what was said to a unit is read by those who answer for that unit, and who
 * answered what by name by those who lead the unit that asked.
 */
const withoutReach: readonly Action[] = ['attendance.people', 'feedback.answer', 'consultation.names'];

/** The one place that says who may do what where. */
export function may({ database, clock }: { database: Database; clock: Clock }) {
  /** Suspended members and those who left may do nothing, whatever roles they still hold. */
  async function mayDo(memberId: string, action: Action, unitId: string): Promise<boolean> {
    const values = [memberId, rolesThatAllow(action), today(), unitId, allowedToMembers.includes(action)];
    const query = withoutReach.includes(action) ? isAllowedThere : isAllowed;
    const [answer] = await database.query<{ allowed: boolean }>(query, values);
    return answer?.allowed ?? false;
  }

  /** The operator and the hub itself may everything. @throws {MayNot} */
  async function requireMay(by: Actor, action: Action, unitId: string): Promise<void> {
    if (by.memberId !== null && !(await mayDo(by.memberId, action, unitId))) throw new MayNot();
  }

  /** Which of these the member may do there: what a page offers. */
  async function mayOf<Asked extends Action>(
    memberId: string,
    unitId: string,
    asked: readonly Asked[],
  ): Promise<ReadonlySet<Asked>> {
    const [answer] = await database.query<{ roles: RoleName[]; rolesThere: RoleName[]; member: boolean }>(
      rolesOver,
      [memberId, unitId, today()],
    );
    const { roles = [], rolesThere = [] } = answer ?? {};
    return new Set(
      asked.filter(
        (action) =>
          (withoutReach.includes(action) ? rolesThere : roles).some((role) =>
            allowed[role].includes(action),
          ) ||
          (answer?.member === true && allowedToMembers.includes(action)),
      ),
    );
  }

  /**
   * Ids of the units in which the member holds a role that allows the action; it reaches all below them. Units
   * that were merged into one of these, or into one below, are named too: they may have hung elsewhere.
   * What every member may do in the own unit is not in here, since it does not reach below.
   */
  async function reach(memberId: string, action: Action): Promise<string[]> {
    const values = [memberId, rolesThatAllow(action), today()];
    const rows = await database.query<{ id: string }>(heldWithMerged, values);
    return rows.map(({ id }) => id);
  }

  /** The units that stand today in which the member holds a role that allows the action, without those below them. */
  async function unitsHeld(
    memberId: string,
    action: Action,
  ): Promise<{ id: string; code: string; name: string }[]> {
    return await database.query(
      `select id, code, name from unit where id in (${heldUnits}) and ${unitStands('unit', '$3::date')} order by code`,
      [memberId, rolesThatAllow(action), today()],
    );
  }

  /** Ids of all units that stand today over which the actor has the right, those below included; the operator: all. */
  async function unitsWithin(by: Actor, action: Action): Promise<ReadonlySet<string>> {
    const tops =
      by.memberId === null
        ? await database.query<{ id: string }>('select id from unit where parent_id is null')
        : (await reach(by.memberId, action)).map((id) => ({ id }));
    const found = await Promise.all(
      tops.map(({ id }) => database.query<{ id: string }>(subtreeQuery, [id, today()])),
    );
    return new Set(found.flat().map(({ id }) => id));
  }

  /** True for whoever holds any role today: the console is for them. */
  async function holdsRole(memberId: string): Promise<boolean> {
    return (await reach(memberId, 'unit.read')).length > 0;
  }

  /** True for every member of today who is not suspended: what is asked of all of them is for them. */
  async function takesPart(memberId: string): Promise<boolean> {
    const [answer] = await database.query<{ takesPart: boolean }>(isOfSomeUnit, [memberId, today()]);
    return answer?.takesPart ?? false;
  }

  function today(): string {
    return calendarDay(clock());
  }

  return { may: mayDo, requireMay, mayOf, reach, unitsHeld, unitsWithin, holdsRole, takesPart };
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

/**
 * The unit `$unit` and all above it. Of a merged unit that is no more also what it was merged into: its notices
 * and its people's past are read by who leads them now.
 */
const above = (unit: string) => `
  with recursive above (id, parent_id) as (
    select id, parent_id from unit where id = ${unit}::uuid
    union
    select u.id, u.parent_id from above a cross join ${oneUp('a.id', 'a.parent_id')} join unit u on u.id = up.id
  )`;

/** Mergers are few: from each merged unit it is looked upwards, not from the top over all units. */
const heldWithMerged = `
  with recursive held as (${heldUnits}),
  climbing (merged, id) as (
    select predecessor_id, successor_id from unit_succession where kind = 'merge'
    union
    select c.merged, up.id from climbing c join unit u on u.id = c.id cross join ${oneUp('u.id', 'u.parent_id')}
  )
  select id from held
  union
  select merged from climbing join held using (id)`;

const isMemberOf = (unit: string) => `
  exists (select from membership m where m.member_id = $1 and m.unit_id = ${unit}::uuid and ${inForce('m', '$3::date')})`;

const isOfSomeUnit = `
  select not ${hasStatus(apart, '$1', '$2::date')}
    and exists (select from membership m where m.member_id = $1 and ${inForce('m', '$2::date')}) as "takesPart"`;

/** The unit `$unit` and what it was merged into. */
const thereItself = (unit: string) => `
  with recursive above (id) as (
    select ${unit}::uuid
    union
    select s.successor_id from above a join unit_succession s on s.predecessor_id = a.id and s.kind = 'merge'
  )`;

const isAllowed = allowedOver(above('$4'));
const isAllowedThere = allowedOver(thereItself('$4'));

function allowedOver(units: string): string {
  return `
  ${units}
  select exists (select from (${heldUnits}) held join above using (id))
    or ($5::boolean and not ${hasStatus(apart, '$1', '$3::date')} and ${isMemberOf('$4')}) as allowed`;
}

const rolesOver = `
  ${above('$2')}
  select coalesce(array_agg(distinct r.role::text) filter (where r.role is not null), '{}') as roles,
    coalesce(array_agg(distinct r.role::text) filter (where r.there), '{}') as "rolesThere",
    not ${hasStatus(apart, '$1', '$3::date')} and ${isMemberOf('$2')} as member
  from (select 1) one
  left join (
    select r.role, r.unit_id = $2::uuid as there
    from role r join above on above.id = r.unit_id join unit u on u.id = r.unit_id
    where r.member_id = $1 and ${inForce('r', '$3::date')} and ${unitStands('u', '$3::date')}
      and not ${hasStatus(apart, '$1', '$3::date')}
  ) r on true`;
