import { calendarDay } from '../people/index.ts';
import type { Actor } from '../platform/audit.ts';
import type { Sql } from '../platform/database/index.ts';
import type { ConsultationsParts } from './consultations.ts';
import { ConsultationOver, RemindedToday } from './errors.ts';
import type { Asking } from './port.ts';
import { smallestGroup, type Reading } from './reading.ts';
import { holdConsultation, isOpen, type OpenedRow } from './row.ts';
import type { Sealing } from './sealing.ts';
import { tell } from './telling.ts';

const limitMs = 5 * 60_000;
const mostDue = 50;

/** Those who are silent, without knowing what the others said; of an unnamed one those who drew no paper. */
export function reminding(parts: ConsultationsParts, { askedBy }: Reading, sealing: Sealing) {
  const { database, notices, audit, queues, clock, onProblem } = parts;

  const remind: Asking['remind'] = async (by, id) => {
    await askedBy(by, id);
    const reminded = await database.transaction(async (sql) => {
      const row = await holdConsultation(sql, id);
      if (!isOpen(row, clock())) throw new ConsultationOver();
      const { remindedAt } = row;
      if (remindedAt && calendarDay(remindedAt) === calendarDay(clock())) throw new RemindedToday();
      return await tellSilent(sql, row, by);
    }, limitMs);
    await queues.ring('deliver');
    return { reminded };
  };

  /** Once, on the last day of one that runs for three days or more. */
  async function remindDue(): Promise<void> {
    const due = await database.query<{ id: string }>(`${selectDue} order by closes_at limit $2`, [
      clock(),
      mostDue,
    ]);
    for (const { id } of due) await remindOne(id).catch(onProblem);
    if (due.length > 0) await queues.ring('deliver');
  }

  async function remindOne(id: string): Promise<void> {
    await database.transaction(async (sql) => {
      const row = await holdConsultation(sql, id);
      const [due] = await sql.query<object>(`${selectDue} and id = $2`, [clock(), id]);
      if (due && isOpen(row, clock())) await tellSilent(sql, row, { memberId: null, via: 'system' });
    }, limitMs);
  }

  /** Returns how many; null: their number would tell of how few the answers are. */
  async function tellSilent(sql: Sql, row: OpenedRow, by: Actor): Promise<number | null> {
    const memberIds = await silentOf(sql, row);
    const which = calendarDay(clock());
    const people = await tell(sql, notices, { row, word: 'reminder', which, memberIds });
    const reminded = (await tellsOfFew(sql, row)) ? null : people;
    await sql.query('update consultation set reminded_at = $2 where id = $1', [row.id, clock()]);
    const deed = { action: 'consultation.reminded', unitId: row.unitId, subjectId: row.id };
    await audit.record(by, { ...deed, facts: { people: reminded ?? 'few' } }, sql);
    return reminded;
  }

  /** How many are silent says how many are not. */
  async function tellsOfFew(sql: Sql, { id, level }: OpenedRow): Promise<boolean> {
    if (level !== 'confidential') return false;
    const [given] = await sql.query<{ count: number }>(countGiven, [id]);
    return given!.count < (await smallestGroup(sql, clock()));
  }

  async function silentOf(sql: Sql, { id, level }: OpenedRow): Promise<string[]> {
    const asked = await sql.query<{ memberId: string }>(level === 'unnamed' ? selectUndrawn : selectSilent, [
      id,
    ]);
    if (level !== 'confidential') return asked.map(({ memberId }) => memberId);
    const answered = await sql.query<{ ownerHash: Buffer }>(selectOwners, [id]);
    const owners = new Set(answered.map(({ ownerHash }) => ownerHash.toString('hex')));
    return asked
      .map(({ memberId }) => memberId)
      .filter((memberId) => !owners.has(sealing.ownerHash(id, memberId).toString('hex')));
  }

  return { remind, remindDue };
}

/** A day before its end, but not where somebody reminded them since. */
const selectDue = `
  select id from consultation
  where state = 'open' and closes_at > $1 and closes_at <= $1::timestamptz + interval '1 day'
    and closes_at >= opened_at + interval '3 days'
    and (reminded_at is null or reminded_at < closes_at - interval '1 day')`;

const selectUndrawn = `
  select member_id as "memberId" from consultation_participant where consultation_id = $1 and not drawn
  order by member_id`;

/** Of a confidential one these are all: who answered is found in no table. */
const selectSilent = `
  select p.member_id as "memberId" from consultation_participant p
  where p.consultation_id = $1 and not exists (
    select from consultation_answer a where a.consultation_id = p.consultation_id and a.member_id = p.member_id)
  order by p.member_id`;

const countGiven = 'select count(*) from consultation_answer where consultation_id = $1';

const selectOwners = `
  select owner_hash as "ownerHash" from consultation_answer where consultation_id = $1 and owner_hash is not null`;
