import { withUnitsAboveMember } from '../people/index.ts';
import type { Sql } from '../platform/database/index.ts';
import { revive } from './revive.ts';

const missedBy = `
  delivery.member_id = $1 and delivery.state = 'unreachable' and notice.created_at > $2
  and notice.unit_id in (${withUnitsAboveMember} select id from above)`;

/**
 * A member whom no channel reached has one now: what was sent since `since`, is not stale and was not
 * cancelled goes on its way. Returns how many.
 */
export async function reachAgain(
  sql: Sql,
  { memberId, since, now }: { memberId: string; since: Date; now: Date },
): Promise<number> {
  const revived = await revive(sql, { where: missedBy, values: [memberId, since] }, { now });
  return revived.reduce((sum, { count }) => sum + count, 0);
}
