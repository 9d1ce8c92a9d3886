import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SaidByMember } from '../../hub/feedback/index.ts';
import { operator } from '../../hub/platform/audit.ts';
import { csv, memberHeader, unitHeader } from '../people/given.ts';
import { chromiumPath, openBrowser } from '../support/browser.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { sitDown, type Desk } from './console.ts';

const names = ['Lò Thị Hoa', 'Cầm Văn Thoan', 'Quàng Thị Pánh', 'Lường Văn Ón', 'Vì Thị Nguyệt'];
const members = 12;
const morning = new Date('2026-12-01T09:00+07:00');
/** Each has a commune of his own, which has a page without names. */
const days = [
  { unit: 'XA', name: 'Đảng bộ xã An', screen: 'phone', scripts: true },
  { unit: 'XB', name: 'Đảng bộ xã Bình', screen: 'computer', scripts: false },
] as const;
const beside = 'Đảng bộ xã Hai (X2) – cùng cấp';

let house: TestHub;
let browser: Browser;
let now = morning;

beforeAll(async () => {
  if (!chromiumPath) return;
  [house, browser] = await Promise.all([openTestHub({ roles: ['web'], clock: () => now }), openBrowser()]);
  const { people } = house.hub;
  await people.importUnits(
    operator,
    csv(
      unitHeader,
      'XA,Đảng bộ xã An,commune,T',
      'XA-C,Chi bộ bản Hồng,cell,XA',
      'XB,Đảng bộ xã Bình,commune,T',
      'XB-C,Chi bộ bản Khoang,cell,XB',
    ),
  );
  const rows = days.flatMap(({ unit }) => [
    `${unit}-O,Đinh Văn Phòng,${unit},officer,official,,,`,
    ...Array.from(
      { length: members },
      (_, n) => `${unit}-${n},${names[n % names.length]} ${n},${unit}-C,,official,,,`,
    ),
  ]);
  await people.importMembers(operator, csv(memberHeader, ...rows));
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

/** Each morning anew: a session that lay unused overnight is over. */
async function signsIn(desk: Desk, unit: string): Promise<void> {
  const { token } = await house.hub.people.signInLink(operator, `${unit}-O`);
  const { cookie } = (await house.hub.people.openSession(token, 'Chrome · Android'))!;
  await desk.context.addCookies([{ name: 'caunoi_console', value: cookie, url: house.url }]);
}

async function say(unit: string, n: number, given: Pick<SaidByMember, 'text' | 'level' | 'kind'>) {
  const { feedback, people } = house.hub;
  const { id } = await people.memberByCode(`${unit}-${n}`);
  await feedback.saying.say(id, { unit, ...given }, 'chat');
}

/** The places at the bottom of a phone stand in one bar, none cut off, each wide enough for a thumb. */
async function placesFit({ page }: Desk): Promise<void> {
  const boxes = await page.locator('.places a').evaluateAll((links) =>
    links.map((link) => ({
      cut: link.scrollWidth > link.clientWidth,
      width: link.clientWidth,
      right: link.getBoundingClientRect().right,
      bar: link.closest('nav')!.clientHeight,
    })),
  );
  expect(boxes).toHaveLength(7);
  for (const { cut, width, right, bar } of boxes) {
    expect(cut).toBe(false);
    expect(width).toBeGreaterThanOrEqual(32);
    expect(right).toBeLessThanOrEqual(page.viewportSize()!.width);
    expect(bar).toBeLessThanOrEqual(72);
  }
}

describe.skipIf(!chromiumPath)('an officer’s day with what members said', { timeout: 120_000 }, () => {
  test.each(days)('of $unit, on a $screen; scripts: $scripts', async ({ unit, name, screen, scripts }) => {
    now = morning;
    const desk = await sitDown(browser, { screen, scripts });
    const { page } = desk;
    await signsIn(desk, unit);

    await desk.open(`${house.url}/console`);
    await placesFit(desk);
    await desk.press('Ý kiến');
    await desk.reads(
      'Không có ý kiến nào đang chờ.',
      'Góp ý không ghi tên về công việc chung',
      `/gop-y/${unit}`,
    );

    await say(unit, 1, {
      kind: 'proposal',
      level: 'named',
      text: 'Đề nghị sửa cầu treo bản Hồng.\nMùa mưa học sinh không qua được.',
    });
    await say(unit, 2, { kind: 'question', level: 'named', text: 'Bao giờ có lịch khám sức khỏe?' });
    await say(unit, 3, { kind: 'opinion', level: 'confidential', text: 'Trụ sở xã nên mở cửa sớm hơn.' });
    now = new Date('2026-12-02T09:00+07:00');
    await house.hub.feedback.work();

    await signsIn(desk, unit);
    await desk.open(`${house.url}/console`);
    await desk.reads(`Ý kiến gửi ${name}`, '3 ý kiến đang chờ trả lời.');
    await desk.press('Xem và trả lời');
    await desk.reads('Đề nghị sửa cầu treo', 'Cầm Văn Thoan 1', 'Còn 29 ngày làm việc');
    await desk.picture('y-kien');

    // One is answered, begun with what is said often.
    await desk.press('Chủ đề, câu trả lời mẫu, hạn trả lời');
    await page.getByLabel('Tên câu mẫu').fill('Đã ghi nhận');
    await page
      .getByLabel('Câu trả lời', { exact: true })
      .fill('Đảng ủy xã đã ghi nhận kiến nghị của đồng chí.');
    await desk.press('Lưu câu mẫu');
    await page.getByLabel('Chủ đề mới').fill('Giao thông');
    await desk.press('Thêm chủ đề');
    await desk.reads('Giao thông');
    await desk.press('Về danh sách ý kiến');
    await desk.press('Đề nghị sửa cầu treo bản Hồng. Mùa mưa học sinh không qua được.');
    await desk.reads('Mới', 'Mùa mưa học sinh', 'Cầm Văn Thoan 1');
    await desk.press('Tôi nhận xử lý');
    await desk.reads('Đồng chí đang xử lý ý kiến này.');
    await desk.press('Chèn vào câu trả lời');
    const answer = page.getByLabel('Câu trả lời', { exact: true });
    await answer.fill(`${await answer.inputValue()}\nCầu sẽ sửa xong trước mùa mưa.`);
    await desk.picture('tra-loi-y-kien', page.locator('#reply'));
    await desk.press('Gửi trả lời');
    await desk.reads(
      'Đã ghi câu trả lời.',
      'Đã trả lời',
      'Đảng ủy xã đã ghi nhận',
      'Cầu sẽ sửa xong trước mùa mưa.',
    );

    // One belongs elsewhere.
    await desk.press('Về danh sách ý kiến');
    await desk.press('Bao giờ có lịch khám sức khỏe?');
    await page.getByText('Chuyển nơi khác').click();
    await page.getByLabel('Chuyển đến').selectOption({ label: beside });
    await page.getByLabel('Lý do chuyển').fill('Trạm y tế của hai xã do xã bạn phụ trách.');
    await desk.press('Chuyển');
    await desk.reads('Đã chuyển ý kiến đi.', '1 ý kiến đang chờ trả lời.');

    // Of one nobody knows who wrote it; it is closed with a reason.
    await desk.press('Trụ sở xã nên mở cửa sớm hơn.');
    await desk.reads('Người viết được giữ kín, câu trả lời sẽ được chuyển đến đồng chí ấy.');
    expect(await desk.text()).not.toContain('Lường Văn Ón');
    await desk.press('Khép lại');
    await desk.reads('Ý kiến này chưa được trả lời.');
    await page.getByLabel('Lý do').fill('Từ tháng 12 trụ sở đã mở cửa từ 7 giờ.');
    await desk.press('Khép lại');
    await desk.reads('Đã khép lại.', 'Từ tháng 12 trụ sở đã mở cửa từ 7 giờ.');

    await desk.press('Về danh sách ý kiến');
    await page.getByText('Đang xem: đang chờ trả lời').click();
    await page.getByLabel('Tình trạng').selectOption('all');
    await desk.press('Xem');
    await desk.reads('Đã trả lời', 'Đã khép');
    await desk.leave();
  });
});
