import { inForce, unitStands } from '../people/index.ts';
import type { Sql } from '../platform/database/index.ts';
import type { UnitOfTree } from './disclosure/index.ts';

export interface NamedUnit extends UnitOfTree {
  code: string;
  name: string;
  /** Ids of its topics with their names. */
  topicNames: ReadonlyMap<string, string>;
}

interface UnitRow {
  id: string;
  code: string;
  name: string;
  parentId: string | null;
  /** At home in this very unit. */
  members: number;
}
interface TopicRow {
  id: string;
  unitId: string;
  name: string;
}

/**
 * The units that stand on a day or have something that is counted, with who belongs there and what can be said there:
 * the topics of the unit, else of the nearest above it that has any.
 */
export async function unitsOfTree(sql: Sql, day: string): Promise<NamedUnit[]> {
  const rows = await sql.query<UnitRow>(selectUnits, [day]);
  const topics = Map.groupBy(await sql.query<TopicRow>(selectTopics), ({ unitId }) => unitId);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const members = new Map(rows.map(({ id }) => [id, 0]));
  for (const row of rows)
    for (const above of upwards(row)) members.set(above.id, members.get(above.id)! + row.members);

  return rows.map((row) => {
    const offering = upwards(row).find(({ id }) => topics.has(id));
    const offered = (offering && topics.get(offering.id)) ?? [];
    return {
      ...row,
      members: members.get(row.id)!,
      topicNames: new Map(offered.map(({ id, name }) => [id, name])),
      topics: [...new Set(['', ...offered.map(({ name }) => name)])],
    };
  });

  /** The unit and all above it. */
  function upwards(row: UnitRow): UnitRow[] {
    const parent = row.parentId === null ? undefined : byId.get(row.parentId);
    return parent ? [row, ...upwards(parent)] : [row];
  }
}

// Units that no longer stand answer for nothing, but keep those below them in their place.
const selectUnits = `
  select u.id, u.code, u.name, u.parent_id as "parentId", coalesce(m.members, 0)::int as members
  from unit u left join (
    select unit_id, count(*) as members from membership m
    where kind = 'home' and ${inForce('m', '$1::date')} group by unit_id
  ) m on m.unit_id = u.id
  where ${unitStands('u', '$1::date')}
    or exists (select from unit below where below.parent_id = u.id)
    or exists (select from feedback_item i where i.unit_id = u.id)
  order by u.code`;

const selectTopics = `
  select t.id, t.unit_id as "unitId", coalesce(parent.name || ' / ', '') || t.name as name
  from feedback_topic t left join feedback_topic parent on parent.id = t.parent_id
  order by parent.position nulls first, t.position, t.id`;
