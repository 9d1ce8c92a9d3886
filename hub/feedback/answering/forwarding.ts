import { unitStands } from '../../people/index.ts';
import type { Sql } from '../../platform/database/index.ts';
import { NotForwardedThere } from '../errors.ts';
import { due } from '../due.ts';
import type { FeedbackPartsSealed } from '../feedback.ts';
import type { Answering } from '../port.ts';
import type { Holding } from './holding.ts';
import type { Listing } from './listing.ts';
import type { Outbox } from './outbox.ts';
import type { ItemRow } from './row.ts';
import { reasonLength, wordedLine } from './text.ts';

/** Passing an item on to whoever can answer it. */
export function forwarding(
  parts: Pick<FeedbackPartsSealed, 'people' | 'calendar' | 'clock'>,
  { hold, view, put }: Pick<Holding, 'hold'> & Pick<Listing, 'view'> & Pick<Outbox, 'put'>,
): Pick<Answering, 'forward'> {
  const { people } = parts;
  const { dueOn } = due(parts);

  /** Returns it as it stands then, also to who answers for it no more. */
  async function forward(...[by, id, { unit, reason, ...seen }]: Parameters<Answering['forward']>) {
    const why = wordedLine(reason, 'reason', reasonLength);
    const to = await people.unitByCode(unit);
    await hold(by, id, {
      seen,
      async act({ sql, item, today, add, keep, record }) {
        if (!(await canTake(sql, { item, to: to.id, today }))) throw new NotForwardedThere(to.code);
        const position = await add({ kind: 'forwarded', text: why, toUnitId: to.id });
        const nobodyToAnswer = item.level === 'unlinkable';
        await keep({
          unitId: to.id,
          takenById: null,
          state: item.state === 'reopened' ? 'reopened' : 'new',
          answeredOn: null,
          lateReason: null,
          dueOn: nobodyToAnswer ? null : await dueOn({ unitId: to.id }, today, sql),
        });
        await put(sql, item, position);
        await record({ action: 'feedback.forwarded', facts: { toUnitId: to.id } });
      },
    });
    return await view(id);
  }

  return { forward };
}

/** Up or across. In a cell below, where everybody knows everybody, words without a name would find theirs. */
async function canTake(
  sql: Sql,
  { item, to, today }: { item: ItemRow; to: string; today: string },
): Promise<boolean> {
  if (item.unitId === to) return false;
  const [answer] = await sql.query<{ stands: boolean; cellBelow: boolean }>(selectStanding, [
    to,
    item.unitId,
    today,
  ]);
  return answer !== undefined && answer.stands && (item.level === 'named' || !answer.cellBelow);
}

const selectStanding = `
  with recursive above (id, parent_id) as (
    select id, parent_id from unit where id = $1::uuid
    union
    select unit.id, unit.parent_id from unit join above on unit.id = above.parent_id
  )
  select ${unitStands('unit', '$3::date')} as stands,
    kind = 'cell' and exists (select from above where id = $2::uuid) as "cellBelow"
  from unit where id = $1::uuid`;
