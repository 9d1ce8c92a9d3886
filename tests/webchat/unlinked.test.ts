import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { operator } from '../../hub/platform/audit.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { until } from '../support/process.ts';
import { openBrowser, openLine, type Browser } from './browser.ts';

let house: TestHub;
beforeAll(async () => {
  house = await openTestHub({ roles: ['web', 'bots', 'worker'] });
}, 60_000);
afterAll(() => house.close());

const phone = () => openBrowser(house.url);
const inviteOf = async (member: string) => (await house.hub.people.invite(operator, member)).code;

async function join(member: string): Promise<Browser> {
  const browser = phone();
  await browser.go(`/join/${await inviteOf(member)}`);
  await browser.press('Dùng ngay trên trang này');
  await browser.press('Đồng ý');
  return browser;
}

async function newLink(browser: Browser): Promise<string> {
  await browser.go('/chat/devices');
  await browser.press('Tạo liên kết');
  return new URL(/class="address">([^<]+)</.exec(browser.page)![1]!).pathname;
}

async function unlink(member: string): Promise<void> {
  const { people } = house.hub;
  const [chat] = await people.chats.chatsOf((await people.memberByCode(member)).id);
  await people.chats.unlinkChat(operator, member, chat!.id);
}

describe('a conversation that speaks for nobody any more', () => {
  test('is read on none of its devices, and no link opens it again', async () => {
    const browser = await join('C');
    const tablet = phone();
    await tablet.go(await newLink(browser));
    await tablet.press('Mở trò chuyện');
    const spare = await newLink(browser);
    const line = await openLine(tablet, { after: 0 });
    await line.come(1);
    await unlink('C');
    await until(() => line.over, 10_000, 'the line to end');
    for (const device of [browser, tablet]) {
      await device.go('/chat');
      expect([device.status, device.messages()]).toEqual([410, []]);
    }
    const late = phone();
    await late.go(spare);
    expect(late.status).toBe(410);
  });

  test('is not the next person’s: neither reads the other', async () => {
    const shared = await join('E');
    const tablet = phone();
    await tablet.go(await newLink(shared));
    await tablet.press('Mở trò chuyện');
    await shared.go('/chat');
    const { fields } = shared.form('Gửi');
    await unlink('E');
    const body = new URLSearchParams({ ...fields, text: await inviteOf('D') });
    const headers = { accept: 'application/json' };
    expect((await shared.fetch('/chat/messages', { method: 'POST', headers, body })).status).toBe(401);

    await shared.go('/chat/join');
    await shared.press('Tiếp tục', { code: await inviteOf('D') });
    await shared.press('Đồng ý');
    expect(shared.messages().join('\n')).toContain('Cảm ơn đồng chí Dơ');
    expect(shared.messages().join('\n')).not.toContain('Én');
    await tablet.go('/chat');
    expect(tablet.messages()).toEqual([]);
  });

  test('is over for who unlinked it in the conversation itself, and the page says so', async () => {
    const browser = await join('B');
    await browser.go('/chat');
    await browser.press('Gửi', { text: 'hủy kết nối' });
    await browser.press('Hủy kết nối');
    await until(async () => {
      await browser.go('/chat');
      return browser.status === 410;
    }, 60_000);
    expect(browser.page).toContain('Trò chuyện đã kết thúc trên máy này');
  });
});

test('a page whose device was ended while its line was cut is told so when it comes back', async () => {
  const browser = await join('D');
  const tablet = phone();
  await tablet.go(await newLink(browser));
  await tablet.press('Mở trò chuyện');
  await browser.go('/chat/devices');
  await browser.press('Kết thúc trên máy đó');
  const line = await openLine(tablet, { after: 0 });
  await until(() => line.over, 2_000, 'the line to end');
  expect(line.events.map(({ name }) => name)).toEqual(['ended']);
});

test('following a link marks nothing as seen: only a page that was shown asks for the picture', async () => {
  const browser = await join('B');
  const path = '/chat/seen?upto=ffffffff-ffff-ffff-ffff-ffffffffffff';
  expect((await browser.fetch(path, { headers: { 'sec-fetch-dest': 'document' } })).status).toBe(403);
  expect((await browser.fetch(path, { headers: { 'sec-fetch-dest': 'image' } })).status).toBe(200);
});

test('a link made on a device that was ended opens nothing: it may be a stolen one', async () => {
  const browser = await join('A');
  const stolen = phone();
  await stolen.go(await newLink(browser));
  await stolen.press('Mở trò chuyện');
  const link = await newLink(stolen);
  await browser.go('/chat/devices');
  await browser.press('Kết thúc trên máy đó');
  const thief = phone();
  await thief.go(link);
  expect(thief.status).toBe(410);
});
