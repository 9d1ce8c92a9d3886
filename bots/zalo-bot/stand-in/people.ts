import { randomBytes } from 'node:crypto';
import type { Updates } from './updates.ts';

/** A message of the bot on somebody's screen. */
export interface ScreenMessage {
  id: string;
  text: string;
  date: Date;
}

interface Chat {
  id: string;
  /** The person wrote first: before that the bot has no address. */
  open: boolean;
  blocked: boolean;
  screen: ScreenMessage[];
  /** How many of the screen next() has handed out. */
  taken: number;
  watchers: Set<() => void>;
}

export type People = ReturnType<typeof people>;
export type Person = ReturnType<People['person']>;

type Wanted = string | RegExp;

/** Everybody with Zalo, by the id of their chat with the bot. */
export function people({
  updates,
  clock,
  openChats,
}: {
  updates: Updates;
  clock: () => Date;
  openChats: boolean;
}) {
  const chats = new Map<string, Chat>();

  function chatOf(id: string): Chat {
    const chat = chats.get(id) ?? {
      id,
      open: openChats,
      blocked: false,
      screen: [],
      taken: 0,
      watchers: new Set<() => void>(),
    };
    chats.set(id, chat);
    return chat;
  }

  /** Puts a message of the bot on the screen. */
  function show(chat: Chat, text: string): ScreenMessage {
    const message = { id: randomBytes(10).toString('hex'), text, date: clock() };
    chat.screen.push(message);
    for (const look of chat.watchers) look();
    return message;
  }

  function person(id: string, name = `Người ${id}`) {
    const chat = chatOf(id);

    /** `times`: how often the bot is told, as after an answer that got lost. Returns the message's id. */
    function write(event: string, content: object, { times = 1, group }: { times?: number; group?: string }) {
      if (chat.blocked) throw new Error(`${name} has blocked the bot`);
      if (group === undefined) chat.open = true;
      const messageId = randomBytes(10).toString('hex');
      const message = {
        from: { id, display_name: name, is_bot: false },
        chat: { id: group ?? id, chat_type: group === undefined ? 'PRIVATE' : 'GROUP' },
        message_id: messageId,
        date: clock().getTime(),
        ...content,
      };
      for (let time = 0; time < times; time += 1)
        updates.add({ event_name: `message.${event}.received`, message });
      return messageId;
    }

    /** The next message that was not handed out before, within `timeoutMs` (default 5,000). */
    async function next({ timeoutMs = 5_000, matching }: { timeoutMs?: number; matching?: Wanted } = {}) {
      const { promise, resolve, reject } = Promise.withResolvers<ScreenMessage>();
      const look = () => {
        const found = chat.screen.slice(chat.taken).find(({ text }) => fits(text, matching));
        if (!found) return;
        chat.taken = chat.screen.indexOf(found) + 1;
        resolve(found);
      };
      const timer = setTimeout(reject, timeoutMs, new Error(`Nothing came to ${name} in ${timeoutMs} ms`));
      chat.watchers.add(look);
      look();
      return await promise.finally(() => {
        clearTimeout(timer);
        chat.watchers.delete(look);
      });
    }

    return {
      id,
      say: (text: string, how: { times?: number; group?: string } = {}) => write('text', { text }, how),
      /** @param photo where it lies */
      sendPicture: (caption?: string, photo = 'https://photo.example/1.jpg') =>
        write('image', { photo, ...(caption && { caption }) }, {}),
      sendSticker: () => write('sticker', { sticker: '4' }, {}),
      sendVoice: () => write('voice', { voice_url: 'https://voice.example/1.aac' }, {}),
      /** What the platform does not hand on, or anything of a person whom it protects. */
      sendUnsupported: () => write('unsupported', {}, {}),
      block: () => void (chat.blocked = true),
      unblock: () => void (chat.blocked = false),
      next,
      get inbox(): readonly ScreenMessage[] {
        return chat.screen;
      },
    };
  }

  return { person, show, find: (id: string) => chats.get(id) };
}

function fits(text: string, matching: Wanted | undefined): boolean {
  if (matching === undefined) return true;
  return typeof matching === 'string' ? text.includes(matching) : matching.test(text);
}
