import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Person } from '../../bots/telegram/stand-in/index.ts';
import type { SaidByMember } from '../../hub/feedback/index.ts';
import { operator } from '../../hub/platform/audit.ts';
import { signIn, type Reader } from '../console/reader.ts';
import { monday, openMovingHub, type MovingHub } from '../meetings/moving-hub.ts';
import { csv, memberHeader } from '../people/given.ts';

// What was said to a cell, as those who answer for it handle it in the console without scripts.

let house: MovingHub;
let secretary: Reader;
let deputy: Reader;
let phone: Person;
/** Both are, on the Monday on which each test begins. */
let signedIn = false;
const inbox = '/console/feedback';
const settings = `${inbox}/settings`;

beforeAll(async () => {
  house = await openMovingHub({}, ['web', 'bots', 'worker']);
  const others = [
    'F,Lê Văn Phó,X1-C,deputy,official,,,',
    'W,Hoàng Thị Xuân,X1,officer,official,,,',
    'G,Vàng Thị Gấm,X2-C,secretary,official,,,',
  ];
  await house.hub.people.importMembers(operator, csv(memberHeader, ...others));
  phone = await house.join('B');
}, 60_000);
afterAll(() => house.close(), 60_000);
beforeEach(async () => {
  const { database } = house.hub;
  for (const table of ['feedback_item', 'feedback_staged', 'feedback_topic', 'feedback_canned_answer'])
    await database.query(`delete from ${table}`);
  house.at(monday);
  if (!signedIn) await dawns(monday);
});

/** Another day: what signs somebody in lasts for half of one. */
async function dawns(moment: Date | string): Promise<void> {
  house.at(moment);
  signedIn = moment === monday;
  [secretary, deputy] = await Promise.all([signIn(house, 'A'), signIn(house, 'F')]);
}

/** B says something to the cell; what is confidential is read the next morning. */
async function said(given: Partial<SaidByMember> = {}): Promise<string> {
  const { feedback, people } = house.hub;
  const { id } = await people.memberByCode('B');
  const what = { unit: 'X1-C', level: 'named', kind: 'proposal', text: 'Đề nghị sửa đường thôn.', ...given };
  await feedback.saying.say(id, what as SaidByMember, 'chat');
  if (given.level === 'confidential') await dawns('2026-12-01T09:00+07:00');
  await feedback.work();
  const items = await feedback.answering.list(await house.as('A'));
  return `${inbox}/${items.find(({ text }) => text === what.text)!.id}`;
}

test('an empty inbox says what will come, and why a small cell has no page without names', async () => {
  const { text } = await secretary.open(inbox);
  expect(text).toContain('Không có ý kiến nào đang chờ. Khi đảng viên gửi câu hỏi');
  expect(text).toContain('Chi bộ thôn có dưới 10 đồng chí nên không mở trang này');
  const { text: today } = await secretary.open('/console');
  expect(today).not.toContain('Ý kiến gửi Chi bộ thôn');
});

test('who answers for nothing is told so, and sees nothing of others', async () => {
  const item = await said();
  const elsewhere = await signIn(house, 'G');
  expect((await elsewhere.open(inbox)).text).not.toContain('sửa đường');
  expect((await elsewhere.open(item)).status).toBe(404);
  expect((await elsewhere.open(`${settings}?unit=X1-C`)).status).toBe(403);
  // Above the cell one reads figures, not what was said.
  const above = await signIn(house, 'W');
  expect((await above.open(item)).status).toBe(404);
});

test('the inbox: first words, from whom, by when in words; Hôm nay counts them', async () => {
  const item = await said({ topic: 'Giao thông' });
  const { text, html } = await secretary.open(inbox);
  for (const words of [
    '1 ý kiến đang chờ trả lời.',
    'Đề nghị sửa đường thôn.',
    'Kiến nghị · Giao thông · Trần Thị Bình · Chi bộ thôn',
    '30/11/2026',
    'Còn 30 ngày làm việc, đến 12/01/2027',
    'Mới',
  ])
    expect(text).toContain(words);
  expect(html).toContain(`href="${item}"`);
  expect((await secretary.open('/console')).text).toContain('Ý kiến gửi Chi bộ thôn 1 ý kiến đang chờ');
  const confidential = await secretary.open(`${inbox}?show=open&level=confidential`);
  expect(confidential.text).toContain('Không có ý kiến nào như đồng chí chọn.');
});

