import { feedbackKinds, feedbackStates } from '../../feedback/index.ts';
import { together, type Fact, type Label, type UnitOfTree } from './facts.ts';

export const countedStates = feedbackStates.filter((state) => state !== 'withdrawn');

/** What the children of a node are told apart by. */
type Dimension = 'units' | 'topic' | 'kind' | 'state';

/**
 * A node of the one tree in which every item has one place: a unit over what was said to itself and its units below;
 * what was said to a unit over topics, these over kinds, these over states.
 */
export interface Node {
  dimension: Dimension | null;
  unitId: string;
  label: Label;
  parent: Node | null;
  depth: number;
  children: readonly Node[];
  facts: readonly Fact[];
  /** Who belongs to the unit or to what is below. */
  members: number;
}

export function isUnit(node: Node): boolean {
  return node.dimension === 'units';
}

/** What was said to the unit and to each below it; a node within a unit stands for itself. */
export function ownNodes(node: Node): Node[] {
  return isUnit(node) ? node.children.flatMap(ownNodes) : [node];
}

/** Everything at once. @returns the units that hang under none of these */
export function treeOf(units: readonly UnitOfTree[], facts: readonly Fact[]): Node[] {
  const known = new Set(units.map(({ id }) => id));
  const below = Map.groupBy(units, ({ parentId }) => (parentId && known.has(parentId) ? parentId : null));
  const said = Map.groupBy(facts, ({ unitId }) => unitId);

  function unitNode(unit: UnitOfTree, parent: Node | null): Node {
    const node = nodeAt(unit, { parent, dimension: 'units', label: everything, facts: [] });
    const own = ownNode(unit, node, said.get(unit.id) ?? []);
    node.children = [own, ...(below.get(unit.id) ?? []).map((child) => unitNode(child, node))];
    node.facts = node.children.flatMap((child) => child.facts);
    return node;
  }
  return (below.get(null) ?? []).map((unit) => unitNode(unit, null));
}

const everything: Label = { topic: together, kind: together, state: together };
const innermost = ['topic', 'kind', 'state'] as const;

function ownNode(unit: UnitOfTree, parent: Node, facts: readonly Fact[]): Node {
  const values = { topic: unit.topics, kind: feedbackKinds, state: countedStates };

  function divided(above: Node, label: Label, given: readonly Fact[], level: number): Node {
    const dimension = innermost[level] ?? null;
    const node = nodeAt(unit, { parent: above, dimension, label, facts: given });
    // Of nothing there is nothing to divide: a province would have a million empty nodes.
    if (dimension === null || given.length === 0) return node;
    const parts = Map.groupBy(given, (fact): string => fact[dimension]);
    node.children = values[dimension].map((value) =>
      divided(node, { ...label, [dimension]: value }, parts.get(value) ?? [], level + 1),
    );
    return node;
  }
  return divided(parent, everything, facts, 0);
}

function nodeAt(
  unit: UnitOfTree,
  { parent, ...given }: Pick<Node, 'parent' | 'dimension' | 'label' | 'facts'>,
): Node {
  const depth = parent ? parent.depth + 1 : 0;
  return { ...given, parent, depth, unitId: unit.id, members: unit.members, children: [] };
}
