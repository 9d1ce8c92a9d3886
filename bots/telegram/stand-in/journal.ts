import { integer, text, type Call } from './calls.ts';
import type { StoredMessage } from './chats.ts';

/** One call that Telegram accepted and that changed something (no method that only reads). */
export type SentCall = {
  method: string;
  chat: number | undefined;
  at: Date;
  messageId: number | undefined;
  /** Text or caption. */
  text: string | undefined;
  /** False while, or because, the caller never got the answer. */
  answered: boolean;
};

export type Journal = ReturnType<typeof callJournal>;

/** Counts every call and writes down the accepted ones, unless `countOnly`. */
export function callJournal({ clock, countOnly }: { clock: () => Date; countOnly: boolean }) {
  const sent: SentCall[] = [];
  const calls: Record<string, number> = {};
  const totals = { requests: 0, answered: 0, messages: 0 };

  function received(): void {
    totals.requests += 1;
  }

  function count(method: string): void {
    calls[method] = (calls[method] ?? 0) + 1;
  }

  function accepted(
    method: string,
    call: Call,
    chat: number | undefined,
    result: unknown,
  ): SentCall | undefined {
    if (method.startsWith('send') && method !== 'sendChatAction') totals.messages += 1;
    if (countOnly || method.startsWith('get')) return undefined;
    const entry: SentCall = {
      method,
      chat,
      at: clock(),
      messageId: (result as Partial<StoredMessage>).message_id ?? integer(call, 'message_id'),
      text: text(call, 'text') ?? text(call, 'caption'),
      answered: false,
    };
    sent.push(entry);
    return entry;
  }

  function answered(entry: SentCall | undefined): void {
    totals.answered += 1;
    if (entry) entry.answered = true;
  }

  return { received, count, accepted, answered, sent, calls, totals };
}
