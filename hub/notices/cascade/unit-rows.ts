import { archivedProofs } from '../../delivery/index.ts';
import { hasNobody } from './part-of-unit.ts';

/**
 * The units of the directive `$1` from the units `$2` downwards, with how far its committee has come and what became of
 * the notice by which the unit passed it on. The unit that issued it has no committee here: it needs none.
 */
export const selectUnits = `
  with recursive seen (unit_id, depth) as (
    select unnest($2::uuid[]), 0
    union all
    select part.unit_id, seen.depth + 1
    from cascade_unit part join seen on part.from_unit_id = seen.unit_id where part.root_id = $1
  ), unit_row as (
    select unit_id, min(depth) as depth from seen group by unit_id
  )
  select unit.id as "unitId", unit.code, unit.name, unit.kind, part.from_unit_id as "fromUnitId",
    part.passes_on as "passesOn", part.due_at as "passOnBy", coalesce(part.created_at, root.send_at) as "cameAt",
    coalesce(part.passed_on_at, case when part.unit_id is null then root.created_at end) as "passedOnAt",
    part.chased_at as "chasedAt", part.escalated_at as "escalatedAt",
    part.passed_on_by is not null and not exists (
      select from role where role.unit_id = part.unit_id and role.member_id = part.passed_on_by
        and role.from_on <= part.passed_on_at::date + 1
        and (role.to_on is null or role.to_on >= part.passed_on_at::date)) as "inStead",
    passer.full_name as "passedOnBy",
    cardinality(part.committee) as committee, part.unit_id is not null and ${hasNobody('part')} as nobody,
    committee.acknowledged_at as "acknowledgedAt", committee.seen_at as "seenAt",
    committee.delivered_at as "deliveredAt", committee.handed_over_at as "handedOverAt",
    down.id as "noticeId", coalesce(down.recipients, 0) as recipients,
    coalesce(answered.count, 0)::int as acknowledged
  from unit_row
  join unit on unit.id = unit_row.unit_id
  join notice root on root.id = $1
  left join cascade_unit part on part.root_id = $1 and part.unit_id = unit_row.unit_id
  left join member passer on passer.id = part.passed_on_by
  left join lateral (
    select min(got.acknowledged_at) as acknowledged_at, min(got.seen_at) as seen_at,
      min(got.delivered_at) as delivered_at, min(got.handed_over_at) as handed_over_at
    from (
      select acknowledged_at, seen_at, delivered_at, handed_over_at from delivery
      where notice_id = part.notice_id and member_id = any (part.committee)
      union all
      select proof.acknowledged_at, null, null, null from ${archivedProofs}
      where archive.notice_id = part.notice_id and proof.member_id = any (part.committee)
    ) got
  ) committee on true
  left join notice down on down.unit_id = unit_row.unit_id and down.cancelled_at is null
    and (down.root_id = $1 or down.id = $1)
  left join lateral (
    select count(*) as count from (
      select from delivery where notice_id = down.id and acknowledged_at is not null
      union all
      select from ${archivedProofs} where archive.notice_id = down.id
    ) known
  ) answered on true
  order by unit_row.depth, unit.code`;
