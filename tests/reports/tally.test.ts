import { describe, expect, test } from 'vitest';
import { rowsApart, showPlaces, showSeveral, showText, tellApart } from '../../hub/reports/index.ts';

/**
 * What somebody can tell who knows exactly how the figures are made: all populations that would have been shown in the same
 * way, whatever was drawn. None of those may have a small cell, and be the only one it can be.
 */

/** All ways in which a draw can fall out. */
function outcomes<Shown>(show: (draw: (weights: readonly number[]) => number) => Shown): Shown[] {
  const found: Shown[] = [];
  const open: number[][] = [[]];
  for (const script of open) {
    let at = 0;
    found.push(
      show((weights) => {
        if (at === script.length) {
          for (let other = 1; other < weights.length; other += 1) open.push([...script.slice(0, at), other]);
          script.push(0);
        }
        at += 1;
        return script[at - 1]!;
      }),
    );
  }
  return found;
}

/** All ways to put so many people into so many cells. */
function* populations(people: number, cells: number): Generator<number[]> {
  if (cells === 1) {
    yield [people];
    return;
  }
  for (let first = 0; first <= people; first += 1)
    for (const rest of populations(people - first, cells - 1)) yield [first, ...rest];
}

/** Worlds that look alike: of each cell the values it can have. */
function lookAlikes() {
  const alike = new Map<string, Set<number>[]>();
  return {
    note(shown: unknown, cells: readonly number[]) {
      const key = JSON.stringify(shown);
      const known = alike.get(key) ?? cells.map(() => new Set<number>());
      cells.forEach((count, cell) => known[cell]!.add(count));
      alike.set(key, known);
    },
    /** Where a cell can be one number alone, and that is a small one. */
    told(least: number): string[] {
      return [...alike].flatMap(([key, cells]) =>
        cells.flatMap((values, cell) => {
          const [only] = values;
          return values.size === 1 && only! > 0 && only! < least ? [`${key}: cell ${cell} is ${only}`] : [];
        }),
      );
    },
    size: () => alike.size,
  };
}

describe('one option each', () => {
  for (const { options, least, people } of [
    { options: 2, least: 5, people: 24 },
    { options: 3, least: 5, people: 20 },
    { options: 4, least: 3, people: 13 },
  ])
    test(`of ${options} options no small cell is told, nor that all said the same`, () => {
      const worlds = lookAlikes();
      for (let all = 1; all <= people; all += 1)
        for (const [left, ...counts] of populations(all, options + 1))
          for (const shown of outcomes((draw) => tellApart({ counts, left: left! }, least, draw))) {
            worlds.note([all, shown], [left!, ...counts]);
            const sum = counts.reduce((total, each) => total + each, 0);
            if (counts.some((count) => count === sum)) expect(shown.groups).toBeNull();
            for (const group of shown.groups ?? [])
              if (group.count !== null && group.count > 0) expect(group.count).toBeGreaterThanOrEqual(least);
          }
      expect(worlds.size()).toBeGreaterThan(50);
      expect(worlds.told(least)).toEqual([]);
    });

  test('what is enough is shown as it is, none too where nobody is too few', () => {
    expect(tellApart({ counts: [12, 7, 0], left: 6 }, 5)).toEqual({
      answered: 19,
      groups: [
        { options: [0], count: 12 },
        { options: [1], count: 7 },
        { options: [2], count: 0 },
      ],
    });
    expect(tellApart({ counts: [12, 4, 3], left: 0 }, 5).groups).toEqual([
      { options: [0], count: 12 },
      { options: [1, 2], count: 7 },
    ]);
    expect(tellApart({ counts: [12, 9, 0], left: 2 }, 5, () => 1)).toEqual({
      answered: null,
      groups: [
        { options: [0], count: 12 },
        { options: [1, 2], count: null },
      ],
    });
    expect(tellApart({ counts: [4, 0, 0], left: 20 }, 5)).toEqual({ answered: null, groups: null });
  });
});

