import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openReports, tally, type Reports } from '../../hub/delivery/index.ts';
import { newId } from '../../hub/platform/ids.ts';
import type { Database } from '../../hub/platform/database/index.ts';
import { testDatabase } from '../support/database.ts';

let database: Database;
let reports: Reports;
const problems: unknown[] = [];
const now = new Date('2026-11-20T08:00:00Z');
beforeAll(async () => (database = await testDatabase()), 60_000);
beforeEach(() => {
  reports = openReports({ database, clock: () => now, onProblem: (error) => problems.push(error) });
});
afterEach(() => {
  reports.close();
  expect(problems.splice(0)).toEqual([]);
});
afterAll(() => database.close());

const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 8, minute));

/** A notice that has gone to two members on Zalo, under ids of Zalo's. */
async function given(sentAt = now) {
  const [noticeId, unitId] = [newId(), newId()];
  const members = [newId(), newId()].sort();
  const ids = members.map((member) => `msg-${member}`);
  await database.query(`insert into unit (id, code, name, kind) values ($1, $2, 'C', 'cell')`, [
    unitId,
    unitId,
  ]);
  await database.query(
    `insert into member (id, code, full_name, language, created_at, updated_at)
     select id, id::text, 'A', 'vi', now(), now() from unnest($1::uuid[]) as given (id)`,
    [members],
  );
  await database.query(
    `insert into notice (id, unit_id, sender_id, kind, audience, title, body, wants_ack, urgent, send_at, recipients,
       request_hash, created_at)
     values ($1, $2, $3, 'notice', 'members', 'T', 'B', true, false, now(), 2, '', now())`,
    [noticeId, unitId, members[0]],
  );
  await database.query(
    `insert into delivery (notice_id, member_id, unit_id, state, channel)
     select $1, id, $2, 'handed_over', 'zalo' from unnest($3::uuid[]) as given (id)`,
    [noticeId, unitId, members],
  );
  const record = () =>
    database.query(
      `insert into sent_message (channel, provider_id, notice_id, member_id, sent_at)
       select 'zalo', provider_id, $1, member_id, $4 from unnest($2::text[], $3::uuid[]) as sent (provider_id, member_id)`,
      [noticeId, ids, members, sentAt],
    );
  const counts = async () => (await tally(database, noticeId, { recipients: 2, cancelled: false })).byStatus;
  return { ids, record, counts };
}

test('what a provider reports by its own ids moves the ledger', async () => {
  const { ids, record, counts } = await given();
  await record();
  await reports.take('zalo', [{ providerId: ids[0]!, kind: 'delivered', at: at(1) }]);
  expect(await counts()).toMatchObject({ handed_over: 1, delivered: 1, seen: 0 });
  await reports.take('zalo', [
    { providerId: ids[0]!, kind: 'seen', at: at(2) },
    { providerId: ids[1]!, kind: 'delivered', at: at(2) },
  ]);
  expect(await counts()).toMatchObject({ handed_over: 0, delivered: 1, seen: 1 });
});

test('an id of another channel, or of nothing on record, changes nothing', async () => {
  const { ids, record, counts } = await given();
  await record();
  await reports.take('telegram', [{ providerId: ids[0]!, kind: 'seen', at: at(1) }]);
  await reports.take('zalo', [{ providerId: 'an-answer-in-a-conversation', kind: 'seen', at: at(1) }]);
  await reports.take('zalo', []);
  expect(await counts()).toMatchObject({ handed_over: 2 });
});

test('a report that is faster than the record of what it reports on is not lost', async () => {
  const { ids, record, counts } = await given();
  await reports.take('zalo', [{ providerId: ids[0]!, kind: 'seen', at: at(1) }]);
  expect(await counts()).toMatchObject({ handed_over: 2 });
  await record();
  await expect.poll(counts, { timeout: 10_000 }).toMatchObject({ handed_over: 1, seen: 1 });
});

test('one whose process ended before the record was made is not lost, and what was no notice is forgotten', async () => {
  const { ids, record, counts } = await given();
  await reports.take('zalo', [
    { providerId: ids[0]!, kind: 'seen', at: at(1) },
    { providerId: ids[0]!, kind: 'seen', at: at(2) },
    { providerId: 'an-answer', kind: 'delivered', at: at(1) },
  ]);
  reports.close();
  await record();
  const next = openReports({
    database,
    clock: () => new Date(now.getTime() + 25 * 3_600_000),
    onProblem: (error) => problems.push(error),
  });
  await next.lookAgain();
  expect(await counts()).toMatchObject({ handed_over: 1, seen: 1 });
  const waiting = () => database.query(`select from early_report where provider_id = 'an-answer'`);
  expect(await waiting()).toHaveLength(1);
  await next.forgetOld();
  expect(await waiting()).toHaveLength(0);
  next.close();
});

test('one that cannot be written now is written later', async () => {
  const { ids, record, counts } = await given();
  await record();
  await database.query('alter table sent_message rename to away');
  await reports.take('zalo', [{ providerId: ids[0]!, kind: 'delivered', at: at(1) }]);
  expect(problems.splice(0)).toHaveLength(1);
  await database.query('alter table away rename to sent_message');
  await expect.poll(counts, { timeout: 10_000 }).toMatchObject({ delivered: 1 });
});

test('ids are forgotten after a month', async () => {
  await database.query('delete from sent_message');
  const [old, young] = [
    await given(new Date('2026-10-19T08:00:00Z')),
    await given(new Date('2026-10-21T08:00:00Z')),
  ];
  await old.record();
  await young.record();
  await reports.forgetOld();
  const rows = await database.query<{ id: string }>('select provider_id as id from sent_message');
  expect(rows.map(({ id }) => id).sort()).toEqual(young.ids.toSorted());
});
