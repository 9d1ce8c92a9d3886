import type { Actor } from '../platform/audit.ts';
import type { Sql } from '../platform/database/index.ts';
import { archiveSome, hasRows, nothingOpen } from '../delivery/index.ts';
import { NoticeCompacted } from './errors.ts';
import type { SendingParts } from './sending.ts';

/**
 * A notice that is over: sent, due, expired and reminded of for the last time before `$1`, with nothing open. One
 * that goes level by level stays whole, since its tree is read by who acknowledged where; it has few recipients.
 */
const over = `
  notice.compacted_at is null and greatest(notice.send_at, notice.due_at, notice.expires_at) < $1
  and not notice.cascade and notice.root_id is null and notice.passes_on_id is null
  and not exists (
    select from notice reminder where reminder.reminds_id = notice.id
      and (reminder.send_at >= $1 or not (${nothingOpen('reminder.id')})))
  and not exists (select from chase_step step where step.notice_id = notice.id and step.state = 'waiting' and step.due_at >= $1)
  and ${nothingOpen('notice.id')}`;

interface Held {
  compactedAt: Date | null;
  unitId: string;
  recipients: number;
  /** False of a reminder or digest, of which nobody reads the history. */
  ownPage: boolean;
}

/** Holds a notice against whatever would ask or tell something of it. */
const hold = 'select from notice where id = $1 for no key update';

/** What a table of every send would grow to is what hurt others: old notices keep their figures and proofs. */
export function compacting({ database, audit, clock }: SendingParts) {
  /**
   * Turns the deliveries of notices that are over since `olderThanDays` into figures by unit and the proof of every
   * acknowledgement. Many short transactions: it may be stopped at any moment, run twice, and goes on where it was.
   * `stopped` is asked between two of them.
   */
  async function compact(
    by: Actor,
    { olderThanDays, stopped = () => false }: { olderThanDays: number; stopped?: () => boolean },
  ): Promise<{ notices: number; deliveries: number }> {
    const now = clock();
    const before = new Date(now.getTime() - olderThanDays * 86_400_000);
    const done = { notices: 0, deliveries: 0 };
    const found = await database.query<{ id: string }>(
      `select id from notice where notice.compacted_at is not null and ${hasRows('notice.id')}
       union all select id from notice where ${over} order by id`,
      [before],
    );
    for (const { id } of found) {
      if (stopped()) break;
      if (!(await close(by, id, { before, now }))) continue;
      done.notices += 1;
      for (let rows = -1; rows !== 0 && !stopped(); done.deliveries += rows) {
        rows = await database.transaction(async (sql) => {
          await sql.query(hold, [id]);
          return await archiveSome(sql, { noticeId: id, now });
        }, 120_000);
      }
    }
    return done;
  }

  /** From here on nothing is asked or told of the notice. False: it is not over after all. */
  async function close(
    by: Actor,
    id: string,
    { before, now }: { before: Date; now: Date },
  ): Promise<boolean> {
    return await database.transaction(async (sql) => {
      // Two statements: the second sees what was committed while the first waited.
      const [held] = await sql.query<Held>(
        `select compacted_at as "compactedAt", unit_id as "unitId", recipients,
           kind in ('notice', 'directive') as "ownPage" from notice where id = $1 for no key update`,
        [id],
      );
      if (!held || held.compactedAt) return held !== undefined;
      const closed = await sql.query(
        `update notice set compacted_at = $3 where id = $2 and ${over} returning id`,
        [before, id, now],
      );
      if (closed.length === 0) return false;
      const { unitId, recipients, ownPage } = held;
      const deed = { action: 'notice.compacted', unitId, subjectId: id, facts: { recipients } };
      if (ownPage) await audit.record(by, deed, sql);
      return true;
    }, 60_000);
  }

  /** Its deliveries were compacted: what is answered now comes too late to be written down. */
  async function isClosed(id: string): Promise<boolean> {
    const [notice] = await database.query('select from notice where id = $1 and compacted_at is not null', [
      id,
    ]);
    return notice !== undefined;
  }

  return { compact, isClosed };
}

/**
 * Inside a transaction that writes something to a notice's deliveries: keeps compaction away until its end.
 *
 * @throws {NoticeCompacted}
 */
export async function refuseCompacted(sql: Sql, id: string): Promise<void> {
  const [notice] = await sql.query<{ at: Date | null }>(
    'select compacted_at as at from notice where id = $1 for share',
    [id],
  );
  if (notice?.at) throw new NoticeCompacted(notice.at);
}
