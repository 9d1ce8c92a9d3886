import { createHash } from 'node:crypto';
import type { Clock } from '../platform/clock.ts';
import type { Database, Sql } from '../platform/database/index.ts';
import { newId, shortId } from '../platform/ids.ts';
import type { Queues } from '../platform/queues.ts';
import { earliestSend, type QuietHours } from '../channels/index.ts';
import {
  acceptAudience,
  acknowledge,
  cancelWaiting,
  reachAgain,
  recipients,
  tally,
  tell,
  type Acceptance,
  type Recipient,
  type Status,
  type Tally,
} from '../delivery/index.ts';
import { audienceQuery, calendarDay, type People } from '../people/index.ts';
import { acknowledgePrefix } from './content.ts';
import { refuseClassified } from './gate.ts';
import {
  AlreadyAcknowledged,
  IdempotencyConflict,
  NoAcknowledgementWanted,
  NoRecipients,
  NotForThisMember,
  NoticeInvalid,
  NoticeUnknown,
} from './errors.ts';

export interface NewNotice {
  /** Member code of the sender. */
  from: string;
  /** Code of the unit whose members, and those of all units below it, are addressed. */
  unit: string;
  to?: 'members' | 'secretaries';
  kind?: 'notice' | 'directive';
  /** 1 to 300 characters. */
  title: string;
  /** Up to 200,000 characters; may be empty only where a file is attached. */
  body: string;
  /** Number and sign of a directive, such as `57-NQ/TW`. */
  number?: string | undefined;
  /** The day on the document, `2026-02-05`. */
  issuedOn?: string | undefined;
  wantsAck?: boolean;
  dueAt?: Date | undefined;
  /** Default: now. */
  sendAt?: Date | undefined;
  /** After this it is stale and not sent any more. Default: never. */
  expiresAt?: Date | undefined;
  urgent?: boolean;
  attachments?: readonly NewAttachment[];
  /** The same sender and key send once; another content under the same key is refused. */
  idempotencyKey?: string | undefined;
  /** What has not gone of an earlier notice of this sender's unit and key is superseded. */
  subjectKey?: string | undefined;
}

export interface NewAttachment {
  name: string;
  mediaType: string;
  content: Uint8Array;
}

export interface NoticeStatus extends Tally {
  id: string;
  recipients: number;
  /** Codes of members whom no channel reaches, for the secretary; at most 1,000. */
  unreachable: string[];
  /** Codes of members given up after all attempts; at most 1,000. */
  failed: string[];
}

/** A notice that waits for one member's acknowledgement. */
export interface WaitingNotice {
  id: string;
  title: string;
  number: string | null;
  dueAt: Date | null;
}

export type Notices = ReturnType<typeof notices>;

const day = 86_400_000;
const longestBody = 200_000;
const largestFile = 20_000_000;
const mostFiles = 5;

interface NoticeRow {
  id: string;
  unitId: string;
  senderId: string;
  title: string;
  wantsAck: boolean;
  urgent: boolean;
  expiresAt: Date | null;
  recipients: number;
  remindsId: string | null;
  cancelledAt: Date | null;
}

const noticeColumns = `id, unit_id as "unitId", sender_id as "senderId", title, wants_ack as "wantsAck", urgent,
  expires_at as "expiresAt", recipients, reminds_id as "remindsId", cancelled_at as "cancelledAt"`;

