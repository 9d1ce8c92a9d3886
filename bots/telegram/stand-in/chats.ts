import type { Document, InlineKeyboardMarkup, MessageEntity, PhotoSize, User, Voice } from 'grammy/types';
import { badRequest, integer, Refusal, text, type Call } from './calls.ts';
import type { FileStore } from './files.ts';
import type { Bucket } from './limits.ts';

export type Profile = { first_name: string; last_name?: string; username?: string; language_code?: string };

/** A message as Telegram keeps it, whoever wrote it. */
export type StoredMessage = {
  message_id: number;
  from: User;
  chat: { id: number; type: string } & Partial<Profile>;
  /** Seconds since 1970. */
  date: number;
  edit_date?: number;
  text?: string;
  entities?: MessageEntity[];
  document?: Document;
  photo?: PhotoSize[];
  voice?: Voice;
  caption?: string;
  caption_entities?: MessageEntity[];
  reply_markup?: InlineKeyboardMarkup;
  reply_to_message?: StoredMessage;
  has_protected_content?: true;
};

/** A button as a person sees it; `data` is its callback_data. */
export type ScreenButton = { text: string; data?: string; url?: string };

/** A message as a person sees it, with the last edit. `text` is the caption when there is a file. */
export type ScreenMessage = {
  id: number;
  fromBot: boolean;
  text: string;
  entities: MessageEntity[];
  rows: ScreenButton[][];
  buttons: ScreenButton[];
  document: { name: string; size: number; sha256: string; mimeType: string; fileId: string } | undefined;
  replyTo: number | undefined;
  date: Date;
  edited: boolean;
};

/** The answer to a pressed button, whose callback_data is `data`; `text` is empty when the bot only ended the waiting sign. */
export type Toast = { text: string; alert: boolean; data: string; at: Date };

/** What is on the screen. Kept only for chats that show something, so that counting runs stay small. */
export type Phone = {
  screen: Map<number, StoredMessage>;
  untaken: Set<number>;
  toasts: Toast[];
  keys: string[];
  watchers: Set<() => void>;
};

export type ChatRecord = {
  id: number;
  profile: Profile;
  /** The person wrote to the bot at least once. */
  open: boolean;
  blocked: boolean;
  lastMessageId: number;
  delivered: number;
  unread: number;
  typing: number;
  bucket: Bucket | undefined;
  phone: Phone | undefined;
};

export type ChatBook = ReturnType<typeof chatBook>;

