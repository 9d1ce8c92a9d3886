import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '../../bots/telegram/stand-in/index.ts';
import { operator } from '../../hub/platform/audit.ts';
import { csv, memberHeader, unitHeader } from '../people/given.ts';
import { row, workbook } from '../people/workbook.ts';
import { chromiumPath, crossed, openBrowser } from '../support/browser.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { sitDown, type Desk } from './console.ts';

// Each has a cell of her own, and is its only member on the list until she brings it.
const days = [
  { cell: 'NM', screen: 'computer', scripts: true },
  { cell: 'NP', screen: 'computer', scripts: false },
  { cell: 'BK', screen: 'phone', scripts: true },
  { cell: 'BL', screen: 'phone', scripts: false },
] as const;
type Day = (typeof days)[number];
const spare = ['KB-1', 'KB-2', 'EN'];
const names: Record<string, string> = {
  NM: 'Chi bộ bản Nà Mòn',
  NP: 'Chi bộ bản Nà Pản',
  BK: 'Chi bộ bản Khoang',
  BL: 'Chi bộ bản Lướt',
};
const nameOf = (cell: string) => names[cell] ?? `Chi bộ ${cell}`;

let house: TestHub;
let browser: Browser;
beforeAll(async () => {
  if (!chromiumPath) return;
  [house, browser] = await Promise.all([openTestHub({ roles: ['web', 'bots', 'worker'] }), openBrowser()]);
  const cells = [...days.map(({ cell }) => cell), ...spare];
  const { people } = house.hub;
  await people.importUnits(
    operator,
    csv(unitHeader, ...cells.map((cell) => `${cell},${nameOf(cell)},cell,X1`)),
  );
  const secretaries = cells.map((cell) => `${cell}-01,Lò Thị Hoa,${cell},secretary,official,,,`);
  await people.importMembers(operator, csv(memberHeader, ...secretaries));
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

const header = ['Mã đảng viên', 'Họ và tên', 'Mã chi bộ', 'Tình trạng', 'Số điện thoại', 'Ngày vào Đảng'];
const comrades = [
  ['Cầm Văn Thoan', 'chính thức', '0912345602', '19/05/2009'],
  ['Quàng Thị Pánh', 'chính thức', '0912345603', '03/02/2012'],
  ['Lường Văn Ón', 'chính thức', '', '02/09/1989'],
  ['Tòng Thị Ỏm', 'dự bị', '0912345605', '19/05/2026'],
  ['Hoàng Văn Phượng', 'chính thức', '', '07/11/2001'],
  ['Vì Thị Nguyễn', 'chính thức', '0912345607', '03/02/2018'],
  ['Bạc Cầm Dũng', 'chính thức', '0912345608', '19/05/2015'],
] as const;
const recipients = comrades.length + 1;

/** The list of the cell, as she has it on her computer or gets it on her phone; on line 5 a phone number is cut off. */
function listOf({ cell, screen }: Day, { mended }: { mended: boolean }) {
  const lines = comrades.map(([name, status, phone, joined], index) => {
    const written = index === 3 && !mended ? '09123' : phone;
    return [`${cell}-0${index + 2}`, name, cell, status, written, joined];
  });
  return screen === 'phone'
    ? {
        name: 'Danh sách chi bộ.csv',
        mimeType: 'text/csv',
        buffer: csv(...[header, ...lines].map((line) => line.join(';'))),
      }
    : {
        name: 'Danh sách chi bộ.xlsx',
        mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        buffer: Buffer.from(
          workbook([header, ...lines].map((line, index) => row(index + 1, ...line)).join('')),
        ),
      };
}

/** A day of the coming week, as one writes it. */
function dayAfter(days: number): string {
  const day = new Date(Date.now() + days * 86_400_000);
  return new Intl.DateTimeFormat('vi-VN', {
    timeZone: 'Asia/Ho_Chi_Minh',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  }).format(day);
}

const title = 'Họp chi bộ tháng 12';
const body = [
  'Mời đồng chí dự sinh hoạt chi bộ lúc 19 giờ 30 tại nhà văn hóa bản.',
  'Nội dung: kiểm điểm cuối năm. Đồng chí đọc trước dự thảo kèm theo.',
].join('\n');
const reload = 'Tải lại số mới nhất';

async function linkFor(member: string): Promise<string> {
  const { token } = await house.hub.people.signInLink(operator, member);
  return `${house.url}/signin/${token}`;
}

describe.skipIf(!chromiumPath)('a secretary’s first day', () => {
  describe.each(['computer', 'phone'])('on a %s', (screen) => {
    const ofScreen = crossed(days).filter((day) => day.screen === screen);
    test.concurrent.each(ofScreen)('scripts: $scripts', { timeout: 300_000 }, async (day) => {
      const desk = await sitDown(browser, day);
      await signsIn(desk, day);
      await bringsTheList(desk, day);
      const joined = await invites(desk, day);
      await writes(desk, day, joined);
      await watches(desk, joined);
      await follows(desk, day, joined);
      await looksBack(desk, day);
      await leaves(desk, day, joined);
      await desk.leave();
    });
  });
});

async function signsIn(desk: Desk, { cell }: Day): Promise<void> {
  const link = await linkFor(`${cell}-01`);
  // A chat that shows what is behind a link has looked at it before her.
  for (let look = 0; look < 2; look += 1) {
    await desk.open(link);
    await desk.reads('Vào trang điều hành', 'Đồng chí đang đăng nhập với tên Lò Thị Hoa.');
  }
  await desk.press('Đăng nhập');
  await desk.reads('Hôm nay', 'Chào đồng chí Hoa.', 'Hôm nay không có việc chờ đồng chí.');
  await desk.press('Thông báo');
  await desk.reads('Chưa có thông báo nào.');
}

async function bringsTheList(desk: Desk, day: Day): Promise<void> {
  const { page } = desk;
  await desk.press('Tổ chức, đảng viên');
  await desk.reads(nameOf(day.cell), '1 đảng viên');
  await desk.press('Nhập danh sách từ tệp');
  await page.getByLabel('Tệp bảng tính').setInputFiles(listOf(day, { mended: false }));
  await desk.press('Xem trước');
  await desk.reads(
    'Thêm mới 6',
    'Có lỗi 1',
    '1 chỗ cần sửa trong tệp',
    'Số dòng là số dòng trong bảng tính.',
  );
  const wrong = page.getByRole('row').filter({ hasText: 'Số điện thoại không đúng.' });
  expect(spaced(await wrong.innerText())).toMatch(
    /^5 Số điện thoại Số điện thoại không đúng\. Ghi như 0912345678/,
  );
  await desk.picture('nhap-danh-sach');

  await desk.press('Chọn tệp khác');
  await page.getByLabel('Tệp bảng tính').setInputFiles(listOf(day, { mended: true }));
  await desk.press('Xem trước');
  await desk.reads('Thêm mới 7', 'Có lỗi 0', 'Tòng Thị Ỏm', 'dòng 5', 'Tình trạng: dự bị');
  await desk.press('Nhập 7 dòng');
  await desk.reads('Đã nhập: thêm 7, sửa 0, giữ nguyên 0.', '8 đảng viên, 8 chưa có kênh');

  await page.getByLabel('Tìm đảng viên').fill('pham phuong hoang');
  await desk.press('Tìm');
  await desk.reads('Không có ai khớp với “pham phuong hoang”');
  await page.getByLabel('Tìm đảng viên').fill('phuong hoang');
  await desk.press('Tìm');
  await desk.reads('Tìm thấy 1 đồng chí', 'Hoàng Văn Phượng');
  await desk.press('Hoàng Văn Phượng');
  await desk.reads('Hoàng Văn Phượng', '07/11/2001');
}

/** She prints the cards; two comrades and she herself use theirs at once. */
async function invites(desk: Desk, { cell }: Day): Promise<Joined> {
  const { page } = desk;
  await desk.press('Tổ chức, đảng viên');
  await desk.press(nameOf(cell));
  await desk.reads('8 đảng viên chưa có kênh nào để nhận thông báo.');
  await desk.press('In thư mời kết nối');
  await desk.reads('Tạo thư mời cho 8 đảng viên');
  await desk.press('Tạo 8 thư mời');
  await desk.reads('Đã tạo 8 thư mời.');
  const cards = page.getByRole('main').getByRole('listitem');
  expect(await cards.count()).toBe(recipients);
  await desk.picture('loi-moi');

  await printsThem(desk);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('navigation').isVisible(), 'on paper').toBe(false);
  expect(await page.getByRole('link', { name: 'Quay lại' }).isVisible(), 'on paper').toBe(false);
  expect(await cards.first().getByText('Mã chỉ dành cho đồng chí').isVisible()).toBe(true);
  await page.emulateMedia({ media: null });

  async function joins(name: string): Promise<Person> {
    const card = cards.filter({ hasText: name });
    const picture = await card.getByRole('img', { name: `Mã QR kết nối của đồng chí ${name}` }).boundingBox();
    expect(picture!.width, 'wide enough for a camera').toBeGreaterThan(120);
    const code = /\b[A-Z2-9]{4}-[A-Z2-9]{4}\b/.exec(await card.innerText())![0];
    const person = house.stranger();
    person.start(code.replace('-', ''));
    const question = await person.next({ matching: 'đồng ý', timeoutMs: 15_000 });
    person.press(question, 'consent:yes');
    await person.next({ matching: 'Cảm ơn đồng chí', timeoutMs: 15_000 });
    return person;
  }
  const [herself, thoan, panh] = [
    await joins('Lò Thị Hoa'),
    await joins('Cầm Văn Thoan'),
    await joins('Quàng Thị Pánh'),
  ];
  await desk.press('Quay lại');
  await desk.reads('5 đảng viên chưa có kênh nào để nhận thông báo.');
  await desk.picture('dang-vien', page.getByRole('heading', { name: 'Đảng viên sinh hoạt tại đây' }));
  return { herself, thoan, panh };
}

/** By a button where scripts run, by the browser's own menu elsewhere; and by nothing else on the page. */
async function printsThem({ page, scripts }: Desk): Promise<void> {
  const button = page.getByRole('button', { name: 'In các thẻ' });
  expect(await button.isVisible()).toBe(scripts);
  if (!scripts) return;
  await page.evaluate(() => (globalThis.print = () => void (document.title += ' (printed)')));
  await page.getByText('Đã tạo 8 thư mời.').click();
  expect(await page.title()).not.toContain('printed');
  await button.click();
  expect(await page.title()).toContain('printed');
}

interface Joined {
  herself: Person;
  thoan: Person;
  panh: Person;
}

const titled = (person: Person) => person.inbox.filter(({ text }) => text.includes(title));

async function writes(desk: Desk, { cell }: Day, { thoan, panh }: Joined): Promise<void> {
  const { page } = desk;
  await desk.press('Hôm nay');
  await desk.press('Soạn thông báo');
  await page.getByLabel('Tiêu đề').fill(title);
  await page.getByLabel('Nội dung').fill(body);
  await desk.picture('soan');
  await page.getByLabel('Yêu cầu bấm “Đã nắm”').check();
  await page.getByLabel('Hạn xác nhận: ngày').fill(dayAfter(2));
  await page.getByRole('group', { name: 'Hạn xác nhận' }).getByLabel('Giờ').fill('17h30');
  const draft = { name: 'Dự thảo kiểm điểm.txt', mimeType: 'text/plain', buffer: Buffer.from('Dự thảo.') };
  await page.getByLabel('Tệp kèm').setInputFiles(draft);
  await desk.press('Xem trước');

  await desk.reads(
    'Chưa gửi. Đồng chí xem lại rồi bấm nút gửi.',
    `8 đồng chí: toàn thể đảng viên của ${nameOf(cell)} (${cell})`,
    'Ngay khi bấm gửi',
    'Có nút “Đã nắm”',
    `17:30 ngày ${dayAfter(2)}`,
    'Telegram 3',
    'Chưa có kênh nào 5',
    'Kính gửi đồng chí Lò Thị Hoa,',
    'Dự thảo kiểm điểm.txt',
  );
  await desk.picture('xem-truoc');
  await page.getByText('5 đồng chí chưa có kênh: cần báo trực tiếp').click();
  await desk.reads(`Lường Văn Ón (${cell}-04, ${cell})`);
  expect(titled(thoan)).toEqual([]);

  await desk.press('Gửi tới 8 đồng chí', { twice: true });
  await desk.reads('Cộng: 8 đồng chí');
  for (const person of [thoan, panh]) {
    expect((await person.next({ matching: title, timeoutMs: 15_000 })).text).toContain('Kính gửi đồng chí');
    await person.until(() => person.inbox.find(({ document }) => document?.name === 'Dự thảo kiểm điểm.txt'));
  }
  await desk.press('Thông báo');
  expect(await page.getByRole('link', { name: title }).count(), 'sent once').toBe(1);
  await desk.press(title);
}

async function watches(desk: Desk, { thoan }: Joined): Promise<void> {
  await desk.comes('Đã giao kênh 3', reload);
  await desk.reads('0 trong 8 đồng chí đã nắm.', 'Không liên lạc được 5', 'Cộng: 8 đồng chí');
  const before = desk.loads;
  const notice = thoan.inbox.find(({ buttons }) => buttons.some(({ text }) => text === 'Đã nắm'))!;
  thoan.press(notice, 'Đã nắm');
  await thoan.next({ matching: 'Đã ghi nhận đồng chí đã nắm', timeoutMs: 15_000 });
  if (!desk.scripts) await desk.reads('0 trong 8 đồng chí đã nắm.');
  await desk.comes('1 trong 8 đồng chí đã nắm.', reload);
  if (desk.scripts) expect(desk.loads, 'pages loaded to see it').toBe(before);
  await desk.press(reload);
  await desk.reads('1 trong 8 đồng chí đã nắm.', 'Đã giao kênh 2');
  await desk.picture('thong-bao');
}

async function follows(desk: Desk, { cell }: Day, { thoan, panh }: Joined): Promise<void> {
  const { page } = desk;
  await desk.press('Nhắc 2 đồng chí chưa xác nhận');
  await desk.reads('Đang nhắc 2 đồng chí.');
  await panh.next({ matching: `Nhắc đồng chí: ${title}`, timeoutMs: 15_000 });
  expect(thoan.inbox.filter(({ text }) => text.includes('Nhắc đồng chí'))).toEqual([]);

  await desk.press('Hôm nay');
  await desk.reads(title, `Hạn 17:30 ngày ${dayAfter(2)}`, '7 trong 8 đồng chí chưa xác nhận.');
  await desk.reads('5 đồng chí không liên lạc được qua kênh nào, cần báo trực tiếp.');
  await desk.picture('hom-nay');
  await desk.press('Xem và nhắc');
  await page.getByLabel('Lường Văn Ón').check();
  await desk.press('Đã báo trực tiếp các đồng chí được đánh dấu');
  await desk.reads('Đã ghi: báo trực tiếp 1 đồng chí.', '2 trong 8 đồng chí đã nắm.');
  expect(await page.getByLabel('Lường Văn Ón').count()).toBe(0);

  await desk.press('Xem từng đồng chí');
  const told = page.getByRole('row').filter({ hasText: 'Lường Văn Ón' });
  expect(spaced(await told.innerText())).toContain('Báo trực tiếp');
  await desk.press('Rút lại “đã báo”');
  await desk.reads(`Đã rút lại: đồng chí ${cell}-04 chưa được báo trực tiếp.`);
  await desk.press(title);
  await desk.reads('1 trong 8 đồng chí đã nắm.');
}

async function looksBack(desk: Desk, { cell }: Day): Promise<void> {
  const list = await desk.download('Tải danh sách (CSV)');
  expect(list.name).toBe('Danh sách người nhận.csv');
  const lines = list.content.toString().trim().split('\r\n');
  expect(lines).toHaveLength(recipients + 1);
  expect(lines.find((line) => line.includes('Cầm Văn Thoan'))).toContain(`${cell},Đã nắm`);
  expect((await desk.download('Tải danh sách (Excel)')).name).toBe('Danh sách người nhận.xlsx');

  await desk.press('Nhật ký');
  await desk.reads(
    'Tải danh sách người nhận, 8 dòng',
    'Rút lại ghi nhận đã báo trực tiếp một đồng chí',
    'Ghi đã báo trực tiếp một đồng chí',
    'Nhắc 2 đồng chí chưa xác nhận',
    'Gửi thông báo tới 8 đồng chí',
    `Lò Thị Hoa (${cell}-01)`,
    'Cấp 8 mã mời cho tổ chức đảng',
  );
}

/** She had signed in on another device too, with a link from her own chat; then she goes home. */
async function leaves(desk: Desk, day: Day, { herself }: Joined): Promise<void> {
  herself.say('/console');
  const answer = await herself.next({ matching: '/signin/', timeoutMs: 15_000 });
  const other = await sitDown(browser, { screen: day.screen === 'phone' ? 'computer' : 'phone' });
  await other.open(/https?:\/\/\S+\/signin\/[\w-]+/.exec(answer.text)![0]);
  await other.press('Đăng nhập');

  await chooses(desk, 'Thiết bị và kênh của tôi');
  await desk.reads('Máy đang đăng nhập trang điều hành', 'máy này');
  await desk.press('Đăng xuất máy này');
  await desk.reads('Đã đăng xuất máy ấy.');
  await other.refused(`${house.url}/console`, 401);
  await other.reads('Đồng chí cần đăng nhập để xem trang này.');
  await other.leave();

  await chooses(desk, 'Đăng xuất');
  await desk.reads('Cách vào trang điều hành');
  await desk.refused(`${house.url}/console/people`, 401);
}

/** From the menu behind her name. */
async function chooses(desk: Desk, words: string): Promise<void> {
  const menu = desk.page.getByRole('group').filter({ hasText: 'Lò Thị Hoa' });
  await menu.getByText('Lò Thị Hoa').click();
  await desk.press(words, { within: menu });
}

describe.skipIf(!chromiumPath)('with a keyboard alone', () => {
  test.each([
    { screen: 'computer', cell: 'KB-1' },
    { screen: 'phone', cell: 'KB-2' },
  ] as const)(
    'she signs in and sends a notice on a $screen',
    { timeout: 300_000 },
    async ({ screen, cell }) => {
      const desk = await sitDown(browser, { screen });
      const { keyboard } = desk.page;
      await desk.open(await linkFor(`${cell}-01`));
      await tabTo(desk, 'Đăng nhập');
      await desk.arrive(() => keyboard.press('Enter'));

      await keyboard.press('Tab');
      expect(await focused(desk)).toMatchObject({ words: 'Đến nội dung chính', seen: true });
      await keyboard.press('Enter');
      await keyboard.press('Tab');
      expect(await focused(desk), 'the first thing after what is on every page').toMatchObject({
        words: 'Soạn thông báo',
        seen: true,
      });
      await desk.arrive(() => keyboard.press('Enter'));

      await tabTo(desk, 'Tiêu đề');
      await keyboard.type('Họp chi bộ');
      await tabTo(desk, /^Nội dung/);
      await keyboard.type('Mời đồng chí dự họp.');
      await tabTo(desk, 'Yêu cầu bấm “Đã nắm”');
      await keyboard.press('Space');
      await keyboard.press('Space');
      await tabTo(desk, /^Hạn xác nhận: ngày/);
      await keyboard.type(dayAfter(3));
      await tabTo(desk, 'Xem trước');
      await desk.arrive(() => keyboard.press('Enter'));
      await desk.reads('1 đồng chí: toàn thể đảng viên', 'Có nút “Đã nắm”', `17:00 ngày ${dayAfter(3)}`);
      await tabTo(desk, 'Gửi tới 1 đồng chí');
      await desk.arrive(() => keyboard.press('Space'));
      await desk.reads('Đã nhận để gửi tới 1 đồng chí.', 'Họp chi bộ');
      // On to what stands below the numbers and the buttons.
      await tabTo(desk, 'Họp chi bộ');
      await desk.leave();
    },
  );
});

/** Goes on by Tab to what has these words; all that is passed can be seen when one is there. */
async function tabTo(desk: Desk, words: string | RegExp): Promise<void> {
  const passed: string[] = [];
  for (let step = 0; step < 60; step += 1) {
    await desk.page.keyboard.press('Tab');
    const here = await focused(desk);
    expect(here, 'where the focus is').toMatchObject({ seen: true });
    if (typeof words === 'string' ? here.words === words : words.test(here.words)) return;
    passed.push(here.words);
  }
  throw new Error(`Tab does not lead to ${String(words)}, but to ${passed.join(' | ')}`);
}

/** What has the focus: its words, and whether one sees it, framed and covered by nothing. */
async function focused({ page }: Desk): Promise<{ words: string; seen: boolean; how: string }> {
  return await page.evaluate(() => {
    const place = document.activeElement as HTMLInputElement;
    const label = place.labels?.[0]?.textContent ?? place.textContent;
    const { left, top, width, height } = place.getBoundingClientRect();
    const { outlineStyle, outlineWidth } = getComputedStyle(place);
    const framed = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    // Of something higher than the screen at least a part is to be seen.
    const x = Math.min(innerWidth - 1, Math.max(0, left + width / 2));
    const y = Math.min(innerHeight - 1, Math.max(0, top + height / 2));
    const over = document.elementFromPoint(x, y);
    const covered = !over || !(place === over || place.contains(over));
    return {
      words: label.replaceAll(/\s+/g, ' ').trim(),
      seen: framed && !covered,
      how: `${place.outerHTML.slice(0, 120)} framed: ${framed}, under ${over?.outerHTML.slice(0, 120)}`,
    };
  });
}

test.skipIf(!chromiumPath)(
  'in English the main pages are as they should be',
  { timeout: 300_000 },
  async () => {
    const { people, notices } = house.hub;
    const desk = await sitDown(browser, { screen: 'phone' });
    await desk.open(await linkFor('EN-01'));
    await desk.press('Đăng nhập');
    const sent = { from: 'EN-01', unit: 'EN', title: 'Họp chi bộ', body: 'Mời họp.', wantsAck: true };
    const { id } = await notices.send(sent);
    await chooses(desk, 'English');
    expect(await desk.page.locator('html').getAttribute('lang')).toBe('en');
    await desk.reads('Today', 'Good day, comrade Hoa.', '1 of 1 have not acknowledged.');
    for (const [place, words] of [
      ['Notices', 'Recipients'],
      ['Units, members', '1 member, 1 without a channel'],
      ['Audit', 'Sign'],
    ] as const) {
      await desk.press(place);
      await desk.reads(words);
    }
    const unit = `${house.url}/console/people/units/EN`;
    for (const address of [
      `${house.url}/console/notices/new`,
      `${house.url}/console/notices/${id}`,
      `${house.url}/console/notices/${id}/people`,
      unit,
      `${unit}/invitations`,
      `${house.url}/console/people/members/EN-01`,
      `${house.url}/console/people/import`,
      `${house.url}/console/devices`,
      `${house.url}/console/requests`,
    ]) {
      await desk.open(address);
      expect(await desk.page.locator('html').getAttribute('lang')).toBe('en');
    }
    expect((await people.memberByCode('EN-01')).language).toBe('en');
    await desk.leave();
  },
);

function spaced(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
