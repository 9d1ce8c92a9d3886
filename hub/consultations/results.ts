import type { Actor } from '../platform/audit.ts';
import type { ConsultationsParts } from './consultations.ts';
import type { Counted } from './counting.ts';
import { ConsultationUnknown, NotClosedYet, ResultsNotShared } from './errors.ts';
import type { Answering, Asking, Results } from './port.ts';
import { smallestGroup, type Reading } from './reading.ts';
import { consultationById, unitOf, type ConsultationRow } from './row.ts';
import type { Kept, Sealing } from './sealing.ts';
import type { Settling } from './settling.ts';

/** How a reader stands to what was answered. */
interface Reader {
  /** Reads names, so nothing is kept from them; or it was said that the counts are seen by everybody. */
  exact: boolean;
  /** What was written is for who asked. */
  texts: boolean;
}

/** What came of it, for who asked and who was asked. */
export function results(
  { database, clock }: ConsultationsParts,
  { askedBy, readsNames }: Reading,
  { sealing, count }: { sealing: Sealing; count: Settling['count'] },
) {
  const forAsking: Asking['results'] = async (by, id) => {
    const row = await askedBy(by, id);
    const names = await readsNames(by, row);
    if (!isOver(row) && (row.level !== 'named' || row.state !== 'open')) throw new NotClosedYet(row.closesAt);
    // Whoever is above reads of a small group what may be shown; while it goes on, that would tell by its changes.
    if (!isOver(row) && !names && !row.live) throw new NotClosedYet(row.closesAt);
    return await read(row, { exact: names || row.live, texts: true });
  };

  const forAsked: Answering['results'] = async (memberId, id) => {
    const row = await consultationById(database, id);
    const [found] = await database.query<object>(selectParticipant, [row.id, memberId]);
    if (!found || row.state === 'preparing') throw new ConsultationUnknown();
    const isLive = row.state === 'open' && row.live;
    if (!isOver(row) && !isLive) throw new NotClosedYet(row.closesAt);
    if (!row.shared && !isLive) throw new ResultsNotShared();
    return await read(row, { exact: row.live, texts: false });
  };

  const answersByName: Asking['answersByName'] = async (by, id) => {
    const row = await askedBy(by, id);
    if (!(await readsNames(by, row))) throw new ConsultationUnknown();
    const rows = await database.query<NamedRow>(selectNamed, [row.id]);
    return rows.map(({ content, ...who }) => ({
      ...who,
      answers: sealing.openGiven(row.id, content).answers,
    }));
  };

  async function read(row: ConsultationRow, { exact, texts }: Reader): Promise<Results> {
    const kept: Kept = row.results ? sealing.openKept(row.id, row.results) : await count(row);
    const counted: Counted = exact && kept.exact ? kept.exact : kept.shown;
    return {
      id: row.id,
      title: row.title,
      unit: unitOf(row),
      level: row.level,
      questions: row.questions,
      eligible: row.eligible,
      answered: counted.answered,
      final: isOver(row),
      smallest: await smallestGroup(database, row.endedAt ?? clock()),
      results: counted.results.map((result) => (texts ? result : { ...result, texts: null })),
      byUnit: counted.byUnit,
    };
  }

  return { forAsking, forAsked, answersByName };
}

/** Closed, and counted: a named one may be counted again. */
function isOver({ state, level, results: kept }: ConsultationRow): boolean {
  return state === 'closed' && (kept !== null || level === 'named');
}

/** Who asks for whom, as exports need it. */
export type ReadResults = (by: Actor, id: string) => Promise<Results>;

interface NamedRow {
  code: string;
  fullName: string;
  unit: string;
  content: Uint8Array;
}

const selectParticipant =
  'select 1 as asked from consultation_participant where consultation_id = $1 and member_id = $2';

const selectNamed = `
  select m.code, m.full_name as "fullName", u.name as unit, a.content
  from consultation_answer a join member m on m.id = a.member_id
  join consultation_participant p on p.consultation_id = a.consultation_id and p.member_id = a.member_id
  join unit u on u.id = p.unit_id
  where a.consultation_id = $1 order by u.code, m.code`;
