import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { operator } from '../../hub/platform/audit.ts';
import { csv, memberHeader, unitHeader } from '../people/given.ts';
import { chromiumPath, openBrowser } from '../support/browser.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { sitDown } from './console.ts';

const evening = new Date('2026-12-03T19:30+07:00');
let now = new Date('2026-12-01T08:00+07:00');
let house: TestHub;
let browser: Browser;
beforeAll(async () => {
  if (!chromiumPath) return;
  [house, browser] = await Promise.all([openTestHub({ roles: ['web'], clock: () => now }), openBrowser()]);
  const { people } = house.hub;
  await people.importUnits(operator, csv(unitHeader, 'H,Chi bộ bản Hồng,cell,X1'));
  const members = ['Lò Thị Hoa', 'Cầm Văn Thoan', 'Quàng Thị Pánh', 'Lường Văn Ón'];
  const rows = members.map((name, n) => `H-${n},${name},H,${n === 0 ? 'secretary' : ''},official,,,`);
  await people.importMembers(operator, csv(memberHeader, ...rows));
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

/** A meeting that is over: three came, one stayed away. */
async function meetingHeld(): Promise<string> {
  const { meetings, attendance } = house.hub;
  const { id } = await meetings.call({
    from: 'H-0',
    unit: 'H',
    startsAt: evening,
    place: 'Nhà văn hóa bản Hồng',
  });
  await meetings.change(operator, id, { chair: 'H-0', taker: 'H-1' });
  now = evening;
  await meetings.open(operator, id);
  const marks = ['H-0', 'H-1', 'H-2'].map((member) => ({ member, mark: 'present' as const, at: now }));
  await attendance.mark(operator, id, marks);
  const [item] = await meetings.running.said(operator, id);
  await meetings.running.noteOpinion(operator, id, {
    item: item!.id!,
    author: 'H-2',
    text: 'Nhất trí, đề nghị công khai quỹ khuyến học',
  });
  now = new Date(evening.getTime() + 95 * 60_000);
  await meetings.close(operator, id);
  return id;
}

describe.skipIf(!chromiumPath)('after a meeting', { timeout: 300_000 }, () => {
  test.each([
    { screen: 'phone', scripts: false },
    { screen: 'computer', scripts: true },
  ] as const)('a secretary writes, approves and keeps the minutes (%o)', async (as) => {
    now = new Date('2026-12-01T08:00+07:00');
    await house.clear();
    const id = await meetingHeld();
    const desk = await sitDown(browser, as);
    const { page } = desk;
    const { token } = await house.hub.people.signInLink(operator, 'H-0');
    const { cookie } = (await house.hub.people.openSession(token, 'Chrome · Android'))!;
    await desk.context.addCookies([{ name: 'caunoi_console', value: cookie, url: house.url }]);

    await desk.open(`${house.url}/console/meetings/${id}/papers`);
    await page.getByLabel('Việc', { exact: true }).fill('Sửa đường vào bản');
    await page.getByLabel('Người thực hiện').fill('đồng chí Thoan');
    await page.getByLabel('Hạn').fill('20/12');
    await desk.press('Ghi việc', { within: page.locator('form[action$="/tasks"]') });
    await desk.reads('Đã ghi việc.', 'Sửa đường vào bản', '20/12/2026', 'chưa xong');
    await desk.picture('van-ban');

    await desk.press('Chấm điểm');
    for (const [label, points] of [
      ['Công tác chuẩn bị', '9'],
      ['Tổ chức và điều hành', '37'],
      ['Nguyên tắc và chế độ', '5'],
      ['Kết quả thực hiện', '28'],
      ['Kết thúc', '5'],
    ] as const)
      await page.getByLabel(label).fill(points);
    await desk.press('Lưu điểm');
    await desk.reads('Đã lưu 90 điểm, xếp loại Tốt.');

    await desk.press('Lập biên bản');
    await desk.picture('bien-ban');
    await desk.press(/^Sửa ?: Nội dung/);
    await page.getByLabel('Lời văn').fill('Đồng chí bí thư báo cáo tình hình tháng qua.');
    await desk.press('Lưu phần này');
    await desk.reads('Đã lưu.');
    const { name, content } = await desk.download('Tải tệp Word (.docx)');
    expect([name, content.subarray(0, 2).toString()]).toEqual(['Biên bản dự thảo 2026-12-03.docx', 'PK']);
    await desk.press('Duyệt văn bản này');
    await desk.reads('Biên bản – Số 01-BB/CB', 'Đồng chí bí thư báo cáo tình hình tháng qua.');
    await desk.reads('Tự chấm chất lượng', '90/100 điểm');
    await desk.leave();
  });
});
