import { setTimeout as sleep } from 'node:timers/promises';
import type { Inbound } from '../../hub/channels/index.ts';
import type { ConversationParts } from './turn.ts';

const chatsAtOnce = 8;
const afterProblemMs = 250;

/** Answers all chats that wait, several at once, each in its own order. */
export function answering(
  { inbox, onProblem }: Pick<ConversationParts, 'inbox' | 'onProblem'>,
  handle: (event: Inbound) => Promise<void>,
) {
  const runners = new Set<Promise<void>>();
  let lookAgain = false;
  let stopped = false;

  /** Lets one more look for a chat that waits. Who finds one calls the next: as many answer as there is to answer. */
  function look(): void {
    if (stopped) return;
    if (runners.size >= chatsAtOnce) {
      lookAgain = true;
      return;
    }
    const runner = answerChats().finally(() => {
      runners.delete(runner);
      if (!lookAgain) return;
      lookAgain = false;
      look();
    });
    runners.add(runner);
  }

  async function allAnswered(): Promise<void> {
    while (runners.size > 0) await Promise.all(runners);
  }

  async function lookAndHandle(event: Inbound): Promise<void> {
    look();
    await handle(event);
  }

  async function answerChats(): Promise<void> {
    try {
      while (!stopped && (await inbox.workOnOneChat(lookAndHandle)));
    } catch (error) {
      // The chat that failed waits a little; the others go on. Where nothing works, we are not in haste either.
      onProblem('conversation', error);
      await sleep(afterProblemMs);
      lookAgain = true;
    }
  }

  return {
    async work(): Promise<void> {
      look();
      await allAnswered();
    },
    async stop(): Promise<void> {
      stopped = true;
      await allAnswered();
    },
  };
}
