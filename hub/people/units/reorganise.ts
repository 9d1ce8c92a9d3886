import type { Actor, Audit } from '../../platform/audit.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database, Sql } from '../../platform/database/index.ts';
import { DomainError } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import { calendarDay } from '../days.ts';
import { dayNear, instantOf, reasonIn } from '../members/decisions.ts';
import { MayNot, UnknownUnit } from '../errors.ts';
import { gone, hasStatus, inForce, unitStands } from '../in-force.ts';
import type { Action } from '../may.ts';
import { clean } from '../text.ts';
import { childrenOf, close, dissolve, endRoles, hang, movePeople, succeed } from './changes.ts';
import { standsAbove, type UnitKind } from './units.ts';

/** From which day on, today or earlier, and why: a reorganisation takes effect when it is recorded. */
export interface Resolution {
  on: string;
  reason: string;
}

/** What became of the people and units concerned. */
export interface Reorganised {
  /** Members whose home moved. */
  members: number;
  /** Temporary stays that moved with it. */
  stays: number;
  /** Roles that ended. */
  roles: number;
  /** Units that hang elsewhere now. */
  children: number;
}

/** A code as it may be typed by hand. */
const longestCode = 64;
const longestName = 300;
const limitMs = 60_000;

/**
 * Units are hung elsewhere, merged, split and dissolved. Nothing is deleted: a unit that is no more keeps its
 * notices and its past, and rights over the unit it was merged into reach it too (may.ts).
 */
