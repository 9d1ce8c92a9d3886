import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { operator } from '../../hub/platform/audit.ts';
import { officer } from '../support/hub.ts';
import { openZaloHouse, type ZaloHouse } from './house.ts';

const soon = { timeoutMs: 20_000 };

describe('on Zalo', () => {
  let house: ZaloHouse;
  beforeAll(async () => (house = await openZaloHouse({ settings: { ZALO_MONTHLY_BUDGET: '1000' } })), 60_000);
  beforeEach(async () => {
    await house.quiet();
    await house.clear();
    await house.hub.database.query('delete from member_request');
    await house.hub.database.query('update member set phone = null');
  });
  afterAll(() => house.close());

  const say = (key: string, facts: Record<string, string> = {}) => house.hub.locales('vi')(key, facts);
  const phoneOf = async (code: string) =>
    await house.hub.people.phoneOf((await house.hub.people.memberByCode(code)).id);

  test('whoever follows is told how to begin, and whoever is linked is left in peace', async () => {
    const stranger = house.visitor('Người lạ');
    stranger.follow();
    expect((await stranger.next(soon)).text).toBe(say('enrolment-stranger'));
    const binh = await house.joinOnZalo('B');
    const before = binh.inbox.length;
    binh.follow();
    await house.quiet();
    expect(binh.inbox.length).toBe(before);
  });

  test('whoever leaves is unreachable, and gets what was missed on coming back', async () => {
    const binh = await house.joinOnZalo('B');
    binh.unfollow();
    await house.quiet();
    const { id } = await house.hub.notices.send({
      from: officer,
      unit: 'X1-C',
      title: 'Kế hoạch lúc vắng',
      body: 'Nội dung',
      wantsAck: true,
    });
    await expect
      .poll(async () => (await house.hub.notices.status(operator, id)).unreachable, { timeout: 20_000 })
      .toContain('B');
    binh.follow();
    expect((await binh.next({ matching: 'Kế hoạch lúc vắng', ...soon })).text).toContain('Nội dung');
  });

  test('a month that is used up keeps no answer from whoever waits, and nothing that is free', async () => {
    const { usage, notices, database } = house.hub;
    await usage.add('zalo', [{ way: 'template', cost: 1_500, count: 3 }]);
    const binh = await house.joinOnZalo('B');
    binh.say('menu');
    expect((await binh.next(soon)).text).toContain(say('conversation-menu'));
    await notices.send({ from: officer, unit: 'X1-C', title: 'Kế hoạch cuối tháng', body: 'Nội dung' });
    expect((await binh.next({ matching: 'cuối tháng', ...soon })).fromAccount).toBe(true);
    await database.query('delete from channel_usage');
  });

  test('a message whose answer was lost is known by what Zalo tells of it, and stands there once', async () => {
    const { notices } = house.hub;
    const binh = await house.joinOnZalo('B');
    house.zalo.fault({ path: 'message/cs', to: binh.id, kind: { drop: true, deliver: true } });
    const about = { from: officer, unit: 'X1-C', title: 'Kế hoạch hiện một lần', body: 'Nội dung' };
    const { id } = await notices.send({ ...about, wantsAck: true });
    await expect
      .poll(async () => (await notices.status(operator, id)).byStatus.handed_over, { timeout: 4_000 })
      .toBe(1);
    expect(await notices.status(operator, id)).toMatchObject({ inDoubt: 0, duplicates: 0 });
    expect(binh.inbox.filter(({ text }) => text.includes('hiện một lần'))).toHaveLength(1);
  });

  test('a button of somebody else’s message, or pressed twice, is answered in words', async () => {
    const binh = await house.joinOnZalo('B');
    const send = (unit: string) =>
      house.hub.notices.send({ from: officer, unit, title: 'Kế hoạch', body: 'N', wantsAck: true });
    await send('X1-C');
    const shown = await binh.next({ matching: 'Kế hoạch', ...soon });
    binh.tap(shown, 'Đã nắm');
    expect((await binh.next(soon)).text).toContain('Kế hoạch');
    binh.say(shown.buttons[0]!.payload);
    expect((await binh.next(soon)).text).toBe(say('conversation-acknowledged-toast'));
    const an = await house.joinOnZalo('C');
    an.say(shown.buttons[0]!.payload);
    expect((await an.next(soon)).text).toBe(say('conversation-not-yours'));
  });

  describe('a telephone number', () => {
    test('of a member who had none in the list is kept', async () => {
      const binh = await house.joinOnZalo('B');
      binh.shareInfo({ phone: '84912345678' });
      expect((await binh.next(soon)).text).toBe(say('my-phone-kept'));
      expect(await phoneOf('B')).toBe('+84912345678');
      binh.shareInfo({ phone: '0912 345 678' });
      expect((await binh.next(soon)).text).toBe(say('my-phone-known'));
      const entries = await house.hub.database.query<{ facts: unknown }>(
        `select facts from audit_entry where action = 'member.phone-given'`,
      );
      expect(entries).toHaveLength(1);
      expect(JSON.stringify(entries)).not.toContain('912345678');
    });

    test('that differs from the list’s is put to who keeps the list', async () => {
      await house.hub.people.editMember(operator, 'B', { phone: '0987654321' });
      const binh = await house.joinOnZalo('B');
      binh.shareInfo({ phone: '84912345678' });
      expect((await binh.next(soon)).text).toBe(say('my-phone-asked'));
      expect(await phoneOf('B')).toBe('+84987654321');
      const [request] = await house.hub.people.openRequests(operator);
      expect(request).toMatchObject({ member: 'B', kind: 'correction' });
      expect(request!.text).toContain('0912345678');
    });

    test('that cannot be read, and a stranger’s, are kept nowhere', async () => {
      const binh = await house.joinOnZalo('B');
      binh.shareInfo({ phone: 'không có' });
      expect((await binh.next(soon)).text).toBe(say('my-phone-unreadable'));
      const stranger = house.visitor('Người lạ');
      stranger.shareInfo({ phone: '84911111111' });
      expect((await stranger.next(soon)).text).toBe(say('enrolment-stranger'));
      await house.quiet();
      expect(await house.hub.people.openRequests(operator)).toEqual([]);
      const kept = await house.hub.database.query('select from inbound_event where payload is not null');
      expect(kept).toEqual([]);
    });
  });

  test('a consent taken back at Zalo erases the member', async () => {
    await house.joinOnZalo('E');
    const { id } = await house.hub.people.memberByCode('E');
    house.zalo.person(await numberOf('E')).withdraw();
    await expect
      .poll(
        async () => (await house.hub.database.query('select from erasure where member_id = $1', [id])).length,
        { timeout: 20_000 },
      )
      .toBe(1);
    expect(await house.hub.database.query('select from chat where member_id = $1', [id])).toEqual([]);
  });

  /** The number of the stand-in's person whose chat is this member's. */
  async function numberOf(code: string): Promise<number> {
    const [chat] = await house.hub.database.query<{ address: string }>(
      `select address from chat join member on member.id = member_id where code = $1`,
      [code],
    );
    return Number(BigInt(chat!.address) - 7_000_000_000_000_000_000n);
  }
});

