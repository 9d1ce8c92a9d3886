/**
 * A Telegram in a process of its own on whose phones members type the six digits they see on the wall. Started by
 * checkin.ts.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOfMinute } from '../../attendance/index.ts';
import { answerOrders } from '../part.ts';

export type PhonesOrder =
  /** These chats type the code that stands there when they do, each at some moment of so many seconds. */
  | { chats: string[]; codeKey: string; seconds: number }
  /** What came of it: {@link Typed}. */
  | 'typed'
  /** How many messages came before: {@link Received}. */
  | 'received';

export interface Received {
  messages: number;
}

export interface Typed {
  /** All have been typed, and answered or given up. */
  done: boolean;
  /** From typing to the answer on the screen, in milliseconds. */
  tookMs: number[];
  /** Without an answer. */
  silent: number;
  /** With more than one. */
  repeated: number;
  /** From the first to the last that was typed. */
  seconds: number;
}

/** As far as Telegram is away. */
const latencyMs = 20;
const longestAnswerMs = 15_000;
const minuteMs = 60_000;

let messages = 0;
const updates: { update_id: number }[] = [];
let nextUpdate = 1;
let wake = () => {};
const typing = new Map<string, { at: number; answers: number; answered: () => void }>();
let typed: Typed = { done: true, tookMs: [], silent: 0, repeated: 0, seconds: 0 };

function takeMessage(body: string): object {
  const { chat_id: chat } = JSON.parse(body) as { chat_id: number | string };
  messages += 1;
  const asked = typing.get(String(chat));
  if (asked) {
    asked.answers += 1;
    if (asked.answers === 1) typed.tookMs.push(performance.now() - asked.at);
    asked.answered();
  }
  return { ok: true, result: { message_id: messages, chat: { id: chat } } };
}

async function takeUpdates(body: string): Promise<object> {
  const { offset = 0, timeout = 0 } = JSON.parse(body) as { offset?: number; timeout?: number };
  while (updates[0] && updates[0].update_id < offset) updates.shift();
  if (updates.length === 0) {
    const coming = new Promise<void>((resolve) => (wake = resolve));
    await Promise.race([coming, sleep(timeout * 1_000, undefined, { ref: false })]);
  }
  return { ok: true, result: updates.slice(0, 100) };
}

async function answerTo(method: string, body: string): Promise<object> {
  if (method === 'getUpdates') return await takeUpdates(body);
  if (method === 'sendMessage') return takeMessage(body);
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

async function type(chat: string, text: string): Promise<void> {
  const answered = new Promise<void>((resolve) => {
    typing.set(chat, { at: performance.now(), answers: 0, answered: resolve });
  });
  const from = { id: Number(chat), is_bot: false, first_name: 'A' };
  const message = { message_id: nextUpdate, date: 0, chat: { id: from.id, type: 'private' }, from, text };
  updates.push({ update_id: nextUpdate, message } as { update_id: number });
  nextUpdate += 1;
  wake();
  await Promise.race([answered, sleep(longestAnswerMs)]);
}

/** As people come into a room: each when it happens to be, not one after the other. */
async function typeAll(chats: readonly string[], key: Uint8Array, seconds: number): Promise<void> {
  typed = { done: false, tookMs: [], silent: 0, repeated: 0, seconds: 0 };
  const moments = chats.map(() => Math.random() * seconds * 1_000).sort((a, b) => a - b);
  const began = performance.now();
  const all: Promise<void>[] = [];
  for (const [index, chat] of chats.entries()) {
    const early = began + moments[index]! - performance.now();
    if (early > 1) await sleep(early);
    all.push(type(chat, codeOfMinute(key, Math.floor(Date.now() / minuteMs))));
  }
  typed.seconds = (performance.now() - began) / 1_000;
  await Promise.all(all);
  // What is said twice is said a little later.
  await sleep(1_000);
  const asked = [...typing.values()];
  typed.silent = asked.filter(({ answers }) => answers === 0).length;
  typed.repeated = asked.filter(({ answers }) => answers > 1).length;
  typed.done = true;
}

async function obey(order: PhonesOrder): Promise<object> {
  if (order === 'received') return { messages } satisfies Received;
  if (order === 'typed') return typed;
  void typeAll(order.chats, Buffer.from(order.codeKey, 'base64'), order.seconds);
  return {};
}

if (process.argv[2] === 'bench') {
  const server = createServer((request, response) => void serve(request, response));
  server.listen(0, '127.0.0.1', () => {
    answerOrders(obey);
    process.send?.((server.address() as { port: number }).port);
  });
}
