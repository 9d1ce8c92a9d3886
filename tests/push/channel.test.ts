import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Outgoing, SendOutcome } from '../../hub/channels/index.ts';
import type { Database } from '../../hub/platform/database/index.ts';
import { newId } from '../../hub/platform/ids.ts';
import { testDatabase } from '../support/database.ts';
import { givenPeople, openPushHouse, type PushHouse, type WokenMember } from './given.ts';

let database: Database;
let house: PushHouse;
beforeAll(async () => {
  database = await testDatabase();
  await givenPeople(database);
});
afterAll(() => database.close());
beforeEach(async () => {
  house = await openPushHouse(database);
});
afterEach(() => house.close());

const hourMs = 3_600_000;
const blocked = { kind: 'refused', reason: 'blocked' };

/** One part of a notice. */
function about(
  { address }: Pick<WokenMember, 'address'>,
  {
    part = 1,
    parts = 1,
    notice = {},
    noticeId = newId(),
  }: {
    part?: number;
    parts?: number;
    notice?: Partial<NonNullable<Outgoing['notice']>>;
    noticeId?: string;
  } = {},
): Outgoing {
  return {
    address,
    key: `${noticeId}:${newId()}:${part}/${parts}`,
    part: { kind: 'text', text: `Kính gửi đồng chí, phần ${part}`, bold: [], buttons: [] },
    notice: { unit: 'Chi bộ thôn', title: 'Họp bất thường', urgent: false, expiresAt: null, ...notice },
  };
}

const send = (outgoing: Outgoing): Promise<SendOutcome> => house.channel.send(outgoing);
const texts = async ({ address }: WokenMember) =>
  (await house.chats.page(address, { limit: 100 })).messages.map(({ text }) => text);
const wokenIn = async ({ address }: WokenMember) =>
  (await house.subscriptions.browsersOf(address)).map(({ id }) => id);

describe('what the lock screen shows', () => {
  test('is that something came: neither who writes nor what it is about', async () => {
    const member = await house.member();
    await send(about(member));
    expect(member.phone.alerts()).toEqual([
      { title: 'Cầu Nối', body: 'Có thông báo mới', tag: expect.any(String), url: '/chat' },
    ]);
    expect(member.phone.read.join()).not.toMatch(/Chi bộ|Họp|Kính gửi/);
  });

  test('fits, however long the title that a member wants to see', async () => {
    const member = await house.member({ showsTitle: true });
    const title = `Kế hoạch\n${'tổ chức 🇻🇳 '.repeat(900)}`;
    await send(about(member, { notice: { title, unit: 'Đảng bộ '.repeat(900) } }));
    const [alert] = member.phone.alerts() as { title: string; body: string }[];
    expect(alert!.body).toMatch(/^Kế hoạch tổ chức 🇻🇳 .*…$/u);
    expect([alert!.title, alert!.body].map((text) => text.isWellFormed())).toEqual([true, true]);
    expect(member.phone.taken[0]!.body.byteLength).toBeLessThan(3_000);
  });

  test('is the least there is where the push service takes no more', async () => {
    const member = await house.member({ showsTitle: true });
    member.phone.next({ status: 413 });
    expect(await send(about(member))).toMatchObject({ kind: 'sent' });
    expect(member.phone.alerts()).toMatchObject([{ title: 'Cầu Nối', body: 'Có thông báo mới' }]);
    member.phone.next({ status: 413 }, { status: 413 });
    expect(await send(about(member))).toMatchObject({
      kind: 'refused',
      reason: 'invalid',
      detail: 'too-large',
    });
  });
});

describe('a notice', () => {
  test('in several parts rings once, when all of it can be read', async () => {
    const member = await house.member();
    const noticeId = newId();
    for (const part of [1, 2, 3]) {
      const outcome = await send(about(member, { part, parts: 3, noticeId }));
      expect(outcome).toMatchObject({ kind: 'sent' });
      expect(member.phone.taken.length).toBe(part === 3 ? 1 : 0);
    }
    expect(await texts(member)).toEqual([1, 2, 3].map((part) => `Kính gửi đồng chí, phần ${part}`));
  });

  test('sent again after doubt is one message, and one alert on a phone that was off', async () => {
    const member = await house.member();
    member.phone.turnOff();
    const outgoing = about(member);
    member.phone.next({ kind: 'drop', shown: true });
    expect(await send(outgoing)).toMatchObject({ kind: 'unknown' });
    expect(await send(outgoing)).toMatchObject({ kind: 'sent' });
    expect(member.phone.taken.length).toBe(2);
    member.phone.turnOn();
    expect(member.phone.alerts().length).toBe(1);
    expect((await texts(member)).length).toBe(1);
  });

  test('waits with the push service no longer than it holds', async () => {
    const now = new Date();
    house.setClock(now);
    const member = await house.member();
    const inHours = (hours: number) => new Date(now.getTime() + hours * hourMs);
    for (const expiresAt of [null, inHours(2), inHours(24 * 90), inHours(-1)]) {
      await send(about(member, { notice: { expiresAt } }));
    }
    expect(member.phone.taken.map(({ ttlSeconds }) => ttlSeconds / 3_600)).toEqual([72, 2, 24 * 28, 0]);
  });

  test('wakes a phone that spares its battery for what is urgent, and for an answer', async () => {
    const member = await house.member();
    await send(about(member));
    await send(about(member, { notice: { urgent: true } }));
    await send({
      address: member.address,
      key: newId(),
      part: { kind: 'text', text: 'Đã ghi nhận.', bold: [], buttons: [] },
    });
    expect(member.phone.taken.map(({ urgency }) => urgency)).toEqual(['normal', 'high', 'high']);
  });

  test('does not let a push service see who gets the same', async () => {
    const [one, other] = [await house.member(), await house.member()];
    const noticeId = newId();
    await send(about(one, { noticeId }));
    await send(about(other, { noticeId }));
    const topics = [one, other].map(({ phone }) => phone.taken[0]!.topic);
    expect(topics[0]).toMatch(/^[\w-]{32}$/);
    expect(topics[0]).not.toBe(topics[1]);
  });
});

