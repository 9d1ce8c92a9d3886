import { standsAbove, type UnitKind } from '../units/units.ts';
import { shortened } from './line-reader.ts';
import type { Problem } from './problems.ts';
import type { Reach } from './reach.ts';
import type { UnitColumn } from './words.ts';

/** A unit as the file has it. */
export interface UnitLine {
  row: number;
  code: string;
  name: string;
  kind: UnitKind;
  /** Empty at a root; `undefined`: the file has no such column, each unit stays where it hangs. */
  parentCode: string | undefined;
}

/** The same, where it is known under what it is to hang. */
export type PlacedLine = UnitLine & { parentCode: string };

/** A unit as the hub has it. */
export interface KnownUnit {
  id: string;
  code: string;
  name: string;
  kind: UnitKind;
  parentCode: string;
  stands: boolean;
}

/**
 * Takes out lines that do not fit until the rest fits together: a line that falls takes with it those that
 * rested on it. Kinds fall strictly from parent to child, so this ends after a few rounds.
 */
export function settle(
  lines: readonly PlacedLine[],
  mentioned: ReadonlySet<string>,
  known: ReadonlyMap<string, KnownUnit>,
  reach: Reach,
): { accepted: PlacedLine[]; problems: Problem[] } {
  const planned = new Map(lines.map((line) => [line.code, line]));
  const circular = onCycles(planned, known);
  const problems: Problem[] = [];
  for (;;) {
    const lowered = loweredAboveChildren(planned, known);
    const refused = [...planned.values()].flatMap((line): { line: PlacedLine; problem: Problem }[] => {
      const problem = problemOf(line);
      return problem ? [{ line, problem }] : [];
    });
    if (refused.length === 0) return { accepted: [...planned.values()], problems };
    for (const { line, problem } of refused) {
      planned.delete(line.code);
      problems.push(problem);
    }

    function problemOf({ row, code, kind, parentCode }: PlacedLine): Problem | null {
      const refuse = (
        problem: Problem['code'],
        field: UnitColumn = 'parent_code',
        value = parentCode,
      ): Problem => ({
        row,
        field,
        code: problem,
        facts: { value: shortened(value) },
      });
      const before = known.get(code);
      if (before && !reach.has('unit.import', before.id)) return refuse('unit-not-yours', 'code', code);
      if (before?.parentCode !== parentCode && !mayHangUnder(parentCode)) return refuse('parent-not-yours');
      if (circular.has(code)) return refuse('parent-circular');
      if (lowered.has(code)) return refuse('kind-not-above', 'kind', lowered.get(code));
      if (parentCode === '') return null;
      const parent = planned.get(parentCode) ?? standing(known.get(parentCode));
      if (!parent) return refuse(mentioned.has(parentCode) ? 'parent-refused' : 'parent-unknown');
      return standsAbove(parent.kind, kind) ? null : refuse('parent-not-above');
    }

    /** A committee that is new with the file has been judged by what it hangs under itself. */
    function mayHangUnder(parentCode: string): boolean {
      const parent = known.get(parentCode);
      if (parent) return reach.has('unit.import', parent.id);
      return parentCode === '' ? reach.hasAll : true;
    }
  }
}

function standing(unit: KnownUnit | undefined): KnownUnit | undefined {
  return unit?.stands ? unit : undefined;
}

/** Units on a circle of parents, as the file would have it. */
function onCycles(
  planned: ReadonlyMap<string, PlacedLine>,
  known: ReadonlyMap<string, KnownUnit>,
): Set<string> {
  const circular = new Set<string>();
  const done = new Set<string>();
  for (const start of planned.keys()) {
    const path: string[] = [];
    const onPath = new Set<string>();
    let code = start;
    while (code !== '' && !done.has(code) && !onPath.has(code)) {
      path.push(code);
      onPath.add(code);
      code = (planned.get(code) ?? known.get(code))?.parentCode ?? '';
    }
    if (onPath.has(code)) for (const member of path.slice(path.indexOf(code))) circular.add(member);
    for (const visited of path) done.add(visited);
  }
  return circular;
}

/** Lines whose new kind no longer stands above a unit that hangs there and is not in the file: code → that unit. */
function loweredAboveChildren(
  planned: ReadonlyMap<string, PlacedLine>,
  known: ReadonlyMap<string, KnownUnit>,
): Map<string, string> {
  const lowered = new Map<string, string>();
  for (const child of known.values()) {
    const parent = planned.get(child.parentCode);
    if (!parent || !child.stands || planned.has(child.code)) continue;
    if (!standsAbove(parent.kind, child.kind)) lowered.set(parent.code, child.code);
  }
  return lowered;
}
