import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pg from 'pg';
import type { MigrationList } from '@prisma/schema-engine-wasm';
import { runMigrations } from 'bullmq';
import type { Database, Sql } from './database.ts';
import { withLease } from './leases.ts';

const prismaDirectory = resolve(import.meta.dirname, '../../../prisma');
const migrationsDirectory = join(prismaDirectory, 'migrations');

/** Migrations in the project that this database has not finished, oldest first. */
export async function pendingMigrations(sql: Sql): Promise<string[]> {
  const [history] = await sql.query<{ name: string | null }>(
    `select to_regclass('_prisma_migrations')::text as name`,
  );
  if (!history?.name) return migrationNames();
  const applied = await sql.query<{ name: string }>(
    `select migration_name as name from _prisma_migrations where finished_at is not null`,
  );
  const done = new Set(applied.map((row) => row.name));
  return migrationNames().filter((name) => !done.has(name));
}

/**
 * Applies what is pending, with Prisma's own engine, under a row lock: processes that start together
 * take turns. Nothing pending costs one query.
 *
 * @param before runs first when something is pending on a database that already holds a schema
 */
export async function applyMigrations(database: Database, before?: () => Promise<void>): Promise<string[]> {
  if ((await pendingMigrations(database)).length === 0) return [];
  return await withLease(database, 'migrate', 600, async () => {
    const pending = await pendingMigrations(database);
    if (pending.length === 0) return [];
    if (before && pending.length < migrationNames().length) await before();
    await prepareQueueTables(database);
    return await runEngine(database);
  });
}

async function prepareQueueTables(database: Database): Promise<void> {
  const pool = new pg.Pool({ ...database.connection, max: 1 });
  const client = await pool.connect();
  try {
    await runMigrations(client, 'bullmq');
  } finally {
    client.release();
    await pool.end();
  }
}

async function runEngine(database: Database): Promise<string[]> {
  // 1 MB of WebAssembly: loaded only when there is something to apply.
  const [{ SchemaEngine }, { PrismaPg }, { bindMigrationAwareSqlAdapterFactory }] = await Promise.all([
    import('@prisma/schema-engine-wasm'),
    import('@prisma/adapter-pg'),
    import('@prisma/driver-adapter-utils'),
  ]);
  const pool = new pg.Pool({ ...database.connection, max: 1 });
  try {
    const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg(pool));
    const engine = await SchemaEngine.new({ datamodels: schemaFiles() }, () => {}, adapter);
    const filters = { externalTables: [], externalEnums: [] };
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: migrationList(),
      filters,
    });
    return appliedMigrationNames;
  } finally {
    await pool.end().catch(() => {});
  }
}

export function schemaFiles(): [path: string, content: string][] {
  const directory = join(prismaDirectory, 'schema');
  return readdirSync(directory).map((name) => [name, readFileSync(join(directory, name), 'utf8')]);
}

function migrationList(): MigrationList {
  return {
    baseDir: migrationsDirectory,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrationNames().map((path) => ({
      path,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: readFileSync(join(migrationsDirectory, path, 'migration.sql'), 'utf8') },
      },
    })),
  };
}

function migrationNames(): string[] {
  return readdirSync(migrationsDirectory)
    .filter((name) => existsSync(join(migrationsDirectory, name, 'migration.sql')))
    .sort();
}
