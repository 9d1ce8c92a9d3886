import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, type TestContext } from 'vitest';
import type { NewNotice } from '../../hub/notices/index.ts';
import { operator } from '../../hub/platform/audit.ts';
import { csv, memberHeader, unitHeader } from '../people/given.ts';
import { chromiumPath, crossed, openBrowser, type Screen } from '../support/browser.ts';
import { officer, openTestHub, type TestHub } from '../support/hub.ts';
import { until } from '../support/process.ts';
import { lineDown, openReader, refusal, type Reader } from './reader.ts';

/** Each in a cell of their own: what is sent to one comes to nobody else. */
const members = [
  ['BINH', 'Trần Thị Bình'],
  ['CUONG', 'Lò Văn Cương'],
  ['DO', 'Vàng A Dơ'],
  ['EN', 'Phạm Thị Én'],
  ['MY', 'Giàng Thị Mỷ'],
  ['PAO', 'Lý Văn Páo'],
  ['SENH', 'Hạng A Sềnh'],
] as const;

let house: TestHub;
let browser: Browser;
beforeAll(async () => {
  [house, browser] = await Promise.all([
    openTestHub({ roles: ['web', 'bots', 'worker'] }),
    chromiumPath ? openBrowser() : (null as never),
  ]);
  const cells = members.map(([code], index) => `K-${code},Chi bộ số ${index + 1},cell,X2`);
  await house.hub.people.importUnits(operator, csv(unitHeader, ...cells));
  const rows = members.map(([code, name]) => `${code},${name},K-${code},,official,,,`);
  await house.hub.people.importMembers(operator, csv(memberHeader, ...rows));
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await house.close();
});

/** The same, somewhere: pages of the docs are shown as they are tested. */
async function picture({ page }: Reader, name: string): Promise<void> {
  const folder = process.env['CAUNOI_SCREENSHOTS'];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, animations: 'disabled' });
}

async function comes(
  { onTestFinished }: Pick<TestContext, 'onTestFinished'>,
  options: { screen: Screen; scripts?: boolean },
): Promise<Reader> {
  const reader = await openReader(browser, house.url, options);
  onTestFinished(() => reader.context.close());
  return reader;
}

const nameOf = (member: string) => members.find(([code]) => code === member)![1];
const inviteOf = async (member: string) => (await house.hub.people.invite(operator, member)).code;
async function joins(reader: Reader, member: string): Promise<void> {
  await reader.go(`/join/${await inviteOf(member)}`);
  await reader.press('Dùng ngay trên trang này');
  await reader.press('Đồng ý');
  await reader.finds('Muốn ngừng nhận');
}

async function send(member: string, notice: Partial<NewNotice> & Pick<NewNotice, 'title'>): Promise<string> {
  const { id } = await house.hub.notices.send({
    from: officer,
    unit: `K-${member}`,
    body: `${notice.title}.`,
    ...notice,
  });
  return id;
}
const statusOf = async (member: string, id: string) =>
  (await house.hub.notices.recipientsOf(operator, id)).find((row) => row.member === member)?.status;
async function becomes(member: string, id: string, wanted: string): Promise<void> {
  let status: string | undefined;
  const check = async () => (status = await statusOf(member, id)) === wanted;
  await until(check, patienceMs, `${wanted} for ${member}`).catch((error: unknown) => {
    throw new Error(`it is still ${status}`, { cause: error });
  });
}
/** Enough for a loaded machine. */
const patienceMs = 30_000;
/** So long somebody looks at what stands on the screen. */
const lookMs = 800;
/** Longer than a page waits before it tells what was seen. */
async function stays(member: string, id: string, wanted: string): Promise<void> {
  await sleep(900);
  expect(await statusOf(member, id)).toBe(wanted);
}
/** What came so far has been looked at: the next message is shown from where it begins. */
async function hasSeenAll(memberId: string): Promise<void> {
  const address = await house.hub.webchat.addressOf(memberId);
  const look = async () => {
    const [{ unseen }] = (await house.hub.database.query(
      `select count(*) as unseen from web_message where address = $1 and direction = 'out' and seen_at is null`,
      [address],
    )) as [{ unseen: number }];
    return unseen === 0;
  };
  await until(look, patienceMs, 'the page to say what was seen');
}
async function wheel({ page }: Reader, by: number): Promise<void> {
  await page.locator('#scroller').hover();
  await page.mouse.wheel(0, by);
}
/** To the end of the conversation, without leaping over anything. */
async function readsOn(reader: Reader): Promise<void> {
  const left = () => reader.page.locator('#scroller').evaluate(({ scrollTop }) => Math.round(-scrollTop));
  await sleep(lookMs);
  for (let more = await left(); more > 0; more = await left()) {
    await wheel(reader, Math.min(more, 400));
    await sleep(lookMs);
  }
}
/**
 * What a browser tells a page when another tab stands before it, and when it is in front again. Chromium without
 * a screen shows every tab, so it is told in its stead.
 */
