import type { PersonalData } from '../people/index.ts';
import type { Keys } from '../platform/keys.ts';
import type { ConsultationLevel } from './port.ts';
import { sealing as sealingOf } from './sealing.ts';

/**
 * What a member was asked, and answered by name, is told and wiped. What was answered, and that a paper was drawn, is told
 * to the member alone: the office does not learn by somebody's data who was silent. What was answered on a paper is nobody's.
 */
export function consultationData(keys: Keys): PersonalData {
  const sealing = sealingOf(keys);

  return {
    async tell(sql, { memberId }, reader) {
      const asked = await sql.query<AskedRow>(selectAsked, [memberId]);
      const hashes = asked.map(({ id }) => sealing.ownerHash(id, memberId));
      const rows = await sql.query<{ id: string; content: Uint8Array }>(selectAnswers, [memberId, hashes]);
      const answers = new Map(rows.map(({ id, content }) => [id, sealing.openGiven(id, content).answers]));
      return {
        consultations: asked.map(({ id, drewPaper, ...row }) => ({
          ...row,
          drewPaper: reader === 'member' ? drewPaper : null,
          answers: reader === 'member' ? (answers.get(id) ?? null) : null,
        })),
      };
    },

    async erase(sql, { memberId }) {
      const asked = await sql.query<{ id: string }>(deleteAsked, [memberId]);
      const hashes = asked.map(({ id }) => sealing.ownerHash(id, memberId));
      await sql.query('delete from consultation_answer where owner_hash = any ($1::bytea[])', [hashes]);
      const named = await sql.query<{ id: string }>(deleteNamed, [memberId]);
      // Their figures hold what was wiped: they are made anew.
      await sql.query('update consultation set results = null where id = any ($1::uuid[])', [
        named.map(({ id }) => id),
      ]);
      // Into the audit go the named ones alone: how many others there were is nobody's to know.
      return { consultationAnswers: named.length };
    },
  };
}

interface AskedRow {
  id: string;
  title: string;
  unit: string;
  level: ConsultationLevel;
  openedAt: Date;
  drewPaper: boolean;
}

const selectAsked = `
  select c.id, c.title, u.name as unit, c.level, c.opened_at as "openedAt", p.drawn as "drewPaper"
  from consultation_participant p join consultation c on c.id = p.consultation_id join unit u on u.id = c.unit_id
  where p.member_id = $1 order by c.opened_at`;

const selectAnswers = `
  select consultation_id as id, content from consultation_answer
  where member_id = $1 or owner_hash = any ($2::bytea[])`;

const deleteAsked =
  'delete from consultation_participant where member_id = $1 returning consultation_id as id';

const deleteNamed = 'delete from consultation_answer where member_id = $1 returning consultation_id as id';
