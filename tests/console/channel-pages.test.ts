import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { zaloBotStandIn } from '../../bots/zalo-bot/stand-in/index.ts';
import type { ChannelName } from '../../hub/channels/index.ts';
import { calendarDay } from '../../hub/people/index.ts';
import { operator } from '../../hub/platform/audit.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { signIn, type Reader } from './reader.ts';

const zaloBot = zaloBotStandIn();
let house: TestHub;
beforeAll(async () => {
  const { url } = await zaloBot.listen();
  const settings = { ZALO_BOT_TOKEN: zaloBot.token, ZALO_BOT_API_ROOT: url };
  house = await openTestHub({ roles: ['web', 'bots', 'worker'], settings });
}, 60_000);
afterAll(async () => {
  await house.close();
  await zaloBot.close();
});
beforeEach(async () => {
  await house.clear();
});

/** A notice to the cell while nobody of it has a channel; all of them end as unreachable. */
async function unreached(): Promise<{ id: string; recipients: number }> {
  const { notices } = house.hub;
  const sent = await notices.send({ from: 'A', unit: 'X1-C', title: 'Họp chi bộ', body: 'Mời đồng chí.' });
  await expect
    .poll(async () => (await notices.status({ memberId: null, via: 'system' }, sent.id)).byStatus.unreachable)
    .toBe(sent.recipients);
  return sent;
}

test('each channel stands with its state in plain words and what to do, also when it does not answer', async () => {
  const reader = await signIn(house, 'A');
  const well = await reader.open('/console/channels');
  expect(well.status).toBe(200);
  expect(well.text).toContain('Kênh gửi');
  expect(well.text).toMatch(/Telegram Chạy tốt Không cần làm gì\. Chờ gửi 0 đồng chí/);

  await house.hub.database.query(
    `insert into channel_health (channel, state, reason, changed_at, probe_at)
     values ('telegram', 'open', 'no-answer', clock_timestamp(), clock_timestamp())
     on conflict (channel) do update set state = 'open'`,
  );
  try {
    const out = await reader.open('/console/channels');
    expect(out.text).toMatch(/Telegram Không trả lời Hệ thống tự thử lại/);
    expect(out.text).toMatch(/Từ lúc \d\d:\d\d/);
  } finally {
    await house.hub.database.query(`delete from channel_health`);
  }
});

async function link(code: string, channel: ChannelName): Promise<void> {
  const { people } = house.hub;
  const { inviteId } = await people.openInvite((await people.invite(operator, code)).code);
  const consent = { consentText: 'Đồng ý', language: 'vi' as const };
  await people.link({ inviteId, channel, address: `${channel} of ${code}`, ...consent });
}

test('the page of a channel says how it stands, what went for how much, and how many within reach it reaches', async () => {
  const { usage, people, database } = house.hub;
  for (const code of ['A', 'B', 'E', 'D', 'C']) await link(code, 'zalo_bot');
  await people.chats.stop('zalo_bot', 'zalo_bot of B');
  await people.chats.block('zalo_bot', ['zalo_bot of E']);
  await database.query('delete from channel_usage');
  await usage.add('zalo_bot', [
    { way: 'free', count: 2_500, cost: 0 },
    { way: 'paid', count: 310, cost: 17_050 },
  ]);
  const secretary = await signIn(house, 'A');
  const list = await secretary.open('/console/channels');
  expect(list.html).toContain('href="/console/channels/zalo_bot"');
  expect(list.text).toMatch(/Số tin tháng này 2\.8\d\d trên 3\.000 tin Sắp hết/);
  const page = await secretary.open('/console/channels/zalo_bot');
  expect(page.text).toMatch(/Zalo \(bot\) Kênh gửi Chạy tốt Không cần làm gì\./);
  expect(page.text).toContain('Số đồng chí kết nối 5 trên 50 đồng chí');
  expect(page.text).toContain(
    'Tin thường, miễn phí 2.500 0 đ Tin thường, trả phí 310 17.050 đ Cộng 2.810 17.050 đ',
  );
  expect(page.text).toContain('Đang nhận 1 đồng chí Tự ngừng nhận 1 đồng chí Đang chặn 1 đồng chí');
  expect(page.text).not.toContain('Trần Thị Bình');
  const officer = await signIn(house, 'V');
  expect((await officer.open('/console/channels/zalo_bot')).text).toContain('Đang nhận 3 đồng chí');
  expect((await secretary.open('/console/channels/fax')).status).toBe(404);
  await database.query('delete from channel_usage');
});

test('a channel that needs somebody says what is the matter and what to do', async () => {
  const { database } = house.hub;
  await database.query(
    `insert into channel_health (channel, state, reason, changed_at, probe_at)
     values ('telegram', 'open', 'needs-person: out-of-credit', clock_timestamp(), clock_timestamp() + interval '50 s')
     on conflict (channel) do update set state = 'open', reason = excluded.reason, probe_at = excluded.probe_at`,
  );
  try {
    const reader = await signIn(house, 'A');
    expect((await reader.open('/console/channels')).text).toMatch(/Telegram Cần người xử lý Nạp tiền hoặc/);
    const page = await reader.open('/console/channels/telegram');
    expect(page.text).toMatch(/Cần người xử lý Hết tiền hoặc chưa gắn tài khoản trả tiền .* Nạp tiền hoặc/);
  } finally {
    await database.query(`delete from channel_health`);
  }
});

