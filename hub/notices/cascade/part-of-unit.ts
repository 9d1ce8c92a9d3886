import type { Sql } from '../../platform/database/index.ts';

/** A unit's part in a directive that goes level by level. */
export interface UnitsPart {
  rootId: string;
  /** The notice by which it came. */
  noticeId: string;
  unitId: string;
  unit: string;
  unitName: string;
  fromName: string;
  title: string;
  number: string | null;
  /** When it came, or comes. */
  cameAt: Date;
  passesOn: boolean;
  /** By when the unit is to have passed it on; null where nobody waits for it there. */
  passOnBy: Date | null;
  passedOnAt: Date | null;
  /** When the directive is due, as the level above has said. */
  dueAt: Date | null;
  expiresAt: Date | null;
  urgent: boolean;
  /** Of the directive, or of the notice by which it came. */
  cancelledAt: Date | null;
  /** Those who received it for the unit. */
  committee: string[];
}

/** @param chosen a condition on `part`, whose parameters begin at `$1`, with an order, a limit or a lock */
export async function partsOfUnits(sql: Sql, chosen: string, values: unknown[]): Promise<UnitsPart[]> {
  return await sql.query<UnitsPart>(
    `select part.root_id as "rootId", part.notice_id as "noticeId", part.unit_id as "unitId", unit.code as unit,
       unit.name as "unitName", above.name as "fromName", root.title, root.number, part.created_at as "cameAt",
       part.passes_on as "passesOn", part.due_at as "passOnBy", part.passed_on_at as "passedOnAt",
       came.due_at as "dueAt", root.expires_at as "expiresAt", root.urgent,
       coalesce(root.cancelled_at, came.cancelled_at) as "cancelledAt", part.committee
     from cascade_unit part
     join notice root on root.id = part.root_id
     join notice came on came.id = part.notice_id
     join unit on unit.id = part.unit_id
     join unit above on above.id = part.from_unit_id
     where ${chosen}`,
    values,
  );
}

/**
 * True of a `cascade_unit` row under the alias where nobody received it for the unit: there is no committee, or no
 * channel reached any of it. Before anything was tried it is false, unless there is nobody to try.
 */
export const hasNobody = (part: string) => `(cardinality(${part}.committee) = 0 or (
  not exists (select from delivery got where got.notice_id = ${part}.notice_id
    and got.member_id = any (${part}.committee)
    and (got.acknowledged_at is not null or got.state not in ('unreachable', 'failed')))
  and not exists (select from audience_slice slice where slice.notice_id = ${part}.notice_id)
  and not exists (select from delivery_archive kept where kept.notice_id = ${part}.notice_id)))`;
