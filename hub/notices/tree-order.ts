import type { UnitKind } from '../people/index.ts';

export interface UnitInTree {
  id: string;
  code: string;
  name: string;
  kind: UnitKind;
  /** Codes from the top of the tree down to the unit itself. */
  path: string[];
}

/** The units with the ids `$1`, each with its place in the tree. */
export const unitsInTree = `
  with recursive path as (
    select id, parent_id, array[code] as path from unit where id = any ($1::uuid[])
    union all
    select path.id, unit.parent_id, unit.code || path.path from path join unit on unit.id = path.parent_id
  )
  select unit.id, unit.code, unit.name, unit.kind, path.path
  from path join unit on unit.id = path.id where path.parent_id is null`;

const byCode = new Intl.Collator('vi', { numeric: true });

/** Each unit before those below it, siblings by code. */
export function inTreeOrder(one: UnitInTree, other: UnitInTree): number {
  const [shorter, longer] = [one.path.length, other.path.length];
  for (let depth = 0; depth < Math.min(shorter, longer); depth += 1) {
    const order = byCode.compare(one.path[depth]!, other.path[depth]!);
    if (order !== 0) return order;
  }
  return shorter - longer;
}
