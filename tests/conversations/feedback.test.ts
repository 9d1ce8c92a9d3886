import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Person, ScreenMessage } from '../../bots/telegram/stand-in/index.ts';
import {
  zaloBotStandIn,
  type Person as ZaloPerson,
  type ZaloBotStandIn,
} from '../../bots/zalo-bot/stand-in/index.ts';
import { operator } from '../../hub/platform/audit.ts';
import { monday, openMovingHub, type MovingHub } from '../meetings/moving-hub.ts';
import { csv, memberHeader } from '../people/given.ts';

const zalo: ZaloBotStandIn = zaloBotStandIn();
let house: MovingHub;
beforeAll(async () => {
  const { url } = await zalo.listen();
  house = await openMovingHub({
    ZALO_BOT_TOKEN: zalo.token,
    ZALO_BOT_API_ROOT: url,
    ZALO_BOT_RATE: 'unlimited',
    ZALO_BOT_PEOPLE: '9',
    PUBLIC_URL: 'https://caunoi.example',
  });
  // Nine more in another unit of commune X1: with them more than ten belong to it, and three to the cell.
  const more = Array.from({ length: 9 }, (_, index) => `M${index},Người Số ${index},X1-B-C,,official,,,`);
  await house.hub.people.importMembers(operator, csv(memberHeader, ...more));
}, 60_000);
beforeEach(async () => {
  house.at(monday);
  await house.clear();
});
afterAll(async () => {
  await house.close();
  await zalo.close();
}, 60_000);

const within = { timeoutMs: 20_000 };
const say = (key: string, facts: Record<string, string | number | Date> = {}) =>
  house.hub.locales('vi')(key, facts);
const buttonsOf = ({ buttons }: ScreenMessage) => buttons.map(({ text }) => text);
const query = async <Row>(text: string) =>
  await house.hub.database.query<Row & Record<string, unknown>>(text);

async function answer(person: Person | ZaloPerson, said: string): Promise<ScreenMessage> {
  person.say(said);
  return (await person.next(within)) as ScreenMessage;
}
async function press(person: Person, message: ScreenMessage, button: string): Promise<ScreenMessage> {
  person.press(message, button);
  return await person.next(within);
}
/** Presses what may be on the screen no more. */
async function tap(
  person: Person,
  payload: string,
  eventKey = `${person.id} ${Math.random()}`,
): Promise<ScreenMessage> {
  const event = {
    channel: 'telegram',
    address: String(person.id),
    kind: 'tap',
    text: '',
    payload,
    eventKey,
  } as const;
  await house.hub.receive('telegram', [event]);
  return await person.next(within);
}
async function joinOnZalo(code: string): Promise<ZaloPerson> {
  const person = zalo.person(`nguoi-${code}-${Math.random()}`);
  await answer(person, (await house.hub.people.invite(operator, code)).code);
  await answer(person, '1');
  for (let welcome = 1; welcome < 3; welcome += 1) await person.next(within);
  return person;
}
const numberIn = (text: string) => /\b[A-Z0-9]{4}-[A-Z0-9]{4}\b/.exec(text)?.[0] ?? '';
const kept = async () =>
  await query<{ staged: number; items: number; states: number }>(
    `select (select count(*) from feedback_staged)::int as staged, (select count(*) from feedback_item)::int as items,
      (select count(*) from conversation where state is not null and position(' of ' in address) = 0)::int as states`,
  );
const nothingKept = [{ staged: 0, items: 0, states: 0 }];

/** As far as the text, on Telegram. */
async function asFarAsText(person: Person, level: string): Promise<ScreenMessage> {
  const kinds = await press(person, await answer(person, '/gopy'), 'Chi bộ thôn');
  const topics = await press(person, kinds, 'Kiến nghị');
  return await press(person, await press(person, topics, 'Bỏ qua'), level);
}

