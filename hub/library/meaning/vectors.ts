import type { Sql } from '../../platform/database/index.ts';
import type { EmbeddedText } from './embedded-text.ts';

/** A vector as it is kept, without its numbers. */
export interface KeptVector {
  start: number;
  end: number;
  dimension: number;
  textHash: Buffer;
}

export interface ReadVector extends KeptVector {
  documentId: string;
  vector: Float32Array;
}

/** What is kept of a document under a model. */
export async function keptVectors(sql: Sql, model: string, documentId: string): Promise<KeptVector[]> {
  return await sql.query(
    `select start, "end", dimension, text_hash as "textHash" from library_vector
     where document_id = $1 and model = $2`,
    [documentId, model],
  );
}

/** Writes vectors of a document that is still there as it was read. */
export async function keepVectors(
  sql: Sql,
  { model, documentId, version }: { model: string; documentId: string; version: number },
  vectors: readonly (EmbeddedText & { vector: Float32Array })[],
): Promise<void> {
  await sql.query(
    `insert into library_vector (document_id, model, dimension, start, "end", text_hash, vector)
     select d.id, $2, $4, given.start, given.last, given.hash, given.vector
     from unnest($5::int[], $6::int[], $7::bytea[], $8::bytea[]) as given (start, last, hash, vector)
     join library_document d on d.id = $1 and d.version = $3 and d.state = 'released'
     on conflict (document_id, model, start) do update set dimension = excluded.dimension,
       "end" = excluded."end", text_hash = excluded.text_hash, vector = excluded.vector`,
    [
      documentId,
      model,
      version,
      vectors[0]?.vector.length ?? 0,
      vectors.map(({ start }) => start),
      vectors.map(({ end }) => end),
      vectors.map(({ hash }) => hash),
      vectors.map(({ vector }) => bytesOf(vector)),
    ],
  );
}

/** Drops what a document's passages are not embedded as any more. */
export async function dropVectors(
  sql: Sql,
  model: string,
  documentId: string,
  starts: readonly number[],
): Promise<void> {
  await sql.query('delete from library_vector where document_id = $1 and model = $2 and start = any ($3)', [
    documentId,
    model,
    starts,
  ]);
}

/** Vectors outlive a document that was taken out, and a draft has none: both go. */
export async function dropOfNoDocument(sql: Sql): Promise<void> {
  await sql.query(
    `delete from library_vector v using library_document d where d.id = v.document_id and d.state <> 'released'`,
  );
}

/** Another model's numbers mean nothing beside the current one's; they are kept until all passages have new ones. */
export async function dropOfOtherModels(sql: Sql, model: string): Promise<void> {
  await sql.query('delete from library_vector where model <> $1', [model]);
}

/** Tells whether the vectors of some documents are others than before; of a document without any there is no row. */
export async function vectorStates(
  sql: Sql,
  model: string,
  documentIds: readonly string[],
): Promise<{ documentId: string; state: string }[]> {
  return await sql.query(
    `select document_id as "documentId", count(*) || ' ' || sum(dimension) || ' ' || sum(
       get_byte(text_hash, 0) * 65536 + get_byte(text_hash, 1) * 256 + get_byte(text_hash, 2)) as state
     from library_vector where model = $1 and document_id = any ($2::uuid[]) group by document_id`,
    [model, documentIds],
  );
}

export async function readVectors(
  sql: Sql,
  model: string,
  documentIds: readonly string[],
): Promise<ReadVector[]> {
  const rows = await sql.query<KeptVector & { documentId: string; vector: Buffer }>(
    `select document_id as "documentId", start, "end", dimension, text_hash as "textHash", vector
     from library_vector where model = $1 and document_id = any ($2::uuid[])`,
    [model, documentIds],
  );
  return rows.map((row) => ({ ...row, vector: numbersOf(row.vector) }));
}

/** Of one document those that another table of the same columns lacks. */
export async function readMissing(
  sql: Sql,
  table: string,
  { documentId, model, dimension }: { documentId: string; model: string; dimension: number },
  most: number,
): Promise<ReadVector[]> {
  const rows = await sql.query<KeptVector & { documentId: string; vector: Buffer }>(
    `select v.document_id as "documentId", v.start, v."end", v.dimension, v.text_hash as "textHash", v.vector
     from library_vector v left join ${table} t
       on t.document_id = v.document_id and t.start = v.start and t.text_hash = v.text_hash
     where v.document_id = $1 and v.model = $2 and v.dimension = $3 and t.document_id is null
     limit $4`,
    [documentId, model, dimension, most],
  );
  return rows.map((row) => ({ ...row, vector: numbersOf(row.vector) }));
}

/** Numbers of 32 bits, little-endian on every machine. */
function bytesOf(vector: Float32Array): Buffer {
  const bytes = Buffer.alloc(vector.length * 4);
  for (const [at, number] of vector.entries()) bytes.writeFloatLE(number, at * 4);
  return bytes;
}

function numbersOf(bytes: Buffer): Float32Array {
  const numbers = new Float32Array(bytes.length >> 2);
  for (let at = 0; at < numbers.length; at += 1) numbers[at] = bytes.readFloatLE(at * 4);
  return numbers;
}
