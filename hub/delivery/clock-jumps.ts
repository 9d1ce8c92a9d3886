import type { Clock } from '../platform/clock.ts';
import type { Sql } from '../platform/database/index.ts';

/** Less is the ordinary drift of a clock that is being set. */
const noticedMs = 60_000;

/** Rows that wait for a moment by the old clock. What waits less than half the jump was written by the new one. */
const moveBack = `
  update delivery set next_at = next_at - $2 * interval '1 millisecond'
  where next_at > $1::timestamptz + $2 / 2 * interval '1 millisecond' and state = 'created'`;

/**
 * Notices when the machine's clock was put back: what was to wait two seconds would wait for an hour and two seconds.
 * A clock that is put forward makes waits shorter, which providers correct. May run twice, in several processes.
 */
export function clockJumps(sql: Sql, clock: Clock): () => Promise<void> {
  const ahead = () => clock().getTime() - performance.now();
  let before = ahead();
  return async () => {
    const now = ahead();
    const backMs = before - now;
    if (backMs >= noticedMs) await sql.query(moveBack, [clock(), Math.round(backMs)]);
    before = now;
  };
}
