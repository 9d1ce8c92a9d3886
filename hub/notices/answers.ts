import { shortId } from '../platform/ids.ts';
import type { ChannelName } from '../channels/index.ts';
import {
  acknowledge,
  isAcknowledgementArchived,
  isHeld,
  latestInGroup,
  reachAgain,
} from '../delivery/index.ts';
import { withUnitsAboveMember } from '../people/index.ts';
import { acknowledgePrefix } from './content.ts';
import type { Find } from './find.ts';
import type { SendingParts } from './sending.ts';

/** A notice that waits for one member's acknowledgement. */
export interface WaitingNotice {
  id: string;
  title: string;
  number: string | null;
  dueAt: Date | null;
}

/** A notice as a page shows it to a recipient who is asked whether they know of it. */
export interface AskedNotice {
  title: string;
  number: string | null;
  /** Name of the unit that sent it. */
  unit: string;
  /** `closed`: so old that nothing is written down any more. */
  state: 'waiting' | 'acknowledged' | 'cancelled' | 'closed';
}

const dayMs = 86_400_000;

/** What comes back from members, and what still waits for them. */
export function answers({ database, queues, clock }: SendingParts, find: Find) {
  /** The member's own "Đã nắm". Null: the notice is not theirs; `first` is false when it was known already. */
  async function acknowledgeBy(
    memberId: string,
    id: string,
  ): Promise<{ title: string; first: boolean } | null> {
    const at = clock();
    const first = await acknowledge(database, { noticeId: id, memberId, at });
    if (first === null) return await acknowledgedLongAgo(memberId, id);
    await settleReminders(id, memberId, at);
    const notice = await find(id);
    return { title: notice.title, first };
  }

  /** Of a compacted notice only who acknowledged is known; whoever did hears the same as before. */
  async function acknowledgedLongAgo(
    memberId: string,
    id: string,
  ): Promise<{ title: string; first: boolean } | null> {
    if (!(await isAcknowledgementArchived(database, { noticeId: id, memberId }))) return null;
    return { title: (await find(id)).title, first: false };
  }

  /** Where a notice stands with one of its recipients; nothing changes. Null: it is not theirs. */
  async function askedOf(memberId: string, id: string): Promise<AskedNotice | null> {
    const [row] = await database.query<AskedRow>(selectAsked, [id, memberId]);
    if (!row) return null;
    const { title, number, unit, isAcknowledged, isCancelled, isCompacted } = row;
    const known = isCompacted
      ? await isAcknowledgementArchived(database, { noticeId: id, memberId })
      : isAcknowledged;
    const over = isCompacted ? 'closed' : isCancelled ? 'cancelled' : 'waiting';
    return { title, number, unit, state: known ? 'acknowledged' : over };
  }

  /** A reminder that has not gone yet is not needed any more; one that has is answered too. */
  async function settleReminders(id: string, memberId: string, at: Date): Promise<void> {
    const reminders = await database.query<{ id: string }>('select id from notice where reminds_id = $1', [
      id,
    ]);
    for (const reminder of reminders) await acknowledge(database, { noticeId: reminder.id, memberId, at });
  }

  /**
   * Notices of the last half year that the member got, or may have got just now, and has not acknowledged:
   * newest first, at most ten. A quick thumb answers before the provider's answer is written down.
   */
  async function waitingFor(memberId: string): Promise<WaitingNotice[]> {
    return await database.query<WaitingNotice>(
      `${withUnitsAboveMember}
       select notice.id, notice.title, notice.number, notice.due_at as "dueAt"
       from notice join delivery on delivery.notice_id = notice.id and delivery.member_id = $1
       where notice.unit_id in (select id from above) and notice.created_at > $2
         and notice.wants_ack and notice.reminds_id is null and notice.cancelled_at is null
         and delivery.acknowledged_at is null
         and (delivery.handed_over_at is not null or delivery.in_doubt or ${isHeld})
       order by delivery.handed_over_at desc nulls first, notice.id desc limit 10`,
      [memberId, new Date(clock().getTime() - 183 * dayMs)],
    );
  }

  /**
   * "Đã nắm" said in a group: the notice posted there last that still waits for this member. Null: none does. What it
   * was about is not to be said in the group.
   */
  async function acknowledgeInGroup(
    memberId: string,
    { channel, group }: { channel: ChannelName; group: string },
  ): Promise<{ id: string; title: string } | null> {
    const since = new Date(clock().getTime() - 183 * dayMs);
    const id = await latestInGroup(database, { channel, group, memberId, since });
    const done = id && (await acknowledgeBy(memberId, id));
    return done ? { id, title: done.title } : null;
  }

  /** The reference a button carries: which notice, nothing else. */
  function acknowledgePayload(id: string): string {
    return acknowledgePrefix + shortId(id);
  }

  /** A member who can be reached again gets what missed them in the last thirty days and is not stale. */
  async function deliverMissed(memberId: string): Promise<void> {
    const now = clock();
    const since = new Date(now.getTime() - 30 * dayMs);
    if ((await reachAgain(database, { memberId, since, now })) > 0) await queues.ring('deliver');
  }

  return {
    acknowledge: acknowledgeBy,
    acknowledgeInGroup,
    acknowledgePayload,
    askedOf,
    waitingFor,
    deliverMissed,
  };
}

interface AskedRow extends Omit<AskedNotice, 'state'> {
  isAcknowledged: boolean;
  isCancelled: boolean;
  isCompacted: boolean;
}

const selectAsked = `
  select notice.title, notice.number, unit.name as unit, delivery.acknowledged_at is not null as "isAcknowledged",
    notice.cancelled_at is not null as "isCancelled", notice.compacted_at is not null as "isCompacted"
  from notice join unit on unit.id = notice.unit_id
  left join delivery on delivery.notice_id = notice.id and delivery.member_id = $2
  where notice.id = $1 and (delivery.member_id is not null or notice.compacted_at is not null)
    and exists (select from member where id = $2 and erased_at is null)`;
