import type { User } from 'grammy/types';
import { chatBook } from './chats.ts';
import { controlSurface } from './control.ts';
import { faultScript, type Fault, type FaultRule } from './faults.ts';
import { fileStore } from './files.ts';
import { callJournal, type SentCall } from './journal.ts';
import { rateLimits, type Limits } from './limits.ts';
import { botApiMethods } from './methods.ts';
import { standInServer } from './server.ts';
import { updateQueue } from './updates.ts';
import { webhookCourier } from './webhook.ts';

export type StandInOptions = {
  /** 0 (the default) takes any free port, and the same one again after close() and listen(). */
  port?: number;
  token?: string;
  /** The bot's username, without @. */
  username?: string;
  clock?: () => Date;
  /** Milliseconds before every answer but those of getUpdates. */
  latencyMs?: number;
  /** Messages kept per screen; 0 keeps only counts: no journal, no screens, next() finds nothing. */
  keepMessages?: number;
  /** Let any positive chat id receive without having pressed Start. */
  openChats?: boolean;
  limits?: Limits;
  /** For faults with a probability; from 0 up to 1. */
  random?: () => number;
};

export type TelegramStandIn = ReturnType<typeof telegramStandIn>;

/** A Bot API on 127.0.0.1 with people one can play: for tests, benchmarks and the demo. */
export function telegramStandIn(options: StandInOptions = {}) {
  const parts = assemble(options);
  const control = controlSurface(parts);
  const server = standInServer({ ...parts, control, port: options.port ?? 0 });
  const { faults, journal, limits } = parts;

  return {
    token: parts.token,
    bot: parts.bot,
    listen: server.listen,
    /** Ends every connection; screens and pending updates stay for a next listen(). */
    close: server.close,
    user: control.user,
    chats: control.chats,
    stats: control.stats,
    deliveredTo: (chatId: number): number => parts.book.find(chatId)?.delivered ?? 0,
    /** The content digest and size of a file the bot sent, by its file_id. */
    file: parts.files.find,
    fault: (rule: FaultRule): Fault => faults.add(rule),
    clearFaults: () => faults.clear(),
    /** Accepted calls that changed something, in the order Telegram took them. */
    sent: journal.sent as readonly SentCall[],
    /** Calls per method, refused ones included. */
    calls: journal.calls as Readonly<Record<string, number>>,
    get requests() {
      return { received: journal.totals.requests, answered: journal.totals.answered };
    },
    /** Answers with 429 because a limit was exceeded; scripted faults do not count. */
    get violations() {
      return limits.violations();
    },
    get limits() {
      return limits.current();
    },
    set limits(next: Limits) {
      limits.change(next);
    },
    get latencyMs() {
      return parts.latency.ms;
    },
    set latencyMs(milliseconds: number) {
      parts.latency.ms = milliseconds;
    },
  };
}

function assemble(options: StandInOptions) {
  const { clock = () => new Date(), keepMessages = Infinity, openChats = false } = options;
  const token = options.token ?? `7000000001:${'stand-in'.padEnd(35, '-')}`;
  const username = options.username ?? 'cau_noi_stand_in_bot';
  const bot: User = { id: Number.parseInt(token, 10), is_bot: true, first_name: 'Cầu Nối', username };
  const files = fileStore();
  const book = chatBook({ clock, files, keepMessages, openChats });
  const updates = updateQueue({ clock });
  const webhook = webhookCourier({ updates, clock });
  const limits = rateLimits(options.limits ?? {});
  return {
    token,
    bot,
    files,
    book,
    updates,
    webhook,
    limits,
    latency: { ms: options.latencyMs ?? 0 },
    faults: faultScript(options.random ?? Math.random),
    journal: callJournal({ clock, countOnly: keepMessages === 0 }),
    methods: botApiMethods({ book, files, limits, updates, webhook, bot }),
  };
}
