/**
 * Writes the next migration, by Prisma's own engine: `npm run migration NAME`, then read it and add by hand
 * what Prisma cannot say. No database is needed: each migration keeps the schema it leads to beside it, and the
 * new one is the difference between the last of those and prisma/schema.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { SchemaEngine } from '@prisma/schema-engine-wasm';
import { openDatabase } from '../hub/platform/database/index.ts';
import { schemaFiles } from '../hub/platform/database/migrate.ts';

const migrations = join(import.meta.dirname, 'migrations');
const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name))
  throw new Error('say a name in lower case: npm run migration add_meetings');

const earlier = readdirSync(migrations)
  .filter((entry) => /^\d{4}_/.test(entry))
  .sort();
const last = earlier.at(-1);
const wanted = schemaFiles()
  .map(([, content]) => content)
  .join('\n');
const from = last
  ? {
      tag: 'schemaDatamodel' as const,
      files: [asFile(readFileSync(join(migrations, last, 'schema.prisma'), 'utf8'))],
    }
  : { tag: 'empty' as const };
// The engine wants a connection though a difference of two schemas asks nothing of it.
const dataDir = mkdtempSync(join(tmpdir(), 'caunoi-migration-'));
const database = await openDatabase({ url: undefined, dataDir, as: 'command' });
const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg(database.connection));
const engine = await SchemaEngine.new({ datamodels: undefined }, () => {}, adapter);
const { stdout } = await engine.diff({
  from,
  to: { tag: 'schemaDatamodel', files: [asFile(wanted)] },
  script: true,
  exitCode: null,
  filters: { externalTables: [], externalEnums: [] },
});

const directory = join(migrations, `${String(earlier.length + 1).padStart(4, '0')}_${name}`);
mkdirSync(directory);
writeFileSync(join(directory, 'migration.sql'), stdout ?? '');
writeFileSync(join(directory, 'schema.prisma'), wanted);
await database.close();
process.stdout.write(`${directory}\n`);
process.exit(0);

function asFile(content: string) {
  return { path: 'schema.prisma', content };
}