describe('several browsers', () => {
  test('are all woken; one that is gone is forgotten, and the others go on', async () => {
    const phone = await house.member();
    const tablet = await house.furtherBrowser(phone);
    await send(about(phone));
    expect([phone, tablet].map(({ phone: { taken } }) => taken.length)).toEqual([1, 1]);
    tablet.phone.unsubscribe();
    expect(await send(about(phone))).toMatchObject({ kind: 'sent' });
    expect(await wokenIn(phone)).toEqual([phone.browser.id]);
    phone.phone.unsubscribe();
    expect(await send(about(phone))).toMatchObject(blocked);
    expect(await wokenIn(phone)).toEqual([]);
  });

  test.each([
    ['limits', { status: 429, retryAfter: '5' }],
    ['fails', { status: 500 }],
    ['does not accept us', { status: 403 }],
    ['falls silent', { kind: 'hang', shown: false }],
  ] as const)('one whose push service %s does not keep the others from being told', async (_, fault) => {
    const phone = await house.member();
    const tablet = await house.furtherBrowser(phone);
    phone.phone.next(fault);
    expect(await send(about(phone))).toMatchObject({ kind: 'sent' });
    expect(tablet.phone.alerts().length).toBe(1);
    expect((await wokenIn(phone)).length).toBe(2);
  });

  test('are ten at most: the one heard of longest ago makes room', async () => {
    const first = await house.member();
    for (let n = 0; n < 10; n += 1) {
      house.setClock(new Date(Date.now() + (n + 1) * 1_000));
      await house.furtherBrowser(first);
    }
    expect((await wokenIn(first)).length).toBe(10);
    expect(await wokenIn(first)).not.toContain(first.browser.id);
  });
});

describe('what a push service says of itself', () => {
  test('that it does not accept us is said of the channel, and needs a person', async () => {
    const member = await house.member();
    for (const status of [401, 403]) {
      member.phone.next({ status });
      expect(await send(about(member))).toMatchObject({
        kind: 'retry',
        needsPerson: true,
        ofChannel: true,
        detail: `vapid-refused-${status}`,
      });
    }
    expect((await wokenIn(member)).length).toBe(1);
  });

  test('that it does not accept us is said of the one browser where it accepts us for others', async () => {
    const [one, other] = [await house.member(), await house.member()];
    await send(about(one));
    other.phone.next({ status: 403 });
    expect(await send(about(other))).toMatchObject({ kind: 'refused', reason: 'closed' });
    expect((await wokenIn(other)).length).toBe(1);
  });

  test('a wait that it names is kept, in seconds or as a moment', async () => {
    const member = await house.member();
    member.phone.next({ status: 503, retryAfter: '120' });
    expect(await send(about(member))).toMatchObject({
      kind: 'retry',
      waitMs: 120_000,
      limited: true,
      ofChannel: true,
    });
    member.phone.next({ status: 429, retryAfter: new Date(Date.now() + 600_000).toUTCString() });
    const outcome = await send(about(member));
    expect(outcome).toMatchObject({ kind: 'retry', limited: true });
    expect(outcome.kind === 'retry' && outcome.waitMs).toBeGreaterThan(300_000);
    expect(outcome.kind === 'retry' && outcome.waitMs).toBeLessThanOrEqual(600_000);
  });

  test('a gateway’s “no answer” is a doubt', async () => {
    const member = await house.member();
    member.phone.next({ status: 504 });
    expect(await send(about(member))).toMatchObject({ kind: 'unknown', detail: 'http-504' });
  });
});

describe('nobody is woken, and nothing is written,', () => {
  test.each([
    [
      'where the member has stopped the chat',
      async ({ address }: WokenMember) => house.people.chats.stop('web', address),
    ],
    [
      'where the chat was unlinked',
      async ({ code, address }: WokenMember) => {
        const [chat] = await database.query<{ id: string }>(
          `select id from chat where channel = 'web' and address = $1`,
          [address],
        );
        const by = { memberId: (await house.people.memberByCode(code)).id, via: 'console' as const };
        await house.people.chats.unlinkChat(by, code, chat!.id);
      },
    ],
    [
      'where the device was ended',
      async ({ address, browser }: WokenMember) => void (await house.chats.endDevice(address, browser.id)),
    ],
    [
      'where the chat speaks for somebody else now',
      async ({ address }: WokenMember) =>
        void (await database.query(
          `update chat set member_id = (select id from member where code = 'M59') where channel = 'web' and address = $1`,
          [address],
        )),
    ],
  ])('%s', async (_, happens) => {
    const member = await house.member();
    await happens(member);
    expect(await send(about(member))).toMatchObject(blocked);
    expect([member.phone.taken.length, await texts(member)]).toEqual([0, []]);
  });
});
