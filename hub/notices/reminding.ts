import type { Actor } from '../platform/audit.ts';
import type { Sql } from '../platform/database/index.ts';
import { calendarDay, isInformed } from '../people/index.ts';
import { newId } from '../platform/ids.ts';
import { refuseCompacted } from './compacting.ts';
import { NoAcknowledgementWanted, RemindedJustNow } from './errors.ts';
import type { Find, NoticeRow } from './find.ts';
import { fixAudience, whenToSend, type SendingParts } from './sending.ts';

/** Between two reminders of one notice: ten minutes. */
export const remindedAgainAfterMs = 600_000;

/** Reminders are notices of their own, to those who are silent. */
export function reminding(parts: SendingParts, find: Find) {
  const { database, people, audit, queues, clock } = parts;

  /**
   * Asks again only those who got the notice and have not acknowledged it.
   *
   * @throws {DomainError} `notice.no-acknowledgement-wanted`, `notice.reminded-just-now`, `may.not`
   */
  async function remind(by: Actor, id: string): Promise<{ id: string; reminded: number }> {
    const notice = await find(id);
    await people.requireMay(by, 'notice.remind', notice.unitId);
    if (!notice.wantsAck || notice.cancelledAt) throw new NoAcknowledgementWanted(id);
    const reminded = await database.transaction(async (sql) => {
      const now = clock();
      await refuseSoonAgain(sql, id, now);
      await refuseCompacted(sql, id);
      const count = await acceptReminder(sql, parts, notice, { gotBefore: null, otherChannel: false });
      const deed = { unitId: notice.unitId, subjectId: id, facts: { reminded: count } };
      await audit.record(by, { action: 'notice.reminded', ...deed }, sql);
      return count;
    });
    if (reminded > 0) await queues.ring('deliver');
    return { id, reminded };
  }

  return { remind };
}

/**
 * A reminder to those who got the notice, before `gotBefore` where it is given, have not acknowledged it and still are
 * sent notices, inside the caller's transaction. Returns how many they are; where there are none nothing is kept.
 */
export async function acceptReminder(
  sql: Sql,
  parts: Pick<SendingParts, 'clock' | 'quietHours' | 'timeZone'>,
  notice: Pick<NoticeRow, 'id' | 'unitId' | 'senderId' | 'title' | 'urgent'>,
  { gotBefore, otherChannel }: { gotBefore: Date | null; otherChannel: boolean },
): Promise<number> {
  const { unitId, urgent } = notice;
  const now = parts.clock();
  const sendAt = whenToSend(parts, { urgent }, Math.random());
  const reminder = { id: newId(), unitId, sendAt, expiresAt: null, urgent, follows: notice.id, otherChannel };
  await sql.query(
    `insert into notice (id, unit_id, sender_id, kind, audience, title, body, wants_ack, urgent, send_at,
       recipients, reminds_id, created_at)
     values ($1, $2, $3, 'reminder', 'silent', $4, '', true, $5, $6, 0, $7, $8)`,
    [reminder.id, unitId, notice.senderId, notice.title, urgent, sendAt, notice.id, now],
  );
  const silent = `select member_id from delivery where notice_id = $1 and state = 'handed_over'
    and acknowledged_at is null and ($2::timestamptz is null or handed_over_at <= $2)
    and ${isInformed('delivery.member_id', '$3::date')}`;
  const count = await fixAudience(sql, reminder, {
    query: silent,
    values: [notice.id, gotBefore, calendarDay(now)],
  });
  if (count === 0) await sql.query('delete from notice where id = $1', [reminder.id]);
  return count;
}

/** A second press, or a second person: nobody's phone rings twice for it. @throws {RemindedJustNow} */
async function refuseSoonAgain(sql: Sql, id: string, now: Date): Promise<void> {
  await sql.query('select from notice where id = $1 for update', [id]);
  const [last] = await sql.query<{ at: Date | null }>(
    'select max(created_at) as at from notice where reminds_id = $1',
    [id],
  );
  const againAt = new Date((last?.at?.getTime() ?? 0) + remindedAgainAfterMs);
  if (againAt > now) throw new RemindedJustNow(againAt);
}
