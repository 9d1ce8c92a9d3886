import { withUnitsAboveMember } from '../people/index.ts';
import type { Database, Sql } from '../platform/database/index.ts';

const revive = `
  ${withUnitsAboveMember}, best as (
    select channel from chat where member_id = $1 and state = 'active' order by preference, linked_at limit 1
  )
  update delivery set state = 'created', channel = best.channel, next_at = $3, reason = null, attempts = 0,
    tried = '{}', parts_sent = 0
  from best, notice
  where delivery.notice_id = notice.id and delivery.member_id = $1
    and notice.unit_id in (select id from above) and notice.created_at > $2 and notice.cancelled_at is null
    and (notice.expires_at is null or notice.expires_at > $3)
    and delivery.state = 'unreachable' and delivery.acknowledged_at is null
  returning delivery.notice_id as "noticeId", delivery.channel, notice.unit_id as "unitId",
    notice.expires_at as "expiresAt"`;

/** Without a dispatch a notice counts as finished or cancelled; this one is neither any more. */
const reopen = `
  insert into dispatch (notice_id, channel, unit_id, cursor, exhausted, expires_at, turn_at)
  values ($1, $2, $3, 'ffffffff-ffff-ffff-ffff-ffffffffffff', true, $4, clock_timestamp())
  on conflict (notice_id, channel) do update set turn_at = excluded.turn_at`;

/**
 * A member whom no channel reached has one now: what was sent since `since`, is not stale and was not
 * cancelled goes on its way. Returns how many.
 */
export async function reachAgain(
  database: Database,
  { memberId, since, now }: { memberId: string; since: Date; now: Date },
): Promise<number> {
  return await database.transaction(async (sql: Sql) => {
    const revived = await sql.query<{
      noticeId: string;
      channel: string;
      unitId: string;
      expiresAt: Date | null;
    }>(revive, [memberId, since, now]);
    for (const row of revived)
      await sql.query(reopen, [row.noticeId, row.channel, row.unitId, row.expiresAt]);
    return revived.length;
  });
}