describe('what is said before one writes', () => {
  test('promises no more than is so', () => {
    expect(say('feedback-talk-level-confidential')).toContain(
      'hệ thống giữ liên kết được mã hóa để chuyển câu trả lời; người vận hành máy chủ về kỹ thuật có thể mở; hai quản trị viên cùng đồng ý, nêu rõ lý do, có thể mở, khi đó đồng chí được báo',
    );
    expect(say('feedback-talk-level-confidential')).toContain(
      'nhận được vào sáng hôm sau, lẫn với ý kiến kín khác',
    );
    expect(say('feedback-talk-level-named')).toBe(
      'Ghi tên: người trả lời thấy họ tên đồng chí và ngày giờ gửi.',
    );
    expect(say('feedback-talk-level-unlinkable')).toContain(
      'trước khi chuyển đến người đọc lời viết được mã hóa, chuyển rồi thì không nối lại được với ai; không có trả lời riêng',
    );
    expect(say('feedback-talk-not-here')).toContain(
      'ứng dụng nhắn tin và hệ thống đều biết ai đang viết ở đây',
    );
    expect(say('feedback-talk-to')).toContain('Được gửi thẳng lên cấp trên, không phải qua chi bộ');
    expect(say('feedback-talk-door', { door: 'complaint' })).toContain(
      'cấp ủy hoặc ủy ban kiểm tra có thẩm quyền, ghi rõ họ tên',
    );
    expect(say('feedback-talk-door', { door: 'denunciation' })).toContain(
      'ủy ban kiểm tra của cấp ủy có thẩm quyền; đơn ghi rõ họ tên, địa chỉ',
    );
  });
});

