import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { operator, type Actor } from '../../hub/platform/audit.ts';
import { openKeptHouse } from './keeping.ts';

let house: Awaited<ReturnType<typeof openKeptHouse>>;
beforeAll(async () => (house = await openKeptHouse()), 60_000);
beforeEach(() => house.reset());
afterAll(() => house.database.close());

async function outcome(asked: Promise<unknown>): Promise<string> {
  return await asked.then(
    () => 'done',
    (error: { code: string }) => error.code,
  );
}

async function linked(code: string, channel: 'telegram' | 'zalo' | 'web', address: string): Promise<string> {
  const { code: invite } = await house.people.invite(operator, code);
  const { inviteId } = await house.people.openInvite(invite);
  await house.people.link({ inviteId, channel, address, consentText: 'Tôi đồng ý.', language: 'vi' });
  const { chats } = await house.people.profile(operator, code);
  return chats.find((chat) => chat.channel === channel)!.id;
}

describe('a profile', () => {
  test('shows everything to who may edit, contacts opened', async () => {
    const shown = await house.people.profile(await house.as('S'), 'M');
    expect(shown).toMatchObject({
      code: 'M',
      fullName: 'Đào Thị Bình',
      language: 'vi',
      joinedOn: '2019-05-19',
      unit: { code: 'X1-C', name: 'Chi bộ thôn' },
      contacts: { phone: '+84912345678', email: 'binh@example.vn' },
      memberships: [{ kind: 'home', unitCode: 'X1-C', from: '2026-01-01', until: null, recordedBy: null }],
      statuses: [{ status: 'official', state: 'now' }],
      roles: [],
      standing: { informed: true, invited: true, votes: true, counted: 'always' },
      chats: [],
      lastInvite: null,
    });
  });

  test('shows no contacts to who may only read, and nothing to others', async () => {
    expect((await house.people.profile(await house.as('K'), 'M')).contacts).toBeNull();
    for (const code of ['S2', 'P', 'M']) {
      expect(await outcome(house.people.profile(await house.as(code), 'M')), code).toBe('may.not');
    }
    expect(await outcome(house.people.profile(operator, 'nobody'))).toBe('member.unknown');
  });

  test('of who left is kept by the last unit; of who was never anywhere by the operator', async () => {
    await house.people.setStatus(operator, 'M', { status: 'resigned', from: '2026-11-01', reason: 'Xin ra' });
    expect((await house.people.profile(await house.as('S'), 'M')).unit?.code).toBe('X1-C');
    await house.database.query(
      `delete from membership where member_id = (select id from member where code = 'P')`,
    );
    expect(await outcome(house.people.profile(await house.as('TO'), 'P'))).toBe('may.not');
    expect((await house.people.profile(operator, 'P')).unit).toBeNull();
  });

  test('tells what became of the last invitation', async () => {
    const state = async () => (await house.people.profile(operator, 'M')).lastInvite?.state;
    await house.people.invite(operator, 'M');
    expect(await state()).toBe('waiting');
    house.pass({ days: 15 });
    expect(await state()).toBe('expired');
    await linked('M', 'telegram', '42');
    expect(await state()).toBe('used');
  });
});

