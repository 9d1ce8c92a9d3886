/**
 * Many open web chats in a process of their own: what a browser does, without one. The bench starts it.
 */
import { Agent, get, request, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Order {
  url: string;
  /** Of devices, one a chat. */
  tokens: readonly string[];
  /** What the awaited message says. */
  title: string;
  waitMs: number;
}

export interface Arrivals {
  /** Milliseconds since 1970, for each chat where it came. */
  arrivedAt: number[];
  doubled: number;
}

interface Chat {
  cookie: string;
  formToken: string;
  /** Events as they came. */
  events: number[];
  /** Ids of messages that say what is awaited. */
  ids: string[];
  arrivedAt: number | null;
}

const openAtOnce = 50;
/** A page gathers what it has to tell for this long. */
const receiptDelayMs = 400;

const lines = new Agent({ keepAlive: true, maxSockets: Infinity });
const calls = new Agent({ keepAlive: true, maxSockets: 64 });

async function play({ url, tokens, title, waitMs }: Order, say: (message: unknown) => void): Promise<void> {
  const chats: Chat[] = [];
  let missing = tokens.length;
  const arrived = (chat: Chat) => {
    missing -= 1;
    setTimeout(() => tellDelivered(url, chat), receiptDelayMs);
  };
  for (let from = 0; from < tokens.length; from += openAtOnce) {
    const some = tokens.slice(from, from + openAtOnce);
    chats.push(...(await Promise.all(some.map((token) => openChat(url, token, title, arrived)))));
  }
  say({ open: chats.length });
  const deadline = performance.now() + waitMs;
  while (missing > 0 && performance.now() < deadline) await sleep(20);
  // What comes twice may come a little later.
  await sleep(1_000);
  const arrivals: Arrivals = {
    arrivedAt: chats.flatMap((chat) => chat.arrivedAt ?? []),
    doubled: chats.filter(({ ids, events }) => ids.length > 1 || new Set(events).size < events.length).length,
  };
  say(arrivals);
}

/** Fetches the page, as a browser does first, then opens its line. Resolves when the line stands. */
async function openChat(
  url: string,
  token: string,
  title: string,
  arrived: (chat: Chat) => void,
): Promise<Chat> {
  const cookie = `caunoi_chat=${token}`;
  const page = await textOf(await answerTo(`${url}/chat`, cookie, calls));
  const found = /data-after="(\d+)" data-token="([^"]+)"/.exec(page);
  if (!found) throw new Error('the page of a chat is not what it should be');
  const chat: Chat = { cookie, formToken: found[2]!, events: [], ids: [], arrivedAt: null };
  const line = await answerTo(`${url}/chat/live?after=${found[1]}`, cookie, lines);
  let rest = '';
  line.setEncoding('utf8').on('data', (chunk: string) => {
    const blocks = (rest + chunk).split('\n\n');
    rest = blocks.pop()!;
    for (const block of blocks) take(chat, block, title, arrived);
  });
  return chat;
}

function take(chat: Chat, block: string, title: string, arrived: (chat: Chat) => void): void {
  const id = /^id: (\d+)$/m.exec(block)?.[1];
  const data = /^data: (.+)$/m.exec(block)?.[1];
  if (!id || !data) return;
  chat.events.push(Number(id));
  const message = JSON.parse(data) as { id: string; html: string };
  if (!message.html.includes(title)) return;
  chat.ids.push(message.id);
  if (chat.arrivedAt !== null) return;
  chat.arrivedAt = performance.timeOrigin + performance.now();
  arrived(chat);
}

function tellDelivered(url: string, { cookie, formToken, ids }: Chat): void {
  const body = new URLSearchParams({ formToken, delivered: ids.join(), seen: '' }).toString();
  const headers = { cookie, accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' };
  const call = request(`${url}/chat/receipts`, { method: 'POST', agent: calls, headers });
  call.on('response', (reply) => reply.resume());
  call.end(body);
}

function answerTo(url: string, cookie: string, agent: Agent): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { cookie } }, resolve).once('error', reject);
  });
}

async function textOf(reply: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of reply.setEncoding('utf8')) text += chunk as string;
  return text;
}

if (process.argv[1] === import.meta.filename) {
  process.once('message', (order) => void play(order as Order, (message) => process.send?.(message)));
}
