import type { Sql } from '../../platform/database/index.ts';
import type { PaperRow } from './paper-row.ts';

/**
 * The next number of the unit's papers of this kind in this term, from 1. Until the transaction ends nobody else gets
 * one: whoever approves at the same moment waits for all papers of the kind, and goes on from there.
 *
 * @source domain.md 3: continuous per kind within one term
 */
export async function nextNumber(
  sql: Sql,
  { unitId, kind }: Pick<PaperRow, 'unitId' | 'kind'>,
  term: string,
): Promise<number> {
  await sql.query('select from meeting_paper where unit_id = $1 and kind = $2 order by id for update', [
    unitId,
    kind,
  ]);
  // A second statement: it sees the number that was given while the first waited.
  const [row] = await sql.query<{ next: number }>(
    `select coalesce(max(number), 0) + 1 as next from meeting_paper where unit_id = $1 and kind = $2 and term = $3`,
    [unitId, kind, term],
  );
  return row!.next;
}
