import type { Actor } from '../../platform/audit.ts';
import type { Sql } from '../../platform/database/index.ts';
import { isId } from '../../platform/ids.ts';
import { calendarDay } from '../../people/index.ts';
import { FeedbackUnknown } from '../errors.ts';
import type { FeedbackPartsSealed } from '../feedback.ts';
import type { Answering, Entry, EntryKind, GivenFile, ItemFilter, ItemSummary, ItemView } from '../port.ts';
import { answeringUnit, type Holding } from './holding.ts';
import { isOpen } from './row.ts';

const usualLimit = 100;
const mostAtOnce = 1_000;

/** Columns of an item, and of whom it may name. */
type Row = Omit<ItemSummary, 'unit' | 'topic' | 'text' | 'author' | 'takenBy'> & {
  content: Uint8Array;
  lateReason: string | null;
  topicName: string | null;
} & Record<'unitId' | 'unitCode' | 'unitName' | 'saidToId' | 'saidToCode' | 'saidToName', string> &
  Record<'authorId' | 'authorCode' | 'authorName' | 'takenById' | 'takenByName', string | null>;

interface EntryRow {
  position: number;
  kind: EntryKind;
  byId: string | null;
  byName: string | null;
  unitId: string;
  unitCode: string;
  unitName: string;
  toId: string | null;
  toCode: string | null;
  toName: string | null;
  text: Uint8Array | null;
  on: string;
}

export type Listing = ReturnType<typeof listing>;

/** What was said to units, for those who answer there. */
export function listing(
  {
    database,
    people,
    clock,
    sealing,
  }: Pick<FeedbackPartsSealed, 'database' | 'people' | 'clock' | 'sealing'>,
  { find }: Pick<Holding, 'find'>,
) {
  async function list(by: Actor, filter: ItemFilter = {}): Promise<ItemSummary[]> {
    const { unit, state = null, level = null, late = null, ids = null, limit = usualLimit } = filter;
    const most = Math.min(Math.max(1, Math.trunc(limit)), mostAtOnce);
    const values = [calendarDay(clock()), await unitsAsked(by, unit), state, level, late, most, ids];
    const rows = await database.query<Row>(selectItems, values);
    return rows.map(summaryOf);
  }

  const unitOf = answeringUnit(people);

  async function unitsAsked(by: Actor, code: string | undefined): Promise<string[]> {
    if (code !== undefined) {
      return [(await unitOf(by, code)).id];
    }
    const units =
      by.memberId === null
        ? await database.query<{ id: string }>('select id from unit')
        : await people.unitsHeld(by.memberId, 'feedback.answer');
    return units.map(({ id }) => id);
  }

  async function item(by: Actor, id: string): Promise<ItemView> {
    await requireReadable(by, id);
    return await view(id);
  }

  async function requireReadable(by: Actor, id: string): Promise<void> {
    const { state } = await find(by, id);
    // Taken back before anybody read it.
    if (state === 'withdrawn') throw new FeedbackUnknown();
  }

  /** Whoever calls has asked for the right. */
  async function view(id: string, sql: Sql = database): Promise<ItemView> {
    const [row] = await sql.query<Row>(selectItem, [calendarDay(clock()), id]);
    if (!row) throw new FeedbackUnknown();
    const entries = await sql.query<EntryRow>(selectEntries, [id]);
    const files = await sql.query<{ id: string; content: Uint8Array }>(selectFiles, [id]);
    return {
      ...summaryOf(row),
      saidTo: { id: row.saidToId, code: row.saidToCode, name: row.saidToName },
      entries: entries.map((entry) => entryOf(id, entry)),
      attachments: files.map(({ id: fileId, content }) => {
        const { name, mediaType, content: bytes } = sealing.openFile(fileId, content);
        return { id: fileId, name, mediaType, bytes: bytes.byteLength };
      }),
      lateReason: row.lateReason,
    };
  }

  function summaryOf(row: Row): ItemSummary {
    const { id, number, level, kind, state, receivedOn, dueOn, late, files, useful, revision } = row;
    const { topic, text } = sealing.openContent(id, row.content);
    const { authorId, authorCode, authorName, takenById, takenByName } = row;
    return {
      id,
      number,
      unit: { id: row.unitId, code: row.unitCode, name: row.unitName },
      level,
      kind,
      topic: row.topicName ?? topic,
      text,
      state,
      receivedOn,
      dueOn,
      late,
      author: authorId === null ? null : { id: authorId, code: authorCode ?? '', fullName: authorName ?? '' },
      takenBy: takenById === null ? null : { id: takenById, fullName: takenByName ?? '' },
      files,
      useful,
      revision,
    };
  }

  function entryOf(itemId: string, { byId, byName, toId, toCode, toName, ...entry }: EntryRow): Entry {
    return {
      position: entry.position,
      kind: entry.kind,
      by: byId === null ? null : { id: byId, fullName: byName ?? '' },
      unit: { id: entry.unitId, code: entry.unitCode, name: entry.unitName },
      to: toId === null ? null : { id: toId, code: toCode ?? '', name: toName ?? '' },
      text: entry.text === null ? null : sealing.openEntry(itemId, entry.text),
      on: entry.on,
    };
  }

  async function file(by: Actor, id: string, fileId: string): Promise<GivenFile> {
    await requireReadable(by, id);
    const [row] = isId(fileId) ? await database.query<{ content: Uint8Array }>(selectFile, [id, fileId]) : [];
    if (!row) throw new FeedbackUnknown();
    return sealing.openFile(fileId, row.content);
  }

  async function desks(memberId: string): ReturnType<Answering['desks']> {
    const held = await people.unitsHeld(memberId, 'feedback.answer');
    const ids = held.map(({ id }) => id);
    const counts = await database.query<{ id: string; waiting: number; late: number }>(selectWaiting, [
      calendarDay(clock()),
      ids,
    ]);
    const of = new Map(counts.map(({ id, waiting, late }) => [id, { waiting, late }]));
    return held.map((unit) => ({ unit, ...(of.get(unit.id) ?? { waiting: 0, late: 0 }) }));
  }

  return { list, item, view, file, desks };
}

