import { operator } from '../../hub/platform/audit.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { looksLikeInvite, type LinkRequest } from '../../hub/people/index.ts';
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
      'A,Nguyễn Văn An,X1-C,secretary,official,,,',
      'B,Trần Thị Bình,X1-C,,official,,,',
      'C,Lò Văn Cương,X1-B-C,,probationary,,,',
      'D,Vàng A Dơ,X2-C,,official,,,',
    ),
  );
});
afterAll(() => house.database.close());

const consentText = 'Tôi đồng ý nhận thông báo qua kênh này.';
const link = (inviteId: string, address: string, more: Partial<LinkRequest> = {}) =>
  house.people.link({ inviteId, channel: 'telegram', address, consentText, language: 'vi', ...more });
const join = async (memberCode: string, address: string, more: Partial<LinkRequest> = {}) => {
  const { code } = await house.people.invite(operator, memberCode);
  const { inviteId } = await house.people.openInvite(code);
  return await link(inviteId, address, more);
};
const memberAt = async (address: string, channel: LinkRequest['channel'] = 'telegram') =>
  (await house.people.chats.memberOf(channel, address))?.member.code ?? null;

describe('an invite', () => {
  test('is a code that can be read out and lasts 14 days', async () => {
    const invite = await house.people.invite(operator, 'A');
    expect(invite).toEqual({
      member: 'A',
      code: expect.stringMatching(/^[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/),
      expiresAt: new Date('2026-11-15T02:00:00Z'),
    });
    expect(invite.code.replaceAll(/\D/g, '').length).toBeGreaterThanOrEqual(2);
  });

  test('is kept as a fingerprint only', async () => {
    const { code } = await house.people.invite(operator, 'A');
    const [row] = await house.database.query<{ text: string }>(
      'select to_jsonb(i)::text as text from invite i',
    );
    expect(row?.text).not.toContain(code.replace('-', ''));
    expect(row?.text).not.toContain(Buffer.from(code.replace('-', '')).toString('hex'));
  });

  test('opens however its code is typed', async () => {
    const { code } = await house.people.invite(operator, 'A');
    const spellings = [
      code,
      code.toLowerCase(),
      code.replace('-', ''),
      code.replace('-', ' – '),
      ` ${code}\n`,
    ];
    for (const spelling of spellings) {
      expect((await house.people.openInvite(spelling)).member).toMatchObject({
        code: 'A',
        fullName: 'Nguyễn Văn An',
      });
    }
  });

  test('is refused when it is wrong, used, replaced or too old', async () => {
    for (const wrong of ['', 'ABCD-2345', 'xin chào', '234567']) {
      await expect(house.people.openInvite(wrong)).rejects.toMatchObject({
        code: 'invite.wrong',
        status: 404,
      });
    }
    const first = await house.people.invite(operator, 'A');
    const second = await house.people.invite(operator, 'A');
    await expect(house.people.openInvite(first.code)).rejects.toMatchObject({ code: 'invite.revoked' });
    const { inviteId } = await house.people.openInvite(second.code);
    await link(inviteId, '1');
    await expect(house.people.openInvite(second.code)).rejects.toMatchObject({ code: 'invite.used' });
    const third = await house.people.invite(operator, 'A');
    house.pass({ days: 14 });
    await expect(house.people.openInvite(third.code)).rejects.toMatchObject({ code: 'invite.expired' });
  });

  test('is not given for a code nobody has', async () => {
    await expect(house.people.invite(operator, 'Z')).rejects.toMatchObject({
      code: 'member.unknown',
      status: 404,
      facts: { code: 'Z' },
    });
    await expect(house.people.inviteUnit(operator, 'Z')).rejects.toMatchObject({
      code: 'unit.unknown',
      facts: { code: 'Z' },
    });
  });

  test('goes to everyone of a unit and below who has no active chat', async () => {
    await join('A', '1');
    const codesOf = async (unit: string) =>
      (await house.people.inviteUnit(operator, unit)).map(({ member }) => member);
    expect(await codesOf('X1')).toEqual(['B', 'C']);
    expect(await codesOf('T')).toEqual(['B', 'C', 'D']);
    await house.people.chats.block('telegram', ['1']);
    expect(await codesOf('X1-C')).toEqual(['A', 'B']);
    const [unused] = await house.database.query<{ count: number }>(
      'select count(*) from invite where used_at is null and revoked_at is null',
    );
    expect(unused?.count).toBe(4);
  });

  test.each([
    ['ABCD-2345', true],
    ['abcd2345', true],
    ['23456789', true],
    ['ab2d – 3fgh', false],
    ['ABCD-EFGH', false],
    ['ABCDEFG2', false],
    ['ABCD-2340', false],
    ['ABCO-2345', false],
    ['ABCD-23456', false],
    ['tôi dự', false],
    ['123456', false],
  ])('is recognised in a message: %s %s', (text, expected) => {
    expect(looksLikeInvite(text)).toBe(expected);
  });
});

describe('linking a chat', () => {
  test('keeps the words of the consent and makes the chat the member’s', async () => {
    const before = await house.people.memberByCode('A');
    expect(await house.people.consentGiven(before.id)).toBe(false);
    expect(await join('A', '1')).toEqual(before);
    expect(await house.people.consentGiven(before.id)).toBe(true);
    expect(await house.people.chats.memberOf('telegram', '1')).toMatchObject({
      member: before,
      state: 'active',
    });
    const consents = await house.database.query(
      'select member_id, channel, language, text, given_at, withdrawn_at from consent',
    );
    expect(consents).toEqual([
      {
        member_id: before.id,
        channel: 'telegram',
        language: 'vi',
        text: consentText,
        given_at: house.now(),
        withdrawn_at: null,
      },
    ]);
  });

  test('uses an invite once, also when two arrive together', async () => {
    const { code } = await house.people.invite(operator, 'A');
    const { inviteId } = await house.people.openInvite(code);
    const outcomes = await Promise.allSettled(['1', '2', '3', '4'].map((address) => link(inviteId, address)));
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused.map(({ reason }: PromiseRejectedResult) => (reason as { code: string }).code)).toEqual(
      Array.from({ length: 3 }, () => 'invite.used'),
    );
    const [rows] = await house.database.query<{ chats: number; consents: number }>(
      'select (select count(*) from chat) as chats, (select count(*) from consent) as consents',
    );
    expect(rows).toEqual({ chats: 1, consents: 1 });
  });

  test('is refused where the invite ran out or was replaced meanwhile', async () => {
    const open = async () =>
      (await house.people.openInvite((await house.people.invite(operator, 'A')).code)).inviteId;
    const replaced = await open();
    const old = await open();
    await expect(link(replaced, '1')).rejects.toMatchObject({ code: 'invite.revoked' });
    house.pass({ days: 15 });
    await expect(link(old, '1')).rejects.toMatchObject({ code: 'invite.expired' });
    expect(await memberAt('1')).toBeNull();
  });

  test('takes over an address that was somebody else’s', async () => {
    await join('A', '1');
    await house.people.chats.stop('telegram', '1');
    await join('B', '1');
    expect(await house.people.chats.memberOf('telegram', '1')).toMatchObject({
      member: { code: 'B' },
      state: 'active',
    });
    expect((await house.people.inviteUnit(operator, 'X1-C')).map(({ member }) => member)).toEqual(['A']);
  });

  test('prefers chats in the usual order, and keeps it when one is linked again', async () => {
    await join('A', '1');
    await join('A', 'z', { channel: 'zalo' });
    await join('A', '1');
    const chats = await house.database.query('select channel, preference from chat order by preference');
    expect(chats).toEqual([
      { channel: 'zalo', preference: 0 },
      { channel: 'telegram', preference: 1 },
    ]);
  });
});

