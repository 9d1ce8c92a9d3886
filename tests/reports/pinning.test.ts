import { expect, test } from 'vitest';
import { disclose, type Fact, type UnitOfTree } from '../../hub/reports/disclosure/index.ts';
import { bounds } from './given.ts';

// Whoever knows how the groups are made, and knows that nothing is less than none, goes through all that could have been
// said: what is shown always leaves at least two possibilities for each cell that is not.

const topics = ['', 'A', 'B'];
const cell = (members: number): UnitOfTree[] => [{ id: 'c', parentId: null, topics, members }];
const commune = (members: number): UnitOfTree[] => [
  { id: 'x', parentId: null, topics: [''], members: members * 3 },
  ...['c0', 'c1', 'c2'].map((id) => ({ id, parentId: 'x', topics: [''], members })),
];

const places = ['x', 'c0', 'c1', 'c2'].map((unitId) => ({ unitId, topic: '' }));

/** So many different people each say something, in each place; all of one kind. */
function said(counts: readonly number[], place: (index: number) => Pick<Fact, 'unitId' | 'topic'>): Fact[] {
  return counts.flatMap((count, index) =>
    Array.from({ length: count }, (_, each) => ({
      ...place(index),
      kind: 'opinion' as const,
      state: 'new' as const,
      author: `${index} ${each}`,
      answer: null,
      useful: null,
    })),
  );
}

/** All that could be shown, whatever is drawn. */
function allShown(units: UnitOfTree[], facts: Fact[]): string[] {
  const found = new Set<string>();
  const pending: number[][] = [[]];
  for (let path = pending.pop(); path; path = pending.pop()) {
    let at = 0;
    const taken = path;
    const draw = (weights: readonly number[]): number => {
      const place = taken[at] ?? 0;
      if (taken[at] === undefined)
        for (let other = 1; other < weights.length; other += 1) pending.push([...taken.slice(0, at), other]);
      taken[at] = place;
      at += 1;
      return place;
    };
    found.add(JSON.stringify([...disclose({ units, facts, bounds }, draw)]));
  }
  return [...found];
}

test.each([
  ['topics of a cell', cell(30), topics.map((topic) => ({ unitId: 'c', topic })), 9],
  ['cells of a commune', commune(30), places, 7],
  ['cells of nine', commune(9), places, 7],
] as const)('%s', { timeout: 300_000 }, (_, units, among, most) => {
  const shown = new Map<string, number[][]>();
  const place = (index: number) => among[index]!;
  for (let code = 0; code < (most + 1) ** among.length; code += 1) {
    const counts = among.map((_place, index) => Math.floor(code / (most + 1) ** index) % (most + 1));
    for (const output of allShown(units, said(counts, place)))
      shown.set(output, [...(shown.get(output) ?? []), counts]);
  }
  const pinned: string[] = [];
  for (const [output, possible] of shown) {
    for (const index of among.keys()) {
      const values = new Set(possible.map((counts) => counts[index]!));
      const [only] = values;
      // Those at the end of what is tried may have had another possibility beyond it.
      const atEnd = possible.every((counts) => counts.some((count) => count === most));
      if (values.size === 1 && only! > 0 && only! < 5 && !atEnd)
        pinned.push(`${JSON.stringify(possible[0])} of ${possible.length}: ${output}`);
    }
  }
  expect(pinned).toEqual([]);
});
