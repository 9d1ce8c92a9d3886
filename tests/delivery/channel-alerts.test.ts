import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Person } from '../../bots/telegram/stand-in/index.ts';
import { zaloBotStandIn } from '../../bots/zalo-bot/stand-in/index.ts';
import { calendarDay } from '../../hub/people/index.ts';
import { operator } from '../../hub/platform/audit.ts';
import { officer, openTestHub, type TestHub } from '../support/hub.ts';

const standIn = zaloBotStandIn();
let house: TestHub;
beforeAll(async () => {
  const { url } = await standIn.listen();
  house = await openTestHub({
    settings: {
      ZALO_BOT_TOKEN: standIn.token,
      ZALO_BOT_API_ROOT: url,
      ZALO_BOT_RATE: 'unlimited',
      ZALO_BOT_PEOPLE: '4',
    },
  });
}, 60_000);
afterAll(async () => {
  await house.close();
  await standIn.close();
}, 60_000);
beforeEach(async () => {
  standIn.clearFaults();
  await house.clear();
  const { database } = house.hub;
  await database.query(`delete from platform.lease where name like 'alert:%'`);
  for (const table of ['channel_health', 'channel_usage']) await database.query(`delete from ${table}`);
});

/** A member with the bot of the Bot Platform, who has written to it. */
async function onZaloBot(member: string): Promise<ReturnType<typeof standIn.person>> {
  const { people } = house.hub;
  const person = standIn.person(`${member}-${(chats += 1)}`);
  person.say('chào');
  const { inviteId } = await people.openInvite((await people.invite(operator, member)).code);
  const consent = { consentText: 'Đồng ý', language: 'vi' as const };
  await people.link({ inviteId, channel: 'zalo_bot', address: `${member}-${chats}`, ...consent });
  return person;
}
let chats = 0;

const heard = ({ inbox }: Person, matching: string) =>
  inbox.filter(({ text }) => text?.includes(matching)).length;
const standing = async () =>
  (await house.hub.delivery.channelHealth(operator)).channels.find(({ channel }) => channel === 'zalo_bot')!;
const gauge = async () => {
  const metrics = await house.hub.metrics.registry.metrics();
  return /caunoi_channel_needs_person\{channel="zalo_bot"\} (\d)/.exec(metrics)?.[1];
};

test('a channel whose token is refused is told at once to the office at the top, once, with what to do; others carry on', async () => {
  const van = await house.join(officer);
  const binh = await house.join('B');
  await onZaloBot('B');
  standIn.fault({ kind: { code: 401, description: 'Unauthorized' }, times: 1_000 });
  await house.hub.notices.send({ from: 'A', unit: 'X1-C', title: 'Họp', body: 'Kính mời.' });

  const { text } = await van.next({ matching: 'ngừng gửi', timeoutMs: 15_000 });
  expect(text).toContain('Kênh Zalo (bot) ngừng gửi và không tự khỏi được.');
  expect(text).toContain('Khóa, mật khẩu hoặc địa chỉ gửi bị từ chối.');
  expect(text).toContain('/console/channels/zalo_bot');
  await binh.next({ matching: 'Kính mời.', timeoutMs: 15_000 });
  expect(await standing()).toMatchObject({ needsPerson: 'bot-refused-401' });
  expect((await standing()).state).not.toBe('closed');
  expect(await gauge()).toBe('1');

  // Met again by others, as it will be: the same trouble.
  const { needsPerson } = house.hub.channelTrouble;
  await Promise.all(Array.from({ length: 5 }, () => needsPerson('zalo_bot', 'bot-refused-401')));
  expect(heard(van, 'ngừng gửi')).toBe(1);
  // Another trouble is told too.
  await needsPerson('zalo_bot', 'out-of-credit');
  expect(heard(van, 'Hết tiền')).toBe(1);

  standIn.clearFaults();
  await expect.poll(async () => (await standing()).needsPerson, { timeout: 20_000 }).toBeNull();
}, 60_000);

test('admins at the top are told rather than officers; one whom only the broken channel reaches is passed over', async () => {
  const { people, channelTrouble } = house.hub;
  const van = await house.join(officer);
  const day = calendarDay(house.hub.clock());
  const admin = { role: 'admin', unit: 'T', from: day, reason: 'Giao' } as const;
  const { id } = await people.giveRole(operator, 'D', admin);
  await onZaloBot('D');
  await channelTrouble.needsPerson('telegram', 'bot-refused-401');
  // Not at the top: an admin anywhere below is not asked to mend the hub.
  const below = await people.giveRole(operator, 'B', { ...admin, unit: 'X1' });
  const binh = await house.join('B');
  const dung = await house.join('D');
  await channelTrouble.needsPerson('zalo_bot', 'needs-login');
  expect([heard(van, 'ngừng gửi'), heard(binh, 'ngừng gửi'), heard(dung, 'Zalo (bot) ngừng gửi')]).toEqual([
    0, 0, 1,
  ]);

  const asked = standIn.calls['sendMessage'] ?? 0;
  const [telegram] = (await people.chats.chatsOf((await people.memberByCode('D')).id)).filter(
    ({ channel }) => channel === 'telegram',
  );
  await people.chats.unlinkChat(operator, 'D', telegram!.id);
  await channelTrouble.needsPerson('zalo_bot', 'plan-too-low');
  expect(standIn.calls['sendMessage'] ?? 0).toBe(asked);
  for (const [code, role] of [
    ['D', id],
    ['B', below.id],
  ] as const)
    await people.endRole(operator, code, role, { on: day, reason: 'Thôi' });
});

test('a month’s messages and the room for people are told at eighty in a hundred, once a month', async () => {
  const { usage, channelTrouble } = house.hub;
  const van = await house.join(officer);
  await usage.add('zalo_bot', [{ way: 'free', count: 2_380, cost: 0 }]);
  await channelTrouble.lookAtQuotas();
  expect(heard(van, 'Xem thêm')).toBe(0);

  await usage.add('zalo_bot', [{ way: 'reply', count: 20, cost: 0 }]);
  for (const member of ['A', 'B', 'C', 'E']) await onZaloBot(member);
  await Promise.all([channelTrouble.lookAtQuotas(), channelTrouble.lookAtQuotas()]);
  await channelTrouble.lookAtQuotas();
  expect(heard(van, 'trên 3.000 tin của tháng này')).toBe(1);
  expect(heard(van, 'đã kết nối 4 trên 4 đồng chí')).toBe(1);
});

test('a lost login counts as well where nothing has been sent since', async () => {
  await house.hub.database.query(
    `insert into channel_login (channel, state, changed_at) values ('zalo_bot', 'needs_reauthorisation', now())`,
  );
  try {
    expect(await standing()).toMatchObject({ state: 'closed', needsPerson: 'needs-login' });
  } finally {
    await house.hub.database.query('delete from channel_login');
  }
});
