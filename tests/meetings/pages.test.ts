import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Person } from '../../bots/telegram/stand-in/index.ts';
import { operator } from '../../hub/platform/audit.ts';
import { signIn, type Reader, type Seen } from '../console/reader.ts';
import { csv, memberHeader } from '../people/given.ts';
import { monday, openMovingHub, thursday, type MovingHub } from './moving-hub.ts';

// The meeting of one cell, as its secretary handles it in the console without scripts.

let house: MovingHub;
let secretary: Reader;
let phone: Person;
const list = '/console/meetings';
beforeAll(async () => {
  house = await openMovingHub({}, ['web', 'bots', 'worker']);
  const above = csv(memberHeader, 'W,Hoàng Thị Xuân,X1,officer,official,,,');
  await house.hub.people.importMembers(operator, above);
  phone = await house.join('B');
  secretary = await signIn(house, 'A');
}, 60_000);
afterAll(() => house.close(), 60_000);

/** What stands in the form, as a browser would send it, with what is typed over it. */
const form = (typed: Record<string, string | string[]> = {}) => ({
  day: '03/12/2026',
  time: '19h30',
  place: 'Nhà văn hóa thôn Một',
  kind: 'regular',
  repeat: 'none',
  remind: ['4320', '1440'],
  item: ['Kiểm điểm tháng 11', 'Nhiệm vụ tháng 12'],
  itemMinutes: ['30', ''],
  itemRapporteur: ['Đồng chí An', ''],
  ...typed,
});

/** Another day: what signs somebody in does not last for weeks. */
async function dawns(moment: Date | string): Promise<void> {
  house.at(moment);
  secretary = await signIn(house, 'A');
}

/** The cell's latest meeting. */
async function latest(): Promise<string> {
  return (await house.hub.meetings.ofUnit(operator, 'X1-C'))[0]!.id;
}

async function closed(startsAt: string, marks: Record<string, 'present' | 'late' | 'excused' | 'absent'>) {
  const by = await house.as('A');
  const start = new Date(startsAt);
  house.at(new Date(start.getTime() - 86_400_000));
  const id = await house.call({ startsAt: start });
  house.at(start);
  await house.hub.meetings.open(by, id);
  const given = Object.entries(marks).map(([member, mark]) => ({ member, mark, at: start }));
  await house.hub.attendance.mark(by, id, given);
  await house.hub.meetings.close(by, id);
  return id;
}

test('an empty list says what to do; the form comes filled in, and an agenda line more or less needs no script', async () => {
  const empty = await secretary.open(list);
  expect(empty.text).toContain('Chưa có buổi họp nào. Đồng chí bấm “Triệu tập buổi mới”');
  const page = await secretary.open(`${list}/new`);
  expect(page.html).toContain('value="19:30"');
  expect(page.html).toMatch(/name="item"[^>]*>Mở đầu/);
  const added = await secretary.press(`${list}/new`, form({ do: 'add' }));
  expect(added.html.match(/name="item"/g)).toHaveLength(3);
  const removed = await secretary.press(`${list}/new`, form({ do: 'remove-0' }));
  expect(removed.html).not.toContain('Kiểm điểm tháng 11');
  expect(removed.html).toContain('Nhiệm vụ tháng 12');
  // An agenda nobody has touched follows the kind.
  await secretary.open(`${list}/new`);
  const items = [...page.html.matchAll(/name="item"[^>]*>([^<]*)</g)].map(([, title]) => title!);
  const rest = (name: string) =>
    [...page.html.matchAll(new RegExp(`name="${name}"[^>]*value="([^"]*)"`, 'g'))].map(([, text]) => text!);
  const untouched = { item: items, itemMinutes: rest('itemMinutes'), itemRapporteur: items.map(() => '') };
  const congress = await secretary.press(`${list}/new`, form({ ...untouched, kind: 'congress', do: 'edit' }));
  expect(congress.html).not.toContain(`>${items[2]}<`);
});