export function reorganise({
  database,
  clock,
  audit,
  requireMay,
}: {
  database: Database;
  clock: Clock;
  audit: Audit;
  requireMay: (by: Actor, action: Action, unitId: string) => Promise<void>;
}) {
  /**
   * The unit, with all below it, belongs to another committee from a day on.
   *
   * @throws {UnknownUnit}
   * @throws {MayNot} the right must be held over the unit, over where it hangs and over where it shall hang
   * @throws {DomainError} `unit.closed`, `unit.not-above`, `unit.hangs-there`, and those of a day and a reason
   */
  async function rehangUnit(
    by: Actor,
    { unit, parent, ...resolution }: { unit: string; parent: string } & Resolution,
  ): Promise<void> {
    await reorganised(
      by,
      { units: [unit, parent], decidedAbove: [unit] },
      resolution,
      async (sql, { units: [moved, to], on, reason }) => {
        requireAbove(to!, moved!.kind);
        if (moved!.parentId === to!.id) throw new DomainError('unit.hangs-there', { status: 409 });
        await hang(sql, [moved!.id], to!.id, { by, on, reason });
        const deed = { action: 'unit.rehung', subjectId: moved!.id, facts: { on } };
        for (const unitId of new Set([moved!.parentId, to!.id])) {
          await audit.record(by, { ...deed, unitId }, sql);
        }
      },
    );
  }

  /** @throws {UnknownUnit | MayNot} @throws {DomainError} `unit.name-wrong`, `unit.closed` */
  async function renameUnit(by: Actor, { unit, name }: { unit: string; name: string }): Promise<void> {
    const named = nameIn(name);
    const [known] = await unitsByCode(database, [unit], calendarDay(clock()));
    const { id, name: before, stands } = known!;
    await requireMay(by, 'unit.reorganise', id);
    if (!stands) throw new DomainError('unit.closed', { status: 409, facts: { unit: before } });
    if (named === before) return;
    await database.transaction(async (sql) => {
      await sql.query('update unit set name = $2 where id = $1', [id, named]);
      // Names of units are no names of people, and the history needs them.
      const facts = { from: before, to: named };
      await audit.record(by, { action: 'unit.renamed', unitId: id, subjectId: id, facts }, sql);
    });
  }

  /**
   * Units become part of another of their kind: members, stays and units below go over, roles in the merged
   * units end, and they are no more from that day on.
   *
   * @param from codes; `into` is not among them
   * @throws {UnknownUnit | MayNot}
   * @throws {DomainError} `unit.closed`, `unit.merge-kinds`, `unit.merge-nothing`, `role.last`, and those of a day
   *   and a reason
   */
  async function mergeUnits(
    by: Actor,
    { from, into, ...resolution }: { from: readonly string[]; into: string } & Resolution,
  ): Promise<Reorganised> {
    const codes = [...new Set(from.map(clean))].filter((code) => code !== '' && code !== clean(into));
    if (codes.length === 0) throw new DomainError('unit.merge-nothing', { status: 422 });
    return await reorganised(
      by,
      { units: [into, ...codes], decidedAbove: codes },
      resolution,
      async (sql, { units, on, reason }) => {
        const [successor, ...merged] = units as [KnownUnit, ...KnownUnit[]];
        if (merged.some(({ kind }) => kind !== successor.kind)) {
          throw new DomainError('unit.merge-kinds', { status: 422 });
        }
        const sum: Reorganised = { members: 0, stays: 0, roles: 0, children: 0 };
        const decision = { by, on, reason };
        for (const { id } of merged) {
          const done = {
            ...(await movePeople(sql, { from: id, to: successor.id, members: null, ...decision })),
            roles: await endRoles(sql, { unitId: id, members: null, ...decision }),
            children: await hang(sql, await childrenOf(sql, id), successor.id, decision),
          };
          await close(sql, id, on);
          await succeed(sql, { kind: 'merge', from: id, to: successor.id, ...decision });
          const deed = { action: 'unit.merged', unitId: successor.id, subjectId: id, facts: { on, ...done } };
          await audit.record(by, deed, sql);
          for (const key of ['members', 'stays', 'roles', 'children'] as const) sum[key] += done[key];
        }
        return sum;
      },
    );
  }

  /**
   * A new unit beside `from` (or below it, where its kind is lower) with some of its members. Roles they hold in
   * `from` end.
   *
   * @throws {UnknownUnit | MayNot}
   * @throws {DomainError} `unit.closed`, `unit.code-wrong`, `unit.code-taken`, `unit.name-wrong`, `unit.not-above`,
   *   `unit.split-nobody`, `unit.split-not-member`, `role.last`, and those of a day and a reason
   */
  async function splitUnit(
    by: Actor,
    {
      from,
      unit,
      members,
      ...resolution
    }: {
      from: string;
      unit: { code: string; name: string; kind: UnitKind };
      members: readonly string[];
    } & Resolution,
  ): Promise<Reorganised> {
    const code = codeIn(unit.code);
    const name = nameIn(unit.name);
    const codes = [...new Set(members.map(clean))].filter((member) => member !== '');
    if (codes.length === 0) throw new DomainError('unit.split-nobody', { status: 422 });
    const [found] = await unitsByCode(database, [from], calendarDay(clock()));
    const decidedAbove = standsAbove(found!.kind, unit.kind) ? [] : [from];
    return await reorganised(
      by,
      { units: [from], decidedAbove },
      resolution,
      async (sql, { units: [source], on, reason, today }) => {
        const below = standsAbove(source!.kind, unit.kind);
        const parentId = below ? source!.id : source!.parentId;
        if (parentId === null && by.memberId !== null) throw new MayNot();
        if (!below && source!.parentKind && !standsAbove(source!.parentKind, unit.kind)) notAbove();
        const taken = await sql.query('select from unit where code = $1', [code]);
        if (taken.length > 0) throw new DomainError('unit.code-taken', { status: 409, facts: { code } });
        const id = newId();
        await sql.query(insertUnit, [id, code, name, unit.kind, parentId, on]);

        const atHome = await sql.query<{ id: string; code: string }>(selectAtHome, [
          source!.id,
          codes,
          today,
        ]);
        const missing = codes.find((wanted) => !atHome.some((member) => member.code === wanted));
        if (missing)
          throw new DomainError('unit.split-not-member', { status: 422, facts: { code: missing } });
        const chosen = atHome.map((member) => member.id);
        const decision = { by, on, reason };
        const done: Reorganised = {
          ...(await movePeople(sql, { from: source!.id, to: id, members: chosen, ...decision })),
          roles: await endRoles(sql, { unitId: source!.id, members: chosen, ...decision }),
          children: 0,
        };
        await succeed(sql, { kind: 'split', from: source!.id, to: id, ...decision });
        const deed = { action: 'unit.split', unitId: source!.id, subjectId: id };
        await audit.record(by, { ...deed, facts: { on, members: done.members, roles: done.roles } }, sql);
        return done;
      },
    );
  }

  /**
   * A unit without members and without units below it is no more from a day on; open roles in it end.
   *
   * @throws {UnknownUnit | MayNot}
   * @throws {DomainError} `unit.closed`, `unit.has-members`, `unit.has-children`, `role.last`, and those of a day
   *   and a reason
   */
  async function dissolveUnit(
    by: Actor,
    { unit, ...resolution }: { unit: string } & Resolution,
  ): Promise<{ roles: number }> {
    return await reorganised(
      by,
      { units: [unit], decidedAbove: [unit] },
      resolution,
      async (sql, { units: [closed], on, reason, today }) => {
        const { id } = closed!;
        const [left] = await sql.query<{ members: number }>(countPeople, [id, on, today]);
        if (left!.members > 0) {
          throw new DomainError('unit.has-members', { status: 409, facts: { count: left!.members } });
        }
        const children = await childrenOf(sql, id);
        if (children.length > 0) {
          throw new DomainError('unit.has-children', { status: 409, facts: { count: children.length } });
        }
        const roles = await endRoles(sql, { unitId: id, members: null, by, on, reason });
        await dissolve(sql, id, { by, on, reason });
        const deed = { action: 'unit.dissolved', unitId: closed!.parentId ?? id, subjectId: id };
        await audit.record(by, { ...deed, facts: { on, roles } }, sql);
        return { roles };
      },
    );
  }

  /**
   * Checks the day, the reason and the rights, then works on units that nobody else changes meanwhile. The right is
   * needed over every unit that is named, and where a unit comes, goes or leaves (`decidedAbove`) also over the
   * committee above it: no unit decides that alone.
   */
  async function reorganised<Result>(
    by: Actor,
    { units: codes, decidedAbove }: { units: readonly string[]; decidedAbove: readonly string[] },
    resolution: Resolution,
    work: (
      sql: Sql,
      given: { units: KnownUnit[]; on: string; reason: string; today: string },
    ) => Promise<Result>,
  ): Promise<Result> {
    const reason = reasonIn(resolution.reason);
    const today = calendarDay(clock());
    const on = dayNear(resolution.on, today);
    if (on > today) throw new DomainError('day.not-yet', { status: 422, facts: { day: instantOf(on) } });
    const named = await unitsByCode(database, codes, today);
    const superiors = (await unitsByCode(database, decidedAbove, today)).flatMap(
      ({ parentId }) => parentId ?? [],
    );
    for (const id of new Set([...named.map((unit) => unit.id), ...superiors])) {
      await requireMay(by, 'unit.reorganise', id);
    }
    return await database.transaction(async (sql) => {
      // As imports do: who changes the tree takes turns, readers are not held up.
      await sql.query('lock table unit in share row exclusive mode');
      const units = await unitsByCode(sql, codes, today);
      const changed = units.some(({ parentId }, index) => parentId !== named[index]!.parentId);
      const closed = units.find(({ stands }) => !stands);
      if (changed) throw new DomainError('unit.changed-meanwhile', { status: 409 });
      if (closed) throw new DomainError('unit.closed', { status: 409, facts: { unit: closed.name } });
      const young = units.find(({ validFrom }) => validFrom !== null && validFrom > on);
      if (young) {
        const start = instantOf(young.validFrom!);
        throw new DomainError('day.before-start', { status: 422, facts: { start } });
      }
      return await work(sql, { units, on, reason, today });
    }, limitMs);
  }

  return { rehangUnit, renameUnit, mergeUnits, splitUnit, dissolveUnit };
}