describe('on Telegram', () => {
  test('a confidential kiến nghị by buttons, through a restart, answered, judged and asked again', async () => {
    const binh = await house.join('B');
    const secretary = await house.as('A');
    await house.hub.feedback.answering.addTopic(secretary, 'X1-C', { name: 'Đường thôn' });
    const to = await press(binh, await answer(binh, '/menu'), 'Góp ý');
    expect(buttonsOf(to)).toEqual(['Chi bộ thôn', 'Đảng bộ xã Một', 'Đảng bộ tỉnh']);
    const kinds = await press(binh, to, 'Chi bộ thôn');
    expect(buttonsOf(kinds)).toEqual([
      'Câu hỏi',
      'Ý kiến',
      'Kiến nghị',
      'Phản ánh của nhân dân',
      'Khiếu nại, tố cáo',
    ]);
    const topics = await press(binh, kinds, 'Kiến nghị');
    expect(buttonsOf(topics)).toEqual(['Đường thôn', 'Bỏ qua']);
    const levels = await press(binh, topics, 'Đường thôn');
    for (const level of ['named', 'confidential', 'unlinkable'])
      expect(levels.text).toContain(say(`feedback-talk-level-${level}`));
    expect(buttonsOf(levels)).toEqual(['Ghi tên', 'Kín', 'Không ghi tên']);
    const text = await press(binh, levels, 'Kín');
    expect(text.text).toContain('Tin đồng chí gõ vẫn còn trong cuộc trò chuyện này');
    await house.restart();
    // Words that mean something elsewhere are what one has to say here.
    const preview = await answer(binh, 'Sửa thông tin trên bảng tin của thôn, và sửa đường thôn Ba.');
    expect(preview.text).toMatch(/Gửi đến: Chi bộ thôn\nLoại: Kiến nghị\nVề việc: Đường thôn\nCách gửi: Kín/);
    expect(preview.text).toContain('“Sửa thông tin trên bảng tin của thôn, và sửa đường thôn Ba.”');
    expect(buttonsOf(preview)).toEqual(['Gửi', 'Sửa', 'Thôi']);
    await house.restart();
    const received = await press(binh, preview, 'Gửi');
    const number = numberIn(received.text);
    expect(number).not.toBe('');
    expect(received.text).toContain(say('feedback-talk-received-confidential'));
    expect(received.text).toContain('y kien cua toi');
    expect(await kept()).toEqual([{ staged: 1, items: 0, states: 0 }]);
    expect(await query('select 1 from member_request')).toEqual([]);
    // The same button once more shows what has gone, and sends nothing.
    expect((await tap(binh, 'feedback:send')).text).toContain(number);
    expect(await kept()).toMatchObject([{ staged: 1, items: 0 }]);
    const { answering } = house.hub.feedback;
    expect(await answering.list(secretary)).toEqual([]);

    house.at('2026-12-01T08:00+07:00');
    await house.hub.feedback.work();
    const [item] = await answering.list(secretary);
    expect(item).toMatchObject({ number, level: 'confidential', topic: 'Đường thôn', author: null });
    expect(item!.text).toContain('sửa đường thôn Ba');
    await answering.reply(secretary, item!.id, { text: 'Quý sau sửa.' });
    house.at('2026-12-08T08:00+07:00');
    await house.hub.feedback.work();
    await binh.next({ ...within, matching: 'Quý sau sửa.' });
    const shown = await answer(binh, 'y kien cua toi');
    expect(shown.text).toMatch(/đã trả lời[^]*“Quý sau sửa.”/);
    expect(buttonsOf(shown)).toEqual(['Hữu ích', 'Chưa hữu ích', 'Hỏi lại']);
    expect((await press(binh, shown, 'Chưa hữu ích')).text).toBe(say('feedback-talk-why'));
    expect((await answer(binh, 'chưa rõ tháng nào')).text).toBe(say('feedback-talk-why-thanks'));
    expect((await answering.item(secretary, item!.id)).useful).toBe(false);
    expect((await tap(binh, `feedback:reopen:${number}`)).text).toBe(say('feedback-talk-reopen'));
    expect((await answer(binh, 'Vậy quý sau là tháng mấy?')).text).toBe(say('feedback-talk-reopened'));
    expect(await answering.item(secretary, item!.id)).toMatchObject({ state: 'reopened', author: null });
    expect((await tap(binh, `feedback:withdraw:${number}`)).text).toBe(say('feedback-already-read'));
    // Once only.
    await tap(binh, `feedback:reopen:${number}`);
    expect((await answer(binh, 'Còn nữa?')).text).not.toBe(say('feedback-talk-reopened'));
  });

  test('an event that is handled twice says it once', async () => {
    const binh = await house.join('B');
    await asFarAsText(binh, 'Kín');
    await answer(binh, 'Nên họp sớm hơn');
    const { inbox } = house.hub;
    const state = await inbox.state('telegram', String(binh.id));
    const first = await tap(binh, 'feedback:send', 'sent');
    // As if the process had died before it could forget where the person stood.
    await inbox.setState('telegram', String(binh.id), state);
    await query(`delete from inbound_event where event_key = 'sent'`);
    expect((await tap(binh, 'feedback:send', 'sent')).text).toBe(first.text);
    expect(await kept()).toEqual([{ staged: 1, items: 0, states: 0 }]);
  });

  test('what was said is changed, withdrawn, and nobody else’s to see', async () => {
    const [binh, en] = [await house.join('B'), await house.join('E')];
    await asFarAsText(binh, 'Ghi tên');
    const received = await press(binh, await answer(binh, 'Nên họp sớm hơn'), 'Gửi');
    const number = numberIn(received.text);
    expect(await kept()).toEqual([{ staged: 0, items: 1, states: 0 }]);
    const shown = await press(binh, received, 'Ý kiến của tôi');
    expect(buttonsOf(shown)).toEqual(['Sửa', 'Rút']);
    expect((await answer(binh, 'sua')).text).toBe(say('feedback-talk-change'));
    expect((await answer(binh, 'Nên họp lúc 19 giờ')).text).toBe(say('feedback-talk-own-changed'));
    expect((await binh.next(within)).text).toContain('“Nên họp lúc 19 giờ”');
    const [item] = await house.hub.feedback.answering.list(await house.as('A'));
    expect(item).toMatchObject({ text: 'Nên họp lúc 19 giờ', author: { code: 'B' } });

    // Its number typed, as it stands on the receipt, shows it to whoever said it; to others it is nothing.
    expect((await answer(binh, number.toLowerCase())).text).toContain('“Nên họp lúc 19 giờ”');
    expect((await answer(en, `xem ${number}`)).text).toBe(say('feedback-unknown'));
    expect((await answer(en, 'y kien cua toi')).text).toBe(say('feedback-talk-own-none'));
    for (const verb of ['open', 'change', 'withdraw', 'withdraw-yes', 'useful', 'not-useful', 'reopen']) {
      expect((await tap(en, `feedback:${verb}:${number}`)).text).toBe(say('feedback-unknown'));
    }

    const sure = await tap(binh, `feedback:withdraw:${number}`);
    expect(sure.text).toBe(say('feedback-talk-withdraw', { number }));
    expect((await press(binh, sure, 'Không, giữ nguyên')).text).toContain(number);
    await tap(binh, `feedback:withdraw:${number}`);
    expect((await answer(binh, 'đồng ý')).text).toBe(say('feedback-talk-withdrawn', { number }));
    expect((await answer(binh, 'y kien cua toi')).text).toBe(say('feedback-talk-own-none'));
  });

  test('a complaint or denunciation is shown its door, and nothing of it is kept', async () => {
    const binh = await house.join('B');
    const kinds = await press(binh, await answer(binh, '/gopy'), 'Đảng bộ xã Một');
    expect((await press(binh, kinds, 'Khiếu nại, tố cáo')).text).toBe(
      say('feedback-talk-door', { door: 'both' }),
    );
    expect(await kept()).toEqual(nothingKept);
    expect((await answer(binh, 'to cao')).text).toBe(say('feedback-talk-door', { door: 'both' }));
    const denied = await answer(binh, '/gopy tôi tố cáo ông Nguyễn Văn Nam nhận hối lộ của dân');
    expect(denied.text).toContain(say('feedback-talk-door', { door: 'denunciation' }));
    await asFarAsText(binh, 'Kín');
    const refused = await answer(binh, 'Tôi khiếu nại quyết định kỷ luật khai trừ tôi là không đúng');
    expect(refused.text).toContain(say('feedback-talk-door', { door: 'complaint' }));
    const { hub } = house;
    expect(JSON.stringify(await hub.inbox.state('telegram', String(binh.id)))).not.toContain('khai trừ');
    expect((await answer(binh, 'thoi')).text).toBe(say('feedback-talk-stopped'));
    await expect.poll(kept).toEqual(nothingKept);
    // The answer is on the screen before its event is wiped.
    await expect.poll(() => query('select 1 from inbound_event where payload is not null')).toEqual([]);
  });

  test('without a name it is not done here: the page is named, of the nearest that has enough people', async () => {
    const binh = await house.join('B');
    const told = await asFarAsText(binh, 'Không ghi tên');
    expect(told.text).toContain(say('feedback-talk-not-here'));
    expect(told.text).toContain('Chi bộ thôn có ít người quá');
    expect(told.text).toContain('gửi Đảng bộ xã Một bằng trình duyệt');
    expect(told.text).toContain('https://caunoi.example/gop-y/X1');
    expect(await kept()).toEqual(nothingKept);
  });

  test('a text that is too long is kept and goes in two; one that goes on is put together; a file is refused', async () => {
    const binh = await house.join('B');
    await asFarAsText(binh, 'Ghi tên');
    const sentence = 'Đường thôn Ba cần được sửa trước mùa mưa. ';
    const long = sentence.repeat(60).trim();
    const asked = await answer(binh, long);
    expect(asked.text).toBe(say('feedback-talk-long', { length: long.length, most: 2_000 }));
    const preview = await press(binh, asked, 'Chia làm hai');
    expect(preview.text).toContain(say('feedback-talk-preview-parts', { count: 2 }));
    const received = await press(binh, preview, 'Gửi');
    expect(received.text.match(/Số [A-Z0-9]{4}-[A-Z0-9]{4}/g)).toHaveLength(2);
    const items = await house.hub.feedback.answering.list(await house.as('A'));
    expect(items.map(({ text }) => text.slice(0, 5)).toSorted()).toEqual(['(1/2)', '(2/2)']);
    expect(items.reduce((sum, { text }) => sum + text.split('mùa mưa').length - 1, 0)).toBe(60);

    await asFarAsText(binh, 'Ghi tên');
    expect((await answer(binh, sentence.repeat(90))).text).toMatch(/^Lời đồng chí viết dài/);
    await answer(binh, 'Đường thôn Ba');
    binh.sendDocument({ name: 'a.jpg', bytes: Buffer.from([0]) });
    const refused = await binh.next(within);
    expect(refused.text).toContain(say('feedback-invalid', { field: 'file-type' }));
    expect(refused.text).toContain('“Đường thôn Ba”');
    const both = await answer(binh, 'và đường thôn Bốn cũng cần sửa sớm');
    expect(both.text).toContain('“Đường thôn Ba\nvà đường thôn Bốn cũng cần sửa sớm”');
    expect((await answer(binh, 'thôi')).text).toBe(say('feedback-talk-stopped'));
    expect(await house.hub.feedback.answering.list(await house.as('A'))).toHaveLength(2);
  });

  test('what stands in the conversation and comes in has one length, whatever is said', async () => {
    const [binh, en] = [await house.join('B'), await house.join('E')];
    await asFarAsText(binh, 'Kín');
    await asFarAsText(en, 'Kín');
    await answer(binh, 'Ngắn');
    await answer(en, 'Một lời dài hơn nhiều so với lời kia. '.repeat(30));
    const sizes = await query<{ size: number }>(
      `select distinct octet_length(state) as size from conversation
       where state is not null and position(' of ' in address) = 0`,
    );
    expect(sizes).toHaveLength(1);
    expect(sizes[0]!.size).toBeGreaterThan(16_384);
  });
});

