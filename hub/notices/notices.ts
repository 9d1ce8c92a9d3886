import { cancelWaiting } from '../delivery/index.ts';
import type { Actor } from '../platform/audit.ts';
import { answers } from './answers.ts';
import { composing } from './composing.ts';
import { drafts } from './drafts.ts';
import { exporting } from './exporting.ts';
import { finder } from './find.ts';
import { following } from './following.ts';
import { opened } from './opened.ts';
import { overview } from './overview.ts';
import { partOf as partFor } from './part.ts';
import { reminding } from './reminding.ts';
import { sending, type SendingParts } from './sending.ts';
import { telling } from './telling.ts';
import { trail } from './trail.ts';

export type Notices = ReturnType<typeof notices>;

/** Notices and directives: written, sent, followed, reminded of, acknowledged, cancelled. */
export function notices(parts: SendingParts) {
  const { database, people, audit, clock } = parts;
  const find = finder(database);
  const partOf = partFor(parts);
  const ofFollowing = following(parts, find, partOf);
  const ofTrail = trail(parts, find);

  /** What cancelling would do: how many would not get the notice, and how many have it already. */
  async function cancellation(
    by: Actor,
    id: string,
  ): Promise<{ title: string; waiting: number; gone: number }> {
    const notice = await find(id);
    await people.requireMay(by, 'notice.cancel', notice.unitId);
    const {
      handed_over: handedOver,
      delivered,
      seen,
      acknowledged,
      created,
    } = (await ofFollowing.figures(by, id)).byStatus;
    return { title: notice.title, waiting: created, gone: handedOver + delivered + seen + acknowledged };
  }

  /** Stops what has not gone, reminders included. What a provider is being asked right now is left to its outcome. */
  async function cancel(by: Actor, id: string): Promise<{ id: string; cancelled: number }> {
    const { unitId } = await find(id);
    await people.requireMay(by, 'notice.cancel', unitId);
    return await database.transaction(async (sql) => {
      await sql.query(
        'update notice set cancelled_at = $2 where (id = $1 or reminds_id = $1) and cancelled_at is null',
        [id, clock()],
      );
      const reminders = await sql.query<{ id: string }>('select id from notice where reminds_id = $1', [id]);
      for (const reminder of reminders) await cancelWaiting(sql, reminder.id, 'cancelled');
      const cancelled = await cancelWaiting(sql, id, 'cancelled');
      await audit.record(
        by,
        { action: 'notice.cancelled', unitId, subjectId: id, facts: { cancelled } },
        sql,
      );
      return { id, cancelled };
    });
  }

  return {
    ...composing(parts),
    ...drafts(parts),
    ...sending(parts),
    ...reminding(parts, find),
    ...overview(parts),
    ...opened(parts, find, partOf),
    ...ofFollowing,
    ...telling(parts, find),
    ...answers(parts, find),
    cancellation,
    cancel,
    ...ofTrail,
    ...exporting(parts, find, ofFollowing, ofTrail),
  };
}
