import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, test } from 'vitest';
import { operator } from '../../hub/platform/audit.ts';
import type { Database } from '../../hub/platform/database/index.ts';
import { newId } from '../../hub/platform/ids.ts';
import { testDatabase } from '../support/database.ts';
import { givenPeople, openPushHouse, type PushHouse, type WokenMember } from './given.ts';

let database: Database;
let house: PushHouse;
beforeAll(async () => {
  database = await testDatabase();
  await givenPeople(database);
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.query('delete from chat');
  house = await openPushHouse(database);
});
afterEach(() => house.close());

const chatsOf = async (code: string) => {
  const { id } = await house.people.memberByCode(code);
  return (await house.people.chats.chatsOf(id)).map(({ channel, state }) => `${channel} ${state}`);
};
const chatIdOf = async ({ code }: Pick<WokenMember, 'code'>, channel: string) => {
  const { id } = await house.people.memberByCode(code);
  return (await house.people.chats.chatsOf(id)).find((chat) => chat.channel === channel)!.id;
};
async function link(code: string, channel: 'telegram' | 'web', address: string): Promise<void> {
  const { inviteId } = await house.people.openInvite((await house.people.invite(operator, code)).code);
  await house.people.link({ inviteId, channel, address, consentText: 'Đồng ý', language: 'vi' });
}
const kept = async () =>
  (await database.query<{ count: number }>('select count(*) as count from push_subscription'))[0]!.count;

describe('push, which rides on the web chat,', () => {
  test('comes before it, and keeps the place that the member chose for it', async () => {
    const member = await house.member();
    const { code, address } = member;
    expect(await chatsOf(code)).toEqual(['push active', 'web active']);
    await house.alerts.switchOff('chat', member.browser);
    await link(code, 'telegram', newId());
    await house.people.chats.preferChat(operator, code, await chatIdOf(member, 'telegram'));
    expect(await chatsOf(code)).toEqual(['telegram active', 'web active']);
    await house.furtherBrowser({ address });
    expect(await chatsOf(code)).toEqual(['telegram active', 'push active', 'web active']);
    await house.people.chats.preferChat(operator, code, await chatIdOf(member, 'push'));
    await house.furtherBrowser({ address });
    expect(await chatsOf(code)).toEqual(['push active', 'telegram active', 'web active']);
  });

  test('is stopped, blocked and taken up again with it', async () => {
    const { code, address } = await house.member();
    const { chats } = house.people;
    await chats.stop('web', address);
    expect(await chatsOf(code)).toEqual(['push stopped', 'web stopped']);
    await chats.resume('web', address);
    await chats.block('web', [address]);
    expect(await chatsOf(code)).toEqual(['push blocked', 'web blocked']);
    await chats.unblock('web', address);
    expect(await chatsOf(code)).toEqual(['push active', 'web active']);
  });

  test('may stop alone: the page goes on', async () => {
    const { code, address } = await house.member();
    await house.people.chats.block('push', [address]);
    expect(await chatsOf(code)).toEqual(['push blocked', 'web active']);
    await house.furtherBrowser({ address });
    expect(await chatsOf(code)).toEqual(['push active', 'web active']);
  });

  test('goes when the web chat is unlinked, or another takes its place', async () => {
    const one = await house.member();
    await house.people.chats.unlinkChat(operator, one.code, await chatIdOf(one, 'web'));
    expect(await chatsOf(one.code)).toEqual([]);
    const other = await house.member();
    const newer = await house.chats.open('Firefox · Windows');
    await link(other.code, 'web', newer.address);
    const { id } = await house.people.memberByCode(other.code);
    expect(await house.people.chats.replaceOthers('web', id, newer.address)).toEqual([other.address]);
    expect(await chatsOf(other.code)).toEqual(['web active']);
  });

  test('is nobody’s where the web chat is nobody’s', async () => {
    const { address } = await house.chats.open('Chrome · Android');
    expect(await house.people.chats.addPush(address)).toBeNull();
    expect(await database.query('select from chat')).toEqual([]);
  });
});

describe('a subscription', () => {
  test('is one per browser: whoever switches on there last has it', async () => {
    const [one, other] = [await house.member(), await house.member()];
    const { subscription } = one.phone;
    const handedIn = { ...subscription, madeFor: house.vapid.publicKey };
    await house.alerts.switchOn('chat', other.browser, handedIn, { opens: '/chat', showsTitle: false });
    expect(await house.subscriptions.browsersOf(one.address)).toEqual([]);
    expect((await house.subscriptions.toWake(other.address)).map(({ endpoint }) => endpoint)).toEqual([
      subscription.endpoint,
    ]);
  });

  test('is kept sealed: neither where it leads nor its keys can be read from the database', async () => {
    const { phone } = await house.member();
    const dump = JSON.stringify(
      await database.query('select push_subscription::text as row from push_subscription'),
    );
    const { endpoint, keys } = phone.subscription;
    const path = new URL(endpoint).pathname;
    for (const secret of [path, keys.auth, keys.p256dh]) {
      expect(dump).not.toContain(secret);
      expect(dump).not.toContain(Buffer.from(secret).toString('hex'));
    }
  });

  test('is swept away where its device was ended or its chat speaks for nobody', async () => {
    await house.chats.sweep();
    const [ended, unlinked, staying] = [await house.member(), await house.member(), await house.member()];
    await house.chats.endDevice(ended.address, ended.browser.id);
    await house.people.chats.unlinkChat(operator, unlinked.code, await chatIdOf(unlinked, 'web'));
    await house.chats.sweep();
    const rows = await database.query<{ address: string }>('select address from push_subscription');
    expect(rows).toEqual([{ address: staying.address }]);
  });

  test('is told to the member and wiped with the rest', async () => {
    const { code } = await house.member();
    const { id: memberId } = await house.people.memberByCode(code);
    const told = await house.people.exportData({ memberId, via: 'chat' }, code);
    expect((told as Record<string, unknown>)['wokenBrowsers']).toEqual([
      { device: 'Chrome · Android', createdAt: expect.any(Date) },
    ]);
    const before = await kept();
    const { erased } = await house.people.eraseData({ memberId, via: 'chat' }, code);
    expect(erased).toMatchObject({ wokenBrowsers: 1 });
    expect(await kept()).toBe(before - 1);
  });
});
