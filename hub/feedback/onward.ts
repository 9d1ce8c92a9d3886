import { type Day } from '../meetings/index.ts';
import { calendarDay, successorsQuery } from '../people/index.ts';
import type { Sql } from '../platform/database/index.ts';
import { shuffled } from '../platform/shuffled.ts';
import { isOpen } from './answering/row.ts';
import type { FeedbackPartsSealed } from './feedback.ts';
import { mixIn, takeUp, type StagedRow } from './staging.ts';
import { shiftDay } from '../platform/shift-day.ts';

/** Held in memory at a time, with their files. */
const sliceRows = 50;
const limitMs = 5 * 60_000;

interface Held {
  id: string;
  /** Where it waits from now on. */
  unitId: string;
}

/**
 * What was said to one unit goes on to another: to the one above where company is waited for too long, and to whatever
 * took the place of a unit that is no more.
 */
export function onward({ database, clock }: Pick<FeedbackPartsSealed, 'database' | 'clock'>) {
  /** What has waited too long for company waits on for the unit above, as if it had been said there today. */
  async function passUp(today: Day, { items, waitsDays }: { items: number; waitsDays: number }) {
    const since = shiftDay(today, -waitsDays);
    await moveStaged({ query: selectLonely, values: [since, today, items], stagedOn: today });
  }

  /** What waits for the page of a unit that is no more waits on for what took its place. */
  async function passStagedOn(today: Day): Promise<void> {
    await moveStaged({ query: selectLeft, values: [today], stagedOn: null });
  }

  /** Items keep the day by which they are answered: nobody is to wait longer because units were merged. */
  async function passItemsOn(): Promise<void> {
    const now = clock();
    await database.query(moveItems, [calendarDay(now), now]);
  }

  /** @param stagedOn since when they wait from then on; null: as before */
  async function moveStaged(move: { query: string; values: unknown[]; stagedOn: Day | null }) {
    const { query, values, stagedOn } = move;
    const [any] = await database.query(`${query} limit 1`, values);
    if (!any) return;
    await database.transaction(async (sql) => {
      const held = await sql.query<Held>(`${query} for update of staged skip locked`, values);
      const units = new Map(held.map(({ id, unitId }) => [id, unitId]));
      await inSlices(sql, held, async (rows) => {
        const moved = rows.map((row) => ({
          ...row,
          unitId: units.get(row.id)!,
          stagedOn: stagedOn ?? row.stagedOn,
        }));
        await mixIn(sql, moved);
      });
    }, limitMs);
  }

  return { passUp, passStagedOn, passItemsOn };
}

/** Rows that are held are taken up in random order, some at a time. */
export async function inSlices(
  sql: Sql,
  held: readonly { id: string }[],
  work: (rows: StagedRow[]) => Promise<void>,
): Promise<void> {
  const ids = shuffled(held.map(({ id }) => id));
  for (let from = 0; from < ids.length; from += sliceRows) {
    await work(shuffled(await takeUp(sql, ids.slice(from, from + sliceRows))));
  }
}

const selectLonely = `
  select staged.id, unit.parent_id as "unitId" from feedback_staged staged join unit on unit.id = staged.unit_id
  where staged.level = 'unlinkable' and staged.staged_on <= $1::date and unit.parent_id is not null
    and (select count(*) from feedback_staged beside
      where beside.level = 'unlinkable' and beside.unit_id = staged.unit_id and beside.staged_on < $2::date) < $3`;

const ended = 'unit.valid_to is not null and unit.valid_to <= $1::date';

const selectLeft = `
  select staged.id, taken_over.successor as "unitId"
  from feedback_staged staged join (${successorsQuery(`select id from unit where ${ended}`, '$1::date')}) taken_over
    on taken_over.ended = staged.unit_id
  where staged.level = 'unlinkable'`;

const withOpenItems = `
  select id from unit where ${ended}
    and exists (select from feedback_item item where item.unit_id = unit.id and ${isOpen})`;

/** Whoever works on one at this moment keeps it until the next time. */
const moveItems = `
  with taken_over as (${successorsQuery(withOpenItems, '$1::date')}),
  held as (
    select item.id, item.unit_id, item.level, taken_over.successor
    from feedback_item item join taken_over on taken_over.ended = item.unit_id
    where ${isOpen} for update of item skip locked
  ), moved as (
    update feedback_item item set unit_id = held.successor, taken_by_id = null, escalated_on = null,
      state = case when item.state = 'taken' then 'new' else item.state end, revision = item.revision + 1
    from held where item.id = held.id
  ), written as (
    insert into feedback_entry (item_id, position, kind, unit_id, to_unit_id, done_on)
    select held.id, coalesce((select max(position) from feedback_entry where item_id = held.id), 0) + 1, 'succeeded',
      held.unit_id, held.successor, $1::date
    from held returning item_id, position
  )
  insert into feedback_outbox (item_id, position, due_at)
  select written.item_id, written.position, $2 from written join held on held.id = written.item_id
  where held.level <> 'unlinkable'`;
