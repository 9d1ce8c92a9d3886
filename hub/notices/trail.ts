import { isId } from '../platform/ids.ts';
import type { Actor, Via } from '../platform/audit.ts';
import { DomainError } from '../platform/errors.ts';
import type { SendingParts } from './sending.ts';
import type { Find } from './find.ts';

/** An entry of the audit as people read it. */
export interface TrailEntry {
  id: string;
  at: Date;
  /** Null: the operator at the command line, or the hub itself. */
  actor: string | null;
  actorName: string | null;
  via: Via;
  /** Such as `member.moved`. */
  action: string;
  unit: string | null;
  unitName: string | null;
  /** The member, unit or notice it was done to, by its code or title. */
  subjectKind: 'member' | 'unit' | 'notice' | null;
  subject: string | null;
  subjectName: string | null;
  facts: Record<string, string | number | boolean | null>;
}

export type Trail = ReturnType<typeof trail>;

/** Entries in one exported file. */
const longestExport = 100_000;

/** What was done by whom, for those who may read it. */
export function trail({ database, people, audit }: SendingParts, find: Find) {
  /** Entries of the units within reach, newest first, before the entry `before`. @throws {DomainError} `may.not` */
  async function auditTrail(
    by: Actor,
    { before, limit = 50 }: { before?: string | undefined; limit?: number } = {},
  ): Promise<TrailEntry[]> {
    if ((await topsOf(by)).length === 0) throw new DomainError('may.not', { status: 403 });
    return await entries(by, { before: before && isId(before) ? before : null, subjectId: null, limit });
  }

  /** What was done to one notice, as far as the reader may read the audit there. */
  async function historyOf(by: Actor, id: string, limit = 50): Promise<TrailEntry[]> {
    return await entries(by, { before: null, subjectId: (await find(id)).id, limit });
  }

  /** All of it, at most 100,000 entries; that it was taken is an entry itself. @throws {DomainError} `may.not` */
  async function exportAudit(by: Actor): Promise<TrailEntry[]> {
    const tops = await topsOf(by);
    if (tops.length === 0) throw new DomainError('may.not', { status: 403 });
    const found = await entries(by, { before: null, subjectId: null, limit: longestExport });
    const [unitId = null] = tops;
    await audit.record(by, { action: 'audit.exported', unitId, facts: { entries: found.length } });
    return found;
  }

  async function entries(
    by: Actor,
    { before, subjectId, limit }: { before: string | null; subjectId: string | null; limit: number },
  ): Promise<TrailEntry[]> {
    const everything = by.memberId === null;
    return await database.query<TrailEntry>(selectTrail, [
      await topsOf(by),
      before,
      subjectId,
      everything,
      limit,
    ]);
  }

  async function topsOf(by: Actor): Promise<string[]> {
    if (by.memberId !== null) return await people.reach(by.memberId, 'audit.read');
    const roots = await database.query<{ id: string }>('select id from unit where parent_id is null');
    return roots.map(({ id }) => id);
  }

  return { auditTrail, historyOf, exportAudit };
}

const selectTrail = `
  with recursive below as (
    select id from unit where id = any ($1::uuid[])
    union select unit.id from unit join below on unit.parent_id = below.id
  ), entry as materialized (
    select * from audit_entry
    where ($4::boolean or unit_id in (select id from below))
      and ($2::uuid is null or id < $2) and ($3::uuid is null or subject_id = $3)
    order by id desc limit $5
  )
  select entry.id, entry.at, entry.via, entry.action, entry.facts, actor.code as actor,
    actor.full_name as "actorName", unit.code as unit, unit.name as "unitName",
    case when member.id is not null then 'member' when of_unit.id is not null then 'unit'
      when notice.id is not null then 'notice' end as "subjectKind",
    coalesce(member.code, of_unit.code, notice.id::text) as subject,
    coalesce(member.full_name, of_unit.name, notice.title) as "subjectName"
  from entry
  left join member actor on actor.id = entry.actor_id
  left join unit on unit.id = entry.unit_id
  left join member on member.id = entry.subject_id
  left join unit of_unit on of_unit.id = entry.subject_id
  left join notice on notice.id = entry.subject_id
  order by entry.id desc`;
