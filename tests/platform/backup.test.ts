import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { telegramStandIn, type TelegramStandIn } from '../../bots/telegram/stand-in/index.ts';
import { givenMembers, withDatabase } from '../support/given.ts';
import {
  caunoi,
  done,
  installation,
  startHub,
  until,
  type HubProcess,
  type Installation,
} from '../support/process.ts';

const server = process.env['TEST_DATABASE_URL'];

let standIn: TelegramStandIn;
let house: Installation;
let hub: HubProcess;
let id = '';

beforeAll(async () => {
  standIn = telegramStandIn({ token: '7000000001:BACKUP', openChats: true });
  const { url } = await standIn.listen();
  house = await installation({ TELEGRAM_BOT_TOKEN: '7000000001:BACKUP', TELEGRAM_API_ROOT: url });
  await givenMembers(house, 120);
  hub = await startHub(house.environment, '--roles', 'bots,worker');
  const attachment = join(house.dataDir, 'phụ lục.txt');
  writeFileSync(attachment, 'Phụ lục số 1');
  const sent = await done<{ id: string }>(
    house.environment,
    'notice',
    'send',
    '--from',
    'O',
    '--unit',
    'X',
    '--title',
    'Kế hoạch',
    '--body',
    'Nội dung',
    '--ack',
    '--attach',
    attachment,
  );
  id = sent.id;
  await until(
    async () => ((await statusIn(house)).byStatus['handed_over'] ?? 0) === 120,
    20_000,
    'the broadcast',
  );
  await until(
    async () => (await withDatabase(house, (sql) => sql.query('select from dispatch'))).length === 0,
    15_000,
    'the end',
  );
});

afterAll(async () => {
  await hub.end('SIGKILL');
  await standIn.close();
  await house.remove();
});

const statusIn = (place: { environment: Record<string, string> }) =>
  done<{ byStatus: Record<string, number> }>(place.environment, 'notice', 'status', id);

/** An empty embedded installation with the same key: of the other kind where the suite runs on a server. */
function elsewhere(): Installation {
  const dataDir = mkdtempSync(join(tmpdir(), 'caunoi-elsewhere-'));
  const key = readFileSync(join(house.dataDir, 'keys/root.key'), 'utf8').trim();
  const { DATABASE_URL: _, REDIS_URL: __, ...embedded } = house.environment;
  return {
    dataDir,
    environment: { ...embedded, DATA_DIR: dataDir, SECRET_KEY: key },
    remove: async () => rmSync(dataDir, { recursive: true, force: true }),
  };
}

test('a live hub’s backup goes into another database, every row, and works there', async () => {
  const file = join(house.dataDir, 'backup.gz');
  const { bytes } = await done<{ bytes: number }>(house.environment, 'backup', file);
  expect(bytes).toBe(readFileSync(file).byteLength);

  const other = elsewhere();
  try {
    await done(other.environment, 'restore', file);
    const [before, after] = await Promise.all(
      [house, other].map((place) => withDatabase(place, (sql) => contents(sql))),
    );
    expect(after).toEqual(before);
    expect(Object.keys(before!)).toContain('attachment');
    expect(await statusIn(other)).toEqual(await statusIn(house));

    const again = await caunoi(other.environment, 'restore', file);
    expect(again).toMatchObject({ code: 1, json: { error: { code: 'backup.not-empty' } } });

    const back = join(house.dataDir, 'back.gz');
    await done(other.environment, 'backup', back);
    expect(rowsOf(back)).toEqual(rowsOf(file));
  } finally {
    await other.remove();
  }
});

test.runIf(server)(
  'and from the embedded database to a server',
  async () => {
    const embedded = elsewhere();
    const name = `caunoi_test_${randomBytes(6).toString('hex')}`;
    const admin = new pg.Client({ connectionString: server });
    await admin.connect();
    try {
      const file = join(house.dataDir, 'to-embedded.gz');
      await done(house.environment, 'backup', file);
      await done(embedded.environment, 'restore', file);
      const fromEmbedded = join(house.dataDir, 'from-embedded.gz');
      await done(embedded.environment, 'backup', fromEmbedded);
      await admin.query(`create database ${name}`);
      const url = new URL(server!);
      url.pathname = `/${name}`;
      const onServer = { ...embedded.environment, DATABASE_URL: url.href };
      await done(onServer, 'restore', fromEmbedded);
      expect(await statusIn({ environment: onServer })).toEqual(await statusIn(house));
    } finally {
      await admin.query(`drop database if exists ${name} with (force)`);
      await admin.end();
      await embedded.remove();
    }
  },
  300_000,
);

test('a backup holds no key and no contact in clear, and another key does not open what it restored', async () => {
  const file = join(house.dataDir, 'keyless.gz');
  await done(house.environment, 'backup', file);
  const text = gunzipSync(readFileSync(file)).toString('latin1');
  const key = readFileSync(join(house.dataDir, 'keys/root.key'), 'utf8').trim();
  expect(text).not.toContain(key);
  expect(text).not.toContain(Buffer.from(key, 'base64').toString('hex'));

  const other = elsewhere();
  try {
    await done(other.environment, 'restore', file);
    const { SECRET_KEY: _, ...keyless } = other.environment;
    expect(
      await caunoi({ ...keyless, SECRET_KEY: randomBytes(32).toString('base64') }, 'report', 'units'),
    ).toMatchObject({
      code: 2,
    });
  } finally {
    await other.remove();
  }
});

test('a damaged, cut or foreign file is refused and leaves the database empty', async () => {
  const file = join(house.dataDir, 'whole.gz');
  await done(house.environment, 'backup', file);
  const whole = readFileSync(file);
  const other = elsewhere();
  try {
    const damaged: [string, Buffer][] = [
      ['cut', whole.subarray(0, whole.length / 2)],
      ['foreign', Buffer.from('mã,tên\n')],
      ['empty', Buffer.alloc(0)],
    ];
    const absent = await caunoi(other.environment, 'restore', join(other.dataDir, 'nowhere.gz'));
    expect(absent).toMatchObject({ code: 1, json: { error: { code: 'backup.unreadable' } } });
    for (const [name, bytes] of damaged) {
      const path = join(other.dataDir, name);
      writeFileSync(path, bytes);
      const refused = await caunoi(other.environment, 'restore', path);
      expect({ name, ...refused }).toMatchObject({
        name,
        code: 1,
        json: { error: { code: 'backup.unreadable' } },
      });
    }
    await done(other.environment, 'restore', file);
  } finally {
    await other.remove();
  }
});

type Query = Parameters<Parameters<typeof withDatabase>[1]>[0];

/** Every table with a fingerprint of its rows. */
async function contents(sql: Query): Promise<Record<string, string>> {
  const tables = await sql.query<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> '_prisma_migrations' order by 1`,
  );
  const found: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await sql.query<{ print: string }>(
      `select count(*) || ' ' || md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as print from "${name}" t`,
    );
    found[name] = row!.print;
  }
  return found;
}

function rowsOf(file: string): string[] {
  const [, ...rows] = gunzipSync(readFileSync(file)).toString('utf8').trimEnd().split('\n');
  return rows.toSorted();
}
