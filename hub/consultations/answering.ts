import type { Sql } from '../platform/database/index.ts';
import { checkedAnswers } from './checked-answers.ts';
import type { ConsultationsParts } from './consultations.ts';
import { ConsultationInvalid, ConsultationOver, ConsultationUnknown, PaperDrawn } from './errors.ts';
import { laying } from './laying.ts';
import { pool } from './pool.ts';
import type { Answering, Answers, Asked } from './port.ts';
import { consultationById, holdConsultation, isOpen, selectConsultations, unitOf } from './row.ts';
import type { ConsultationRow } from './row.ts';
import { longestGiven, type Sealing } from './sealing.ts';

const dayMs = 86_400_000;
/** For so long one finds what is over. */
const shownForDays = 90;
const mostShown = 100;

interface Participant {
  unitId: string;
  drawn: boolean;
}
type OwnRow = ConsultationRow & Pick<Participant, 'drawn'> & { ownContent: Uint8Array | null };

/** What those who are asked do, each for themselves. */
export function answering(parts: ConsultationsParts, sealing: Sealing): Omit<Answering, 'results'> {
  const { database, people, clock } = parts;
  const { layDown } = laying(sealing);
  const { draw: drawFrom } = pool(sealing);

  const mine: Answering['mine'] = async (memberId) => {
    if (!(await people.takesPart(memberId))) return [];
    const now = clock();
    const since = new Date(now.getTime() - shownForDays * dayMs);
    const rows = await database.query<OwnRow>(selectMine, [memberId, since, mostShown]);
    const sealed = await sealedOf(database, memberId, rows);
    const asked = rows.map((row) => askedOf(row, row.drawn, row.ownContent ?? sealed.get(row.id) ?? null));
    const rank = ({ state, answers, drawn, closesAt }: Asked) => {
      if (state !== 'open' || closesAt <= now) return 2;
      return answers === null && !drawn ? 0 : 1;
    };
    return asked.sort(
      (one, other) =>
        rank(one) - rank(other) ||
        (rank(one) === 2 ? -1 : 1) * (one.closesAt.getTime() - other.closesAt.getTime()),
    );
  };

  const asked: Answering['asked'] = async (memberId, id) => {
    await requirePart(memberId);
    const row = await consultationById(database, id);
    return await askedNow(database, row, memberId);
  };

  async function askedNow(sql: Sql, row: ConsultationRow, memberId: string): Promise<Asked> {
    const { drawn } = await participantOf(sql, row, memberId);
    return askedOf(row, drawn, await ownContent(sql, row, memberId));
  }

  const answer: Answering['answer'] = async (memberId, id, answers) => {
    await requirePart(memberId);
    const before = await consultationById(database, id);
    await participantOf(database, before, memberId);
    if (!isOpen(before, clock())) throw new ConsultationOver();
    if (before.level === 'unnamed') throw new ConsultationInvalid('level');
    // Its questions stay as they are once it is opened.
    const checked = await checkedAnswers(parts, before.questions, answers);
    return await database.transaction(async (sql) => {
      const row = await holdConsultation(sql, id);
      if (!isOpen(row, clock())) throw new ConsultationOver();
      const { unitId } = await participantOf(sql, row, memberId);
      await keep(sql, row, memberId, { unitId, answers: checked });
      return await askedNow(sql, row, memberId);
    });
  };

  async function keep(
    sql: Sql,
    { id, level, questions }: ConsultationRow,
    memberId: string,
    given: { unitId: string; answers: Answers },
  ): Promise<void> {
    const bytes = longestGiven(questions);
    if (level === 'confidential')
      await layDown(sql, id, { given, ownerHash: sealing.ownerHash(id, memberId), bytes });
    else await sql.query(keepNamed, [sealing.newId(), id, memberId, sealing.sealGiven(id, given, bytes)]);
  }

  const draw: Answering['draw'] = async (memberId, id) => {
    await requirePart(memberId);
    return await database.transaction(async (sql) => {
      const row = await holdConsultation(sql, id);
      const { drawn } = await participantOf(sql, row, memberId);
      if (row.level !== 'unnamed' || !isOpen(row, clock())) throw new ConsultationOver();
      if (drawn) throw new PaperDrawn();
      await sql.query(markDrawn, [id, memberId]);
      return { paper: await drawFrom(sql, id) };
    });
  };

  /** Whoever was suspended or left since it was opened. @throws {ConsultationUnknown} */
  async function requirePart(memberId: string): Promise<void> {
    if (!(await people.takesPart(memberId))) throw new ConsultationUnknown();
  }

  /** @throws {ConsultationUnknown} not asked, or not yet */
  async function participantOf(sql: Sql, row: ConsultationRow, memberId: string): Promise<Participant> {
    const [found] = await sql.query<Participant>(selectParticipant, [row.id, memberId]);
    if (!found || row.state === 'preparing') throw new ConsultationUnknown();
    return found;
  }

  async function ownContent(
    sql: Sql,
    { id, level }: ConsultationRow,
    memberId: string,
  ): Promise<Uint8Array | null> {
    if (level === 'unnamed') return null;
    const [found] = await sql.query<{ content: Uint8Array }>(selectOwn, [
      id,
      level === 'named' ? memberId : null,
      level === 'named' ? null : sealing.ownerHash(id, memberId),
    ]);
    return found?.content ?? null;
  }

  /** Of those that are confidential, what the member has answered, by the consultation's id. */
  async function sealedOf(
    sql: Sql,
    memberId: string,
    rows: readonly ConsultationRow[],
  ): Promise<Map<string, Uint8Array>> {
    const hashes = rows
      .filter(({ level, state }) => level === 'confidential' && state === 'open')
      .map(({ id }) => sealing.ownerHash(id, memberId));
    const found = await sql.query<{ id: string; content: Uint8Array }>(selectSealed, [hashes]);
    return new Map(found.map(({ id, content }) => [id, content]));
  }

  function askedOf(row: ConsultationRow, drawn: boolean, own: Uint8Array | null): Asked {
    return askedBefore(row, { drawn, answers: own && sealing.openGiven(row.id, own).answers });
  }

  return { mine, asked, answer, draw };
}

