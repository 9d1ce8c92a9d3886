import type { Feedback } from '../../feedback/index.ts';
import { refuseClassified } from '../../notices/index.ts';
import type { Audit } from '../../platform/audit.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database, Sql } from '../../platform/database/index.ts';
import { DomainError } from '../../platform/errors.ts';
import type { LanguageModel } from '../../platform/language-model.ts';
import { boundsOf } from '../bounds.ts';
import type { UnitFigures } from '../disclosure/index.ts';
import { firstDay, nextMonth, type Month } from '../months.ts';
import { unitsOfTree } from '../units-of-tree.ts';
import { byKeyphrases } from './by-keyphrases.ts';
import { byModel } from './by-model.ts';
import { proposalKinds, toldBy } from './fitting.ts';
import { inTreeOrder, type UnitWithMembers } from './units.ts';
import type { Proposal, Theme } from './proposal.ts';
import { runsOf } from './runs.ts';
import { withPauses } from './with-pauses.ts';
import { telling, type GroupOfUnit } from './telling.ts';
import { shiftDay } from '../../platform/shift-day.ts';

export interface MakingParts {
  database: Database;
  feedback: Pick<Feedback, 'textsOf'>;
  audit: Audit;
  clock: Clock;
  /** Null: groups are made by keyphrases alone. */
  model: LanguageModel | null;
}

/** Many rows of a large province are written at once. */
const limitMs = 60_000;

/**
 * What was proposed most often, grouped once for each month that has its figures, and never changed. A month is grouped for
 * the whole tree at once, so that what a reader sees of two units is made of the same groups.
 */
export function making({ database, feedback, audit, clock, model }: MakingParts) {
  /** Asking a model takes minutes; nothing is written where it is interrupted. */
  async function make(signal: AbortSignal): Promise<void> {
    for (const { month } of await database.query<{ month: Month }>(selectMonths)) {
      if (signal.aborted) return;
      await makeOne(month, signal);
    }
  }

  async function makeOne(month: Month, signal: AbortSignal): Promise<void> {
    const end = firstDay(nextMonth(month));
    const bounds = await boundsOf(database, new Date(`${end}T00:00:00Z`));
    const units = await unitsOfTree(database, shiftDay(end, -1));
    const proposals = await proposalsOf(month, units, bounds.eligible);
    const smallest = bounds.group;
    const themes = model
      ? await byModel(proposals, { smallest, signal, model, mayBeAsked, onAsking: noteAsking(month, units) })
      : await byKeyphrases(proposals, { smallest });
    if (signal.aborted) return;
    const snapshots = await database.query<SnapshotRow>(selectFigures, [firstDay(month)]);
    const groups = await telling({ units, themes, told: toldBy(snapshots), smallest });
    const rows = snapshots.map(({ unitId }) => ({ unitId, groups: groups.get(unitId) ?? [] }));
    const grouped = themes.flatMap((theme, number) => groupedOf(theme, number, groups));
    await database.transaction(async (sql) => await keep(sql, month, { rows, grouped }), limitMs);
  }

  /** In the order of the tree: those of one place lie side by side. */
  async function proposalsOf(
    month: Month,
    units: readonly UnitWithMembers[],
    eligible: number,
  ): Promise<Proposal[]> {
    const places = new Map(inTreeOrder(units).map((unit, place) => [unit.id, { ...unit, place }]));
    const items = await database.query<ItemRow>(selectItems, [firstDay(month), proposalKinds]);
    const texts = await feedback.textsOf(items.map(({ id }) => id));
    const read: (Proposal & { place: number })[] = [];
    for await (const { id, unitId, author } of withPauses(items)) {
      const unit = places.get(unitId);
      const text = texts.get(id);
      if (!unit || text === undefined) continue;
      const speaker = author ?? (unit.members >= eligible ? id : null);
      const { place } = unit;
      read.push({ id, unitId, speaker, named: author !== null, text, runs: runsOf(text), place });
    }
    return read.toSorted((a, b) => a.place - b.place);
  }

  function noteAsking(month: Month, units: readonly UnitWithMembers[]) {
    const unitId = inTreeOrder(units)[0]?.id ?? null;
    return async (items: number) =>
      await audit.record(
        { memberId: null, via: 'system' },
        { action: 'feedback.proposals-given-to-model', unitId, facts: { month, items } },
      );
  }

  /** Unless somebody else did meanwhile: two divisions of one month would tell more than either. */
  async function keep(
    sql: Sql,
    month: Month,
    { rows, grouped }: { rows: readonly object[]; grouped: readonly object[] },
  ): Promise<void> {
    await sql.query('lock table feedback_proposals in share row exclusive mode');
    const made = await sql.query('select from feedback_proposals where month = $1::date limit 1', [
      firstDay(month),
    ]);
    if (made.length > 0) return;
    await sql.query(insertProposals, [firstDay(month), JSON.stringify(rows), clock()]);
    await sql.query(insertGrouped, [firstDay(month), JSON.stringify(grouped)]);
  }

  return { make };
}

/** What is said in confidence is shown to nobody but those who were named: a model elsewhere is not among them. */
async function mayBeAsked({ named, text }: Proposal): Promise<boolean> {
  if (!named) return false;
  try {
    await refuseClassified({ title: '', body: text });
    return true;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'notice.classified') return false;
    throw error;
  }
}

/** Items whose own unit is told of the group. */
function groupedOf(
  { proposals, quotes }: Theme,
  theme: number,
  groups: ReadonlyMap<string, readonly GroupOfUnit[]>,
): { itemId: string; theme: number; from: number | null; to: number | null }[] {
  return proposals
    .filter(({ unitId }) => groups.get(unitId)?.some((group) => group.theme === theme))
    .map(({ id }) => ({ itemId: id, theme, from: null, to: null, ...quotes.get(id) }));
}

interface ItemRow {
  id: string;
  unitId: string;
  author: string | null;
}

type SnapshotRow = { unitId: string; path: string[] } & Pick<UnitFigures, 'cells' | 'pool'>;

const selectMonths = `
  select distinct to_char(month, 'YYYY-MM') as month from feedback_snapshot s
  where not exists (select from feedback_proposals p where p.month = s.month) order by 1`;

const selectItems = `
  select i.id, i.unit_id as "unitId", i.author_id as author
  from feedback_counted c join feedback_item i on i.id = c.item_id
  where c.month = $1::date and i.kind::text = any ($2::text[]) and i.state <> 'withdrawn'
  order by i.id`;

const selectFigures = `
  select unit_id as "unitId", groups -> 'path' as path, groups -> 'cells' as cells, (groups ->> 'pool')::int as pool
  from feedback_snapshot where month = $1::date`;

const insertProposals = `
  insert into feedback_proposals (unit_id, month, groups, made_at)
  select r."unitId", $1::date, r.groups, $3::timestamptz
  from jsonb_to_recordset($2::jsonb) as r ("unitId" uuid, groups jsonb)`;

/** One that was wiped meanwhile is in no group. */
const insertGrouped = `
  insert into feedback_grouped (item_id, month, theme, quote_from, quote_to)
  select r."itemId", $1::date, r.theme, r."from", r."to"
  from jsonb_to_recordset($2::jsonb) as r ("itemId" uuid, theme smallint, "from" smallint, "to" smallint)
  join feedback_item i on i.id = r."itemId"
  on conflict do nothing`;
