import { operator } from '../../hub/platform/audit.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Action, RoleName } from '../../hub/people/index.ts';
import { actions } from '../../hub/people/may.ts';
import { rightsOf, withoutReach } from './rights-table.ts';
import { csv, memberHeader, openHouse, smallProvince, type House } from './given.ts';

let house: House;
const roles: RoleName[] = ['secretary', 'deputy', 'committee', 'officer', 'admin'];

// Everyone holds the role in the commune X1: T is above, X1-C below, X2 outside.
beforeAll(async () => {
  house = await openHouse();
  await house.people.importUnits(operator, smallProvince);
  await house.people.importMembers(
    operator,
    csv(
      memberHeader,
      ...roles.map((role) => `${role},Đồng chí ${role},X1,${role},official,,,`),
      'plain,Đảng viên,X1-C,,official,,,',
      'suspended,Đồng chí bị đình chỉ,X1,admin,official,,,',
      'expelled,Người bị khai trừ,X1,admin,official,,,',
      'former,Nguyên bí thư,X1,secretary,official,,,',
    ),
  );
  await house.status('suspended', 'suspended', '2026-11-01');
  await house.status('expelled', 'expelled', '2026-11-01');
  await house.database.query(
    `update role set to_on = '2026-11-01' where member_id = (select id from member where code = 'former')`,
  );
}, 60_000);
afterAll(() => house.database.close());

/** Every right there is, also one that the table here does not know yet. */
const every = actions;

async function allowed(memberCode: string, unitCode: string): Promise<Action[]> {
  const { id } = await house.people.memberByCode(memberCode);
  const unit = await house.people.unitByCode(unitCode);
  const answers = await Promise.all(every.map((action) => house.people.may(id, action, unit.id)));
  return every.filter((_, index) => answers[index]);
}

describe.each(roles)('a %s', (role) => {
  test('may do what the role allows in its unit and at any depth below', async () => {
    expect((await allowed(role, 'X1')).toSorted()).toEqual(rightsOf[role].toSorted());
    const below = rightsOf[role].filter((action) => !withoutReach.includes(action)).toSorted();
    for (const unit of ['X1-B', 'X1-B-C', 'X1-C']) {
      expect((await allowed(role, unit)).toSorted()).toEqual(below);
    }
  });

  test('may do nothing above and outside', async () => {
    for (const unit of ['T', 'X2', 'X2-C']) expect(await allowed(role, unit)).toEqual([]);
  });

  test('reaches from the unit of the role', async () => {
    const { id } = await house.people.memberByCode(role);
    const unit = await house.people.unitByCode('X1');
    for (const action of every) {
      expect(await house.people.reach(id, action)).toEqual(rightsOf[role].includes(action) ? [unit.id] : []);
    }
  });
});

test('a plain member may read the own cell and nothing else', async () => {
  expect(await allowed('plain', 'X1-C')).toEqual(['unit.read']);
  expect(await allowed('plain', 'X1')).toEqual([]);
  const { id } = await house.people.memberByCode('plain');
  expect(await house.people.reach(id, 'unit.read')).toEqual([]);
});

test('a role that ended gives no power', async () => {
  expect(await allowed('former', 'X1')).toEqual(['unit.read']);
  expect(await allowed('former', 'X1-C')).toEqual([]);
});

test('suspended and expelled members hold no power, whatever their roles', async () => {
  expect(await allowed('suspended', 'X1')).toEqual([]);
  expect(await allowed('expelled', 'X1')).toEqual([]);
});

test('a role in a dissolved unit gives no power', async () => {
  await house.database.query(`update unit set valid_to = '2026-11-01' where code = 'X1'`);
  expect(await allowed('secretary', 'X1-C')).toEqual([]);
  await house.database.query(`update unit set valid_to = null where code = 'X1'`);
});

test('what one may not is refused in words', async () => {
  const { id } = await house.people.memberByCode('committee');
  const unit = await house.people.unitByCode('X1');
  await expect(
    house.people.requireMay({ memberId: id, via: 'api' }, 'notice.send', unit.id),
  ).rejects.toMatchObject({
    code: 'may.not',
    status: 403,
  });
  await expect(
    house.people.requireMay({ memberId: id, via: 'api' }, 'notice.read', unit.id),
  ).resolves.toBeUndefined();
});
