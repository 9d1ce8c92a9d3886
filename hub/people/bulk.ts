import type { Sql } from '../platform/database/index.ts';

const rowsPerStatement = 5_000;

/**
 * Runs one statement over many rows. `text` reads them from `jsonb_to_recordset($1::jsonb)`; `values` are
 * `$2` and on. No statement is sent for no rows.
 */
export async function inBatches<Result>(
  sql: Sql,
  text: string,
  rows: readonly object[],
  ...values: unknown[]
): Promise<Result[]> {
  const results: Result[][] = [];
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    const batch = JSON.stringify(rows.slice(start, start + rowsPerStatement));
    results.push(await sql.query<Result>(text, [batch, ...values]));
  }
  return results.flat();
}
