import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codeOfMinute } from '../../hub/attendance/codes.ts';
import { operator } from '../../hub/platform/audit.ts';
import { shortId } from '../../hub/platform/ids.ts';
import { csv, memberHeader, unitHeader } from '../people/given.ts';
import { chromiumPath, openBrowser, type Screen } from '../support/browser.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { until } from '../support/process.ts';
import { sitDown } from './console.ts';
import { lineDown, openReader } from './reader.ts';

const names = [
  'Lò Thị Hoa',
  'Cầm Văn Thoan',
  'Quàng Thị Pánh',
  'Lường Văn Ón',
  'Hoàng Văn Phượng',
  'Vì Thị Nguyệt',
  'Bạc Cầm Dũng',
  'Đinh Thị Lan',
  'Hà Văn Đức',
];
const code = (n: number) => `H-0${n}`;
const patienceMs = 15_000;

let house: TestHub;
let browser: Browser;
let secretary: { memberId: string; via: 'console' };
beforeAll(async () => {
  if (!chromiumPath) return;
  [house, browser] = await Promise.all([openTestHub({ roles: ['web'] }), openBrowser()]);
  const { people } = house.hub;
  await people.importUnits(operator, csv(unitHeader, 'H,Chi bộ bản Hồng,cell,X1'));
  const rows = names.map(
    (name, index) => `${code(index + 1)},${name},H,${index === 0 ? 'secretary' : ''},official,,,`,
  );
  await people.importMembers(operator, csv(memberHeader, ...rows));
  secretary = { memberId: (await people.memberByCode(code(1))).id, via: 'console' };
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

async function openMeeting(): Promise<string> {
  const { meetings } = house.hub;
  const startsAt = new Date(Date.now() + 30 * 60_000);
  const { id } = await meetings.call({ from: code(1), unit: 'H', startsAt, place: 'Nhà văn hóa bản Hồng' });
  await meetings.open(secretary, id);
  return id;
}

/** The secretary, signed in. */
async function secretaryAt(screen: Screen, scripts = true) {
  const desk = await sitDown(browser, { screen, scripts });
  const { token } = await house.hub.people.signInLink(operator, code(1));
  const { cookie } = (await house.hub.people.openSession(token, 'Chrome · Android'))!;
  await desk.context.addCookies([{ name: 'caunoi_console', value: cookie, url: house.url }]);
  return desk;
}

const markOf = async (id: string, member: string) =>
  (await house.hub.attendance.roll(secretary, id)).find((row) => row.code === member)!;

describe.skipIf(!chromiumPath)('during a meeting', { timeout: 300_000 }, () => {
  test('the list keeps what is tapped without a line, also over a reload, and sends it afterwards', async () => {
    const id = await openMeeting();
    const desk = await secretaryAt('phone');
    const { page, context } = desk;
    const row = (member: string) => page.locator(`[data-member="${member}"]`);
    const tap = async (member: string) => await row(member).locator('.roll-main').click();

    await desk.open(`${house.url}/console/meetings/${id}/list`);
    await page.getByText('Danh sách này đã lưu trên máy').waitFor();
    await tap(code(1));
    await row(code(1)).getByText('đã gửi').waitFor();
    expect((await markOf(id, code(1))).mark).toBe('present');

    await context.setOffline(true);
    await page.getByText('Mất mạng: điểm danh được giữ trên máy').waitFor();
    const before = Date.now();
    for (const member of [code(2), code(3), code(8)]) await tap(member);
    // Again on the same name: what else there is.
    await tap(code(3));
    await row(code(3)).getByRole('button', { name: 'Đến muộn' }).click();
    await page.getByText('Chưa gửi: 3').waitFor();
    expect(await row(code(3)).innerText()).toMatch(/Đến muộn \d\d:\d\d · trên máy/);
    expect(await row(code(2)).innerText()).not.toContain('đã gửi');
    await desk.picture('danh-sach-hop', page.locator('.roll'));

    // The phone was put away meanwhile.
    await page.reload();
    await page.getByText('Chưa gửi: 3').waitFor();
    expect(await row(code(2)).innerText()).toMatch(/Có mặt \d\d:\d\d · trên máy/);
    expect(await row(code(1)).innerText()).toContain('đã gửi');
    expect((await markOf(id, code(2))).mark).toBeNull();
    const after = Date.now();

    // Lan checked in herself, later than she was tapped.
    const { code: digits } = await house.hub.attendance.code(secretary, id);
    const lan = (await house.hub.people.memberByCode(code(8))).id;
    await house.hub.attendance.checkIn(lan, digits, { road: 'code', via: 'chat' });
    await house.hub.attendance.mark(secretary, id, [{ member: code(2), mark: 'excused', at: new Date() }]);

    await context.setOffline(false);
    await page.getByText('Không còn gì chờ gửi.').waitFor();
    expect(await row(code(3)).innerText()).toMatch(/Đến muộn \d\d:\d\d · đã gửi/);
    const late = await markOf(id, code(3));
    expect(late.mark).toBe('late');
    expect(late.markedAt!.getTime()).toBeGreaterThanOrEqual(before);
    expect(late.markedAt!.getTime()).toBeLessThanOrEqual(after);
    // What was decided later stands, and is said.
    await page
      .getByText(/Đồng chí Cầm Văn Thoan: .*\(Vắng có lý do\); lần .*\(Có mặt\) không tính/)
      .waitFor();
    expect(await row(code(2)).innerText()).toContain('Vắng có lý do');
    expect(await row(code(8)).innerText()).toContain('tự điểm danh');
    desk.complaints.splice(
      0,
      desk.complaints.length,
      ...desk.complaints.filter((one) => !lineDown.test(one)),
    );
    await page.reload();
    await page.getByRole('button', { name: 'Đã rõ' }).click();
    await page.getByPlaceholder('Tìm tên').fill('duc');
    expect(await page.locator('[data-member]:visible').allInnerTexts()).toEqual([
      expect.stringContaining('Hà Văn Đức'),
    ]);

    // Names do not stay on the phone of who signs out.
    await page.locator('details.account summary').click();
    await desk.arrive(() => page.getByRole('button', { name: 'Đăng xuất' }).click());
    const left = () =>
      page.evaluate(async () => {
        const databases = await indexedDB.databases();
        return [...(await caches.keys()), ...databases.map(({ name }) => name)];
      });
    await expect.poll(left).toEqual(['caunoi-meeting-marks']);
    await desk.leave();
  });

  test('the list can be put on the home screen', async () => {
    const id = await openMeeting();
    const desk = await secretaryAt('phone');
    await desk.open(`${house.url}/console/meetings/${id}/list`);
    const session = await desk.context.newCDPSession(desk.page);
    const { errors } = await session.send('Page.getAppManifest');
    expect(errors).toEqual([]);
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
    expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
    await desk.leave();
  });

  test('the wall shows digits that change by themselves, also without a line, and who is there', async () => {
    const id = await openMeeting();
    const desk = await secretaryAt('computer');
    const { page, context } = desk;
    await desk.open(`${house.url}/console/meetings/${id}/code`);
    const shown = async () => (await page.locator('[data-wall-code]').innerText()).replace(' ', '');
    const key = await house.hub.attendance.codeKey(secretary, id);
    const codeAt = (ms: number) => codeOfMinute(key, Math.floor(ms / 60_000));
    await until(async () => (await shown()) === codeAt(Date.now()), patienceMs, 'the digits of this minute');
    for (const member of [code(1), code(2), code(3), code(4), code(5)]) {
      await house.hub.attendance.mark(secretary, id, [{ member, mark: 'present', at: new Date() }]);
    }
    await page.getByText('5 / 9').first().waitFor();
    await page.getByText('Đủ số người để thông qua nghị quyết').waitFor();
    await desk.picture('ma-diem-danh');

    // A cheap projector, and a phone in the secretary's hand.
    for (const [width, height, least] of [
      [1024, 768, 140],
      [360, 740, 60],
    ] as const) {
      await page.setViewportSize({ width, height });
      const box = (await page.locator('[data-wall-code]').boundingBox())!;
      expect(box.height).toBeGreaterThan(least);
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(width);
      if (width > 1_000)
        expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(height);
    }

    // A line that was open stays open in an emulated cut: it is kept from opening.
    await context.route('**/code/live', (route) => route.abort('internetdisconnected'));
    await page.reload();
    await page.clock.setFixedTime(Date.now() + 60_000);
    const next = codeAt(await page.evaluate(() => Date.now()));
    await until(async () => (await shown()) === next, patienceMs, 'the digits of the next minute');
    await page.clock.setFixedTime(Date.now() + 180_000);
    await page.getByText('Mất mạng. Gửi sáu chữ số này').waitFor();
    await page.locator('[data-wall-qr]').waitFor({ state: 'hidden' });
    desk.complaints.splice(
      0,
      desk.complaints.length,
      ...desk.complaints.filter((one) => !lineDown.test(one)),
    );
    await desk.leave();
  });

  test.each([true, false])(
    'a member checks in from the square in one press; scripts: %s',
    async (scripts) => {
      const id = await openMeeting();
      const { people, webchat, attendance } = house.hub;
      const member = code(scripts ? 5 : 6);
      const reader = await openReader(browser, house.url, { screen: 'phone', scripts });
      const { address, token } = await webchat.open('Chrome · Android');
      const { inviteId } = await people.openInvite((await people.invite(operator, member)).code);
      await people.link({ inviteId, channel: 'web', address, consentText: 'Đồng ý', language: 'vi' });
      const square = async () =>
        `/chat/checkin/${shortId(id)}/${(await attendance.code(secretary, id)).code}`;

      await reader.goLightly(await square());
      await reader.page.getByText('Máy này chưa mở trò chuyện').waitFor();
      await reader.soundly();
      await reader.context.addCookies([{ name: 'caunoi_chat', value: token, url: `${house.url}/chat` }]);
      await reader.goLightly(await square());
      await reader.soundly();
      const pictures = process.env['CAUNOI_SCREENSHOTS'];
      if (pictures && scripts) await reader.page.screenshot({ path: `${pictures}/diem-danh-360.png` });
      await reader.press('Điểm danh');
      await reader.page.getByRole('heading', { name: 'Đã điểm danh' }).waitFor();
      await reader.soundly();
      expect(await markOf(id, member)).toMatchObject({ mark: 'present', road: 'link' });
      await reader.context.close();
    },
  );

  test.each([
    ['phone', true],
    ['computer', false],
  ] as const)('opinions, a vote and a ballot are noted on a %s; scripts: %s', async (screen, scripts) => {
    const id = await openMeeting();
    const marks = names.map((_, index) => {
      return { member: code(index + 1), mark: 'present' as const, at: new Date() };
    });
    await house.hub.attendance.mark(secretary, id, marks);
    const desk = await secretaryAt(screen, scripts);
    const { page } = desk;
    await desk.open(`${house.url}/console/meetings/${id}/run`);
    await page.getByLabel('Người phát biểu').selectOption({ label: 'Hà Văn Đức' });
    await page.getByLabel('Ý kiến', { exact: true }).fill('Đề nghị sửa nhà văn hóa trước Tết.');
    await desk.press('Ghi');
    await desk.reads('Đồng chí Hà Văn Đức:', 'Đề nghị sửa nhà văn hóa trước Tết.');

    await desk.press('Biểu quyết');
    const vote = page.locator('form[action$="/run/motions"]');
    await vote.getByLabel('Biểu quyết về việc gì').fill('Thông qua nghị quyết tháng 12');
    await vote.getByLabel('Tán thành', { exact: true }).fill('8');
    await vote.getByLabel('Không tán thành').fill('1');
    await desk.press('Ghi kết quả');
    await desk.reads('8/9 đồng ý: đạt quá 1/2', 'Tán thành 8, không tán thành 1');
    await desk.picture('bieu-quyet', page.locator('#votes'));

    await page.getByText('Chuẩn bị phiếu kín').click();
    const ballot = page.locator('form[action$="/run/ballots"]');
    await ballot.getByLabel('Biểu quyết về việc gì').fill('Giới thiệu bí thư chi bộ');
    await ballot.getByLabel('Tên trên phiếu').fill('Lò Thị Hoa\nHà Văn Đức');
    await ballot.getByLabel('Ban kiểm phiếu').fill('Hà Văn Đức');
    // Refused by the page itself, with what was typed; the browser notes the refusal, as it should.
    await Promise.all([
      page.waitForEvent('load'),
      page.getByRole('button', { name: 'Lập danh sách' }).click(),
    ]);
    expect(desk.complaints.splice(0)).toEqual([expect.stringContaining('422')]);
    await desk.reads('Đồng chí Hà Văn Đức có tên trên phiếu nên không được ở trong ban kiểm phiếu.');
    await ballot.getByLabel('Ban kiểm phiếu').fill('Bạc Cầm Dũng');
    await desk.press('Lập danh sách');
    await desk.press('Bản in danh sách và biên bản kiểm phiếu');
    await desk.reads('Lò Thị Hoa', 'Hà Văn Đức', 'Ban kiểm phiếu: Bạc Cầm Dũng');
    await desk.leave();
  });
});
