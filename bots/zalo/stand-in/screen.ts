import { randomBytes } from 'node:crypto';

/** `query` sends the payload back as a message that the person sees, `hidden-query` as one that nobody sees. */
export type ScreenButton = {
  label: string;
  kind: 'query' | 'hidden-query' | 'url' | 'phone' | 'sms';
  payload: string;
};

/** A message as it stands on a screen. */
export type ScreenMessage = {
  id: string;
  /** The id of who wrote it. */
  from: string;
  fromAccount: boolean;
  /** Text, or the words under a picture or over a question. */
  text: string;
  buttons: ScreenButton[];
  /** A file or picture, once it was uploaded. */
  file: { name: string; size: number; sha256: string } | null;
  /** The approved text it was made of. */
  template: { id: string; data: Record<string, string> } | null;
  /** It asks the person to share name and telephone number. */
  asksForInfo: boolean;
  at: Date;
};

export type Wanted = string | RegExp | ((message: ScreenMessage) => boolean);

export type Screen = ReturnType<typeof screen>;

/** What somebody, or a group, has on the screen, oldest first; at most `keep` messages. */
export function screen({ keep, name }: { keep: number; name: string }) {
  const messages: ScreenMessage[] = [];
  const untaken = new Set<ScreenMessage>();
  const watchers = new Set<() => void>();
  let received = 0;

  function show(
    message: Partial<ScreenMessage> & Pick<ScreenMessage, 'from' | 'fromAccount' | 'at'>,
  ): ScreenMessage {
    const shown: ScreenMessage = {
      id: newMessageId(),
      text: '',
      buttons: [],
      file: null,
      template: null,
      asksForInfo: false,
      ...message,
    };
    if (shown.fromAccount) received += 1;
    if (keep === 0) return shown;
    messages.push(shown);
    if (shown.fromAccount) untaken.add(shown);
    if (messages.length > keep) untaken.delete(messages.shift()!);
    changed();
    return shown;
  }

  function changed(): void {
    for (const watcher of watchers) watcher();
  }

  /**
   * The next message of the account that `next` did not hand out before, oldest first. With `matching` (a part of
   * the text, a pattern or a test) others stay for later calls. Waits up to `timeoutMs`, default 5,000.
   */
  async function next({
    matching,
    timeoutMs,
  }: { matching?: Wanted; timeoutMs?: number } = {}): Promise<ScreenMessage> {
    const take = () => {
      const found = [...untaken].find((message) => fits(message, matching));
      if (found) untaken.delete(found);
      return found;
    };
    return await until(take, timeoutMs);
  }

  /** Resolves with the first answer of `check` that is not undefined, asked again whenever the screen changes. */
  async function until<Found>(check: () => Found | undefined, timeoutMs = 5_000): Promise<Found> {
    const ready = check();
    if (ready !== undefined) return ready;
    const { promise, resolve, reject } = Promise.withResolvers<Found>();
    const watcher = () => {
      const found = check();
      if (found !== undefined) resolve(found);
    };
    const timer = setTimeout(
      () => reject(new Error(`Nothing came to ${name} in ${timeoutMs} ms`)),
      timeoutMs,
    );
    watchers.add(watcher);
    return await promise.finally(() => {
      clearTimeout(timer);
      watchers.delete(watcher);
    });
  }

  return {
    show,
    next,
    until,
    messages: messages as readonly ScreenMessage[],
    /** How many messages of the account came, those that are not kept included. */
    received: () => received,
  };
}

function newMessageId(): string {
  return randomBytes(10).toString('hex');
}

function fits(message: ScreenMessage, matching: Wanted | undefined): boolean {
  if (matching === undefined) return true;
  if (typeof matching === 'function') return matching(message);
  return typeof matching === 'string' ? message.text.includes(matching) : matching.test(message.text);
}
