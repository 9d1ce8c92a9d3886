import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Person } from '../../bots/zalo/stand-in/index.ts';
import type { NewConsultation } from '../../hub/consultations/index.ts';
import { one, passage, ranking, several, text } from '../consultations/house.ts';
import { openBrowser, type Browser } from '../webchat/browser.ts';
import { openZaloHouse, type ZaloHouse } from '../zalo/house.ts';
import { operator } from '../../hub/platform/audit.ts';

let house: ZaloHouse;
beforeAll(async () => (house = await openZaloHouse()), 60_000);
beforeEach(async () => {
  await house.quiet();
  await house.hub.database.query('delete from consultation');
  await house.clear();
});
afterAll(() => house.close(), 60_000);

const within = { timeoutMs: 20_000 };
const say = (key: string, facts: Record<string, string | number | Date> = {}) =>
  house.hub.locales('vi')(key, facts);
const closesAt = new Date(Date.now() + 5 * 86_400_000);

async function prepare(given: Pick<NewConsultation, 'kind' | 'title' | 'questions'>): Promise<string> {
  const { asking } = house.hub.consultations;
  const by = { memberId: (await house.hub.people.memberByCode('A')).id, via: 'console' } as const;
  const whole = { unit: 'X1-C', level: 'named', audience: 'members', introduction: '' } as const;
  const { id } = await asking.save(by, { ...whole, live: false, shared: true, closesAt, ...given });
  await asking.open(by, id);
  await house.hub.consultations.work();
  return id;
}
const answersOf = async (code: string, id: string) => {
  const { id: memberId } = await house.hub.people.memberByCode(code);
  return (await house.hub.consultations.answering.asked(memberId, id)).answers;
};

test('on Zalo, at most five buttons, and all of it by words without marks', async () => {
  const binh = await house.joinOnZalo('B');
  const days = ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'];
  const id = await prepare({
    kind: 'survey',
    title: 'Lịch sinh hoạt',
    questions: [
      one('Họp ngày nào?', ...days),
      several('Bàn việc gì?', 'Đường', 'Nước', 'Điện'),
      ranking('Việc nào trước?', 'Đường', 'Nước', 'Điện'),
      {
        ...text('Chấm điểm buổi họp'),
        form: 'scale',
        scale: { from: 1, to: 5, low: 'kém', high: 'tốt' },
        required: true,
      },
      text('Còn ý kiến gì?'),
    ],
  });
  const notice = await binh.next({ ...within, matching: 'Lịch sinh hoạt' });
  binh.tap(notice, say('consultation-answer-button'));
  expect((await binh.next(within)).text).toContain(say('consultation-level-promise', { level: 'named' }));
  const first = await binh.next(within);
  expect(first.text).toContain('7. Chủ nhật');
  expect(first.buttons).toEqual([]);
  const typed = async (said: string) => await answer(binh, said);
  expect((await typed('chu nhat')).text).toMatch(/^Câu 2\/5/);
  expect((await typed('1 va 3')).text).toMatch(/^Câu 3\/5/);
  expect((await typed('3 1')).text).toMatch(/^Câu 4\/5/);
  const back = await typed('quay lai');
  expect(back.text).toContain('Đang trả lời: 1. Điện; 2. Đường; 3. Nước');
  const scale = await typed('3 2 1');
  expect(scale.buttons.map(({ label }) => label)).toEqual(['1', '2', '3', '4', '5']);
  binh.tap(scale, '4');
  const last = await binh.next(within);
  expect(last.text).toContain('bo qua; quay lai; dung');
  const review = await typed('khong co y kien gi');
  expect(review.text).toContain(say('consultation-talk-left-out'));
  expect((await typed('sua 1')).text).toMatch(/^Câu 1\/5/);
  expect((await typed('so 6')).text).toContain('→ Thứ Bảy');
  expect((await typed('gui')).text).toBe(say('consultation-talk-thanks', { until: closesAt }));
  expect(await answersOf('B', id)).toEqual({ 1: 5, 2: [0, 2], 3: [2, 1, 0], 4: 4 });
}, 60_000);

test('in our own chat, from a page of forms', async () => {
  const browser = await joinOnWeb('E');
  const id = await prepare({
    kind: 'draft',
    title: 'Quy chế làm việc',
    questions: [
      passage('Điều 1', 'Chi bộ họp vào ngày 3.'),
      passage('Điều 2', 'Đảng phí nộp trước ngày 10.'),
    ],
  });
  await expect.poll(() => shown(browser), within20).toContain('Quy chế làm việc');
  await browser.press(say('consultation-answer-button'));
  await expect.poll(() => shown(browser), within20).toContain('“Chi bộ họp vào ngày 3.”');
  await browser.press('Nhất trí');
  await expect.poll(() => shown(browser), within20).toContain('“Đảng phí nộp trước ngày 10.”');
  await browser.press('Gửi', { text: 'de nghi cho nop truoc ngay 15' });
  await expect.poll(() => shown(browser), within20).toContain('“de nghi cho nop truoc ngay 15”');
  await browser.press('Gửi', { text: 'gui di' });
  await expect
    .poll(() => answersOf('E', id), within20)
    .toEqual({
      1: { agrees: true, comment: null },
      2: { agrees: false, comment: 'de nghi cho nop truoc ngay 15' },
    });
}, 60_000);

const within20 = { timeout: 20_000, interval: 200 };

/** What stands last on the page. */
async function shown(browser: Browser): Promise<string> {
  await browser.go('/chat');
  return browser.messages().at(-1) ?? '';
}

async function answer(person: Person, said: string) {
  person.say(said);
  return await person.next(within);
}

async function joinOnWeb(code: string): Promise<Browser> {
  const browser = openBrowser(house.url);
  await browser.go(`/join/${(await house.hub.people.invite(operator, code)).code}`);
  await browser.press('Dùng ngay trên trang này');
  await browser.press('Đồng ý');
  return browser;
}
