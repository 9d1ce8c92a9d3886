import type { Sql } from '../../platform/database/index.ts';
import type { KnownDocument } from '../port.ts';
import { embeddedText } from './embedded-text.ts';
import type { VectorCopy } from './embedding.ts';
import { NearestSoFar, nothingNear, type Near, type Nearest } from './nearest.ts';
import { dropOtherTables, exists, makeTable, tableOf } from './vector-table.ts';
import { readMissing, type ReadVector } from './vectors.ts';

/** A database that runs several statements as one, as ours does. */
type WithTransaction = Sql & { transaction<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result> };

export type NearestInDatabase = Nearest & VectorCopy;

/** Fewer passages than these are compared one by one, which is exact, and no slower than an index that passes over others. */
const fewPassages = 5_000;
/** How near passages are at large is told by about so many. */
const sampleSize = 1_000;
const samples = 65_536;
const rowsAtOnce = 200;

/**
 * Vectors in the database by pgvector. What a reader may open goes into the query itself.
 *
 * @param documents those of the index of this process, by id
 */
export function nearestInDatabase(
  { database, model, prefix }: { database: WithTransaction; model: string; prefix: string },
  documents: ReadonlyMap<string, KnownDocument>,
): NearestInDatabase {
  const made = new Set<string>();
  let current: string | null = null;

  async function nearest(...[question, count, isOpen]: Parameters<Nearest['nearest']>): Promise<Near> {
    const table = tableOf(model, question.length);
    const open = [...documents.values()].filter(isOpen);
    if (open.length === 0 || !(await isMade(table))) return nothingNear;
    const passages = open.reduce((sum, document) => sum + document.passages.length, 0);
    const values = [textOf(question), open.map(({ id }) => id)];
    const [rows, usual] = await database.transaction(async (sql) => {
      // Of this transaction alone: an index that rights leave too little of goes on looking, in the right order.
      await sql.query(`set local hnsw.iterative_scan = 'strict_order'`);
      return [
        await sql.query<NearRow>(passages <= fewPassages ? oneByOne(table) : byIndex(table), [
          ...values,
          count,
        ]),
        await sql.query<Usual>(usualNearness(table), [
          ...values,
          Math.ceil((samples * sampleSize) / Math.max(sampleSize, passages)),
        ]),
      ];
    });
    return { passages: known(rows, count), compared: passages, mean: 0, deviation: 0, ...usual[0] };
  }

  /** Of a passage that has changed since, nothing is known. */
  function known(rows: readonly NearRow[], count: number) {
    const best = new NearestSoFar(count);
    for (const { documentId, start, end, textHash, nearness } of rows) {
      const document = documents.get(documentId);
      const passage = document?.passages.find((one) => one.start === start && one.end === end);
      if (!document || !passage) continue;
      if (embeddedText(document, passage, prefix).hash.equals(textHash))
        best.add(document, passage, nearness);
    }
    return best.best();
  }

  async function isMade(table: string): Promise<boolean> {
    if (!made.has(table) && (await exists(database, table))) made.add(table);
    return made.has(table);
  }

  return {
    nearest,
    async copy(documentId, dimension) {
      const table = tableOf(model, dimension);
      if (current !== table) await makeTable(database, table, dimension);
      current = table;
      await database.query(outdated(table), [documentId, model, dimension]);
      for (;;) {
        const missing = await readMissing(database, table, { documentId, model, dimension }, rowsAtOnce);
        if (missing.length === 0) return;
        await database.query(insert(table), columnsOf(documentId, missing));
      }
    },
    async clean() {
      if (current === null) return;
      await database.query(ofNothing(current), [model]);
      await dropOtherTables(database, current);
    },
  };
}

interface NearRow {
  documentId: string;
  start: number;
  end: number;
  textHash: Buffer;
  nearness: number;
}

interface Usual {
  mean: number;
  deviation: number;
}

// The vectors are of length 1, so that the product of two is their cosine; pgvector orders by it with its sign turned.
const columns = `document_id as "documentId", start, "end", text_hash as "textHash",
  -(embedding <#> $1::vector) as nearness`;

const byIndex = (table: string) => `
  select ${columns} from ${table} where document_id = any ($2::uuid[])
  order by embedding <#> $1::vector limit $3`;

const oneByOne = (table: string) => `
  with open as materialized (select * from ${table} where document_id = any ($2::uuid[]))
  select ${columns} from open order by nearness desc limit $3`;

const usualNearness = (table: string) => `
  select coalesce(avg(nearness), 0) as mean, coalesce(stddev_pop(nearness), 0) as deviation
  from (select -(embedding <#> $1::vector) as nearness from ${table}
    where document_id = any ($2::uuid[]) and sample < $3) compared`;

const isOfVector = `
  v.document_id = near.document_id and v.start = near.start and v.text_hash = near.text_hash`;

const outdated = (table: string) => `
  delete from ${table} near where near.document_id = $1 and not exists (
    select from library_vector v where ${isOfVector} and v.model = $2 and v.dimension = $3)`;

const ofNothing = (table: string) => `
  delete from ${table} near where not exists (
    select from library_vector v where ${isOfVector} and v.model = $1)`;

const insert = (table: string) => `
  insert into ${table} (document_id, start, "end", text_hash, sample, embedding)
  select $1, start, last, hash, sample, given::vector
  from unnest($2::int[], $3::int[], $4::bytea[], $5::int[], $6::text[]) as row (start, last, hash, sample, given)
  on conflict (document_id, start) do update
  set "end" = excluded."end", text_hash = excluded.text_hash, embedding = excluded.embedding`;

function columnsOf(documentId: string, vectors: readonly ReadVector[]): unknown[] {
  return [
    documentId,
    vectors.map(({ start }) => start),
    vectors.map(({ end }) => end),
    vectors.map(({ textHash }) => textHash),
    vectors.map(({ textHash }) => textHash.readUInt16LE(0) % samples),
    vectors.map(({ vector }) => textOf(vector)),
  ];
}

function textOf(vector: Float32Array): string {
  return `[${vector.join(',')}]`;
}
