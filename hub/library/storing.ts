import type { Actor, Audit } from '../platform/audit.ts';
import type { Clock } from '../platform/clock.ts';
import type { Sql } from '../platform/database/index.ts';
import { newId } from '../platform/ids.ts';
import type { Change } from './changing.ts';
import type { Added, DocumentName, Readers } from './port.ts';
import { findTargets, keepRelations, spokenOf, touch } from './relating.ts';
import { nameOf } from './row.ts';
import type { Taken } from './taking.ts';

const partBytes = 1_000_000;

/** Where a document goes, and who may read it there. */
export interface Place {
  unitId: string;
  readers: Readers;
  /** False: it waits as a draft. */
  release: boolean;
}

/** Writes down a file that was read: as a new document, or in the place of the earlier one of its name. */
export function storing({ audit, clock }: { audit: Audit; clock: Clock }) {
  return async (changes: Change, by: Actor, taken: Taken, place: Place): Promise<Added> => {
    const { sql } = changes;
    const { document } = taken;
    const [same] = await sql.query<KeptRow>(selectSame, [place.unitId, taken.sha256]);
    if (same && (same.state === 'released' || !place.release)) {
      return { status: 'unchanged', document: nameOf(same), passages: same.passages };
    }
    const [ofThatName] = await sql.query<KeptRow>(selectEarlier, identity(taken, place));
    const earlier = ofThatName?.state === 'released' ? ofThatName : (same ?? ofThatName);
    const version = await changes.version();
    const id = earlier?.id ?? newId();
    const values = valuesOf(id, taken, place, { by, version, now: clock() });
    const [kept] = await sql.query<DocumentName>(earlier ? updateDocument : insertDocument, values);
    if (!kept) throw new Error('a document that is locked is gone');
    await keepFile(sql, id, taken.file.content);
    const before = await spokenOf(sql, id);
    await keepRelations(sql, id, document.relations);
    const moved = await findTargets(sql, id, earlier?.number);
    await touch(sql, [...before, ...moved, ...(await spokenOf(sql, id))], version);
    const about = {
      unitId: place.unitId,
      subjectId: id,
      facts: { passages: document.passages.length, released: place.release },
    };
    const deed = earlier ? { action: 'library.replaced', ...about } : { action: 'library.added', ...about };
    await audit.record(by, deed, sql);
    return { status: 'indexed', document: nameOf(kept), passages: document.passages.length };
  };
}

interface KeptRow extends DocumentName {
  state: 'draft' | 'released';
  passages: number;
}

async function keepFile(sql: Sql, id: string, content: Uint8Array): Promise<void> {
  await sql.query('delete from library_file_part where document_id = $1', [id]);
  for (let part = 0; part * partBytes < content.byteLength; part += 1) {
    const bytes = Buffer.from(content.subarray(part * partBytes, (part + 1) * partBytes));
    await sql.query('insert into library_file_part (document_id, part, content) values ($1, $2, $3)', [
      id,
      part,
      bytes,
    ]);
  }
}

function identity({ document }: Taken, { unitId, release }: Place): unknown[] {
  const { number, issuer, date, title } = document;
  return [unitId, number, issuer, date, title, release];
}

function valuesOf(
  id: string,
  { file, sha256, document, pageStarts }: Taken,
  { unitId, readers, release }: Place,
  { by, version, now }: { by: Actor; version: number; now: Date },
): unknown[] {
  const { number, kind, issuer, title, date, effective, expires, expired, text, passages } = document;
  return [
    id,
    unitId,
    readers.who,
    readers.roles,
    number,
    kind,
    issuer,
    title,
    date,
    effective,
    expires,
    expired,
    text,
    pageStarts,
    passages.length,
    file.name,
    file.mediaType.slice(0, 100),
    file.content.byteLength,
    sha256,
    by.memberId,
    now,
    release,
    version,
  ];
}

/** The columns hold the name $2 (number), $3 (issuer), $4 (day); what has no number is known by its title, $5. */
const isCalled = (number: string, issuer: string, day: string, title: string) => `
  (lower(${number}) = lower($2) and lower(${issuer}) = lower($3) and ${day} is not distinct from $4::date
    and (${number} <> '' or ${title} = $5))`;

const keptColumns = 'id, number, kind, issuer, issued_on as date, title, state, passages';

const selectSame = `
  select ${keptColumns} from library_document
  where unit_id = $1 and file_sha256 = $2 and state <> 'removed' order by state desc, id limit 1`;

/**
 * By what it is called now, or by what its file said before a person corrected that. A draft takes the place of a draft
 * only: what is read by others waits for a person.
 */
const selectEarlier = `
  select ${keptColumns} from (
    select *, ${isCalled('number', 'issuer', 'issued_on', 'title')} as by_name
    from library_document where unit_id = $1 and (state = 'draft' or (state = 'released' and $6::boolean))
  ) d where by_name or ${isCalled('found_number', 'found_issuer', 'found_on', 'found_title')}
  order by state desc, by_name desc, id limit 1`;

const insertDocument = `
  insert into library_document (id, unit_id, readers, reader_roles, state, number, kind, issuer, title, issued_on,
    found_number, found_issuer, found_title, found_on, effective_on, expires_on, says_expired, described, text,
    page_starts, passages, file_name, media_type, file_bytes, file_sha256, added_by_id, added_at, released_at, version)
  values ($1, $2, $3, $4, case when $22::boolean then 'released'::library_state else 'draft' end, $5, $6, $7, $8, $9,
    $5, $7, $8, $9, $10, $11, $12, false, $13, $14, $15, $16, $17, $18, $19, $20, $21,
    case when $22 then $21::timestamptz end, $23)
  returning id, number, kind, issuer, issued_on as date, title`;

/** What a person said of it stays. Who may read it stays as it was set. */
const updateDocument = `
  update library_document set
    number = case when described then number else $5 end,
    kind = case when described then kind else $6 end,
    issuer = case when described then issuer else $7 end,
    title = case when described then title else $8 end,
    issued_on = case when described then issued_on else $9::date end,
    found_number = $5, found_issuer = $7, found_title = $8, found_on = $9::date,
    effective_on = case when described then effective_on else $10::date end,
    expires_on = case when described then expires_on else $11::date end,
    says_expired = $12, text = $13, page_starts = $14, passages = $15, file_name = $16, media_type = $17,
    file_bytes = $18, file_sha256 = $19, added_by_id = coalesce($20::uuid, added_by_id), added_at = $21,
    readers = case when state = 'draft' then $3::library_readers else readers end,
    reader_roles = case when state = 'draft' then $4::role_name[] else reader_roles end,
    state = case when $22::boolean then 'released'::library_state else state end,
    released_at = case when $22 then coalesce(released_at, $21::timestamptz) else released_at end,
    revision = revision + 1, version = $23
  where id = $1 and unit_id = $2
  returning id, number, kind, issuer, issued_on as date, title`;
