import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fastify, type FastifyInstance } from 'fastify';
import { openStream, takeStreams, type EventStream } from '../../hub/platform/event-stream.ts';
import { until } from '../support/process.ts';

let app: FastifyInstance;
let url: string;
let streams: EventStream[];
let closed: number[];
beforeEach(async () => {
  streams = [];
  closed = [];
  app = fastify();
  takeStreams(app);
  app.addHook('onRequest', async (_request, reply) => void reply.header('x-frame-options', 'DENY'));
  app.get('/live', async (request, reply) => {
    const stream = openStream(request, reply);
    const number = streams.push(stream);
    stream.onClose(() => closed.push(number));
    return reply;
  });
  url = await app.listen({ port: 0, host: '127.0.0.1' });
});
afterEach(() => app.close());

const open = () =>
  new Promise<IncomingMessage>((resolve, reject) => get(`${url}/live`, resolve).on('error', reject));

test('carries events as browsers read them, with the headers of every answer', async () => {
  const line = await open();
  let text = '';
  line.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  streams[0]!.send({ id: 7, event: 'news', data: 'một\nhai\r\nba' });
  streams[0]!.send({ data: '' });
  await until(() => text.includes('data: \n\n'), 2_000);
  expect(text).toBe('retry: 2000\n\nevent: news\nid: 7\ndata: một\ndata: hai\ndata: ba\n\ndata: \n\n');
  expect(line.headers).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
    'x-frame-options': 'DENY',
  });
  line.destroy();
});

test('a server that closes ends its streams first', async () => {
  const line = await open();
  const ended = new Promise((done) => line.on('end', done).resume());
  const began = performance.now();
  await app.close();
  await ended;
  expect(performance.now() - began).toBeLessThan(1_000);
  expect(closed).toEqual([1]);
  expect(app.openStreams.size).toBe(0);
  // Too late, and no harm; whoever asks now hears at once.
  streams[0]!.onClose(() => closed.push(0));
  expect(closed).toEqual([1, 0]);
  streams[0]!.send({ data: 'x' });
  streams[0]!.close();
});

test('a browser that has gone, or reads nothing, is let go', async () => {
  const gone = await open();
  gone.destroy();
  await until(() => closed.includes(1), 2_000);

  const line = await open();
  line.pause();
  const much = 'x'.repeat(100_000);
  await until(() => {
    streams[1]!.send({ data: much });
    return closed.includes(2);
  }, 30_000);
  expect(app.openStreams.size).toBe(0);
});

test('a line on which nothing was ever asked does not hold up closing', async () => {
  const idle = connect(Number(new URL(url).port), '127.0.0.1');
  await once(idle, 'connect');
  const began = performance.now();
  await app.close();
  expect(performance.now() - began).toBeLessThan(5_000);
  idle.destroy();
});
