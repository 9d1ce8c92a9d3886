import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepHouse, openDatabase, type Database } from '../../hub/platform/database/index.ts';
import { tidy } from '../../hub/platform/database/housekeeping.ts';
import { testDatabase } from '../support/database.ts';

const dayMs = 86_400_000;
const dataDir = mkdtempSync(join(tmpdir(), 'caunoi-housekeeping-'));
let database: Database;
let now = new Date('2026-11-20T01:00:00Z');

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(async () => {
  await database.close();
  rmSync(dataDir, { recursive: true, force: true });
});

test('each day is kept once, and the last seven of them', async () => {
  for (let day = 0; day < 9; day += 1) {
    await tidy({ database, dataDir, clock: () => now });
    await tidy({ database, dataDir, clock: () => now });
    now = new Date(now.getTime() + dayMs);
  }
  expect(readdirSync(join(dataDir, 'backups')).toSorted((a, b) => (a < b ? -1 : 1))).toEqual(
    [22, 23, 24, 25, 26, 27, 28].map((day) => `daily-2026-11-${day}.gz`),
  );
});

test('space that deleted rows took is used again', async () => {
  await database.query('create table filler (text text)');
  const size = async () =>
    (await database.query<{ bytes: number }>(`select pg_total_relation_size('filler') as bytes`))[0]!.bytes;
  const sizes: number[] = [];
  for (let round = 0; round < 4; round += 1) {
    await database.query(`insert into filler select repeat('đ', 500) from generate_series(1, 2000)`);
    await database.query('delete from filler');
    await tidy({ database, dataDir, clock: () => now });
    sizes.push(await size());
  }
  expect(sizes.at(-1)).toBeLessThanOrEqual(sizes[0]! * 1.1);
});

test('stopping waits for what is under way and leaves no timer', async () => {
  const problems: unknown[] = [];
  const keeping = keepHouse({
    database,
    dataDir,
    clock: () => now,
    onProblem: (error) => problems.push(error),
  });
  await keeping.stop();
  expect(problems).toEqual([]);
});

test('what was acknowledged survives the death of the process: a directory opened again holds it', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'caunoi-again-'));
  const first = await openDatabase({ url: undefined, dataDir: directory, as: 'hub' });
  await first.query('create table kept (n int)');
  await first.query('insert into kept select generate_series(1, 1000)');
  await first.close();
  const second = await openDatabase({ url: undefined, dataDir: directory, as: 'hub' });
  expect(await second.query('select count(*) as rows from kept')).toEqual([{ rows: 1000 }]);
  await second.close();
  rmSync(directory, { recursive: true, force: true });
});
