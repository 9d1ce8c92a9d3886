import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { operator } from '../../hub/platform/audit.ts';
import { officer, openTestHub, type TestHub } from '../support/hub.ts';
import { until } from '../support/process.ts';
import { openBrowser, openLine, type Browser } from './browser.ts';

let house: TestHub;
beforeAll(async () => {
  house = await openTestHub({ roles: ['web', 'bots', 'worker'] });
}, 60_000);
afterAll(() => house.close());

const phone = () => openBrowser(house.url);
const inviteOf = async (member: string) => (await house.hub.people.invite(operator, member)).code;

/** Joins as a real member does, on pages alone. */
async function join(member: string): Promise<Browser> {
  const browser = phone();
  await browser.go(`/join/${await inviteOf(member)}`);
  await browser.press('Dùng ngay trên trang này');
  await browser.press('Đồng ý');
  return browser;
}

async function send(unit = 'X1-C', body = 'Nội dung văn bản'): Promise<string> {
  const notice = { from: officer, unit, title: 'Kế hoạch số 27', body, wantsAck: true };
  return (await house.hub.notices.send(notice)).id;
}

const statusOf = async (member: string, id: string) =>
  (await house.hub.notices.recipientsOf(operator, id)).find((row) => row.member === member)?.status;
const becomes = (member: string, id: string, wanted: string) =>
  until(async () => (await statusOf(member, id)) === wanted, 10_000, `${member} ${wanted}`);

describe('joining, without scripts', () => {
  test('asks the same question as everywhere, and keeps its answer as the proof', async () => {
    const browser = phone();
    const code = await inviteOf('B');
    await browser.go(`/join/${code}`);
    expect(browser.page).toContain(code);
    // A page that is only looked at uses nothing up.
    await house.hub.people.openInvite(code);
    await browser.press('Dùng ngay trên trang này');
    expect(browser.address).toBe('/chat');
    const [typed, question] = browser.messages();
    expect(typed).not.toContain(code.slice(5));
    expect(question).toContain('Chào đồng chí Bình');
    expect(question).toContain('Đồng chí có đồng ý');
    await browser.press('Đồng ý');
    expect(browser.messages().join('\n')).toContain('Cảm ơn đồng chí Bình');
    const consents = await house.hub.database.query<{ channel: string; text: string }>(
      `select channel, text from consent join member on member.id = member_id where code = 'B'`,
    );
    expect(consents).toEqual([{ channel: 'web', text: expect.stringContaining('Đồng chí có đồng ý') }]);
    expect(question).toContain(consents[0]!.text);
  });

  test('keeps nothing of who does not agree', async () => {
    const browser = phone();
    await browser.go('/chat/join');
    await browser.press('Tiếp tục', { code: (await inviteOf('C')).toLowerCase() });
    await browser.press('Không đồng ý');
    expect(browser.messages().at(-1)).toContain('tôi không lưu gì cả');
    const memberId = (await house.hub.people.memberByCode('C')).id;
    expect(await house.hub.webchat.addressOf(memberId)).toBeNull();
  });

  test('with what cannot be a code opens nothing', async () => {
    const browser = phone();
    await browser.go('/chat/join');
    await browser.press('Tiếp tục', { code: 'chào đồng chí' });
    expect([browser.status, browser.cookie]).toEqual([422, '']);
    expect(browser.page).toContain('Đây chưa phải mã mời');
    expect(browser.page).toContain('value="chào đồng chí"');
  });

  test('with a code that is wrong says so in the conversation', async () => {
    const browser = phone();
    await browser.go('/chat/join');
    await browser.press('Tiếp tục', { code: 'ZZZZ-2222' });
    expect(browser.messages().at(-1)).toContain('Mã mời không đúng');
  });

  test('is for one person a device: a second code does not open another’s messages', async () => {
    const browser = await join('E');
    await browser.go('/chat/join');
    await browser.press('Tiếp tục', { code: await inviteOf('D') });
    expect(browser.status).toBe(409);
    await browser.go('/chat');
    expect(browser.messages().join('\n')).not.toContain('Dơ');
  });

  test('is not done by a form on another site', async () => {
    const body = new URLSearchParams({ code: await inviteOf('D') });
    for (const headers of [{ origin: 'https://elsewhere.example' }, { 'sec-fetch-site': 'cross-site' }]) {
      const reply = await phone().fetch('/chat/join', { method: 'POST', headers, body });
      expect([reply.status, reply.headers.getSetCookie()]).toEqual([403, []]);
    }
  });
});

