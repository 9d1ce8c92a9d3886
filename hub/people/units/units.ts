import type { UnitKind } from '../../../prisma/generated/enums.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import { calendarDay } from '../days.ts';
import { UnknownUnit } from '../errors.ts';
import { gone, hasStatus, inForce, subtreeQuery, unitStands } from '../in-force.ts';
import { clean } from '../text.ts';

export type { UnitKind };

export interface Unit {
  id: string;
  code: string;
  name: string;
  kind: UnitKind;
}

/** A line of the tree. `members` are those at home in this very unit, so every member counts once. */
export interface CountedUnit {
  code: string;
  name: string;
  kind: UnitKind;
  members: number;
}

/** From the top down: a parent's kind stands before its children's. */
export const unitKinds = [
  'central',
  'province',
  'commune',
  'branch',
  'cell',
] as const satisfies readonly UnitKind[];

/** How far from the top units of this kind stand, from 0. */
export function levelOf(kind: UnitKind): number {
  return unitKinds.indexOf(kind);
}

/** A unit of the one kind may hang below one of the other. */
export function standsAbove(parent: UnitKind, child: UnitKind): boolean {
  return levelOf(parent) < levelOf(child);
}

export function units({ database, clock }: { database: Database; clock: Clock }) {
  /** @throws {UnknownUnit} */
  async function unitByCode(code: string): Promise<Unit> {
    const [unit] = await database.query<Unit>('select id, code, name, kind from unit where code = $1', [
      clean(code),
    ]);
    if (!unit) throw new UnknownUnit(code);
    return unit;
  }

  /** Where a member belongs today: home first, then where he or she is temporarily. */
  async function unitsOf(memberId: string): Promise<Unit[]> {
    return await database.query<Unit>(belongsTo, [memberId, calendarDay(clock())]);
  }

  /** The units that stand today, each parent before its children, siblings by code; below `rootId` or all. */
  async function tree(rootId?: string): Promise<CountedUnit[]> {
    const rows = await database.query<TreeRow>(countedUnits, [rootId ?? null, calendarDay(clock())]);
    return inTreeOrder(rows).map(({ code, name, kind, members }) => ({ code, name, kind, members }));
  }

  return { unitByCode, unitsOf, tree };
}

type TreeRow = CountedUnit & { id: string; parentId: string | null };

const belongsTo = `
  select u.id, u.code, u.name, u.kind from membership m join unit u on u.id = m.unit_id
  where m.member_id = $1 and ${inForce('m', '$2::date')}
  group by u.id order by bool_or(m.kind = 'home') desc, u.code`;

const countedUnits = `
  select u.id, u.code, u.name, u.kind, u.parent_id as "parentId", coalesce(c.members, 0) as members
  from unit u left join (
    select m.unit_id, count(*)::int as members from membership m
    where m.kind = 'home' and ${inForce('m', '$2::date')} and not ${hasStatus(gone, 'm.member_id', '$2::date')}
    group by m.unit_id
  ) c on c.unit_id = u.id
  where ${unitStands('u', '$2::date')} and ($1::uuid is null or u.id in (${subtreeQuery}))`;

function inTreeOrder(rows: readonly TreeRow[]): TreeRow[] {
  const present = new Set(rows.map(({ id }) => id));
  const byCode = new Intl.Collator('vi', { numeric: true });
  const sorted = rows.toSorted((a, b) => byCode.compare(a.code, b.code));
  const children = Map.groupBy(sorted, ({ parentId }) =>
    parentId && present.has(parentId) ? parentId : null,
  );
  const below = (id: string | null): TreeRow[] =>
    (children.get(id) ?? []).flatMap((unit) => [unit, ...below(unit.id)]);
  return below(null);
}
