import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { operator } from '../../hub/platform/audit.ts';
import { csv, memberHeader } from '../people/given.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { signIn } from './reader.ts';

let house: TestHub;
beforeAll(async () => (house = await openTestHub({ roles: ['web', 'bots', 'worker'] })), 60_000);
afterAll(() => house.close(), 60_000);

const url = '/console/people/members/G/data';
beforeEach(async () => {
  await house.clear();
  const { database, people } = house.hub;
  await database.query('delete from erasure');
  await database.query('delete from member_request');
  await people.importMembers(
    operator,
    csv(memberHeader, 'G,Đặng Thị Giang Thu,X1-C,deputy,official,0912345678,thu@example.vn,2019-05-19'),
  );
});
const ask = async (text: string) => {
  const { id } = await house.hub.people.memberByCode('G');
  await house.hub.people.ask(id, 'correction', text);
};

describe('a member’s data', () => {
  test('is handed out by the office as one file', async () => {
    const officer = await signIn(house, 'V');
    const page = await officer.open(url);
    expect(page.status).toBe(200);
    expect(page.text).toContain('Dữ liệu của Đặng Thị Giang Thu');
    expect(page.html).toContain(`href="${url}/file"`);
    const file = await officer.download(`${url}/file`);
    expect(file.name).toBe('G.json');
    expect(JSON.parse(file.content.toString())).toMatchObject({
      member: { fullName: 'Đặng Thị Giang Thu', phone: '+84912345678' },
      roles: [{ role: 'deputy', unit: 'X1-C' }],
    });
  });

  test('is erased after the code was typed once more, and not for any other word', async () => {
    const officer = await signIn(house, 'V');
    const question = await officer.open(`${url}/erasure`);
    expect(question.text).toContain('không lấy lại được');
    expect(question.text).toContain('Còn giữ, không còn tên');
    expect(question.text).toContain('tối đa bảy ngày');
    const refused = await officer.press(`${url}/erasure`, { code: 'H' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('chưa xóa gì');
    await officer.open(`${url}/erasure`);
    const done = await officer.press(`${url}/erasure`, { code: ' G ' });
    expect(done.text).toContain('Đã xóa dữ liệu');
    expect((await officer.open(url)).status).toBe(404);
  });

  test('is one’s own: whoever holds any role sees and erases it, and is signed out by that', async () => {
    const herself = await signIn(house, 'G');
    expect((await herself.open(url)).status).toBe(200);
    await herself.open(`${url}/erasure`);
    expect((await herself.press(`${url}/erasure`, { code: 'G' })).status).toBe(401);
    expect(await house.hub.database.query('select 1 from erasure')).toHaveLength(1);
  });

  test('is nobody else’s', async () => {
    const secretary = await signIn(house, 'A');
    for (const path of [url, `${url}/file`, `${url}/erasure`]) {
      expect((await secretary.open(path)).status, path).toBe(403);
    }
  });
});

describe('requests', () => {
  test('are shown with their day to those who answer, and answered into the chat', async () => {
    const thu = await house.join('G');
    await ask('Ngày vào Đảng của tôi\nlà 19/5/2018.');
    const secretary = await signIn(house, 'A');
    const page = await secretary.open('/console/requests');
    expect(page.text).toContain('Đặng Thị Giang Thu (G), Chi bộ thôn');
    expect(page.text).toContain('Đề nghị sửa dữ liệu');
    expect(page.text).toContain('là 19/5/2018.');
    expect(page.text).toContain('Trả lời chậm nhất ngày');
    const [request] = await house.hub.people.openRequests(operator);
    const done = await secretary.press(`/console/requests/${request!.id}/answer`, { answer: 'Đã sửa.' });
    expect(done.text).toContain('đồng chí ấy nhận được trong trò chuyện');
    expect(done.text).toContain('Không có yêu cầu nào đang chờ trả lời.');
    expect((await thu.next()).text).toBe('Đã sửa.');
  });

  test('of somebody without a chat are answered in person, and the page says so', async () => {
    await ask('Xin xem dữ liệu.');
    const secretary = await signIn(house, 'A');
    await secretary.open('/console/requests');
    const [request] = await house.hub.people.openRequests(operator);
    const done = await secretary.press(`/console/requests/${request!.id}/answer`, {
      answer: 'Mời đồng chí đến.',
    });
    expect(done.text).toContain('Đồng chí báo trực tiếp.');
  });

  test('that are late stand out', async () => {
    await ask('Gấp.');
    await house.hub.database.query(`update member_request set due_on = '2026-01-05'`);
    const secretary = await signIn(house, 'A');
    const page = await secretary.open('/console/requests');
    expect(page.text).toMatch(/Đã quá hạn.*Trả lời chậm nhất ngày 05\/01\/2026/s);
    expect(page.html).toContain('card-attention');
  });
});
