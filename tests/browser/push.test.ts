import type { Browser, CDPSession, Worker } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test, type TestContext } from 'vitest';
import { pushStandIn, type PushStandIn, type StandInBrowser } from '../../bots/push/stand-in/index.ts';
import { operator } from '../../hub/platform/audit.ts';
import { chromiumPath, openBrowser } from '../support/browser.ts';
import { officer, openTestHub, type TestHub } from '../support/hub.ts';
import { until } from '../support/process.ts';
import { openReader, type Reader } from './reader.ts';

let house: TestHub;
let browser: Browser;
let standIn: PushStandIn;
beforeAll(async () => {
  standIn = pushStandIn();
  const { url } = await standIn.listen();
  [house, browser] = await Promise.all([
    openTestHub({
      roles: ['web', 'bots', 'worker'],
      settings: { VAPID_SUBJECT: 'mailto:vanphong@example.vn', PUSH_SERVICES: url },
    }),
    chromiumPath ? openBrowser({ whole: true }) : (null as never),
  ]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await house.close();
  await standIn.close();
});

beforeEach(() => house.clear());

const patienceMs = 30_000;

/** A member's phone with the chat open; its push service is ours. */
interface Phone extends Reader {
  /** What the browser subscribed to last; null before it did. */
  subscription(): Promise<StandInBrowser | null>;
  /** Its push service gives the browser another subscription, and nobody is told. */
  changeSubscription(): Promise<void>;
  /** Hands what the push service has to the service worker, and says what it shows. */
  receive(text: string): Promise<{ title: string; body: string }>;
  worker(): Promise<Worker>;
}

async function comes(
  { onTestFinished }: Pick<TestContext, 'onTestFinished'>,
  member: string,
  { permission = 'granted', scripts = true, lacks = '', desk = false } = {},
): Promise<Phone> {
  const reader = await openReader(browser, house.url, { screen: desk ? 'computer' : 'phone', scripts });
  onTestFinished(() => reader.context.close());
  const { people, webchat } = house.hub;
  const { address, token } = await webchat.open('Chrome · Android');
  const { inviteId } = await people.openInvite((await people.invite(operator, member)).code);
  await people.link({ inviteId, channel: 'web', address, consentText: 'Đồng ý', language: 'vi' });
  await reader.context.addCookies([{ name: 'caunoi_chat', value: token, url: `${house.url}/chat` }]);
  if (desk) {
    const link = await people.signInLink(operator, member);
    const { cookie } = (await people.openSession(link.token, 'Chrome · Linux'))!;
    await reader.context.addCookies([{ name: 'caunoi_console', value: cookie, url: house.url }]);
  }
  // What the page is told of it is the test's word; the worker needs the real one.
  if (permission !== 'denied') await reader.context.grantPermissions(['notifications']);
  const made: StandInBrowser[] = [];
  const subscribe = () => {
    made.push(standIn.subscribe(house.hub.alerts!.publicKey));
    return made.at(-1)!.subscription;
  };
  await reader.context.exposeFunction('pushServiceOfTheTest', subscribe);
  await reader.context.addInitScript(standsInForPushManager, { permission, lacks });
  return {
    ...reader,
    subscription: async () => made.at(-1) ?? null,
    async changeSubscription() {
      await reader.page.evaluate(() => localStorage.removeItem('subscription of the test'));
    },
    async receive(text) {
      const wire = await reader.context.newCDPSession(reader.page);
      const registrationId = await registrationOf(wire, house.url);
      const message = { origin: house.url, registrationId, data: text };
      const look = async () => {
        // A busy browser may lose what is handed to it in this way: it shows the same once, however often it comes.
        await wire.send('ServiceWorker.deliverPushMessage', message);
        return await reader.page.evaluate(shownWithin, 3_000);
      };
      return await until(look, patienceMs, 'an alert');
    },
    async worker() {
      const [there] = reader.context.serviceWorkers();
      return there ?? (await reader.context.waitForEvent('serviceworker'));
    },
  };
}

/** In the page: a browser whose push service is the test's. Asked for permission it answers at once, and counts. */
function standsInForPushManager({ permission, lacks }: { permission: string; lacks: string }): void {
  const scope = globalThis as unknown as Record<string, unknown> & {
    pushServiceOfTheTest(): Promise<{ endpoint: string; keys: object }>;
    asked: number;
  };
  scope.asked = 0;
  if (lacks !== '') {
    Reflect.deleteProperty(globalThis, 'PushManager');
    if (lacks === 'home screen') Object.defineProperty(Navigator.prototype, 'standalone', { value: false });
    return;
  }
  const granted = 'granted in the test';
  Object.defineProperty(Notification, 'permission', {
    get: () => (permission === 'default' && localStorage.getItem(granted) ? 'granted' : permission),
  });
  Notification.requestPermission = async () => {
    scope.asked += 1;
    localStorage.setItem(granted, 'yes');
    return Notification.permission;
  };
  const place = 'subscription of the test';
  const asSubscription = (text: string, key: BufferSource | null) => {
    const { endpoint, keys } = JSON.parse(text) as { endpoint: string; keys: object };
    return {
      endpoint,
      options: { applicationServerKey: key },
      toJSON: () => ({ endpoint, keys }),
      unsubscribe: async () => true,
    };
  };
  let key: BufferSource | null = null;
  PushManager.prototype.getSubscription = async () => {
    const known = localStorage.getItem(place);
    return known && key ? (asSubscription(known, key) as unknown as PushSubscription) : null;
  };
  PushManager.prototype.subscribe = async (options) => {
    key = options!.applicationServerKey as BufferSource;
    const text = localStorage.getItem(place) ?? JSON.stringify(await scope.pushServiceOfTheTest());
    localStorage.setItem(place, text);
    return asSubscription(text, key) as unknown as PushSubscription;
  };
}

/** By this DevTools name the worker at the root. */
async function registrationOf(wire: CDPSession, url: string): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  wire.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
    const found = registrations.find(({ scopeURL, isDeleted }) => scopeURL === `${url}/` && !isDeleted);
    if (found) resolve(found.registrationId);
  });
  await wire.send('ServiceWorker.enable');
  return await promise;
}