test('what was written is shown as it was written, and is nothing else', async () => {
  const text = 'Dòng một <script>alert(1)</script>\nDòng hai & “ba” \u05d0\u05d1';
  const item = await said({ text });
  const { html } = await secretary.open(item);
  expect(html).toContain('Dòng một &lt;script>alert(1)&lt;/script>\nDòng hai &amp; “ba” \u05d0\u05d1');
  expect(html).toMatch(/<div class="as-written" dir="auto">Dòng một/);
  expect((await secretary.open(inbox)).html).toContain('<bdi>Dòng một &lt;script>');
});

test('two officers see each other; what one wrote meanwhile is shown to the other, whose words stay', async () => {
  const item = await said();
  await deputy.open(item);
  await secretary.open(item);
  const taken = await secretary.press(`${item}/taking`);
  expect(taken.text).toContain('Đồng chí đã nhận xử lý.');
  expect(taken.text).toContain('Thôi xử lý');
  const late = await deputy.press(`${item}/replies#reply`, { do: 'send', text: 'Chi bộ ghi nhận.' });
  expect(late.status).toBe(409);
  expect(late.text).toContain('Từ khi đồng chí mở trang này, đã có thêm: Nhận xử lý');
  expect(late.text).toContain('Đồng chí Nguyễn Văn An đang xử lý ý kiến này.');
  expect(late.html).toMatch(/<textarea[^>]*>Chi bộ ghi nhận\.<\/textarea>/);
  const sent = await deputy.press(`${item}/replies#reply`, { do: 'send', text: 'Chi bộ ghi nhận.' });
  expect(sent.text).toContain('Đã ghi câu trả lời.');
  expect(sent.text).toMatch(/Trả lời 30\/11\/2026 · Lê Văn Phó · Chi bộ thôn Chi bộ ghi nhận\./);
  await house.hub.feedback.work();
  await expect
    .poll(() => phone.inbox.some((message) => JSON.stringify(message).includes('Chi bộ ghi nhận.')))
    .toBe(true);
  expect((await secretary.open(`${inbox}?show=answered`)).text).toContain('Đã trả lời');
});

test('a prepared answer comes under what was typed; nothing is sent by it', async () => {
  await secretary.open(`${settings}?unit=X1-C`);
  const answer = { title: 'Ghi nhận', text: 'Chi bộ đã ghi nhận.' };
  expect((await secretary.press(`${settings}/answers`, answer)).text).toContain('Đã lưu. Tiếp nhận ý kiến');
  const [canned] = await house.hub.feedback.answering.cannedAnswers(await house.as('A'), 'X1-C');
  const item = await said();
  await secretary.open(item);
  const filled = await secretary.press(`${item}/replies#reply`, {
    do: 'insert',
    canned: canned!.id,
    text: 'Chào đồng chí.',
  });
  expect(filled.status).toBe(200);
  expect(filled.html).toMatch(/<textarea[^>]*>Chào đồng chí\.\n\nChi bộ đã ghi nhận\.<\/textarea>/);
  expect((await secretary.open(item)).text).toContain('Mới');
});

test('after its day an answer needs a reason: red, in words, and what was typed stays', async () => {
  const item = await said();
  await dawns('2027-01-15T09:00+07:00');
  expect((await secretary.open(inbox)).html).toContain(
    '<span class="badge badge-bad">Quá hạn 3 ngày làm việc, từ 12/01/2027</span>',
  );
  const page = await secretary.open(item);
  expect(page.text).toContain('Lý do trả lời muộn');
  const refused = await secretary.press(`${item}/replies#reply`, { do: 'send', text: 'Sẽ làm quý I.' });
  expect(refused.status).toBe(422);
  expect(refused.html).toMatch(/<textarea[^>]*>Sẽ làm quý I\.<\/textarea>/);
  const reason = { do: 'send', text: 'Sẽ làm quý I.', lateReason: 'Chờ xã duyệt kinh phí.' };
  const sent = await secretary.press(`${item}/replies#reply`, reason);
  expect(sent.text).toContain('Lý do trả lời muộn Chờ xã duyệt kinh phí.');
});