/** A consultation as who is asked reads it. */
export function askedBefore(row: ConsultationRow, own: Pick<Asked, 'answers' | 'drawn'>): Asked {
  const { id, kind, level, title, introduction, questions, closesAt, live, shared, state } = row;
  if (state === 'preparing') throw new ConsultationUnknown();
  return {
    id,
    unit: unitOf(row),
    kind,
    level,
    title,
    introduction,
    questions,
    closesAt,
    live,
    shared,
    state,
    ...own,
  };
}

const selectMine = `
  select c.*, own.content as "ownContent", p.drawn
  from consultation_participant p
  join (${selectConsultations}) c on c.id = p.consultation_id
  left join consultation_answer own on own.consultation_id = p.consultation_id and own.member_id = p.member_id
  where p.member_id = $1 and (c.state = 'open' or (c.state = 'closed' and c."endedAt" > $2))
  order by c.state = 'open' desc, c."closesAt" desc limit $3`;

const selectParticipant = `
  select unit_id as "unitId", drawn from consultation_participant where consultation_id = $1 and member_id = $2`;

const selectOwn = `
  select content from consultation_answer where consultation_id = $1 and (member_id = $2 or owner_hash = $3)`;

const selectSealed =
  'select consultation_id as id, content from consultation_answer where owner_hash = any ($1::bytea[])';

const keepNamed = `
  insert into consultation_answer (id, consultation_id, member_id, content) values ($1, $2, $3, $4)
  on conflict (consultation_id, member_id) do update set content = excluded.content`;

const markDrawn =
  'update consultation_participant set drawn = true where consultation_id = $1 and member_id = $2';
