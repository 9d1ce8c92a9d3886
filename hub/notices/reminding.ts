import type { Actor } from '../platform/audit.ts';
import type { Sql } from '../platform/database/index.ts';
import { newId } from '../platform/ids.ts';
import { NoAcknowledgementWanted, RemindedJustNow } from './errors.ts';
import type { Find } from './find.ts';
import { fixAudience, whenToSend, type SendingParts } from './sending.ts';

/** Between two reminders of one notice: ten minutes. */
const remindedAgainAfterMs = 600_000;

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
      const sendAt = whenToSend(parts, { urgent: notice.urgent }, Math.random());
      const reminder = {
        id: newId(),
        unitId: notice.unitId,
        sendAt,
        expiresAt: null,
        urgent: notice.urgent,
        follows: id,
      };
      await sql.query(
        `insert into notice (id, unit_id, sender_id, kind, audience, title, body, wants_ack, urgent, send_at,
           recipients, reminds_id, created_at)
         values ($1, $2, $3, 'reminder', 'silent', $4, '', true, $5, $6, 0, $7, $8)`,
        [reminder.id, notice.unitId, notice.senderId, notice.title, notice.urgent, sendAt, id, now],
      );
      const silent = `select member_id from delivery
        where notice_id = $1 and state = 'handed_over' and acknowledged_at is null`;
      const count = await fixAudience(sql, reminder, { query: silent, values: [id] });
      if (count === 0) await sql.query('delete from notice where id = $1', [reminder.id]);
      const deed = { unitId: notice.unitId, subjectId: id, facts: { reminded: count } };
      await audit.record(by, { action: 'notice.reminded', ...deed }, sql);
      return count;
    });
    if (reminded > 0) await queues.ring('deliver');
    return { id, reminded };
  }

  return { remind };
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
