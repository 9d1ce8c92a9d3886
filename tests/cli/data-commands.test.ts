import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { memberHeader, smallProvince, csv } from '../people/given.ts';
import { caunoi, done, installation, type Installation } from '../support/process.ts';

let house: Installation;
beforeAll(async () => {
  house = await installation({ PUBLIC_URL: 'https://caunoi.example.vn' });
  const [units, members] = [join(house.dataDir, 'units.csv'), join(house.dataDir, 'members.csv')];
  writeFileSync(units, smallProvince);
  writeFileSync(
    members,
    csv(
      memberHeader,
      'A,Nguyễn Văn An,X1-C,secretary,official,,,',
      'B,Trần Thị Bình,X1-C,,official,0912345678,,',
    ),
  );
  await done(house.environment, 'import', 'units', units);
  await done(house.environment, 'import', 'members', members);
}, 120_000);
afterAll(() => house.remove());

test('signin prints a link to the console and when it ends', async () => {
  const { url, expiresAt } = await done<{ url: string; expiresAt: string }>(house.environment, 'signin', 'A');
  expect(url).toMatch(/^https:\/\/caunoi\.example\.vn\/signin\/[\w-]{43}$/);
  expect(new Date(expiresAt).getTime() - Date.now()).toBeLessThanOrEqual(600_000);
  expect(await caunoi(house.environment, 'signin', 'B')).toMatchObject({
    code: 1,
    json: { error: { code: 'signin.no-role' } },
  });
});

test('export prints the member’s data itself, erase what went', async () => {
  expect(await done(house.environment, 'export', 'B')).toMatchObject({
    member: { code: 'B', fullName: 'Trần Thị Bình', phone: '+84912345678' },
    memberships: [{ unit: 'X1-C' }],
  });
  expect(await done(house.environment, 'erase', 'B')).toMatchObject({
    member: 'B',
    erased: { contacts: 1, chats: 0 },
  });
  for (const command of ['export', 'erase']) {
    expect(await caunoi(house.environment, command, 'B')).toMatchObject({
      code: 1,
      json: { error: { code: 'member.unknown' } },
    });
  }
}, 120_000);
