import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Person, ScreenMessage } from '../../bots/telegram/stand-in/index.ts';
import { channelWish, type ChannelWish } from '../../bots/conversations/channel-wishes.ts';
import { channelNames, type ChannelName } from '../../hub/channels/index.ts';
import { operator } from '../../hub/platform/audit.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';

const order = (...places: number[]): ChannelWish => ({ kind: 'order', places });

describe('what is typed about channels', () => {
  const shown: readonly ChannelName[] = ['zalo', 'web', 'email', 'telegram'];

  test.each<[ChannelWish, string]>([
    [order(1), '2 · số 2 · kênh 2 ạ · web · trang web · 2 trước · cho 2 lên đầu · dùng web'],
    [order(1, 0, 2, 3), '2 trước 1 · 2 truoc 1 · web trước zalo · kenh web truoc kenh zalo · 2 before 1'],
    [order(0, 2, 1, 3), '2 sau 3 · web sau email · web after mail'],
    [order(1, 0, 2), '2,1,3 · 2 1 3 · 2-1-3 · web, zalo, thư điện tử · 2 rồi 1 rồi 3 · 2 > 1 > 3'],
    [order(2), 'ưu tiên thư điện tử · uu tien email · email truoc · thư điện tử trước tiên · first mail'],
    [order(1, 2, 3, 0), 'zalo cuối · zalo sau cùng · zalo last'],
    [order(0), 'tôi muốn nhận bằng Zalo trước · gui qua zalo truoc nhe · dùng Zalo'],
    [{ kind: 'stop', place: 2 }, 'ngung 3 · ngừng thư điện tử · tắt email · khong nhan email · dừng email'],
    [{ kind: 'resume', place: 3 }, 'mo 4 · mở lại telegram · bat tele · nhận lại telegram · tiếp tục 4'],
    [{ kind: 'unit' }, 'theo đơn vị · theo don vi · theo chi bộ · theo tổ chức · as my unit'],
    [{ kind: 'unclear', place: 0 }, 'dung zalo · dung 1'],
  ])('%o', (wish, sayings) => {
    for (const said of sayings.split(' · ')) {
      expect(channelWish(said, shown, { shown: true }), said).toEqual(wish);
    }
  });

  test('is not guessed: other numbers, the same one twice, names nobody has, ordinary words', () => {
    for (const said of [
      '5',
      '0',
      '2 2',
      'push trước',
      'zalo bot truoc',
      'zalo zalo',
      '2 truoc 2',
      '',
      '1 2 x',
    ]) {
      expect(channelWish(said, shown, { shown: true }), said).toBeNull();
    }
    const ordinary =
      'đã nắm · vâng · ngừng nhận tin · dung · tiếp tục · tắt nhắc · không · nhận lại · 2 · 2,1 · 2 truoc 1 · web · ' +
      'zalo, web · ngung 3 · thông báo · thư · tôi không dùng zalo nữa được không · họp trên zalo lúc 8 giờ';
    for (const said of ordinary.split(' · ')) {
      expect(channelWish(said, channelNames, { shown: false }), said).toBeNull();
    }
  });
});