test('what is wrong is said at its field, and all that was typed stays', async () => {
  await secretary.open(`${list}/new`);
  const wrong = await secretary.press(
    `${list}/new`,
    form({ day: '45/13', time: 'tối', repeat: 'own', rule: 'khi nào rảnh' }),
  );
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('Ngày chưa đúng.');
  expect(wrong.text).toContain('Giờ chưa đúng.');
  expect(wrong.html).toContain('value="45/13"');
  await secretary.open(`${list}/new`);
  const past = await secretary.press(`${list}/new`, form({ day: '29/11/2026' }));
  expect(past.status).toBe(422);
  expect(past.text).toContain('đã qua');
});

test('the preview: who is called, a day off with a better one a press away, the days of a series', async () => {
  await secretary.open(`${list}/new`);
  const preview = await secretary.press(
    `${list}/new`,
    form({ day: '01/01/2027', repeat: 'date', minutes: '60', do: 'preview' }),
  );
  expect(preview.status).toBe(200);
  for (const words of [
    '3 đồng chí',
    'Ngày họp trùng',
    'ngắn hơn mức tối thiểu',
    'Các buổi sau',
    'ngày 1 hằng tháng',
  ])
    expect(preview.text).toContain(words);
  expect(preview.text).toContain('1. Kiểm điểm tháng 11');
  const better = await secretary.press(`${list}/new`, { do: 'preview' });
  expect(better.text).not.toContain('Ngày họp trùng');
  expect(better.text).toContain('Thời gian 19 giờ 30, thứ Bảy 02/01/2027');
  // Only this one is moved, not the custom.
  expect(better.text).toContain('ngày 1 hằng tháng');
});

test('sent once, however often the button is pressed; with a document that the invitation names', async () => {
  await house.read(phone);
  await secretary.open(`${list}/new`);
  await secretary.press(`${list}/new`, form({ repeat: 'weekday', do: 'preview' }));
  const file = new File(['Dự thảo'], 'Dự thảo nghị quyết.txt', { type: 'text/plain' });
  const sent = await secretary.press(`${list}/new/sending`, { file: [file] });
  const id = await latest();
  expect(sent.url).toBe(`${list}/${id}`);
  expect(sent.text).toContain('Đã gửi giấy mời tới 3 đồng chí.');
  await house.until(monday);
  const [invitation] = await house.read(phone);
  expect(invitation!.text).toContain('Tài liệu: Dự thảo nghị quyết.txt');
  expect(invitation!.text).toContain('Đồng chí An trình bày');
  const page = await secretary.open(sent.url);
  expect(page.text).toContain('thứ Năm tuần đầu hằng tháng');
  expect(page.text).toContain('Đã tới 1 đồng chí, đang gửi 0, chưa tới 2.');
  expect(page.text).toMatch(/Nguyễn Văn An.*Phạm Thị Én/);
  const document = /href="([^"]+\/documents\/[^"]+)"/.exec(page.html)![1]!;
  expect((await secretary.download(document)).content.toString()).toBe('Dự thảo');

  await secretary.open(`${list}/new`);
  await secretary.press(`${list}/new`, form({ day: '04/12/2026', do: 'preview' }));
  const press = () => secretary.press(`${list}/new/sending`);
  const [once, again] = await Promise.all([press(), press()]);
  expect(again.url).toBe(once.url);
  await house.hub.meetings.cancel(operator, await latest(), {});
});

