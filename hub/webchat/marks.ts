import { aboutKey } from '../channels/index.ts';
import { batched } from '../platform/batched.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Sql } from '../platform/database/index.ts';

/** `delivered`: a device has it. `seen`: it stood on the screen. */
export interface Mark {
  address: string;
  messageId: string;
  kind: 'delivered' | 'seen';
}

/** What marks prove about notices; the ledger of deliveries takes it in. */
export type NoteReceipts = (
  sql: Sql,
  receipts: { noticeId: string; memberId: string; kind: Mark['kind']; at: Date }[],
) => Promise<void>;

interface Marked {
  address: string;
  key: string | null;
  kind: Mark['kind'];
}

const mostAtOnce = 1_000;
const tries = 3;

/** Marks of messages, and the receipts that follow from them, in one transaction. */
export function marks({
  database,
  clock,
  receipts,
}: {
  database: Database;
  clock: Clock;
  receipts: NoteReceipts;
}) {
  async function markAll(lists: readonly (readonly Mark[])[]): Promise<number[]> {
    const all = lists.flat();
    if (all.length > 0) await patiently(() => database.transaction((sql) => markIn(sql, all)));
    return lists.map(({ length }) => length);
  }

  async function markIn(sql: Sql, all: readonly Mark[]): Promise<void> {
    const at = clock();
    const marked = await sql.query<Marked>(markMessages, [
      all.map(({ address }) => address),
      all.map(({ messageId }) => messageId),
      all.map(({ kind }) => kind),
      at,
    ]);
    const whole = await wholeNotices(sql, marked);
    await receipts(
      sql,
      whole.map((receipt) => ({ ...receipt, at })),
    );
  }

  const mark = batched(markAll, mostAtOnce);
  return {
    /** Ids of messages that are not this chat's, or ours to send, are passed over. */
    async mark(list: readonly Mark[]): Promise<void> {
      await mark(list);
    },
  };
}

/** A notice in several parts has arrived when its last part has, and was seen when every part was. */
async function wholeNotices(sql: Sql, marked: readonly Marked[]) {
  const touched = marked.flatMap(({ address, key, kind }) => {
    const about = key === null ? null : aboutKey(key);
    return about ? [{ ...about, address, kind }] : [];
  });
  const alone = touched.filter(({ parts }) => parts === 1);
  const inParts = touched.filter(({ parts }) => parts > 1);
  const complete =
    inParts.length === 0
      ? []
      : await sql.query<(typeof touched)[number]>(selectComplete, [
          inParts.map(({ address }) => address),
          inParts.map(({ noticeId }) => noticeId),
          inParts.map(({ memberId }) => memberId),
          inParts.map(({ parts }) => parts),
          inParts.map(({ kind }) => kind),
        ]);
  return [...alone, ...complete].map(({ noticeId, memberId, kind }) => ({ noticeId, memberId, kind }));
}

/** Two processes may mark the same messages, or meet the engine: whom the database chose to fail tries again. */
async function patiently(work: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if ((error as { code?: unknown }).code !== '40P01' || attempt === tries) throw error;
    }
  }
}

/** A mark that was there already is not told again. What was seen was delivered. */
const markMessages = `
  with mark as (
    select message_id, address, bool_or(kind = 'seen') as seen
    from unnest($1::text[], $2::uuid[], $3::text[]) as mark (address, message_id, kind)
    group by message_id, address
  ), held as (
    select m.id, mark.seen from web_message m join mark on mark.message_id = m.id and mark.address = m.address
    where m.direction = 'out' and (m.delivered_at is null or mark.seen and m.seen_at is null)
    order by m.id for no key update of m
  )
  update web_message m set
    delivered_at = coalesce(m.delivered_at, $4),
    seen_at = case when held.seen then coalesce(m.seen_at, $4) end
  from held where m.id = held.id
  returning m.address, m.key, case when held.seen then 'seen' else 'delivered' end as kind`;

const selectComplete = `
  select distinct touched.notice_id as "noticeId", touched.member_id as "memberId", touched.kind
  from unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::text[])
    as touched (address, notice_id, member_id, parts, kind)
  where (
    select count(*) from generate_series(1, touched.parts) as part
    join web_message m on m.address = touched.address
      and m.key = touched.notice_id || ':' || touched.member_id || ':' || part || '/' || touched.parts
      and case when touched.kind = 'seen' then m.seen_at else m.delivered_at end is not null) = touched.parts`;
