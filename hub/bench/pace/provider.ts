/**
 * A Telegram in a process of its own that counts as strictly as one could: no more messages in any second than
 * the bot is allowed, no two within a second in one chat, else 429. It takes people's taps and measures when they
 * are answered. Started by lanes.ts and pacing.ts.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { answerOrders } from '../part.ts';

export type ProviderOrder =
  /** Messages in any second, and in any second to one chat; null for no limit. Counts begin anew. */
  | { limits: { perSecond: number | null; perChat: number | null } }
  /** From here on one tap every so often on the last button of each of these chats. */
  | { tap: string[]; everyMs: number }
  /** What became of the taps: {@link Answers}. */
  | 'answers'
  | 'counts';

export interface Counts {
  accepted: number;
  /** Answered with 429. */
  violations: number;
  /** Of these, those that only the chat was too much for. */
  chatViolations: number;
  /** Of the first and the last accepted message, milliseconds of `performance.now()`; null before. */
  firstAt: number | null;
  lastAt: number | null;
}

/** Milliseconds from each tap to its answer on the button; null where none came. */
export interface Answers {
  /** All have been put in, and answered or given up. */
  done: boolean;
  tapped: { ms: number | null; at: number }[];
}

/** As far as Telegram is away. */
const latencyMs = 20;
const longestAnswerMs = 15_000;
const secondMs = 1_000;

let perSecond = Infinity;
let perChat = Infinity;
let counts: Counts;
let answers: Answers = { done: true, tapped: [] };
let window: number[] = [];
let ofChat = new Map<string, number[]>();
const buttons = new Map<string, { data: string; messageId: number }>();
const awaited = new Map<string, () => void>();
const updates: object[] = [];
let nextUpdate = 1;
let wake = () => {};

function begin(): void {
  counts = { accepted: 0, violations: 0, chatViolations: 0, firstAt: null, lastAt: null };
  window = [];
  ofChat = new Map();
}

/** Is one more within the limit, given those of the last second? */
function fits(times: number[], limit: number, now: number): boolean {
  while (times.length > 0 && times[0]! <= now - secondMs) times.shift();
  return times.length < limit;
}

function takeMessage(body: string): object {
  const now = performance.now();
  const message = JSON.parse(body) as {
    chat_id: number | string;
    reply_markup?: { inline_keyboard: { callback_data: string }[][] };
  };
  const chat = String(message.chat_id);
  const times = ofChat.get(chat) ?? [];
  if (!fits(window, perSecond, now) || !fits(times, perChat, now)) {
    counts.violations += 1;
    if (fits(window, perSecond, now)) counts.chatViolations += 1;
    const description = 'Too Many Requests: retry after 1';
    return { ok: false, error_code: 429, description, parameters: { retry_after: 1 } };
  }
  if (perSecond < Infinity) window.push(now);
  if (perChat < Infinity) ofChat.set(chat, [...times, now]);
  counts.accepted += 1;
  counts.firstAt ??= now;
  counts.lastAt = now;
  const data = message.reply_markup?.inline_keyboard.at(-1)?.[0]?.callback_data;
  if (data) buttons.set(chat, { data, messageId: counts.accepted });
  return { ok: true, result: { message_id: counts.accepted, chat: { id: message.chat_id } } };
}

async function takeUpdates(body: string): Promise<object> {
  const { offset = 0, timeout = 0 } = JSON.parse(body) as { offset?: number; timeout?: number };
  const due = () => updates.filter((update) => (update as { update_id: number }).update_id >= offset);
  if (due().length === 0) {
    const coming = new Promise<void>((resolve) => (wake = resolve));
    await Promise.race([coming, sleep(timeout * 1_000, undefined, { ref: false })]);
  }
  return { ok: true, result: due() };
}

async function answerTo(method: string, body: string): Promise<object> {
  if (method === 'getUpdates') return await takeUpdates(body);
  if (method === 'sendMessage') return takeMessage(body);
  if (method === 'answerCallbackQuery')
    awaited.get((JSON.parse(body) as { callback_query_id: string }).callback_query_id)?.();
  if (method === 'getMe') return { ok: true, result: { id: 7, is_bot: true, username: 'bench_bot' } };
  return { ok: true, result: true };
}

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const answer = await answerTo(request.url!.split('/').at(-1)!, Buffer.concat(chunks).toString());
  setTimeout(
    () => response.setHeader('content-type', 'application/json').end(JSON.stringify(answer)),
    latencyMs,
  );
}

async function tap(chat: string): Promise<number | null> {
  const button = buttons.get(chat);
  if (!button) return null;
  const id = `tap-${nextUpdate}`;
  const from = { id: Number(chat), is_bot: false, first_name: 'A' };
  const message = { message_id: button.messageId, date: 0, chat: { id: Number(chat), type: 'private' } };
  const began = performance.now();
  const answered = new Promise<number>((resolve) => {
    awaited.set(id, () => resolve(performance.now() - began));
  });
  const callback = { id, from, message, chat_instance: '1', data: button.data };
  updates.push({ update_id: nextUpdate, callback_query: callback });
  nextUpdate += 1;
  wake();
  return await Promise.race([answered, sleep(longestAnswerMs, null)]);
}

async function tapAll(chats: readonly string[], everyMs: number): Promise<void> {
  const tapped: Answers['tapped'] = [];
  answers = { done: false, tapped };
  const all: Promise<unknown>[] = [];
  for (const chat of chats) {
    const at = performance.now();
    all.push(tap(chat).then((ms) => tapped.push({ ms, at })));
    await sleep(everyMs);
  }
  await Promise.all(all);
  answers.done = true;
}

async function answer(order: ProviderOrder): Promise<object> {
  if (order === 'counts') return counts;
  if (order === 'answers') return answers;
  if ('tap' in order) {
    void tapAll(order.tap, order.everyMs);
    return {};
  }
  perSecond = order.limits.perSecond ?? Infinity;
  perChat = order.limits.perChat ?? Infinity;
  begin();
  return counts;
}

if (process.argv[2] === 'bench') {
  begin();
  const server = createServer((request, response) => void serve(request, response));
  server.listen(0, '127.0.0.1', () => {
    answerOrders(answer);
    process.send?.((server.address() as { port: number }).port);
  });
}
