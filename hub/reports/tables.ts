import { feedbackKinds, type FeedbackKind } from '../feedback/index.ts';
import { countedStates, together, type Cell, type CountedState } from './disclosure/index.ts';
import type { FeedbackReport, ReportCell } from './port.ts';
import type { Snapshot } from './snapshots.ts';

type Row<Key extends string, Value extends string> = Record<Key, Value> & { count: number | null };
type Tables = Omit<FeedbackReport, 'unit' | 'name' | 'period' | 'smallest' | 'proposals'>;

/**
 * The tables of a unit. Each only sorts the same groups into rows, whole, and what lies in several rows into one for
 * itself: so all that they tell is sums of groups.
 *
 * @param below the unit's own snapshot and those of all units below it
 */
export function tablesOf(unit: Snapshot, below: readonly Snapshot[]): Tables {
  const cells = below.flatMap((each) => cellsOf(each));
  const shown = cells.filter(isShown);
  const groups = below.flatMap((each) => each.cells);
  return {
    cells,
    total: shown.length === 0 ? null : sum(shown.map(({ count }) => count)),
    more: unit.more,
    byUnit: byUnit(unit, below),
    byTopic: rowsBy(cells, 'topic'),
    byKind: rowsBy(cells, 'kind', feedbackKinds) as Row<'kind', FeedbackKind>[],
    byState: rowsBy(cells, 'state', countedStates) as Row<'state', CountedState>[],
    answering: {
      medianDays: unit.medianDays,
      ...summed(groups, 'answered', ['late', 'inTime']),
      ...summed(groups, 'rated', ['useful', 'notUseful']),
    },
  };
}

function cellsOf({ code, cells, pool }: Snapshot): ReportCell[] {
  const own = cells.map(({ topic, kind, state, count }) => ({ unit: code, topic, kind, state, count }));
  if (pool === null) return own;
  const label = { topic: together, kind: together, state: together };
  return [...own, { unit: `${code}/${together}`, ...label, count: pool }];
}

function byUnit(unit: Snapshot, below: readonly Snapshot[]): FeedbackReport['byUnit'] {
  const depth = unit.path.length;
  const under = Map.groupBy(below, ({ path }) => path[depth]);
  const children = below.filter(({ path }) => path.length === depth + 1);
  const rows = [
    { unit: unit.code, name: unit.name, count: shownOf([{ ...unit, pool: null }]) },
    ...children.map((child) => ({
      unit: child.code,
      name: child.name,
      count: shownOf(under.get(child.path[depth]) ?? []),
    })),
  ];
  return unit.pool === null ? rows : [...rows, { unit: together, name: '', count: unit.pool }];
}

function shownOf(snapshots: readonly Snapshot[]): number | null {
  const cells = snapshots.flatMap((each) => cellsOf(each));
  const shown = cells.filter(isShown);
  if (shown.length > 0) return sum(shown.map(({ count }) => count));
  return cells.length > 0 ? null : 0;
}

/** In the order of `first`, others by name; what is not told apart last. */
function rowsBy<Key extends 'topic' | 'kind' | 'state'>(
  cells: readonly ReportCell[],
  key: Key,
  first: readonly string[] = [],
): Row<Key, string>[] {
  const place = (value: string) => (value === together ? Infinity : first.indexOf(value) + 1 || 99);
  return [...Map.groupBy(cells, (cell): string => cell[key])]
    .filter(([value, of]) => value !== together || of.some(isShown))
    .map(([value, of]) => {
      const shown = of.filter(isShown);
      const count = shown.length === 0 ? null : sum(shown.map((cell) => cell.count));
      return { [key]: value, count } as Row<Key, string>;
    })
    .toSorted((a, b) => place(a[key]) - place(b[key]) || inOrder.compare(a[key], b[key]));
}

function summed<Key extends 'answered' | 'rated', Part extends string>(
  cells: readonly Cell[],
  key: Key,
  parts: readonly Part[],
): Record<Part, number | null> {
  const told = cells.flatMap((cell) => (cell[key] as Record<Part, number> | null) ?? []);
  const of = (part: Part) => (told.length === 0 ? null : sum(told.map((each) => each[part])));
  return Object.fromEntries(parts.map((part) => [part, of(part)])) as Record<Part, number | null>;
}

function isShown<Of extends { count: number | null }>(cell: Of): cell is Of & { count: number } {
  return cell.count !== null;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

const inOrder = new Intl.Collator('vi', { numeric: true });