describe('several options each', () => {
  for (const { options, most, people } of [
    { options: 2, most: 2, people: 16 },
    { options: 3, most: 2, people: 10 },
    { options: 3, most: 3, people: 9 },
  ])
    test(`of ${options}, up to ${most}: neither options nor those who chose the same are told where they are few`, () => {
      const least = 3;
      const choices = Array.from({ length: 2 ** options - 1 }, (_, bits) =>
        Array.from({ length: options }, (_each, option) => option).filter(
          (option) => ((bits + 1) >> option) % 2 === 1,
        ),
      ).filter((chosen) => chosen.length <= most);
      const worlds = lookAlikes();
      for (let answered = 1; answered <= people; answered += 1)
        for (const world of populations(answered, choices.length)) {
          const counts = Array.from({ length: options }, (_, option) =>
            world.reduce((sum, count, at) => sum + (choices[at]!.includes(option) ? count : 0), 0),
          );
          const shown = showSeveral({ counts, left: 0, answered, most }, least);
          worlds.note(shown, [...counts, ...counts.map((count) => answered - count), ...world]);
        }
      expect(worlds.size()).toBeGreaterThan(5);
      expect(worlds.told(least)).toEqual([]);
    });

  test('an option is shown where enough chose it, and enough did not', () => {
    const shown = showSeveral({ counts: [30, 22, 3, 38], left: 3, answered: 40, most: 4 }, 5);
    expect(shown).toEqual({
      answered: null,
      groups: [
        { options: [0], count: 30 },
        { options: [1], count: 22 },
        { options: [2], count: null },
        { options: [3], count: null },
      ],
    });
  });
});

test.each([
  { options: 2, people: 12 },
  { options: 3, people: 9 },
])('means of places of $options options tell of no small cell', ({ options, people }) => {
  const least = 3;
  const orders = options === 2 ? ['01', '10'] : ['012', '021', '102', '120', '201', '210'];
  const worlds = lookAlikes();
  for (let answered = 1; answered <= people; answered += 1)
    for (const world of populations(answered, orders.length)) {
      const at = (option: number, place: number) =>
        world.reduce((sum, count, order) => sum + (orders[order]![place] === String(option) ? count : 0), 0);
      const all = Array.from({ length: options }, (_, option) => option);
      const sums = all.map((option) => all.reduce((sum, place) => sum + place * at(option, place), 0));
      const shown = showPlaces({ sums, left: 0, answered }, least);
      worlds.note(shown, [...world, ...all.flatMap((option) => all.map((place) => at(option, place)))]);
    }
  expect(worlds.size()).toBeGreaterThan(5);
  expect(worlds.told(least)).toEqual([]);
});

test('how many wrote is told where neither they nor the others are few', () => {
  expect(showText({ answered: 7, left: 0 }, 5).answered).toBe(7);
  expect(showText({ answered: 7, left: 4 }, 5).answered).toBeNull();
  expect(showText({ answered: 4, left: 20 }, 5).answered).toBeNull();
});

describe('units side by side', () => {
  test('those with too few in any column are taken together, with others where needed', () => {
    const cells = [
      [9, 6, 0],
      [3, 8, 0],
      [4, 2, 0],
      [7, 5, 0],
    ];
    expect(rowsApart(cells, 5)).toEqual([[0], [3], [1, 2]]);
    expect(
      rowsApart(
        [
          [9, 6],
          [1, 1],
          [7, 5],
        ],
        5,
        () => 0,
      ),
    ).toEqual([[2], [0, 1]]);
  });

  test('where one row would be left they are not divided', () => {
    expect(
      rowsApart(
        [
          [9, 6],
          [1, 8],
        ],
        5,
      ),
    ).toBeNull();
    expect(rowsApart([[9, 6]], 5)).toBeNull();
    expect(rowsApart([], 5)).toBeNull();
    expect(
      rowsApart(
        [
          [9, 0],
          [8, 0],
        ],
        5,
      ),
    ).toBeNull();
  });

  test('no cell of a unit is told', () => {
    const least = 3;
    const worlds = lookAlikes();
    for (const world of populations(13, 6)) {
      const cells = [world.slice(0, 2), world.slice(2, 4), world.slice(4)];
      for (const rows of outcomes((draw) => rowsApart(cells, least, draw))) {
        const sums = rows?.map((row) =>
          [0, 1].map((column) => row.reduce((sum, unit) => sum + cells[unit]![column]!, 0)),
        );
        worlds.note([rows, sums ?? null], world);
      }
    }
    expect(worlds.told(least)).toEqual([]);
  });
});
