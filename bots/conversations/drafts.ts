import { setTimeout as sleep } from 'node:timers/promises';
import type { Budget, Channel } from '../../hub/channels/index.ts';

/** What is being written in one chat, shown unfinished where the channel can, as often as the chat may be sent something. */
export interface Draft {
  /** Replaces what was shown before. Returns at once; what follows too fast is left out. */
  show(text: string): void;
  /** Nothing more is shown. The message that it stands in, for what takes its place; null: there is none. */
  end(): Promise<string | null>;
}

/** Telegram bears about an edit a second in a chat; slower is easier to read as well. */
const betweenMs = 1_200;
/** So long the finished text waits for the last draft on its way. */
const patienceMs = 2_000;

/**
 * A draft takes only sends that are free at that moment: it never goes before anybody's message, nor makes one wait.
 *
 * @param onProblem told of our own faults; a draft that a provider does not show is nobody's trouble
 */
export function openDraft(
  channel: Channel,
  address: string,
  { budget, onProblem }: { budget: Budget; onProblem: (work: string, error: unknown) => void },
): Draft {
  const over = new AbortController();
  let wanted = '';
  let shown = '';
  let messageId: string | null = null;
  let working: Promise<void> | null = null;

  async function work(): Promise<void> {
    while (!over.signal.aborted && wanted !== shown) {
      if (await isFree(budget, channel, address)) await showNext();
      await sleep(betweenMs, undefined, { signal: over.signal }).catch(() => {});
    }
  }

  async function showNext(): Promise<void> {
    const text = wanted;
    const stands = await channel.showDraft!({ address, text, messageId });
    if (stands === null) over.abort();
    else messageId = stands;
    shown = text;
  }

  return {
    show(text) {
      wanted = text.slice(0, channel.limits.textUnits);
      if (working || over.signal.aborted || !channel.showDraft) return;
      working = work()
        .catch((error: unknown) => {
          over.abort();
          onProblem('draft', error);
        })
        .finally(() => (working = null));
    },
    async end() {
      over.abort();
      if (!working) return messageId;
      const isDone = await Promise.race([working.then(() => true), sleep(patienceMs, false)]);
      // One that is still on its way may come after the finished text: that goes beside it then.
      return isDone ? messageId : null;
    },
  };
}

async function isFree(budget: Budget, { name }: Channel, address: string): Promise<boolean> {
  const busy = await budget.chats.reserve(name, [{ address, startInMs: 0 }]);
  if (busy.size > 0) return false;
  const { count, startInMs } = await budget.reserve(name, 1);
  if (count === 0) return false;
  if (startInMs > 0) await sleep(startInMs);
  return true;
}
