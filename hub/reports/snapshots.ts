import type { FeedbackState } from '../feedback/index.ts';
import { readCalendar, type Calendar } from '../meetings/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Sql } from '../platform/database/index.ts';
import { boundsOf } from './bounds.ts';
import { disclose, type Fact, type UnitFigures, type UnitOfTree } from './disclosure/index.ts';
import { firstDay, lastClosed, monthOf, nextMonth, type Month } from './months.ts';
import { unitsOfTree, type NamedUnit } from './units-of-tree.ts';
import { shiftDay } from '../platform/shift-day.ts';

/** What is kept of a unit's month. Unit, path and name as they were then. */
export interface Snapshot extends UnitFigures {
  /** Ids from the top to the unit itself. */
  path: readonly string[];
  code: string;
  name: string;
  /** The smallest group that is shown. */
  smallest: number;
}

/** Many rows of a large province are written at once. */
const limitMs = 60_000;

/**
 * Figures of months that are over, made once and never changed. An item counts in the first month that is made after it
 * reached its readers, and in no other: so two months have nothing in common that could be subtracted.
 */
export function snapshots({ database, clock }: { database: Database; clock: Clock }) {
  /** Up to here there is nothing left to make: what is said from now on belongs to later months. */
  let madeTill: Month | null = null;

  /** Every month that is over and has no figures yet, from the first in which anything was said. */
  async function make(): Promise<void> {
    const last = lastClosed(clock());
    if (madeTill === last) return;
    const [found] = await database.query<{ from: string | null }>(selectFrom);
    const first = found?.from ? monthOf(found.from) : null;
    // Only a look that finds nothing says so: another worker, or somebody who answers meanwhile, may have kept us from one.
    if (first === null || first > last) madeTill = last;
    else for (let month = first; month <= last; month = nextMonth(month)) await makeOne(month);
  }

  /** Reckoned outside the transaction: in a large province that takes a while. */
  async function makeOne(month: Month): Promise<void> {
    const end = firstDay(nextMonth(month));
    await database.query(countItems, [firstDay(month), end]);
    const items = await database.query<ItemRow>(selectItems, [firstDay(month)]);
    const units = await unitsOfTree(database, shiftDay(end, -1));
    const bounds = await boundsOf(database, new Date(`${end}T00:00:00Z`));
    const facts = factsOf(items, units, await readCalendar(database));
    const figures = disclose({ units, facts, bounds });
    const paths = pathsOf(units);
    const rows = units.map(({ id, code, name }) => {
      const groups: Snapshot = { path: paths(id), code, name, smallest: bounds.group, ...figures.get(id)! };
      return { id, groups };
    });
    await database.transaction(async (sql) => await keep(sql, month, rows, items.length), limitMs);
  }

  /** Unless somebody else did, or counted more meanwhile: two divisions of one month would tell more than either. */
  async function keep(sql: Sql, month: Month, rows: readonly object[], items: number): Promise<void> {
    await sql.query('lock table feedback_snapshot in share row exclusive mode');
    const [stands] = await sql.query<{ made: boolean; items: number }>(selectStands, [firstDay(month)]);
    if (stands!.made || stands!.items !== items) return;
    await sql.query(insertSnapshots, [firstDay(month), JSON.stringify(rows), clock()]);
  }

  return { make };
}

interface ItemRow extends Omit<Fact, 'answer' | 'topic' | 'state'> {
  state: FeedbackState;
  topicId: string | null;
  receivedOn: string;
  dueOn: string | null;
  answeredOn: string | null;
}

function factsOf(items: readonly ItemRow[], units: readonly NamedUnit[], calendar: Calendar): Fact[] {
  const known = new Map(units.map((unit) => [unit.id, unit.topicNames]));
  const worked = workingDays(calendar);
  return items.flatMap(({ topicId, state, receivedOn, dueOn, answeredOn, ...row }) => {
    if (state === 'withdrawn') return [];
    // A topic of somebody else's, after it was forwarded, is none here.
    const topic = (topicId && known.get(row.unitId)?.get(topicId)) || '';
    const answer =
      answeredOn && dueOn ? { late: answeredOn > dueOn, workingDays: worked(receivedOn, answeredOn) } : null;
    return { ...row, topic, state, answer };
  });
}

/** From the day after `from` to `to`; kept, since many have the same days. */
function workingDays(calendar: Calendar): (from: string, to: string) => number {
  const known = new Map<string, number>();
  return (from, to) => {
    const key = `${from} ${to}`;
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    const count = calendar.workingDaysBetween(from, to);
    known.set(key, count);
    return count;
  };
}

/** From the top to the unit itself. */
function pathsOf(units: readonly UnitOfTree[]): (id: string) => string[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const path = (id: string | null): string[] => {
    const unit = id === null ? undefined : byId.get(id);
    return unit ? [...path(unit.parentId), unit.id] : [];
  };
  return path;
}

/** The month after the last one that has figures, or the first in which anything was said. */
const selectFrom = `
  select to_char(coalesce((select max(month) + interval '1 month' from feedback_snapshot),
    (select min(received_on) from feedback_item)), 'YYYY-MM-DD') as "from"`;

// Set aside first: a look into the table itself would meet, for each row, all that the statement has put there so far.
const countItems = `
  with counted as materialized (select item_id from feedback_counted)
  insert into feedback_counted (item_id, month)
  select id, $1::date from feedback_item i
  where received_on < $2::date and not exists (select from counted c where c.item_id = i.id)
  on conflict do nothing`;

const selectItems = `
  select i.unit_id as "unitId", i.topic_id as "topicId", i.kind, i.state, i.author_id as author, i.useful,
    i.received_on::text as "receivedOn", i.due_on::text as "dueOn", i.answered_on::text as "answeredOn"
  from feedback_counted c join feedback_item i on i.id = c.item_id
  where c.month = $1::date`;

const selectStands = `
  select exists (select from feedback_snapshot where month = $1::date) as made,
    (select count(*)::int from feedback_counted where month = $1::date) as items`;

const insertSnapshots = `
  insert into feedback_snapshot (unit_id, month, groups, made_at)
  select r.id, $1::date, r.groups, $3::timestamptz from jsonb_to_recordset($2::jsonb) as r (id uuid, groups jsonb)
  on conflict do nothing`;
