import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../clock.ts';
import { backup } from './backup.ts';
import type { Database } from './database.ts';

const everyMs = 5 * 60_000;
const keptBackups = 7;

/**
 * The embedded database does no housekeeping of its own and survives the death of the process, not of
 * the power: this runs CHECKPOINT, VACUUM and ANALYZE on a timer and keeps a backup of each of the last
 * seven days in `dataDir/backups`. A PostgreSQL server does the first three itself, and its operator the
 * fourth, so there it does nothing.
 */
export function keepHouse(options: {
  database: Database;
  dataDir: string;
  clock: Clock;
  onProblem: (error: unknown) => void;
}): { stop(): Promise<void> } {
  if (!options.database.embedded) return { stop: async () => {} };
  let running: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    running = running.then(() => tidy(options)).catch(options.onProblem);
  }, everyMs);
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}

export async function tidy({
  database,
  dataDir,
  clock,
}: {
  database: Database;
  dataDir: string;
  clock: Clock;
}): Promise<void> {
  await database.query('vacuum (analyze)');
  await database.query('checkpoint');
  await backupOfToday(database, join(dataDir, 'backups'), clock());
}

async function backupOfToday(database: Database, directory: string, now: Date): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const name = `daily-${now.toISOString().slice(0, 10)}.gz`;
  const present = (await readdir(directory)).filter((file) => /^daily-.*\.gz$/.test(file)).sort();
  if (present.includes(name)) return;
  await backup(database, join(directory, name), now);
  for (const old of present.slice(0, Math.max(0, present.length + 1 - keptBackups))) {
    await rm(join(directory, old));
  }
}