interface KnownUnit {
  id: string;
  code: string;
  name: string;
  kind: UnitKind;
  parentId: string | null;
  parentKind: UnitKind | null;
  validFrom: string | null;
  stands: boolean;
}

/** In the order of the codes. @throws {UnknownUnit} */
async function unitsByCode(sql: Sql, codes: readonly string[], today: string): Promise<KnownUnit[]> {
  const wanted = codes.map(clean);
  const rows = await sql.query<KnownUnit>(selectUnits, [wanted, today]);
  const found = new Map(rows.map((unit) => [unit.code, unit]));
  return wanted.map((code) => {
    const unit = found.get(code);
    if (!unit) throw new UnknownUnit(code);
    return unit;
  });
}

function requireAbove(parent: KnownUnit, kind: UnitKind): void {
  if (!standsAbove(parent.kind, kind)) notAbove();
}

function notAbove(): never {
  throw new DomainError('unit.not-above', { status: 422 });
}

function codeIn(text: string): string {
  const code = clean(text);
  if (code === '' || code.length > longestCode) {
    throw new DomainError('unit.code-wrong', { status: 422, facts: { longest: longestCode } });
  }
  return code;
}

function nameIn(text: string): string {
  const name = clean(text);
  if (name === '' || name.length > longestName) {
    throw new DomainError('unit.name-wrong', { status: 422, facts: { longest: longestName } });
  }
  return name;
}

const selectUnits = `
  select u.id, u.code, u.name, u.kind, u.parent_id as "parentId", p.kind as "parentKind",
    u.valid_from as "validFrom", ${unitStands('u', '$2::date')} as stands
  from unit u left join unit p on p.id = u.parent_id where u.code = any ($1::text[])`;

const insertUnit = `
  insert into unit (id, code, name, kind, parent_id, valid_from) values ($1, $2, $3, $4, $5, $6)`;

const selectAtHome = `
  select m.id, m.code from membership h join member m on m.id = h.member_id
  where h.unit_id = $1 and h.kind = 'home' and m.code = any ($2::text[]) and ${inForce('h', '$3::date')}`;

const countPeople = `
  select count(distinct member_id) as members from membership h
  where h.unit_id = $1 and (h.to_on is null or h.to_on > $2::date)
    and not ${hasStatus(gone, 'h.member_id', '$3::date')}`;
