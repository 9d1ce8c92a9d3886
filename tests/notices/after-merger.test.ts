import { afterAll, beforeAll, expect, test } from 'vitest';
import { operator, type Actor } from '../../hub/platform/audit.ts';
import { calendarDay } from '../../hub/people/index.ts';
import { officer, openTestHub, type TestHub } from '../support/hub.ts';

let house: TestHub;
beforeAll(async () => (house = await openTestHub()), 60_000);
afterAll(() => house.close(), 60_000);

const as = async (code: string): Promise<Actor & { memberId: string }> => ({
  memberId: (await house.hub.people.memberByCode(code)).id,
  via: 'console',
});

test('what a merged unit got and sent is read, and told in person, by who leads the successor', async () => {
  const { people, notices } = house.hub;
  const today = calendarDay(house.hub.clock());
  await people.giveRole(operator, 'D', { role: 'secretary', unit: 'X2-C', from: today, reason: 'Bầu' });
  const given = { title: 'Việc của thôn', body: 'Nội dung.', wantsAck: true };
  const { id: own } = await notices.send({ from: 'A', unit: 'X1-C', ...given });
  const { id: above } = await notices.send({ from: officer, unit: 'X1-C', ...given, title: 'Việc của tỉnh' });
  await expect
    .poll(async () => (await notices.status(operator, above)).byStatus.unreachable)
    .toBe((await notices.status(operator, above)).recipients);

  const secretary = await as('D');
  for (const id of [own, above]) {
    await expect(notices.status(secretary, id)).rejects.toMatchObject({ code: 'may.not' });
  }
  const titles = async () => (await notices.list(secretary)).map(({ title }) => title);
  expect(await titles()).toEqual([]);

  const merger = { from: ['X1-C'], into: 'X2-C', on: today, reason: 'Sáp nhập thôn' };
  expect(await people.mergeUnits(await as(officer), merger)).toMatchObject({ members: 3, roles: 1 });
  for (const id of [own, above]) {
    expect(await notices.status(secretary, id)).toMatchObject({ recipients: 3 });
  }
  expect(await titles()).toEqual(['Việc của tỉnh', 'Việc của thôn']);
  expect(await notices.recipientsOf(secretary, own)).toHaveLength(3);
  await notices.told(secretary, own, 'B');
  expect((await notices.status(secretary, own)).inPerson).toBe(1);
  // Who led the merged unit has no right by that any more.
  await expect(notices.status(await as('A'), own)).rejects.toMatchObject({ code: 'may.not' });
});
