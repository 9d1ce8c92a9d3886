import { afterAll, beforeAll, expect, test } from 'vitest';
import { operator, type Actor } from '../../hub/platform/audit.ts';
import { newId } from '../../hub/platform/ids.ts';
import { openTestHub, officer, type TestHub } from '../support/hub.ts';
import { csv, memberHeader } from './given.ts';

let house: TestHub;
beforeAll(async () => {
  house = await openTestHub();
  await house.hub.people.importMembers(
    operator,
    csv(memberHeader, 'G,Đặng Thị Giang Thu,X1-C,deputy,official,0912345678,thu@example.vn,2019-05-19'),
  );
}, 60_000);
afterAll(() => house.close(), 60_000);

const as = async (code: string): Promise<Actor> => ({
  memberId: (await house.hub.people.memberByCode(code)).id,
  via: 'console',
});

test('a member’s copy holds everything that is kept, and says that it was made', async () => {
  const { people, notices } = house.hub;
  const phone = await house.join('G');
  const { memberId } = await as('G');
  const { id } = await notices.send({
    from: officer,
    unit: 'X1-C',
    title: 'Họp',
    body: 'Kính mời.',
    wantsAck: true,
  });
  await phone.next({ matching: 'Họp' });
  await notices.acknowledge(memberId!, id);
  await notices.send({ from: 'G', unit: 'X1-C', title: 'Chi bộ báo', body: 'Nội dung.' });
  await people.ask(memberId!, 'correction', 'Ngày vào Đảng của tôi là 19/5/2018.');
  await people.openSession((await people.signInLink(await as('G'), 'G')).token, 'Chrome · Windows');
  await people.createToken('G', ['people:read']);

  const copy = await people.exportData(await as('G'), 'G');
  expect(copy).toMatchObject({
    member: {
      code: 'G',
      fullName: 'Đặng Thị Giang Thu',
      joinedOn: '2019-05-19',
      phone: '+84912345678',
      email: 'thu@example.vn',
    },
    memberships: [{ unit: 'X1-C', name: 'Chi bộ thôn', kind: 'home', to: null }],
    statuses: [{ status: 'official' }],
    roles: [{ role: 'deputy', unit: 'X1-C' }],
    consents: [
      { channel: 'telegram', text: house.hub.locales('vi')('enrolment-consent'), withdrawnAt: null },
    ],
    chats: [{ channel: 'telegram', address: String(phone.id), state: 'active' }],
    requests: [{ kind: 'correction', text: 'Ngày vào Đảng của tôi là 19/5/2018.', answer: null }],
    invites: [{ usedAt: expect.any(Date) }],
    consoleSessions: [{ device: 'Chrome · Windows' }],
    apiTokens: [{ scopes: ['people:read'] }],
    sent: [{ title: 'Chi bộ báo', unit: 'Chi bộ thôn' }],
    drafts: [],
  });
  expect(copy['notices']).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ title: 'Họp', status: 'acknowledged', channel: 'telegram', inPerson: false }),
    ]),
  );
  // No secret is in it, and nothing that belongs to others.
  const text = JSON.stringify(copy);
  expect(text).not.toMatch(/hash|provider/i);
  expect(text).not.toContain('Hà Thị Vân');
  const recorded = copy['recorded'] as { action: string; byMember: boolean }[];
  expect(recorded.at(-1)).toMatchObject({ action: 'member.data-exported', byMember: true });
  expect(recorded).toContainEqual(expect.objectContaining({ action: 'member.invited', byMember: false }));
});

test.each([
  ['the member', 'G', true],
  ['an officer above', 'V', true],
  ['the secretary of the cell', 'A', false],
  ['a member of the cell', 'B', false],
  ['a member elsewhere', 'D', false],
])('who may have it: %s', async (_, who, may) => {
  const asked = house.hub.people.exportData(await as(who), 'G');
  if (may) await expect(asked).resolves.toMatchObject({ member: { code: 'G' } });
  else await expect(asked).rejects.toMatchObject({ code: 'may.not' });
});

test('what a member says to the bot is in the copy the member takes, not in one that an office makes', async () => {
  const { people, webchat, database } = house.hub;
  const { address } = await webchat.open('Điện thoại');
  await database.query(
    `insert into chat (id, channel, address, member_id, state, preference, linked_at, changed_at)
     values ($1, 'web', $2, $3, 'active', 9, now(), now())`,
    [newId(), address, (await as('G')).memberId],
  );
  await webchat.append({ address, direction: 'in', text: 'tôi ốm nặng' });
  for (const reader of [await as('G'), operator])
    expect(JSON.stringify((await people.exportData(reader, 'G'))['webMessages'])).toContain('tôi ốm nặng');
  const copy = await people.exportData(await as('V'), 'G');
  expect(copy['webMessages']).toEqual([expect.objectContaining({ direction: 'in' })]);
  expect(JSON.stringify(copy)).not.toContain('tôi ốm nặng');
});

test('nobody’s data of somebody who is not there', async () => {
  await expect(house.hub.people.exportData(operator, 'Z')).rejects.toMatchObject({ code: 'member.unknown' });
});
