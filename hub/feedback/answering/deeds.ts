import type { Actor } from '../../platform/audit.ts';
import { FeedbackInvalid, FeedbackMovedOn, LateReasonNeeded } from '../errors.ts';
import type { Answering } from '../port.ts';
import type { Holding } from './holding.ts';
import type { Listing } from './listing.ts';
import type { Outbox } from './outbox.ts';
import { openStates, type ItemRow } from './row.ts';
import { reasonLength, replyLength, worded, wordedLine } from './text.ts';

/** What who answers does about an item, besides passing it on. */
export function deeds({
  hold,
  view,
  put,
}: Pick<Holding, 'hold'> & Pick<Listing, 'view'> & Pick<Outbox, 'put'>): Pick<
  Answering,
  'take' | 'release' | 'reply' | 'note' | 'close'
> {
  /** Whoever takes what another has taken has it from then on: both stand in its history. */
  async function take(by: Actor, id: string, seen = {}) {
    await hold(by, id, {
      seen,
      async act({ item, add, keep, record }) {
        if (item.takenById !== null && item.takenById === by.memberId) return;
        await add({ kind: 'took' });
        await keep({ takenById: by.memberId, state: item.state === 'new' ? 'taken' : item.state });
        await record({ action: 'feedback.taken' });
      },
    });
    return await view(id);
  }

  async function release(by: Actor, id: string, seen = {}) {
    await hold(by, id, {
      seen,
      async act({ item, add, keep, record }) {
        if (item.takenById === null && item.state !== 'taken') return;
        if (item.takenById !== by.memberId) throw new FeedbackMovedOn();
        await add({ kind: 'released' });
        await keep({ takenById: null, state: item.state === 'taken' ? 'new' : item.state });
        await record({ action: 'feedback.given-back' });
      },
    });
    return await view(id);
  }

  async function reply(...[by, id, { text, lateReason, ...seen }]: Parameters<Answering['reply']>) {
    const words = worded(text, 'text', replyLength);
    return await hold(by, id, {
      seen,
      async act({ sql, item, today, add, keep, record }) {
        const why = whyLate(item, today, lateReason);
        const position = await add({ kind: 'reply', text: words });
        await keep({ state: 'answered', answeredOn: today, lateReason: why });
        await put(sql, item, position);
        await record({ action: 'feedback.replied' });
        return { id, state: 'answered' as const };
      },
    });
  }

  async function note(...[by, id, { text, ...seen }]: Parameters<Answering['note']>) {
    const words = worded(text, 'text', replyLength);
    await hold(by, id, {
      seen,
      async act(held) {
        await held.add({ kind: 'note', text: words });
        await held.keep({});
        await held.record({ action: 'feedback.noted' });
      },
    });
    return await view(id);
  }

  /** Without an answer since it was said, or said again, the author is told why there is none. */
  async function close(...[by, id, { reason, ...seen }]: Parameters<Answering['close']>) {
    const why = reason?.trim() ? wordedLine(reason, 'reason', reasonLength) : null;
    await hold(by, id, {
      seen,
      async act({ sql, item, today, add, keep, record }) {
        if (why === null && item.state !== 'answered') throw new FeedbackInvalid('reason');
        const position = await add({ kind: 'closed', text: why });
        await keep({ state: 'closed', closedOn: today });
        if (why !== null) await put(sql, item, position);
        await record({ action: 'feedback.closed' });
      },
    });
    return await view(id);
  }

  return { take, release, reply, note, close };
}

/** @throws {LateReasonNeeded} it waited longer than it should, and nothing says why */
function whyLate(item: ItemRow, today: string, lateReason: string | undefined): string | null {
  const waits = openStates.includes(item.state);
  if (!waits || item.dueOn === null || today <= item.dueOn) return item.lateReason;
  if (!lateReason?.trim()) throw new LateReasonNeeded(item.dueOn);
  return wordedLine(lateReason, 'reason', reasonLength);
}
