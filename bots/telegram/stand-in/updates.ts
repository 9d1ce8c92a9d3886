import type { Update } from 'grammy/types';
import { Refusal } from './calls.ts';

export type PendingUpdate = { update: Update; chat: number };

/** What a person does, by the kind of update it becomes. */
type UpdateBody = { message: unknown } | { callback_query: unknown } | { my_chat_member: unknown };

/** Telegram leaves these out unless they are asked for. */
const onRequestOnly = new Set(['chat_member', 'message_reaction', 'message_reaction_count']);

export type UpdateQueue = ReturnType<typeof updateQueue>;

/** Updates that the bot has not confirmed, and the long poll that may wait for them. */
export function updateQueue({ clock }: { clock: () => Date }) {
  const pending = new Map<number, PendingUpdate>();
  const listeners = new Set<(added: PendingUpdate) => void>();
  // Ids grow over restarts as Telegram's do, since a hub may remember them to drop repeats.
  let nextId = Math.max(1, Math.floor((clock().getTime() - 1.7e12) / 100));
  let allowed: ReadonlySet<string> | undefined;
  let waiting: { wake(): void; end(refusal: Refusal): void } | undefined;

  function add(body: UpdateBody, chat: number): void {
    const [kind] = Object.keys(body);
    if (kind === undefined || !(allowed ? allowed.has(kind) : !onRequestOnly.has(kind))) return;
    const id = nextId++;
    const added = { update: { update_id: id, ...body } as unknown as Update, chat };
    pending.set(id, added);
    waiting?.wake();
    for (const listener of listeners) listener(added);
  }

  /** Only future updates are filtered. An empty list means the usual kinds. */
  function allow(kinds: string[] | undefined): void {
    if (kinds) allowed = kinds.length > 0 ? new Set(kinds) : undefined;
  }

  /** Forgets updates below `offset`; a negative offset keeps only that many of the newest. */
  function confirm(offset: number): void {
    const tooMany = offset < 0 ? pending.size + offset : 0;
    const limit = offset < 0 ? ([...pending.keys()][Math.max(0, tooMany)] ?? 0) : offset;
    for (const id of pending.keys()) {
      if (id >= limit) return;
      pending.delete(id);
    }
  }

  /** Up to `limit` updates, at once when there are some, else after at most `waitMs`. A second poll ends the first. */
  function poll({
    limit,
    waitMs,
    onGone,
  }: {
    limit: number;
    waitMs: number;
    onGone: (listener: () => void) => void;
  }): Promise<Update[]> {
    interrupt('terminated by other getUpdates request; make sure that only one bot instance is running');
    const ready = first(limit);
    if (ready.length > 0 || waitMs <= 0) return Promise.resolve(ready);
    const { promise, resolve, reject } = Promise.withResolvers<Update[]>();
    const settle = (finish: () => void) => {
      clearTimeout(timer);
      if (waiting === poller) waiting = undefined;
      finish();
    };
    const poller = {
      wake: () => settle(() => resolve(first(limit))),
      end: (refusal: Refusal) => settle(() => reject(refusal)),
    };
    const timer = setTimeout(poller.wake, waitMs);
    waiting = poller;
    onGone(poller.wake);
    return promise;
  }

  function interrupt(reason: string): void {
    waiting?.end(new Refusal(409, `Conflict: ${reason}`));
  }

  function first(limit: number): Update[] {
    return Array.from(pending.values().take(limit), ({ update }) => update);
  }

  return {
    add,
    allow,
    allowedKinds: () => (allowed ? [...allowed] : undefined),
    confirm,
    poll,
    interrupt,
    pending,
    onAdded: (listener: (added: PendingUpdate) => void) => void listeners.add(listener),
  };
}
