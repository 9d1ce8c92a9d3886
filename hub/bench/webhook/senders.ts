/** Zalo, as far as it posts events: signed, at a steady rate whatever the answers. Started by webhook.ts. */
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';
import { answerOrders } from '../part.ts';

export interface SendersOrder {
  url: string;
  appId: string;
  accountSecret: string;
  events: number;
  /** A second. */
  rate: number;
}

export interface Answers {
  /** Answered with 200. */
  accepted: number;
  /** Of what people said, how much was accepted at least once, while warming up too. */
  said: number;
  /** From the moment it was due to the end of the answer, each accepted event, in milliseconds. */
  tookMs: number[];
  /** From the first to the last, in seconds. */
  seconds: number;
}

/** Of twenty events two are receipts and one is told again, as after a line that was cut. */
const round = 20;
const receipts = new Set([6, 13]);
const repeated = 19;
const connections = 128;
const warmUpSeconds = 2;
const account = '2000000000000000001';

/** One in twenty tells again what came before it. */
function saidIn(number: number): number {
  return number % round === repeated ? number - 1 : number;
}

function eventOf(number: number, { appId }: SendersOrder): { body: string; timestamp: string } {
  const timestamp = String(Date.now());
  const isReceipt = receipts.has(number % round);
  const said = saidIn(number);
  const person = String(7_000_000_000_000_000_000n + BigInt(said % 5_000));
  const event = isReceipt
    ? { event_name: 'user_seen_message', sender: { id: account }, recipient: { id: person } }
    : { event_name: 'user_send_text', sender: { id: person }, recipient: { id: account } };
  const message = isReceipt
    ? { msg_ids: [`of-ours-${number}`] }
    : { msg_id: `said-${said}`, text: 'Tôi đã nắm nội dung, cảm ơn đồng chí' };
  return { body: JSON.stringify({ app_id: appId, ...event, timestamp, message }), timestamp };
}

/** Whether it was answered with 200. */
async function post(pool: Pool, path: string, number: number, order: SendersOrder): Promise<boolean> {
  const { body, timestamp } = eventOf(number, order);
  const hash = createHash('sha256').update(order.appId).update(body).update(timestamp);
  const mac = hash.update(order.accountSecret).digest('hex');
  const headers = { 'content-type': 'application/json', 'x-zevent-signature': `mac=${mac}` };
  const answer = await pool.request({ method: 'POST', path, headers, body });
  await answer.body.dump();
  return answer.statusCode === 200;
}

/** Each at its moment, whatever became of those before it. */
async function steadily(
  { from, count, rate }: { from: number; count: number; rate: number },
  send: (number: number, dueAt: number) => Promise<void>,
): Promise<void> {
  const all: Promise<void>[] = [];
  const began = performance.now();
  for (let sent = 0; sent < count; sent += 1) {
    const dueAt = began + (sent * 1_000) / rate;
    const early = dueAt - performance.now();
    if (early > 1) await sleep(early);
    all.push(send(from + sent, dueAt).catch(() => {}));
  }
  await Promise.all(all);
}

async function play(order: SendersOrder): Promise<Answers> {
  const { events, rate } = order;
  const { origin, pathname } = new URL(order.url);
  const pool = new Pool(origin, { connections });
  const answers: Answers = { accepted: 0, said: 0, tookMs: [], seconds: 0 };
  const said = new Set<number>();
  const take = async (number: number) => {
    const accepted = await post(pool, pathname, number, order);
    if (accepted && !receipts.has(number % round)) said.add(saidIn(number));
    return accepted;
  };
  // What a program does first it does slowly, and this one has been running for long.
  const warmUp = rate * warmUpSeconds;
  await steadily({ from: 0, count: warmUp, rate }, async (number) => void (await take(number)));
  const began = performance.now();
  await steadily({ from: warmUp, count: events, rate }, async (number, dueAt) => {
    if (!(await take(number))) return;
    answers.accepted += 1;
    answers.tookMs.push(performance.now() - dueAt);
  });
  const seconds = (performance.now() - began) / 1_000;
  await pool.close();
  return { ...answers, said: said.size, seconds };
}

if (process.argv[2] === 'bench') answerOrders(play);
