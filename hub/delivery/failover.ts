import type { ChannelName, ChannelStanding } from '../channels/index.ts';
import type { Database, Sql } from '../platform/database/index.ts';
import { endStale } from './claim.ts';
import { isHeld } from './held.ts';
import { revive } from './revive.ts';

/** How long a row waits for a channel that does not answer, before its member is on the secretary's list. */
export const patienceMs = 600_000;
/** In a drill nobody wants to wait that long to see where everybody ends. */
export const drillPatienceMs = 10_000;

/** Rows moved by one statement. */
const chunk = 10_000;
const limitMs = 60_000;

const toOtherChannels = `
  with waiting as materialized (
    select member_id, tried from delivery
    where notice_id = $1 and channel = $2 and member_id > $3
      and state = 'created' and acknowledged_at is null and not ${isHeld}
    order by member_id limit ${chunk}
  ), best as (
    select distinct on (member_id) member_id, chat.channel
    from waiting join chat using (member_id)
    where chat.state = 'active' and chat.channel = any ($4::channel[])
      and coalesce(chat.channel <> all (waiting.tried), true)
    order by member_id, preference, linked_at
  ), moved as (
    update delivery set channel = best.channel, next_at = $5, attempts = 0, parts_sent = 0, reason = 'channel-down'
    from best where delivery.notice_id = $1 and delivery.member_id = best.member_id
    returning best.channel
  ), reopened as (
    insert into dispatch (notice_id, channel, unit_id, cursor, exhausted, expires_at, turn_at)
    select $1, channel, $6, 'ffffffff-ffff-ffff-ffff-ffffffffffff', true, $7, clock_timestamp()
    from (select distinct channel from moved) as gone_to
    on conflict (notice_id, channel) do update set turn_at = excluded.turn_at
  )
  select (select count(*) from waiting) as seen, (select count(*) from moved) as moved,
    (select member_id from waiting order by member_id desc limit 1) as last`;

const giveUp = `
  update delivery set state = 'unreachable', reason = 'channel-down', next_at = null
  where notice_id = $1 and channel = $2 and state = 'created' and acknowledged_at is null and not ${isHeld}
  returning member_id`;

/**
 * Takes everybody off a channel that does not answer: whoever has another one that does goes there at once, what is
 * stale is ended, and when patience is over the rest is unreachable, thus on the secretary's list. What is being
 * asked right now is left to its outcome, a doubt stays one and is a repeat on the next channel.
 * May run twice, and in several processes.
 *
 * @param well the channels that answer
 */
export async function leaveChannel(
  database: Database,
  { channel, since, blocked }: Pick<ChannelStanding, 'channel' | 'since' | 'blocked'>,
  { well, now }: { well: readonly ChannelName[]; now: Date },
): Promise<{ moved: number; givenUp: number }> {
  const isOver = now.getTime() - since.getTime() >= (blocked ? drillPatienceMs : patienceMs);
  const notices = await database.query<{ noticeId: string }>(
    'select notice_id as "noticeId" from dispatch where channel = $1 order by notice_id',
    [channel],
  );
  const done = { moved: 0, givenUp: 0 };
  for (const { noticeId } of notices) {
    const from = { noticeId, channel, well, now };
    for (let last: string | null = firstMember; last !== null;) {
      const step: Moved = await database.transaction((sql) => moveSome(sql, from, last!), limitMs);
      done.moved += step.moved;
      last = step.last;
    }
    if (isOver) done.givenUp += await database.transaction((sql) => giveUpRest(sql, from), limitMs);
  }
  return done;
}

const firstMember = '00000000-0000-0000-0000-000000000000';

interface From {
  noticeId: string;
  channel: ChannelName;
  well: readonly ChannelName[];
  now: Date;
}

interface Moved {
  moved: number;
  /** Where to go on; null: that was the end. */
  last: string | null;
}

async function moveSome(sql: Sql, from: From, after: string): Promise<Moved> {
  const { noticeId, channel, well, now } = from;
  const dispatch = await holdDispatch(sql, from);
  if (!dispatch) return { moved: 0, last: null };
  if (dispatch.expiresAt && dispatch.expiresAt <= now) {
    await endStale(sql, noticeId, channel);
    return { moved: 0, last: null };
  }
  const values = [noticeId, channel, after, well, now, dispatch.unitId, dispatch.expiresAt];
  const [step] = await sql.query<{ seen: number; moved: number; last: string | null }>(
    toOtherChannels,
    values,
  );
  return { moved: step!.moved, last: step!.seen < chunk ? null : step!.last };
}

async function giveUpRest(sql: Sql, from: From): Promise<number> {
  if (!(await holdDispatch(sql, from))) return 0;
  const rows = await sql.query(giveUp, [from.noticeId, from.channel]);
  if (rows.length > 0)
    await sql.query('update channel_health set gave_up = true where channel = $1', [from.channel]);
  return rows.length;
}

/**
 * Held against a claim, which would ask rows that we move, and against a cancellation. A claim under way is not
 * waited for: the next sweep comes soon.
 */
async function holdDispatch(
  sql: Sql,
  { noticeId, channel }: From,
): Promise<{ unitId: string; expiresAt: Date | null } | undefined> {
  const notice = await sql.query(
    'select from notice where id = $1 and cancelled_at is null for share skip locked',
    [noticeId],
  );
  if (notice.length === 0) return undefined;
  const [dispatch] = await sql.query<{ unitId: string; expiresAt: Date | null }>(
    `select unit_id as "unitId", expires_at as "expiresAt" from dispatch
     where notice_id = $1 and channel = $2 for update skip locked`,
    [noticeId, channel],
  );
  return dispatch;
}

/** The channel answers again: what was given up because it did not is sent after all. Returns how many. */
export async function comeBack(
  database: Database,
  channel: ChannelName,
  { well, now }: { well: readonly ChannelName[]; now: Date },
): Promise<number> {
  return await database.transaction(async (sql) => {
    const [waits] = await sql.query(
      `update channel_health set gave_up = false where channel = $1 and gave_up and state = 'closed' returning channel`,
      [channel],
    );
    if (!waits) return 0;
    const which = { where: `delivery.reason = 'channel-down' and delivery.channel = $1`, values: [channel] };
    const revived = await revive(sql, which, { now, channels: well });
    return revived.reduce((sum, { count }) => sum + count, 0);
  }, limitMs);
}