test('answers: who comes, who does not and why; accepted, asked back, said for somebody, asked once more', async () => {
  const [{ id } = { id: '' }] = (await house.hub.meetings.coming(operator)).filter(
    ({ state }) => state === 'called',
  );
  const url = `${list}/${id}`;
  const b = (await house.hub.people.memberByCode('B')).id;
  await house.hub.attendance.answer(b, id, { answer: 'no', reason: 'con ốm' }, 'chat');
  const page = await secretary.open(url);
  expect(page.text).toContain('Báo dự: 0 · báo vắng: 1 · chưa trả lời: 2');
  expect(page.text).toContain('con ốm Chờ đồng chí xem');
  await house.read(phone);
  const asked = await secretary.press(`${url}/excuses`, {
    decision: 'ask',
    question: 'Cháu nằm viện nào?',
  });
  expect(asked.text).toContain('Đã ghi câu hỏi và báo cho đồng chí ấy.');
  await expect
    .poll(async () => (await house.read(phone)).map(({ text }) => text).join())
    .toContain('Cháu nằm viện nào?');
  const accepted = await secretary.press(`${url}/excuses`, { decision: 'accept' });
  expect(accepted.text).toContain('con ốm Đã đồng ý');
  const answered = await secretary.press(`${url}/answers`, { member: 'E', answer: 'yes' });
  expect(answered.text).toContain('Báo dự: 1 · báo vắng: 1 · chưa trả lời: 1');
  expect(answered.text).toContain('Chưa chắc đủ để thông qua nghị quyết');
  const chased = await secretary.press(`${url}/chasing`);
  expect(chased.text).toMatch(/Đã nhắc 1 đồng chí|Không nhắc thêm/);

  // From above there are figures, and no names.
  const officer = await signIn(house, 'W');
  const seen = await officer.open(url);
  expect(seen.text).toContain('Báo dự: 1 · báo vắng: 1 · chưa trả lời: 1');
  expect(seen.text).not.toMatch(/con ốm|Trần Thị Bình|Phạm Thị Én/);
});

test('changed: only what is otherwise is told; the agenda and its lines; called off once, with a reason', async () => {
  const [{ id } = { id: '' }] = (await house.hub.meetings.coming(operator)).filter(
    ({ state }) => state === 'called',
  );
  const url = `${list}/${id}`;
  await house.read(phone);
  const change = await secretary.open(`${url}/change`);
  expect(change.text).toContain('Từ buổi này về sau');
  const same = {
    day: '03/12/2026',
    time: '19:30',
    minutes: '90',
    kind: 'regular',
    link: '',
    lateAfter: /name="lateAfter" value="(\d+)"/.exec(change.html)?.[1] ?? '15',
    guests: '',
    remind: ['4320', '1440'],
    scope: 'one',
    chair: 'A',
  };
  const changed = await secretary.press(`${url}/change`, { ...same, place: 'Đình làng' });
  expect(changed.text).toMatch(/Đã lưu và báo cho \d đồng chí/);
  expect(changed.text).toContain('Chủ trì Nguyễn Văn An');
  await house.until(new Date('2026-11-30T10:00+07:00'));
  expect((await house.read(phone)).map(({ text }) => text).join()).toContain('Địa điểm mới: Đình làng');
  await secretary.open(`${url}/change`);
  const refused = await secretary.press(`${url}/change`, { ...same, place: 'Đình làng', day: '99' });
  expect(refused.status).toBe(422);

  const agenda = await secretary.open(`${url}/agenda`);
  const ids = [...agenda.html.matchAll(/name="itemId" value="([^"]+)"/g)].map(([, each]) => each!);
  const none = { itemMinutes: ids.map(() => ''), itemRapporteur: ids.map(() => '') };
  // Hidden fields go along by themselves, as in a browser.
  const saved = await secretary.press(`${url}/agenda`, {
    ...none,
    item: ids.map((_, index) => `Việc ${index + 1}`),
  });
  expect(saved.text).toContain('Việc 2');

  const cancelling = await secretary.open(`${url}/cancelling`);
  expect(cancelling.text).toContain('3 đồng chí đã được mời sẽ được báo hủy');
  const cancelled = await secretary.press(`${url}/cancelling`, { reason: 'Bão về', scope: 'following' });
  expect(cancelled.text).toContain('Đã hủy buổi họp và báo cho');
  expect(cancelled.text).toContain('Lý do: Bão về');
});

