import type { Sql } from '../platform/database/index.ts';
import { readSpokenWords } from '../platform/spoken-words.ts';
import { askedBefore } from './answering.ts';
import { checkedAnswers } from './checked-answers.ts';
import type { ConsultationsParts } from './consultations.ts';
import { PaperUnknown } from './errors.ts';
import { laying } from './laying.ts';
import type { Papers } from './port.ts';
import { holdConsultation, isOpen, selectConsultations, type ConsultationRow } from './row.ts';
import { longestGiven, type Sealing } from './sealing.ts';

/** What is answered on a paper: nothing here knows by whom. */
export function papers(parts: ConsultationsParts, sealing: Sealing): Papers {
  const { database, clock } = parts;
  const { layDown } = laying(sealing);

  const asked: Papers['asked'] = async (paper) => {
    const row = await openOf(paper);
    return row && askedBefore(row, { answers: null, drawn: true });
  };

  const answer: Papers['answer'] = async (paper, answers) => {
    const before = await openOf(paper);
    if (!before) throw new PaperUnknown();
    const checked = await checkedAnswers(parts, before.questions, answers);
    await database.transaction(async (sql) => {
      const row = await holdConsultation(sql, before.id);
      if (!isOpen(row, clock())) throw new PaperUnknown();
      await useUp(sql, paper);
      await layDown(sql, row.id, {
        given: { unitId: null, answers: checked },
        ownerHash: null,
        bytes: longestGiven(row.questions),
      });
    });
  };

  async function openOf(paper: string): Promise<ConsultationRow | null> {
    const words = readSpokenWords(paper);
    if (words === null) return null;
    const [row] = await database.query<ConsultationRow>(selectOfPaper, [sealing.paperHash(words)]);
    return row && isOpen(row, clock()) ? row : null;
  }

  /** Of two who answer on the same paper the second finds none. */
  async function useUp(sql: Sql, paper: string): Promise<void> {
    const hash = sealing.paperHash(readSpokenWords(paper)!);
    const used = await sql.query<object>(deletePaper, [hash]);
    if (used.length === 0) throw new PaperUnknown();
  }

  return { asked, answer };
}

const selectOfPaper = `
  ${selectConsultations} join consultation_paper p on p.consultation_id = c.id
  where p.hash = $1 and p.words is null`;

const deletePaper = 'delete from consultation_paper where hash = $1 and words is null returning 1 as used';
