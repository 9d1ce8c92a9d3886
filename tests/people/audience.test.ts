import { operator } from '../../hub/platform/audit.ts';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { audienceQuery } from '../../hub/people/index.ts';
import { csv, memberHeader, openHouse, smallProvince, type House } from './given.ts';

let house: House;
beforeAll(async () => (house = await openHouse()), 60_000);
beforeEach(async () => {
  await house.clear();
  await house.people.importUnits(operator, smallProvince);
  await house.people.importMembers(
    operator,
    csv(
      memberHeader,
      'O,Cán bộ,T,officer,official,,,',
      'S1,Bí thư thôn,X1-C,secretary,official,,,',
      'P1,Đảng viên dự bị,X1-C,,probationary,,,',
      'M1,Đảng viên,X1-C,,official,,,',
      'SB,Bí thư bộ phận,X1-B-C,secretary,official,,,',
      'S2,Bí thư bản,X2-C,secretary,official,,,',
      'M2,Đảng viên bản,X2-C,,official,,,',
    ),
  );
});
afterAll(() => house.database.close());

async function audience(unitCode: string, day = '2026-11-01', kind: 'members' | 'secretaries' = 'members') {
  const { id } = await house.people.unitByCode(unitCode);
  const rows = await house.database.query<{ code: string }>(
    `select m.code from (${audienceQuery[kind]}) a join member m on m.id = a.member_id order by m.code`,
    [id, day],
  );
  return rows.map(({ code }) => code).join(' ');
}

test('is everyone of a unit and of all units below it, at any depth', async () => {
  expect(await audience('T')).toBe('M1 M2 O P1 S1 S2 SB');
  expect(await audience('X1')).toBe('M1 P1 S1 SB');
  expect(await audience('X1-B')).toBe('SB');
  expect(await audience('X2-C')).toBe('M2 S2');
});

test('of secretaries is who holds that role there', async () => {
  expect(await audience('T', '2026-11-01', 'secretaries')).toBe('S1 S2 SB');
  expect(await audience('X1-C', '2026-11-01', 'secretaries')).toBe('S1');
  house.pass({ days: 1 });
  await house.people.importMembers(operator, csv(memberHeader, 'S2,Bí thư bản,X2-C,,official,,,'));
  expect(await audience('T', '2026-11-01', 'secretaries')).toBe('S1 S2 SB');
  expect(await audience('T', '2026-11-02', 'secretaries')).toBe('S1 SB');
});

test.each(['exempt', 'temporarily_exempt', 'reduced', 'away', 'visiting', 'transferring'])(
  'keeps members who are %s informed',
  async (status) => {
    await house.status('M1', status, '2026-10-01');
    expect(await audience('X1-C')).toBe('M1 P1 S1');
  },
);

test.each(['suspended', 'removed', 'expelled', 'resigned', 'deceased'])(
  'leaves out members who are %s, for as long as they are',
  async (status) => {
    await house.status('M1', status, '2026-11-03', '2026-11-05');
    await house.status('S1', status, '2026-11-03', '2026-11-05');
    expect(await audience('X1-C', '2026-11-02')).toBe('M1 P1 S1');
    expect(await audience('X1-C', '2026-11-03')).toBe('P1');
    expect(await audience('X1-C', '2026-11-04', 'secretaries')).toBe('');
    expect(await audience('X1-C', '2026-11-05')).toBe('M1 P1 S1');
  },
);

test('follows a member who moves, on the day', async () => {
  house.pass({ days: 9 });
  await house.people.importMembers(operator, csv(memberHeader, 'M1,Đảng viên,X2-C,,official,,,'));
  expect([await audience('X1-C', '2026-11-09'), await audience('X2-C', '2026-11-09')]).toEqual([
    'M1 P1 S1',
    'M2 S2',
  ]);
  expect([await audience('X1-C', '2026-11-10'), await audience('X2-C', '2026-11-10')]).toEqual([
    'P1 S1',
    'M1 M2 S2',
  ]);
});

test('has members who are temporarily there as well as at home, each once', async () => {
  await house.temporarily('M1', 'X2-C', '2026-11-01', '2026-11-10');
  expect(await audience('X2-C')).toBe('M1 M2 S2');
  expect(await audience('X1-C')).toBe('M1 P1 S1');
  expect(await audience('T')).toBe('M1 M2 O P1 S1 S2 SB');
  expect(await audience('X2-C', '2026-11-10')).toBe('M2 S2');
  const { id } = await house.people.memberByCode('M1');
  expect((await house.people.unitsOf(id)).map(({ code }) => code)).toEqual(['X1-C', 'X2-C']);
});

test('loses nobody below a committee that was dissolved, and nobody hears from a dissolved cell', async () => {
  await house.database.query(`update unit set valid_to = '2026-11-05' where code in ('X1-B', 'X2-C')`);
  expect(await audience('T', '2026-11-04')).toBe('M1 M2 O P1 S1 S2 SB');
  expect(await audience('T', '2026-11-05')).toBe('M1 O P1 S1 SB');
});

test('is counted in the tree: each member once, at home, without those who left', async () => {
  await house.temporarily('M1', 'X2-C', '2026-11-01', null);
  await house.status('M2', 'expelled', '2026-11-01');
  await house.status('S2', 'suspended', '2026-11-01');
  const count = (tree: { code: string; members: number }[]) =>
    tree.map(({ code, members }) => `${code} ${members}`);
  expect(count(await house.people.tree())).toEqual([
    'T 1',
    'X1 0',
    'X1-B 0',
    'X1-B-C 1',
    'X1-C 3',
    'X2 0',
    'X2-C 1',
  ]);
  const { id } = await house.people.unitByCode('X1-B');
  expect(count(await house.people.tree(id))).toEqual(['X1-B 0', 'X1-B-C 1']);
});
