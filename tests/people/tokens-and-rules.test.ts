import { operator } from '../../hub/platform/audit.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Scope } from '../../hub/people/index.ts';
import { csv, memberHeader, openHouse, smallProvince, type House } from './given.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await house.people.importUnits(operator, smallProvince);
  await house.people.importMembers(operator, csv(memberHeader, 'A,Nguyễn Văn An,X1-C,secretary,official,,,'));
}, 60_000);
afterAll(() => house.database.close());

const rowOf = async () => {
  const [row] = await house.database.query<{ text: string; last_used_at: Date | null }>(
    'select to_jsonb(t)::text as text, last_used_at from api_token t',
  );
  return row!;
};

test('a token names its member and scopes and is kept as a fingerprint', async () => {
  const { token } = await house.people.createToken('A', ['notices:read', 'people:read', 'people:read']);
  expect(token).toMatch(/^cn_[\w-]{43}$/);
  expect((await rowOf()).text).not.toContain(token.slice(3));
  expect(await house.people.memberOfToken(token)).toEqual({
    member: await house.people.memberByCode('A'),
    scopes: ['notices:read', 'people:read'],
  });
});

test('the use of a token is noted at most once a minute', async () => {
  await house.database.query('delete from api_token');
  const { token } = await house.people.createToken('A', ['notices:read']);
  expect((await rowOf()).last_used_at).toBeNull();
  const first = house.now();
  await house.people.memberOfToken(token);
  house.pass({ days: 59 / 86_400 });
  await house.people.memberOfToken(token);
  expect((await rowOf()).last_used_at).toEqual(first);
  house.pass({ days: 1 / 86_400 });
  await house.people.memberOfToken(token);
  expect((await rowOf()).last_used_at).toEqual(house.now());
});

test('a token that is unknown or revoked opens nothing', async () => {
  const { token } = await house.people.createToken('A', ['notices:read']);
  await house.database.query('update api_token set revoked_at = $1', [house.now()]);
  expect(await house.people.memberOfToken(token)).toBeNull();
  expect(await house.people.memberOfToken('cn_wrong')).toBeNull();
});

test('a token is refused for scopes and members that do not exist', async () => {
  const typed = 'everything' as Scope;
  await expect(house.people.createToken('A', [typed])).rejects.toMatchObject({ code: 'token.scope-unknown' });
  await expect(house.people.createToken('Z', [])).rejects.toMatchObject({ code: 'member.unknown' });
});

test('a rule has its source, and the text in force on the day', async () => {
  const key = 'cell.minimum-official-members';
  const on = (day: string) => house.people.rule(key, new Date(`${day}T02:00:00Z`));
  expect(await on('2026-11-01')).toMatchObject({ value: 3, source: expect.stringContaining('294-QĐ/TW') });
  await expect(on('2025-06-30')).rejects.toMatchObject({ code: 'rule.unknown', facts: { key } });
  await house.database.query(`update rule set effective_to = '2027-01-01' where key = $1`, [key]);
  await house.database.query(
    `insert into rule (key, effective_from, value, source) values ($1, '2027-01-01', '5', 'quy định sau')`,
    [key],
  );
  expect(await on('2026-12-31')).toMatchObject({ value: 3 });
  expect(await on('2027-01-01')).toEqual({ value: 5, source: 'quy định sau', note: null });
  const inForce = await house.people.rulesInForce(new Date('2027-01-01T02:00:00Z'));
  expect(inForce.filter((rule) => rule.key === key)).toMatchObject([
    { value: 5, effectiveFrom: '2027-01-01' },
  ]);
});