async function putBehind(page: Page, hidden: boolean): Promise<void> {
  await page.evaluate((behind) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => behind });
    document.dispatchEvent(new Event('visibilitychange'));
  }, hidden);
}
/** Does something with these words stand where it can be read? */
async function isOnScreen({ page }: Reader, words: string): Promise<boolean> {
  const [thing, screen] = [page.getByText(words, { exact: true }).last(), page.locator('#scroller')];
  const [box, frame] = [(await thing.boundingBox())!, (await screen.boundingBox())!];
  return box.y >= frame.y && box.y + box.height <= frame.y + frame.height;
}
const consentsOf = async (memberId: string) =>
  await house.hub.database.query<{ text: string; channel: string; withdrawn: boolean }>(
    'select text, channel, withdrawn_at is not null as withdrawn from consent where member_id = $1',
    [memberId],
  );

const plan = {
  kind: 'directive',
  number: '27-KH/ĐU',
  issuedOn: '2026-11-20',
  title: 'Kế hoạch kiểm điểm, đánh giá, xếp loại cuối năm',
  body: [
    'Đảng ủy xã đề nghị các chi bộ thực hiện kiểm điểm, đánh giá, xếp loại tổ chức đảng và đảng viên năm 2026 như sau:',
    ...[
      'Mỗi đảng viên viết bản tự kiểm điểm theo mẫu gửi kèm, nộp cho chi ủy trước ngày 5/12.',
      'Chi ủy tổng hợp, gửi xin ý kiến cấp ủy nơi cư trú đối với đảng viên đang công tác.',
      'Chi bộ họp kiểm điểm, đánh giá, xếp loại từng đảng viên; biên bản ghi đủ ý kiến và số phiếu.',
      'Đảng viên dự bị được kiểm điểm nhưng không xếp loại.',
      'Đảng viên được miễn sinh hoạt không phải kiểm điểm, có thể gửi ý kiến bằng văn bản.',
      'Tỷ lệ đảng viên “Hoàn thành xuất sắc nhiệm vụ” không quá 20% số “Hoàn thành tốt nhiệm vụ”.',
      'Bí thư chi bộ nộp hồ sơ về Văn phòng Đảng ủy trước ngày 20/12.',
      'Chi bộ nào ở xa thì gửi bản chụp trước, bản giấy nộp khi về họp xã.',
      'Vướng mắc báo về Văn phòng Đảng ủy trong giờ làm việc để được hướng dẫn.',
    ].map((line, index) => `${index + 1}. ${line}`),
    'Đề nghị các đồng chí thực hiện nghiêm túc, đúng thời gian.',
  ].join('\n\n'),
  wantsAck: true,
} as const;
const form = { name: 'Mẫu bản tự kiểm điểm.txt', mediaType: 'text/plain', content: Buffer.from('Mẫu số 02') };

const stories = [
  { screen: 'phone', scripts: true, member: 'BINH', by: 'button' },
  { screen: 'computer', scripts: true, member: 'CUONG', by: 'typing' },
  { screen: 'phone', scripts: false, member: 'DO', by: 'button' },
  { screen: 'computer', scripts: false, member: 'EN', by: 'typing' },
] as const;

