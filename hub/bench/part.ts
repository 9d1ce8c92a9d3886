import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/**
 * A part of a measurement in a process of its own, with the flags of the command itself. It ends with whoever
 * started it.
 */
export interface Part {
  /** The next thing it says. @throws when it ended instead */
  said<Answer>(): Promise<Answer>;
  /** Gives an order and takes the answer. @throws when it ended instead */
  ask<Answer>(order: object | string): Promise<Answer>;
  /** Tells it to end, and waits until it has. */
  end(): Promise<void>;
}

export function startPart(file: string): Part {
  const child = fork(file, ['bench']);
  const ended = once(child, 'exit').then(([code, signal]) => {
    throw new Error(`a process of the measurement ended (${code ?? signal})`);
  });
  ended.catch(() => {});
  async function said<Answer>(): Promise<Answer> {
    const [answer] = (await Promise.race([once(child, 'message'), ended])) as [Answer];
    return answer;
  }
  return {
    said,
    async ask(order) {
      const answer = said<never>();
      child.send(order);
      return await answer;
    },
    async end() {
      if (child.connected) child.disconnect();
      await ended.catch(() => {});
    },
  };
}

/** Parts of one measurement, whose programs stand in one folder. */
export function openParts(folder: string) {
  const parts: Part[] = [];
  return {
    start(file: string): Part {
      const part = startPart(join(folder, file));
      parts.push(part);
      return part;
    },
    /** The last one first: what is on its way to an earlier one is answered. */
    async end(): Promise<void> {
      for (const part of parts.toReversed()) await part.end();
    },
  };
}

/** The other side: answers each order with one message, one after the other. `end` runs when nobody asks any more. */
export function answerOrders<Order>(
  answer: (order: Order) => Promise<object | number | string>,
  end: () => Promise<void> = async () => {},
): void {
  process.on('message', (order) => {
    void answer(order as Order).then((result) => process.send?.(result));
  });
  process.once('disconnect', () => void end().finally(() => process.exit()));
}