describe('editing', () => {
  test('corrects what is given, keeps the rest, and the name is found as it is now', async () => {
    const by = await house.as('S');
    await house.people.editMember(by, 'M', {
      fullName: ' Đào  Thị Bích ',
      phone: '098 765 4321',
      email: null,
    });
    const { fullName, contacts, joinedOn } = await house.people.profile(by, 'M');
    expect([fullName, contacts, joinedOn]).toEqual([
      'Đào Thị Bích',
      { phone: '+84987654321', email: null },
      '2019-05-19',
    ]);
    expect((await house.people.search(by, { text: 'bich' })).map(({ code }) => code)).toEqual(['M']);
    expect(await house.people.search(by, { text: 'binh' })).toEqual([]);
    const sealed = await house.database.query<{ phone: Buffer }>(`select phone from member where code = 'M'`);
    expect(sealed[0]!.phone.toString('latin1')).not.toContain('987654321');
    expect(await house.audited('X1-C')).toEqual([['member.edited', { fields: 'full_name, phone, email' }]]);
  });

  test.each([
    [{ fullName: ' ' }, 'member.name-missing'],
    [{ fullName: 'a'.repeat(121) }, 'member.name-too-long'],
    [{ phone: '123' }, 'member.phone-wrong'],
    [{ email: 'ở nhà' }, 'member.email-wrong'],
    [{ joinedOn: '31/2/2020' }, 'member.joined-wrong'],
    [{ joinedOn: '2027-01-01' }, 'member.joined-in-future'],
  ])('refuses %j', async (edit, code) => {
    expect(await outcome(house.people.editMember(operator, 'M', edit))).toBe(code);
  });

  test('takes days as people write them, and nothing for nothing', async () => {
    await house.people.editMember(operator, 'M', { joinedOn: '3/2/2018', language: 'en' });
    expect(await house.people.profile(operator, 'M')).toMatchObject({
      joinedOn: '2018-02-03',
      language: 'en',
    });
    await house.people.editMember(operator, 'M', {});
    expect(await house.audited('X1-C')).toHaveLength(1);
  });

  test('is for who keeps the member', async () => {
    for (const code of ['S2', 'K', 'M', 'P']) {
      expect(
        await outcome(house.people.editMember(await house.as(code), 'M', { language: 'en' })),
        code,
      ).toBe('may.not');
    }
    expect(await outcome(house.people.editMember(await house.as('O'), 'M', { language: 'en' }))).toBe('done');
  });
});

describe('chats of a member', () => {
  const channels = async (code: string) =>
    (await house.people.profile(operator, code)).chats.map(({ channel }) => channel);

  test('come in the order in which they are tried; the member or the secretary may put one first', async () => {
    await linked('M', 'telegram', '1');
    const zalo = await linked('M', 'zalo', '2');
    const web = await linked('M', 'web', '3');
    const { preferChat, memberOf } = house.people.chats;
    expect(await channels('M')).toEqual(['zalo', 'web', 'telegram']);
    const self: Actor = { ...(await house.as('M')), via: 'chat' };
    await preferChat(self, 'M', web);
    expect(await channels('M')).toEqual(['web', 'zalo', 'telegram']);
    await preferChat(await house.as('S'), 'M', zalo);
    expect(await channels('M')).toEqual(['zalo', 'web', 'telegram']);
    expect((await memberOf('web', '3'))?.state).toBe('active');
    expect(await outcome(preferChat(await house.as('S2'), 'M', web))).toBe('may.not');
    expect(await outcome(preferChat(self, 'P', web))).toBe('may.not');
    expect(await house.audited('X1-C')).toContainEqual(['chat.preferred', { channel: 'zalo' }]);
  });

  test('are unlinked by the member or the secretary, and speak for nobody then', async () => {
    const first = await linked('M', 'telegram', '1');
    const second = await linked('M', 'web', '2');
    const { unlinkChat, memberOf } = house.people.chats;
    for (const code of ['S2', 'K', 'P']) {
      expect(await outcome(unlinkChat(await house.as(code), 'M', first)), code).toBe('may.not');
    }
    await unlinkChat(await house.as('M'), 'M', first);
    await unlinkChat(await house.as('S'), 'M', second);
    expect(await channels('M')).toEqual([]);
    expect(await memberOf('telegram', '1')).toBeNull();
    expect(await outcome(unlinkChat(await house.as('S'), 'M', second))).toBe('chat.unknown');
    expect(await house.audited('X1-C')).toContainEqual(['chat.unlinked', { channel: 'web' }]);
    expect(await outcome(unlinkChat(operator, 'P', await linked('M', 'telegram', '1')))).toBe('chat.unknown');
  });
});