describe('/kenh', () => {
  let house: TestHub;
  beforeAll(async () => (house = await openTestHub()), 60_000);
  afterAll(() => house.close(), 60_000);
  beforeEach(() => house.clear());

  const say = (key: string, facts: Record<string, string | number> = {}) =>
    house.hub.locales('vi')(key, facts);
  const chats = async () =>
    await house.hub.people.chats.chatsOf((await house.hub.people.memberByCode('B')).id);
  const channels = async () => (await chats()).map(({ channel }) => channel);
  const states = async () =>
    Object.fromEntries((await chats()).map(({ channel, state }) => [channel, state]));

  async function link(...wanted: ChannelName[]): Promise<void> {
    for (const channel of wanted) {
      const { inviteId } = await house.hub.people.openInvite(
        (await house.hub.people.invite(operator, 'B')).code,
      );
      const consent = { consentText: 'Đồng ý', language: 'vi' } as const;
      await house.hub.people.link({ inviteId, channel, address: `${channel} of B`, ...consent });
    }
  }
  async function answer(person: Person, said: string): Promise<ScreenMessage> {
    person.say(said);
    return await person.next();
  }

  test('says where there is one channel that it is the one', async () => {
    const binh = await house.join('B');
    expect((await answer(binh, '/kenh')).text).toBe(say('my-channels-one', { channel: 'Telegram' }));
  });

  test('shows several in their order; a number, a button and words put them in another', async () => {
    const binh = await house.join('B');
    await link('web', 'zalo');
    const list = await answer(binh, 'kenh cua toi');
    expect(list.text).toContain('1. Zalo\n2. Trò chuyện trên web\n3. Telegram (trò chuyện này)');
    expect((await answer(binh, '2')).text).toBe(say('my-channel-first', { channel: 'Trò chuyện trên web' }));
    expect(await channels()).toEqual(['web', 'zalo', 'telegram']);

    const chosen = await answer(binh, '/kenh');
    expect(chosen.text).toContain(say('my-channels-chosen'));
    binh.press(chosen, '3. Telegram');
    expect((await binh.next()).text).toBe(say('my-channel-first', { channel: 'Telegram' }));
    expect(await channels()).toEqual(['telegram', 'web', 'zalo']);

    await answer(binh, '/kenh');
    expect((await answer(binh, '3, 1, 2')).text).toBe(
      `${say('my-channels-ordered')}\n1. Zalo\n2. Telegram (trò chuyện này)\n3. Trò chuyện trên web`,
    );
    expect((await answer(binh, 'web truoc telegram')).text).toContain('2. Trò chuyện trên web\n3. Telegram');
    expect(await channels()).toEqual(['zalo', 'web', 'telegram']);
  });

  test('goes back to the order of the unit, by words or by its button, and follows it', async () => {
    const binh = await house.join('B');
    await link('zalo');
    await answer(binh, 'uu tien telegram');
    expect(await channels()).toEqual(['telegram', 'zalo']);
    binh.press(await answer(binh, '/kenh'), 'Theo tổ chức');
    expect((await binh.next()).text).toContain(`${say('my-channels-by-unit')}\n1. Zalo`);
    await house.hub.people.setChannelOrder(operator, 'X1-C', ['telegram']);
    expect(await channels()).toEqual(['telegram', 'zalo']);
    await house.hub.people.inheritChannelOrder(operator, 'X1-C');
    await answer(binh, 'uu tien telegram');
    expect((await answer(binh, 'theo don vi')).text).toContain(say('my-channels-by-unit'));
    expect(await channels()).toEqual(['zalo', 'telegram']);
  });

  test('stops and resumes one channel, also from a chat that is stopped itself', async () => {
    const binh = await house.join('B');
    await link('zalo');
    await answer(binh, '/kenh');
    expect((await answer(binh, 'ngung 1')).text).toBe(say('my-channel-stopped', { channel: 'Zalo' }));
    expect(await states()).toEqual({ zalo: 'stopped', telegram: 'active' });
    expect((await answer(binh, '/kenh')).text).toContain('1. Zalo (đang ngừng nhận)');

    // This very chat is asked about once more, as by /dung.
    expect((await answer(binh, 'ngung 2')).text).toBe(say('conversation-stop-question'));
    await answer(binh, 'dong y');
    expect(await states()).toEqual({ zalo: 'stopped', telegram: 'stopped' });
    expect((await answer(binh, 'mo lai zalo')).text).toBe(say('my-channel-resumed', { channel: 'Zalo' }));
    expect(await states()).toEqual({ zalo: 'active', telegram: 'stopped' });
    expect((await answer(binh, 'tắt Zalo')).text).toContain(say('my-channels-none-left'));
  });

  test('asks where a word may mean two things, and shows the list where a channel is named that is not linked', async () => {
    const binh = await house.join('B');
    await link('zalo');
    expect((await answer(binh, 'dung zalo')).text).toBe(say('my-channel-unclear', { channel: 'Zalo' }));
    expect(await states()).toEqual({ zalo: 'active', telegram: 'active' });
    expect((await answer(binh, 'email truoc')).text).toContain('1. Zalo\n2. Telegram');
  });

  test('a number that is none of the list is not understood, and a button of an older list still means its channel', async () => {
    const binh = await house.join('B');
    await link('zalo');
    const old = await answer(binh, '/kenh');
    expect((await answer(binh, '7')).text).toBe(say('conversation-other'));
    await answer(binh, 'uu tien telegram');
    binh.press(old, '1. Zalo');
    expect((await binh.next()).text).toBe(say('my-channel-first', { channel: 'Zalo' }));
    expect(await channels()).toEqual(['zalo', 'telegram']);
  });

  test('what came meanwhile is delivered when a channel is resumed that can take it', async () => {
    const binh = await house.join('B');
    await answer(binh, '/dung');
    await answer(binh, 'dong y');
    const { id } = await house.hub.notices.send({ from: 'A', unit: 'X1-C', title: 'Họp', body: 'Kính mời.' });
    const unreachable = async () => (await house.hub.notices.status(operator, id)).byStatus.unreachable;
    await expect.poll(unreachable).toBeGreaterThan(0);
    await link('web');
    await answer(binh, 'mo lai telegram');
    expect((await binh.next({ matching: 'Họp' })).text).toContain('Kính mời.');
  });
});
