/**
 * The process that takes the messages: answers every POST as Telegram answers sendMessage, and counts what each
 * chat got. Written on bare sockets, so that it costs less than what is measured. Started by fanout.ts.
 */
import { createServer, type Socket } from 'node:net';
import { answerOrders } from '../part.ts';

/** What the sink has taken since it was last asked to begin anew. */
export interface Taken {
  received: number;
  /** Chats that got at least one message. */
  chats: number;
  /** Milliseconds of the epoch; null before anything came. */
  firstAt: number | null;
}

const headEnd = Buffer.from('\r\n\r\n');
let perChat = new Map<string, number>();
let received = 0;
let firstAt: number | null = null;

function take(body: string): string {
  received += 1;
  firstAt ??= performance.timeOrigin + performance.now();
  const chat = /"chat_id":"?(-?\d+)/.exec(body)?.[1] ?? '0';
  perChat.set(chat, (perChat.get(chat) ?? 0) + 1);
  return `{"ok":true,"result":{"message_id":${received},"date":1700000000,"chat":{"id":${chat},"type":"private"},"text":""}}`;
}

function serve(socket: Socket): void {
  let waiting = Buffer.alloc(0);
  socket.setNoDelay(true);
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    waiting = waiting.length === 0 ? chunk : Buffer.concat([waiting, chunk]);
    for (;;) {
      const end = waiting.indexOf(headEnd);
      if (end === -1) return;
      const length = Number(/content-length: *(\d+)/i.exec(waiting.toString('latin1', 0, end))?.[1] ?? 0);
      const whole = end + headEnd.length + length;
      if (waiting.length < whole) return;
      const answer = take(waiting.toString('utf8', end + headEnd.length, whole));
      waiting = waiting.subarray(whole);
      socket.write(
        `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${answer.length}\r\nConnection: keep-alive\r\n\r\n${answer}`,
      );
    }
  });
}

/** `begin` forgets what came; anything else only asks. */
async function answer(order: string): Promise<Taken> {
  if (order === 'begin') {
    perChat = new Map();
    [received, firstAt] = [0, null];
  }
  return { received, chats: perChat.size, firstAt };
}

if (process.argv[2] === 'bench') {
  const server = createServer(serve);
  server.listen(0, '127.0.0.1', () => {
    answerOrders(answer);
    process.send?.((server.address() as { port: number }).port);
  });
}
