import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { pushStandIn, type PushStandIn, type StandInBrowser } from '../../bots/push/stand-in/index.ts';
import { operator } from '../../hub/platform/audit.ts';
import { officer, openTestHub, type TestHub } from '../support/hub.ts';
import { until } from '../support/process.ts';
import { openBrowser, type Browser } from '../webchat/browser.ts';

let house: TestHub;
let standIn: PushStandIn;
beforeAll(async () => {
  standIn = pushStandIn();
  const { url } = await standIn.listen();
  house = await openTestHub({
    roles: ['web', 'bots', 'worker'],
    settings: { VAPID_SUBJECT: 'mailto:vanphong@example.vn', PUSH_SERVICES: url },
  });
}, 60_000);
afterAll(async () => {
  await house.close();
  await standIn.close();
});

const inviteOf = async (member: string) => (await house.hub.people.invite(operator, member)).code;
const publicKey = () => house.hub.alerts!.publicKey;

/** A browser in which the member's chat is open: linked as the conversation does it, without its pages. */
async function join(member: string): Promise<Browser> {
  const { people, webchat } = house.hub;
  const { address, token } = await webchat.open('Chrome · Android');
  const { inviteId } = await people.openInvite(await inviteOf(member));
  await people.link({ inviteId, channel: 'web', address, consentText: 'Đồng ý', language: 'vi' });
  const cookie = `caunoi_chat=${token}`;
  return openBrowser(house.url, { cookie, 'user-agent': 'Mozilla/5.0 (Android 15) Chrome/140' });
}

const dataOf = (page: string, name: string) => new RegExp(`\\bdata-${name}="([^"]*)"`).exec(page)?.[1];

/** What push.js posts after somebody pressed the button. */
function fieldsOf({ subscription }: StandInBrowser, more: Record<string, string> = {}): URLSearchParams {
  const { endpoint, keys } = subscription;
  return new URLSearchParams({ endpoint, ...keys, madeFor: publicKey(), ...more });
}

async function switchOn(
  browser: Browser,
  phone: StandInBrowser,
  more: Record<string, string> = {},
): Promise<Response> {
  await browser.go('/chat');
  const body = fieldsOf(phone, { formToken: dataOf(browser.page, 'token')!, ...more });
  const headers = { origin: house.url, accept: 'application/json' };
  return await browser.fetch('/chat/alerts', { method: 'POST', headers, body });
}

/** Somebody whose phone is told. */
async function told(member: string, more: Record<string, string> = {}) {
  const browser = await join(member);
  const phone = standIn.subscribe(publicKey());
  expect((await switchOn(browser, phone, more)).status).toBe(204);
  return { browser, phone };
}

async function send(unit = 'X1-C', urgent = false): Promise<string> {
  const notice = {
    from: officer,
    unit,
    title: 'Kế hoạch số 27',
    body: 'Nội dung văn bản',
    wantsAck: true,
    urgent,
  };
  return (await house.hub.notices.send(notice)).id;
}
const statusOf = async (member: string, id: string) =>
  (await house.hub.notices.recipientsOf(operator, id)).find((row) => row.member === member)?.status;
const becomes = (member: string, id: string, wanted: string) =>
  until(async () => (await statusOf(member, id)) === wanted, 15_000, `${member} ${wanted}`);
const chatsOf = async (member: string) => {
  const { id } = await house.hub.people.memberByCode(member);
  return (await house.hub.people.chats.chatsOf(id)).map(({ channel, state }) => `${channel} ${state}`);
};

beforeEach(() => house.clear());

