import type { User } from 'grammy/types';
import type { ChatBook, Profile } from './chats.ts';
import type { FileStore } from './files.ts';
import type { Journal } from './journal.ts';
import type { RateLimits } from './limits.ts';
import type { Methods } from './methods.ts';
import { person, type Person } from './person.ts';
import type { UpdateQueue } from './updates.ts';

export type ChatSummary = {
  id: number;
  name: string;
  /** Messages of the bot since the phone was last looked at or used. */
  unread: number;
  delivered: number;
  blocked: boolean;
  lastText: string;
};

export type ControlSurface = ReturnType<typeof controlSurface>;

const toastShownMs = 10_000;

type Deps = {
  book: ChatBook;
  files: FileStore;
  updates: UpdateQueue;
  bot: User;
  journal: Journal;
  limits: RateLimits;
  methods: Methods;
};

/** What tests, scripts and the phone pages may do and see. */
export function controlSurface({ book, files, updates, bot, journal, limits, methods }: Deps) {
  function user(id: number, profile?: Profile): Person {
    const chat = book.chat(id);
    if (profile) chat.profile = { ...chat.profile, ...profile };
    return person(chat, { book, files, updates, bot });
  }

  /** Everybody who wrote to the bot or got something from it. */
  function chats(): ChatSummary[] {
    const opened = [...book.all()].filter(({ open }) => open);
    return opened.map((chat) => {
      const { name } = user(chat.id);
      const last = [...(chat.phone?.screen.values() ?? [])].at(-1);
      const { id, unread, delivered, blocked } = chat;
      return { id, name, unread, delivered, blocked, lastText: last?.text ?? last?.caption ?? '' };
    });
  }

  function stats() {
    return { ...journal.totals, calls: journal.calls, violations: limits.violations() };
  }

  function deliveredPerChat(): Record<string, number> {
    const delivered = Iterator.from(book.all()).filter((chat) => chat.delivered > 0);
    return Object.fromEntries(delivered.map((chat) => [chat.id, chat.delivered]));
  }

  /** The words of the last answer to a button, as long as a phone shows them. */
  function freshToast({ toasts }: Person): string {
    const last = toasts.at(-1);
    return last && book.now().getTime() - last.at.getTime() < toastShownMs ? last.text : '';
  }

  function read(id: number): void {
    book.chat(id).unread = 0;
  }

  const known = (id: number): boolean => book.find(id) !== undefined;

  return {
    user,
    known,
    freshToast,
    chats,
    stats,
    deliveredPerChat,
    read,
    file: files.find,
    commands: methods.commands,
  };
}
