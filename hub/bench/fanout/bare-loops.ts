/**
 * The process that sends with nothing around it: what a client library can do when no message is looked up,
 * rendered or written down. Started by fanout.ts; one order, one answer.
 */
import { Api } from 'grammy';
import { Pool } from 'undici';
import { answerOrders } from '../part.ts';
import { firstAddress } from '../recipients.ts';

export interface LoopOrder {
  loop: 'undici' | 'grammy';
  url: string;
  token: string;
  messages: number;
}

const text = (n: number) => `Kính gửi đồng chí Số ${n},\n\nThông báo đo tốc độ\n\nNội dung thông báo.`;
/** Requests under way; more brought neither loop anything. */
const undiciAtOnce = 64;
const grammyAtOnce = 32;

/** @returns seconds */
async function undiciLoop({ url, token, messages }: LoopOrder): Promise<number> {
  const pool = new Pool(url, { connections: undiciAtOnce, pipelining: 1 });
  const send = async (n: number) => {
    const { body } = await pool.request({
      path: `/bot${token}/sendMessage`,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ chat_id: String(firstAddress + n), text: text(n) }),
    });
    await body.json();
  };
  const seconds = await sendAll(messages, undiciAtOnce, send);
  await pool.close();
  return seconds;
}

/** @returns seconds */
async function grammyLoop({ url, token, messages }: LoopOrder): Promise<number> {
  const api = new Api(token, { apiRoot: url });
  return await sendAll(messages, grammyAtOnce, async (n) => {
    await api.sendMessage(firstAddress + n, text(n));
  });
}

async function sendAll(
  messages: number,
  atOnce: number,
  send: (n: number) => Promise<void>,
): Promise<number> {
  const began = performance.now();
  let next = 0;
  const sender = async () => {
    while (next < messages) await send(next++);
  };
  await Promise.all(Array.from({ length: atOnce }, sender));
  return (performance.now() - began) / 1000;
}

if (process.argv[2] === 'bench') {
  answerOrders<LoopOrder>((order) => (order.loop === 'undici' ? undiciLoop(order) : grammyLoop(order)));
}
