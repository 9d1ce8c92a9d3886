import type { Day } from '../../meetings/index.ts';
import type { Sql } from '../../platform/database/index.ts';
import { shuffled } from '../../platform/shuffled.ts';

/** How many others move with an item. */
const mixedWith = 8;

/**
 * A row that is changed lies last in the table: what authors did about their items in confidence would lie in the order
 * in which they were heard doing it. So others are written anew with it, in random order: of those whose authors did
 * something on this day, else of those that came with it. What was written beside them by their authors moves along.
 *
 * Inside the caller's transaction, which holds the item. What somebody else holds is left to them.
 */
export async function layAnew(sql: Sql, { id, today }: { id: string; today: Day }): Promise<void> {
  const others = await sql.query<{ id: string }>(lockOthers, [id, today, mixedWith]);
  for (const each of shuffled([id, ...others.map((other) => other.id)])) {
    await sql.query('update feedback_item set revision = revision where id = $1', [each]);
    await sql.query(writeEntriesAnew, [each]);
  }
}

const byAuthors = `kind in ('rated', 'reopened')`;

const lockOthers = `
  with touched as (
    select distinct item_id from feedback_entry where ${byAuthors} and done_on = $2::date
  ), drawn as (
    select other.id from feedback_item item join feedback_item other on other.id <> item.id
    left join touched on touched.item_id = other.id
    where item.id = $1 and other.level = 'confidential'
      and (touched.item_id is not null or other.received_on = item.received_on)
    order by touched.item_id is null, random() limit $3
  )
  select id from feedback_item where id in (select id from drawn) for update skip locked`;

const writeEntriesAnew = `
  with taken as (delete from feedback_entry where item_id = $1 and ${byAuthors} returning *)
  insert into feedback_entry select * from taken`;