describe('a notice, without scripts', () => {
  test('is shown, was seen when its page was, and is acknowledged by its button', async () => {
    const browser = await join('B');
    const id = await send();
    await becomes('B', id, 'handed_over');
    await browser.go('/chat');
    expect(browser.messages().at(-1)).toContain('Nội dung văn bản');
    await becomes('B', id, 'delivered');
    await browser.loadPictures();
    await becomes('B', id, 'seen');
    await browser.press('Đã nắm');
    expect(browser.page).toContain('Đã ghi nhận. Cảm ơn đồng chí.');
    expect(browser.messages().at(-1)).toContain('Đã ghi nhận đồng chí đã nắm');
    expect(await statusOf('B', id)).toBe('acknowledged');
    expect(() => browser.form('Đã nắm')).toThrow();
  });

  test('is acknowledged by typing as well, once for a form that was sent twice', async () => {
    const browser = await join('B');
    const id = await send();
    await becomes('B', id, 'handed_over');
    await browser.go('/chat');
    const { action, fields } = browser.form('Gửi');
    const body = new URLSearchParams({ ...fields, text: 'da nam' });
    const post = () => browser.fetch(action, { method: 'POST', headers: { origin: house.url }, body });
    expect((await Promise.all([post(), post()])).map(({ status }) => status)).toEqual([303, 303]);
    await becomes('B', id, 'acknowledged');
    await browser.go('/chat');
    expect(browser.messages().filter((text) => text === 'da nam').length).toBe(1);
    expect(browser.messages().filter((text) => text.includes('đã nắm: Kế hoạch')).length).toBe(1);
  });

  test('in several parts was seen only when every part was', async () => {
    const browser = await join('B');
    const id = await send('X1-C', 'Một câu dài của văn bản. '.repeat(900));
    await becomes('B', id, 'handed_over');
    await browser.go('/chat');
    await becomes('B', id, 'delivered');
    const { address } = (await house.hub.webchat.deviceOf(browser.cookie.split('=')[1]!))!;
    const { messages } = await house.hub.webchat.page(address, { limit: 50 });
    const parts = messages.filter(({ key }) => key?.startsWith(id));
    expect(parts.length).toBeGreaterThan(1);
    const see = (list: typeof parts) =>
      house.hub.webchat.mark(list.map((part) => ({ address, messageId: part.id, kind: 'seen' })));
    await see(parts.slice(1));
    expect(await statusOf('B', id)).toBe('delivered');
    await see(parts);
    expect(await statusOf('B', id)).toBe('seen');
  });

  test('with a file gives it to its reader alone', async () => {
    const browser = await join('B');
    const stranger = await join('E');
    const content = Buffer.from('Nội dung của tệp');
    const attachments = [{ name: 'Kế hoạch số 27.txt', mediaType: 'text/plain', content }];
    const notice = { from: officer, unit: 'X1-C', to: 'secretaries' as const, title: 'Tệp', body: 'Xem tệp' };
    const secretary = await join('A');
    const { id } = await house.hub.notices.send({ ...notice, attachments });
    await becomes('A', id, 'handed_over');
    await secretary.go('/chat');
    const path = /href="(\/chat\/files\/[^"]+)"/.exec(secretary.page)![1]!;
    const reply = await secretary.fetch(path);
    expect(reply.headers.get('content-disposition')).toContain(encodeURIComponent('Kế hoạch số 27.txt'));
    expect(await reply.text()).toBe('Nội dung của tệp');
    for (const other of [browser, stranger, phone()])
      expect([401, 404]).toContain((await other.fetch(path)).status);
  });
});

describe('what somebody else’s page may not do', () => {
  test('press a button, type or mark in another’s conversation', async () => {
    const [browser, stranger] = [await join('B'), await join('E')];
    const id = await send();
    await becomes('B', id, 'handed_over');
    await Promise.all([browser.go('/chat'), stranger.go('/chat')]);
    const theirs = browser.form('Đã nắm').fields;
    const mine = stranger.form('Đã nắm').fields;
    const post = (from: Browser, path: string, fields: Record<string, string>, headers = {}) =>
      from.fetch(path, { method: 'POST', headers, body: new URLSearchParams(fields) });
    // The message of another, with a token of one's own; a token of another; none; from another site.
    expect((await post(stranger, '/chat/taps', { ...mine, message: theirs['message']! })).status).toBe(404);
    expect((await post(stranger, '/chat/taps', theirs)).status).toBe(403);
    expect((await post(stranger, '/chat/messages', { text: 'da nam', client: 'abcdefgh' })).status).toBe(403);
    const foreign = { origin: 'https://elsewhere.example' };
    expect((await post(browser, '/chat/taps', theirs, foreign)).status).toBe(403);
    const seen = { formToken: mine['formToken']!, seen: theirs['message']!, delivered: '' };
    expect((await post(stranger, '/chat/receipts', seen)).status).toBe(204);
    expect((await post(phone(), '/chat/taps', theirs)).status).toBe(401);
    await becomes('B', id, 'delivered');
    expect(await statusOf('E', id)).toBe('delivered');
  });

  test('press what the message has no button for', async () => {
    const browser = await join('B');
    const id = await send();
    await becomes('B', id, 'handed_over');
    await browser.go('/chat');
    await browser.press('Đã nắm', { button: '7', payload: 'stop:yes' });
    expect(browser.status).toBe(200);
    // Noted once the page has gone out.
    await becomes('B', id, 'delivered');
  });
});

