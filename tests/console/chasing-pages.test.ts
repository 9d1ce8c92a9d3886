import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { signIn, type Reader } from './reader.ts';

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

const written = {
  unit: 'X1-C',
  to: 'members',
  kind: 'notice',
  title: 'Họp chi bộ tháng 12',
  body: 'Mời đồng chí dự họp lúc 19h30.',
  ack: 'yes',
  when: 'now',
};

async function send(reader: Reader, fields: Record<string, string> = {}) {
  await reader.open('/console/notices/new');
  const preview = await reader.press('/console/notices/new', { ...written, ...fields });
  expect(preview.status).toBe(200);
  return { preview, page: await reader.press(`${preview.url}/sending`) };
}

/** So many hours ago it was sent. */
async function hoursPass(hours: number): Promise<void> {
  const { database, notices } = house.hub;
  await expect
    .poll(() =>
      database.query(`select from delivery where state = 'created' union all select from audience_slice`),
    )
    .toEqual([]);
  const earlier = `- $1 * interval '1 hour'`;
  await database.query(`update notice set send_at = send_at ${earlier}, created_at = created_at ${earlier}`, [
    hours,
  ]);
  await database.query(`update delivery set handed_over_at = handed_over_at ${earlier}`, [hours]);
  await database.query(`update chase_step set due_at = due_at ${earlier}, done_at = done_at ${earlier}`, [
    hours,
  ]);
  await notices.chase();
}

test('the plan is chosen when writing, shown before sending, and followed on the page of the notice', async () => {
  const person = await house.join('B');
  const leader = await house.join('A');
  const reader = await signIn(house, 'A');
  const { preview, page } = await send(reader, { chase: 'own', chaseHours: '24h, 48, 3d' });
  expect(preview.text).toMatch(
    /Nếu chưa xác nhận Nhắc lại: \d\d:\d\d ngày .* Nhắc qua kênh khác: .* Đưa vào danh sách cần gặp trực tiếp: /,
  );
  expect(preview.text).not.toContain('Báo số liệu lên cấp trên');
  await person.next();
  await leader.next();
  expect(page.text).toMatch(/Nhắc khi còn im lặng .* Nhắc lại sắp tới .* Nhắc qua kênh khác sắp tới/);

  await hoursPass(24);
  expect((await person.next()).text).toContain('Nhắc đồng chí: Họp chi bộ tháng 12');
  await leader.next();
  const once = await reader.open(page.url);
  expect(once.text).toContain('Nhắc lại đã làm: 2 đồng chí còn im lặng');
  expect(once.text).toContain('Tự nhắc 2 đồng chí chưa xác nhận');
  await hoursPass(24);
  await person.next();
  await leader.next();
  await hoursPass(24);
  const today = await reader.open('/console');
  expect(today.text).toContain('Cần gặp trực tiếp: Phạm Thị Én (X1-C), Trần Thị Bình (X1-C)');
  expect(today.text).toContain('Xem và báo trực tiếp');
  expect((await reader.open(page.url)).text).toContain(
    'Đưa vào danh sách cần gặp trực tiếp đã làm: 3 đồng chí',
  );

  await house.hub.notices.acknowledge(
    (await house.hub.people.memberByCode('B')).id,
    page.url.split('/').at(-1)!,
  );
  expect((await reader.open('/console')).text).toContain('Cần gặp trực tiếp: Phạm Thị Én (X1-C) ');
});

test('chasing is stopped from the page, after a question, and nobody is reminded', async () => {
  const person = await house.join('B');
  const reader = await signIn(house, 'A');
  const { page } = await send(reader);
  await person.next();
  expect(page.text).toMatch(/Nhắc lại sắp tới .* Báo số liệu lên cấp trên sắp tới/);
  const question = await reader.open(`${page.url}/chase/stopping`);
  expect(question.text).toContain('4 bước sắp tới sẽ không làm nữa');
  const stopped = await reader.press(`${page.url}/chase/stopping`);
  expect(stopped.text).toContain('Đã thôi nhắc: 4 bước không làm nữa.');
  expect(stopped.text).toMatch(/Nhắc lại đã thôi .* Báo số liệu lên cấp trên đã thôi/);
  expect(stopped.text).not.toContain('sắp tới');
  expect(stopped.text).toContain('Thôi nhắc, 4 bước không làm nữa');
  await hoursPass(200);
  expect(await house.hub.database.query(`select from notice where kind <> 'notice'`)).toEqual([]);
});

test('hours that make no sense are said beside their field or above the form; without an answer wanted nobody is chased', async () => {
  const reader = await signIn(house, 'A');
  await reader.open('/console/notices/new');
  const wrong = await reader.press('/console/notices/new', { ...written, chase: 'own', chaseHours: 'mai' });
  expect([wrong.status, wrong.text]).toEqual([
    422,
    expect.stringContaining('Ghi từ một đến bốn mốc giờ tăng dần'),
  ]);
  expect(wrong.html, 'what was typed stays').toContain('value="mai"');
  const falling = await reader.press('/console/notices/new', {
    ...written,
    chase: 'own',
    chaseHours: '48, 24',
  });
  expect([falling.status, falling.text]).toEqual([422, expect.stringContaining('Cách nhắc lại chưa đúng')]);
  const { ack: _, ...quiet } = written;
  const preview = await reader.press('/console/notices/new', { ...quiet, chase: 'gentle' });
  expect(preview.text).not.toContain('Nếu chưa xác nhận');
  const page = await reader.press(`${preview.url}/sending`);
  expect(page.text).not.toContain('Nhắc khi còn im lặng');
});

test('a secretary sees of a notice from above when her people are reminded, without the figures of others', async () => {
  const person = await house.join('B');
  const { id } = await house.hub.notices.send({
    from: 'V',
    unit: 'T',
    title: 'Từ tỉnh',
    body: 'Nội dung',
    wantsAck: true,
  });
  await person.next();
  await hoursPass(24);
  const reader = await signIn(house, 'A');
  const page = await reader.open(`/console/notices/${id}`);
  expect(page.text).toMatch(/Nhắc lại đã làm Nhắc|Nhắc lại đã làm \d\d:/);
  expect(page.text).not.toContain('Thôi nhắc');
  expect((await reader.open(`/console/notices/${id}/chase/stopping`)).status).toBe(403);
});
