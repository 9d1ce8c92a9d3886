import type { ChannelName } from '../channels/index.ts';
import type { Database, Sql } from '../platform/database/index.ts';
import { heardEchoWaitMs } from './echo-wait.ts';
import { holds } from './held.ts';

/** Batches whose worker fell silent: their rows were asked or not, nobody knows, so they are in doubt. Where the
 * notice was cancelled meanwhile (it has no dispatch any more) they are not asked again. */
const reclaimDeadBatches = `
  with dead as (
    delete from delivery_batch where lease_until < clock_timestamp()
    returning notice_id, channel, first_member, last_member, members
  )
  update delivery set
    in_doubt = true, attempts = attempts + 1,
    next_at = case when dispatch.notice_id is not null then $1::timestamptz
      + case when dead.channel = any($2::channel[]) then $3 * interval '1 millisecond' else '0' end end,
    state = case when dispatch.notice_id is not null then 'created' else 'failed' end::delivery_state,
    reason = case when dispatch.notice_id is not null then 'worker-lost' else 'in-doubt-and-cancelled' end
  from dead left join dispatch on dispatch.notice_id = dead.notice_id and dispatch.channel = dead.channel
  where delivery.state = 'created' and delivery.acknowledged_at is null and ${holds('dead')}`;

/** Notices that were claimed to their end, locked against whoever has more rows for one of them. */
const lockExhausted = `
  select notice_id, channel from dispatch where exhausted and not exists (
    select from delivery_batch batch
    where batch.notice_id = dispatch.notice_id and batch.channel = dispatch.channel)
  order by notice_id, channel for update skip locked`;

/**
 * Of these, one with nothing left is taken off the list; one with rows that nobody holds and that wait for no
 * moment (they should not exist) is gone through again from the start.
 */
const settleExhausted = `
  with held as (
    select * from unnest($1::uuid[], $2::channel[]) as held (notice_id, channel)
  ), open as (
    select held.notice_id, held.channel, bool_or(delivery.next_at is null) as forgotten
    from held join delivery on delivery.notice_id = held.notice_id and delivery.channel = held.channel
      and delivery.state = 'created' and delivery.acknowledged_at is null
    group by held.notice_id, held.channel
  ), again as (
    update dispatch set cursor = '00000000-0000-0000-0000-000000000000', exhausted = false
    from open where open.forgotten and dispatch.notice_id = open.notice_id and dispatch.channel = open.channel
  )
  delete from dispatch using held
  where dispatch.notice_id = held.notice_id and dispatch.channel = held.channel
    and not exists (select from open where open.notice_id = held.notice_id and open.channel = held.channel)
    and not exists (select from audience_slice slice where slice.notice_id = held.notice_id)`;

/**
 * Puts back what a dead process held. Returns how many rows are in doubt because of it.
 *
 * @param withEchoes channels on which these wait for what their provider tells of them
 */
export async function reclaim(
  database: Database,
  now: Date,
  withEchoes: readonly ChannelName[] = [],
): Promise<number> {
  const [dead] = await database.query<{ some: boolean }>(
    'select exists (select from delivery_batch where lease_until < clock_timestamp()) as some',
  );
  if (!dead?.some) return 0;
  const values = [now, withEchoes, heardEchoWaitMs];
  const rows = await database.query(`${reclaimDeadBatches} returning delivery.member_id`, values);
  return rows.length;
}

/** Closes what is finished. Costs a look at the open rows of notices that have been claimed to their end. */
export async function settle(database: Database): Promise<void> {
  // Two statements: the second must see rows that came while the first waited for its locks.
  await database.transaction(async (sql) => {
    const held = await sql.query<{ notice_id: string; channel: ChannelName }>(lockExhausted);
    if (held.length === 0) return;
    await sql.query(settleExhausted, [held.map((row) => row.notice_id), held.map((row) => row.channel)]);
  });
}

/** Is a slice of an audience waiting whose time has come? */
export async function sliceWaits(sql: Sql, now: Date): Promise<boolean> {
  return (await sql.query('select from audience_slice where expand_at <= $1 limit 1', [now])).length > 0;
}

/** Is a row waiting whose time has come, on one of these channels? */
export async function rowWaits(sql: Sql, channels: readonly ChannelName[], now: Date): Promise<boolean> {
  const [row] = await sql.query<{ waits: boolean }>(
    `select exists (select from dispatch where not exhausted and channel = any($2::channel[]))
       or exists (
         select from delivery where next_at <= $1 and channel = any($2::channel[])
           and state = 'created' and acknowledged_at is null) as waits`,
    [now, channels],
  );
  return row?.waits ?? false;
}

/** For each channel, how many seconds the oldest row or notice whose time has come has waited for its turn. */
export async function longestWaits(
  sql: Sql,
  now: Date,
): Promise<{ channel: ChannelName; seconds: number }[]> {
  return await sql.query(
    `select channel, max(seconds)::float8 as seconds from (
       select channel, extract(epoch from $1::timestamptz - next_at) as seconds from delivery
       where next_at <= $1 and state = 'created' and acknowledged_at is null
       union all
       select channel, extract(epoch from clock_timestamp() - turn_at) from dispatch where not exhausted) waiting
     group by channel`,
    [now],
  );
}
