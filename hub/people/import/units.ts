import type { Actor, Audit } from '../../platform/audit.ts';
import type { Sql } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { inBatches } from '../bulk.ts';
import { unitStands } from '../in-force.ts';
import { levelOf } from '../units/units.ts';
import { firstRows, lineReader } from './line-reader.ts';
import type { Checked, FieldChange, Plan } from './plan.ts';
import type { Problem } from './problems.ts';
import type { Reach } from './reach.ts';
import { settle, type KnownUnit, type PlacedLine, type UnitLine } from './settle-units.ts';
import type { Table } from './table.ts';
import { unitKinds, type UnitColumn } from './words.ts';

const longestCode = 64;
const longestName = 300;

/** What can be judged from the file alone. */
export function checkUnits({ lines, present, problems }: Table<UnitColumn>): Checked<UnitLine> {
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
    const parentCode = present.has('parent_code') ? line.values.parent_code : undefined;
    checked.lines.push({ row: line.row, code, name, kind, parentCode });
  }
  return checked;
}

/**
 * Compares the lines with the units that exist, and each with the actor's reach: the tree as it would be must be a
 * tree. A unit may be changed by whoever reaches it, and hung where the actor reaches the new committee too.
 */
export async function planUnits(
  sql: Sql,
  checked: Checked<UnitLine>,
  { by, reach, audit, today }: { by: Actor; reach: Reach; audit: Audit; today: string },
): Promise<Plan> {
  // Imports take turns; readers are not held up.
  await sql.query('lock table unit in share row exclusive mode');
  const known = new Map((await sql.query<KnownUnit>(selectUnits, [today])).map((unit) => [unit.code, unit]));
  const placed = place(checked, known);
  const settled = settle(placed.lines, checked.mentioned, known, reach);
  const { accepted } = settled;

  const ids = new Map([...known.values()].map(({ code, id }) => [code, id]));
  // Parents stand above their children, so by level they are inserted first.
  const created = accepted
    .filter(({ code }) => !known.has(code))
    .toSorted((a, b) => levelOf(a.kind) - levelOf(b.kind));
  for (const { code } of created) ids.set(code, newId());
  const compared = accepted.map((line) => ({ line, fields: fieldsOf(line, known.get(line.code)) }));
  const differing = compared.filter(({ line: { code }, fields }) => {
    return fields.length > 0 || !known.get(code)?.stands;
  });
  const updated = differing.filter(({ line: { code } }) => known.has(code));
  const asRow = ({ code, name, kind, parentCode }: PlacedLine) => ({
    id: ids.get(code)!,
    code,
    name,
    kind,
    parent_id: ids.get(parentCode) ?? null,
  });
  const changed = (field: UnitColumn) =>
    updated.filter(({ fields }) => fields.some((change) => change.field === field)).map(({ line }) => line);

  const kindOf = (code: string) => (known.has(code) ? 'updated' : 'created');
  return {
    problems: [...placed.problems, ...settled.problems],
    created: created.length,
    updated: updated.length,
    unchanged: accepted.length - differing.length,
    changes: differing.map(({ line: { row, code, name }, fields }) => {
      return { row, code, name, kind: kindOf(code), fields };
    }),
    touched: differing.map(({ line }) => ({ kind: kindOf(line.code), unitIds: [ids.get(line.code)!] })),
    async write() {
      await inBatches(sql, insertUnits, created.map(asRow));
      const moves = changed('parent_code').map((line) => ({ move: newId(), ...asRow(line) }));
      await inBatches(sql, insertMoves, moves, today, by.memberId);
      await inBatches(
        sql,
        updateUnits,
        updated.map(({ line }) => asRow(line)),
      );
      for (const { code, name } of changed('name')) {
        const { id, name: before } = known.get(code)!;
        const deed = { action: 'unit.renamed', unitId: id, subjectId: id, facts: { from: before, to: name } };
        await audit.record(by, deed, sql);
      }
    },
  };
}

/** Where the file does not say under what a unit hangs, it hangs where it did; a new one hangs nowhere. */
function place(
  { lines }: Checked<UnitLine>,
  known: ReadonlyMap<string, KnownUnit>,
): { lines: PlacedLine[]; problems: Problem[] } {
  const placed: PlacedLine[] = [];
  const problems: Problem[] = [];
  for (const line of lines) {
    const parentCode = line.parentCode ?? known.get(line.code)?.parentCode;
    if (parentCode === undefined)
      problems.push({ row: line.row, field: 'parent_code', code: 'parent-needed' });
    else placed.push({ ...line, parentCode });
  }
  return { lines: placed, problems };
}

function fieldsOf(line: PlacedLine, unit: KnownUnit | undefined): FieldChange[] {
  const fields = [
    { field: 'name', from: unit?.name ?? null, to: line.name },
    { field: 'kind', from: unit?.kind ?? null, to: line.kind },
    { field: 'parent_code', from: unit?.parentCode || null, to: line.parentCode || null },
  ];
  return fields.filter(({ from, to }) => from !== to);
}

const selectUnits = `
  select u.id, u.code, u.name, u.kind, coalesce(p.code, '') as "parentCode", ${unitStands('u', '$1::date')} as stands
  from unit u left join unit p on p.id = u.parent_id`;

const lineRow =
  'jsonb_to_recordset($1::jsonb) as line (id uuid, code text, name text, kind unit_kind, parent_id uuid)';

const insertUnits = `
  insert into unit (id, code, name, kind, parent_id) select id, code, name, kind, parent_id from ${lineRow}`;

// Before the unit itself is changed: where it hung is in its row.
const insertMoves = `
  insert into unit_move (id, unit_id, from_parent_id, to_parent_id, on_day, recorded_by)
  select line.move, u.id, u.parent_id, line.parent_id, $2::date, $3::uuid
  from jsonb_to_recordset($1::jsonb) as line (move uuid, id uuid, parent_id uuid) join unit u on u.id = line.id`;

// A dissolved unit that the file names again stands again.
const updateUnits = `
  update unit u set name = line.name, kind = line.kind, parent_id = line.parent_id,
    valid_from = case when u.valid_to is null then u.valid_from end, valid_to = null
  from ${lineRow} where u.id = line.id`;
