import type { People } from './people.ts';
import { Refusal } from './refusal.ts';
import type { Updates } from './updates.ts';

export interface Call {
  parameters: Record<string, unknown>;
  /** Calls back once when the caller hangs up before the answer. */
  onGone(listener: () => void): void;
}

/** The result, perhaps later. @throws {Refusal} */
type Method = (call: Call) => unknown;

/** What the platform's free plan allows. */
export interface Plan {
  /** Messages in a calendar month. */
  monthly: number;
  /** People the bot writes to. */
  people: number;
}

export type Methods = ReturnType<typeof methods>;

/** The methods that a bot like ours needs; any other does not exist here. */
export function methods(parts: {
  people: People;
  updates: Updates;
  plan: Plan;
  name: string;
  clock: () => Date;
}): Record<string, Method> {
  const { people, updates, plan, clock } = parts;
  const sentInMonth = new Map<string, number>();
  const writtenTo = new Set<string>();

  function sendMessage({ parameters }: Call): object {
    const { chat_id: chatId, text, parse_mode: mode } = parameters;
    if (typeof chatId !== 'string' || chatId === '') throw new Refusal(400, 'Bad Request: chat_id is empty');
    if (typeof text !== 'string' || text.trim() === '')
      throw new Refusal(400, 'Bad Request: message text is empty');
    if (text.length > 2_000) throw new Refusal(400, 'Bad Request: message is too long');
    if (mode !== undefined && mode !== 'markdown' && mode !== 'html')
      throw new Refusal(400, 'Bad Request: unknown parse_mode');
    const chat = people.find(chatId);
    if (!chat?.open) throw new Refusal(404, 'Not Found: chat not found');
    if (chat.blocked) throw new Refusal(403, 'Forbidden: the user has blocked the bot');
    spend(chatId);
    const { id, date } = people.show(chat, text);
    return { message_id: id, date: date.getTime() };
  }

  function spend(chatId: string): void {
    const month = clock().toISOString().slice(0, 7);
    const sent = sentInMonth.get(month) ?? 0;
    const isNew = !writtenTo.has(chatId);
    if (sent >= plan.monthly || (isNew && writtenTo.size >= plan.people))
      throw new Refusal(429, 'Too Many Requests: quota exceeded');
    sentInMonth.set(month, sent + 1);
    writtenTo.add(chatId);
  }

  function setWebhook({ parameters: { url, secret_token: secret } }: Call): object {
    if (typeof url !== 'string' || !/^https?:\/\/[^/]/.test(url)) throw new Refusal(400, 'Bad Request: url');
    if (typeof secret !== 'string' || secret.length < 8 || secret.length > 256)
      throw new Refusal(400, 'Bad Request: secret_token must have 8 to 256 characters');
    updates.setHook({ url, secret });
    return { url };
  }

  return {
    getMe: () => ({
      id: '1459232241454765289',
      account_name: parts.name,
      account_type: 'BASIC',
      can_join_groups: false,
    }),
    getUpdates: ({ parameters, onGone }) => updates.poll(Number(parameters['timeout'] ?? 30) * 1_000, onGone),
    setWebhook,
    deleteWebhook() {
      if (!updates.hook()) throw new Refusal(404, 'Not Found');
      updates.setHook(null);
      return {};
    },
    getWebhookInfo() {
      const hook = updates.hook();
      if (!hook) throw new Refusal(404, 'Not Found');
      return { url: hook.url };
    },
    sendMessage,
  };
}
