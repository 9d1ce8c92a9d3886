import { expect, test } from 'vitest';
import { disclose, type Cell, type Fact, type UnitOfTree } from '../../hub/reports/disclosure/index.ts';
import { bounds } from './given.ts';

// Small cases that a reader can follow. Always the first group is drawn.

const cell = (id: string, members = 30): UnitOfTree => ({
  id,
  parentId: 'x',
  topics: ['', 'A', 'B'],
  members,
});
const commune = (members = 90): UnitOfTree => ({ id: 'x', parentId: null, topics: ['', 'A', 'B'], members });

let authors = 0;
/** So many items, each by somebody else. */
function items(times: number, given: Partial<Fact> = {}): Fact[] {
  return Array.from({ length: times }, () => ({
    unitId: 'c',
    topic: 'A',
    kind: 'proposal' as const,
    state: 'new' as const,
    author: `m${(authors += 1)}`,
    answer: null,
    useful: null,
    ...given,
  }));
}

function shown(units: UnitOfTree[], ...facts: Fact[][]) {
  return disclose({ units, facts: facts.flat(), bounds }, () => 0);
}
const line = ({ topic, kind, state, count }: Cell) => `${topic} ${kind} ${state} ${count}`;
const linesOf = (units: UnitOfTree[], ...facts: Fact[][]) =>
  shown(units, ...facts)
    .get('c')!
    .cells.map(line);
const alone = [{ ...cell('c'), parentId: null }];

test('five people are a group, four are not, and five sayings of four are not either', () => {
  expect(linesOf(alone, items(5), items(6, { topic: 'B', state: 'closed' }))).toEqual([
    'A * new 5',
    'B * closed 6',
  ]);
  expect(linesOf(alone, items(4))).toEqual(['* * * null']);
  const [first, ...others] = items(4);
  expect(linesOf(alone, [first!, first!, ...others])).toEqual(['* * * null']);
});

test('what is too little goes with others of its kind, else with one that could be shown', () => {
  const kinds = [items(3, { kind: 'question' }), items(4, { kind: 'opinion' }), items(9)];
  expect(linesOf(alone, ...kinds, items(8, { topic: 'B' }))).toEqual([
    'A proposal new 9',
    'A * * 7',
    'A question * null',
    'A opinion * null',
    'A reported * null',
    'B * new 8',
  ]);
  // Whether there was one question or none is not told by what is left.
  expect(linesOf(alone, items(1, { kind: 'question' }), items(9), items(8, { topic: 'B' }))).toEqual([
    'A * * 10',
    'B * new 8',
  ]);
});

test('that all said the same is not told; that all were answered is', () => {
  expect(linesOf(alone, items(12, { state: 'answered' }))).toEqual(['* * answered 12']);
});

test('those without a name are different people only where enough belong', () => {
  const unnamed = items(7, { author: null });
  expect(linesOf([{ ...cell('c', 9), parentId: null }], unnamed)).toEqual(['* * * null']);
  expect(linesOf([{ ...cell('c', 10), parentId: null }], unnamed)).toEqual(['* * new 7']);
});

test('the few of a cell go with other cells, and are nowhere where one of these could tell them', () => {
  const units = [commune(), cell('c'), cell('d'), cell('e')];
  const few = shown(units, items(3), items(4, { unitId: 'd' }), items(5, { unitId: 'e' }));
  // Without the five of `e` seven are left, without the four of `d` eight, without the three of `c` nine.
  expect(few.get('x')).toMatchObject({ pool: 12, more: false });
  expect(few.get('c')).toMatchObject({ pool: null, more: true });
  const two = shown([commune(), cell('c'), cell('d')], items(3), items(20, { unitId: 'd' }));
  expect(two.get('x')).toMatchObject({ pool: null, more: true });
  expect(two.get('d')!.cells.map(line)).toEqual(['* * new 20']);
});

test('that nobody spoke is told of many, not of few', () => {
  const said = [items(6), items(6, { unitId: 'd' }), items(6, { unitId: 'x' })];
  const many = shown([commune(), cell('c'), cell('d'), cell('e', 10)], ...said);
  expect(many.get('x')!.more).toBe(false);
  expect(many.get('e')!.cells).toEqual([]);
  const few = shown([commune(), cell('c'), cell('d'), cell('e', 9)], ...said);
  expect(few.get('e')!.cells.map(line)).toEqual(['* * * null']);
  expect(few.get('x')!.pool).not.toBeNull();
});

test('late answers and useful ones are told where neither they nor the rest are few', () => {
  const late = (times: number) =>
    items(times, { answer: { late: true, workingDays: 40 }, state: 'answered' });
  const inTime = (times: number) =>
    items(times, { answer: { late: false, workingDays: 6 }, state: 'answered' });
  const figuresOf = (...facts: Fact[][]) => shown(alone, ...facts).get('c')!;
  expect(figuresOf(late(5), inTime(6))).toMatchObject({
    cells: [{ count: 11, answered: { late: 5, inTime: 6 } }],
    medianDays: 6,
  });
  expect(figuresOf(late(4), inTime(9))).toMatchObject({
    cells: [{ count: 13, answered: null }],
    medianDays: null,
  });
  expect(figuresOf(inTime(9))).toMatchObject({ cells: [{ answered: { late: 0, inTime: 9 } }] });
  const rated = (useful: boolean, times: number) => items(times, { useful });
  expect(figuresOf(rated(true, 6), rated(false, 5))).toMatchObject({
    cells: [{ rated: { useful: 6, notUseful: 5 } }],
  });
  expect(figuresOf(rated(true, 16))).toMatchObject({ cells: [{ rated: null }] });
});
