import { cancelWaiting } from '../../delivery/index.ts';
import type { Sql } from '../../platform/database/index.ts';

/** What became of a notice that was taken back, with everything that passed it on. */
export interface Withdrawn {
  /** The notice itself first, then those by which it went further down; without reminders. */
  ids: string[];
  /** How many will not get it. */
  cancelled: number;
}

/**
 * Stops a notice: what has not gone of it, of its reminders, and of what passed it on below. A unit whose passing on
 * was stopped waits to pass it on again, unless the whole directive is over. Inside the caller's transaction.
 */
export async function withdraw(
  sql: Sql,
  id: string,
  { at, reason }: { at: Date; reason: 'cancelled' | 'superseded' },
): Promise<Withdrawn> {
  // Whoever passes it on right now is waited for; whoever comes after finds it stopped.
  await sql.query(
    'select from notice where id = (select coalesce(root_id, id) from notice where id = $1) for update',
    [id],
  );
  const rows = await sql.query<{ id: string; reminder: boolean }>(
    `with recursive passed as (
       select id, 0 as depth from notice where id = $1
       union all
       select notice.id, depth + 1 from notice join passed on notice.passes_on_id = passed.id
       where notice.root_id in (select coalesce(root_id, id) from notice where id = $1)
     )
     select id, depth, false as reminder from passed
     union all select reminder.id, depth, true from notice reminder join passed on reminder.reminds_id = passed.id
     order by depth`,
    [id],
  );
  const ids = rows.filter(({ reminder }) => !reminder).map((row) => row.id);
  const reminders = rows.filter(({ reminder }) => reminder).map((row) => row.id);
  const all = [...ids, ...reminders];
  await sql.query(
    'update notice set cancelled_at = $2 where id = any ($1::uuid[]) and cancelled_at is null',
    [all, at],
  );
  await cancelWaiting(sql, reminders, reason);
  const cancelled = await cancelWaiting(sql, ids, reason);
  await sql.query(
    `update chase_step set state = 'cancelled', done_at = $2 where notice_id = any ($1::uuid[]) and state = 'waiting'`,
    [all, at],
  );
  await sql.query(
    `update cascade_unit passer set passed_on_at = null, passed_on_by = null
     from notice where notice.id = $1 and passer.root_id = notice.root_id and passer.unit_id = notice.unit_id`,
    [id],
  );
  await sql.query(
    `delete from cascade_unit where notice_id = any ($1::uuid[])
       and root_id = (select root_id from notice where id = $2)`,
    [ids, id],
  );
  return { ids, cancelled };
}

/** Who got any of these notices, or may have. */
export async function whoHad(sql: Sql, noticeIds: readonly string[]): Promise<string[]> {
  const rows = await sql.query<{ memberId: string }>(
    `select distinct member_id as "memberId" from delivery
     where notice_id = any ($1::uuid[]) and state <> 'cancelled'
       and (handed_over_at is not null or acknowledged_at is not null or state = 'created')`,
    [noticeIds],
  );
  return rows.map(({ memberId }) => memberId);
}