describe('devices', () => {
  test('a second one is let in by a link, and shows the same conversation', async () => {
    const browser = await join('B');
    await browser.go('/chat/devices');
    await browser.press('Tạo liên kết');
    const link = new URL(/class="address">([^<]+)</.exec(browser.page)![1]!);
    const tablet = phone();
    await tablet.go(link.pathname);
    expect(tablet.cookie).toBe('');
    await tablet.press('Mở trò chuyện');
    await browser.go('/chat');
    expect(tablet.messages()).toEqual(browser.messages());
    const late = phone();
    await late.go(link.pathname);
    expect(late.status).toBe(410);
    expect(late.page).toContain('Liên kết này đã dùng');
  });

  test('that is ended is out at once, also on a page that is open', async () => {
    const browser = await join('B');
    await browser.go('/chat/devices');
    await browser.press('Tạo liên kết');
    const tablet = phone();
    await tablet.go(new URL(/class="address">([^<]+)</.exec(browser.page)![1]!).pathname);
    await tablet.press('Mở trò chuyện');
    const line = await openLine(tablet, { after: 0 });
    await line.come(3);
    await browser.go('/chat/devices');
    await browser.press('Kết thúc trên máy đó');
    await until(() => line.over, 2_000, 'the line to end');
    expect(line.events.at(-1)!.name).toBe('ended');
    await tablet.go('/chat');
    expect(tablet.status).toBe(410);
    expect(tablet.page).toContain('Trò chuyện đã kết thúc trên máy này');
    expect(tablet.messages()).toEqual([]);
    await browser.go('/chat');
    expect(browser.messages().length).toBeGreaterThan(0);
  });

  test('a new phone replaces the old one, which says so and shows nothing more', async () => {
    const old = await join('B');
    const fresh = await join('B');
    await old.go('/chat');
    expect(old.page).toContain('đã chuyển sang máy khác');
    expect(old.messages()).toEqual([]);
    const id = await send();
    await becomes('B', id, 'handed_over');
    await fresh.go('/chat');
    expect(fresh.messages().at(-1)).toContain('Nội dung văn bản');
  });

  test('where all are ended nothing is called sent', async () => {
    const browser = await join('D');
    await browser.go('/chat/devices');
    await browser.press('Kết thúc');
    const id = await send('X2-C');
    await becomes('D', id, 'unreachable');
  });
});

