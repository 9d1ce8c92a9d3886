import type { Sql } from '../../platform/database/index.ts';
import type { PaperContent, PaperKind } from './content.ts';
import { PaperApproved, PaperUnknown } from './errors.ts';

export interface PaperRow {
  id: string;
  meetingId: string;
  unitId: string;
  kind: PaperKind;
  number: number | null;
  term: string;
  content: PaperContent;
  revision: number;
  changedAt: Date;
  changedByName: string | null;
  approvedAt: Date | null;
  approvedByName: string | null;
  noticeId: string | null;
}

/** Null: it has not been begun. */
export async function findPaper(sql: Sql, meetingId: string, kind: PaperKind): Promise<PaperRow | null> {
  const [row] = await sql.query<PaperRow>(`${selectPapers} and paper.kind = $2`, [meetingId, kind]);
  return row ?? null;
}

export async function papersOf(sql: Sql, meetingId: string): Promise<PaperRow[]> {
  return await sql.query<PaperRow>(`${selectPapers} order by paper.kind`, [meetingId]);
}

/**
 * The paper, held against everybody else until the transaction ends.
 *
 * @throws {PaperUnknown} @throws {PaperApproved}
 */
export async function lockOpenPaper(sql: Sql, meetingId: string, kind: PaperKind): Promise<PaperRow> {
  const paper = await lockPaper(sql, meetingId, kind);
  if (paper.approvedAt) throw new PaperApproved();
  return paper;
}

/** The same, approved or not. @throws {PaperUnknown} */
export async function lockPaper(sql: Sql, meetingId: string, kind: PaperKind): Promise<PaperRow> {
  const [held] = await sql.query('select from meeting_paper where meeting_id = $1 and kind = $2 for update', [
    meetingId,
    kind,
  ]);
  // A second statement: it sees what was committed while the first waited.
  const paper = held ? await findPaper(sql, meetingId, kind) : null;
  if (!paper) throw new PaperUnknown();
  return paper;
}

/** Writes the content under the next revision, which is answered. */
export async function writeContent(
  sql: Sql,
  paper: Pick<PaperRow, 'id'>,
  { content, at, by }: { content: PaperContent; at: Date; by: string | null },
): Promise<number> {
  const [row] = await sql.query<{ revision: number }>(
    `update meeting_paper set content = $2, revision = revision + 1, changed_at = $3,
       changed_by = coalesce($4, changed_by)
     where id = $1 returning revision`,
    [paper.id, JSON.stringify(content), at, by],
  );
  return row!.revision;
}

const selectPapers = `
  select paper.id, paper.meeting_id as "meetingId", paper.unit_id as "unitId", paper.kind, paper.number, paper.term,
    paper.content, paper.revision, paper.changed_at as "changedAt", changer.full_name as "changedByName",
    paper.approved_at as "approvedAt", approver.full_name as "approvedByName", paper.notice_id as "noticeId"
  from meeting_paper paper
  left join member changer on changer.id = paper.changed_by
  left join member approver on approver.id = paper.approved_by
  where paper.meeting_id = $1`;
