import type { Actor } from '../../platform/audit.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import { calendarDay } from '../days.ts';
import { gone, hasStatus, inForce } from '../in-force.ts';
import type { Action } from '../may.ts';
import { standsAbove, unitKinds, type Unit, type UnitKind } from './units.ts';

/** Something that happened to a unit. */
export interface UnitEvent {
  on: string;
  kind: 'moved' | 'merged-into' | 'merged-from' | 'split-from' | 'split-off' | 'renamed' | 'dissolved';
  /** The other unit: where it hangs since, what it was merged into, what was split off. Null where there is none. */
  unit: { code: string; name: string } | null;
  /** The former committee of a move, or the former name. */
  before: string | null;
  /** Who recorded it; null for the operator. */
  by: string | null;
  reason: string | null;
}

/** What a reorganisation would touch, for the page that asks whether one is sure. */
export interface UnitFigures {
  members: number;
  stays: number;
  roles: number;
  children: number;
  notices: number;
}

/** Units one may choose from; null where they are too many for a list, and the code is typed. */
export type UnitChoices = { code: string; name: string }[] | null;

const longestList = 150;

/** What became of units, and what hangs on them. */
export function unitHistories({
  database,
  clock,
  unitByCode,
  requireMay,
  unitsWithin,
}: {
  database: Database;
  clock: Clock;
  unitByCode: (code: string) => Promise<Unit>;
  requireMay: (by: Actor, action: Action, unitId: string) => Promise<void>;
  unitsWithin: (by: Actor, action: Action) => Promise<ReadonlySet<string>>;
}) {
  /** Moves, mergers, splits, names: the latest first. @throws {UnknownUnit | MayNot} */
  async function unitHistory(by: Actor, code: string): Promise<UnitEvent[]> {
    const { id } = await unitByCode(code);
    await requireMay(by, 'unit.read', id);
    return await database.query<UnitEvent>(selectEvents, [id]);
  }

  /** @throws {UnknownUnit | MayNot} */
  async function unitFigures(by: Actor, code: string): Promise<UnitFigures> {
    const { id } = await unitByCode(code);
    await requireMay(by, 'unit.reorganise', id);
    const [figures] = await database.query<UnitFigures>(countAll, [id, calendarDay(clock())]);
    return figures!;
  }

  /** Under which units of the actor's the unit may hang, and into which it may be merged. @throws {UnknownUnit} */
  async function unitTargets(by: Actor, code: string): Promise<{ above: UnitChoices; beside: UnitChoices }> {
    const unit = await unitByCode(code);
    const within = [...(await unitsWithin(by, 'unit.reorganise'))];
    const among = async (kinds: readonly UnitKind[]): Promise<UnitChoices> => {
      const values = [within, kinds, unit.id, longestList + 1];
      const units = await database.query<{ code: string; name: string }>(selectTargets, values);
      return units.length > longestList ? null : units;
    };
    const higher = unitKinds.filter((kind) => standsAbove(kind, unit.kind));
    return { above: await among(higher), beside: await among([unit.kind]) };
  }

  return { unitHistory, unitFigures, unitTargets };
}

const selectEvents = `
  select e.on_day as "on", e.kind, case when u.id is not null then jsonb_build_object('code', u.code, 'name', u.name) end as unit,
    e.before, m.full_name as by, e.reason
  from (
    select on_day, case when to_parent_id is null then 'dissolved' else 'moved' end as kind, to_parent_id as other,
      (select name from unit where id = from_parent_id) as before, recorded_by, reason, id
    from unit_move where unit_id = $1
    union all
    select on_day, case kind when 'merge' then 'merged-into' else 'split-off' end, successor_id, null,
      recorded_by, reason, id
    from unit_succession where predecessor_id = $1
    union all
    select on_day, case kind when 'merge' then 'merged-from' else 'split-from' end, predecessor_id, null,
      recorded_by, reason, id
    from unit_succession where successor_id = $1
    union all
    select (at at time zone 'Asia/Ho_Chi_Minh')::date, 'renamed', null, facts ->> 'from', actor_id,
      null, id
    from audit_entry where subject_id = $1 and action = 'unit.renamed'
  ) e
  left join unit u on u.id = e.other
  left join member m on m.id = e.recorded_by
  order by e.on_day desc, e.id desc`;

const countAll = `
  select
    (select count(*) from membership h where h.unit_id = $1 and h.kind = 'home' and ${inForce('h', '$2::date')}
      and not ${hasStatus(gone, 'h.member_id', '$2::date')}) as members,
    (select count(*) from membership h where h.unit_id = $1 and h.kind = 'temporary'
      and ${inForce('h', '$2::date')}) as stays,
    (select count(*) from role r where r.unit_id = $1 and (r.to_on is null or r.to_on > $2::date)) as roles,
    (select count(*) from unit where parent_id = $1 and valid_to is null) as children,
    (select count(*) from notice where unit_id = $1 and kind not in ('digest', 'meeting')) as notices`;

const selectTargets = `
  select code, name from unit
  where id = any ($1::uuid[]) and kind = any ($2::unit_kind[]) and id <> $3 order by code limit $4`;
