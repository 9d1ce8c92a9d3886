import type { Actor, Audit } from '../../platform/audit.ts';
import type { Sql } from '../../platform/database/index.ts';
import type { Plan } from './plan.ts';

/** What was done, as the audit names it. */
const deeds = {
  units: { action: 'import.units' },
  members: { action: 'import.members' },
} as const;

/**
 * One entry for each topmost unit that the actor reaches and in which lines changed something; the operator reaches
 * from the roots. A member who moved counts where he or she was and where he or she is.
 *
 * @param held ids of the units in which the actor holds the right; null for the operator
 */
export async function auditImport(
  sql: Sql,
  audit: Audit,
  {
    by,
    kind,
    touched,
    held,
  }: { by: Actor; kind: keyof typeof deeds; touched: Plan['touched']; held: readonly string[] | null },
): Promise<void> {
  const units = [...new Set(touched.flatMap(({ unitIds }) => unitIds))];
  if (units.length === 0) return;
  const rows = await sql.query<{ unitId: string; top: string }>(selectTops, [units, held]);
  const topOf = new Map(rows.map(({ unitId, top }) => [unitId, top]));
  const counts = new Map<string, { created: number; updated: number }>();
  for (const { kind: what, unitIds } of touched) {
    for (const top of new Set(unitIds.flatMap((id) => topOf.get(id) ?? []))) {
      const count = counts.get(top) ?? { created: 0, updated: 0 };
      count[what] += 1;
      counts.set(top, count);
    }
  }
  for (const [unitId, facts] of counts) {
    await audit.record(by, { ...deeds[kind], unitId, facts }, sql);
  }
}

const selectTops = `
  with recursive up (unit_id, id, depth) as (
    select id, id, 0 from unit where id = any ($1::uuid[])
    union all
    select up.unit_id, u.parent_id, up.depth + 1 from up join unit u on u.id = up.id
    where u.parent_id is not null
  )
  select distinct on (unit_id) unit_id as "unitId", id as top from up
  where $2::uuid[] is null or id = any ($2) order by unit_id, depth desc`;