/** Every chat of the bot, by id. */
export function chatBook(options: {
  clock: () => Date;
  files: FileStore;
  /** How many messages each screen keeps, from 0. */
  keepMessages: number;
  openChats: boolean;
}) {
  const chats = new Map<number, ChatRecord>();
  const queries = new Map<string, { chat: ChatRecord; data: string }>();
  // Ids grow over restarts as Telegram's do, so that a hub that remembers old ids meets no twin.
  const firstMessageId = Math.max(0, Math.floor((options.clock().getTime() - 1.7e12) / 1000));

  function chat(id: number): ChatRecord {
    const known = chats.get(id);
    if (known) return known;
    const profile = { first_name: `Người ${id}`, language_code: 'vi' };
    const counts = { lastMessageId: firstMessageId, delivered: 0, unread: 0, typing: 0 };
    const fresh = {
      id,
      profile,
      open: false,
      blocked: false,
      ...counts,
      bucket: undefined,
      phone: undefined,
    };
    chats.set(id, fresh);
    return fresh;
  }

  /** The chat a bot's call is for. @throws {Refusal} as Telegram does for unknown and blocked chats */
  function reachable(call: Call): ChatRecord {
    const id = integer(call, 'chat_id');
    if (id === undefined) throw badRequest(text(call, 'chat_id') ? 'chat not found' : 'chat_id is empty');
    const known = chats.get(id);
    if (known?.blocked) throw new Refusal(403, 'Forbidden: bot was blocked by the user');
    if (known?.open) return known;
    if (!options.openChats || id <= 0) throw badRequest('chat not found');
    const opened = chat(id);
    opened.open = true;
    return opened;
  }

  /** Puts a new message on the screen under the chat's next id. */
  function post(record: ChatRecord, from: User, content: Partial<StoredMessage>): StoredMessage {
    record.lastMessageId += 1;
    const message: StoredMessage = {
      message_id: record.lastMessageId,
      from,
      chat: telegramChat(record),
      date: seconds(options.clock()),
      ...content,
    };
    if (from.is_bot) {
      record.delivered += 1;
      record.unread += 1;
    }
    if (options.keepMessages > 0) keep(record, message);
    return message;
  }

  function keep(record: ChatRecord, message: StoredMessage): void {
    const phone = phoneOf(record);
    phone.screen.set(message.message_id, message);
    if (message.from.is_bot) phone.untaken.add(message.message_id);
    if (phone.screen.size > options.keepMessages) {
      const [oldest] = phone.screen.keys();
      if (oldest !== undefined) forget(phone, oldest);
    }
    notify(record);
  }

  /** Shows the edited message in the place of the old one. */
  function replace(record: ChatRecord, message: StoredMessage): StoredMessage {
    const edited = { ...message, edit_date: seconds(options.clock()) };
    phoneOf(record).screen.set(message.message_id, edited);
    notify(record);
    return edited;
  }

  function remove(record: ChatRecord, id: number): void {
    forget(phoneOf(record), id);
    notify(record);
  }

  function view(message: StoredMessage): ScreenMessage {
    const stored = message.document && options.files.find(message.document.file_id);
    const rows = (message.reply_markup?.inline_keyboard ?? []).map((row) => row.map(screenButton));
    return {
      id: message.message_id,
      fromBot: message.from.is_bot,
      text: message.text ?? message.caption ?? '',
      entities: message.entities ?? message.caption_entities ?? [],
      rows,
      buttons: rows.flat(),
      document: stored && {
        name: stored.document.file_name ?? '',
        size: stored.size,
        sha256: stored.sha256,
        mimeType: stored.document.mime_type ?? '',
        fileId: stored.document.file_id,
      },
      replyTo: message.reply_to_message?.message_id,
      date: new Date(message.date * 1000),
      edited: message.edit_date !== undefined,
    };
  }

  return {
    chat,
    find: (id: number) => chats.get(id),
    all: () => chats.values(),
    reachable,
    post,
    replace,
    remove,
    view,
    queries,
    now: options.clock,
  };
}

export function phoneOf(record: ChatRecord): Phone {
  record.phone ??= {
    screen: new Map(),
    untaken: new Set(),
    toasts: [],
    keys: [],
    watchers: new Set(),
  };
  return record.phone;
}

/** Tells those who wait for something to happen on this screen. */
export function notify(record: ChatRecord): void {
  for (const watcher of record.phone?.watchers ?? []) watcher();
}

export function telegramChat({ id, profile }: ChatRecord): StoredMessage['chat'] {
  if (id < 0)
    return { id, type: id < -1_000_000_000_000 ? 'supergroup' : 'group', title: profile.first_name } as never;
  const { first_name, last_name, username } = profile;
  return { id, type: 'private', first_name, ...(last_name && { last_name }), ...(username && { username }) };
}

/** A message as it appears inside a reply: Telegram nests only one level. */
export function quoted(message: StoredMessage): StoredMessage {
  const { reply_to_message: _deeper, ...rest } = message;
  return rest;
}

export function seconds(instant: Date): number {
  return Math.floor(instant.getTime() / 1000);
}

function forget(phone: Phone, messageId: number): void {
  phone.screen.delete(messageId);
  phone.untaken.delete(messageId);
}

function screenButton(button: { text: string; callback_data?: string; url?: string }): ScreenButton {
  const { text: label, callback_data: data, url } = button;
  return { text: label, ...(data !== undefined && { data }), ...(url !== undefined && { url }) };
}
