import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { done, installation, type Installation } from '../support/process.ts';

let house: Installation;

beforeAll(async () => {
  house = await installation();
});
afterAll(async () => {
  await house.remove();
});

const bench = (...words: string[]) => done<Record<string, unknown>>(house.environment, 'bench', ...words);
const database = process.env['TEST_DATABASE_URL'] ? 'postgresql' : 'embedded';

test('bench fanout sends to everybody once, by all four ways, and says how fast', async () => {
  const figures = await bench('fanout', '--recipients', '300', '--rounds', '1', '--peers');
  expect(figures).toMatchObject({
    recipients: 300,
    rounds: 1,
    lost: 0,
    duplicates: 0,
    database,
    queue: process.env['TEST_REDIS_URL'] && database === 'postgresql' ? 'redis' : 'postgresql',
  });
  for (const name of ['ceiling', 'grammy', 'hub', 'bullmq', 'firstMs', 'rssMb', 'cpuUsPerMessage'])
    expect(figures[name], name).toBeGreaterThan(0);
  const { ceiling, grammy, hub } = figures as Record<'ceiling' | 'grammy' | 'hub', number>;
  expect(figures['ratioToCeiling']).toBeCloseTo(hub / ceiling, 1);
  expect(figures['ratioToGrammy']).toBeCloseTo(hub / grammy, 1);
}, 120_000);

test('bench fanout with a sink of somebody else’s finds out what it refused', async () => {
  let asked = 0;
  const sink = createServer((request, reply) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      asked += 1;
      // The hub asks with text; the bare loops with numbers or text, and a refusal would end them.
      const refused = body.includes('"entities"') && body.includes('"chat_id":"1000003"');
      const answer = refused
        ? { ok: false, error_code: 403, description: 'Forbidden: bot was blocked by the user' }
        : { ok: true, result: { message_id: asked, date: 0, chat: { id: 1, type: 'private' } } };
      reply.writeHead(refused ? 403 : 200, { 'content-type': 'application/json' });
      reply.end(JSON.stringify(answer));
    });
  }).listen(0, '127.0.0.1');
  await once(sink, 'listening');
  try {
    const url = `http://127.0.0.1:${(sink.address() as AddressInfo).port}`;
    const figures = await bench('fanout', '--recipients', '30', '--rounds', '1', '--sink', url);
    expect(figures).toMatchObject({ lost: 1, duplicates: 0, firstMs: null });
    expect(asked).toBe(90);
  } finally {
    sink.close();
  }
}, 120_000);

test('bench growth: what is recorded touches no index, and a delivery stays below 400 bytes', async () => {
  const figures = await bench('growth', '--recipients', '2000', '--notices', '2');
  expect(figures).toMatchObject({ deliveries: 4_000, lost: 0, database });
  expect(figures['bytesPerDelivery']).toBeLessThanOrEqual(400);
  if (figures['heapOnlyShare'] !== null) expect(figures['heapOnlyShare']).toBeGreaterThanOrEqual(0.99);
}, 120_000);

test('bench expand makes the rows of everybody', async () => {
  const figures = await bench('expand', '--recipients', '1500');
  expect(figures).toEqual({
    recipients: 1_500,
    seconds: expect.any(Number),
    perSecond: expect.any(Number),
    firstSliceMs: expect.any(Number),
    acceptSeconds: expect.any(Number),
    database,
  });
}, 120_000);
