import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { applyMigrations, openDatabase, type Database } from '../../hub/platform/database/index.ts';
import { Secret } from '../../hub/platform/secret.ts';

/**
 * An empty, migrated database of its own: embedded, or on the server of TEST_DATABASE_URL.
 * `close` removes it.
 */
export async function testDatabase(): Promise<Database> {
  const server = process.env['TEST_DATABASE_URL'];
  const { url, remove } = server ? await onServer(server) : embedded();
  const database = await openDatabase({ ...url, as: 'hub' });
  await applyMigrations(database);
  return {
    ...database,
    async close() {
      await database.close();
      await remove();
    },
  };
}

function embedded() {
  const dataDir = mkdtempSync(join(tmpdir(), 'caunoi-test-'));
  const remove = async () => rmSync(dataDir, { recursive: true, force: true });
  return { url: { url: undefined, dataDir }, remove };
}

async function onServer(server: string) {
  const { url, remove } = await databaseOnServer(server);
  return { url: { url: new Secret(url), dataDir: '' }, remove };
}

/**
 * A new database on the server, with all migrations: a copy of what `template.ts` made. `remove` drops it with whoever is
 * still connected.
 */
export async function databaseOnServer(
  server: string,
): Promise<{ url: string; remove: () => Promise<void> }> {
  const name = `caunoi_test_${randomBytes(6).toString('hex')}`;
  const ask = async (text: string) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(text).finally(() => client.end());
  };
  await ask(`create database ${name} template ${process.env['TEST_DATABASE_TEMPLATE'] ?? 'template1'}`);
  // Thrown away in the end: nothing of it waits until it is on the disk, whatever the server does for others.
  await ask(`alter database ${name} set synchronous_commit = off`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, remove: () => ask(`drop database if exists ${name} with (force)`) };
}
