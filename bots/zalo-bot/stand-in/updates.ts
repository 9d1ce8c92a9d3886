import { Refusal } from './refusal.ts';

/** As polling hands it out and the webhook posts it. */
export interface Update {
  event_name: string;
  message: Record<string, unknown>;
}

interface Hook {
  url: string;
  secret: string;
}

export type Updates = ReturnType<typeof updates>;

/**
 * What people did and the bot has not heard. A poll gets one of it, which is gone then: nothing is confirmed. A webhook
 * gets each posted, once: what the platform does after a failure is not known, so that the least is played.
 */
export function updates() {
  const pending: Update[] = [];
  const polls = new Set<(update: Update | null) => void>();
  const posting = new Set<Promise<unknown>>();
  /** How each post was answered: a status, or 0 for no answer. */
  const answers: number[] = [];
  let hook: Hook | null = null;

  function add(update: Update): void {
    const [waiting] = polls;
    if (hook) return post(update, hook);
    if (!waiting) return void pending.push(update);
    waiting(update);
  }

  /** @throws {Refusal} 408 when nothing came in time, 400 where a webhook is set */
  async function poll(waitMs: number, onGone: (listener: () => void) => void): Promise<Update> {
    if (hook) throw new Refusal(400, 'Bad Request: getUpdates cannot be used while a webhook is set');
    const update = pending.shift() ?? (await next(waitMs, onGone));
    if (!update) throw new Refusal(408, 'Request timeout');
    return update;
  }

  function next(waitMs: number, onGone: (listener: () => void) => void): Promise<Update | null> {
    const { promise, resolve } = Promise.withResolvers<Update | null>();
    const answer = (update: Update | null) => {
      clearTimeout(timer);
      polls.delete(answer);
      resolve(update);
    };
    const timer = setTimeout(answer, waitMs, null);
    polls.add(answer);
    // Whoever hung up takes nothing away.
    onGone(() => answer(null));
    return promise;
  }

  function endPolls(): void {
    for (const answer of polls) answer(null);
  }

  function post(update: Update, to: Hook): void {
    const posted = postOnce(update, to)
      .then((status) => answers.push(status))
      .finally(() => posting.delete(posted));
    posting.add(posted);
  }

  return {
    add,
    poll,
    endPolls,
    polls: () => polls.size,
    answers: answers as readonly number[],
    hook: () => hook,
    setHook(next: Hook | null) {
      hook = next;
      endPolls();
      for (const update of next ? pending.splice(0) : []) post(update, next!);
    },
    allPosted: async () => void (await Promise.all(posting)),
  };
}

/** The status of the answer; 0 where none came. */
async function postOnce(result: Update, { url, secret }: Hook): Promise<number> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-bot-api-secret-token': secret },
      body: JSON.stringify({ ok: true, result }),
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return 0;
  }
}
