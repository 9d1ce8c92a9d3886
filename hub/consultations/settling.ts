import type { Sql } from '../platform/database/index.ts';
import type { ConsultationsParts } from './consultations.ts';
import { counting } from './counting.ts';
import type { UnitName } from './port.ts';
import { smallestGroup } from './reading.ts';
import { consultationById, holdConsultation, type ConsultationRow, type OpenedRow } from './row.ts';
import type { Given, Kept, Sealing } from './sealing.ts';
import { tell } from './telling.ts';

/** Answers in memory at a time. */
const sliceRows = 500;
const limitMs = 5 * 60_000;
const mostDue = 50;

/** When its time has come it is closed, counted, and what leads to a person goes. */
export function settling(parts: ConsultationsParts, sealing: Sealing) {
  const { database, notices, audit, queues, clock, onProblem } = parts;

  /** Those that are due, in the order of their deadlines; and those that were closed and not counted. */
  async function closeDue(): Promise<void> {
    const due = await database.query<{ id: string }>(selectDue, [clock(), mostDue]);
    for (const { id } of due) await closeOne(id).catch(onProblem);
    const left = await database.query<{ id: string }>(selectUncounted, [mostDue]);
    for (const { id } of left) await settle(id).catch(onProblem);
  }

  async function closeOne(id: string): Promise<void> {
    await database.transaction(async (sql) => {
      const [closed] = await sql.query<{ unitId: string; eligible: number }>(markClosed, [id, clock()]);
      if (!closed) return;
      const { unitId, eligible } = closed;
      const deed = { action: 'consultation.closed', unitId, subjectId: id, facts: { eligible } };
      await audit.record({ memberId: null, via: 'system' }, deed, sql);
    });
  }

  /**
   * Counts what was answered, and keeps the figures in its place. Nobody answers any more: what is counted outside of a
   * transaction stays as it is, and of two who count the second keeps nothing.
   */
  async function settle(id: string): Promise<void> {
    const row = await consultationById(database, id);
    if (row.state !== 'closed' || row.results !== null) return;
    const kept = await count(row);
    const told = await database.transaction(async (sql) => {
      const sealed = sealing.sealKept(id, kept);
      const isNamed = row.level === 'named';
      await holdConsultation(sql, id);
      // Somebody was erased meanwhile: what is left is counted by the next turn of the work.
      if (isNamed && (await givenTo(sql, id)) !== kept.exact!.answered) return 0;
      const answered = (isNamed ? kept.exact! : kept.shown).answered;
      const [first] = await sql.query<object>(keepResults, [id, sealed, answered]);
      if (!first) return 0;
      if (!isNamed) await sql.query('delete from consultation_answer where consultation_id = $1', [id]);
      await sql.query('delete from consultation_paper where consultation_id = $1', [id]);
      return row.shared ? await tellResults(sql, row as OpenedRow) : 0;
    }, limitMs);
    if (told > 0) await queues.ring('deliver');
  }

  async function givenTo(sql: Sql, id: string): Promise<number> {
    const [given] = await sql.query<{ count: number }>(countGiven, [id]);
    return given!.count;
  }

  async function tellResults(sql: Sql, row: OpenedRow): Promise<number> {
    const asked = await sql.query<{ memberId: string }>(selectAsked, [row.id]);
    const memberIds = asked.map(({ memberId }) => memberId);
    return await tell(sql, notices, { row, word: 'results', which: '', memberIds });
  }

  /** As it stands. */
  async function count(row: ConsultationRow): Promise<Kept> {
    const { add, shown, exact } = counting(row.questions);
    for await (const given of answersOf(row.id)) add(given);
    const units = await unitsRightBelow(row);
    const least = await smallestGroup(database, clock());
    return { shown: shown(least, units), exact: row.level === 'named' ? exact(units) : null };
  }

  async function* answersOf(id: string): AsyncGenerator<Given> {
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const rows = await database.query<{ id: string; content: Uint8Array }>(selectSlice, [
        id,
        after,
        sliceRows,
      ]);
      for (const { content } of rows) yield sealing.openGiven(id, content);
      if (rows.length < sliceRows) return;
      after = rows.at(-1)!.id;
    }
  }

  /** To which unit right below the one that asks each unit of those asked belongs; or to that one itself. */
  async function unitsRightBelow(row: ConsultationRow): Promise<Map<string, UnitName>> {
    const rows = await database.query<UnitName & { of: string }>(selectRightBelow, [row.id, row.unitId]);
    return new Map(rows.map(({ of, ...unit }) => [of, unit]));
  }

  return { closeDue, settle, count };
}
export type Settling = ReturnType<typeof settling>;

const selectDue = `
  select id from consultation where state = 'open' and closes_at <= $1 order by closes_at limit $2`;

const selectUncounted = `
  select id from consultation where state = 'closed' and results is null order by closes_at limit $1`;

const markClosed = `
  update consultation set state = 'closed', ended_at = closes_at, revision = revision + 1
  where id = $1 and state = 'open' and closes_at <= $2 returning unit_id as "unitId", eligible`;

const keepResults = `
  update consultation set results = $2, answered = $3 where id = $1 and state = 'closed' and results is null
  returning 1 as kept`;

const countGiven = 'select count(*) from consultation_answer where consultation_id = $1';

const selectSlice = `
  select id, content from consultation_answer where consultation_id = $1 and id > $2 order by id limit $3`;

const selectAsked = `
  select member_id as "memberId" from consultation_participant where consultation_id = $1 order by member_id`;

/** Upwards from each, until the one right below the asking unit; what hangs elsewhere by now counts for that one. */
const selectRightBelow = `
  with recursive up (of, id, parent_id) as (
    select distinct u.id, u.id, u.parent_id
    from consultation_participant p join unit u on u.id = p.unit_id where p.consultation_id = $1
    union
    select up.of, u.id, u.parent_id from up join unit u on u.id = up.parent_id
    where up.parent_id <> $2 and up.id <> $2
  )
  select known.of, u.id, u.code, u.name
  from (
    select of, coalesce((array_agg(id) filter (where parent_id = $2))[1], $2::uuid) as id from up group by of
  ) known join unit u on u.id = known.id`;