describe('a chat', () => {
  const stateOf = async (address: string) =>
    (await house.people.chats.memberOf('telegram', address))?.state ?? null;

  test('stops and resumes as the member asks', async () => {
    await join('A', '1');
    await house.people.chats.stop('telegram', '1');
    expect(await stateOf('1')).toBe('stopped');
    await house.people.chats.unblock('telegram', '1');
    expect(await house.people.chats.block('telegram', ['1'])).toBe(0);
    expect(await stateOf('1')).toBe('stopped');
    await house.people.chats.resume('telegram', '1');
    expect(await stateOf('1')).toBe('active');
  });

  test('is blocked and unblocked as the provider says, many at once', async () => {
    await join('A', '1');
    await join('B', '2');
    await join('C', '3');
    expect(await house.people.chats.block('telegram', ['1', '2', 'nobody'])).toBe(2);
    expect(await house.people.chats.block('telegram', ['1', '3'])).toBe(1);
    await house.people.chats.unblock('telegram', '1');
    expect([await stateOf('1'), await stateOf('2'), await stateOf('3')]).toEqual([
      'active',
      'blocked',
      'blocked',
    ]);
    await house.people.chats.stop('telegram', '2');
    await house.people.chats.unblock('telegram', '2');
    expect(await stateOf('2')).toBe('stopped');
  });

  test('moves to another address; a newer link there holds', async () => {
    await join('A', '1');
    await house.people.chats.move('telegram', '1', '10');
    expect([await memberAt('1'), await memberAt('10')]).toEqual([null, 'A']);
    await join('B', '2');
    await house.people.chats.move('telegram', '10', '2');
    expect([await memberAt('10'), await memberAt('2')]).toEqual([null, 'B']);
    await house.people.chats.move('telegram', '2', '10');
    expect([await memberAt('2'), await memberAt('10')]).toEqual([null, 'B']);
  });

  test('shows on the roll of the unit while it is active', async () => {
    await join('B', '2');
    const roll = async () =>
      (await house.people.membersOf('X1-C')).map(({ code, fullName, linkedAt }) => ({
        code,
        fullName,
        linkedAt,
      }));
    expect(await roll()).toEqual([
      { code: 'A', fullName: 'Nguyễn Văn An', linkedAt: null },
      { code: 'B', fullName: 'Trần Thị Bình', linkedAt: house.now() },
    ]);
    await house.people.chats.block('telegram', ['2']);
    expect((await roll()).map(({ linkedAt }) => linkedAt)).toEqual([null, null]);
  });

  test('speaks the language its member chose', async () => {
    const { id } = await join('A', '1');
    await house.people.setLanguage(id, 'en');
    expect((await house.people.member(id)).language).toBe('en');
  });
});