test('a confidential item names nobody; forwarded, it is gone, and what was being written is given back', async () => {
  const item = await said({ level: 'confidential', text: 'Họp hay muộn giờ.' });
  await deputy.open(item);
  const page = await secretary.open(item);
  expect(page.text).toContain('Người viết được giữ kín, câu trả lời sẽ được chuyển đến đồng chí ấy.');
  expect(page.html).not.toContain('Bình');
  expect(page.text).toContain('Đảng bộ xã Một (X1) – cấp trên');
  const forwarded = await secretary.press(`${item}/forwardings`, { unit: 'X1', reason: 'Thuộc xã' });
  expect(forwarded.text).toContain('Đã chuyển ý kiến đi.');
  const late = await deputy.press(`${item}/replies#reply`, { do: 'send', text: 'Từ nay họp đúng giờ.' });
  expect(late.status).toBe(404);
  expect(late.text).toContain('Ý kiến này không còn ở đơn vị của đồng chí');
  expect(late.html).toContain('Từ nay họp đúng giờ.');
  const above = await signIn(house, 'W');
  const there = await above.open(item);
  expect(there.text).toContain('Chuyển đến Đảng bộ xã Một');
  expect(there.text).toContain('Gửi đầu tiên tới Chi bộ thôn');
  expect(there.html).not.toContain('Bình');
});

test('what was said without a name: by nobody, without a term; the answer is read by whoever holds the receipt', async () => {
  const { feedback, people } = house.hub;
  const many = Array.from({ length: 10 }, (_, n) => `H${n},Giàng A Số ${n},X2-C,,official,,,`);
  const rows = ['H,Thào Thị Hà,X2,officer,official,,,', ...many];
  await people.importMembers(operator, csv(memberHeader, ...rows));
  const receipts = [];
  for (let n = 0; n < 5; n += 1) {
    const { receipt } = await feedback.unlinkable.submit('X2', { kind: 'opinion', text: `Góp ý thứ ${n}` });
    receipts.push(receipt);
  }
  await dawns('2026-12-01T09:00+07:00');
  await feedback.work();
  const office = await signIn(house, 'H');
  const list = await office.open(`${inbox}?level=unlinkable`);
  expect(list.text).toContain('5 ý kiến đang chờ trả lời.');
  expect(list.text).toContain('Không hẹn ngày trả lời riêng');
  const [, item] = /href="([^"]+)"[^>]*><bdi>Góp ý thứ 3/.exec(list.html) ?? [];
  const page = await office.open(item!);
  expect(page.text).toContain('Không ai biết người viết. Câu trả lời hiện ở trang biên nhận.');
  // Neither to a cell beside it nor below.
  expect(page.text).not.toContain('(X2-C)');
  await office.press(`${item}/replies#reply`, { do: 'send', text: 'Xã đã ghi nhận.' });
  const followed = await feedback.unlinkable.followUp(receipts[3]!);
  expect(followed?.replies.map(({ text }) => text)).toEqual(['Xã đã ghi nhận.']);
});

test('closing is asked once; without an answer it needs a reason', async () => {
  const item = await said();
  await deputy.open(item);
  const asked = await secretary.open(`${item}/closing`);
  expect(asked.text).toContain('Ý kiến này chưa được trả lời. Lý do khép lại được gửi cho người viết.');
  const refused = await secretary.press(`${item}/closing`, {});
  expect(refused.status).toBe(422);
  const closed = await secretary.press(`${item}/closing`, { reason: 'Đã làm xong từ tháng trước.' });
  expect(closed.text).toContain('Đã khép lại.');
  expect(closed.text).toContain('Đã làm xong từ tháng trước.');
  expect(closed.html).not.toContain('/replies');
  expect((await secretary.open(`${item}/closing`)).url).toBe(item);
  // Who was writing an answer meanwhile is given it back.
  const late = await deputy.press(`${item}/replies#reply`, { do: 'send', text: 'Sắp làm xong.' });
  expect(late.status).toBe(409);
  expect(late.text).toContain('Khép lại');
  expect(late.html).toMatch(/<textarea[^>]*>Sắp làm xong\.<\/textarea>/);
});

test('a note stays inside, files are kept as they came', async () => {
  const item = await said({
    files: [{ name: 'ghi-chu.txt', mediaType: 'text/plain', content: Buffer.from('Cầu hỏng') }],
  });
  const page = await secretary.open(item);
  const [, file] = /href="([^"]+\/files\/[^"]+)"/.exec(page.html) ?? [];
  expect((await secretary.download(file!)).content.toString()).toBe('Cầu hỏng');
  await secretary.open(item);
  const noted = await secretary.press(`${item}/notes`, { note: 'Hỏi xã trước.' });
  expect(noted.text).toContain('Ghi chú nội bộ 30/11/2026 · Nguyễn Văn An · Chi bộ thôn Hỏi xã trước.');
});

