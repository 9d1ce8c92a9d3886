import type { Sql } from '../../platform/database/index.ts';

/** What the committee of a unit added when it passed a directive on. */
export interface Instruction {
  /** Name of the unit. */
  unit: string;
  text: string;
}

/** What was added on the way down to this notice, the highest level first. */
export async function instructionsOf(sql: Sql, noticeId: string): Promise<Instruction[]> {
  return await sql.query<Instruction>(
    `with recursive way (id, passes_on_id, unit_id, instruction, height) as (
       select id, passes_on_id, unit_id, instruction, 0 from notice where id = $1
       union all
       select above.id, above.passes_on_id, above.unit_id, above.instruction, way.height + 1
       from notice above join way on above.id = way.passes_on_id
     )
     select unit.name as unit, way.instruction as text from way join unit on unit.id = way.unit_id
     where way.instruction is not null order by way.height desc`,
    [noticeId],
  );
}
