import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { operator } from '../../hub/platform/audit.ts';
import { csv, memberHeader } from '../people/given.ts';
import { chromiumPath, openBrowser } from '../support/browser.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { sitDown } from './console.ts';

const pictures = process.env['CAUNOI_SCREENSHOTS'];
let now = new Date('2026-11-02T02:00:00Z');
let house: TestHub;
let browser: Browser;
beforeAll(async () => {
  if (!chromiumPath) return;
  [house, browser] = await Promise.all([openTestHub({ roles: ['web'], clock: () => now }), openBrowser()]);
  const rows = Array.from({ length: 8 }, (_, n) => `N${n},Nguyễn Văn Năm ${n},X1-C,,official,,,`);
  await house.hub.people.importMembers(operator, csv(memberHeader, ...rows));
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

describe.skipIf(!chromiumPath)(
  'without a name, on a cheap phone without scripts',
  { timeout: 120_000 },
  () => {
    test('a member writes, keeps the receipt, and reads by it what became of it', async () => {
      const { unlinkable, answering, work } = house.hub.feedback;
      const desk = await sitDown(browser, { screen: 'phone', scripts: false });
      const { page, context, complaints } = desk;
      const asked: string[] = [];
      page.on('request', (request) => {
        if (!request.url().startsWith('data:')) asked.push(new URL(request.url()).pathname);
      });
      const picture = async (name: string) => {
        if (pictures) await page.screenshot({ path: join(pictures, `${name}-360.png`) });
      };
      const look = async (receipt: string) => {
        await desk.open(`${house.url}/gop-y/bien-nhan`);
        await page.getByLabel('Giấy biên nhận').fill(receipt);
        await desk.press('Xem');
      };

      // The link of a small cell leads on to one that can be used.
      await desk.open(`${house.url}/gop-y/X2-C`);
      await desk.reads('ít hơn 10 đảng viên', 'Gửi tới Đảng bộ tỉnh');

      await desk.open(`${house.url}/gop-y/X1-C`);
      await desk.reads('Góp ý không ghi tên về công việc chung', 'Gửi tới: Chi bộ thôn', 'không ghi tên');
      await picture('gop-y-khong-ten');
      const words = page.getByLabel('Nội dung', { exact: true });
      await page.getByLabel('Ý kiến', { exact: true }).check();
      await words.fill('Tôi tố cáo ông Nguyễn Văn A tham ô tiền quỹ');
      await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Gửi góp ý' }).click()]);
      await desk.reads('tố cáo', 'phải ghi rõ họ tên, địa chỉ', 'Chưa có gì được lưu');
      expect(complaints.splice(0)).toEqual([expect.stringContaining('422')]);
      expect(await words.inputValue()).toBe('Tôi tố cáo ông Nguyễn Văn A tham ô tiền quỹ');
      expect(await page.getByLabel('Ý kiến', { exact: true }).isChecked()).toBe(true);
      expect(await house.hub.database.query('select id from feedback_staged')).toEqual([]);

      await words.fill('Đề nghị lắp thêm đèn ở ngõ ba');
      // Pressed twice, as a thumb does.
      await desk.press('Gửi góp ý', { twice: true });
      expect(await house.hub.database.query('select level from feedback_staged')).toHaveLength(1);
      await desk.reads('Đã nhận góp ý', 'chép lại giấy biên nhận này, chúng tôi không giữ');
      await picture('bien-nhan');
      const receipt = (await page.locator('.receipt li').allInnerTexts()).join(' ');
      expect(receipt.split(/[ -]/)).toHaveLength(12);

      await look(receipt.toUpperCase().replaceAll('-', ' '));
      await desk.reads('Tình trạng', 'Đang chờ, chưa ai đọc', 'Đề nghị lắp thêm đèn ở ngõ ba');

      for (const text of ['Loa thôn nhỏ quá', 'Nên họp sớm hơn', 'Sửa cổng chào', 'Dọn kênh mương'])
        await unlinkable.submit('X1-C', { kind: 'opinion', text });
      now = new Date(now.getTime() + 86_400_000);
      await work();
      await look(receipt);
      await desk.reads('Đã chuyển tới người đọc', 'Chưa có lời đáp');

      const secretary = { memberId: (await house.hub.people.memberByCode('A')).id, via: 'console' } as const;
      const items = await answering.list(secretary);
      const item = items.find(({ text }) => text.includes('ngõ ba'))!;
      await answering.reply(secretary, item.id, { text: 'Tuần tới chi bộ mời thợ điện đến lắp.' });
      await look(receipt);
      await desk.reads('Đã trả lời', 'Lời đáp', 'Chi bộ thôn, ngày 03/11/2026', 'mời thợ điện');
      await picture('gop-y-da-tra-loi');

      expect(await context.cookies()).toEqual([]);
      expect(asked.filter((path) => !path.startsWith('/gop-y'))).toEqual([]);
      expect(page.url()).not.toContain(receipt.split('-')[0]!);
      await desk.leave();
    });
  },
);
