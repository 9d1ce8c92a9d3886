import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { DomainError } from '../../hub/platform/errors.ts';
import { openHttp, type App } from '../../hub/platform/http.ts';
import { hubAsker, openHubDoor } from '../../hub/platform/hub-door.ts';
import { keysFrom } from '../../hub/platform/keys.ts';
import { openLocales } from '../../hub/platform/locales.ts';
import { openLog } from '../../hub/platform/log.ts';
import { openMetrics } from '../../hub/platform/metrics.ts';

const keys = keysFrom(Buffer.alloc(32, 1));
const others = keysFrom(Buffer.alloc(32, 2));
let now = new Date('2036-03-02T02:00:00Z');
const clock = () => now;
let app: App;
let url: string;

beforeAll(async () => {
  app = await openHttp({
    log: openLog('silent'),
    metrics: openMetrics(),
    locales: openLocales(new URL('../../hub/locales', import.meta.url).pathname, 'Asia/Ho_Chi_Minh'),
    publicUrl: 'http://127.0.0.1',
    identify: async () => null,
    ready: async () => true,
  });
  const door = openHubDoor(app, { keys, clock });
  door.answer('double', z.strictObject({ number: z.number() }), async ({ number }) => {
    if (number < 0) throw new DomainError('test.negative', { status: 422, facts: { number } });
    return { doubled: number * 2 };
  });
  url = await app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => await app.close());

const asking = (theirKeys = keys, addresses: string[] = [url], theirClock = clock) =>
  hubAsker({ keys: theirKeys, clock: theirClock, addresses: async () => addresses });

test('who has the keys is answered, also with what was refused', async () => {
  expect(await asking()('double', { number: 21 })).toEqual({ doubled: 42 });
  await expect(asking()('double', { number: -1 })).rejects.toMatchObject({
    code: 'test.negative',
    status: 422,
    facts: { number: -1 },
  });
});

test('where nobody answers, or it is somebody else, there is no answer', async () => {
  const nowhere = 'http://127.0.0.1:1';
  expect(await asking(keys, [nowhere])('double', { number: 1 })).toBeNull();
  expect(await asking(others)('double', { number: 1 })).toBeNull();
  expect(await asking(keys, [nowhere, url])('double', { number: 1 })).toEqual({ doubled: 2 });
  expect(await asking()('double', { number: 'một' })).toBeNull();
  expect(await asking()('triple', { number: 1 })).toBeNull();
});

test('what was signed holds for a minute, and for that alone', async () => {
  const sent: RequestInit[] = [];
  const overheard = await import('node:http').then(({ createServer }) =>
    createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        const { authorization } = request.headers;
        if (authorization) sent.push({ body, headers: { authorization } });
        response.end('{}');
      });
    }).listen(0, '127.0.0.1'),
  );
  await new Promise((resolve) => overheard.once('listening', resolve));
  const { port } = overheard.address() as { port: number };
  expect(await asking(keys, [`http://127.0.0.1:${port}`])('double', { number: 1 })).toBeNull();
  overheard.close();

  const [{ body, headers }] = sent as [{ body: string; headers: Record<string, string> }];
  const post = async (text: string) => {
    const asJson = { 'content-type': 'application/json', ...headers };
    return (await fetch(`${url}/command/double`, { method: 'POST', headers: asJson, body: text })).status;
  };
  expect(await post(body)).toBe(200);
  expect(await post('{"number":2}')).toBe(401);
  now = new Date(now.getTime() + 61_000);
  expect(await post(body)).toBe(401);
});
