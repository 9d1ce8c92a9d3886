import { createHash } from 'node:crypto';
import type { Clock } from '../platform/clock.ts';
import type { Database, Sql } from '../platform/database/index.ts';
import { newId } from '../platform/ids.ts';
import type { Queues } from '../platform/queues.ts';
import { earliestSend, type QuietHours } from '../channels/index.ts';
import { acceptAudience, cancelWaiting, type Acceptance } from '../delivery/index.ts';
import { audienceQuery, calendarDay, type People } from '../people/index.ts';
import { refuseClassified } from './gate.ts';
import { IdempotencyConflict, NoAcknowledgementWanted, NoRecipients } from './errors.ts';
import { hashOf, normalized, type NewAttachment, type NewNotice } from './new-notice.ts';
import type { Find } from './find.ts';

export interface SendingParts {
  database: Database;
  people: People;
  queues: Pick<Queues, 'ring'>;
  clock: Clock;
  quietHours: QuietHours | null;
  timeZone: string;
}

/** Accepting notices and reminders: what is answered here will be delivered. */
export function sending(parts: SendingParts, find: Find) {
  const { database, people, queues, clock } = parts;

  /**
   * Accepts a notice: from here on every recipient reaches a final state. Answers before anything is sent.
   *
   * @throws {DomainError} `notice.invalid`, `notice.classified`, `notice.no-recipients`,
   *   `notice.idempotency-conflict`, `may.not`, `unit.unknown`, `member.unknown`
   */
  async function send(given: NewNotice): Promise<{ id: string; recipients: number }> {
    const notice = normalized(given);
    await refuseClassified(notice);
    const sender = await people.memberByCode(notice.from);
    const unit = await people.unitByCode(notice.unit);
    await people.requireMay(sender.id, 'notice.send', unit.id);
    const requestHash = hashOf(notice);

    const known = await sentBefore(database, sender.id, notice.idempotencyKey, requestHash);
    if (known) return known;
    try {
      const accepted = await database.transaction(async (sql) => {
        const row = await insert(sql, { notice, senderId: sender.id, unitId: unit.id, requestHash });
        await insertAttachments(sql, row.id, notice.attachments ?? []);
        const count = await fixAudience(sql, row, {
          query: audienceQuery[notice.to ?? 'members'],
          values: [unit.id, calendarDay(clock())],
        });
        if (count === 0) throw new NoRecipients(notice.unit);
        if (notice.subjectKey) await supersede(sql, row, clock());
        return { id: row.id, recipients: count };
      }, 60_000);
      await queues.ring('deliver');
      return accepted;
    } catch (error) {
      // Another request with the same key was faster: its answer is ours.
      if ((error as { code?: string }).code !== '23505' || !notice.idempotencyKey) throw error;
      const first = await sentBefore(database, sender.id, notice.idempotencyKey, requestHash);
      if (!first) throw error;
      return first;
    }
  }

  async function insert(
    sql: Sql,
    {
      notice,
      senderId,
      unitId,
      requestHash,
    }: { notice: NewNotice; senderId: string; unitId: string; requestHash: Buffer },
  ) {
    const now = clock();
    const sendAt = whenToSend(notice.sendAt ?? now, notice.urgent ?? false, notice.expiresAt ?? null);
    const row = {
      id: newId(),
      unitId,
      sendAt,
      expiresAt: notice.expiresAt ?? null,
      urgent: notice.urgent ?? false,
      subjectKey: notice.subjectKey ?? null,
    };
    await sql.query(
      `insert into notice (id, unit_id, sender_id, kind, audience, title, body, number, issued_on, wants_ack, urgent,
         due_at, send_at, expires_at, recipients, subject_key, idempotency_key, request_hash, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 0, $15, $16, $17, $18)`,
      [
        row.id,
        unitId,
        senderId,
        notice.kind ?? 'notice',
        notice.to ?? 'members',
        notice.title,
        notice.body,
        notice.number ?? null,
        notice.issuedOn ?? null,
        notice.wantsAck ?? false,
        row.urgent,
        notice.dueAt ?? null,
        row.sendAt,
        row.expiresAt,
        row.subjectKey,
        notice.idempotencyKey ?? null,
        requestHash,
        now,
      ],
    );
    return row;
  }

  /** Not before now; an ordinary notice not in quiet hours. */
  function whenToSend(wanted: Date, urgent: boolean, deadline: Date | null): Date {
    const now = clock();
    const earliest = wanted > now ? wanted : now;
    if (urgent) return earliest;
    const { quietHours: quiet, timeZone } = parts;
    return earliestSend({ wanted: earliest, now, deadline, quiet, timeZone, random: Math.random() });
  }

  /** Asks again only those who got the notice and have not acknowledged it. */
  async function remind(id: string): Promise<{ id: string; reminded: number }> {
    const notice = await find(id);
    if (!notice.wantsAck || notice.cancelledAt) throw new NoAcknowledgementWanted(id);
    const reminded = await database.transaction(async (sql) => {
      const now = clock();
      const sendAt = whenToSend(now, notice.urgent, null);
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
      return count;
    });
    if (reminded > 0) await queues.ring('deliver');
    return { id, reminded };
  }

  return { send, remind };
}

async function fixAudience(
  sql: Sql,
  row: Omit<Acceptance, 'noticeId' | 'audience'> & { id: string },
  audience: Acceptance['audience'],
): Promise<number> {
  const { id: noticeId, ...rest } = row;
  const count = await acceptAudience(sql, { ...rest, noticeId, audience });
  await sql.query('update notice set recipients = $2 where id = $1', [noticeId, count]);
  return count;
}

async function insertAttachments(
  sql: Sql,
  noticeId: string,
  attachments: readonly NewAttachment[],
): Promise<void> {
  // Ids made within one millisecond are in no order of their own: the files keep the sender's.
  const ids = attachments.map(() => newId()).sort();
  for (const [index, { name, mediaType, content }] of attachments.entries()) {
    await sql.query(
      `insert into attachment (id, notice_id, name, media_type, size, sha256, content)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        ids[index],
        noticeId,
        name,
        mediaType,
        content.byteLength,
        createHash('sha256').update(content).digest(),
        Buffer.from(content),
      ],
    );
  }
}

async function supersede(
  sql: Sql,
  row: { id: string; unitId: string; subjectKey: string | null },
  now: Date,
): Promise<void> {
  const earlier = await sql.query<{ id: string }>(
    `select id from notice where cancelled_at is null and id <> $3 and unit_id = $2 and coalesce(reminds_id, id) in (
       select id from notice where subject_key = $1) for update`,
    [row.subjectKey, row.unitId, row.id],
  );
  for (const { id } of earlier) {
    await sql.query('update notice set cancelled_at = $2 where id = $1', [id, now]);
    await cancelWaiting(sql, id, 'superseded');
  }
}

async function sentBefore(
  sql: Sql,
  senderId: string,
  key: string | undefined,
  requestHash: Buffer,
): Promise<{ id: string; recipients: number } | null> {
  if (!key) return null;
  const [row] = await sql.query<{ id: string; recipients: number; requestHash: Buffer }>(
    `select id, recipients, request_hash as "requestHash" from notice
     where sender_id = $1 and idempotency_key = $2`,
    [senderId, key],
  );
  if (!row) return null;
  if (!requestHash.equals(row.requestHash)) throw new IdempotencyConflict(key);
  return { id: row.id, recipients: row.recipients };
}