export function notices(parts: {
  database: Database;
  people: People;
  queues: Pick<Queues, 'ring'>;
  clock: Clock;
  quietHours: QuietHours | null;
  timeZone: string;
}) {
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
        if (notice.subjectKey) await supersede(sql, row);
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

  /** The notice as it stands, in honest words; adds up to `recipients`. @throws {NoticeUnknown} */
  async function status(id: string): Promise<NoticeStatus> {
    const notice = await find(id);
    const cancelled = notice.cancelledAt !== null;
    const counts = await tally(database, id, { recipients: notice.recipients, cancelled });
    const lost = await recipients(database, id, { only: ['unreachable', 'failed'] });
    const codesOf = (wanted: Status) => lost.filter((row) => row.status === wanted).map((row) => row.member);
    return {
      id,
      recipients: notice.recipients,
      ...counts,
      unreachable: codesOf('unreachable'),
      failed: codesOf('failed'),
    };
  }

  /** Recipients by name, in the order of their codes, up to 1,000 after `after`. */
  async function recipientsOf(
    id: string,
    options: { only?: readonly Status[]; after?: string; limit?: number } = {},
  ): Promise<Recipient[]> {
    await find(id);
    return await recipients(database, id, options);
  }

  /** Stops what has not gone, reminders included. What a provider is being asked right now is left to its outcome. */
  async function cancel(id: string): Promise<{ id: string; cancelled: number }> {
    await find(id);
    return await database.transaction(async (sql) => {
      await sql.query(
        'update notice set cancelled_at = $2 where (id = $1 or reminds_id = $1) and cancelled_at is null',
        [id, clock()],
      );
      const reminders = await sql.query<{ id: string }>('select id from notice where reminds_id = $1', [id]);
      for (const reminder of reminders) await cancelWaiting(sql, reminder.id, 'cancelled');
      return { id, cancelled: await cancelWaiting(sql, id, 'cancelled') };
    });
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

  /**
   * Somebody with the right to do so told the member in person.
   *
   * @throws {DomainError} `notice.not-for-member`, `notice.already-acknowledged`, `may.not`
   */
  async function told(id: string, memberCode: string, by: string): Promise<{ id: string; member: string }> {
    await find(id);
    const member = await people.memberByCode(memberCode);
    const teller = await people.memberByCode(by);
    const [row] = await database.query<{ unitId: string }>(
      'select unit_id as "unitId" from delivery where notice_id = $1 and member_id = $2',
      [id, member.id],
    );
    if (!row) throw new NotForThisMember(memberCode);
    // The right is over the member: a cell's secretary tells its people what the province has sent.
    await people.requireMay(teller.id, 'notice.tell', row.unitId);
    const at = clock();
    if (!(await tell(database, { noticeId: id, memberId: member.id, by: teller.id, at }))) {
      throw new AlreadyAcknowledged(memberCode);
    }
    await settleReminders(id, member.id, at);
    return { id, member: member.code };
  }

  /** The member's own "Đã nắm". Null: the notice is not theirs; `first` is false when it was known already. */
  async function acknowledgeBy(
    memberId: string,
    id: string,
  ): Promise<{ title: string; first: boolean } | null> {
    const at = clock();
    const first = await acknowledge(database, { noticeId: id, memberId, at });
    if (first === null) return null;
    await settleReminders(id, memberId, at);
    const notice = await find(id);
    return { title: notice.title, first };
  }

  /** A reminder that has not gone yet is not needed any more; one that has is answered too. */
  async function settleReminders(id: string, memberId: string, at: Date): Promise<void> {
    const reminders = await database.query<{ id: string }>('select id from notice where reminds_id = $1', [
      id,
    ]);
    for (const reminder of reminders) await acknowledge(database, { noticeId: reminder.id, memberId, at });
  }

  /**
   * Notices of the last half year that the member got, or may have got just now, and has not acknowledged:
   * newest first, at most ten. A quick thumb answers before the provider's answer is written down.
   */
  async function waitingFor(memberId: string): Promise<WaitingNotice[]> {
    return await database.query<WaitingNotice>(
      `with recursive above as (
         select unit.id, unit.parent_id from unit
         where unit.id in (select unit_id from membership where member_id = $1)
         union select unit.id, unit.parent_id from unit join above on unit.id = above.parent_id
       )
       select notice.id, notice.title, notice.number, notice.due_at as "dueAt"
       from notice join delivery on delivery.notice_id = notice.id and delivery.member_id = $1
       where notice.unit_id in (select id from above) and notice.created_at > $2
         and notice.wants_ack and notice.reminds_id is null and notice.cancelled_at is null
         and delivery.acknowledged_at is null
         and (delivery.handed_over_at is not null or delivery.in_doubt or exists (
           select from delivery_batch batch where batch.notice_id = delivery.notice_id
             and case when cardinality(batch.members) = 0
               then delivery.member_id between batch.first_member and batch.last_member
               else delivery.member_id = any(batch.members) end))
       order by delivery.handed_over_at desc nulls first, notice.id desc limit 10`,
      [memberId, new Date(clock().getTime() - 183 * day)],
    );
  }

  /** The reference a button carries: which notice, nothing else. */
  function acknowledgePayload(id: string): string {
    return acknowledgePrefix + shortId(id);
  }

  /** A member who can be reached again gets what missed them in the last thirty days and is not stale. */
  async function deliverMissed(memberId: string): Promise<void> {
    const now = clock();
    const since = new Date(now.getTime() - 30 * day);
    if ((await reachAgain(database, { memberId, since, now })) > 0) await queues.ring('deliver');
  }

  async function find(id: string): Promise<NoticeRow> {
    const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
    const [row] = isId
      ? await database.query<NoticeRow>(`select ${noticeColumns} from notice where id = $1`, [id])
      : [];
    if (!row) throw new NoticeUnknown(id);
    return row;
  }

  /** The unit that issued a notice: who may read or steer it is decided there. */
  async function issuerOf(id: string): Promise<string> {
    return (await find(id)).unitId;
  }

  return {
    send,
    status,
    recipientsOf,
    cancel,
    remind,
    told,
    acknowledge: acknowledgeBy,
    acknowledgePayload,
    waitingFor,
    deliverMissed,
    issuerOf,
  };
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
): Promise<void> {
  const earlier = await sql.query<{ id: string }>(
    'select id from notice where subject_key = $1 and unit_id = $2 and id <> $3 and cancelled_at is null for update',
    [row.subjectKey, row.unitId, row.id],
  );
  for (const { id } of earlier) await cancelWaiting(sql, id, 'superseded');
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

/** Text in NFC, without surrounding space. @throws {NoticeInvalid} naming the field */
function normalized(notice: NewNotice): NewNotice {
  const title = notice.title.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
  const body = notice.body.normalize('NFC').replaceAll('\r\n', '\n').trim();
  const attachments = notice.attachments ?? [];
  if (title === '' || title.length > 300) throw new NoticeInvalid('title');
  if (body.length > longestBody || (body === '' && attachments.length === 0)) throw new NoticeInvalid('body');
  if (attachments.length > mostFiles) throw new NoticeInvalid('attachments');
  if (attachments.some((file) => file.content.byteLength > largestFile || file.content.byteLength === 0)) {
    throw new NoticeInvalid('attachment-size');
  }
  if (notice.idempotencyKey !== undefined && !/^[\x21-\x7e]{1,200}$/.test(notice.idempotencyKey)) {
    throw new NoticeInvalid('idempotency-key');
  }
  if (notice.expiresAt && notice.sendAt && notice.expiresAt <= notice.sendAt)
    throw new NoticeInvalid('expires-at');
  return {
    ...notice,
    title,
    body,
    ...(notice.number ? { number: notice.number.normalize('NFC').trim() } : {}),
  };
}

function hashOf(notice: NewNotice): Buffer {
  const attachments = (notice.attachments ?? []).map((file) => [
    file.name,
    createHash('sha256').update(file.content).digest('hex'),
  ]);
  const { idempotencyKey: _, ...content } = notice;
  return createHash('sha256')
    .update(JSON.stringify({ ...content, attachments }))
    .digest();
}