describe('an open page', () => {
  const tokenOf = (browser: Browser) => /data-token="([^"]+)"/.exec(browser.page)![1]!;
  const lastEventOf = (browser: Browser) => Number(/data-after="(\d+)"/.exec(browser.page)![1]);

  test('gets what comes by itself, and says what arrived and what was seen', async () => {
    const browser = await join('B');
    await browser.go('/chat');
    const line = await openLine(browser, { after: lastEventOf(browser) });
    const id = await send();
    const [event] = await line.come(1);
    expect(event!.message.html).toContain('Nội dung văn bản');
    await becomes('B', id, 'handed_over');
    const tell = (fields: Record<string, string>) =>
      browser.fetch('/chat/receipts', {
        method: 'POST',
        headers: { accept: 'application/json' },
        body: new URLSearchParams({ formToken: tokenOf(browser), ...fields }),
      });
    await tell({ delivered: event!.message.id });
    await becomes('B', id, 'delivered');
    await tell({ seen: event!.message.id });
    await becomes('B', id, 'seen');
    // Nothing moves backwards.
    await tell({ delivered: event!.message.id });
    expect(await statusOf('B', id)).toBe('seen');
    const button = { message: event!.message.id, button: '0', formToken: tokenOf(browser) };
    const tap = () =>
      browser.fetch('/chat/taps', {
        method: 'POST',
        headers: { accept: 'application/json' },
        body: new URLSearchParams(button),
      });
    await Promise.all([tap(), tap()]);
    const [, settled, thanks] = await line.come(3);
    expect(settled!.message).toMatchObject({ id: event!.message.id });
    expect(settled!.message.html).toContain('Đã ghi nhận. Cảm ơn đồng chí.');
    expect(settled!.message.html).not.toContain('<button');
    expect(thanks!.message.html).toContain('Đã ghi nhận đồng chí đã nắm');
    expect(line.events.length).toBe(3);
    line.cut();
  });

  test('after a cut line goes on where it was: nothing lost, nothing doubled', async () => {
    const browser = await join('B');
    await browser.go('/chat');
    const { address } = (await house.hub.webchat.deviceOf(browser.cookie.split('=')[1]!))!;
    const say = (text: string) => house.hub.webchat.append({ address, direction: 'out', text });
    let after = lastEventOf(browser);
    const seen: string[] = [];
    let saying = true;
    const talking = (async () => {
      for (let n = 0; n < 120; n += 1) {
        await say(`Tin thứ ${n}.`);
        await new Promise((next) => setTimeout(next, 4));
      }
      saying = false;
    })();
    while (saying || seen.length < 120) {
      const line = await openLine(browser, { after: 0, lastEventId: after });
      await new Promise((next) => setTimeout(next, 60));
      line.cut();
      const events = [...line.events];
      after = events.at(-1)?.id ?? after;
      seen.push(...events.map(({ message }) => /Tin thứ \d+\./.exec(message.html)![0]));
    }
    await talking;
    expect(seen).toEqual(Array.from({ length: 120 }, (_, n) => `Tin thứ ${n}.`));
  });

  test('says what was typed once, however often it is asked', async () => {
    const browser = await join('B');
    await browser.go('/chat');
    const body = new URLSearchParams({
      formToken: tokenOf(browser),
      client: 'c0ffee00c0ffee',
      text: ' tro giup ',
    });
    const post = () =>
      browser.fetch('/chat/messages', { method: 'POST', headers: { accept: 'application/json' }, body });
    const answers = (await Promise.all(
      (await Promise.all([post(), post(), post()])).map((reply) => reply.json()),
    )) as { id: string; html: string }[];
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(answers[0]!.html).toContain('data-client="c0ffee00c0ffee"');
    await until(
      async () => (await browser.go('/chat'), browser.messages().at(-1)!.includes('Gõ không dấu cũng được')),
      5_000,
    );
    expect(browser.messages().filter((text) => text === 'tro giup').length).toBe(1);
  });

  test('does not hold up the end of the hub', async () => {
    const browser = await join('B');
    const line = await openLine(browser, { after: 0 });
    await line.come(3);
    const began = performance.now();
    await house.restart();
    expect(performance.now() - began).toBeLessThan(8_000);
    expect(line.over).toBe(true);
  }, 120_000);
});

describe('the page', () => {
  test('is light, runs nothing that stands in it, and can be put on the home screen', async () => {
    const browser = await join('B');
    await browser.go('/chat');
    expect(browser.page).not.toMatch(/<script(?![^>]*src=)|style=|<style| on[a-z]+="/);
    const parts = [...browser.page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path!);
    let bytes = Buffer.byteLength(browser.page);
    for (const path of parts.filter((part) => !part.endsWith('.png'))) {
      const reply = await browser.fetch(path, { headers: { 'accept-encoding': 'br' } });
      expect(reply.headers.get('cache-control')).toContain('immutable');
      bytes += Number(reply.headers.get('content-length'));
    }
    expect(bytes).toBeLessThan(60_000);
    const manifest = (await (await browser.fetch('/chat/manifest.webmanifest')).json()) as {
      start_url: string;
      icons: { src: string; sizes: string; purpose: string }[];
    };
    expect(manifest.start_url).toBe('/chat');
    expect(manifest.icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual([
      '192x192 any',
      '512x512 any',
      '512x512 maskable',
    ]);
    for (const { src, sizes } of manifest.icons) {
      const png = Buffer.from(await (await browser.fetch(src)).arrayBuffer());
      expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`).toBe(sizes);
    }
  });

  test('shows what was written as text, never as markup', async () => {
    const browser = await join('B');
    await browser.go('/chat');
    await browser.press('Gửi', { text: '<img src=x onerror=alert(1)> & "x"' });
    expect(browser.page).not.toContain('<img src=x');
    expect(browser.messages()).toContain('<img src=x onerror=alert(1)> & "x"');
  });

  test('takes thirty messages a minute from one browser, not more', async () => {
    const browser = await join('B');
    await browser.go('/chat');
    const { fields } = browser.form('Gửi');
    const statuses: number[] = [];
    for (let n = 0; n < 31; n += 1) {
      const body = new URLSearchParams({ ...fields, client: `message-${n}`, text: 'cam on' });
      const headers = { accept: 'application/json' };
      statuses.push((await browser.fetch('/chat/messages', { method: 'POST', headers, body })).status);
    }
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(0);
    expect(statuses.slice(0, 25).every((status) => status === 200)).toBe(true);
  });
});
