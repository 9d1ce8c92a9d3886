import type { Sql } from '../platform/database/index.ts';

/** Leaves nothing of a document but that there was one, so that whoever holds an index lets go of it. */
export async function empty(sql: Sql, id: string, version: number): Promise<void> {
  await sql.query('delete from library_file_part where document_id = $1', [id]);
  await sql.query('delete from library_vector where document_id = $1', [id]);
  await sql.query('delete from library_relation where document_id = $1', [id]);
  await sql.query(emptyDocument, [id, version]);
}

const emptyDocument = `
  update library_document set state = 'removed', number = '', kind = '', issuer = '', title = '', issued_on = null,
    found_number = '', found_issuer = '', found_title = '', found_on = null, effective_on = null, expires_on = null,
    said_status = null, text = '', page_starts = '{}', passages = 0, file_name = '', media_type = '', file_bytes = 0,
    file_sha256 = '', added_by_id = null, revision = revision + 1, version = $2
  where id = $1`;