describe('on the Zalo bot, typed without marks', () => {
  test('a named one, step by step, by words and numbers', async () => {
    const binh = await joinOnZalo('B');
    expect((await answer(binh, 'gop y')).text).toMatch(
      /\n\n1\. Chi bộ thôn\n2\. Đảng bộ xã Một\n3\. Đảng bộ tỉnh$/,
    );
    expect((await answer(binh, '2')).text).toContain('3. Kiến nghị');
    expect((await answer(binh, 'phan anh')).text).toContain('Về việc gì');
    expect((await answer(binh, 'dien sinh hoat')).text).toContain('2. Kín');
    expect((await answer(binh, 'ghi ten')).text).toContain(say('feedback-talk-text', { most: 2_000 }));
    const preview = await answer(binh, 'ba con thon ban noi dien hay mat buoi toi');
    expect(preview.text).toMatch(
      /Đảng bộ xã Một\nLoại: Phản ánh của nhân dân\nVề việc: dien sinh hoat\nCách gửi: Ghi tên/,
    );
    expect((await answer(binh, 'sua')).text).toContain('4. Về việc');
    expect((await answer(binh, 'noi nhan')).text).toContain('1. Chi bộ thôn');
    expect((await answer(binh, 'chi bo')).text).toContain('Gửi đến: Chi bộ thôn');
    const received = await answer(binh, 'gui');
    const [item] = await house.hub.feedback.answering.list(await house.as('A'));
    expect(item).toMatchObject({
      number: numberIn(received.text),
      kind: 'reported',
      level: 'named',
      topic: 'dien sinh hoat',
      text: 'ba con thon ban noi dien hay mat buoi toi',
      author: { code: 'B' },
    });
  });

  test('one sentence says most of it', async () => {
    const binh = await joinOnZalo('B');
    expect((await answer(binh, '/gopy kien nghi chi bo: sua den duong thon 3')).text).toContain('Về việc gì');
    const levels = await answer(binh, 'bo qua');
    // What each level promises stands there before anything is sent, however much was said at once.
    for (const level of ['named', 'confidential', 'unlinkable'])
      expect(levels.text).toContain(say(`feedback-talk-level-${level}`));
    expect(await kept()).toMatchObject([{ staged: 0, items: 0 }]);
    expect((await answer(binh, 'kin')).text).toMatch(
      /Gửi đến: Chi bộ thôn\nLoại: Kiến nghị[^]*“sua den duong thon 3”/,
    );
    const sent = await answer(binh, 'gui');
    expect(await kept()).toEqual([{ staged: 1, items: 0, states: 0 }]);
    const own = await answer(binh, 'y kien cua toi');
    expect(own.text).toContain(numberIn(sent.text));
    expect(own.text).toMatch(/1\. Sửa\n2\. Rút$/);
    expect((await answer(binh, '2')).text).toContain('dong y / khong');
    expect((await answer(binh, 'dong y')).text).toContain('Đã rút');
    expect(await kept()).toEqual(nothingKept);
  });

  test('several are a list to choose from', async () => {
    const binh = await joinOnZalo('B');
    for (const text of ['Lời thứ nhất', 'Lời thứ hai']) {
      await answer(binh, `/gopy y kien chi bo: ${text}`);
      await answer(binh, 'bo qua');
      await answer(binh, 'ghi ten');
      await answer(binh, 'gui');
    }
    const list = await answer(binh, 'xem y kien');
    expect(list.text).toMatch(/1\. [A-Z0-9]{4}-[A-Z0-9]{4}\n2\. [A-Z0-9]{4}-[A-Z0-9]{4}$/);
    expect((await answer(binh, '2')).text).toMatch(/“Lời thứ (?:nhất|hai)”/);
  });
});
