import { calendarDay } from '../../people/index.ts';
import type { Via } from '../../platform/audit.ts';
import type { Sql } from '../../platform/database/index.ts';
import { drawCode, shownCode } from '../../platform/spoken-code.ts';
import type { Due } from '../due.ts';
import { insertFile } from '../new-items.ts';
import type { FeedbackPartsSealed } from '../feedback.ts';
import type { FeedbackKind, GivenFile, Receipt, UnitName } from '../port.ts';

export interface NewNamed {
  memberId: string;
  via: Via;
  unit: UnitName;
  content: { kind: FeedbackKind; topicId: string | null; topic: string | null; text: string };
  requestHash: Buffer | null;
  files: readonly GivenFile[];
}

const limitMs = 60_000;

/** What is said with a name goes to its readers at once. */
export function namedItems({ database, audit, clock, sealing }: FeedbackPartsSealed, due: Due) {
  /** All in one transaction, each with its files and its entry in the audit. */
  async function keep(given: readonly NewNamed[]): Promise<(Receipt & { isNew: boolean })[]> {
    const receipts = new Map<NewNamed, Receipt & { isNew: boolean }>();
    await database.transaction(async (sql) => {
      let left: readonly NewNamed[] = given;
      // A number drawn a second time, once in 10¹¹ times as many as there are items, is drawn anew.
      while (left.length > 0) {
        const { kept, refused } = await insert(sql, left);
        for (const [one, receipt] of kept) receipts.set(one, { ...receipt, isNew: true });
        const again: NewNamed[] = [];
        for (const one of refused) {
          const before = one.requestHash && (await receiptOf(one.requestHash, sql));
          if (before) receipts.set(one, { ...before, isNew: false });
          else again.push(one);
        }
        left = again;
      }
    }, limitMs);
    return given.map((one) => receipts.get(one)!);
  }

  async function insert(sql: Sql, given: readonly NewNamed[]) {
    const now = clock();
    const today = calendarDay(now);
    const dueDays = await due.dueDays([...new Set(given.map(({ unit }) => unit.id))], today, sql);
    const rows = given.map((one) => ({ ...one, id: sealing.newId(), number: shownCode(drawCode()) }));
    const inserted = await sql.query<{ id: string }>(insertItems, [
      rows.map(({ id }) => id),
      rows.map(({ number }) => number),
      rows.map(({ unit }) => unit.id),
      rows.map(({ content }) => content.kind),
      rows.map(({ content }) => content.topicId),
      rows.map(({ id, content: { topic, text } }) => sealing.sealContent(id, 'named', { topic, text })),
      rows.map(({ memberId }) => memberId),
      rows.map(({ requestHash }) => requestHash),
      rows.map(({ unit }) => dueDays.get(unit.id)),
      today,
      now,
    ]);
    const ids = new Set(inserted.map(({ id }) => id));
    const kept: [NewNamed, Receipt][] = [];
    const refused: NewNamed[] = [];
    for (const [index, { id, number, unit, memberId, via, files }] of rows.entries()) {
      const one = given[index]!;
      if (!ids.has(id)) {
        refused.push(one);
        continue;
      }
      for (const [position, file] of files.entries()) {
        const fileId = sealing.newId();
        await sql.query(insertFile, [fileId, id, position, sealing.sealFile(fileId, 'named', file)]);
      }
      await audit.record({ memberId, via }, { action: 'feedback.said', unitId: unit.id, subjectId: id }, sql);
      kept.push([one, { number, level: 'named', unit, dueOn: dueDays.get(unit.id)! }]);
    }
    return { kept, refused };
  }

  /** What was answered when the same event came before. */
  async function receiptOf(requestHash: Buffer, sql: Sql = database): Promise<Receipt | null> {
    const [row] = await sql.query<{ number: string; dueOn: string } & UnitName>(itemByRequest, [requestHash]);
    if (!row) return null;
    const { number, dueOn, ...unit } = row;
    return { number, level: 'named', unit, dueOn };
  }

  return { keep, receiptOf };
}

const insertItems = `
  insert into feedback_item (id, number, unit_id, said_to_id, level, kind, topic_id, content, state, received_on,
    received_at, author_id, request_hash, due_on)
  select id, number, unit_id, unit_id, 'named', kind, topic_id, content, 'new', $10::date, $11::timestamptz, author_id,
    request_hash, due_on
  from unnest($1::uuid[], $2::text[], $3::uuid[], $4::feedback_kind[], $5::uuid[], $6::bytea[], $7::uuid[], $8::bytea[],
    $9::date[]) as given (id, number, unit_id, kind, topic_id, content, author_id, request_hash, due_on)
  on conflict do nothing returning id`;

const itemByRequest = `
  select item.number, item.due_on as "dueOn", unit.id, unit.code, unit.name
  from feedback_item item join unit on unit.id = item.said_to_id where item.request_hash = $1`;
