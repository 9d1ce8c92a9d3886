import type { Sql } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { inBatches } from '../bulk.ts';
import type { Problem, Table } from './csv.ts';
import { unitStands } from '../in-force.ts';
import { unitKinds, type UnitColumn } from './words.ts';
import { firstRows, lineReader, shortened } from './line-reader.ts';
import type { Checked, Plan } from './plan.ts';
import type { UnitKind } from '../units.ts';

interface UnitLine {
  row: number;
  code: string;
  name: string;
  kind: UnitKind;
  /** Empty at a root. */
  parentCode: string;
}

const longestCode = 64;
const longestName = 300;
/** From the top down: a parent's kind must stand before its children's. */
const levels: readonly UnitKind[] = ['central', 'province', 'commune', 'branch', 'cell'];

/** What can be judged from the file alone. */
export function checkUnits({ lines, problems }: Table<UnitColumn>): Checked<UnitLine> {
  const first = firstRows(lines);
  const checked: Checked<UnitLine> = { lines: [], problems: [...problems], mentioned: new Set(first.keys()) };
  for (const line of lines) {
    const reader = lineReader(line);
    const code = reader.text('code', { longest: longestCode });
    const name = reader.text('name', { longest: longestName });
    const kind = reader.word('kind', unitKinds, 'kind-unknown');
    const firstRow = first.get(line.values.code);
    if (code && firstRow !== line.row) reader.refuse('code', 'code-twice', { row: String(firstRow) });
    checked.problems.push(...reader.problems);
    if (reader.problems.length > 0 || !code || !name || !kind) continue;
    checked.lines.push({ row: line.row, code, name, kind, parentCode: line.values.parent_code });
  }
  return checked;
}

/** Compares the lines with the units that exist: the tree as it would be must be a tree. */
export async function planUnits(sql: Sql, checked: Checked<UnitLine>, today: string): Promise<Plan> {
  // Imports take turns; readers are not held up.
  await sql.query('lock table unit in share row exclusive mode');
  const known = new Map((await sql.query<KnownUnit>(selectUnits, [today])).map((unit) => [unit.code, unit]));
  const { accepted, problems } = settle(checked, known);

  const ids = new Map([...known.values()].map(({ code, id }) => [code, id]));
  // Parents stand above their children, so by level they are inserted first.
  const created = accepted
    .filter(({ code }) => !known.has(code))
    .toSorted((a, b) => level(a.kind) - level(b.kind));
  for (const { code } of created) ids.set(code, newId());
  const updated = accepted.filter((line) => {
    const unit = known.get(line.code);
    return unit && differs(line, unit);
  });
  const asRow = ({ code, name, kind, parentCode }: UnitLine) => ({
    id: ids.get(code),
    code,
    name,
    kind,
    parent_id: ids.get(parentCode) ?? null,
  });

  return {
    problems,
    created: created.length,
    updated: updated.length,
    unchanged: accepted.length - created.length - updated.length,
    async write() {
      await inBatches(sql, insertUnits, created.map(asRow));
      await inBatches(sql, updateUnits, updated.map(asRow));
    },
  };
}

interface KnownUnit {
  id: string;
  code: string;
  name: string;
  kind: UnitKind;
  parentCode: string;
  stands: boolean;
}

function level(kind: UnitKind): number {
  return levels.indexOf(kind);
}

function differs(line: UnitLine, unit: KnownUnit): boolean {
  return (
    !unit.stands || line.name !== unit.name || line.kind !== unit.kind || line.parentCode !== unit.parentCode
  );
}

/**
 * Takes out lines that do not fit until the rest fits together: a line that falls takes with it those that
 * rested on it. Kinds fall strictly from parent to child, so this ends after a few rounds.
 */
function settle(
  { lines, mentioned }: Checked<UnitLine>,
  known: ReadonlyMap<string, KnownUnit>,
): { accepted: UnitLine[]; problems: Problem[] } {
  const planned = new Map(lines.map((line) => [line.code, line]));
  const circular = onCycles(planned, known);
  const problems: Problem[] = [];
  for (;;) {
    const lowered = loweredAboveChildren(planned, known);
    const refused = [...planned.values()].flatMap((line): { line: UnitLine; problem: Problem }[] => {
      const problem = problemOf(line);
      return problem ? [{ line, problem }] : [];
    });
    if (refused.length === 0) return { accepted: [...planned.values()], problems };
    for (const { line, problem } of refused) {
      planned.delete(line.code);
      problems.push(problem);
    }

    function problemOf({ row, code, kind, parentCode }: UnitLine): Problem | null {
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
      if (circular.has(code)) return refuse('parent-circular');
      if (lowered.has(code)) return refuse('kind-not-above', 'kind', lowered.get(code));
      if (parentCode === '') return null;
      const parent = planned.get(parentCode) ?? standing(known.get(parentCode));
      if (!parent) return refuse(mentioned.has(parentCode) ? 'parent-refused' : 'parent-unknown');
      return level(parent.kind) < level(kind) ? null : refuse('parent-not-above');
    }
  }
}

function standing(unit: KnownUnit | undefined): KnownUnit | undefined {
  return unit?.stands ? unit : undefined;
}

/** Units on a circle of parents, as the file would have it. */
function onCycles(
  planned: ReadonlyMap<string, UnitLine>,
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
  planned: ReadonlyMap<string, UnitLine>,
  known: ReadonlyMap<string, KnownUnit>,
): Map<string, string> {
  const lowered = new Map<string, string>();
  for (const child of known.values()) {
    const parent = planned.get(child.parentCode);
    if (!parent || !child.stands || planned.has(child.code)) continue;
    if (level(parent.kind) >= level(child.kind)) lowered.set(parent.code, child.code);
  }
  return lowered;
}

const selectUnits = `
  select u.id, u.code, u.name, u.kind, coalesce(p.code, '') as "parentCode", ${unitStands('u', '$1::date')} as stands
  from unit u left join unit p on p.id = u.parent_id`;

const lineRow =
  'jsonb_to_recordset($1::jsonb) as line (id uuid, code text, name text, kind unit_kind, parent_id uuid)';

const insertUnits = `
  insert into unit (id, code, name, kind, parent_id) select id, code, name, kind, parent_id from ${lineRow}`;

// A dissolved unit that the file names again stands again.
const updateUnits = `
  update unit u set name = line.name, kind = line.kind, parent_id = line.parent_id,
    valid_from = case when u.valid_to is null then u.valid_from end, valid_to = null
  from ${lineRow} where u.id = line.id`;
