import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import pg from 'pg';
import { keepLeading, type Database } from '../../hub/platform/database/index.ts';
import { testDatabase } from '../support/database.ts';

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
}, 60_000);
afterEach(async () => {
  await database.query('drop table if exists tally');
});
afterAll(async () => {
  await database.close();
});

const clients = (count: number) =>
  Promise.all(
    Array.from({ length: count }, async () => {
      const client = new pg.Client(database.connection);
      await client.connect();
      return client;
    }),
  );

test('many clients that prepare statements of different shapes at once each get their own answer', async () => {
  const all = await clients(12);
  const wrong: unknown[] = [];
  await Promise.all(
    all.map(async (client, c) => {
      for (let n = 0; n < 150; n += 1) {
        const shapes: [string, unknown[]][] = [
          ['select $1::int as n', [n]],
          ['select $1::int + $2::int as n', [n - 7, 7]],
          ['select $1::text as n, $2::text, $3::text', [String(n), 'ấ', `${c}`]],
        ];
        const [text, values] = shapes[(n + c) % 3]!;
        const { rows } = await client.query<{ n: unknown }>(text, values);
        if (Number(rows[0]?.n) !== n) wrong.push({ c, n, rows });
      }
    }),
  );
  expect(wrong).toEqual([]);
  await Promise.all(all.map((client) => client.end()));
});

test('transactions of many clients do not mix, and what one rolls back is gone', async () => {
  await database.query('create table tally (client int, n int)');
  const all = await clients(8);
  await Promise.all(
    all.map(async (client, c) => {
      for (let n = 0; n < 20; n += 1) {
        await client.query('begin');
        await client.query('insert into tally values ($1, $2)', [c, n]);
        await client.query('insert into tally values ($1, $2)', [c, -n]);
        await client.query(n % 2 === 0 ? 'commit' : 'rollback');
      }
    }),
  );
  const [row] = await database.query<{ rows: number; odd: number }>(
    'select count(*) as rows, count(*) filter (where n % 2 <> 0) as odd from tally',
  );
  expect(row).toEqual({ rows: 8 * 10 * 2, odd: 0 });
  await Promise.all(all.map((client) => client.end()));
});

test('a client that dies in a transaction takes it along, and the others go on', async () => {
  await database.query('create table tally (n int)');
  const [client] = await clients(1);
  client!.on('error', () => {});
  await client!.query('begin');
  await client!.query('insert into tally values (1)');
  const waiting = database.query('insert into tally values (2)');
  (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
  await waiting;
  expect(await database.query('select n from tally')).toEqual([{ n: 2 }]);
});

test('an error inside a transaction leaves nothing behind and the connection usable', async () => {
  await database.query('create table tally (n int primary key)');
  const failing = database.transaction(async (sql) => {
    await sql.query('insert into tally values (1)');
    await sql.query('insert into tally values (1)');
  });
  await expect(failing).rejects.toMatchObject({ code: '23505' });
  expect(await database.query('select n from tally')).toEqual([]);
});

test('a transaction that takes too long is rolled back, and the next one is served', async () => {
  await database.query('create table tally (n int)');
  const stuck = database.transaction(async (sql) => {
    await sql.query('insert into tally values (1)');
    await new Promise(() => {});
  }, 200);
  await expect(stuck).rejects.toThrow('longer than 200 ms');
  await database.query('insert into tally values (2)');
  expect(await database.query('select n from tally')).toEqual([{ n: 2 }]);
});

test('big values and many rows come through whole', async () => {
  const bytes = Buffer.alloc(12_000_000, 'đ');
  const [row] = await database.query<{ back: Buffer }>('select $1::bytea as back', [bytes]);
  expect(row?.back.equals(bytes)).toBe(true);
  const rows = await database.query<{ n: number }>('select n from generate_series(1, 50000) n');
  expect(rows).toHaveLength(50_000);
});

test('of several processes one leads, and another follows when it stops', async () => {
  const leading: string[] = [];
  const lead = (name: string) =>
    keepLeading(
      database,
      'telegram',
      async (signal) => {
        leading.push(name);
        await new Promise<void>((done) => signal.addEventListener('abort', () => done(), { once: true }));
        leading.splice(leading.indexOf(name), 1);
      },
      {
        seconds: 0.3,
        onProblem: (error) => {
          throw error;
        },
      },
    );
  const [a, b] = [lead('a'), lead('b')];
  await expect.poll(() => leading.length).toBe(1);
  await new Promise((later) => setTimeout(later, 700));
  expect(leading).toHaveLength(1);
  const [first] = leading;
  await (first === 'a' ? a : b).stop();
  await expect.poll(() => leading).toEqual([first === 'a' ? 'b' : 'a']);
  await Promise.all([a.stop(), b.stop()]);
  expect(leading).toEqual([]);
});

test.skipIf(!process.env['TEST_DATABASE_URL'])(
  'on a server, nothing is compiled that runs once',
  async () => {
    expect(await database.query('show jit')).toEqual([{ jit: 'off' }]);
  },
);
