import type { Sql } from '../../platform/database/index.ts';
import { isId } from '../../platform/ids.ts';
import { FeedbackUnknown } from '../errors.ts';
import type { EntryKind, FeedbackLevel, FeedbackState } from '../port.ts';
import type { Sealing } from '../sealing.ts';

/** An item as those who answer change it: nothing in here says who wrote it. */
export interface ItemRow {
  id: string;
  unitId: string;
  level: FeedbackLevel;
  state: FeedbackState;
  /** A day; null for what nobody can be answered about. */
  dueOn: string | null;
  lateReason: string | null;
  takenById: string | null;
  answeredOn: string | null;
  closedOn: string | null;
  revision: number;
}

/** Somebody waits for an answer. */
export const openStates: readonly FeedbackState[] = ['new', 'taken', 'reopened'];
/** The same in SQL, of whatever `item` is the alias of. */
export const isOpen = `item.state in ('new', 'taken', 'reopened')`;

/** Also that a link was opened, which none of those who answer gets to see. */
export type WrittenKind = EntryKind | 'unsealed';

/** What was done, as it is written beside the item. */
export interface NewEntry {
  kind: WrittenKind;
  /** Null: the hub. */
  byId: string | null;
  text?: string | null | undefined;
  toUnitId?: string;
  on: string;
}

/** @throws {FeedbackUnknown} also for what is no id at all */
export async function findItem(sql: Sql, id: string): Promise<ItemRow> {
  return await found(sql, id, '');
}

/** The same, held against everybody else until the transaction ends. */
export async function lockItem(sql: Sql, id: string): Promise<ItemRow> {
  return await found(sql, id, 'for update');
}

/** Writes an item that is held as it is to be; whoever has read it before sees that it moved on. */
export async function keepItem(sql: Sql, item: ItemRow): Promise<void> {
  const { id, unitId, state, dueOn, lateReason, takenById, answeredOn, closedOn } = item;
  await sql.query(updateItem, [id, unitId, state, dueOn, lateReason, takenById, answeredOn, closedOn]);
}

/** Adds to what was done about an item that is held. Returns its place. */
export async function addEntry(
  sql: Sql,
  sealing: Sealing,
  { item, entry }: { item: Pick<ItemRow, 'id' | 'level' | 'unitId'>; entry: NewEntry },
): Promise<number> {
  const { kind, byId, text = null, toUnitId = null, on } = entry;
  const sealed = text === null ? null : sealing.sealEntry(item.id, item.level, text);
  const values = [item.id, kind, byId, item.unitId, toUnitId, sealed, on];
  const [row] = await sql.query<{ position: number }>(insertEntry, values);
  return row!.position;
}

async function found(sql: Sql, id: string, lock: '' | 'for update'): Promise<ItemRow> {
  const [row] = isId(id) ? await sql.query<ItemRow>(`${selectItem} ${lock}`, [id]) : [];
  if (!row) throw new FeedbackUnknown();
  return row;
}

const selectItem = `
  select id, unit_id as "unitId", level, state, due_on::text as "dueOn", late_reason as "lateReason",
    taken_by_id as "takenById", answered_on::text as "answeredOn", closed_on::text as "closedOn", revision
  from feedback_item where id = $1`;

const updateItem = `
  update feedback_item set unit_id = $2, state = $3::feedback_state, due_on = $4::date, late_reason = $5,
    taken_by_id = $6, answered_on = $7::date, closed_on = $8::date,
    escalated_on = case when unit_id = $2 then escalated_on end, revision = revision + 1
  where id = $1`;

const insertEntry = `
  insert into feedback_entry (item_id, position, kind, by_id, unit_id, to_unit_id, text, done_on)
  select $1::uuid, coalesce(max(position), 0) + 1, $2::feedback_entry_kind, $3::uuid, $4::uuid, $5::uuid, $6::bytea,
    $7::date
  from feedback_entry where item_id = $1::uuid returning position`;
