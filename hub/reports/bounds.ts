import { ruleWithin } from '../people/index.ts';
import type { Sql } from '../platform/database/index.ts';
import type { Bounds } from './disclosure/index.ts';

/** What keeps small groups from being told, by the rules of that day. */
export async function boundsOf(sql: Sql, on: Date): Promise<Bounds> {
  const group = await ruleWithin(sql, 'feedback.small-group', on);
  const company = await ruleWithin(sql, 'feedback.company', on);
  return { group: Number(group.value), eligible: (company.value as { eligible: number }).eligible };
}
