import { audienceQuery, calendarDay, inForce, ruleWithin, subtreeQuery } from '../people/index.ts';
import type { Via } from '../platform/audit.ts';
import type { Sql } from '../platform/database/index.ts';
import { checkedQuestions } from './checked-questions.ts';
import { personOf, refuseDay } from './composing.ts';
import type { ConsultationsParts } from './consultations.ts';
import { ConsultationMovedOn, ConsultationOver, NotBeingPrepared, TooFewToAsk } from './errors.ts';
import { pool } from './pool.ts';
import type { Asking, ConsultationLevel } from './port.ts';
import { smallestGroup, type Reading } from './reading.ts';
import { consultationById, holdConsultation, selectConsultations, type OpenedRow } from './row.ts';
import type { Sealing } from './sealing.ts';
import { openingNotice } from './telling.ts';

/** A hundred thousand papers take a quarter of a minute to make. */
const limitMs = 5 * 60_000;
const manyAsked = 5_000;

/** From here on it is settled who is asked, and what; then they are told. */
export function opening(parts: ConsultationsParts, { askedBy }: Reading, sealing: Sealing) {
  const { database, people, notices, audit, clock, locales } = parts;
  const { fill } = pool(sealing);

  const open: Asking['open'] = async (by, id, revision) => {
    const opener = personOf(by);
    await askedBy(by, id);
    const opened = await database.transaction(async (sql) => {
      const row = await holdConsultation(sql, id);
      if (row.state === 'open') return row.eligible;
      if (row.state !== 'preparing') throw new NotBeingPrepared();
      if (revision !== undefined && revision !== row.revision) throw new ConsultationMovedOn();
      const now = clock();
      refuseDay(row.closesAt, now);
      checkedQuestions(row.kind, row.questions);
      const eligible = await fixParticipants(sql, row);
      const least = await leastAsked(sql, row.level);
      if (eligible < least) throw new TooFewToAsk({ eligible, least });
      if (row.level === 'unnamed') await fill(sql, row.id, eligible);
      await sql.query(markOpen, [row.id, opener, now, eligible]);
      const facts = { level: row.level, eligible };
      const deed = { action: 'consultation.opened', unitId: row.unitId, subjectId: row.id, facts };
      await audit.record(by, deed, sql);
      return eligible;
    }, limitMs);
    // Without statistics a join with a hundred thousand of them would be planned as with one.
    if (opened >= manyAsked) await database.query('analyze consultation_participant, consultation_paper');
    await announce(id, by.via);
    return { id, eligible: opened };
  };

  async function fixParticipants(
    sql: Sql,
    { id, unitId, audience }: { id: string; unitId: string; audience: 'members' | 'secretaries' },
  ): Promise<number> {
    const [counted] = await sql.query<{ count: number }>(insertParticipants[audience], [
      unitId,
      calendarDay(clock()),
      id,
    ]);
    return counted!.count;
  }

  async function leastAsked(sql: Sql, level: ConsultationLevel): Promise<number> {
    if (level === 'named') return 1;
    if (level === 'confidential') return await smallestGroup(sql, clock());
    const { value } = await ruleWithin(sql, 'feedback.company', clock());
    return (value as { eligible: number }).eligible;
  }

  /** Tells those who are asked, where they have not been told: once, however often it is tried. */
  async function announce(id: string, via: Via = 'system'): Promise<void> {
    const row = await consultationById(database, id);
    if (row.noticeId !== null || row.openedBy === null) return;
    if (row.state !== 'open') throw new ConsultationOver();
    const opened = row as OpenedRow;
    const { code } = await people.member(opened.openedBy);
    const notice = openingNotice(opened, code, locales);
    const sent = await notices.send({ ...notice, idempotencyKey: `consultation:${id}` }, via);
    await database.query('update consultation set notice_id = $2 where id = $1', [id, sent.id]);
  }

  /** What a crash between opening and telling has left. */
  async function announceAll(): Promise<void> {
    const left = await database.query<{ id: string }>(selectUnannounced, [clock()]);
    for (const { id } of left) await announce(id).catch(parts.onProblem);
  }

  return { open, announce, announceAll };
}

/** Each with the unit that day: where they are at home, if it is one of these. */
const participants = (audience: 'members' | 'secretaries') => `
  with asked as (${audienceQuery[audience]}),
  kept as (
    insert into consultation_participant (consultation_id, member_id, unit_id)
    select distinct on (a.member_id) $3::uuid, a.member_id, a.unit_id
    from asked join ${audience === 'members' ? 'membership' : 'role'} a using (member_id)
    where ${inForce('a', '$2::date')} and a.unit_id in (${subtreeQuery})
      and ${audience === 'members' ? 'true' : `a.role = 'secretary'`}
    order by a.member_id, ${audience === 'members' ? `a.kind = 'home' desc,` : ''} a.unit_id
    returning member_id
  )
  select count(*) from kept`;
const insertParticipants = { members: participants('members'), secretaries: participants('secretaries') };

const markOpen = `
  update consultation set state = 'open', opened_by = $2, opened_at = $3, eligible = $4, revision = revision + 1
  where id = $1`;

const selectUnannounced = `
  select id from (${selectConsultations} where c.state = 'open' and c.notice_id is null and c.closes_at > $1) c`;