describe('a notice for a member whose phone is told', () => {
  test('says that something came, and is read and acknowledged in the chat', async () => {
    const { browser, phone } = await told('B');
    expect(await chatsOf('B')).toEqual(['push active', 'web active']);
    const id = await send();
    await becomes('B', id, 'handed_over');
    expect(phone.alerts()).toEqual([
      {
        title: 'Cầu Nối',
        body: 'Có thông báo mới',
        tag: expect.stringMatching(/^[\da-f-]{36}$/),
        url: '/chat',
      },
    ]);
    await browser.go('/chat');
    expect(browser.messages().filter((text) => text.includes('Nội dung văn bản')).length).toBe(1);
    await becomes('B', id, 'delivered');
    await browser.press('Đã nắm');
    expect(await statusOf('B', id)).toBe('acknowledged');
    expect(standIn.refusals).toEqual([]);
  });

  test('shows who writes and the title where the member wants it, and no more', async () => {
    const { phone } = await told('B', { showsTitle: 'yes' });
    await becomes('B', await send(), 'handed_over');
    expect(phone.alerts()).toMatchObject([{ title: 'Chi bộ thôn', body: 'Kế hoạch số 27' }]);
    expect(phone.read.join()).not.toContain('Nội dung văn bản');
  });

  test('wakes a phone that spares its battery where it is urgent', async () => {
    const { phone } = await told('B');
    await becomes('B', await send(), 'handed_over');
    await becomes('B', await send('X1-C', true), 'handed_over');
    expect(phone.taken.map(({ urgency }) => urgency)).toEqual(['normal', 'high']);
  });

  test('is told in the member’s language', async () => {
    const { phone } = await told('B');
    await house.hub.people.setLanguage((await house.hub.people.memberByCode('B')).id, 'en');
    await becomes('B', await send(), 'handed_over');
    expect(phone.alerts()).toMatchObject([{ body: 'There is a new notice' }]);
  });

  test('comes by the page alone once the browser is gone, and its subscription is forgotten', async () => {
    const { browser, phone } = await told('B');
    phone.unsubscribe();
    await becomes('B', await send(), 'handed_over');
    expect(await chatsOf('B')).toEqual(['push blocked', 'web active']);
    await browser.go('/chat');
    expect(browser.messages().filter((text) => text.includes('Nội dung văn bản')).length).toBe(1);
    expect(await house.hub.database.query('select from push_subscription')).toEqual([]);
  });

  test('says where an answer of ours to a request is told as well', async () => {
    const { browser, phone } = await told('B');
    const { id } = await house.hub.people.memberByCode('B');
    expect(await house.hub.conversations.tell(id, 'Đã sửa ngày sinh của đồng chí.')).toBe(true);
    expect(phone.alerts()).toMatchObject([{ title: 'Cầu Nối', body: 'Có thông báo mới' }]);
    await browser.go('/chat');
    expect(browser.messages().at(-1)).toBe('Đã sửa ngày sinh của đồng chí.');
  });

  test('wakes nobody after /dung, and again after “nhận lại”', async () => {
    const { browser, phone } = await told('B');
    await browser.go('/chat');
    await browser.press('Gửi', { text: '/dung' });
    await browser.press('Ngừng nhận');
    expect(await chatsOf('B')).toEqual(['push stopped', 'web stopped']);
    await browser.press('Nhận lại thông báo');
    expect(await chatsOf('B')).toEqual(['push active', 'web active']);
    await becomes('B', await send(), 'handed_over');
    expect(phone.alerts().length).toBe(1);
  });

  test('that is an answer to what one says in the chat itself rings no bell', async () => {
    const { browser, phone } = await told('B');
    await browser.go('/chat');
    await browser.press('Gửi', { text: 'menu' });
    expect(browser.messages().length).toBeGreaterThan(1);
    expect(phone.taken).toEqual([]);
  });
});

describe('switching alerts on', () => {
  test('is offered by a script alone: the page stands, hidden, with what it needs', async () => {
    const browser = await join('B');
    await browser.go('/chat');
    expect(browser.page).toContain('<aside id="alerts" class="offer" hidden');
    expect(dataOf(browser.page, 'key')).toBe(publicKey());
    await browser.go('/chat/devices');
    expect(browser.page).toMatch(/<section id="alerts" hidden/);
  });

  test.each([
    ['of another site', { origin: 'https://elsewhere.example' }],
    ['that stood on no page of ours', { origin: '' }],
  ])('is not done by a form %s', async (_, { origin }) => {
    const browser = await join('B');
    const body = fieldsOf(standIn.subscribe(publicKey()), { formToken: 'x' });
    const headers = { accept: 'application/json', origin: origin || house.url };
    expect((await browser.fetch('/chat/alerts', { method: 'POST', headers, body })).status).toBe(403);
    expect(await chatsOf('B')).toEqual(['web active']);
  });

  test('is refused in words, for what is no subscription of ours', async () => {
    const browser = await join('B');
    const refusals = [
      [422, 'chưa nhận dịch vụ báo tin', { endpoint: 'https://10.0.0.1/internal' }],
      [422, 'chưa nhận dịch vụ báo tin', { endpoint: 'https://fcm.googleapis.com.example.org/x' }],
      [422, 'chưa nhận dịch vụ báo tin', { endpoint: 'https://x@fcm.googleapis.com/x' }],
      [422, 'chưa nhận dịch vụ báo tin', { endpoint: 'http://fcm.googleapis.com/fcm/send/x' }],
      [422, 'thông tin chưa đúng', { endpoint: 'nowhere' }],
      [422, 'thông tin chưa đúng', { p256dh: 'A'.repeat(87) }],
      [422, 'thông tin chưa đúng', { auth: 'c2hvcnQ' }],
      [409, 'Trang này đã cũ', { madeFor: 'BHanotherkey' }],
    ] as const;
    for (const [status, words, wrong] of refusals) {
      const reply = await switchOn(browser, standIn.subscribe(publicKey()), wrong);
      expect([reply.status, ((await reply.json()) as { detail: string }).detail]).toEqual([
        status,
        expect.stringContaining(words),
      ]);
    }
    expect(await chatsOf('B')).toEqual(['web active']);
  });

  test('waits until the chat speaks for a member', async () => {
    const browser = openBrowser(house.url);
    await browser.go(`/join/${await inviteOf('B')}`);
    await browser.press('Dùng ngay trên trang này');
    const reply = await switchOn(browser, standIn.subscribe(publicKey()));
    expect([reply.status, ((await reply.json()) as { detail: string }).detail]).toEqual([
      409,
      expect.stringContaining('chưa gắn với đồng chí nào'),
    ]);
  });

  test('is written down once, however often it is said', async () => {
    const { browser, phone } = await told('B');
    await switchOn(browser, phone, { showsTitle: 'yes' });
    const entries = await house.hub.database.query(
      `select action, facts from audit_entry where action like 'alerts.%'
         and subject_id = (select id from member where code = 'B') order by id desc limit 1`,
    );
    expect(entries).toEqual([{ action: 'alerts.switched-on', facts: {} }]);
    await browser.go('/chat/devices');
    expect(browser.page).toContain('Chrome · Android');
    expect(browser.page).toContain(' data-shows-title ');
    await browser.press('Tắt báo tin trên máy này');
    expect(browser.address).toBe('/chat/devices');
    expect(await chatsOf('B')).toEqual(['web active']);
    await becomes('B', await send(), 'handed_over');
    expect(phone.taken).toEqual([]);
  });

  test('goes with the device that is ended', async () => {
    const { browser, phone } = await told('B');
    const tablet = openBrowser(house.url);
    await browser.go('/chat/devices');
    await browser.press('Tạo liên kết');
    const link = /class="address">([^<]+)</.exec(browser.page)![1]!;
    // As somebody does on an iPhone, whose home screen opens no links.
    await tablet.go('/chat/join');
    await tablet.press('Tiếp tục', { code: link });
    await tablet.press('Mở trò chuyện');
    const other = standIn.subscribe(publicKey());
    await switchOn(tablet, other);
    await browser.go('/chat/devices');
    await browser.press('Kết thúc');
    await becomes('B', await send(), 'handed_over');
    expect([phone.taken.length, other.alerts().length]).toEqual([0, 1]);
  });
});

