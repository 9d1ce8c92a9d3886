import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { applyMigrations, openDatabase } from '../../hub/platform/database/index.ts';
import { Secret } from '../../hub/platform/secret.ts';

const prismaDirectory = join(import.meta.dirname, '../../prisma');

/**
 * Once before the files of a run: on the server of TEST_DATABASE_URL, a database with all migrations, of which each
 * file gets a copy. One of the same migrations that is there already is taken as it is.
 */
export default async function prepareTemplate(): Promise<void> {
  const server = process.env['TEST_DATABASE_URL'];
  if (!server) return;
  const name = `caunoi_template_${fingerprint()}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    if (!(await exists(client, name))) await make(client, server, name);
  } finally {
    await client.end();
  }
  process.env['TEST_DATABASE_TEMPLATE'] = name;
}

/** It gets its name when it is whole: of several runs that make one at a time, one is kept. */
async function make(client: pg.Client, server: string, name: string): Promise<void> {
  const unfinished = `${name}_${process.pid}`;
  await client.query(`create database ${unfinished}`);
  const url = new URL(server);
  url.pathname = `/${unfinished}`;
  const database = await openDatabase({ url: new Secret(url.href), dataDir: '', as: 'hub' });
  await applyMigrations(database).finally(() => database.close());
  try {
    await client.query(`alter database ${unfinished} rename to ${name}`);
  } catch (error) {
    await client.query(`drop database ${unfinished}`);
    if (!(await exists(client, name))) throw error;
  }
}

async function exists(client: pg.Client, name: string): Promise<boolean> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
  return rowCount === 1;
}

/** Of every migration, and of the version of the queue's own tables. */
function fingerprint(): string {
  const hash = createHash('sha256');
  const folders = ['migrations'];
  for (const folder of folders)
    for (const entry of readdirSync(join(prismaDirectory, folder)).sort()) {
      const path = join(folder, entry);
      if (statSync(join(prismaDirectory, path)).isDirectory()) folders.push(path);
      else hash.update(path).update(readFileSync(join(prismaDirectory, path)));
    }
  hash.update(readFileSync(join(prismaDirectory, '../node_modules/bullmq/package.json')));
  return hash.digest('hex').slice(0, 12);
}
