import { afterAll, beforeAll, expect, test } from 'vitest';
import { operator } from '../../hub/platform/audit.ts';
import type { Language } from '../../hub/platform/locales.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';

// Wednesday, 12/03/2036, 09:00 in Vietnam.
const now = new Date('2036-03-12T02:00:00Z');
let house: TestHub;
beforeAll(async () => {
  house = await openTestHub({ roles: ['bots', 'worker'], clock: () => now });
  const { meetings } = house.hub;
  const call = async (title: string, startsAt: string) =>
    await meetings.call({
      from: 'A',
      unit: 'X1-C',
      title,
      startsAt: new Date(startsAt),
      place: 'Nhà văn hóa thôn',
    });
  const { id } = await call('Sinh hoạt chi bộ tháng 3', '2036-03-20T12:30:00Z');
  await house.hub.attendance.answer((await member('B')).memberId, id, { answer: 'yes' }, 'chat');
}, 60_000);
afterAll(async () => await house.close());

test('meetings come with hour, place and what one has answered', async () => {
  const march = await ask('B', 'Lịch họp chi bộ tháng này?');
  expect(march).toContain('19 giờ 30');
  expect(march).toContain('20/03/2036');
  expect(march).toContain('Nhà văn hóa thôn');
  expect(march).toContain('Đồng chí đã báo dự.');
  expect(await ask('E', 'bao gio hop')).toContain('Đồng chí chưa báo dự hay vắng.');
  expect(await ask('B', 'Tuần này chi bộ có họp không?')).toMatch(
    /^Trong thời gian ấy chưa có buổi nào.*\n.*20\/03\/2036/,
  );
  expect(await ask('D', 'Chi bộ tôi họp khi nào?')).toBe(
    'Hiện chưa có buổi sinh hoạt nào mời đồng chí. Có lịch mới, hệ thống sẽ báo.',
  );
});

test('who leads is said by name and office, and nothing by which they are reached', async () => {
  expect(await ask('B', 'ai la bi thu chi bo toi')).toMatch(
    /^Phụ trách .*:\nBí thư: đồng chí Nguyễn Văn An$/,
  );
  expect(await ask('D', 'Ai là bí thư chi bộ tôi?')).toMatch(/^Hệ thống chưa ghi ai phụ trách/);
});

test('how many there are in the cell, and in the commune', async () => {
  expect(await ask('B', 'Chi bộ tôi có bao nhiêu đảng viên?')).toMatch(
    / có 3 đảng viên: 3 chính thức, 0 dự bị\.$/,
  );
  expect(await ask('C', 'Chi bộ mình có mấy đảng viên')).toMatch(/ có 1 đảng viên: 0 chính thức, 1 dự bị\.$/);
  expect(await ask('B', 'Đảng bộ xã tôi có bao nhiêu đảng viên?')).toMatch(
    / có 4 đảng viên: 3 chính thức, 1 dự bị\.$/,
  );
});

test('where one belongs and what one is', async () => {
  expect(await ask('B', 'Tôi sinh hoạt ở chi bộ nào?')).toMatch(/^Đồng chí sinh hoạt tại .*, thuộc .*\.$/);
  expect(await ask('C', 'Tôi là đảng viên chính thức hay dự bị?')).toMatch(
    /^Đồng chí là đảng viên dự bị \(ghi từ ngày/,
  );
  expect(await ask('C', 'Tôi là đảng viên chính thức hay dự bị?', 'en')).toMatch(
    /^You are a probationary member/,
  );
});

test('what waits for one’s acknowledgement', async () => {
  expect(await ask('B', 'Tôi còn văn bản nào chưa xác nhận?')).toBe(
    'Không có văn bản, thông báo nào đang chờ đồng chí xác nhận.',
  );
});

test('how far one’s opinions have come, without what they say', async () => {
  const { memberId } = await member('B');
  const said = {
    unit: 'X1-C',
    level: 'confidential',
    kind: 'proposal',
    text: 'Đề nghị sửa mái nhà văn hóa',
  } as const;
  expect(await ask('B', 'Ý kiến của tôi đến đâu rồi?')).toBe('Đồng chí chưa gửi ý kiến nào.');
  const { number } = await house.hub.feedback.saying.say(memberId, said, 'chat');
  const answer = await ask('B', 'y kien cua toi den dau roi');
  expect(answer).toContain(number);
  expect(answer).not.toContain('mái nhà');
  const kept = await house.hub.database.query<{ count: number }>(
    'select count(*)::int from assistant_answer',
  );
  expect(kept[0]!.count).toBeGreaterThan(0);
});

test('at how many meetings one was', async () => {
  expect(await ask('B', 'Năm nay tôi dự mấy buổi?')).toBe(
    'Năm 2036 chưa có buổi sinh hoạt nào của đồng chí được chốt điểm danh.',
  );
  const by = await member('A');
  const [meeting] = await house.hub.meetings.ofMember((await member('B')).memberId);
  await house.hub.meetings.open(by, meeting!.id);
  await house.hub.attendance.mark(by, meeting!.id, [{ member: 'B', mark: 'present', at: now }]);
  await house.hub.meetings.close(by, meeting!.id);
  expect(await ask('B', 'toi vang may buoi')).toBe(
    'Năm 2036, đến nay đồng chí được mời 1 buổi: dự 1 (trong đó đến muộn 0), vắng có lý do 0, vắng không lý do 0.',
  );
  expect(await ask('E', 'toi vang may buoi')).toContain('vắng không lý do 1');
});

test('who is suspended is told nothing of the unit', async () => {
  const status = { status: 'suspended', from: '2036-03-01', reason: 'Quyết định' } as const;
  await house.hub.people.setStatus(operator, 'E', status);
  expect(await ask('E', 'Ai là bí thư chi bộ tôi?')).toMatch(/^Tôi chưa trả lời được/);
});

async function ask(code: string, text: string, language: Language = 'vi'): Promise<string> {
  const reply = await house.hub.assistant.ask(await member(code), { text, language, via: 'chat' });
  if (reply.kind !== 'own') throw new Error(JSON.stringify(reply));
  const again = await house.hub.assistant.answer(await member(code), reply.id);
  if (language === 'vi') expect(again.reply).toEqual(reply);
  return reply.text;
}

async function member(code: string) {
  return { memberId: (await house.hub.people.memberByCode(code)).id, via: 'chat' as const };
}
