import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AlignmentType, Document, Packer, Paragraph } from 'docx';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { operator } from '../../hub/platform/audit.ts';
import { chromiumPath, crossed, openBrowser, type Screen } from '../support/browser.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { sitDown, type Desk } from './console.ts';

const start = new Date('2026-12-01T09:00+07:00').getTime();
/** A minute passes with each: what comes later is new to who has seen the rest. */
let round = 0;
const library = '/console/library';
const runs = crossed(
  (['phone', 'computer'] as const).flatMap((screen) => [
    { screen, scripts: true },
    { screen, scripts: false },
  ]),
);

const folder = mkdtempSync(join(tmpdir(), 'caunoi-large-'));
const tooLarge = join(folder, 'lon.txt');
let house: TestHub;
let browser: Browser;
beforeAll(async () => {
  if (!chromiumPath) return;
  writeFileSync(tooLarge, Buffer.alloc(60_000_000, 'Điều lệ. '));
  [house, browser] = await Promise.all([
    openTestHub({ roles: ['web'], clock: () => new Date(start + round * 60_000) }),
    openBrowser(),
  ]);
}, 120_000);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await browser?.close();
  await house?.close();
});

async function sit(options: { screen: Screen; scripts: boolean }, code: string, to: string): Promise<Desk> {
  const desk = await sitDown(browser, options);
  const { token } = await house.hub.people.signInLink(operator, code, { forOwnPages: true });
  await desk.open(`${house.url}/signin/${token}?${new URLSearchParams({ to }).toString()}`);
  await desk.press('Đăng nhập');
  return desk;
}

/** A regulation of the province as an office writes it, which replaces an earlier one. */
async function regulation({ number, replaces }: { number: string; replaces?: string }): Promise<Buffer> {
  const centred = (text: string) => new Paragraph({ text, alignment: AlignmentType.CENTER });
  const articles = Array.from({ length: 24 }, (_, index) => [
    new Paragraph(`Điều ${index + 5}. Việc thứ ${index + 5} của chi bộ`),
    new Paragraph(`Chi bộ làm việc thứ ${index + 5} theo kế hoạch năm và ghi vào sổ tay. `.repeat(8)),
  ]).flat();
  const document = new Document({
    sections: [
      {
        children: [
          centred('TỈNH ỦY SƠN LA'),
          centred('*'),
          centred(`Số ${number}`),
          centred('Sơn La, ngày 15 tháng 10 năm 2026'),
          centred('QUY ĐỊNH'),
          centred('về thăm hỏi, trợ cấp đảng viên ốm đau'),
          new Paragraph('Điều 1. Phạm vi'),
          new Paragraph('Quy định này nói về việc thăm hỏi, trợ cấp đảng viên ốm đau trong Đảng bộ tỉnh.'),
          new Paragraph('Điều 2. Mức trợ cấp'),
          new Paragraph('Đảng viên điều trị nội trú từ 07 ngày trở lên được trợ cấp 1.200.000 đồng mỗi năm.'),
          new Paragraph('Điều 3. Người thăm hỏi'),
          new Paragraph('Bí thư chi bộ thăm hỏi đảng viên ốm trong vòng 05 ngày kể từ khi được báo.'),
          ...articles,
          new Paragraph('Điều 40. Hiệu lực'),
          new Paragraph(
            replaces
              ? `Quy định này có hiệu lực từ ngày ký và thay thế Quy định số ${replaces}, ngày 10/5/2021 của Tỉnh ủy.`
              : 'Quy định này có hiệu lực từ ngày ký.',
          ),
        ],
      },
    ],
  });
  return await Packer.toBuffer(document);
}

/** What the index shows is what the library has: a search finds it. */
async function indexed(): Promise<void> {
  const [row] = await house.hub.database.query<{ version: number }>('select version from library_version');
  await house.hub.library.finding.until(row!.version);
}