describe('on an account without buttons', () => {
  let house: ZaloHouse;
  beforeAll(async () => (house = await openZaloHouse({ settings: { ZALO_BUTTONS: 'off' } })), 60_000);
  afterAll(() => house.close());

  test('one joins by a number, and "1" says that a document was read', async () => {
    const binh = await house.joinOnZalo('B');
    expect(binh.inbox[0]!.text).toMatch(/\n1\. Đồng ý\n2\. Không đồng ý$/);
    const { id } = await house.hub.notices.send({
      from: officer,
      unit: 'X1-C',
      title: 'Kế hoạch một',
      body: 'Nội dung',
      wantsAck: true,
    });
    const shown = await binh.next({ matching: 'Kế hoạch một', ...soon });
    expect(shown.text).toContain('trả lời 1 hoặc “da nam”');
    expect(shown.buttons).toEqual([]);
    binh.say('1');
    expect((await binh.next(soon)).text).toContain('Kế hoạch một');
    expect((await house.hub.notices.status(operator, id)).byStatus.acknowledged).toBe(1);
  });

  test('where two documents wait, "1" asks which', async () => {
    const binh = house.zalo.person(1);
    for (const title of ['Kế hoạch hai', 'Kế hoạch ba']) {
      const about = { title, body: 'Nội dung', wantsAck: true };
      await house.hub.notices.send({ from: officer, unit: 'X1-C', ...about });
      await binh.next({ matching: title, ...soon });
    }
    binh.say('1');
    const list = (await binh.next(soon)).text;
    expect(list).toContain('1. Kế hoạch');
    binh.say('2');
    expect((await binh.next(soon)).text).toMatch(/Kế hoạch (hai|ba)/);
  });
});
