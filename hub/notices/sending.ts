import { createHash } from 'node:crypto';
import type { Audit, Via } from '../platform/audit.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Sql } from '../platform/database/index.ts';
import { newId } from '../platform/ids.ts';
import type { Locales } from '../platform/locales.ts';
import type { Queues } from '../platform/queues.ts';
import {
  earliestSend,
  type Channel,
  type ChannelName,
  type QuietHours,
  type Usage,
} from '../channels/index.ts';
import { acceptAudience, type Acceptance } from '../delivery/index.ts';
import { audienceQuery, calendarDay, type People } from '../people/index.ts';
import { NoUnitsBelow } from './cascade/errors.ts';
import { audienceOf, openLevel, passOnBy, passOnDays, unitsRightBelow } from './cascade/level.ts';
import { withdraw } from './cascade/withdraw.ts';
import { chaseSteps } from './chasing/policy.ts';
import { keepSteps } from './chasing/steps.ts';
import { refuseClassified } from './gate.ts';
import { IdempotencyConflict, NoRecipients } from './errors.ts';
import { hashOf, normalized, type NewAttachment, type NewNotice } from './new-notice.ts';

export interface SendingParts {
  database: Database;
  people: People;
  audit: Audit;
  queues: Pick<Queues, 'ring'>;
  clock: Clock;
  quietHours: QuietHours | null;
  timeZone: string;
  locales: Locales;
  /** The channels that are on. Asked each time: they open after the notices do. */
  channels: () => ReadonlyMap<ChannelName, Pick<Channel, 'limits' | 'terms'>>;
  /** What each channel's month has left. */
  usage: Pick<Usage, 'left'>;
  onProblem: (error: unknown) => void;
}

/** Accepting notices: what is answered here will be delivered. */
export function sending(parts: SendingParts) {
  const { database, people, audit, queues, clock } = parts;

  /**
   * Accepts a notice: from here on every recipient reaches a final state. Answers before anything is sent.
   *
   * @param via the road by which its sender asked
   * @throws {DomainError} `notice.invalid`, `notice.classified`, `notice.no-recipients`,
   *   `notice.idempotency-conflict`, `cascade.no-units`, `may.not`, `unit.unknown`, `member.unknown`
   */
  async function send(given: NewNotice, via: Via = 'command'): Promise<{ id: string; recipients: number }> {
    const notice = normalized(given);
    await refuseClassified(notice);
    const sender = await people.memberByCode(notice.from);
    const unit = await people.unitByCode(notice.unit);
    const by = { memberId: sender.id, via };
    await people.requireMay(by, 'notice.send', unit.id);
    const requestHash = hashOf(notice);

    const known = await sentBefore(database, sender.id, notice.idempotencyKey, requestHash);
    if (known) return known;
    const days = notice.cascade ? await passOnDays(people, clock()) : null;
    try {
      const accepted = await database.transaction(async (sql) => {
        const row = await insert(sql, { notice, senderId: sender.id, unitId: unit.id, requestHash });
        await insertAttachments(sql, row.id, notice.attachments ?? []);
        const count =
          days === null
            ? await fixAudience(sql, row, {
                query: audienceQuery[notice.to ?? 'members'],
                values: [unit.id, calendarDay(clock())],
              })
            : await beginCascade(sql, row, { notice, days });
        if (count === 0 && days === null) throw new NoRecipients(notice.unit);
        if (notice.subjectKey) await supersede(sql, row, clock());
        await keepSteps(sql, row.id, chaseSteps(notice, row.sendAt));
        const facts = { recipients: count, kind: notice.kind ?? 'notice' };
        await audit.record(by, { action: 'notice.sent', unitId: unit.id, subjectId: row.id, facts }, sql);
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

  /** The first level: the committees right below. A level without anybody is shown as such, and goes on all the same. */
  async function beginCascade(
    sql: Sql,
    row: Omit<Acceptance, 'noticeId' | 'audience'> & { id: string },
    { notice, days }: { notice: NewNotice; days: number },
  ): Promise<number> {
    const { id, unitId, sendAt } = row;
    const below = await unitsRightBelow(sql, unitId, sendAt);
    if (below.length === 0) throw new NoUnitsBelow(notice.unit);
    const passedOnBy = passOnBy(sendAt, days, notice.dueAt ?? null);
    await openLevel(sql, { rootId: id, noticeId: id, unitId, at: sendAt, passOnBy: passedOnBy }, below);
    return await fixAudience(sql, row, audienceOf({ unitId, on: sendAt, without: [] }, below));
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
    const sendAt = whenToSend(parts, notice, Math.random());
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
         due_at, send_at, expires_at, recipients, subject_key, idempotency_key, request_hash, created_at, cascade, asks)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 0, $15, $16, $17, $18, $19, $20)`,
      [
        row.id,
        unitId,
        senderId,
        notice.kind ?? 'notice',
        notice.cascade ? 'named' : (notice.to ?? 'members'),
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
        notice.cascade ?? false,
        notice.asks ? JSON.stringify(notice.asks) : null,
      ],
    );
    return row;
  }

  return { send };
}

/**
 * When a notice goes: not before now; an ordinary one not in quiet hours.
 *
 * @param random a number in [0, 1): spreads the morning's notices over some minutes
 */
export function whenToSend(
  { clock, quietHours: quiet, timeZone }: Pick<SendingParts, 'clock' | 'quietHours' | 'timeZone'>,
  { sendAt, urgent = false, expiresAt }: Pick<NewNotice, 'sendAt' | 'urgent' | 'expiresAt'>,
  random: number,
): Date {
  const now = clock();
  const wanted = sendAt && sendAt > now ? sendAt : now;
  return urgent
    ? wanted
    : earliestSend({ wanted, now, deadline: expiresAt ?? null, quiet, timeZone, random });
}

/** From here on it is settled who gets the notice. Returns how many. */
export async function fixAudience(
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

/**
 * What has not gone of earlier notices of the unit under this key goes no more.
 *
 * @param row `with`: those that came together with it; default: it came alone
 */
export async function supersede(
  sql: Sql,
  row: { id: string; unitId: string; subjectKey: string | null; with?: readonly string[] },
  now: Date,
): Promise<void> {
  const earlier = await sql.query<{ id: string }>(
    `select id from notice where cancelled_at is null and not (id = any ($3::uuid[])) and unit_id = $2
       and coalesce(reminds_id, id) in (select id from notice where subject_key = $1) for update`,
    [row.subjectKey, row.unitId, row.with ?? [row.id]],
  );
  for (const { id } of earlier) await withdraw(sql, id, { at: now, reason: 'superseded' });
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
