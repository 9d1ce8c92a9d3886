import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { operator } from '../../hub/platform/audit.ts';
import { csv, memberHeader } from '../people/given.ts';
import { chromiumPath, openBrowser, type Screen } from '../support/browser.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { sitDown, type Desk } from './console.ts';

const pictures = process.env['CAUNOI_SCREENSHOTS'];
const now = new Date('2026-12-01T09:00+07:00');
const runs = [
  { screen: 'phone', scripts: true },
  { screen: 'phone', scripts: false },
  { screen: 'computer', scripts: true },
] as const;

let house: TestHub;
let browser: Browser;
beforeAll(async () => {
  if (!chromiumPath) return;
  [house, browser] = await Promise.all([openTestHub({ roles: ['web'], clock: () => now }), openBrowser()]);
  const rows = Array.from({ length: 12 }, (_, n) => `N${n},Lò Thị Hoa ${n},X1-C,,official,,,`);
  await house.hub.people.importMembers(operator, csv(memberHeader, ...rows));
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

/** As by the link of a chat: the button is pressed, and one is where the link leads. */
async function signsIn(desk: Desk, code: string, to: string): Promise<void> {
  const { token } = await house.hub.people.signInLink(operator, code, { forOwnPages: true });
  await desk.open(`${house.url}/signin/${token}?${new URLSearchParams({ to }).toString()}`);
  await desk.press('Đăng nhập');
  expect(new URL(desk.page.url()).pathname).toBe(to);
}

async function sit(options: { screen: Screen; scripts: boolean }, code: string, to: string): Promise<Desk> {
  const desk = await sitDown(browser, options);
  await signsIn(desk, code, to);
  return desk;
}

const list = '/console/consultations';

describe.skipIf(!chromiumPath)('a cell asks its members', { timeout: 240_000 }, () => {
  test.each(runs)('a survey with a branch, on a $screen; scripts: $scripts', async (run) => {
    const desk = await sit(run, 'A', list);
    const { page } = desk;
    await desk.press('Lấy ý kiến mới');
    await desk.press('Khảo sát');
    await desk.press('Chọn một ý');
    await page.getByLabel('Tên đợt lấy ý kiến').fill(`Sinh hoạt chi bộ năm 2027 ${runs.indexOf(run)}`);
    await page.getByLabel(/^Ghi tên:/).check();
    await page.getByLabel('Hạn trả lời: ngày').fill('10/12/2026');
    await page.getByLabel('Cho người được hỏi xem kết quả').check();
    await page.getByLabel('Câu hỏi').fill('Đồng chí muốn họp vào buổi nào?');
    await page.getByLabel('Các ý để chọn').fill('Sáng thứ Bảy\nTối thứ Sáu\nChiều chủ nhật');
    await desk.press('Tiếp tục');
    await desk.press('Thêm câu hỏi');
    await desk.press('Tự viết');
    await page.getByLabel('Câu hỏi').fill('Vì sao là tối thứ Sáu?');
    await page.getByLabel('Chỉ hỏi những ai chọn').selectOption({ label: 'Câu 1: Tối thứ Sáu' });
    await desk.press('Lưu');
    await desk.press('Thêm câu hỏi');
    await desk.press('Cho điểm');
    await page.getByLabel('Câu hỏi').fill('Nội dung sinh hoạt năm nay thế nào?');
    await desk.press('Lưu');
    await desk.press('Thêm câu hỏi');
    await desk.press('Xếp thứ tự');
    await page.getByLabel('Câu hỏi').fill('Việc nào làm trước?');
    await page.getByLabel('Các ý để chọn').fill('Đường thôn\nNhà văn hóa');
    await desk.press('Lưu');
    await desk.press('Lên câu 4');
    await desk.reads('Việc nào làm trước?', 'Nội dung sinh hoạt năm nay');
    await desk.picture('khao-sat');
    await desk.press('Xem trước và mở');
    await desk.reads('15 đảng viên được hỏi', 'Người được hỏi sẽ thấy', 'Câu 1. Đồng chí muốn họp');
    await desk.press('Mở, gửi tới 15 người', { twice: run.scripts });
    await desk.reads('Đã mở.', 'Đang lấy ý kiến', '0 trên 15 người');

    const url = new URL(page.url()).pathname;
    const own = url.replace(list, `${list}/mine`);
    const member = await sit(run, 'N1', own);
    await member.reads('Chi bộ thôn hỏi ý kiến đồng chí.', 'Ghi tên', 'đọc được họ tên đồng chí');
    await member.page.getByLabel('Tối thứ Sáu').check();
    await member.page.getByLabel('Trả lời của đồng chí').fill('Ban ngày đi nương.');
    await member.page.getByLabel('Đường thôn').selectOption('2');
    await member.page.getByLabel('Nhà văn hóa').selectOption('1');
    await member.page.getByLabel('4', { exact: true }).check();
    await member.picture('tra-loi-khao-sat', member.page.locator('.question').first());
    await member.press('Gửi câu trả lời');
    await member.reads('Đã nhận câu trả lời.', 'Gửi lại câu trả lời');
    await member.page.getByLabel('Sáng thứ Bảy').check();
    await member.press('Gửi lại câu trả lời');

    await desk.open(house.url + url);
    await desk.reads('1 trên 15 người');
    await desk.press('Kết thúc sớm');
    await desk.press('Kết thúc sớm');
    await house.hub.consultations.work();
    await desk.press('Xem kết quả');
    await desk.reads('1 trên 15 người', 'Sáng thứ Bảy', '1');
    await member.press('Tôi được hỏi ý kiến');
    await member.press(new RegExp(`Sinh hoạt chi bộ năm 2027 ${runs.indexOf(run)}`));
    await member.press('Xem kết quả');
    await desk.leave();
    await member.leave();
  });

  test('without a name: drawn on one page, answered on another that asks for nothing', async () => {
    const { asking, answering, papers, work } = house.hub.consultations;
    const idOf = async (code: string) => (await house.hub.people.memberByCode(code)).id;
    const secretary = { memberId: await idOf('A'), via: 'console' } as const;
    const shared = { most: null, scale: null, passage: null, required: true, onlyIf: null } as const;
    const { id } = await asking.save(secretary, {
      unit: 'X1-C',
      kind: 'poll',
      level: 'unnamed',
      audience: 'members',
      title: 'Nơi làm nhà văn hóa',
      introduction: '',
      questions: [{ ...shared, form: 'one', wording: 'Làm ở đâu?', options: ['Đầu thôn', 'Giữa thôn'] }],
      live: false,
      shared: true,
      closesAt: new Date('2026-12-10T17:00+07:00'),
    });
    await asking.open(secretary, id);
    const own = `${list}/mine/${id}`;
    const desk = await sit({ screen: 'phone', scripts: true }, 'N2', own);
    await desk.reads('Không ghi tên', 'Điều này cần tin rằng', 'Mất phiếu thì không cấp lại được');
    await desk.press('Nhận phiếu');
    await desk.reads('Phiếu của đồng chí', 'chỉ hiện một lần');
    await desk.picture('phieu');
    const words = (await desk.page.locator('.paper li').allInnerTexts()).join(' ');
    expect(words.split(/[ -]/)).toHaveLength(12);
    await desk.press('Trả lời bằng phiếu này');
    await desk.reads('Làm ở đâu?');
    expect(desk.page.url()).toBe(`${house.url}/phieu`);
    await desk.leave();

    // On another phone, where nobody is signed in and nothing runs.
    const other = await sitDown(browser, { screen: 'phone', scripts: false });
    const asked: string[] = [];
    other.page.on('request', (request) => {
      if (!request.url().startsWith('data:')) asked.push(new URL(request.url()).pathname);
    });
    await other.open(`${house.url}/phieu`);
    await other.page.getByLabel('Các tiếng trên phiếu').fill(words.toUpperCase().replaceAll('-', ' '));
    await other.press('Xem câu hỏi');
    if (pictures) await other.page.screenshot({ path: join(pictures, 'tra-loi-bang-phieu-360.png') });
    await other.page.getByLabel('Giữa thôn').check();
    await other.press('Gửi câu trả lời');
    await other.reads('Đã nhận câu trả lời', 'Phiếu đã dùng xong');
    expect(await other.context.cookies()).toEqual([]);
    expect(asked.filter((path) => !path.startsWith('/phieu'))).toEqual([]);
    // Nothing of the paper, of which any syllable may also be part of the path.
    expect(other.page.url()).toBe(`${house.url}/phieu/tra-loi`);
    await other.leave();

    for (let n = 3; n < 12; n += 1) {
      const { paper } = await answering.draw(await idOf(`N${n}`), id);
      await papers.answer(paper, { 1: n < 8 ? 0 : 1 });
    }
    await asking.close(secretary, id);
    await work();
    const officer = await sit({ screen: 'phone', scripts: true }, 'A', `${list}/${id}`);
    await officer.reads('Đã nhận phiếu', '10 trên 15 người');
    await officer.press('Xem kết quả');
    await officer.reads('Câu 1. Làm ở đâu?', 'Đầu thôn', '5', 'Giữa thôn', '5');
    await officer.picture('ket-qua-khao-sat');
    await officer.leave();
  });
});
