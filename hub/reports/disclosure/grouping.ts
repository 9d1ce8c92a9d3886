import { together, type Bounds } from './facts.ts';
import { deficientUnit, isEnough, isPinned, regionOf, speakers, union } from './region.ts';
import type { Group, Region } from './region.ts';
import { isUnit, ownNodes, type Node } from './tree.ts';

/** Where one is drawn among several by their weights; returns its place. */
export type Draw = (weights: readonly number[]) => number;

export interface Grouped {
  groups: readonly Group[];
  /** What is too little to be shown. */
  rest: Region | null;
}

/**
 * Divides everything into groups that do not overlap, each of enough people. From below: what is too little where it
 * stands is taken together with its neighbours, where needed with one of those that could be shown, else left to
 * the node above. Whatever is added up or subtracted of such groups is again made of whole groups.
 */
export function grouping(bounds: Bounds, draw: Draw): { close: (node: Node) => Grouped } {
  function close(node: Node): Grouped {
    if (node.dimension === null) return closeCell(node);
    if (isSilent(node) && !isUnit(node)) return { groups: [], rest: null };
    const children = node.children.map((child) => ({ child, ...close(child) }));
    const groups = children.flatMap((each) => each.groups);
    const rests = children.flatMap(
      ({ child, rest }) => rest ?? (tellsBySilence(child) ? regionOf(child) : []),
    );
    if (rests.length === 0) {
      leaveOutTheUnanimous(node);
      return { groups, rest: null };
    }
    // One of none among those that are too few looks like them.
    const silent = children.filter(({ child, rest }) => isSilent(child) && !rest && !tellsBySilence(child));
    const rest = union([...rests, ...silent.map(({ child }) => regionOf(child))]);
    return isUnit(node) ? closeUnits(node, groups, rest) : closeWithin(node, groups, rest);
  }

  function closeCell(cell: Node): Grouped {
    const region = regionOf(cell);
    if (isSilent(cell)) return { groups: [], rest: null };
    if (isEnough(region, bounds)) return { groups: [{ ...region, home: cell }], rest: null };
    return { groups: [], rest: region };
  }

  /** Of what was said to one unit. */
  function closeWithin(home: Node, groups: readonly Group[], rest: Region): Grouped {
    if (!isEnough(regionOf(home), bounds)) return { groups: [], rest: regionOf(home) };
    let left = groups;
    let pool = rest;
    while (left.length > 0 && !isShowable(pool)) {
      const taken = drawn(left, home);
      left = left.filter((group) => group !== taken);
      pool = union([pool, { ...taken, absorbed: 1 }]);
    }
    // Everything together is the node itself, and tells of no parts.
    if (left.length === 0) pool = regionOf(home);
    return { groups: [...left, { ...pool, home }], rest: null };
  }

  /** Of several units; or of none, where there is no company for the few. */
  function closeUnits(home: Node, groups: readonly Group[], rest: Region): Grouped {
    let left = groups;
    let pool = rest;
    while (!isShowable(pool)) {
      const without = deficientUnit(pool, bounds);
      const fit = left.filter(({ parts }) => parts.some(({ unitId }) => unitId !== without));
      if (without === null && left.length === 0) break;
      if (fit.length === 0) return { groups, rest };
      const taken = drawn(fit, home);
      left = left.filter((group) => group !== taken);
      pool = union([pool, { ...taken, absorbed: 1 }]);
    }
    if (left.length === 0) pool = { ...regionOf(home), parts: ownNodes(home) };
    return { groups: [...left, { ...pool, home }], rest: null };
  }

  function isShowable(region: Region): boolean {
    return isEnough(region, bounds) && !isPinned(region, bounds);
  }

  /**
   * One to be taken together with the few, rather one of few people and near: it is shown no more by itself, nor are
   * the sums above it. Drawn, not chosen: who knew that the smallest was taken would know how small it can be.
   */
  function drawn(from: readonly Group[], home: Node): Group {
    const weights = from.map((group) => {
      const lost = speakers(group.facts, Infinity, bounds) * (group.home.depth - home.depth);
      return 1 / Math.max(1, lost) ** 2;
    });
    return from[draw(weights)]!;
  }

  /** That nobody there said anything tells of each, where they are few. */
  function tellsBySilence(node: Node): boolean {
    return isSilent(node) && node.members < bounds.eligible && node.parent !== null && isUnit(node.parent);
  }

  return { close };
}

function isSilent(node: Node): boolean {
  return node.facts.length === 0;
}

/**
 * Where all said the same, of whoever is known to have spoken would be known what: then it is not told apart by that.
 * What became of it is the committee's doing, and may be the same for all.
 */
function leaveOutTheUnanimous(node: Node): void {
  const { dimension } = node;
  if (dimension !== 'topic' && dimension !== 'kind') return;
  if (node.children.length < 2 || node.children.filter((child) => !isSilent(child)).length !== 1) return;
  const relabel = (below: Node): void => {
    below.label = { ...below.label, [dimension]: together };
    below.children.forEach(relabel);
  };
  node.children.forEach(relabel);
}
