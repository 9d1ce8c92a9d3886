import type { Actor } from '../platform/audit.ts';
import { answers } from './answers.ts';
import { audiencePreviews } from './audience-preview.ts';
import { cascade } from './cascade/cascade.ts';
import { tellWithdrawn } from './cascade/tell-withdrawn.ts';
import { withdraw } from './cascade/withdraw.ts';
import { chasing } from './chasing/chasing.ts';
import { timeline } from './chasing/timeline.ts';
import { compacting } from './compacting.ts';
import { composing } from './composing.ts';
import { digests } from './digest.ts';
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
  const { database, people, audit, queues, clock } = parts;
  const find = finder(database);
  const partOf = partFor(parts);
  const ofDigests = digests(parts);
  const ofFollowing = following(parts, find, partOf);
  const ofTrail = trail(parts, find);
  const ofAnswers = answers(parts, find);

  /** What cancelling would do: how many would not get the notice, and how many have it already. */
  async function cancellation(
    by: Actor,
    id: string,
  ): Promise<{ title: string; waiting: number; gone: number; cascade: boolean }> {
    const notice = await find(id);
    await people.requireMay(by, 'notice.cancel', notice.unitId);
    const {
      handed_over: handedOver,
      delivered,
      seen,
      acknowledged,
      created,
    } = (await ofFollowing.figures(by, id)).byStatus;
    const gone = handedOver + delivered + seen + acknowledged;
    return { title: notice.title, waiting: created, gone, cascade: notice.cascade };
  }

  /**
   * Stops what has not gone, reminders included. What a provider is being asked right now is left to its outcome. Of
   * what goes level by level it stops the levels below too, and tells those who have it already.
   */
  async function cancel(by: Actor, id: string): Promise<{ id: string; cancelled: number }> {
    const { unitId, ...notice } = await find(id);
    await people.requireMay(by, 'notice.cancel', unitId);
    const done = await database.transaction(async (sql) => {
      const { ids, cancelled } = await withdraw(sql, id, { at: clock(), reason: 'cancelled' });
      const told = notice.cascade ? await tellWithdrawn(sql, ofDigests, ids) : 0;
      await audit.record(
        by,
        { action: 'notice.cancelled', unitId, subjectId: id, facts: { cancelled } },
        sql,
      );
      return { told, cancelled };
    }, 60_000);
    if (done.told > 0) await queues.ring('deliver');
    return { id, cancelled: done.cancelled };
  }

  return {
    ...composing(parts),
    ...audiencePreviews(parts),
    ...drafts(parts),
    ...sending(parts),
    ...reminding(parts, find),
    ...overview(parts),
    ...opened(parts, find, partOf),
    ...ofFollowing,
    ...telling(parts, find),
    ...chasing(parts, ofDigests),
    forgetDigests: ofDigests.forgetDigests,
    /** Words to single persons about a meeting: inside the caller's transaction, who rings `deliver` afterwards. */
    tellPersons: ofDigests.accept,
    ...timeline(parts, { find, partOf }),
    ...ofAnswers,
    cascade: cascade(parts, { find, digests: ofDigests, acknowledge: ofAnswers.acknowledge }),
    cancellation,
    cancel,
    ...ofTrail,
    ...compacting(parts),
    ...exporting(parts, find, ofFollowing, ofTrail),
  };
}
