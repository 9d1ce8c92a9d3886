import { writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { csv, memberHeader, smallProvince } from '../people/given.ts';
import {
  caunoi,
  done,
  installation,
  startHub,
  type HubProcess,
  type Installation,
} from '../support/process.ts';

let house: Installation;
let worker: HubProcess;
let port: number;
let id: string;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port: free } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return free;
}

beforeAll(async () => {
  port = await freePort();
  house = await installation({ QUIET_HOURS: 'off' });
  const [units, members] = [join(house.dataDir, 'units.csv'), join(house.dataDir, 'members.csv')];
  writeFileSync(units, smallProvince);
  writeFileSync(
    members,
    csv(memberHeader, 'A,Nguyễn Văn An,X1-C,secretary,official,,,', 'B,Trần Thị Bình,X1-C,,official,,,'),
  );
  await done(house.environment, 'import', 'units', units);
  await done(house.environment, 'import', 'members', members);
  worker = await startHub({ ...house.environment, METRICS_PORT: String(port) }, '--roles', 'worker');
  const words = ['--from', 'A', '--unit', 'X1-C', '--title', 'Họp', '--body', 'Mời họp'];
  ({ id } = await done<{ id: string }>(house.environment, 'notice', 'send', ...words));
}, 180_000);
afterAll(async () => {
  await worker.end();
  await house.remove();
});

test('a lone worker serves its figures and says that it is ready', async () => {
  const get = async (path: string) => await fetch(`http://127.0.0.1:${port}${path}`);
  // Nobody has a channel: once it is put on none, nothing of it is open.
  await expect
    .poll(async () => await done(house.environment, 'delivery', 'dead', '--limit', '1'), { timeout: 60_000 })
    .toMatchObject({
      kinds: [{ channel: null, reason: 'no-channel', count: 2 }],
      items: [{ noticeId: id, title: 'Họp' }],
      next: expect.any(String) as unknown,
    });
  expect(await (await get('/ready')).json()).toEqual({ ready: true });
  const figures = await (await get('/metrics')).text();
  expect(figures).toContain('caunoi_dead_letters{channel="none",reason="no-channel"} 2');
  expect(figures).toContain('process_cpu_user_seconds_total');
}, 120_000);

test('health and replay tell what stands; nothing is sent before --yes', async () => {
  expect(await done(house.environment, 'delivery', 'health')).toMatchObject({
    channels: expect.arrayContaining([
      expect.objectContaining({ channel: 'web', on: true, state: 'closed', waiting: 0 }),
    ]) as unknown,
    toExpand: 0,
  });
  expect(await done(house.environment, 'delivery', 'replay', '--reason', 'no-channel')).toEqual({
    replayed: 0,
    waiting: 0,
  });
  expect(await caunoi(house.environment, 'delivery', 'replay')).toMatchObject({ code: 2 });
}, 120_000);

test('compact takes what is older than it is told, and tells how much', async () => {
  expect(await done(house.environment, 'delivery', 'compact', '--older-than', '0d')).toEqual({
    notices: 1,
    deliveries: 2,
  });
  expect(await done(house.environment, 'notice', 'status', id)).toMatchObject({
    recipients: 2,
    byStatus: { unreachable: 2 },
    unreachable: [],
  });
  expect(await caunoi(house.environment, 'delivery', 'compact', '--older-than', 'x')).toMatchObject({
    code: 2,
  });
}, 120_000);
