import type { Actor, Deed } from '../../platform/audit.ts';
import type { Sql } from '../../platform/database/index.ts';
import { calendarDay, type People } from '../../people/index.ts';
import { FeedbackMovedOn, FeedbackOver, FeedbackUnknown } from '../errors.ts';
import type { FeedbackPartsSealed } from '../feedback.ts';
import type { Seen } from '../port.ts';
import { addEntry, findItem, keepItem, lockItem, type ItemRow, type NewEntry } from './row.ts';

/** An item while it is held by whoever does something about it. */
export interface Held {
  sql: Sql;
  item: ItemRow;
  /** The day in Vietnam. */
  today: string;
  /** Writes down what is done. Returns its place. */
  add: (entry: Omit<NewEntry, 'byId' | 'on'>) => Promise<number>;
  keep: (changes: Partial<ItemRow>) => Promise<void>;
  /** What went on, for the audit: the item and the unit, never who wrote it. */
  record: (deed: Pick<Deed, 'action' | 'facts'>) => Promise<void>;
}

export type Holding = ReturnType<typeof holding>;

/** Who may do something about an item, and does it alone. */
export function holding({
  database,
  people,
  audit,
  clock,
  sealing,
}: Pick<FeedbackPartsSealed, 'database' | 'people' | 'audit' | 'clock' | 'sealing'>) {
  /** @throws {FeedbackUnknown} there is none, or another unit has it: who asks cannot tell which */
  async function find(by: Actor, id: string): Promise<ItemRow> {
    const item = await findItem(database, id);
    const may = by.memberId === null || (await people.may(by.memberId, 'feedback.answer', item.unitId));
    if (!may) throw new FeedbackUnknown();
    return item;
  }

  /**
   * Does something about an item that is held meanwhile.
   *
   * @throws {FeedbackUnknown} @throws {FeedbackMovedOn} @throws {FeedbackOver}
   */
  async function hold<Result>(
    by: Actor,
    id: string,
    { seen, act }: { seen: Seen; act: (held: Held) => Promise<Result> },
  ): Promise<Result> {
    const { unitId } = await find(by, id);
    return await database.transaction(async (sql) => {
      const item = await lockItem(sql, id);
      // Forwarded since the right was asked for.
      if (item.unitId !== unitId) throw new FeedbackUnknown();
      if (item.state === 'closed' || item.state === 'withdrawn') throw new FeedbackOver();
      if (seen.revision !== undefined && seen.revision !== item.revision) throw new FeedbackMovedOn();
      const today = calendarDay(clock());
      return await act({
        sql,
        item,
        today,
        add: async (entry) =>
          await addEntry(sql, sealing, { item, entry: { ...entry, byId: by.memberId, on: today } }),
        keep: async (changes) => await keepItem(sql, { ...item, ...changes }),
        // The audit has moments. With the item in it, the message that brings an answer to somebody would name them.
        record: async (deed) =>
          await audit.record(
            by,
            { ...deed, unitId: item.unitId, subjectId: item.level === 'named' ? id : null },
            sql,
          ),
      });
    });
  }

  return { find, hold };
}

/** A unit for which one answers. @throws {DomainError} `unit.unknown`, `may.not` */
export function answeringUnit(people: Pick<People, 'unitByCode' | 'requireMay'>) {
  return async (by: Actor, code: string) => {
    const unit = await people.unitByCode(code);
    await people.requireMay(by, 'feedback.answer', unit.id);
    return unit;
  };
}
