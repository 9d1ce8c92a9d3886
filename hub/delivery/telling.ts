import type { Sql } from '../platform/database/index.ts';

interface Told {
  noticeId: string;
  /** Members with the unit under which each receives the notice. */
  members: ReadonlyMap<string, string>;
  by: string;
  at: Date;
}

/**
 * Somebody told these members in person: an acknowledgement that names who did. Waiting sends are not made, and
 * reminders are settled too. Returns who had not acknowledged before.
 */
export async function tell(sql: Sql, { noticeId, members, by, at }: Told): Promise<string[]> {
  // Told before its time: the row is made now, and expanding finds it there. In the order in which the engine and
  // receipts lock rows, so that none of them waits for another.
  const told = await sql.query<{ memberId: string }>(
    `insert into delivery as known (notice_id, member_id, unit_id, acknowledged_at, told_by)
     select $1, member_id, unit_id, $4, $5 from unnest($2::uuid[], $3::uuid[]) as told (member_id, unit_id)
     order by member_id
     on conflict (notice_id, member_id) do update set acknowledged_at = $4, told_by = $5, next_at = null
       where known.acknowledged_at is null
     returning member_id as "memberId"`,
    [noticeId, [...members.keys()], [...members.values()], at, by],
  );
  const fresh = told.map(({ memberId }) => memberId);
  await sql.query(
    `update delivery set acknowledged_at = $3, next_at = null from notice
     where notice.reminds_id = $1 and delivery.notice_id = notice.id and delivery.member_id = any ($2::uuid[])
       and delivery.acknowledged_at is null`,
    [noticeId, fresh, at],
  );
  return fresh;
}

/** A row that was made only because its member was told before the notice's time: its slice makes it again. */
const dropEarly = `
  delete from delivery using audience_slice slice
  where delivery.notice_id = any ($1::uuid[]) and delivery.member_id = $2 and slice.notice_id = delivery.notice_id
    and $2 = any (slice.members)`;

const takeBack = `
  update delivery set acknowledged_at = null, told_by = null,
    state = case when delivery.state <> 'created' then delivery.state
      when notice.cancelled_at is not null or notice.expires_at <= $3 then 'cancelled'
      when delivery.channel is null and best.channel is null then 'unreachable'
      else 'created' end::delivery_state,
    reason = case when delivery.state <> 'created' then delivery.reason
      when notice.cancelled_at is not null then 'cancelled' when notice.expires_at <= $3 then 'stale'
      when delivery.channel is null and best.channel is null then 'no-channel'
      else delivery.reason end,
    channel = coalesce(delivery.channel, best.channel),
    next_at = case when delivery.state = 'created' and notice.cancelled_at is null
      and coalesce(notice.expires_at > $3, true) and coalesce(delivery.channel, best.channel) is not null then $3 end
  from notice left join lateral (
    select channel from chat where member_id = $2 and state = 'active' order by preference, linked_at limit 1
  ) best on true
  where notice.id = any ($1::uuid[]) and delivery.notice_id = notice.id and delivery.member_id = $2
    and delivery.acknowledged_at = $4
  returning delivery.notice_id as "noticeId", delivery.channel, notice.unit_id as "unitId",
    notice.expires_at as "expiresAt", delivery.next_at is not null as due`;

/** Without a dispatch nothing of a notice is asked any more. */
const openAgain = `
  insert into dispatch (notice_id, channel, unit_id, cursor, exhausted, expires_at, turn_at)
  values ($1, $2, $3, 'ffffffff-ffff-ffff-ffff-ffffffffffff', true, $4, clock_timestamp())
  on conflict (notice_id, channel) do update set turn_at = excluded.turn_at`;

/**
 * Takes back what `by` recorded since `since`: the member was not told after all. What was not sent because of it
 * goes on its way, reminders included. False: there is nothing of the kind.
 */
export async function untell(
  sql: Sql,
  {
    noticeId,
    memberId,
    by,
    since,
    now,
  }: { noticeId: string; memberId: string; by: string; since: Date; now: Date },
): Promise<boolean> {
  const [told] = await sql.query<{ at: Date }>(
    `select acknowledged_at as at from delivery
     where notice_id = $1 and member_id = $2 and told_by = $3 and acknowledged_at >= $4 for update`,
    [noticeId, memberId, by, since],
  );
  if (!told) return false;
  const reminders = await sql.query<{ id: string }>('select id from notice where reminds_id = $1', [
    noticeId,
  ]);
  const ids = [noticeId, ...reminders.map(({ id }) => id)];
  await sql.query(dropEarly, [ids, memberId]);
  const rows = await sql.query<{
    noticeId: string;
    channel: string | null;
    unitId: string;
    expiresAt: Date | null;
    due: boolean;
  }>(takeBack, [ids, memberId, now, told.at]);
  for (const row of rows.filter(({ due }) => due)) {
    await sql.query(openAgain, [row.noticeId, row.channel, row.unitId, row.expiresAt]);
  }
  return true;
}
