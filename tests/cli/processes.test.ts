import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { telegramStandIn } from '../../bots/telegram/stand-in/index.ts';
import { givenMembers } from '../support/given.ts';
import { caunoi, done, installation, startHub, until } from '../support/process.ts';

const token = '7000000001:PROCESSES-secret-part';

test('a start that cannot be says why in a sentence, and exits 2', async () => {
  const house = await installation();
  try {
    const hub = await startHub(house.environment);
    const port = new URL(hub.url).port;
    const other = await installation({ PORT: port });
    const taken = await caunoi(other.environment, 'start');
    expect(taken).toMatchObject({
      code: 2,
      json: { error: { message: expect.stringContaining(port) as string } },
    });
    await hub.end();
    const away = { ...other.environment, DATABASE_URL: 'postgres://somebody:secret-word@127.0.0.1:1/none' };
    const unreachable = await caunoi(away, 'report', 'units');
    expect(unreachable).toMatchObject({ code: 2, json: { error: { code: 'startup' } } });
    expect(JSON.stringify(unreachable)).not.toContain('secret-word');
    await other.remove();
  } finally {
    await house.remove();
  }
});

test('a provider that never answers does not keep the hub from stopping, and its doubt is written down', async () => {
  const standIn = telegramStandIn({ token, openChats: true });
  const { url } = await standIn.listen();
  const house = await installation({ TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: url });
  try {
    await givenMembers(house, 40);
    const hub = await startHub(house.environment);
    standIn.fault({ method: 'sendMessage', times: 'always', kind: { hang: true, deliver: true } });
    const send = ['notice', 'send', '--from', 'O', '--unit', 'X', '--title', 'Thử', '--body', 'Nội dung'];
    const { id } = await done<{ id: string }>(house.environment, ...send);
    await until(() => standIn.stats().messages === 40, 10_000, 'the sends');
    const began = performance.now();
    expect(await hub.end()).toBe(0);
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(await done(house.environment, 'notice', 'status', id)).toMatchObject({
      inDoubt: 40,
      duplicates: 0,
    });
  } finally {
    await standIn.close();
    await house.remove();
  }
});

test('a dozen commands started while a hub boots: none loses a row', async () => {
  const house = await installation();
  try {
    const units = join(house.dataDir, 'u.csv');
    writeFileSync(units, 'code,name,kind,parent_code\nT,Tỉnh T,province,\nX,Xã X,commune,T\n');
    await done(house.environment, 'import', 'units', units);
    const directory = join(house.dataDir, 'files');
    mkdirSync(directory);
    const booting = startHub(house.environment);
    const commands = Array.from({ length: 12 }, (_, n) => {
      const path = join(directory, `${n}.csv`);
      writeFileSync(path, `code,name,kind,parent_code\nC${n},Chi bộ ${n},cell,X\n`);
      return done<{ created: number }>(house.environment, 'import', 'units', path);
    });
    const results = await Promise.all(commands);
    const hub = await booting;
    expect(results.map(({ created }) => created)).toEqual(Array(12).fill(1));
    const { units: tree } = await done<{ units: unknown[] }>(house.environment, 'report', 'units');
    expect(tree).toHaveLength(14);
    await hub.end('SIGKILL');
    const after = await done<{ units: unknown[] }>(house.environment, 'report', 'units');
    expect(after.units).toHaveLength(14);
  } finally {
    await house.remove();
  }
}, 120_000);

test('an installation keeps its key and database to itself', async () => {
  const house = await installation();
  try {
    await done(house.environment, 'migrate');
    const modes = ['keys', 'keys/root.key'].map(
      (name) => (statSync(join(house.dataDir, name), { throwIfNoEntry: false })?.mode ?? 0) & 0o777,
    );
    expect(modes).toEqual([0, 0]);
    await done(house.environment, 'report', 'units');
    expect(statSync(join(house.dataDir, 'keys/root.key')).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(house.dataDir, 'keys'))).toEqual(['root.key']);
    const other = { ...house.environment, SECRET_KEY: Buffer.alloc(32, 9).toString('base64') };
    const { code, json } = await caunoi(other, 'report', 'units');
    expect({ code, json }).toMatchObject({
      code: 2,
      json: { error: { message: expect.stringContaining('SECRET_KEY') as string } },
    });
  } finally {
    await house.remove();
  }
});
