import type { Actor } from '../../platform/audit.ts';
import type { Sql } from '../../platform/database/index.ts';
import type { Find } from '../find.ts';
import type { SendingParts } from '../sending.ts';
import { watching } from '../watching.ts';
import { branchesOf, type Branch, type CascadeFigures, type UnitRow } from './branches.ts';
import { NothingToPassOn } from './errors.ts';
import { selectUnits } from './unit-rows.ts';

export type { Branch, CascadeFigures } from './branches.ts';

/** How far a directive has come, from one unit downwards. */
export interface CascadeTree {
  /** The notice that began it. */
  id: string;
  title: string;
  number: string | null;
  dueAt: Date | null;
  cancelledAt: Date | null;
  /** The unit that issued it. */
  issuer: string;
  issuerName: string;
  /** The units from which the reader looks down: the issuer, one that was asked for, or those within reach. */
  from: Branch[];
  /** Of all units below these, and of these themselves where they did not issue it. */
  figures: CascadeFigures;
}

interface Root {
  id: string;
  title: string;
  number: string | null;
  dueAt: Date | null;
  cancelledAt: Date | null;
  sendAt: Date;
  unitId: string;
  issuer: string;
  issuerName: string;
}

/** The live tree of a directive that goes level by level. */
export function tree(
  { database, people, clock, onProblem }: SendingParts,
  rootOf: (id: string) => Promise<string>,
  find: Find,
) {
  const { watch } = watching<CascadeTree>(onProblem);

  /**
   * The tree below the unit of the notice, or below the one asked for. Whoever has no right there sees the units within
   * reach and what is below them.
   *
   * @throws {DomainError} `notice.unknown`, `cascade.straight`, `cascade.nothing`, `unit.unknown`, `may.not`
   */
  async function of(by: Actor, id: string, unitCode?: string): Promise<CascadeTree> {
    return await look(await seenFrom(by, id, unitCode));
  }

  /** Tells the tree to `listener` now and whenever it has changed, until the answer is called. */
  async function follow(
    by: Actor,
    id: string,
    { unit, listener }: { unit?: string | undefined; listener: (tree: CascadeTree) => void },
  ): Promise<() => void> {
    const seen = await seenFrom(by, id, unit);
    return watch(`${seen.rootId} ${seen.tops.join()}`, async () => await look(seen), listener);
  }

  /** From where the reader may look: of units within reach those that have a part in it. */
  async function seenFrom(
    by: Actor,
    id: string,
    unitCode: string | undefined,
  ): Promise<{ rootId: string; tops: string[] }> {
    const rootId = await rootOf(id);
    if (unitCode !== undefined) {
      const unit = await people.unitByCode(unitCode);
      await people.requireMay(by, 'notice.read', unit.id);
      const [part] = await takingPart(database, rootId, [unit.id]);
      if (!part) throw new NothingToPassOn(unitCode);
      return { rootId, tops: [unit.id] };
    }
    const { unitId } = await find(id);
    if (by.memberId === null || (await people.may(by.memberId, 'notice.read', unitId)))
      return { rootId, tops: [unitId] };
    const tops = await takingPart(database, rootId, await people.reach(by.memberId, 'notice.read'));
    if (tops.length === 0) await people.requireMay(by, 'notice.read', unitId);
    return { rootId, tops };
  }

  async function look({ rootId, tops }: { rootId: string; tops: string[] }): Promise<CascadeTree> {
    const [root] = await database.query<Root>(
      `select notice.id, title, number, due_at as "dueAt", cancelled_at as "cancelledAt", send_at as "sendAt",
         unit_id as "unitId", unit.code as issuer, unit.name as "issuerName"
       from notice join unit on unit.id = unit_id where notice.id = $1`,
      [rootId],
    );
    const { unitId, sendAt: _, ...shown } = root!;
    const rows = await database.query<UnitRow>(selectUnits, [rootId, tops]);
    const { branches, figures } = branchesOf(rows, {
      tops,
      issuerId: unitId,
      now: clock(),
      over: root!.cancelledAt !== null,
    });
    return { ...shown, from: branches, figures };
  }

  return { of, follow };
}

async function takingPart(sql: Sql, rootId: string, units: readonly string[]): Promise<string[]> {
  const rows = await sql.query<{ id: string }>(
    `select unit_id as id from cascade_unit where root_id = $1 and unit_id = any ($2::uuid[])
     union select unit_id from notice where id = $1 and unit_id = any ($2::uuid[])`,
    [rootId, units],
  );
  return rows.map(({ id }) => id);
}
