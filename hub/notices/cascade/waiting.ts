import type { Actor } from '../../platform/audit.ts';
import { unitsBelow } from '../part.ts';
import type { SendingParts } from '../sending.ts';
import { hasNobody, partsOfUnits, type UnitsPart } from './part-of-unit.ts';

/** A directive of which units right below somebody are late, or have nobody to receive it. */
export interface HeldUp {
  rootId: string;
  title: string;
  /** Units that have not passed it on in time. */
  late: number;
  /** Units whose committee nobody reaches, and that have not passed it on. */
  nobody: number;
}

const atMost = 50;

/** What waits for somebody in what goes level by level. */
export function waitingToPassOn({ database, people, clock }: SendingParts) {
  /** Directives that wait to be passed on by units in which the member holds an office, the most urgent first. */
  async function waiting(memberId: string): Promise<UnitsPart[]> {
    const units = await people.reach(memberId, 'notice.send');
    if (units.length === 0) return [];
    return await partsOfUnits(
      database,
      `part.unit_id = any ($1::uuid[]) and part.passes_on and part.passed_on_at is null and part.created_at <= $2
         and root.cancelled_at is null and came.cancelled_at is null
         and (root.expires_at is null or root.expires_at > $2)
       order by part.due_at, part.root_id, unit.code limit ${atMost}`,
      [units, clock()],
    );
  }

  /** What is held up right below the units within somebody's reach. */
  async function heldUp(by: Actor & { memberId: string }): Promise<HeldUp[]> {
    const units = await unitsBelow(database, await people.reach(by.memberId, 'notice.read'));
    if (units.length === 0) return [];
    return await database.query<HeldUp>(
      `select root.id as "rootId", root.title, (count(*) filter (where part.due_at < $2))::int as late,
         (count(*) filter (where ${hasNobody('part')}))::int as nobody
       from cascade_unit part join notice root on root.id = part.root_id
       where part.from_unit_id = any ($1::uuid[]) and part.passes_on and part.passed_on_at is null
         and part.created_at <= $2 and root.cancelled_at is null
         and (root.expires_at is null or root.expires_at > $2)
         and (part.due_at < $2 or ${hasNobody('part')})
       group by root.id, root.title order by root.id desc limit ${atMost}`,
      [units, clock()],
    );
  }

  return { waiting, heldUp };
}