describe.skipIf(!chromiumPath).concurrent('a member', { timeout: 300_000 }, () => {
  test.for(crossed(stories))(
    'on a $screen, scripts $scripts: from the invitation to the end',
    async ({ screen, scripts, member, by }, task) => {
      const name = nameOf(member);
      const reader = await comes(task, { screen, scripts });
      const { page, context } = reader;
      const { id: memberId } = await house.hub.people.memberByCode(member);

      // The invitation: looked at as often as one likes.
      const code = await inviteOf(member);
      await reader.go(`/join/${code}`);
      await reader.goLightly(`/join/${code}`);
      await reader.soundly();
      if (screen === 'phone' && scripts) await picture(reader, 'tham-gia-360');
      await house.hub.people.openInvite(code);
      await reader.press('Dùng ngay trên trang này');
      await reader.finds('Đồng chí có đồng ý');
      expect(new URL(page.url()).pathname).toBe('/chat');
      await reader.soundly();
      const question = (await reader.texts()).at(-1)!;
      expect(await consentsOf(memberId)).toEqual([]);
      await reader.press('Đồng ý');
      await reader.finds('Muốn ngừng nhận');
      const [consent, ...more] = await consentsOf(memberId);
      expect([consent, more]).toMatchObject([{ channel: 'web', withdrawn: false }, []]);
      expect(question).toContain(consent!.text);

      // A notice that is longer than the screen, with a file; the welcome was looked at before.
      if (scripts) {
        await readsOn(reader);
        await hasSeenAll(memberId);
      }
      const id = await send(member, { ...plan, attachments: [form] });
      if (scripts) {
        await reader.finds('Kế hoạch kiểm điểm');
        await becomes(member, id, 'delivered');
        await stays(member, id, 'delivered');
        // It is shown from where it begins.
        await expect.poll(() => isOnScreen(reader, plan.title)).toBe(true);
        expect(await isOnScreen(reader, 'Đã nắm')).toBe(false);
        await readsOn(reader);
        await becomes(member, id, 'seen');
        await picture(reader, `tro-chuyen-${screen === 'phone' ? 360 : 1280}`);
      } else {
        await becomes(member, id, 'handed_over');
        // A page that came, and whose pictures did not: nobody looked at it.
        await context.request.get(`${house.url}/chat`);
        await becomes(member, id, 'delivered');
        await stays(member, id, 'delivered');
        await page.getByRole('link', { name: 'Xem tin mới' }).click();
        await becomes(member, id, 'seen');
      }
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name: form.name }).click();
      const file = await download;
      expect(file.suggestedFilename()).toBe(form.name);
      expect(readFileSync(await file.path())).toEqual(form.content);
      await reader.soundly();

      if (scripts) await isNotSeenBelowTheScreen(reader, member);
      if (scripts) await isNotSeenInAHiddenTab(reader, member);

      // "Đã nắm", in either way.
      if (by === 'button') await reader.press('Đã nắm');
      else await reader.say('da nam');
      await reader.finds('Đã ghi nhận đồng chí đã nắm: Kế hoạch kiểm điểm');
      await becomes(member, id, 'acknowledged');
      const thanks = page.getByText('Đã ghi nhận. Cảm ơn đồng chí.');
      expect(await thanks.count()).toBe(by === 'button' ? 1 : 0);

      // No more of it, and again.
      await reader.say('/dung');
      await reader.finds('Đồng chí có chắc không?');
      await reader.press('Ngừng nhận');
      await reader.finds('Đã ngừng.');
      const missed = await send(member, { title: 'Lịch trực tuần này' });
      await becomes(member, missed, 'unreachable');
      await reader.press('Nhận lại thông báo');
      await reader.finds('Đồng chí đã nhận lại thông báo ở đây.');
      await reader.finds('Lịch trực tuần này');
      if (scripts) await readsOn(reader);
      await becomes(member, missed, 'seen');

      // One's own data, and the pages beside the conversation.
      await reader.say('cho xem du lieu cua toi');
      await reader.finds(`Họ tên: ${name}; mã: ${member}`);
      expect((await reader.texts()).at(-1)).toContain('đã báo “Đã nắm”: 1');
      await reader.soundly();
      await reader.goLightly('/chat/devices');
      await reader.soundly();
      await reader.goLightly('/chat');
      await reader.soundly();

      // The end: what goes and what stays is said before.
      const cookies = await context.cookies();
      await reader.say('xoa du lieu cua toi');
      await reader.finds('Việc này không lấy lại được');
      const last = (await reader.texts()).at(-1)!;
      expect(last).toMatch(/Sẽ xóa: họ tên.*\n.*Còn giữ, nhưng không còn tên/s);
      await reader.press('Xóa dữ liệu của tôi');
      await reader.ends();
      expect(await page.locator('#log').count()).toBe(0);
      // The page asks once or twice more before it hears of it.
      for (const status of [401, 410]) reader.tolerate(refusal(status));
      await reader.soundly();
      expect(await consentsOf(memberId)).toMatchObject([{ withdrawn: true }]);
      expect(await house.hub.people.member(memberId)).not.toMatchObject({ fullName: name });
      expect(await house.hub.webchat.addressOf(memberId)).toBeNull();
      await context.addCookies(cookies);
      await reader.go('/chat');
      expect(await page.getByText(name).count()).toBe(0);
      expect(await page.locator('#log').count()).toBe(0);
    },
  );

  /** Somebody reads what came earlier. */
  async function isNotSeenBelowTheScreen(reader: Reader, member: string) {
    await wheel(reader, -3_000);
    const id = await send(member, { title: 'Lịch tiếp công dân tháng 12' });
    await becomes(member, id, 'delivered');
    await stays(member, id, 'delivered');
    await reader.soundly();
    await reader.press('Có tin mới ↓');
    await becomes(member, id, 'seen');
    expect(await reader.page.getByRole('button', { name: 'Có tin mới ↓' }).count()).toBe(0);
  }

  async function isNotSeenInAHiddenTab({ page }: Reader, member: string) {
    await putBehind(page, true);
    const id = await send(member, { title: 'Mời họp chi bộ tháng 12' });
    await becomes(member, id, 'delivered');
    await until(async () => (await page.title()).startsWith('(1) '), patienceMs, 'the title to say so');
    await stays(member, id, 'delivered');
    await putBehind(page, false);
    await becomes(member, id, 'seen');
    expect(await page.title()).not.toMatch(/^\(/);
  }

  test('whose line is cut: says so, and then everything is there once, in its order', async (task) => {
    const reader = await comes(task, { screen: 'phone' });
    const { page, context } = reader;
    await joins(reader, 'MY');
    await reader.say('Sửa dữ liệu: số điện thoại của tôi là 0912 345 678');
    await reader.finds('Đã ghi yêu cầu của đồng chí');
    const before = await reader.texts();

    await context.setOffline(true);
    await page.getByText('Mất mạng').waitFor();
    const first = await send('MY', { title: 'Tin thứ nhất' });
    await becomes('MY', first, 'handed_over');
    const [request] = await house.hub.people.openRequests(operator);
    await house.hub.people.answerRequest(operator, request!.id, 'Đã sửa, cảm ơn đồng chí.');
    const second = await send('MY', { title: 'Tin thứ hai' });
    await becomes('MY', second, 'handed_over');
    await reader.say('tro giup');
    await page.getByText('Chưa gửi được, đang thử lại…').waitFor();
    await reader.say('cam on');
    reader.tolerate(lineDown);
    expect(await reader.texts()).toEqual([...before, 'tro giup', 'cam on']);
    expect(await statusOf('MY', first)).toBe('handed_over');
    await reader.soundly();

    await context.setOffline(false);
    await reader.finds('Cảm ơn đồng chí.');
    await page.getByText('Mất mạng').waitFor({ state: 'hidden' });
    // More than the screen holds: it is read downwards.
    await readsOn(reader);
    for (const id of [first, second]) await becomes('MY', id, 'seen');
    await sleep(3_500);
    const after = await reader.texts();
    expect(after.slice(0, before.length)).toEqual(before);
    const [typed, told] = [['tro giup', 'cam on'], after.slice(before.length)];
    expect(told.filter((text) => typed.includes(text))).toEqual(typed);
    expect(told.filter((text) => !typed.includes(text))).toEqual([
      expect.stringContaining('Tin thứ nhất'),
      'Đã sửa, cảm ơn đồng chí.',
      expect.stringContaining('Tin thứ hai'),
      expect.stringContaining('Tôi là trợ lý chi bộ'),
      expect.stringContaining('Cảm ơn đồng chí.'),
    ]);
    // The same as the hub has it: nothing is only on the page.
    await reader.go('/chat');
    expect(await reader.texts()).toEqual(after);
    await reader.soundly();
  });

  test('with a second device sees the same on both, and ends one from the other', async (task) => {
    const phone = await comes(task, { screen: 'phone' });
    await joins(phone, 'PAO');
    await phone.page.getByRole('link', { name: 'Máy đang dùng' }).click();
    await phone.press('Tạo liên kết');
    await phone.soundly();
    const link = new URL((await phone.page.locator('.address').textContent())!);
    expect(link.origin).toBe(house.url);

    const computer = await comes(task, { screen: 'computer' });
    await computer.goLightly(link.pathname);
    await computer.soundly();
    await computer.press('Mở trò chuyện');
    await computer.finds('Muốn ngừng nhận');
    await phone.go('/chat');
    expect(await computer.texts()).toEqual(await phone.texts());
    const late = await comes(task, { screen: 'computer' });
    await late.go(link.pathname);
    await late.page.getByText('Liên kết này đã dùng').waitFor();
    expect(await late.context.cookies()).toEqual([]);

    const id = await send('PAO', { title: 'Họp bất thường', wantsAck: true });
    for (const reader of [phone, computer]) await reader.finds('Họp bất thường');
    await phone.press('Đã nắm');
    await becomes('PAO', id, 'acknowledged');
    await computer.finds('Đã ghi nhận đồng chí đã nắm: Họp bất thường');
    expect(await computer.page.getByRole('button', { name: 'Đã nắm', exact: true }).count()).toBe(0);
    await computer.say('tro giup');
    for (const reader of [phone, computer]) await reader.finds('Tôi là trợ lý chi bộ');
    expect(await phone.texts()).toEqual(await computer.texts());

    await phone.page.getByRole('link', { name: 'Máy đang dùng' }).click();
    await phone.press('Kết thúc trên máy đó');
    await computer.page.getByText('Trò chuyện đã kết thúc trên máy này').waitFor();
    expect(await computer.page.locator('#log').count()).toBe(0);
    for (const status of [401, 410]) computer.tolerate(refusal(status));
    await computer.soundly();
    await computer.go('/chat');
    expect(await computer.page.locator('#log').count()).toBe(0);
    // Its own: asked once more before.
    await phone.page.getByText('Kết thúc trên máy này').click();
    await phone.press('Kết thúc');
    await phone.page.getByText('Trò chuyện đã kết thúc trên máy này').waitFor();
    const lost = await send('PAO', { title: 'Không ai đọc', wantsAck: true });
    await becomes('PAO', lost, 'unreachable');
  });

  test('is the only one who gets in: another’s invitation, file or cookie opens nothing', async (task) => {
    const reader = await comes(task, { screen: 'phone', scripts: false });
    const code = await inviteOf('SENH');
    await reader.go(`/join/${code}`);
    await reader.press('Dùng ngay trên trang này');
    await reader.press('Đồng ý');
    const id = await send('SENH', { title: 'Tài liệu họp', attachments: [form] });
    await becomes('SENH', id, 'handed_over');
    await reader.finds('Tài liệu họp');
    const path = (await reader.page.getByRole('link', { name: form.name }).getAttribute('href'))!;

    const other = await comes(task, { screen: 'computer' });
    await other.go(`/join/${code}`);
    await other.press('Dùng ngay trên trang này');
    await other.finds(house.hub.locales('vi')('invite-used'));
    const shown = (await other.texts()).join('\n');
    expect(shown).not.toMatch(/Sềnh|Tài liệu họp/);
    expect((await other.context.request.get(house.url + path)).status()).toBe(404);
    await other.soundly();

    const [cookie] = await reader.context.cookies();
    const guessed = await comes(task, { screen: 'computer' });
    const wrong = `${cookie!.value.slice(0, -1)}${cookie!.value.endsWith('A') ? 'B' : 'A'}`;
    for (const value of [wrong, encodeURIComponent(`${wrong}' or 'a'='a`)]) {
      await guessed.context.addCookies([{ ...cookie!, value }]);
      expect((await guessed.context.request.get(house.url + path)).status()).toBe(401);
      await guessed.go('/chat');
      expect(await guessed.page.locator('#log').count()).toBe(0);
      expect(await guessed.page.content()).not.toMatch(/Sềnh|Tài liệu họp/);
    }
    await reader.page.getByRole('link', { name: 'Máy đang dùng' }).click();
    expect(await reader.page.locator('.devices li').count()).toBe(1);
  });

  test('can keep the page on the phone: what it needs is there and is what it says', async (task) => {
    const reader = await comes(task, { screen: 'phone' });
    const { page } = reader;
    await reader.goLightly('/chat/join');
    await reader.soundly();
    const found = await page.evaluate(async () => {
      const link = document.querySelector<HTMLLinkElement>('link[rel=manifest]')!;
      const reply = await fetch(link.href);
      const manifest = await reply.json();
      const icons: string[] = [];
      for (const { src, sizes, type, purpose } of manifest.icons) {
        const picture = await createImageBitmap(await (await fetch(new URL(src, link.href))).blob());
        icons.push(`${picture.width}x${picture.height} ${sizes} ${type} ${purpose}`);
      }
      return { type: reply.headers.get('content-type'), manifest, icons };
    });
    expect(found.type).toContain('application/manifest+json');
    expect(found.manifest).toMatchObject({
      name: 'Cầu Nối',
      start_url: '/chat',
      scope: '/chat',
      display: 'standalone',
      lang: 'vi',
    });
    expect(found.icons).toEqual([
      '192x192 192x192 image/png any',
      '512x512 512x512 image/png any',
      '512x512 512x512 image/png maskable',
    ]);
    // What Chromium itself would refuse to put on a home screen, it names here.
    const session = await page.context().newCDPSession(page);
    const { errors } = await session.send('Page.getAppManifest');
    expect(errors).toEqual([]);
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
    expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
  });
});