describe('the worker', () => {
  test('is served at the root, says how alerts look, and is looked for anew each time', async () => {
    const reply = await openBrowser(house.url).fetch('/push-worker.js');
    expect(reply.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(reply.headers.get('cache-control')).toBe('no-cache');
    const [, script] = /importScripts\("([^"]+)"\)/.exec(await reply.text())!;
    expect((await openBrowser(house.url).fetch(script!)).status).toBe(200);
  });

  test('mends a subscription that changed, by the old endpoint', async () => {
    const { phone } = await told('B');
    const fresh = standIn.subscribe(publicKey());
    const renew = async (old: string) => {
      const body = fieldsOf(fresh, { old });
      const headers = { origin: house.url };
      return (await openBrowser(house.url).fetch('/push/renewal', { method: 'POST', headers, body })).status;
    };
    expect(await renew('https://fcm.googleapis.com/fcm/send/guessed')).toBe(404);
    expect(await renew(phone.subscription.endpoint)).toBe(204);
    await becomes('B', await send(), 'handed_over');
    expect([phone.taken.length, fresh.alerts().length]).toEqual([0, 1]);
  });
});

describe('the console', () => {
  async function secretary(): Promise<Browser> {
    const browser = openBrowser(house.url, { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Chrome/140' });
    const { token } = await house.hub.people.signInLink(operator, 'A');
    await browser.go(`/signin/${token}`);
    await browser.press('Đăng nhập');
    return browser;
  }
  async function switchOnThere(browser: Browser, phone: StandInBrowser): Promise<number> {
    await browser.go('/console/devices');
    const formToken = /name="formToken" value="([^"]+)"/.exec(browser.page)![1]!;
    const body = fieldsOf(phone, { formToken });
    const headers = { origin: house.url, accept: 'application/json' };
    return (await browser.fetch('/console/devices/alerts', { method: 'POST', headers, body })).status;
  }

  test('says how to come to alerts where there is no web chat', async () => {
    const browser = await secretary();
    await browser.go('/console/devices');
    expect(browser.page).toContain('Đồng chí chưa có trò chuyện trên web nên chưa bật được');
    expect(await switchOnThere(browser, standIn.subscribe(publicKey()))).toBe(409);
  });

  test('tells at the desk what comes into the chat, until one signs out there', async () => {
    await join('A');
    const browser = await secretary();
    const desk = standIn.subscribe(publicKey());
    expect(await switchOnThere(browser, desk)).toBe(303);
    await becomes('A', await send(), 'handed_over');
    expect(desk.alerts()).toMatchObject([{ title: 'Cầu Nối', url: '/console' }]);
    await browser.go('/console/devices');
    expect(browser.page).toContain('Tắt báo tin');
    expect(dataOf(browser.page, 'proof')).toMatch(/^[\w-]{16}$/);
    await browser.press('Đăng xuất');
    await becomes('A', await send(), 'handed_over');
    expect(desk.alerts().length).toBe(1);
  });

  test('switches off what was switched on', async () => {
    await join('A');
    const browser = await secretary();
    const desk = standIn.subscribe(publicKey());
    await switchOnThere(browser, desk);
    await browser.go('/console/devices');
    await browser.press('Tắt báo tin');
    expect(browser.page).toContain('Đã tắt báo tin trên máy ấy');
    expect(await chatsOf('A')).toEqual(['web active']);
  });
});