describe.skipIf(!chromiumPath)('the library in the console', { timeout: 300_000 }, () => {
  test.each(runs)(
    'is filled by the office, read and asked by members, on a $screen; scripts: $scripts',
    async (run) => {
      round += 1;
      const number = `${round}5-QĐ/TU`;
      const earlier = `${round}1-QĐ/TU`;
      await house.hub.library.keeping.add(
        operator,
        {
          name: 'cu.md',
          mediaType: 'text/markdown',
          content: Buffer.from(
            `---\nnumber: "${earlier}"\nissuer: "Tỉnh ủy Sơn La"\ndate: "2021-05-10"\ntitle: "Quy định cũ về thăm hỏi"\n---\n\nĐiều 1. Mức cũ\n\nMức trợ cấp cũ là 300.000 đồng.\n`,
          ),
        },
        { release: true },
      );

      const office = await sit(run, 'V', library);
      await office.press('Đưa văn bản vào');
      await office.page.getByLabel('Tệp').setInputFiles({
        name: `quy-dinh-${round}.docx`,
        mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        buffer: await regulation({ number, replaces: earlier }),
      });
      await office.press('Gửi');
      await office.reads('Tệp đã gửi', `quy-dinh-${round}.docx`);
      await office.comes(`quy-dinh-${round}.docx Đã đọc xong`, 'Xem lại bây giờ');
      const card = office.page.locator('.card', { hasText: `quy-dinh-${round}.docx` });
      await office.press('Xem lại những gì tìm thấy', { within: card });

      // What was found stands beside where it was found.
      const { page } = office;
      expect(await page.getByLabel('Số, ký hiệu').inputValue()).toBe(number);
      expect(await page.getByLabel('Ngày ban hành').inputValue()).toBe('15/10/2026');
      await office.reads('Trong văn bản:', number, 'ngày 15 tháng 10 năm 2026');
      await office.reads('Văn bản khác được nhắc đến', 'Thay thế', `thay thế Quy định số ${earlier}`);
      await office.picture('xem-lai-van-ban');
      await page.getByLabel('Ngày ban hành').fill('16.10.2026');
      await page.getByLabel('Đúng', { exact: true }).check();
      await office.press('Đưa vào thư viện');
      await office.reads('Đã đưa vào thư viện.', '16/10/2026', 'Còn hiệu lực');
      const documentUrl = new URL(page.url()).pathname;
      await office.press('Trước và sau văn bản này');
      await office.reads('16/10/2026', 'Đang xem', 'Thay thế', earlier, '10/05/2021', 'Đã được thay thế');
      await office.picture('truoc-sau-van-ban');
      await indexed();

      const member = await sit(run, 'B', library);
      await member.reads('Mới với đồng chí', number);
      await member.picture('thu-vien');
      await member.press('Tôi đã xem');
      expect(await member.text()).not.toContain('Mới với đồng chí');
      await member.page.getByLabel('Tìm trong thư viện').fill('tro cap dieu tri noi tru');
      await member.press('Tìm');
      await member.reads('Trong nội dung văn bản', number, 'Điều 2', 'trợ cấp');
      expect(await member.page.locator('mark').first().innerText()).toMatch(/^(trợ cấp|điều trị)/i);
      await member.picture('tim-van-ban');
      await member.open(house.url + documentUrl);
      expect(await member.text()).not.toContain('Sửa thông tin');
      await member.page.locator('summary', { hasText: 'Mục lục' }).click();
      await member.press(/^Điều 28\./);
      await member.reads('Phần 3 trên', 'Việc thứ 28 của chi bộ');
      await inSight(member, member.page.locator(':target'));

      await member.open(`${house.url}/console/ask`);
      await member.page
        .getByLabel('Câu hỏi của đồng chí')
        .fill('Mức trợ cấp đảng viên điều trị nội trú là bao nhiêu?');
      await member.press('Hỏi');
      await member.reads('Đồng chí hỏi', 'Văn bản viết', '1.200.000 đồng', 'Điều 2');
      await member.picture('tro-ly');
      await member.press(new RegExp(`^Điều 2.*${number}`));
      const marked = member.page.locator('mark', { hasText: '1.200.000 đồng' });
      await inSight(member, member.page.locator('#doan'));
      await inSight(member, marked);
      await member.picture('doan-van', member.page.locator('#doan'));
      await member.page.goBack();
      await member.press(/Giúp được$/);
      await member.reads('Cảm ơn đồng chí đã nhận xét.');
      expect(await member.text()).not.toContain('Giúp được');

      await member.page
        .getByLabel('Hỏi tiếp')
        .fill(`Thông tư ${round}77/2019/TT-BXD quy định gì về nhà ở nổi trên sông?`);
      await member.press('Hỏi');
      await member.reads('Thư viện không có văn bản đồng chí hỏi.');
      await member.picture('chua-co-loi-dap');
      await member.press('Chuyển câu hỏi cho bí thư');
      await member.reads('Thông tư', 'Bí thư sẽ thấy tên đồng chí', 'Trần Thị Bình');
      await member.press('Chuyển', { twice: run.scripts });
      await member.reads('Đã chuyển tới Chi bộ');
      await member.leave();

      await office.open(`${house.url}${library}/gaps`);
      await office.reads('Câu hỏi chưa có lời đáp', 'nhà ở nổi trên sông', '1 đến 4', '12/2026');
      expect(await office.text()).not.toContain('Bình');
      await office.picture('cau-hoi-chua-co-loi-dap');
      await office.press('Đã bổ sung', { within: office.page.locator('tbody tr').first() });
      await office.reads('thư viện đã bổ sung văn bản', 'Hiện không có câu hỏi nào.');

      await office.open(house.url + documentUrl);
      await office.press('Bỏ khỏi thư viện');
      await office.reads('Bỏ rồi không lấy lại được');
      await office.press('Bỏ hẳn văn bản này');
      await office.reads('Đã bỏ văn bản khỏi thư viện.');
      await office.leave();
    },
  );

  test.each(runs)('says in words that a file is no use, on a $screen; scripts: $scripts', async (run) => {
    const office = await sit(run, 'V', `${library}/new`);
    await office.page.getByLabel('Tệp').setInputFiles({
      name: 'anh.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4 broken'),
    });
    await office.press('Gửi');
    await office.comes('Không nhận', 'Xem lại bây giờ');
    await office.reads('anh.pdf', 'Không nhận', 'Đồng chí');
    await office.picture('tep-khong-nhan');

    await office.open(`${house.url}${library}/new`);
    await office.page.getByLabel('Tệp').setInputFiles(tooLarge);
    await office.page.getByRole('button', { name: 'Gửi' }).click();
    await expect.poll(() => office.text(), { timeout: 60_000 }).toContain('Các tệp gửi một lần quá 50 MB');
    // The browser notes the refusal, as it should.
    expect(office.complaints.splice(0)).toEqual([expect.stringContaining('413')]);
    await office.leave();
  });
});

/** Wherever it stands on the page, one sees it without scrolling. */
async function inSight({ page }: Desk, place: Locator): Promise<void> {
  const box = await place.boundingBox();
  expect(box!.y).toBeGreaterThanOrEqual(0);
  expect(box!.y).toBeLessThan(page.viewportSize()!.height - 60);
}
