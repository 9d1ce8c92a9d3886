/** A unit with who belongs to it or to what is below. */
export interface UnitWithMembers {
  id: string;
  parentId: string | null;
  members: number;
}

/** Each before those below it, and these before its neighbours. */
export function inTreeOrder<Unit extends UnitWithMembers>(units: readonly Unit[]): Unit[] {
  const known = new Set(units.map(({ id }) => id));
  const below = Map.groupBy(units, ({ parentId }) => (parentId && known.has(parentId) ? parentId : null));
  const from = (unit: Unit): Unit[] => [unit, ...(below.get(unit.id) ?? []).flatMap(from)];
  return (below.get(null) ?? []).flatMap(from);
}
