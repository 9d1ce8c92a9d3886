import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../hub/platform/database/index.ts';
import { Secret } from '../../hub/platform/secret.ts';
import { openSignals, type Signals } from '../../hub/platform/signals.ts';
import { testDatabase } from '../support/database.ts';
import { until } from '../support/process.ts';

let database: Database;
const problems: unknown[] = [];
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const redis = process.env['TEST_REDIS_URL'];
const open = (prefix: string, redisUrl: string | undefined) =>
  openSignals({
    redisUrl: redisUrl ? new Secret(redisUrl) : undefined,
    database,
    prefix,
    onProblem: (error) => problems.push(error),
  });

function listen(signals: Signals, topic = 'chats') {
  const heard: string[] = [];
  const end = signals.subscribe(topic, (keys) => heard.push(...keys));
  return { heard, end };
}

test('whoever says it hears it at once, on its topic and until it has heard enough', async () => {
  const signals = open('one', redis);
  const { heard, end } = listen(signals);
  const others = listen(signals, 'devices');
  await signals.publish('chats', ['a', 'b']);
  await signals.publish('chats', []);
  expect(heard).toEqual(['a', 'b']);
  expect(others.heard).toEqual([]);
  end();
  await signals.publish('chats', ['c']);
  expect(heard).toEqual(['a', 'b']);
  await signals.close();
});

test('a listener that fails keeps nobody else from hearing', async () => {
  const signals = open('two', redis);
  signals.subscribe('chats', () => {
    throw new Error('a bug');
  });
  const { heard } = listen(signals);
  await signals.publish('chats', ['a']);
  expect(heard).toEqual(['a']);
  expect(problems.splice(0)).toMatchObject([{ message: 'a bug' }]);
  await signals.close();
});

// The embedded database has one hub: there is nobody else to hear.
const lines = [
  ...(process.env['TEST_DATABASE_URL'] ? [['PostgreSQL', undefined] as const] : []),
  ...(redis ? [['Redis', redis] as const] : []),
];
test.each(lines)('other processes hear it too, however much it is (%s)', async (name, url) => {
  const here = open(`three-${name}`, url);
  const there = open(`three-${name}`, url);
  const elsewhere = open(`other-${name}`, url);
  const [mine, theirs, stranger] = [listen(here), listen(there), listen(elsewhere)];
  // Connecting takes a moment; until then a signal may be lost, as any may.
  await until(async () => {
    await here.publish('chats', ['hello']);
    return theirs.heard.length > 0;
  }, 60_000);
  mine.heard.length = 0;
  theirs.heard.length = 0;
  const keys = Array.from({ length: 2_000 }, (_, n) => `key-${n}-of-some-length`);
  await here.publish('chats', keys);
  await until(() => theirs.heard.filter((key) => key !== 'hello').length >= keys.length, 10_000);
  expect(theirs.heard.filter((key) => key !== 'hello')).toEqual(keys);
  // And nobody hears twice what it said itself.
  expect(mine.heard).toEqual(keys);
  expect(stranger.heard).toEqual([]);
  await Promise.all([here.close(), there.close(), elsewhere.close()]);
  expect(problems.splice(0)).toEqual([]);
});

/** A door that may be opened late, and what stands behind it. */
function openDoor(answer: (socket: Socket) => void) {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    answer(socket);
  });
  return {
    listen: async (port = 0) => {
      await new Promise<void>((resolve) => void server.listen(port, '127.0.0.1', resolve));
      return (server.address() as AddressInfo).port;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => void server.close(resolve));
    },
  };
}

test('a Redis that takes calls and never answers holds nobody up', async () => {
  const door = openDoor(() => {});
  const signals = open('silent', `redis://127.0.0.1:${await door.listen()}`);
  const { heard } = listen(signals);
  const began = performance.now();
  await signals.publish('chats', ['a']);
  expect(performance.now() - began).toBeLessThan(2_500);
  expect(heard).toEqual(['a']);
  await signals.close();
  await door.close();
  problems.splice(0);
});

test.each(redis ? [redis] : [])('a Redis that was away at first is heard once it is there', async (url) => {
  const behind = new URL(url);
  const door = openDoor((socket) => {
    const line = connect(Number(behind.port || 6379), behind.hostname);
    line.on('error', () => {});
    socket.pipe(line).pipe(socket);
    socket.on('close', () => line.destroy());
  });
  const port = await door.listen();
  await door.close();
  const away = open('late', `redis://127.0.0.1:${port}`);
  const there = open('late', url);
  const { heard } = listen(away);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  await door.listen(port);
  await until(async () => {
    await there.publish('chats', ['hello']);
    return heard.length > 0;
  }, 60_000);
  await Promise.all([away.close(), there.close()]);
  await door.close();
  problems.splice(0);
});
