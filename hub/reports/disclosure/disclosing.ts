import type { Bounds, Fact, UnitFigures, UnitOfTree } from './facts.ts';
import { grouping, type Draw } from './grouping.ts';
import { refined } from './refining.ts';
import type { Group, Region } from './region.ts';
import { isUnit, ownNodes, treeOf, type Node } from './tree.ts';

/**
 * What may be shown of everything that was said in one month, by unit. The whole tree is divided once, for all who will
 * ever read of it: what one reader sees and another does not is again made of whole groups.
 */
export function disclose(
  given: { units: readonly UnitOfTree[]; facts: readonly Fact[]; bounds: Bounds },
  draw: Draw = drawByWeight,
): Map<string, UnitFigures> {
  const { close } = grouping(given.bounds, draw);
  const figures = new Map(given.units.map(({ id }) => [id, nothing()]));
  const days = new Map<string, number[]>();
  for (const root of treeOf(given.units, given.facts)) {
    const { groups, rest } = close(root);
    for (const group of groups) show(group);
    if (rest) hide(rest, null);
  }
  for (const [unitId, each] of days) figures.get(unitId)!.medianDays = median(each);
  return figures;

  function show(group: Group): void {
    const { home, facts, parts } = group;
    const of = figures.get(home.unitId)!;
    if (isUnit(home)) of.pool = facts.length;
    else {
      const cell = { ...home.label, count: facts.length, ...refined(group, given.bounds) };
      of.cells.push(cell);
      if (cell.answered) noteDays(home, facts);
    }
    if (isUnit(home) || parts[0] !== home) hide(group, home);
  }

  /** Says of each part that it is not shown, and of the units between that some is missing. */
  function hide({ parts }: Region, home: Node | null): void {
    for (const part of parts) {
      for (const own of ownNodes(part))
        figures.get(own.unitId)!.cells.push({ ...own.label, count: null, answered: null, rated: null });
      const stop = home && unitOf(home);
      for (let unit = unitOf(part); unit && unit !== stop; unit = unit.parent)
        figures.get(unit.unitId)!.more = true;
    }
  }

  function noteDays(home: Node, facts: readonly Fact[]): void {
    const found = facts.flatMap(({ answer }) => answer?.workingDays ?? []);
    for (let unit = unitOf(home); unit; unit = unit.parent)
      days.set(unit.unitId, pushed(days.get(unit.unitId) ?? [], found));
  }
}

function nothing(): UnitFigures {
  return { cells: [], pool: null, more: false, medianDays: null };
}

function pushed(list: number[], more: readonly number[]): number[] {
  for (const each of more) list.push(each);
  return list;
}

function unitOf(node: Node): Node | null {
  return isUnit(node) || node.parent === null ? node : unitOf(node.parent);
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export function drawByWeight(weights: readonly number[]): number {
  let left = Math.random() * weights.reduce((sum, weight) => sum + weight, 0);
  const place = weights.findIndex((weight) => (left -= weight) < 0);
  return place === -1 ? weights.length - 1 : place;
}
