import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { download, hostsOf } from '../../hub/platform/download.ts';

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
});

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
const from = (root: string, path: string, { mostBytes = 1_000, withinMs = 5_000 } = {}) =>
  download(`${root}${path}`, { allows: hostsOf([], root), mostBytes, withinMs });
const refused = (why: string) => ({ kind: 'refused', why });

test('a file comes byte for byte, an empty one as well', async () => {
  const root = await serve(({ url }, response) => response.end(url === '/a?b=c' ? 'Đường thôn' : ''));
  const fetched = await from(root, '/a?b=c');
  expect(fetched.kind === 'fetched' && Buffer.from(fetched.content).toString()).toBe('Đường thôn');
  expect(await from(root, '/empty')).toEqual({ kind: 'fetched', content: new Uint8Array() });
});

test('what is announced as 200 MB is not read; what never ends is cut off', async () => {
  const hungUp: Promise<unknown>[] = [];
  const root = await serve(({ url, socket }, response) => {
    hungUp.push(new Promise((done) => socket.once('close', done)));
    if (url === '/announced') response.writeHead(200, { 'content-length': 200 * 1024 * 1024 });
    const more = setInterval(() => response.write(Buffer.alloc(400)), 5);
    response.once('close', () => clearInterval(more));
  });
  expect(await from(root, '/announced')).toEqual(refused('too-large'));
  expect(await from(root, '/endless')).toEqual(refused('too-large'));
  await Promise.all(hungUp);
});

test('who does not answer in time, or breaks off, is away; what is not there is gone', async () => {
  const root = await serve(({ url, socket }, response) => {
    if (url === '/404') return void response.writeHead(404).end();
    if (url === '/503') return void response.writeHead(503).end();
    if (url === '/broken') {
      response.writeHead(200, { 'content-length': 500 });
      return void response.write('ab', () => socket.destroy());
    }
    response.writeHead(200);
    return void response.write('a');
  });
  expect(await from(root, '/404')).toEqual(refused('gone'));
  expect(await from(root, '/503')).toEqual(refused('away'));
  expect(await from(root, '/broken')).toEqual(refused('away'));
  expect(await from(root, '/slow', { withinMs: 300 })).toEqual(refused('away'));
});

test('only hosts that are allowed are asked, wherever an answer leads on to', async () => {
  let asked = 0;
  const inside = await serve((_, response) => response.end(`${(asked += 1)}`));
  const root = await serve(({ url }, response) => {
    const to =
      url === '/out' ? `${inside}/secret` : url === '/on' ? '/here' : url === '/round' ? '/round' : null;
    if (to) response.writeHead(302, { location: to }).end();
    else response.end('here');
  });
  expect(await from(root, '/out')).toEqual(refused('foreign'));
  expect(await from(root, '/round')).toEqual(refused('gone'));
  expect(await from(root, '/on')).toMatchObject({ kind: 'fetched' });
  for (const address of [`${inside}/a`, 'file:///etc/passwd', 'http://169.254.169.254/latest', 'không'])
    expect(await download(address, { allows: hostsOf([], root), mostBytes: 9, withinMs: 900 })).toEqual(
      refused('foreign'),
    );
  expect(asked).toBe(0);
});

test('a provider’s hosts are its own, by https, and nothing that only looks like them', () => {
  const allows = hostsOf(['zdn.vn'], 'https://openapi.zalo.me');
  const looked = (address: string) => allows(new URL(address));
  expect(looked('https://f20-zpc.zdn.vn/a.jpg')).toBe(true);
  expect(looked('https://zdn.vn/a.jpg')).toBe(true);
  for (const address of [
    'http://f20-zpc.zdn.vn/a.jpg',
    'https://f20-zpc.zdn.vn:8443/a.jpg',
    'https://zdn.vn.evil.example/a.jpg',
    'https://evilzdn.vn/a.jpg',
    'https://zdn.vn@evil.example/a.jpg',
    'https://user@zdn.vn/a.jpg',
    'https://127.0.0.1/a.jpg',
    'http://127.0.0.1/a.jpg',
    'https://openapi.zalo.me.example/a.jpg',
  ])
    expect([address, looked(address)]).toEqual([address, false]);
});
