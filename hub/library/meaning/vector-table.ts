import { createHash } from 'node:crypto';
import type { Database, Sql } from '../../platform/database/index.ts';

/** A schema of its own: what is in it is made from `library_vector` and is in no backup and no migration. */
const schema = 'meaning';
/** pgvector's own indexes end here; longer vectors are compared one by one. */
const longestIndexed = 2_000;
/** From this version on an index goes on looking where rights left too few. */
const oldestVersion = 0.8;

/**
 * Whether the database has pgvector, new enough; it is put in where that is allowed. The embedded one could have it too,
 * and is left without: an index row takes it sixty milliseconds in which nobody else is served.
 */
export async function hasVectors(database: Database): Promise<boolean> {
  if (database.embedded) return false;
  return await canCompare(database);
}

export async function canCompare(sql: Sql): Promise<boolean> {
  try {
    await sql.query('create extension if not exists vector');
  } catch {
    // Not installed, not allowed, or another process was first: what counts is whether it is there.
  }
  const [found] = await sql.query<{ version: string }>(
    `select extversion as version from pg_extension where extname = 'vector'`,
  );
  return found !== undefined && Number.parseFloat(found.version) >= oldestVersion;
}

/** Each model and size has a table, since an index is over vectors of one size. */
export function tableOf(model: string, dimension: number): string {
  const digest = createHash('sha256').update(`${model}\n${dimension}`).digest('hex').slice(0, 16);
  return `${schema}.passage_${digest}`;
}

export async function makeTable(sql: Sql, table: string, dimension: number): Promise<void> {
  await sql.query(`create schema if not exists ${schema}`);
  await sql.query(`
    create table if not exists ${table} (
      document_id uuid not null, start int not null, "end" int not null, text_hash bytea not null,
      sample int not null, embedding vector(${dimension}) not null, primary key (document_id, start))`);
  const name = table.slice(schema.length + 1);
  await sql.query(`create index if not exists ${name}_sample on ${table} (sample)`);
  if (dimension > longestIndexed) return;
  await sql.query(`create index if not exists ${name}_near on ${table} using hnsw (embedding vector_ip_ops)`);
}

export async function dropOtherTables(sql: Sql, table: string): Promise<void> {
  const others = await sql.query<{ name: string }>(
    `select schemaname || '.' || tablename as name from pg_tables
     where schemaname = $1 and schemaname || '.' || tablename <> $2`,
    [schema, table],
  );
  for (const { name } of others) await sql.query(`drop table if exists ${name}`);
}

export async function exists(sql: Sql, table: string): Promise<boolean> {
  const [found] = await sql.query<{ table: string | null }>(`select to_regclass($1)::text as table`, [table]);
  return found?.table !== null && found !== undefined;
}
