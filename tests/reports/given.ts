import fc from 'fast-check';
import { feedbackKinds } from '../../hub/feedback/index.ts';
import { countedStates, type Fact, type UnitOfTree } from '../../hub/reports/disclosure/index.ts';
import type { Snapshot } from '../../hub/reports/snapshots.ts';

export const bounds = { group: 5, eligible: 10 };

export interface Month {
  units: UnitOfTree[];
  facts: Fact[];
}

const topics = ['', 'A', 'B'];

/** A province with communes and cells, some of them tiny, and what was said there in a month. */
export const months = fc
  .array(fc.array(fc.integer({ min: 3, max: 24 }), { maxLength: 3 }), { minLength: 1, maxLength: 3 })
  .chain((communes) => {
    const units = treeOf(communes);
    const said = fc.record({
      unit: fc.integer({ min: 0, max: units.length - 1 }),
      topic: fc.constantFrom(...topics, 'A', 'A'),
      kind: fc.constantFrom(...feedbackKinds, 'opinion' as const, 'opinion' as const),
      state: fc.constantFrom(...countedStates, 'answered' as const, 'answered' as const),
      author: fc.option(fc.integer({ min: 1, max: 30 })),
      late: fc.constantFrom(null, true, false),
      useful: fc.constantFrom(null, true, false),
      // Some say much of the same: else there would be no group of five anywhere.
      times: fc.constantFrom(1, 1, 1, 2, 6, 9),
    });
    return fc.tuple(fc.constant(units), fc.array(said, { maxLength: 40 }));
  })
  .map(([units, said]): Month => ({
    units,
    facts: said.flatMap(({ unit, topic, author, late, times, ...rest }) =>
      Array.from({ length: times }, (_, index) => ({
        ...rest,
        unitId: units[unit]!.id,
        topic: units[unit]!.topics.includes(topic) ? topic : '',
        author: author === null ? null : `m${author + index}`,
        answer: late === null ? null : { late, workingDays: 7 },
      })),
    ),
  }));

function treeOf(communes: readonly (readonly number[])[]): UnitOfTree[] {
  const below = communes.flatMap((cells, commune) => {
    const id = `x${commune}`;
    const members = cells.reduce((sum, each) => sum + each, 2);
    return [
      { id, parentId: 't', topics: commune === 0 ? topics : [''], members },
      ...cells.map((count, cell) => ({ id: `${id}-${cell}`, parentId: id, topics, members: count })),
    ];
  });
  return [{ id: 't', parentId: null, topics, members: 100 }, ...below];
}

/** Snapshots as they are kept, of the unit and of all below it. */
export function snapshotsOf(
  units: readonly UnitOfTree[],
  figures: ReadonlyMap<string, Omit<Snapshot, 'path' | 'code' | 'name' | 'smallest'>>,
  unitId: string,
): Snapshot[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const path = (id: string | null): string[] => (id === null ? [] : [...path(byId.get(id)!.parentId), id]);
  return units
    .map(({ id }) => ({ path: path(id), code: id, name: id, smallest: 5, ...figures.get(id)! }))
    .filter((each) => each.path.includes(unitId))
    .toSorted((a, b) => a.path.length - b.path.length);
}
