import { mkdirSync, writeFileSync } from 'node:fs';
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
import { cellRule, regulation } from './given-files.ts';

let house: Installation;
let hub: HubProcess;
let folder: string;

const file = (name: string, content: string | Uint8Array) => {
  const path = join(house.dataDir, name);
  writeFileSync(path, content);
  return path;
};

beforeAll(async () => {
  house = await installation();
  const members = csv(
    memberHeader,
    'A,Nguyễn Văn An,X1-C,secretary,official,,,',
    'D,Vàng A Dơ,X2-C,,official,,,',
  );
  await done(house.environment, 'import', 'units', file('units.csv', smallProvince));
  await done(house.environment, 'import', 'members', file('members.csv', members));
  folder = join(house.dataDir, 'van-ban');
  mkdirSync(join(folder, 'nam-2026'), { recursive: true });
  file('van-ban/nam-2026/12-qd.md', regulation());
  file('van-ban/09-qd.txt', regulation({ number: '09-QĐ/TW', first: 'Chi ủy viên giữ con dấu.' }));
  file('van-ban/anh.png', Buffer.from([0x89, 0x50, 0x4e, 0x47]));
  file('van-ban/.an.md', regulation({ number: '10-QĐ/TW' }));
}, 120_000);
afterAll(async () => {
  await hub.end();
  await house.remove();
});

interface Found {
  passages: {
    document: string;
    number: string;
    title: string;
    locator: string;
    text: string;
    score: number;
  }[];
}

const numbersOf = ({ passages }: Found) => [...new Set(passages.map(({ number }) => number))];

test('documents are put in once, asked for without a hub and with one', async () => {
  const first = await caunoi(house.environment, 'index', folder);
  expect(first).toMatchObject({
    code: 0,
    json: {
      documents: [
        { file: join(folder, '09-qd.txt'), number: '09-QĐ/TW', status: 'indexed', passages: 3 },
        {
          file: join(folder, 'nam-2026/12-qd.md'),
          number: '12-QĐ/TW',
          title: 'Quy định về sổ tay chi bộ',
          status: 'indexed',
        },
      ],
    },
  });
  expect(first.stderr).toContain('2/2');
  const again = await done<{ documents: { status: string }[] }>(house.environment, 'index', folder);
  expect(again.documents.map(({ status }) => status)).toEqual(['unchanged', 'unchanged']);

  const alone = await caunoi(house.environment, 'search', 'ai giu con dau', '--k', '1');
  expect(alone.stderr).toContain('No hub answers');
  expect(alone.json).toMatchObject({
    passages: [{ number: '09-QĐ/TW', locator: 'Điều 1', text: expect.stringContaining('con dấu') }],
  });

  hub = await startHub(house.environment, '--roles', 'web');
  const asked = await caunoi(house.environment, 'search', 'ai giu con dau', '--k', '1');
  expect(asked.stderr).toBe('');
  expect(asked.json).toEqual(alone.json);
}, 180_000);

test('a document of a cell is found with the eyes of its members alone', async () => {
  const own = file('05-nq.md', cellRule());
  await done(house.environment, 'index', own, '--unit', 'X1-C');
  const search = async (...as: string[]) =>
    numbersOf(await done<Found>(house.environment, 'search', 'truc nha van hoa theo lich', ...as));
  await expect.poll(() => search(), { timeout: 20_000 }).toContain('05-NQ/CB');
  expect(await search('--as', 'A')).toContain('05-NQ/CB');
  expect(await search('--as', 'D')).not.toContain('05-NQ/CB');
  const only = file(
    '06-nq.md',
    cellRule({ number: '06-NQ/CB', first: 'Bí thư trực nhà văn hóa theo lịch riêng.' }),
  );
  await done(house.environment, 'index', only, '--readers', 'secretary,deputy');
  await expect.poll(() => search('--as', 'A'), { timeout: 20_000 }).toContain('06-NQ/CB');
  expect(await search('--as', 'D')).not.toContain('06-NQ/CB');
}, 180_000);

test('what is not taken is told with its reason; where nothing was taken the command has failed', async () => {
  const secret = file('mat.md', `MẬT\n\n${regulation({ number: '77-QĐ/TW' })}`);
  const picture = join(folder, 'anh.png');
  const missing = join(folder, 'khong-co.md');
  const { code, json } = await caunoi(house.environment, 'index', secret, picture, missing);
  expect(code).toBe(1);
  expect(json).toMatchObject({
    documents: [
      { status: 'refused', reason: 'classified', number: '', title: '' },
      { status: 'refused', reason: 'unknown-format' },
      { status: 'failed', reason: 'missing' },
    ],
  });
  const mixed = await caunoi(house.environment, 'index', secret, join(folder, '09-qd.txt'));
  expect(mixed.code).toBe(0);
  const nowhere = await caunoi(house.environment, 'index', folder, '--unit', 'KHONG-CO');
  expect(nowhere).toMatchObject({ code: 1, json: { error: { code: 'unit.unknown' } } });
  const wrong = await caunoi(house.environment, 'index', folder, '--readers', 'king');
  expect(wrong).toMatchObject({ code: 2, json: { error: { code: 'usage' } } });
  const stranger = await caunoi(house.environment, 'search', 'so tay', '--as', 'KHONG-CO');
  expect(stranger).toMatchObject({ code: 1, json: { error: { code: 'member.unknown' } } });
}, 120_000);

test('nobody without the keys of the installation asks as commands do', async () => {
  const ask = async (headers: Record<string, string>) =>
    await fetch(`${hub.url}/command/search`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ text: 'so tay', count: 1, as: null }),
    });
  const later = Date.now() + 30_000;
  for (const authorization of ['', 'Bearer x', `Bearer ${later}.AAAA`, `Bearer ${later}.`]) {
    const answer = await ask({ authorization });
    expect(answer.status).toBe(401);
    expect(await answer.text()).not.toContain('passages');
  }
});
