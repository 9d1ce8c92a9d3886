import type { UnitKind } from '../../../prisma/generated/enums.ts';
import type { Actor } from '../../platform/audit.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import { calendarDay } from '../days.ts';
import { gone, hasStatus, inForce, unitStands } from '../in-force.ts';
import type { Action } from '../may.ts';
import type { Unit } from './units.ts';

/** A unit with what hangs below it. The numbers count the units below too; everybody counts once, at home. */
export interface Branch {
  code: string;
  name: string;
  kind: UnitKind;
  members: number;
  /** Of these, whom no channel reaches. */
  withoutChannel: number;
  children: Branch[];
}

/** A unit in a list to choose from. */
export interface UnitChoice {
  code: string;
  name: string;
  /** 0 at the top of what is offered. */
  depth: number;
}

export function unitTrees({
  database,
  clock,
  unitByCode,
  requireMay,
  reach,
}: {
  database: Database;
  clock: Clock;
  unitByCode: (code: string) => Promise<Unit>;
  requireMay: (by: Actor, action: Action, unitId: string) => Promise<void>;
  reach: (memberId: string, action: Action) => Promise<string[]>;
}) {
  /**
   * The units that stand today over which the actor has the right, as a tree; siblings by code. With `unit`, that
   * unit and those below it.
   *
   * @throws {UnknownUnit | MayNot} of the unit asked for
   */
  async function unitTree(
    by: Actor,
    action: Action,
    { unit: unitCode }: { unit?: string | undefined } = {},
  ): Promise<Branch[]> {
    const tops = await topsFor(by, action, unitCode);
    const rows = await database.query<Row>(selectUnits, [tops, calendarDay(clock())]);
    return inTree(rows, ({ code, name, kind, members, withoutChannel }, children: Branch[]) => ({
      code,
      name,
      kind,
      members: members + sum(children.map((branch) => branch.members)),
      withoutChannel: withoutChannel + sum(children.map((branch) => branch.withoutChannel)),
      children,
    }));
  }

  /**
   * The units over which the actor has the right, to choose one from: each under the one above it, which `depth`
   * tells. Null where they are more than `atMost`: nobody chooses from such a list.
   */
  async function unitChoices(by: Actor, action: Action, atMost: number): Promise<UnitChoice[] | null> {
    const tops = await topsFor(by, action, undefined);
    const rows = await database.query<Hanging & UnitChoice>(selectNames, [
      tops,
      calendarDay(clock()),
      atMost + 1,
    ]);
    if (rows.length > atMost) return null;
    return inTree(rows, ({ code, name }, children: UnitChoice[][], depth) => [
      { code, name, depth },
      ...children.flat(),
    ]).flat();
  }

  /** Null: all units. */
  async function topsFor(by: Actor, action: Action, unitCode: string | undefined): Promise<string[] | null> {
    if (unitCode === undefined) return by.memberId === null ? null : await reach(by.memberId, action);
    const { id } = await unitByCode(unitCode);
    await requireMay(by, action, id);
    return [id];
  }

  /** The units above one, the highest first: where it hangs is no secret. */
  async function unitsAbove(unitId: string): Promise<Pick<Unit, 'code' | 'name'>[]> {
    return await database.query(selectAbove, [unitId]);
  }

  return { unitTree, unitChoices, unitsAbove };
}

interface Hanging {
  id: string;
  parentId: string | null;
  code: string;
}
type Row = Hanging & Omit<Branch, 'children'>;

/** Builds a tree from its leaves up; siblings by code, and at the top whatever hangs below nothing of these. */
function inTree<Each extends Hanging, Built>(
  rows: readonly Each[],
  build: (row: Each, children: Built[], depth: number) => Built,
): Built[] {
  const present = new Set(rows.map(({ id }) => id));
  const byCode = new Intl.Collator('vi', { numeric: true });
  const children = Map.groupBy(
    rows.toSorted((a, b) => byCode.compare(a.code, b.code)),
    ({ parentId }) => (parentId && present.has(parentId) ? parentId : null),
  );
  const below = (id: string | null, depth: number): Built[] =>
    (children.get(id) ?? []).map((row) => build(row, below(row.id, depth + 1), depth));
  return below(null, 0);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

const below = `
  with recursive below as (
    select id, parent_id, code, name, kind, valid_from, valid_to from unit
    where case when $1::uuid[] is null then parent_id is null else id = any ($1::uuid[]) end
    union
    select u.id, u.parent_id, u.code, u.name, u.kind, u.valid_from, u.valid_to
    from unit u join below b on u.parent_id = b.id
  )`;

const selectNames = `${below}
  select b.id, b.parent_id as "parentId", b.code, b.name from below b
  where ${unitStands('b', '$2::date')} limit $3`;

const selectUnits = `${below}, reachable as (
    select distinct member_id from chat where state = 'active'
  ), counted as (
    select m.unit_id, count(*)::int as members, count(*) filter (where r.member_id is null)::int as without_channel
    from membership m left join reachable r on r.member_id = m.member_id
    where m.kind = 'home' and m.unit_id in (select id from below) and ${inForce('m', '$2::date')}
      and not ${hasStatus(gone, 'm.member_id', '$2::date')}
    group by m.unit_id
  )
  select b.id, b.parent_id as "parentId", b.code, b.name, b.kind, coalesce(c.members, 0) as members,
    coalesce(c.without_channel, 0) as "withoutChannel"
  from below b left join counted c on c.unit_id = b.id where ${unitStands('b', '$2::date')}`;

const selectAbove = `
  with recursive above (id, parent_id, code, name, depth) as (
    select p.id, p.parent_id, p.code, p.name, 1 from unit u join unit p on p.id = u.parent_id where u.id = $1
    union
    select p.id, p.parent_id, p.code, p.name, a.depth + 1 from above a join unit p on p.id = a.parent_id
  )
  select code, name from above order by depth desc`;
