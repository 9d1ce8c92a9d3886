/**
 * Runs at install: generates Prisma's client, puts `caunoi` where npx finds it, and prepares an embedded database with all migrations, so that
 * a first start copies a directory instead of creating one. Nothing is downloaded.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');

generateClient();
linkCommand();
await prebuildDatabase();
// PGlite's worker keeps timers; everything is written by now.
process.exit(0);

/** The schema engine is a download that `generate` never uses: any program that succeeds stands in for it. */
function generateClient(): void {
  const stand = ['/bin/true', '/usr/bin/true'].find((path) => existsSync(path)) ?? process.execPath;
  execFileSync(process.execPath, [join(root, 'node_modules/prisma/build/index.js'), 'generate'], {
    cwd: root,
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: stand, CHECKPOINT_DISABLE: '1' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** Where `npx caunoi` looks first: without it npx would install this folder into its cache at the first call. */
function linkCommand(): void {
  const link = join(root, 'node_modules/.bin/caunoi');
  rmSync(link, { force: true });
  symlinkSync('../../hub/cli.ts', link);
}

async function prebuildDatabase(): Promise<void> {
  const { openDatabase, applyMigrations } = await import('../hub/platform/database/index.ts');
  const { prebuiltDirectory } = await import('../hub/platform/database/embedded.ts');
  rmSync(prebuiltDirectory, { recursive: true, force: true });
  const dataDir = mkdtempSync(join(tmpdir(), 'caunoi-prepare-'));
  const database = await openDatabase({ url: undefined, dataDir, as: 'command' });
  await applyMigrations(database);
  await database.query('vacuum (full, analyze)');
  await database.close();
  renameOrCopy(join(dataDir, 'database'), prebuiltDirectory);
  rmSync(dataDir, { recursive: true, force: true });
}

function renameOrCopy(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch {
    execFileSync('cp', ['-r', from, to]);
  }
}
