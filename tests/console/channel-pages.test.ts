import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { signIn } from './reader.ts';

let house: TestHub;
beforeAll(async () => {
  house = await openTestHub({ roles: ['web', 'bots', 'worker'] });
}, 60_000);
afterAll(async () => {
  await house.close();
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

test('who was not reached stands by kind and by name; all of a kind are sent again after the exact number was shown', async () => {
  const { recipients } = await unreached();
  const person = await house.join('B');
  // Joining alone sends what was missed; here it stands as it does for whoever was reached too late for that.
  await expect.poll(() => person.inbox.some(({ text }) => text?.includes('Họp chi bộ'))).toBe(true);
  await house.hub.database.query(
    `update delivery set state = 'failed', reason = 'too-many-attempts', handed_over_at = null
     where state = 'handed_over'`,
  );
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