/** In the page: the alert that stands last on the screen; null where none comes in time. */
async function shownWithin(ms: number): Promise<{ title: string; body: string } | null> {
  const registration = await navigator.serviceWorker.ready;
  for (const end = performance.now() + ms; performance.now() < end;) {
    const last = (await registration.getNotifications()).at(-1);
    if (last) return { title: last.title, body: last.body };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return null;
}

/** In the worker: somebody taps on an alert. Browsers let nobody open or raise a window whom no person pressed. */
async function tapOnAlert(): Promise<{ opened: string[]; brought: string[] }> {
  const scope = globalThis as unknown as {
    clients: { openWindow(path: string): Promise<void> };
    WindowClient: { prototype: { focus(this: { url: string }): Promise<void> } };
  };
  const opened: string[] = [];
  const brought: string[] = [];
  scope.clients.openWindow = async (path) => void opened.push(path);
  scope.WindowClient.prototype.focus = async function () {
    brought.push(this.url);
  };
  const waits: Promise<unknown>[] = [];
  const notification = { close: () => {}, data: { url: '/chat' } };
  const waitUntil = (work: Promise<unknown>) => void waits.push(work);
  dispatchEvent(Object.assign(new Event('notificationclick'), { notification, waitUntil }));
  await Promise.all(waits);
  return { opened, brought };
}

/** In the worker: what the browser tells it when its push service changed the subscription. */
async function changeInWorker({
  old,
  fresh,
}: Record<'old' | 'fresh', { endpoint: string; keys: object }>): Promise<void> {
  const waits: Promise<unknown>[] = [];
  const event = Object.assign(new Event('pushsubscriptionchange'), {
    oldSubscription: { ...old, options: {} },
    newSubscription: { toJSON: () => fresh },
    waitUntil: (work: Promise<unknown>) => void waits.push(work),
  });
  dispatchEvent(event);
  await Promise.all(waits);
}

const send = async (member: string) => {
  const unit = { B: 'X1-C', C: 'X1-B-C', D: 'X2-C' }[member] ?? 'X1-C';
  const notice = { from: officer, unit, title: 'Kế hoạch số 27', body: 'Nội dung văn bản', wantsAck: true };
  await house.hub.notices.send(notice);
};
const offer = ({ page }: Reader) => page.getByText('Nhận báo tin khi đóng trang');
const askedIn = ({ page }: Reader) => page.evaluate(() => (globalThis as unknown as { asked: number }).asked);

describe.skipIf(!chromiumPath)('alerts on a phone', { timeout: 300_000 }, () => {
  test('are asked for by a press alone, come through the worker, and are switched off', async (context) => {
    const phone = await comes(context, 'C', { permission: 'default' });
    await phone.go('/chat');
    await offer(phone).waitFor();
    expect([await askedIn(phone), await phone.subscription()]).toEqual([0, null]);
    await phone.soundly();
    await phone.press('Bật');
    await phone.page.getByText('Đã bật. Có thông báo mới, máy này sẽ báo').waitFor();
    expect(await askedIn(phone)).toBe(1);
    await phone.soundly();

    await send('C');
    const pushed = (await phone.subscription())!;
    await until(() => pushed.read.length === 1, patienceMs, 'the push service to have it');
    expect(await phone.receive(pushed.read[0]!)).toEqual({
      title: 'Cầu Nối',
      body: 'Có thông báo mới',
    });
    await phone.finds('Nội dung văn bản');

    await phone.go('/chat/devices');
    await phone.page.getByRole('checkbox').check();
    await phone.soundly();
    await Promise.all([phone.page.waitForEvent('load'), phone.press('Lưu lựa chọn')]);
    expect(await phone.page.getByRole('checkbox').isChecked()).toBe(true);
    await phone.press('Tắt báo tin trên máy này');
    await phone.page.getByRole('button', { name: 'Bật trên máy này' }).waitFor();
    await phone.soundly();
  });

  test('are offered no more in the chat once put off, but on the page of devices', async (context) => {
    const phone = await comes(context, 'D', { permission: 'default' });
    await phone.go('/chat');
    await phone.press('Để sau');
    await offer(phone).waitFor({ state: 'hidden' });
    await phone.go('/chat');
    await phone.page.getByRole('textbox').waitFor();
    expect(await offer(phone).isVisible()).toBe(false);
    await phone.go('/chat/devices');
    await Promise.all([phone.page.waitForEvent('load'), phone.press('Bật trên máy này')]);
    await phone.page.getByText('Bật từ').waitFor();
  });

  test('find their way again after the push service changed the subscription', async (context) => {
    const phone = await comes(context, 'E');
    await phone.go('/chat');
    await phone.press('Bật');
    await phone.page.getByText('Đã bật').waitFor();
    const first = (await phone.subscription())!;
    await phone.changeSubscription();
    // The browser has another one before the hub hears of it.
    const told = phone.page.waitForResponse(`${house.url}/chat/alerts`);
    await phone.go('/chat');
    await until(async () => (await phone.subscription()) !== first, patienceMs, 'another subscription');
    await told;
    await send('E');
    const second = (await phone.subscription())!;
    await until(() => second.read.length === 1, patienceMs, 'the new one to be woken');
    expect(first.taken).toEqual([]);
  });

  test('open the page when they are tapped, and bring it to the front where it is open', async (context) => {
    const phone = await comes(context, 'B');
    await phone.go('/chat');
    await phone.press('Bật');
    await phone.page.getByText('Đã bật').waitFor();
    const worker = await phone.worker();
    expect(await worker.evaluate(tapOnAlert)).toEqual({ opened: [], brought: [`${house.url}/chat`] });
    await phone.go('/chat/devices');
    expect(await worker.evaluate(tapOnAlert)).toEqual({ opened: ['/chat'], brought: [] });
    expect(await phone.receive('no JSON at all')).toEqual({ title: 'Cầu Nối', body: 'Có thông báo mới' });
  });

  test('go on when the push service tells the worker of another subscription', async (context) => {
    const phone = await comes(context, 'E');
    await phone.go('/chat');
    await phone.press('Bật');
    await phone.page.getByText('Đã bật').waitFor();
    const first = (await phone.subscription())!;
    const second = standIn.subscribe(house.hub.alerts!.publicKey);
    const worker = await phone.worker();
    await worker.evaluate(changeInWorker, { old: first.subscription, fresh: second.subscription });
    await send('E');
    await until(() => second.read.length === 1, patienceMs, 'the new one to be woken');
    expect(first.taken).toEqual([]);
  });

  test('come to the desk as well', async (context) => {
    const desk = await comes(context, 'A', { desk: true });
    await desk.go('/console/devices');
    await desk.page.getByRole('button', { name: 'Bật trên máy này' }).waitFor();
    await desk.soundly();
    await Promise.all([desk.page.waitForEvent('load'), desk.press('Bật trên máy này')]);
    await desk.page.getByRole('button', { name: 'Tắt báo tin' }).waitFor();
    await desk.soundly();
    await send('A');
    const pushed = (await desk.subscription())!;
    await until(() => pushed.read.length === 1, patienceMs, 'the push service to have it');
    expect(pushed.alerts()).toMatchObject([{ title: 'Cầu Nối', url: '/console' }]);
  });

  test.each([
    ['browser', 'Trình duyệt này không báo tin được khi trang đóng'],
    ['home screen', 'Trên iPhone, iPad, đồng chí đưa trang này ra màn hình chính trước'],
  ])('say plainly that they need another %s', async (lacks, words) => {
    await during(async (context) => {
      const phone = await comes(context, 'B', { lacks });
      await phone.go('/chat/devices');
      await phone.page.getByText(words).waitFor();
      await phone.soundly();
      await phone.go('/chat');
      expect(await offer(phone).isVisible()).toBe(false);
    });
  });

  test('say plainly that the browser forbids them', async (context) => {
    const phone = await comes(context, 'B', { permission: 'denied' });
    await phone.go('/chat/devices');
    await phone.page.getByText('Trình duyệt đang chặn báo tin của trang này').waitFor();
    await phone.go('/chat');
    expect(await offer(phone).isVisible()).toBe(false);
  });

  test('are not spoken of where no script runs', async (context) => {
    const phone = await comes(context, 'B', { scripts: false });
    for (const path of ['/chat', '/chat/devices']) {
      await phone.go(path);
      expect(
        await phone.page.getByText('Nhận báo tin').or(phone.page.getByText('Báo tin khi')).isVisible(),
      ).toBe(false);
    }
  });
});

/** For tests with a table, which are handed no context. */
async function during(work: (context: Pick<TestContext, 'onTestFinished'>) => Promise<void>): Promise<void> {
  const endings: (() => unknown)[] = [];
  try {
    await work({ onTestFinished: (ending) => void endings.push(ending as () => unknown) });
  } finally {
    for (const ending of endings) await ending();
  }
}
