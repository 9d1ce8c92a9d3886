import type { Bounds, Fact } from './facts.ts';
import type { Node } from './tree.ts';

/** Nodes that are taken together, with what lies in them. */
export interface Region {
  parts: readonly Node[];
  facts: readonly Fact[];
  /** Groups that would have been shown by themselves: whoever reads it may know that of them. */
  absorbed: number;
}

/** A region with its place: what is shown of it is one number. */
export interface Group extends Region {
  home: Node;
}

export function regionOf(node: Node): Region {
  return { parts: [node], facts: node.facts, absorbed: 0 };
}

export function union(regions: readonly Region[]): Region {
  return {
    parts: regions.flatMap(({ parts }) => parts),
    facts: regions.flatMap(({ facts }) => facts),
    absorbed: regions.reduce((sum, { absorbed }) => sum + absorbed, 0),
  };
}

/**
 * How many people surely spoke: the named ones, and where enough belong to the units, each that bears no name for one.
 */
export function speakers(facts: readonly Fact[], members: number, { eligible }: Bounds): number {
  const named = new Set<string>();
  let unnamed = 0;
  for (const { author } of facts) {
    if (author === null) unnamed += 1;
    else named.add(author);
  }
  return named.size + (members >= eligible ? unnamed : 0);
}

/** Enough people, also for somebody who knows everything that was said to any one of several units. */
export function isEnough(region: Region, bounds: Bounds): boolean {
  const [first, ...others] = unitsIn(region);
  if (first !== undefined && others.length === 0)
    return speakers(region.facts, first.members, bounds) >= bounds.group;
  return deficientUnit(region, bounds) === null;
}

/** Without which too few are left in a region of several units; null: without none. */
export function deficientUnit(region: Region, bounds: Bounds): string | null {
  const units = unitsIn(region);
  const heard = new Set(region.facts.map(({ unitId }) => unitId));
  const silent = units.filter(({ unitId }) => !heard.has(unitId));
  // Without a silent one as much is left as with it, but for those who belong there: the largest decides.
  const [largest] = silent.toSorted((a, b) => b.members - a.members);
  const asked = largest ? [...heard, largest.unitId] : [...heard];
  return asked.find((unitId) => tooFewWithout(unitId)) ?? null;

  function tooFewWithout(unitId: string): boolean {
    const rest = region.facts.filter((fact) => fact.unitId !== unitId);
    const members = population(units.filter((unit) => unit.unitId !== unitId));
    return speakers(rest, members, bounds) < bounds.group;
  }
}

/** One node of each unit. */
function unitsIn({ parts }: Region): Node[] {
  return [...new Map(parts.map((part) => [part.unitId, part])).values()];
}

/** Who belongs to any of these; whoever belongs to a unit belongs to those above it. */
function population(units: readonly Node[]): number {
  const ids = new Set(units.map(({ unitId }) => unitId));
  const isBelowAnother = ({ unitId, parent }: Node): boolean =>
    parent !== null &&
    ((parent.unitId !== unitId && ids.has(parent.unitId)) || isBelowAnother({ ...parent, unitId }));
  return units.reduce((sum, unit) => (isBelowAnother(unit) ? sum : sum + unit.members), 0);
}

/** From the sum alone its parts would be known: they are as few, or as many, as they can be. */
export function isPinned({ parts, facts, absorbed }: Region, { group }: Bounds): boolean {
  if (absorbed > 0) return facts.length < absorbed * group + 2;
  return parts.length > 1 && facts.length >= parts.length * (group - 1) && parts.every(isSmall);

  function isSmall(part: Node): boolean {
    return part.facts.length < group;
  }
}
