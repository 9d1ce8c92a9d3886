import { afterAll, beforeAll, expect, test } from 'vitest';
import { noteReceipts, tally, type Receipt } from '../../hub/delivery/index.ts';
import { newId } from '../../hub/platform/ids.ts';
import type { Database } from '../../hub/platform/database/index.ts';
import { testDatabase } from '../support/database.ts';

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 8, minute));

/** A notice to some members, whose rows are in this state. */
async function given(count: number, state: string) {
  const [noticeId, unitId, senderId] = [newId(), newId(), newId()];
  const members = Array.from({ length: count }, () => newId()).sort();
  await database.query(`insert into unit (id, code, name, kind) values ($1, $2, 'C', 'cell')`, [
    unitId,
    unitId,
  ]);
  await database.query(
    `insert into member (id, code, full_name, language, created_at, updated_at)
     select id, id::text, 'A', 'vi', now(), now() from unnest($1::uuid[]) as given (id)`,
    [[senderId, ...members]],
  );
  await database.query(
    `insert into notice (id, unit_id, sender_id, kind, audience, title, body, wants_ack, urgent, send_at, recipients,
       request_hash, created_at)
     values ($1, $2, $3, 'notice', 'members', 'T', 'B', true, false, now(), $4, '', now())`,
    [noticeId, unitId, senderId, count],
  );
  await database.query(
    `insert into delivery (notice_id, member_id, unit_id, state, channel)
     select $1, id, $2, $4::delivery_state, 'web' from unnest($3::uuid[]) as given (id)`,
    [noticeId, unitId, members, state],
  );
  const note = (...list: [member: number, kind: Receipt['kind'], minute: number][]) =>
    noteReceipts(
      database,
      list.map(([member, kind, minute]) => ({ noticeId, memberId: members[member]!, kind, at: at(minute) })),
    );
  const rows = async () =>
    await database.query<{ delivered: Date | null; seen: Date | null }>(
      `select delivered_at as delivered, seen_at as seen from delivery where notice_id = $1 order by member_id`,
      [noticeId],
    );
  const counts = async () =>
    (await tally(database, noticeId, { recipients: count, cancelled: false })).byStatus;
  return { noticeId, note, rows, counts };
}

test('the first of a kind stands, and nothing moves backwards', async () => {
  const { note, rows, counts } = await given(3, 'handed_over');
  await note([0, 'delivered', 1], [1, 'delivered', 1], [1, 'seen', 2], [0, 'delivered', 3]);
  await note([0, 'delivered', 5], [1, 'delivered', 5], [1, 'seen', 6]);
  expect(await rows()).toEqual([
    { delivered: at(1), seen: null },
    { delivered: at(1), seen: at(2) },
    { delivered: null, seen: null },
  ]);
  expect(await counts()).toMatchObject({ handed_over: 1, delivered: 1, seen: 1 });
});

test('what was seen was delivered', async () => {
  const { note, rows } = await given(1, 'handed_over');
  await note([0, 'seen', 4]);
  expect(await rows()).toEqual([{ delivered: at(4), seen: at(4) }]);
});

test.each(['created', 'failed'])(
  'a receipt counts also where the send itself is not on record (%s)',
  async (state) => {
    const { note, counts } = await given(2, state);
    await note([0, 'delivered', 1]);
    expect(await counts()).toMatchObject({ [state]: 1, delivered: 1 });
  },
);

test('for somebody who is no recipient nothing is invented', async () => {
  const { noticeId, rows, counts } = await given(1, 'handed_over');
  await noteReceipts(database, [
    { noticeId, memberId: newId(), kind: 'seen', at: at(1) },
    { noticeId: newId(), memberId: newId(), kind: 'seen', at: at(1) },
  ]);
  await noteReceipts(database, []);
  expect(await rows()).toEqual([{ delivered: null, seen: null }]);
  expect(Object.values(await counts()).reduce((sum, count) => sum + count, 0)).toBe(1);
});
