import { ruleWithin } from '../people/index.ts';
import type { Actor } from '../platform/audit.ts';
import type { Sql } from '../platform/database/index.ts';
import type { ConsultationsParts } from './consultations.ts';
import { ConsultationUnknown } from './errors.ts';
import type { Asking, ConsultationSummary } from './port.ts';
import { consultationById, selectConsultations, summaryOf, type ConsultationRow } from './row.ts';

const mostListed = 200;
const mostSilent = 200;

/** What those who ask see of what they asked. */
export function reading({ database, people, clock }: ConsultationsParts) {
  const desks: Asking['desks'] = (memberId) => people.unitsHeld(memberId, 'consultation.ask');

  const asksBelow: Asking['asksBelow'] = async (by) => {
    const held = by.memberId === null ? [] : await desks(by.memberId);
    return (await people.unitsWithin(by, 'consultation.ask')).size > held.length;
  };

  const list: Asking['list'] = async (by, { unit } = {}) => {
    const within = [...(await people.unitsWithin(by, 'consultation.ask'))];
    const units = unit === undefined ? within : await theUnit(by, unit);
    const rows = await database.query<ConsultationRow & { given: number }>(selectListed, [units, mostListed]);
    const least = await smallestGroup(database, clock());
    return rows.map((row): ConsultationSummary => summaryOf(row, row.given, least));
  };

  async function theUnit(by: Actor, code: string): Promise<string[]> {
    const { id } = await people.unitByCode(code);
    await people.requireMay(by, 'consultation.ask', id);
    return [id];
  }

  const consultation: Asking['consultation'] = async (by, id) => {
    const row = await askedBy(by, id);
    const [counts] = await database.query<{ given: number; drawn: number }>(selectCounts, [row.id]);
    const { given, drawn } = counts!;
    const isNamed = row.level === 'named' && row.state !== 'preparing';
    return {
      ...summaryOf(row, given, await smallestGroup(database, clock())),
      audience: row.audience,
      introduction: row.introduction,
      questions: row.questions,
      live: row.live,
      shared: row.shared,
      openedAt: row.openedAt,
      remindedAt: row.remindedAt,
      noticeId: row.noticeId,
      drawn: row.level === 'unnamed' && row.openedAt ? drawn : null,
      silent: isNamed && (await readsNames(by, row)) ? await silentOf(row.id) : null,
    };
  };

  /** What somebody asks about, where the right is theirs. @throws {ConsultationUnknown} */
  async function askedBy(by: Actor, id: string): Promise<ConsultationRow> {
    const row = await consultationById(database, id);
    const may = by.memberId === null || (await people.may(by.memberId, 'consultation.ask', row.unitId));
    if (!may) throw new ConsultationUnknown();
    return row;
  }

  /** In the very unit that asks, and of what is answered by name. */
  async function readsNames({ memberId }: Actor, { level, unitId }: ConsultationRow): Promise<boolean> {
    if (level !== 'named') return false;
    return memberId === null || (await people.may(memberId, 'consultation.names', unitId));
  }

  async function silentOf(id: string) {
    return await database.query<{ code: string; fullName: string; unit: string }>(selectSilent, [
      id,
      mostSilent,
    ]);
  }

  return { desks, asksBelow, list, consultation, askedBy, readsNames };
}
export type Reading = ReturnType<typeof reading>;

/** The rule `feedback.small-group`. */
export async function smallestGroup(sql: Sql, on: Date): Promise<number> {
  return (await ruleWithin(sql, 'feedback.small-group', on)).value as number;
}

const given = '(select count(*) from consultation_answer a where a.consultation_id = c.id)';

const selectListed = `
  select listed.*, case when listed.state = 'open' then (
    select count(*) from consultation_answer a where a.consultation_id = listed.id) else 0 end as given
  from (
    ${selectConsultations} where c.unit_id = any ($1::uuid[])
    order by array_position('{open,preparing}'::consultation_state[], c.state), c.created_at desc limit $2
  ) listed
  order by array_position('{open,preparing}'::consultation_state[], listed.state), listed.id desc`;

const selectCounts = `
  select ${given} as given,
    (select count(*) from consultation_participant p where p.consultation_id = c.id and p.drawn) as drawn
  from consultation c where c.id = $1`;

const selectSilent = `
  select m.code, m.full_name as "fullName", u.name as unit
  from consultation_participant p join member m on m.id = p.member_id join unit u on u.id = p.unit_id
  where p.consultation_id = $1 and m.erased_at is null and not exists (
    select from consultation_answer a where a.consultation_id = p.consultation_id and a.member_id = p.member_id)
  order by u.code, m.code limit $2`;