/** A unit, and those that were merged into it: who answers there answers for them. `$2` are the units asked for. */
const deskQuery = `
  with recursive desk (at, id) as (
    select id, id from unit where id = any ($2::uuid[])
    union
    select desk.at, merged.predecessor_id
    from desk join unit_succession merged on merged.successor_id = desk.id and merged.kind = 'merge'
  )`;

const isLate = `(${isOpen} and item.due_on is not null and item.due_on < $1::date)`;

const selectRow = `
  select item.id, item.number, item.level, item.kind, item.content, item.state, item.useful, item.revision,
    item.received_on::text as "receivedOn", item.due_on::text as "dueOn", item.late_reason as "lateReason",
    ${isLate} as late, topic.name as "topicName",
    unit.id as "unitId", unit.code as "unitCode", unit.name as "unitName",
    said.id as "saidToId", said.code as "saidToCode", said.name as "saidToName",
    author.id as "authorId", author.code as "authorCode", author.full_name as "authorName",
    taker.id as "takenById", taker.full_name as "takenByName",
    (select count(*)::int from feedback_file where item_id = item.id) as files
  from feedback_item item
  join unit on unit.id = item.unit_id
  join unit said on said.id = item.said_to_id
  left join feedback_topic topic on topic.id = item.topic_id
  left join member author on author.id = item.author_id and item.level = 'named'
  left join member taker on taker.id = item.taken_by_id`;

const selectItem = `${selectRow} where item.id = $2`;

/** What was taken back is nobody's to read. */
const selectItems = `
  ${deskQuery}
  ${selectRow}
  where item.unit_id in (select id from desk) and item.state <> 'withdrawn'
    and ($3::text is null or item.state::text = $3 or ($3 = 'open' and ${isOpen}))
    and ($4::text is null or item.level::text = $4)
    and ($5::boolean is null or ${isLate} = $5)
    and ($7::uuid[] is null or item.id = any ($7::uuid[]))
  order by late desc, ${isOpen} desc, item.received_on, item.id limit $6`;

/** That a link was opened is its author's to know: it would tell who answers that somebody looks for them. */
const selectEntries = `
  select entry.position, entry.kind, member.id as "byId", member.full_name as "byName",
    unit.id as "unitId", unit.code as "unitCode", unit.name as "unitName",
    other.id as "toId", other.code as "toCode", other.name as "toName", entry.text, entry.done_on::text as "on"
  from feedback_entry entry
  join unit on unit.id = entry.unit_id
  left join unit other on other.id = entry.to_unit_id
  left join member on member.id = entry.by_id
  where entry.item_id = $1 and entry.kind <> 'unsealed' order by entry.position`;

const selectFiles = 'select id, content from feedback_file where item_id = $1 order by position';

const selectFile = 'select content from feedback_file where item_id = $1 and id = $2';

const selectWaiting = `
  ${deskQuery}
  select desk.at as id, count(*)::int as waiting, count(*) filter (where ${isLate})::int as late
  from desk join feedback_item item on item.unit_id = desk.id
  where ${isOpen} group by desk.at`;