test('closed after one question; corrected for seven days, with a reason; then the minutes wait on Hôm nay', async () => {
  house.at(monday);
  const id = await house.call();
  const url = `${list}/${id}`;
  const today = await secretary.open('/console');
  expect(today.html).toContain(`href="${url}"`);
  await dawns(thursday);
  await house.hub.meetings.open(await house.as('A'), id);
  const question = await secretary.open(`${url}/closing`);
  expect(question.text).toContain('Chưa điểm danh 3 đồng chí.');
  const over = await secretary.press(`${url}/closing`);
  expect(over.text).toContain('Vắng không lý do 3');
  const corrected = await secretary.press(`${url}/corrections`, {
    member: 'B',
    mark: 'present',
    reason: 'Đến mà chưa ghi',
  });
  expect(corrected.text).toContain(
    'Trần Thị Bình: Vắng không lý do sửa thành Có mặt. Lý do: Đến mà chưa ghi',
  );
  expect((await secretary.open('/console')).text).toContain('Biên bản chưa xong.');
  await dawns('2026-12-12T09:00+07:00');
  expect((await secretary.open(url)).text).not.toContain('Sửa được đến');
});

test('what a series proposes is called by one press, on its day or another', async () => {
  house.at('2026-12-12T09:00+07:00');
  const repeat = 'FREQ=MONTHLY;BYMONTHDAY=15';
  await house.call({ startsAt: new Date('2026-12-15T19:30+07:00'), repeat });
  await house.until('2026-12-22T09:00+07:00');
  await dawns('2026-12-22T09:00+07:00');
  const proposed = (await house.hub.meetings.ofUnit(operator, 'X1-C')).find(
    ({ state }) => state === 'proposed',
  )!;
  const today = await secretary.open('/console');
  expect(today.text).toContain('Lịch lặp lại đề xuất');
  await secretary.open(`${list}/${proposed.id}`);
  const confirmed: Seen = await secretary.press(`${list}/${proposed.id}/confirmation`, {
    day: '16/01/2027',
    time: '8h',
  });
  expect(confirmed.text).toContain('8 giờ, thứ Bảy 16/01/2027');
  expect(confirmed.text).toContain('Đã triệu tập');
});

test('the year: by month for all, by name for the secretary, who also hears whom to ask after; the same as a table', async () => {
  await closed('2027-02-03T19:30+07:00', { A: 'present', B: 'present', E: 'absent' });
  await closed('2027-03-03T19:30+07:00', { A: 'present', B: 'late', E: 'absent' });
  await dawns('2027-03-10T09:00+07:00');
  const year = await secretary.open(`${list}/year?unit=X1-C&year=2027`);
  expect(year.text).toContain('Hỏi thăm');
  expect(year.text).toMatch(/Phạm Thị Én\s*: vắng tháng 2, 3/);
  expect(year.text).toContain('Tháng 2 1 2 0 0 1 67');
  expect(year.text).toContain('Trần Thị Bình 2 1 1 0 0');
  expect((await secretary.open('/console')).text).toContain(
    'Họp lúc 8 giờ, thứ Bảy 16/01/2027 mà chưa kết thúc',
  );
  const file = await secretary.download(`${list}/year/file.xlsx?unit=X1-C&year=2027`);
  expect(file.name).toBe('sinh-hoat-X1-C-2027.xlsx');
  expect(file.content.subarray(0, 2).toString()).toBe('PK');

  const officer = await signIn(house, 'W');
  const above = await officer.open(`${list}/year?year=2027`);
  expect(above.text).toContain('Theo chi bộ');
  const drilled = await officer.open(`${list}/year?unit=X1-C&year=2027`);
  expect(drilled.text).toContain('Tháng 2 1 2 0 0 1 67');
  expect(drilled.text).not.toMatch(/Phạm Thị Én|Hỏi thăm/);
});

test('the month of a commune: who has called, who is late, whether there were voters enough', async () => {
  const officer = await signIn(house, 'W');
  const page = await officer.open(`${list}/month?month=2027-03`);
  expect(page.text).toContain('1 đã họp');
  expect(page.text).toMatch(/19 giờ 30, thứ Tư 03\/03\/2027 Đã kết thúc Đủ số người Chưa duyệt/);
  house.at('2027-04-26T09:00+07:00');
  const later = await signIn(house, 'W');
  expect((await later.open(`${list}/month?unit=X1`)).text).toContain('Chậm triệu tập');
});
