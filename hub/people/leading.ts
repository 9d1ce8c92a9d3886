import type { Clock } from '../platform/clock.ts';
import type { Database, Sql } from '../platform/database/index.ts';
import type { Language } from '../platform/locales.ts';
import { calendarDay } from './days.ts';
import { apart, hasStatus, inForce, unitStands } from './in-force.ts';

/** Those who lead a unit and whom a channel reaches. */
export interface Leaders {
  /** 0: the unit asked about; 1: the one above it. */
  depth: number;
  unitId: string;
  /** Never empty. */
  memberIds: string[];
}

/** Who answers for units: for words that must reach somebody. */
export function leading({ database, clock }: { database: Database; clock: Clock }) {
  /**
   * Of each unit and every unit above it: the secretaries, where there is none the deputies, else the officers; from
   * the unit upwards, without levels at which a channel reaches nobody. A merged unit goes on in the one it became.
   *
   * @param channels those that are on
   */
  async function leadersFrom(
    unitIds: readonly string[],
    channels: readonly string[],
    sql: Sql = database,
  ): Promise<ReadonlyMap<string, Leaders[]>> {
    const rows = await sql.query<Leaders & { from: string }>(selectLeaders, [
      unitIds,
      calendarDay(clock()),
      channels,
    ]);
    return Map.groupBy(rows, ({ from }) => from);
  }

  /**
   * To whom the hub turns about itself: the admins at the top, or the officers there where a channel reaches none of
   * these.
   */
  async function keepersOfHub(): Promise<{ id: string; language: Language }[]> {
    return await database.query(selectKeepers, [calendarDay(clock())]);
  }

  return { leadersFrom, keepersOfHub };
}

const selectKeepers = `
  with keeper as (
    select r.member_id, r.role from role r join unit u on u.id = r.unit_id
    where u.parent_id is null and ${unitStands('u', '$1::date')} and r.role in ('admin', 'officer')
      and ${inForce('r', '$1::date')} and not ${hasStatus(apart, 'r.member_id', '$1::date')}
      and exists (select from chat where chat.member_id = r.member_id and chat.state = 'active')
  )
  select id, language from member
  where id in (
    select member_id from keeper
    where role = 'admin' or not exists (select from keeper admin where admin.role = 'admin'))
  order by id`;

const selectLeaders = `
  with recursive climbing ("from", at_unit, depth) as (
    select id, id, 0 from unit where id = any ($1::uuid[])
    union
    select c."from", up.id, c.depth + 1
    from climbing c join unit u on u.id = c.at_unit cross join lateral (
      select coalesce(
        (select successor_id from unit_succession where predecessor_id = u.id and kind = 'merge' limit 1),
        u.parent_id) as id
    ) up
    where up.id is not null and c.depth < 12
  ), leader as (
    select r.unit_id, r.member_id,
      rank() over (partition by r.unit_id
        order by case r.role when 'secretary' then 1 when 'deputy' then 2 else 3 end) as place
    from role r join unit u on u.id = r.unit_id
    where r.unit_id in (select at_unit from climbing) and r.role in ('secretary', 'deputy', 'officer')
      and ${inForce('r', '$2::date')} and ${unitStands('u', '$2::date')}
      and not ${hasStatus(apart, 'r.member_id', '$2::date')}
      and exists (select from chat where chat.member_id = r.member_id and chat.state = 'active'
        and chat.channel = any ($3::channel[]))
  )
  select "from", depth, at_unit as "unitId", array_agg(distinct member_id) as "memberIds"
  from climbing join leader on leader.unit_id = at_unit and leader.place = 1
  group by "from", depth, at_unit order by "from", depth`;
