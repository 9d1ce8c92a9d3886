import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Notices } from '../notices/index.ts';
import type { People } from '../people/index.ts';
import { operator } from '../platform/audit.ts';
import type { Database } from '../platform/database/index.ts';
import { newId } from '../platform/ids.ts';
import type { WebChat } from '../webchat/index.ts';
import type { Arrivals, Order } from './chat-clients.ts';
import { ownInstallation } from './installation.ts';
import { quantiles } from './quantiles.ts';

/** One notice to so many open web chats, from the moment it is sent to its showing on each page. */
export interface ChatsBench {
  chats: number;
  /** When the last page had it. */
  receivedWithinMs: number;
  p50Ms: number;
  p99Ms: number;
  /** Pages that never had it. */
  lost: number;
  /** Pages on which it came more than once. */
  doubled: number;
  /** Of the members, how many the ledger counts as delivered once the pages have said so. */
  delivered: number;
  /** The most that the hub held, its embedded database included. */
  rssMb: number;
  database: 'embedded' | 'postgresql';
}

/** A hub of its own, as the program starts it. */
interface OpenHub {
  url: string;
  hub: { people: People; notices: Notices; webchat: WebChat; database: Database };
  stop(): Promise<void>;
}

const title = 'Thông báo đo tốc độ';
const cellSize = 40;
const openAtOnce = 16;
const longestWaitMs = 60_000;

/**
 * Measures in an installation of its own that is thrown away: a new directory, or a new database on the server
 * of DATABASE_URL. The pages are clients in a process of their own, over real sockets; they answer with receipts
 * as a browser does.
 */
export async function benchChats(
  chats: number,
  {
    environment,
    start,
  }: {
    environment: Record<string, string | undefined>;
    start: (environment: Record<string, string | undefined>) => Promise<OpenHub>;
  },
): Promise<ChatsBench> {
  const house = await ownInstallation(environment);
  try {
    const running = await start(house.environment);
    try {
      return { ...(await measure(running, chats)), database: house.database };
    } finally {
      await running.stop();
    }
  } finally {
    await house.remove();
  }
}

async function measure(running: OpenHub, chats: number): Promise<Omit<ChatsBench, 'database'>> {
  const { url, hub } = running;
  const tokens = await givenChats(hub, chats);
  const clients = fork(join(import.meta.dirname, 'chat-clients.ts'), ['bench'], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  let highest = 0;
  const watch = setInterval(() => {
    highest = Math.max(highest, process.memoryUsage().rss);
  }, 50);
  try {
    await ask(clients, { url, tokens, title, waitMs: longestWaitMs });
    const began = now();
    const sent = await hub.notices.send({
      from: 'O',
      unit: 'X',
      title,
      body: 'Nội dung thông báo.',
      wantsAck: true,
    });
    const [{ arrivedAt, doubled }] = (await once(clients, 'message')) as [Arrivals];
    const delivered = await deliveredOf(hub.notices, sent.id, chats);
    const took = arrivedAt.map((moment) => moment - began);
    const share = quantiles(took);
    return {
      chats,
      receivedWithinMs: share(1) ?? 0,
      p50Ms: share(0.5) ?? 0,
      p99Ms: share(0.99) ?? 0,
      lost: chats - took.length,
      doubled,
      delivered,
      rssMb: Math.round(highest / 1_000_000),
    };
  } finally {
    clearInterval(watch);
    clients.kill();
  }
}

const now = () => performance.timeOrigin + performance.now();

async function ask(clients: ChildProcess, order: Order): Promise<void> {
  clients.send(order);
  await once(clients, 'message');
}

/** Receipts come a moment after the messages. */
async function deliveredOf(notices: Notices, id: string, wanted: number): Promise<number> {
  for (let looks = 0; ; looks += 1) {
    const { byStatus } = await notices.status(operator, id);
    const delivered = byStatus.delivered + byStatus.seen;
    if (delivered >= wanted || looks === 50) return delivered;
    await sleep(200);
  }
}

/** Members in cells, each with a web chat that is open on one device. Returns the tokens of the devices. */
async function givenChats({ people, webchat, database }: OpenHub['hub'], count: number): Promise<string[]> {
  const cells = Array.from({ length: Math.ceil(count / cellSize) }, (_, index) => `C${index + 1}`);
  const units = ['code,name,kind,parent_code', 'T,Đảng bộ tỉnh,province,', 'X,Đảng bộ xã,commune,T'];
  const lines = Array.from({ length: count }, (_, n) => {
    const code = `M${String(n + 1).padStart(6, '0')}`;
    return `${code},Nguyễn Văn Số ${n + 1},${cells[Math.floor(n / cellSize)]},,official,,,`;
  });
  const header = 'code,full_name,unit_code,role,status,phone,email,joined_on';
  const officer = 'O,Trần Thị Hạnh,T,officer,official,,,';
  await people.importUnits(
    operator,
    Buffer.from([...units, ...cells.map((code) => `${code},Chi bộ ${code},cell,X`)].join('\n')),
  );
  await people.importMembers(operator, Buffer.from([header, officer, ...lines].join('\n')));

  const opened: { address: string; token: string }[] = [];
  while (opened.length < count) {
    const some = Math.min(openAtOnce, count - opened.length);
    opened.push(...(await Promise.all(Array.from({ length: some }, () => webchat.open('Bench')))));
  }
  // Linking by the real way takes a conversation each: the rows are written as it would.
  await database.query(
    `insert into chat (id, channel, address, member_id, state, preference, linked_at, changed_at)
     select given.id, 'web', given.address, m.id, 'active', 0, now(), now()
     from unnest($1::uuid[], $2::text[]) with ordinality as given (id, address, n)
     join member m on m.code = 'M' || lpad(n::text, 6, '0')`,
    [opened.map(() => newId()), opened.map(({ address }) => address)],
  );
  return opened.map(({ token }) => token);
}
