import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { operator } from '../../hub/platform/audit.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { caunoi } from '../support/process.ts';
import { cellRule, given, regulation } from './given-files.ts';

let house: TestHub;
beforeAll(async () => {
  house = await openTestHub({ roles: ['web'] });
}, 60_000);
afterAll(async () => await house.close());
beforeEach(async () => await house.clear());

const withinMs = { timeout: 20_000 };

async function put(text: string, unit = 'T'): Promise<string> {
  const into = { unit, release: true };
  const { document } = await house.hub.library.keeping.add(operator, given('a.md', text), into);
  return document!.id;
}

async function numbersFor(code: string | null, typed: string): Promise<string[]> {
  const memberId = code === null ? null : (await house.hub.people.memberByCode(code)).id;
  const found = await house.hub.library.passages({ memberId, via: 'api' }, typed, 10);
  return [...new Set(found.map(({ document }) => document.number))];
}

/** What the hub says of itself to whoever watches it. */
async function health(path: string) {
  const response = await fetch(`${house.url}${path}`);
  return await response.text();
}

test('the index follows what is put in, corrected and taken out', async () => {
  const id = await put(regulation());
  await expect.poll(() => numbersFor(null, 'so tay nha van hoa'), withinMs).toEqual(['12-QĐ/TW']);
  const document = await house.hub.library.reading.document(operator, id);
  await house.hub.library.keeping.describe(
    operator,
    id,
    { ...document, number: '99-QĐ/TW' },
    document.revision,
  );
  await expect.poll(() => numbersFor(null, 'so tay nha van hoa'), withinMs).toEqual(['99-QĐ/TW']);
  await house.hub.library.keeping.remove(operator, id);
  await expect.poll(() => numbersFor(null, 'so tay nha van hoa'), withinMs).toEqual([]);
});

test('everybody finds what they may read, and what comes for them alone is there for nobody else', async () => {
  await put(regulation());
  await put(cellRule(), 'X1-C');
  await put(cellRule({ number: '06-NQ/ĐU', issuer: 'Đảng ủy xã Hai' }), 'X2');
  await expect.poll(() => numbersFor(null, 'nha van hoa'), withinMs).toHaveLength(3);
  expect((await numbersFor('B', 'nha van hoa')).toSorted()).toEqual(['05-NQ/CB', '12-QĐ/TW']);
  expect((await numbersFor('D', 'nha van hoa')).toSorted()).toEqual(['06-NQ/ĐU', '12-QĐ/TW']);
  expect(await numbersFor('C', 'nha van hoa')).toEqual(['12-QĐ/TW']);
  const { finding } = house.hub.library;
  const reader = await finding.readerOf({
    memberId: (await house.hub.people.memberByCode('D')).id,
    via: 'api',
  });
  const { named } = await finding.search(reader, 'nghi quyet 05-NQ/CB noi gi');
  expect([...named.documents]).toEqual([]);
});

test('after a restart the hub is up before its index, and has all of it again', async () => {
  await put(regulation());
  await house.restart();
  expect(JSON.parse(await health('/ready'))).toMatchObject({ ready: true, library: {} });
  await house.hub.library.finding.until(0);
  expect(JSON.parse(await health('/ready'))).toEqual({ ready: true, library: { building: false } });
  expect(await numbersFor(null, 'so tay')).toEqual(['12-QĐ/TW']);
  const metrics = await health('/metrics');
  expect(metrics).toMatch(/^caunoi_library_documents 1$/m);
  expect(metrics).toMatch(/^caunoi_library_passages [1-9]/m);
  expect(metrics).toMatch(/^caunoi_library_building 0$/m);
});

test('what fails while it is read is reported, and read again', async () => {
  await put(regulation());
  const { database, metrics } = house.hub;
  // No text is a front matter that ends nowhere: what breaks here is the database.
  await database.query('alter table library_relation rename to library_relation_away');
  try {
    await database.query('update library_version set version = version + 1');
    await database.query('update library_document set version = (select version from library_version)');
    await expect
      .poll(
        async () => await metrics.registry.getSingleMetricAsString('caunoi_background_problems_total'),
        withinMs,
      )
      .toContain('work="library"');
  } finally {
    await database.query('alter table library_relation_away rename to library_relation');
  }
  const [row] = await database.query<{ version: number }>('select version from library_version');
  await house.hub.library.finding.until(row!.version);
  expect(await numbersFor(null, 'so tay')).toEqual(['12-QĐ/TW']);
});

test('a process that holds no index says so', async () => {
  const worker = await openTestHub({ roles: ['worker'] });
  try {
    expect(worker.hub.library.finding.state()).toMatchObject({ held: false });
    await expect(worker.hub.library.passages(operator, 'a', 1)).rejects.toMatchObject({
      code: 'library.not-ready',
    });
  } finally {
    await worker.close();
  }
});

test('what ends with a day has ended in the index when that day is over', async () => {
  let now = new Date('2036-01-09T03:00:00Z');
  const later = await openTestHub({ roles: ['web'], clock: () => now });
  try {
    const { keeping, reading, finding } = later.hub.library;
    const { document } = await keeping.add(operator, given('a.md', regulation()), { release: true });
    const { id } = document!;
    const view = await reading.document(operator, id);
    await keeping.describe(operator, id, { ...view, expires: '2036-01-10' }, view.revision);
    const known = async () => finding.document(await finding.readerOf(operator), id)?.status;
    await finding.until(0);
    await expect.poll(known, withinMs).toBe('in_force');
    now = new Date('2036-01-09T17:30:00Z');
    await expect.poll(known, withinMs).toBe('expired');
  } finally {
    await later.close();
  }
});

describe('two processes', () => {
  test('what a command puts in is found by the hub that runs', async () => {
    const file = join(house.hub.config.DATA_DIR, 'so-tay.md');
    writeFileSync(file, regulation());
    const { DATABASE_URL: url, REDIS_URL: redis, DATA_DIR: dataDir } = house.hub.config;
    const environment = {
      PATH: process.env['PATH'] ?? '',
      DATA_DIR: dataDir,
      PORT: '0',
      LOG_LEVEL: 'silent',
      ...(url ? { DATABASE_URL: url.reveal() } : {}),
      ...(redis ? { REDIS_URL: redis.reveal() } : {}),
    };
    const { json } = await caunoi(environment, 'index', file);
    expect(json).toMatchObject({ documents: [{ status: 'indexed', number: '12-QĐ/TW' }] });
    await expect.poll(() => numbersFor(null, 'so tay nha van hoa'), { timeout: 5_000 }).toEqual(['12-QĐ/TW']);
  });
});
