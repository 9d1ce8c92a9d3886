import type { People } from '../people/index.ts';
import type { Actor, Audit } from '../platform/audit.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import { inTurns } from '../platform/in-turns.ts';
import type { Changing } from './changing.ts';
import { checkedReaders } from './checked.ts';
import { UnitsMissing } from './errors.ts';
import type { Added, GivenFile, Keeping, Readers } from './port.ts';
import { storing, type Place } from './storing.ts';
import { takeFile } from './taking.ts';

/** Reading takes a thread and a lot of memory: the others wait. */
const readAtOnce = 2;

/** Takes files into the library. */
export function adding({
  database,
  people,
  audit,
  clock,
  change,
}: {
  database: Database;
  people: People;
  audit: Audit;
  clock: Clock;
  change: Changing;
}) {
  const inTurn = inTurns(readAtOnce);
  const store = storing({ audit, clock });

  const add: Keeping['add'] = async (by, file, { unit, readers = everyMember, release }, onProgress) => {
    const unitId = unit === undefined ? await topUnit() : (await people.unitByCode(unit)).id;
    await people.requireMay(by, 'library.keep', unitId);
    return await take(by, file, { unitId, readers: checkedReaders(readers), release }, onProgress);
  };

  /** The right must have been asked before. */
  async function take(
    by: Actor,
    file: GivenFile,
    place: Place,
    onProgress?: (done: number, total: number) => void,
  ): Promise<Added> {
    const taken = await inTurn(async () => await takeFile(file, onProgress));
    if ('refused' in taken) {
      const { unitId } = place;
      const facts = { reason: taken.refused };
      await audit.record(by, { action: 'library.refused', unitId, facts });
      return { status: 'refused', document: null, passages: 0, reason: taken.refused };
    }
    return await change(async (changes) => await store(changes, by, taken, place));
  }

  /** So that everybody may read it. */
  async function topUnit(): Promise<string> {
    const [top] = await database.query<{ id: string }>(
      'select id from unit where parent_id is null order by code limit 1',
    );
    if (top) return top.id;
    throw new UnitsMissing();
  }

  return { add, take };
}

const everyMember: Readers = { who: 'members', roles: [] };