test('a test to oneself says what became of it, comes at most once a minute, and stands in the audit', async () => {
  const { people } = house.hub;
  const trial = '/console/channels/telegram/trial';
  const press = async (reader: Reader) => {
    await reader.open('/console/channels/telegram');
    return await reader.press(trial);
  };
  const secretary = await signIn(house, 'A');
  expect((await press(secretary)).text).toContain('Đồng chí chưa kết nối kênh này');
  const an = await house.join('A');
  expect((await press(secretary)).text).toContain('Đã giao cho kênh.');
  expect((await an.next({ matching: 'gửi thử' })).text).toMatch(/gửi thử trên kênh Telegram, lúc \d\d:\d\d/);
  const soon = await press(secretary);
  expect([soon.status, soon.text]).toEqual([
    429,
    expect.stringContaining('Mỗi phút chỉ gửi thử được một lần'),
  ]);
  expect((await secretary.open('/console/audit')).text).toContain('Gửi thử cho chính mình trên một kênh');
  await people.chats.stop('telegram', String(an.id));
  expect((await press(secretary)).text).toContain('Đồng chí đang ngừng nhận trên kênh này');

  await house.join('V');
  house.standIn.fault({ method: 'sendMessage', kind: { drop: true } });
  expect((await press(await signIn(house, 'V'))).text).toContain('không rõ tin đã tới chưa');

  const binh = await house.join('B');
  const day = calendarDay(house.hub.clock());
  const role = { role: 'deputy', unit: 'X1-C', from: day, reason: 'Chuẩn y' } as const;
  const { id } = await people.giveRole(operator, 'B', role);
  house.standIn.fault({ method: 'sendMessage', kind: { status: 403 } });
  expect((await press(await signIn(house, 'B'))).text).toContain('đồng chí đang chặn');
  expect((await people.chats.memberOf('telegram', String(binh.id)))?.state).toBe('blocked');
  await people.endRole(operator, 'B', id, { on: day, reason: 'Thôi' });
});

test('who was not reached stands by kind and by name; all of a kind are sent again after the exact number was shown', async () => {
  const { recipients } = await unreached();
  const person = await house.join('B');
  // Joining alone sends what was missed; here it stands as it does for whoever was reached too late for that.
  await expect.poll(() => person.inbox.some(({ text }) => text?.includes('Họp chi bộ'))).toBe(true);
  // The phone has it before the ledger says so.
  const gaveUp = () =>
    house.hub.database.query(
      `update delivery set state = 'failed', reason = 'too-many-attempts', handed_over_at = null
       where state = 'handed_over' returning member_id`,
    );
  await expect.poll(async () => (await gaveUp()).length).toBe(1);
  const reader = await signIn(house, 'A');
  const page = await reader.open('/console/channels');
  expect(page.text).toContain(`Chưa kết nối kênh nào không có kênh ${recipients - 1}`);
  expect(page.text).toContain('Gửi nhiều lần không được Telegram 1');

  const names = await reader.open('/console/channels/dead?reason=too-many-attempts&channel=telegram');
  expect(names.text).toContain('B · X1-C');
  expect(names.text).not.toContain('A · X1-C');

  const none = await reader.open('/console/channels/resending?reason=no-channel');
  expect(none.text).toContain('Không có ai để gửi lại');
  const asked = await reader.open('/console/channels/resending?reason=too-many-attempts&channel=telegram');
  expect(asked.text).toContain('đúng 1 đồng chí');
  const before = person.inbox.length;
  const done = await reader.press('/console/channels/resending');
  expect(done.text).toContain('Đã đưa vào gửi lại cho 1 đồng chí.');
  await expect.poll(() => person.inbox.length).toBeGreaterThan(before);
});

test('an old notice’s page says that it was compacted and still adds up; a late thumb hears that it is closed', async () => {
  const { database, notices } = house.hub;
  const [binh, en] = [await house.join('B'), await house.join('E')];
  const { id } = await notices.send({
    from: 'A',
    unit: 'X1-C',
    title: 'Họp tháng 5',
    body: 'Mời đồng chí dự họp.',
    wantsAck: true,
  });
  const asked = { matching: 'Họp tháng 5' };
  const [first, second] = [await binh.next(asked), await en.next(asked)];
  binh.press(first, 'Đã nắm');
  const system = { memberId: null, via: 'system' } as const;
  await expect.poll(async () => (await notices.status(system, id)).byStatus.acknowledged).toBe(1);
  await database.query(`update notice set send_at = send_at - interval '200 days'`);
  await database.query(`update chase_step set due_at = due_at - interval '200 days', state = 'done'`);
  await expect.poll(() => database.query('select from dispatch'), { timeout: 20_000 }).toEqual([]);
  expect(await notices.compact(system, { olderThanDays: 190 })).toEqual({ notices: 1, deliveries: 3 });

  const reader = await signIn(house, 'A');
  const page = await reader.open(`/console/notices/${id}`);
  expect(page.text).toMatch(/được rút gọn .* số liệu và xác nhận vẫn giữ nguyên/);
  expect(page.text).toContain('1 trong 3');
  expect(page.html).not.toContain(`/console/notices/${id}/reminders`);
  const people = await reader.open(`/console/notices/${id}/people`);
  expect(people.text).toContain('chỉ còn các đồng chí đã xác nhận');
  expect(people.text).toContain('B · X1-C');
  expect(people.text).not.toContain('E · X1-C');
  expect(page.text).toContain('Rút gọn thông báo cũ của 3 đồng chí');

  const toasts = en.toasts.length;
  en.press(second, 'Đã nắm');
  await en.until(() => en.toasts.length > toasts);
  expect(en.toasts.at(-1)?.text).toContain('đã khép lại, đồng chí không cần xác nhận nữa');
  expect((await notices.status(system, id)).byStatus.acknowledged).toBe(1);
});
