import type { Day } from '../meetings/index.ts';
import type { Sql } from '../platform/database/index.ts';
import type { FeedbackKind } from './port.ts';
import type { Content, Sealing } from './sealing.ts';
import { shuffled } from '../platform/shuffled.ts';
import type { StagedRow } from './staging.ts';

/** What stood in a staged row, opened. */
export interface Released {
  level: 'confidential' | 'unlinkable';
  unitId: string;
  kind: FeedbackKind;
  topicId: string | null;
  content: Content;
  files: StagedRow['files'];
  number: string | null;
  memberId: string | null;
  receiptHash: Uint8Array | null;
}

/** Items out of what was staged. Nothing of a staged row stands in them as it stood there. */
export function newItems(sealing: Sealing) {
  /** @param on the day on which their readers get them, which is all that is known of when they came */
  async function insert(
    sql: Sql,
    released: readonly Released[],
    { on, dueDays }: { on: Day; dueDays: ReadonlyMap<string, Day> },
  ): Promise<void> {
    const items = released.map((one) => ({ ...one, id: sealing.newId() }));
    await sql.query(insertItems, [
      items.map(({ id }) => id),
      items.map(({ number }) => number),
      items.map(({ unitId }) => unitId),
      items.map(({ level }) => level),
      items.map(({ kind }) => kind),
      items.map(({ topicId }) => topicId),
      items.map(({ id, level, content }) => sealing.sealContent(id, level, content)),
      items.map(({ id, memberId }) => memberId && sealing.sealAuthor(id, memberId)),
      items.map(({ receiptHash }) => receiptHash),
      items.map(({ unitId }) => dueDays.get(unitId) ?? null),
      on,
    ]);
    for (const file of shuffled(items.flatMap(({ id, level, files }) => filesOf(id, level, files))))
      await sql.query(insertFile, [file.id, file.itemId, file.position, file.content()]);
  }

  function filesOf(itemId: string, level: Released['level'], files: Released['files']) {
    return files.map(({ id: stagedId, content }, position) => {
      const id = sealing.newId();
      const sealedAnew = () => sealing.sealFile(id, level, sealing.openFile(stagedId, content));
      return { id, itemId, position, content: sealedAnew };
    });
  }

  return { insert };
}

const insertItems = `
  insert into feedback_item (id, number, unit_id, said_to_id, level, kind, topic_id, content, state, received_on, author,
    receipt_hash, due_on)
  select id, number, unit_id, unit_id, level, kind, topic_id, content, 'new', $11::date, author, receipt_hash, due_on
  from unnest($1::uuid[], $2::text[], $3::uuid[], $4::feedback_level[], $5::feedback_kind[], $6::uuid[], $7::bytea[],
    $8::bytea[], $9::bytea[], $10::date[])
    as given (id, number, unit_id, level, kind, topic_id, content, author, receipt_hash, due_on)`;

export const insertFile =
  'insert into feedback_file (id, item_id, position, content) values ($1, $2, $3, $4)';
