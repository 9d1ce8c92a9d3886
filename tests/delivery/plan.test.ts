import { afterAll, beforeAll, expect, test } from 'vitest';
import { analyzeDeliveries, expandOneSlice } from '../../hub/delivery/expand.ts';
import { recordOutcomes, recordSent } from '../../hub/delivery/record.ts';
import { acceptAudience } from '../../hub/delivery/index.ts';
import type { Database } from '../../hub/platform/database/index.ts';
import { newId } from '../../hub/platform/ids.ts';
import { testDatabase } from '../support/database.ts';

// Without statistics PostgreSQL took a new table for empty and joined every row of a notice in each batch.
let database: Database;
const people = 25_000;
const noticeId = newId();

beforeAll(async () => {
  database = await testDatabase();
  await database.query(`insert into unit (id, code, name, kind) values ($1, 'C', 'Chi bộ', 'cell')`, [
    newId(),
  ]);
  await database.query(
    `insert into member (id, code, full_name, created_at, updated_at)
     select gen_random_uuid(), 'M' || n, 'Nguyễn Văn ' || n, now(), now() from generate_series(1, ${people}) n`,
  );
  await database.query(
    `insert into chat (id, channel, address, member_id, state, linked_at, changed_at)
     select gen_random_uuid(), 'telegram', code, id, 'active', now(), now() from member`,
  );
  const [unit] = await database.query<{ id: string }>('select id from unit');
  await database.transaction(async (sql) => {
    const audience = { query: 'select id as member_id from member where code <> $1', values: ['nobody'] };
    const sendAt = new Date();
    await acceptAudience(sql, {
      noticeId,
      unitId: unit!.id,
      audience,
      sendAt,
      expiresAt: null,
      urgent: false,
    });
  });
  while ((await expandOneSlice(database, ['telegram'], new Date())) !== null);
  // The engine does so once enough rows have been made.
  await analyzeDeliveries(database);
}, 60_000);

afterAll(() => database.close());

test('a large audience comes in slices, and every recipient gets one row', async () => {
  const [row] = await database.query(
    'select count(*) as rows, count(distinct member_id) as people from delivery',
  );
  expect(row).toEqual({ rows: people, people });
});

test('right after a large expand the record statements find their rows by key', async () => {
  const rows = await database.query<{ id: string }>(
    'select member_id as id from delivery where notice_id = $1 order by member_id offset 12000 limit 500',
    [noticeId],
  );
  const members = rows.map(({ id }) => id);
  const all = <Value>(value: Value) => members.map(() => value);
  const range = [members[0], members.at(-1)];
  await isByKey(recordSent, [newId(), noticeId, members, all('77'), new Date(), ...range]);
  await isByKey(recordOutcomes, [
    newId(),
    noticeId,
    'telegram',
    members,
    all('sent'),
    all('77'),
    all(null),
    all(null),
    all(0),
    new Date(),
    ...range,
  ]);
});

async function isByKey(statement: string, values: unknown[]): Promise<void> {
  const plan = await database.query<{ 'QUERY PLAN': string }>(`explain ${statement}`, values);
  const text = plan.map((line) => line['QUERY PLAN']).join('\n');
  expect(text).toMatch(/Index Scan (?:using|on) delivery_pkey/);
  expect(text).not.toMatch(/Seq Scan on delivery\s/);
}
