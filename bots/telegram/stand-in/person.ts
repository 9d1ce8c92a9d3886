import { randomBytes } from 'node:crypto';
import type { ChatMember, User } from 'grammy/types';
import {
  notify,
  phoneOf,
  quoted,
  seconds,
  telegramChat,
  type ChatBook,
  type ChatRecord,
  type ScreenMessage,
  type StoredMessage,
} from './chats.ts';
import type { FileStore } from './files.ts';
import { commandEntities } from './rich-text.ts';
import type { UpdateQueue } from './updates.ts';

type Wanted = string | RegExp | ((message: ScreenMessage) => boolean);
type MessageReference = number | { id: number } | { message_id: number };
type Deps = { book: ChatBook; files: FileStore; updates: UpdateQueue; bot: User };

export type Person = ReturnType<typeof person>;

/** One person with a phone. Everything a person does becomes an update for the bot, at once. */
export function person(chat: ChatRecord, { book, files, updates, bot }: Deps) {
  const from: User = { id: chat.id, is_bot: false, ...chat.profile };

  /** Presses Start, with the payload of a t.me link when given (1–64 of A–Z a–z 0–9 _ -). */
  function start(payload?: string): number {
    if (payload !== undefined && !/^[\w-]{1,64}$/.test(payload)) {
      throw new Error('Telegram opens a start link only with 1 to 64 of A–Z a–z 0–9 _ -');
    }
    if (chat.blocked) unblock();
    return say(payload === undefined ? '/start' : `/start ${payload}`);
  }

  /** Writes a message; returns its id. */
  function say(text: string, { replyTo }: { replyTo?: MessageReference } = {}): number {
    const entities = commandEntities(text);
    const repliedTo = replyTo === undefined ? undefined : found(replyTo);
    return write({
      text,
      ...(entities.length > 0 && { entities }),
      ...(repliedTo && { reply_to_message: quoted(repliedTo) }),
    });
  }

  /** Sends a file; returns the message id. */
  function sendDocument(file: {
    name: string;
    bytes: Uint8Array;
    mimeType?: string;
    caption?: string;
  }): number {
    const { name, bytes, mimeType = 'application/octet-stream', caption } = file;
    const { document } = files.keep({ name, mimeType, bytes: Buffer.from(bytes) });
    return write({ document, ...(caption !== undefined && { caption }) });
  }

  /** Sends a picture as a picture: Telegram gives it no name, and several sizes of which the last is the largest. */
  function sendPhoto({ bytes, caption }: { bytes: Uint8Array; caption?: string }): number {
    const { document, size } = files.keep({
      name: 'photo.jpg',
      mimeType: 'image/jpeg',
      bytes: Buffer.from(bytes),
    });
    const { file_id, file_unique_id } = document;
    const largest = { file_id, file_unique_id, width: 1280, height: 960, file_size: size };
    const small = { ...largest, file_id: `${file_id}-s`, width: 90, height: 67, file_size: 1_000 };
    return write({ photo: [small, largest], ...(caption !== undefined && { caption }) });
  }

  /** Holds the microphone for a while. */
  function sendVoice({ bytes, seconds: duration = 3 }: { bytes: Uint8Array; seconds?: number }): number {
    const { document, size } = files.keep({
      name: 'voice.oga',
      mimeType: 'audio/ogg',
      bytes: Buffer.from(bytes),
    });
    const { file_id, file_unique_id } = document;
    return write({ voice: { file_id, file_unique_id, duration, mime_type: 'audio/ogg', file_size: size } });
  }

  function write(content: Partial<StoredMessage>): number {
    refuseWhenBlocked();
    chat.open = true;
    chat.unread = 0;
    const message = book.post(chat, from, content);
    updates.add({ message }, chat.id);
    return message.message_id;
  }

  /**
   * Presses an inline button, named by its words or its callback_data; returns the callback query's id.
   *
   * @throws {Error} the message is not on the screen, or has no such button
   */
  function press(where: MessageReference, button: string): string {
    refuseWhenBlocked();
    const message = found(where);
    const { buttons } = book.view(message);
    const pressed = buttons.find(({ data, text }) => data === button || text === button);
    if (!pressed) throw new Error(`Message ${message.message_id} has no button "${button}"`);
    if (pressed.data === undefined)
      throw new Error(`Button "${button}" calls no bot: it opens ${pressed.url}`);
    const id = randomBytes(8).readBigUInt64BE().toString();
    rememberQuery(id, pressed.data);
    chat.unread = 0;
    const query = { id, from, message, chat_instance: `${chat.id}`, data: pressed.data };
    updates.add({ callback_query: query }, chat.id);
    return id;
  }

  function rememberQuery(id: string, data: string): void {
    book.queries.set(id, { chat, data });
    if (book.queries.size <= 10_000) return;
    const [oldest] = book.queries.keys();
    if (oldest !== undefined) book.queries.delete(oldest);
  }

  function block(): void {
    if (chat.blocked) return;
    chat.blocked = true;
    changeMembership('member', 'kicked');
  }

  function unblock(): void {
    if (!chat.blocked) return;
    chat.blocked = false;
    changeMembership('kicked', 'member');
  }

  function changeMembership(before: 'member' | 'kicked', after: 'member' | 'kicked'): void {
    const change = {
      chat: telegramChat(chat),
      from,
      date: seconds(book.now()),
      old_chat_member: membership(before),
      new_chat_member: membership(after),
    };
    updates.add({ my_chat_member: change }, chat.id);
    notify(chat);
  }

  function membership(status: 'member' | 'kicked'): ChatMember {
    return status === 'kicked' ? { user: bot, status, until_date: 0 } : { user: bot, status };
  }

  /**
   * The next message of the bot that next() did not hand out before, oldest first. With `matching`
   * (part of the text, a pattern or a test) others stay for later calls. Waits up to `timeoutMs`, default 5,000.
   */
  function next({
    timeoutMs,
    matching,
  }: { timeoutMs?: number; matching?: Wanted } = {}): Promise<ScreenMessage> {
    return until(() => take(matching), { ...(timeoutMs !== undefined && { timeoutMs }) });
  }

  function take(matching: Wanted | undefined): ScreenMessage | undefined {
    const phone = phoneOf(chat);
    for (const id of phone.untaken) {
      const message = book.view(phone.screen.get(id)!);
      if (!fits(message, matching)) continue;
      phone.untaken.delete(id);
      return message;
    }
    return undefined;
  }

  /** Resolves with the first truthy answer of `check`, asked again whenever this phone changes. */
  async function until<T>(
    check: () => T | undefined | false | null,
    { timeoutMs = 5000 }: { timeoutMs?: number } = {},
  ): Promise<T> {
    const ready = check();
    if (ready) return ready;
    const { watchers } = phoneOf(chat);
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    const timer = setTimeout(
      reject,
      timeoutMs,
      new Error(`Nothing came to chat ${chat.id} in ${timeoutMs} ms`),
    );
    const watcher = () => {
      try {
        const answer = check();
        if (answer) settle(() => resolve(answer));
      } catch (error) {
        settle(() => reject(error));
      }
    };
    const settle = (finish: () => void) => {
      watchers.delete(watcher);
      finish();
    };
    watchers.add(watcher);
    return promise.finally(() => {
      clearTimeout(timer);
      watchers.delete(watcher);
    });
  }

  function found(where: MessageReference): StoredMessage {
    const id = typeof where === 'number' ? where : 'id' in where ? where.id : where.message_id;
    const message = chat.phone?.screen.get(id);
    if (!message) throw new Error(`Message ${id} is not on the screen of chat ${chat.id}`);
    return message;
  }

  function refuseWhenBlocked(): void {
    if (chat.blocked) throw new Error(`Chat ${chat.id} has blocked the bot`);
  }

  function screen(): ScreenMessage[] {
    return Array.from(chat.phone?.screen.values() ?? [], book.view);
  }

  return {
    id: chat.id,
    start,
    say,
    sendDocument,
    sendPhoto,
    sendVoice,
    press,
    block,
    unblock,
    next,
    until,
    get name() {
      return [chat.profile.first_name, chat.profile.last_name].filter(Boolean).join(' ');
    },
    /** What the bot wrote and did not delete, as last edited, oldest first. */
    get inbox() {
      return screen().filter(({ fromBot }) => fromBot);
    },
    /** The whole conversation, own messages included. */
    get screen() {
      return screen();
    },
    get toasts() {
      return [...(chat.phone?.toasts ?? [])];
    },
    /** How often the bot showed "typing…" or a like sign. */
    get typing() {
      return chat.typing;
    },
    /** The bot's words on the person's keys (a reply keyboard); said, not pressed. */
    get keys() {
      return [...(chat.phone?.keys ?? [])];
    },
    get blocked() {
      return chat.blocked;
    },
  };
}

function fits(message: ScreenMessage, matching: Wanted | undefined): boolean {
  if (matching === undefined) return true;
  if (typeof matching === 'function') return matching(message);
  return typeof matching === 'string' ? message.text.includes(matching) : matching.test(message.text);
}
