import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { zaloBotStandIn } from '../../bots/zalo-bot/stand-in/index.ts';
import { operator } from '../../hub/platform/audit.ts';
import { given, newRule } from '../assistant/given-library.ts';
import { openBrowser } from '../webchat/browser.ts';
import { openZaloHouse, type ZaloHouse } from '../zalo/house.ts';
import { longRule } from './library-given.ts';

const plain = zaloBotStandIn();
let house: ZaloHouse;
beforeAll(async () => {
  const { url } = await plain.listen();
  house = await openZaloHouse({
    settings: { ZALO_BOT_TOKEN: plain.token, ZALO_BOT_API_ROOT: url, ZALO_BOT_RATE: 'unlimited' },
  });
}, 60_000);
beforeEach(async () => {
  await house.quiet();
  await house.clear();
  await given(house.hub, 'moi.md', newRule);
  await given(house.hub, 'dai.md', longRule);
});
afterAll(async () => {
  await house.close();
  await plain.close();
}, 60_000);

const within = { timeoutMs: 20_000 };
const say = (key: string, facts: Record<string, string | number> = {}) => house.hub.locales('vi')(key, facts);

test('on Zalo every message has at most five buttons and fits', async () => {
  const binh = await house.joinOnZalo('B');
  const hear = async (text: string) => {
    binh.say(text);
    const message = await binh.next(within);
    expect(message.buttons.length).toBeLessThanOrEqual(5);
    expect(message.text.length).toBeLessThanOrEqual(2_000);
    return message;
  };
  const shown = await hear('vang mat phai bao truoc bao lau');
  expect(shown.text).toContain('[1] “');
  binh.tap(shown, 'Đọc [1]');
  expect((await binh.next(within)).text).toContain('▶ ');
  binh.tap(shown, '👎 Chưa đúng');
  const why = await binh.next(within);
  expect(why.buttons.map(({ label }) => label)).toEqual(['Sai', 'Thiếu', 'Khó hiểu', 'Cũ', 'Lý do khác']);
  binh.tap(why, 'Cũ');
  expect((await binh.next(within)).text).toBe(say('asking-talk-not-helped'));
  expect((await hear('/menu')).buttons.length).toBe(5);
  await hear('/vanban');
  await hear('theo loai');
  await hear('1');
  const card = await hear('quy dinh 294');
  binh.tap(card, 'Đọc');
  const part = await binh.next(within);
  binh.tap(part, 'Trang sau');
  expect((await binh.next(within)).text).toMatch(/· trang 2\/\d+/);
  await hear('muc luc');
}, 120_000);

test('without buttons everything is typed: numbers and words, and a file is a page', async () => {
  const person = plain.person('binh');
  const hear = async (text: string) => {
    person.say(text);
    return (await person.next(within)).text;
  };
  await hear((await house.hub.people.invite(operator, 'B')).code);
  await hear('1');
  for (let welcome = 1; welcome < 3; welcome += 1) await person.next(within);

  const shown = await hear('vang mat phai bao truoc bao lau');
  expect(shown).toMatch(/\[1\] “[^]*\n\d\. Đọc \[1\]\n[^]*👎 Chưa đúng$/);
  const number = /\n(\d)\. 👎/.exec(shown)![1]!;
  expect(await hear(number)).toMatch(/\n1\. Sai\n2\. Thiếu\n3\. Khó hiểu\n4\. Cũ\n5\. Lý do khác$/);
  expect(await hear('3')).toMatch(/\n1\. Hỏi bí thư\n2\. Tìm trong thư viện$/);
  expect(await hear('1')).toMatch(/dưới tên đồng chí[^]*\n1\. Gửi câu hỏi\n2\. Không gửi$/);
  expect(await hear('2')).toContain(say('asking-talk-not-handed-over'));

  expect(await hear('theo loai')).toContain('1. Quy định (2)');
  expect(await hear('1')).toContain('2. Quy định 294-QĐ/TU');
  expect(await hear('2')).toMatch(/\n1\. Đọc\n/);
  expect(await hear('1')).toMatch(/· trang 1\/\d+[^]*\n1\. Trang sau\n/);
  expect(await hear('1')).toMatch(/· trang 2\/\d+/);
  expect(await hear('gui tep')).toMatch(/\/signin\/[\w-]+\?to=%2Fconsole%2Flibrary%2F[\w-]+/);
}, 120_000);

test('in our own chat the answer stands on the page, and its button opens the passage', async () => {
  const browser = openBrowser(house.url);
  await browser.go(`/join/${(await house.hub.people.invite(operator, 'E')).code}`);
  await browser.press('Dùng ngay trên trang này');
  await browser.press('Đồng ý');
  const last = async () => {
    await browser.go('/chat');
    return browser.messages().at(-1) ?? '';
  };
  await browser.go('/chat');
  await browser.press('Gửi', { text: 'vang mat phai bao truoc bao lau' });
  await expect.poll(last, { timeout: 20_000, interval: 200 }).toContain('Điều 2, khoản 1, Quy định 22-QĐ/TU');
  await browser.press('Đọc [1]');
  await expect.poll(last, { timeout: 20_000, interval: 200 }).toContain('▶ ');
}, 60_000);
