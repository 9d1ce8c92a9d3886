import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { DomainError } from '../errors.ts';
import type { Database, Sql } from './database.ts';

/**
 * A backup is a gzip of lines: a header, then each row as `[table, row]`, tables in an order in which
 * they can be put back. It reads and writes rows, not files, so it moves an installation between the
 * embedded database and a server. Keys are never in it.
 */
interface Header {
  format: 'caunoi-backup';
  version: 1;
  createdAt: string;
  migrations: string[];
  tables: Record<string, number>;
}

const rowsPerRead = 2_000;
const bytesPerInsert = 4_000_000;
const limitMs = 30 * 60_000;
/** The history of migrations belongs to the database itself. */
const leftOut = ['_prisma_migrations'];

/** Writes every row, as they stood at one moment, to `file`; the file appears only when it is whole. */
export async function backup(
  database: Database,
  file: string,
  now: Date,
): Promise<{ file: string; bytes: number }> {
  const unfinished = `${file}.part`;
  try {
    await database.transaction(async (sql) => {
      await sql.query('set transaction isolation level repeatable read, read only');
      await pipeline(
        lines(sql, now),
        createGzip({ level: 6 }),
        createWriteStream(unfinished, { mode: 0o600 }),
      );
    }, limitMs);
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  return { file, bytes: (await stat(file)).size };
}

async function* lines(sql: Sql, now: Date): AsyncGenerator<string> {
  const tables = await tablesInOrder(sql);
  const counts: Record<string, number> = {};
  for (const table of tables) {
    const [row] = await sql.query<{ count: number }>(`select count(*) as count from "${table}"`);
    counts[table] = row?.count ?? 0;
  }
  const header: Header = {
    format: 'caunoi-backup',
    version: 1,
    createdAt: now.toISOString(),
    migrations: await appliedMigrations(sql),
    tables: counts,
  };
  yield `${JSON.stringify(header)}\n`;
  for (const table of tables) {
    await sql.query(`declare rows no scroll cursor for select to_jsonb(t)::text as row from "${table}" t`);
    for (;;) {
      const rows = await sql.query<{ row: string }>(`fetch ${rowsPerRead} from rows`);
      if (rows.length === 0) break;
      yield rows.map(({ row }) => `["${table}",${row}]\n`).join('');
    }
    await sql.query('close rows');
  }
}

/**
 * Puts a backup into an empty, migrated database, in one transaction: whole or not at all.
 *
 * @throws {DomainError} `backup.unreadable`, `backup.not-empty`, `backup.other-schema`
 */
export async function restore(
  database: Database,
  file: string,
): Promise<{ restored: Record<string, number> }> {
  return await database.transaction(async (sql) => {
    await refuseWhereDataIs(sql);
    const restored: Record<string, number> = {};
    await sql.query('set constraints all deferred');
    // What migrations put there comes back as it was kept.
    for (const table of ['installation', 'rule', 'library_version']) await sql.query(`delete from ${table}`);
    for await (const { table, rows } of batches(file, await appliedMigrations(sql))) {
      const text = `insert into "${table}" select * from jsonb_populate_recordset(null::"${table}", $1::jsonb)`;
      await sql.query(text, [`[${rows.join(',')}]`]);
      restored[table] = (restored[table] ?? 0) + rows.length;
    }
    return { restored };
  }, limitMs);
}

async function refuseWhereDataIs(sql: Sql): Promise<void> {
  const [found] = await sql.query<{ occupied: boolean }>(
    'select exists (select from unit) or exists (select from member) as occupied',
  );
  if (found?.occupied) throw new DomainError('backup.not-empty', { status: 409 });
}

async function* batches(
  file: string,
  migrations: string[],
): AsyncGenerator<{ table: string; rows: string[] }> {
  const source = createReadStream(file);
  const input = createGunzip();
  source.on('error', (error) => input.destroy(error));
  source.pipe(input);
  let current = { table: '', rows: [] as string[], bytes: 0 };
  let header: Header | null = null;
  let left: Record<string, number> = {};
  try {
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      if (!header) {
        header = readHeader(line, migrations);
        left = { ...header.tables };
        continue;
      }
      const comma = line.indexOf('",');
      const table = line.slice(2, comma);
      if (!line.startsWith('["') || !(table in left)) throw new DomainError('backup.unreadable');
      if (table !== current.table || current.bytes > bytesPerInsert) {
        if (current.rows.length > 0) yield current;
        current = { table, rows: [], bytes: 0 };
      }
      current.rows.push(line.slice(comma + 2, -1));
      current.bytes += line.length;
      left[table] = (left[table] ?? 0) - 1;
    }
  } catch (error) {
    throw asUnreadable(error);
  }
  if (!header || Object.values(left).some((count) => count !== 0)) throw new DomainError('backup.unreadable');
  if (current.rows.length > 0) yield current;
}

function readHeader(line: string, migrations: string[]): Header {
  const header = JSON.parse(line) as Header;
  if (header.format !== 'caunoi-backup' || header.version !== 1) throw new DomainError('backup.unreadable');
  const missing = header.migrations.find((name) => !migrations.includes(name));
  if (missing) throw new DomainError('backup.other-schema', { facts: { migration: missing } });
  return header;
}

/** A file that is no gzip, is cut short or holds no JSON: all the same to the person with the file. */
function asUnreadable(error: unknown): unknown {
  const code = (error as { code?: string }).code ?? '';
  const foreign =
    code.startsWith('Z_') || code === 'ENOENT' || code === 'EISDIR' || error instanceof SyntaxError;
  return foreign ? new DomainError('backup.unreadable') : error;
}

async function appliedMigrations(sql: Sql): Promise<string[]> {
  const rows = await sql.query<{ name: string }>(
    'select migration_name as name from _prisma_migrations where finished_at is not null order by 1',
  );
  return rows.map((row) => row.name);
}

/** Tables so that each comes after those it refers to. */
async function tablesInOrder(sql: Sql): Promise<string[]> {
  const tables = await sql.query<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> all($1) order by 1`,
    [leftOut],
  );
  const references = await sql.query<{ from: string; to: string }>(
    `select conrelid::regclass::text as from, confrelid::regclass::text as to
     from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conrelid <> confrelid`,
  );
  const ordered: string[] = [];
  const waiting = new Set(tables.map((table) => table.name));
  while (waiting.size > 0) {
    const free = [...waiting].filter(
      (table) => !references.some(({ from, to }) => from === table && waiting.has(to)),
    );
    if (free.length === 0) throw new Error('tables refer to each other in a circle');
    for (const table of free) waiting.delete(table);
    ordered.push(...free);
  }
  return ordered;
}
