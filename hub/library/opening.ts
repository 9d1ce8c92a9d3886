import { calendarDay } from '../people/index.ts';
import type { Actor } from '../platform/audit.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import { isId } from '../platform/ids.ts';
import { DocumentUnknown } from './errors.ts';
import { mayKeep, mayRead, withEyes, type Eyes } from './eyes.ts';
import type { Chain, DocumentView, GivenFile, Reading } from './port.ts';
import { documentColumns, summaryColumns, summaryOf, type DocumentRow, type SummaryRow } from './row.ts';
import { relationViews } from './relation-views.ts';
import { standingsOf } from './status.ts';
import { outlineEntries } from './structure/outline-entries.ts';

/** A document as somebody may read it. */
export function opening({ database, clock, eyes }: { database: Database; clock: Clock; eyes: Eyes }) {
  const relationsOf = relationViews({ database });

  const document: Reading['document'] = async (by, id) => {
    const seen = await eyes.of(by);
    const row = await openedRow(by, id);
    const standings = await standingsOf(database, [row], calendarDay(clock()));
    const relations = await relationsOf(seen, [id]);
    return {
      ...viewOf(row),
      ...summaryOf(row, standings.get(id)!),
      relations: relations.filter(({ state }) => row.mayKeep || state !== 'rejected'),
    };
  };

  const original: Reading['original'] = async (by, id) => {
    const { fileName, mediaType } = await openedRow(by, id);
    const parts = await database.query<{ content: Uint8Array }>(
      'select content from library_file_part where document_id = $1 order by part',
      [id],
    );
    const content = new Uint8Array(Buffer.concat(parts.map((part) => part.content)));
    return { name: fileName, mediaType, content } satisfies GivenFile;
  };

  const chain: Reading['chain'] = async (by, id) => {
    const seen = await eyes.of(by);
    await openedRow(by, id);
    const rows = await database.query<SummaryRow>(selectChain, [...seen, id]);
    const standings = await standingsOf(database, rows, calendarDay(clock()));
    const relations = await relationsOf(
      seen,
      rows.map((row) => row.id),
    );
    return {
      documents: rows.map((row) => ({
        ...summaryOf(row, standings.get(row.id)!),
        isThis: row.id === id,
      })),
      relations: relations.filter(({ kind, state }) => state !== 'rejected' && kind !== 'guides'),
    } satisfies Chain;
  };

  const readable: Reading['readable'] = async (by, ids) => {
    const known = [...new Set(ids)].filter(isId);
    const rows =
      known.length === 0
        ? []
        : await database.query<{ id: string }>(selectReadable, [...(await eyes.of(by)), known]);
    return new Set(rows.map(({ id }) => id));
  };

  /** @throws {DocumentUnknown} */
  async function openedRow(by: Actor, id: string): Promise<DocumentRow> {
    const [row] = isId(id)
      ? await database.query<DocumentRow>(selectDocument, [...(await eyes.of(by)), id])
      : [];
    if (!row) throw new DocumentUnknown();
    return row;
  }

  return { document, original, chain, readable };
}

function viewOf(row: DocumentRow): Omit<DocumentView, 'relations' | 'status' | 'statusIsFound' | 'unit'> {
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    issuer: row.issuer,
    date: row.date,
    title: row.title,
    state: row.state,
    effective: row.effective,
    expires: row.expires,
    saidStatus: row.saidStatus,
    readers: { who: row.who, roles: row.roles },
    passages: row.passages,
    releasedAt: row.releasedAt,
    revision: row.revision,
    described: row.described,
    text: row.text,
    pageStarts: row.pageStarts,
    outline: outlineEntries(row.text),
    file: { name: row.fileName, mediaType: row.mediaType, bytes: row.fileBytes },
    addedAt: row.addedAt,
    mayKeep: row.mayKeep,
  };
}

const selectDocument = `
  ${withEyes}
  select ${documentColumns}, ${mayKeep} as "mayKeep"
  from library_document d join unit u on u.id = d.unit_id where d.id = $4 and ${mayRead}`;

const selectReadable = `
  ${withEyes} select d.id from library_document d where d.id = any ($4::uuid[]) and ${mayRead}`;

/** What replaces or amends another stands in a row with it; what guides it beside. Through what may not be read goes no way. */
const selectChain = `
  ${withEyes},
  readable as (select d.id from library_document d where d.state = 'released' and ${mayRead}),
  linked as (
    select document_id as one, target_id as other from library_relation
    where kind <> 'guides' and state <> 'rejected' and target_id is not null
  ),
  connected (id) as (
    select $4::uuid
    union
    select r.id from connected c join linked l on c.id in (l.one, l.other)
    join readable r on r.id in (l.one, l.other)
  )
  select ${summaryColumns} from connected c join library_document d on d.id = c.id join unit u on u.id = d.unit_id
  order by d.issued_on desc nulls last, d.added_at desc, d.id`;
