import { asWritten } from '../feedback/index.ts';
import { refuseClassified } from '../notices/index.ts';
import type { Actor, Deed } from '../platform/audit.ts';
import type { Sql } from '../platform/database/index.ts';
import { refuseDay } from './composing.ts';
import type { ConsultationsParts } from './consultations.ts';
import { ConsultationInvalid, ConsultationOver } from './errors.ts';
import type { Asking } from './port.ts';
import type { Reading } from './reading.ts';
import { holdConsultation, isOpen, type OpenedRow } from './row.ts';
import type { Settling } from './settling.ts';
import { tell } from './telling.ts';

const longestReason = 500;
const limitMs = 5 * 60_000;

/** Later, before its time, or not at all. */
export function ending(
  parts: ConsultationsParts,
  { askedBy }: Reading,
  { settle, announce }: { settle: Settling['settle']; announce: (id: string) => Promise<void> },
) {
  const { database, notices, audit, queues, clock, onProblem } = parts;

  const extend: Asking['extend'] = async (by, id, closesAt) => {
    const { noticeId } = await askedBy(by, id);
    // What those asked are told says until when: it goes out as it was.
    if (noticeId === null) await announce(id);
    await whileOpen(by, id, async (sql, row) => {
      const now = clock();
      if (closesAt <= row.closesAt) throw new ConsultationInvalid('closes-at');
      refuseDay(closesAt, now);
      await sql.query(setClosing, [id, closesAt]);
      const days = Math.ceil((closesAt.getTime() - row.closesAt.getTime()) / 86_400_000);
      await record(sql, by, row, { action: 'consultation.extended', facts: { days } });
    });
  };

  const close: Asking['close'] = async (by, id) => {
    await whileOpen(by, id, async (sql, row) => {
      await sql.query(markEnded, [id, 'closed', clock()]);
      await record(sql, by, row, { action: 'consultation.closed', facts: { eligible: row.eligible } });
    });
    await callBack(by, id);
    await settle(id);
  };

  const cancel: Asking['cancel'] = async (by, id, reason) => {
    const why = asWritten(reason).replaceAll(/\s+/g, ' ');
    if (why === '' || why.length > longestReason) throw new ConsultationInvalid('reason');
    await refuseClassified({ title: '', body: why });
    await whileOpen(by, id, async (sql, row) => {
      await sql.query(markEnded, [id, 'cancelled', clock()]);
      await sql.query('delete from consultation_answer where consultation_id = $1', [id]);
      await sql.query('delete from consultation_paper where consultation_id = $1', [id]);
      const asked = await sql.query<{ memberId: string }>(selectAsked, [id]);
      const memberIds = asked.map(({ memberId }) => memberId);
      const told = await tell(sql, notices, { row, word: 'cancelled', which: '', memberIds, reason: why });
      await record(sql, by, row, { action: 'consultation.cancelled', facts: { told } });
    });
    await callBack(by, id);
    await queues.ring('deliver');
  };

  async function whileOpen(
    by: Actor,
    id: string,
    work: (sql: Sql, row: OpenedRow) => Promise<void>,
  ): Promise<void> {
    await askedBy(by, id);
    await database.transaction(async (sql) => {
      const row = await holdConsultation(sql, id);
      if (!isOpen(row, clock())) throw new ConsultationOver();
      await work(sql, row);
    }, limitMs);
  }

  /** What has not gone yet of the notice goes no more. */
  async function callBack(by: Actor, id: string): Promise<void> {
    const { noticeId } = await askedBy(by, id);
    if (noticeId !== null) await notices.cancel(by, noticeId);
  }

  /** What a crash between ending and calling back has left. */
  async function callBackAll(): Promise<void> {
    const left = await database.query<{ noticeId: string }>(selectStillGoing, [clock()]);
    for (const { noticeId } of left)
      await notices.cancel({ memberId: null, via: 'system' }, noticeId).catch(onProblem);
  }

  async function record(sql: Sql, by: Actor, { id, unitId }: OpenedRow, deed: Deed): Promise<void> {
    await audit.record(by, { ...deed, unitId, subjectId: id }, sql);
  }

  return { extend, close, cancel, callBackAll };
}

const setClosing = 'update consultation set closes_at = $2, revision = revision + 1 where id = $1';

const markEnded = `
  update consultation set state = $2::consultation_state, ended_at = $3, revision = revision + 1 where id = $1`;

const selectStillGoing = `
  select notice.id as "noticeId" from consultation c join notice on notice.id = c.notice_id
  where c.state in ('closed', 'cancelled') and c.ended_at < c.closes_at and c.closes_at > $1
    and notice.cancelled_at is null`;

const selectAsked = `
  select member_id as "memberId" from consultation_participant where consultation_id = $1 order by member_id`;
