import type { Actor } from '../../platform/audit.ts';
import type { SendingParts } from '../sending.ts';
import { GoneAlready, NothingToPassOn } from './errors.ts';
import { whoHad, withdraw } from './withdraw.ts';

/** Within this what was passed on can be taken back, as long as nothing has gone. */
export const takenBackWithinMs = 10 * 60_000;

/** A passing on that was pressed too early, before anybody has it. */
export function takingBack(
  { database, people, audit, clock }: SendingParts,
  rootOf: (id: string) => Promise<string>,
) {
  /**
   * Takes a passing on back within ten minutes, where nothing has gone: the unit waits to pass it on again.
   *
   * @throws {DomainError} `cascade.gone`, `cascade.nothing`, `cascade.straight`, `notice.unknown`, `may.not`
   */
  async function takeBack(by: Actor, id: string, unitCode: string): Promise<{ title: string }> {
    const rootId = await rootOf(id);
    const unit = await people.unitByCode(unitCode);
    await people.requireMay(by, 'notice.send', unit.id);
    return await database.transaction(async (sql) => {
      const now = clock();
      await sql.query('select from notice where id = $1 for update', [rootId]);
      const [passed] = await sql.query<{ id: string; title: string; at: Date }>(
        `select notice.id, notice.title, part.passed_on_at as at
         from notice join cascade_unit part on part.root_id = notice.root_id and part.unit_id = notice.unit_id
         where notice.root_id = $1 and notice.unit_id = $2 and notice.cancelled_at is null
           and part.passed_on_at is not null`,
        [rootId, unit.id],
      );
      if (!passed) throw new NothingToPassOn(unit.code);
      if (now.getTime() - passed.at.getTime() > takenBackWithinMs) throw new GoneAlready();
      const { ids } = await withdraw(sql, passed.id, { at: now, reason: 'cancelled' });
      // Thrown inside, it undoes the withdrawal as well: what somebody has stays.
      if ((await whoHad(sql, ids)).length > 0) throw new GoneAlready();
      const deed = { action: 'notice.pass-on-taken-back', unitId: unit.id, subjectId: rootId };
      await audit.record(by, deed, sql);
      return { title: passed.title };
    }, 60_000);
  }

  return { takeBack };
}
