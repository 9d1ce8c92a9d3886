import type { Sql } from '../platform/database/index.ts';
import { empty } from './emptying.ts';
import { DocumentMovedOn } from './errors.ts';
import { lockedRow, type LockedRow } from './locked-row.ts';
import type { Described } from './port.ts';

/** The released document whose place a draft is to take. @throws {DocumentMovedOn} it is no draft, or the other is one */
export async function placeFor(sql: Sql, draft: LockedRow, placeId: string): Promise<LockedRow> {
  const place = await lockedRow(sql, placeId);
  if (draft.state !== 'draft' || place.state !== 'released') throw new DocumentMovedOn();
  return place;
}

/** Who reads a document stays as it was set, and so does what the description of its new file leaves open. */
export function heldOver(
  { effective, expires, saidStatus, who, roles }: LockedRow,
  described: Described,
): Described {
  return {
    ...described,
    effective: described.effective ?? effective,
    expires: described.expires ?? expires,
    saidStatus: described.saidStatus ?? saidStatus,
    readers: { who, roles },
  };
}

/**
 * Text, file and relations of a draft become those of a released document, which keeps its id and with it all that leads
 * there; the draft goes. What a person decided of a relation stays, of the draft's before the other's.
 */
export async function takePlace(sql: Sql, draftId: string, placeId: string, version: number): Promise<void> {
  await sql.query('delete from library_file_part where document_id = $1', [placeId]);
  for (const move of [moveText, moveFile, moveIncoming, keepDecisions, forgetOutdated, moveRelations]) {
    await sql.query(move, [draftId, placeId]);
  }
  await sql.query('delete from library_relation where document_id = $1 and target_id = $1', [placeId]);
  await empty(sql, draftId, version);
}

const moveText = `
  update library_document d set text = n.text, page_starts = n.page_starts, passages = n.passages,
    says_expired = n.says_expired, found_number = n.found_number, found_issuer = n.found_issuer,
    found_title = n.found_title, found_on = n.found_on, file_name = n.file_name, media_type = n.media_type,
    file_bytes = n.file_bytes, file_sha256 = n.file_sha256, added_by_id = n.added_by_id, added_at = n.added_at
  from library_document n where n.id = $1 and d.id = $2`;

const moveFile = 'update library_file_part set document_id = $2 where document_id = $1';

/** Whoever gave the file comes from its line to where it went. */
const moveIncoming = 'update library_incoming set document_id = $2 where document_id = $1';

const keepDecisions = `
  update library_relation n set state = d.state, target_id = d.target_id, decided_at = d.decided_at
  from library_relation d
  where n.document_id = $1 and d.document_id = $2 and d.kind = n.kind and d.number = n.number
    and n.state = 'found' and d.state <> 'found'`;

/** What the new text says comes in its place; what it does not say any more was only read. */
const forgetOutdated = `
  delete from library_relation d where d.document_id = $2
    and (d.state = 'found'
      or exists (select from library_relation n where n.document_id = $1 and n.kind = d.kind and n.number = d.number))`;

const moveRelations = `
  with unsaid as (update library_relation set start = null, "end" = null where document_id = $2)
  update library_relation set document_id = $2 where document_id = $1`;
