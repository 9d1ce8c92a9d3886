import { isInformed } from '../../people/index.ts';
import type { Sql } from '../../platform/database/index.ts';

/** The recipients of a notice under one unit who have not acknowledged it. */
export interface SilentInUnit {
  noticeId: string;
  unitId: string;
  unitName: string;
  unitCode: string;
  /** Without those whose copy was cancelled. */
  recipients: number;
  /** At least 1. */
  silent: number;
  /** The first by name, at most {@link namesKept}. */
  first: SilentPerson[];
}

export interface SilentPerson {
  memberId: string;
  fullName: string;
  /** Nothing reached them: no channel does, or all attempts failed. */
  lost: boolean;
}

/** Names that one message holds of one unit; the whole list is in the console. */
const namesKept = 30;

/**
 * Who has not acknowledged and still is sent notices, by notice and unit, in the order of the units' codes.
 *
 * @param day the calendar day
 */
export async function silentByUnit(
  sql: Sql,
  noticeIds: readonly string[],
  day: string,
): Promise<SilentInUnit[]> {
  if (noticeIds.length === 0) return [];
  return await sql.query<SilentInUnit>(silent, [noticeIds, namesKept, day]);
}

const silent = `
  with known as (
    select notice_id, unit_id, member_id, acknowledged_at is null and ${isInformed('delivery.member_id', '$3::date')} as silent, state in ('unreachable', 'failed') as lost
    from delivery where notice_id = any ($1::uuid[]) and (state <> 'cancelled' or acknowledged_at is not null)
  ), figures as (
    select notice_id, unit_id, count(*)::int as recipients, (count(*) filter (where silent))::int as silent
    from known group by notice_id, unit_id
  ), placed as (
    select notice_id, unit_id, member_id, member.full_name, lost,
      row_number() over (partition by notice_id, unit_id order by member.folded_name, member.code) as place
    from known join member on member.id = known.member_id where silent
  ), named as (
    select notice_id, unit_id,
      jsonb_agg(jsonb_build_object('memberId', member_id, 'fullName', full_name, 'lost', lost) order by place) as first
    from placed where place <= $2 group by notice_id, unit_id
  )
  select figures.notice_id as "noticeId", figures.unit_id as "unitId", unit.name as "unitName", unit.code as "unitCode", recipients, silent,
    named.first
  from figures join named using (notice_id, unit_id) join unit on unit.id = figures.unit_id
  order by notice_id, unit.code`;