test('an answer for everybody becomes a draft, or a document; of what was said under a promise only the answer', async () => {
  const item = await said({ level: 'confidential', text: 'Bao giờ sửa cầu?', topic: 'Cầu' });
  await secretary.open(item);
  await secretary.press(`${item}/replies#reply`, { do: 'send', text: 'Quý II sang năm.' });
  const draft = await secretary.press(`${item}/notice`);
  expect(draft.url).toMatch(/^\/console\/notices\/new\?draft=/);
  expect(draft.text).toContain('Đây là bản nháp, chưa gửi cho ai.');
  expect(draft.html).toContain('Quý II sang năm.');
  expect(draft.html).not.toContain('Bao giờ sửa cầu?');

  // Or a document of the library, as somebody put it.
  const form = await secretary.open(`${item}/library`);
  expect(form.html).toContain('Quý II sang năm.');
  expect(form.html).not.toContain('Bao giờ sửa cầu?');
  const bare = await secretary.press(`${item}/library`, { title: '', answer: 'Quý II sang năm.' });
  expect(bare.status).toBe(422);
  expect(bare.text).toContain('Đồng chí ghi câu hỏi viết gọn và câu trả lời.');
  const secret = await secretary.press(`${item}/library`, { title: 'Hỏi gì?', answer: 'Xem bản\nMẬT' });
  expect(secret.status).toBe(422);
  const typed = { title: 'Khi nào cầu treo "số 5" được sửa?', question: '', answer: 'Quý II sang năm.' };
  const filed = await secretary.press(`${item}/library`, typed);
  expect(filed.text).toContain('Đã đưa hỏi đáp vào thư viện.');
  const { library } = house.hub;
  const { documents } = await library.reading.browse(await house.as('B'), { kind: 'Hỏi đáp' });
  expect(documents).toMatchObject([{ number: '', title: typed.title, unit: { code: 'X1-C' } }]);
  const { text } = await library.reading.document(await house.as('B'), documents[0]!.id);
  expect(text).toContain('Hỏi: Khi nào cầu treo "số 5" được sửa?\n\nTrả lời: Quý II sang năm.');
});

test('what a unit offers: topics of two levels, a term of its own; what is refused stays in its form', async () => {
  await secretary.open(`${settings}?unit=X1-C`);
  await secretary.press(`${settings}/topics`, { name: 'Giao thông' });
  const { answering } = house.hub.feedback;
  const [roads] = await answering.topics(await house.as('A'), 'X1-C');
  const second = await secretary.press(`${settings}/topics`, { name: 'Cầu treo', parent: roads!.id });
  expect(second.text).toMatch(/Giao thông Thôi dùng Giao thông Cầu treo Thôi dùng Cầu treo/);
  const promised = await secretary.press(`${settings}/promise`, { days: '10' });
  expect(promised.text).toContain('Hiện nay đơn vị trả lời trong 10 ngày làm việc.');
  const refused = await secretary.press(`${settings}/promise`, { days: '500' });
  expect(refused.status).toBe(422);
  expect(refused.html).toContain('value="500"');
  await secretary.press(`${settings}/promise`, { days: '' });
  expect((await secretary.open(settings)).text).toContain('trả lời trong 30 ngày làm việc');
});

test('a full inbox is a light page', async () => {
  await dawns('2026-12-02T09:00+07:00');
  const { feedback, people } = house.hub;
  const authors = await Promise.all(['A', 'B', 'E', 'F'].map((code) => people.memberByCode(code)));
  for (let n = 0; n < 40; n += 1) {
    const text = `Ý kiến số ${n}: ${'đường, điện, nước và trường học '.repeat(60)}`;
    const given = { unit: 'X1-C', level: 'named', kind: 'opinion', text } as const;
    await feedback.saying.say(authors[n % 4]!.id, given, 'chat');
  }
  const { html } = await secretary.open(inbox);
  expect(html.match(/<tr>/g)).toHaveLength(41);
  expect(brotliCompressSync(html).length).toBeLessThan(20_000);
});
