import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Person, ScreenMessage } from '../../bots/telegram/stand-in/index.ts';
import { idFromShort } from '../../hub/platform/ids.ts';
import { given, newRule, oldRule } from '../assistant/given-library.ts';
import { monday, openMovingHub, type MovingHub } from '../meetings/moving-hub.ts';
import { longRule, secretPlan } from './library-given.ts';
import { answer, buttonsOf, press, sayOf } from './on-the-phone.ts';

let house: MovingHub;
beforeAll(async () => (house = await openMovingHub()), 60_000);
beforeEach(async () => {
  house.at(monday);
  await house.clear();
  await given(house.hub, 'cu.md', oldRule);
  await given(house.hub, 'moi.md', newRule);
  await given(house.hub, 'dai.md', longRule);
  await given(house.hub, 'rieng.md', secretPlan, 'X1-C');
});
afterAll(() => house.close(), 60_000);

const within = { timeoutMs: 20_000 };
const say: ReturnType<typeof sayOf> = (...said) => sayOf(house)(...said);
async function tap(person: Person, payload: string, eventKey = `${Math.random()}`): Promise<ScreenMessage> {
  const event = { address: String(person.id), kind: 'tap', text: '', eventKey } as const;
  await house.hub.receive('telegram', [{ channel: 'telegram', ...event, payload }]);
  return await person.next(within);
}
const judgements = async () =>
  await house.hub.database.query<{ helped: boolean; reason: string | null }>(
    'select helped, reason from assistant_judgement',
  );
const payloadOf = ({ buttons }: ScreenMessage, label: string) =>
  buttons.find(({ text }) => text === label)!.data!;

test('free words are answered with the passage in hand, which opens where it stands', async () => {
  const binh = await house.join('B');
  expect((await answer(binh, '/hoi')).text).toBe(say('asking-talk-begin'));
  const shown = await answer(binh, 'vang mat phai bao truoc bao lau');
  expect(shown.text).toContain(
    '1. Đảng viên vắng mặt phải báo cáo bí thư chi bộ trước khi họp ít nhất 01 ngày.”\n' +
      '— Điều 2, khoản 1, Quy định 22-QĐ/TU, Tỉnh ủy T, 10/06/2025 · còn hiệu lực',
  );
  expect(buttonsOf(shown)).toEqual(expect.arrayContaining(['Đọc [1]', '👍 Đúng ý', '👎 Chưa đúng']));
  expect(shown.buttons.length).toBeLessThanOrEqual(5);
  const read = await press(binh, shown, 'Đọc [1]');
  expect(read.text).toMatch(/^Quy định 22-QĐ\/TU · trang 1\/1/);
  // From its article on, marked off from what surrounds it.
  expect(read.text).toMatch(
    /▶ Điều 2\. Người vắng mặt\s+1\. Đảng viên vắng mặt phải báo cáo[^◀]*01 ngày\. ◀$/,
  );
  expect((await answer(binh, 'doc 1')).text).toBe(read.text);
  expect((await press(binh, shown, '👍 Đúng ý')).text).toBe(say('asking-talk-helped'));
  expect(await judgements()).toEqual([{ helped: true, reason: null }]);
  expect((await answer(binh, 'dung y')).text).toBe(say('assistant-already-judged'));
});

test('a question about the rules is none about the meeting that is called, in teencode too', async () => {
  const binh = await house.join('B');
  const id = await house.call({});
  await house.until(monday);
  await binh.next({ ...within, matching: 'Nhà văn hóa' });
  const shown = await answer(binh, 'dv du bi dc ngi hop k');
  expect(shown.text).not.toContain('Nhà văn hóa');
  expect(shown.text).toMatch(/dự bị|Tôi /);
  expect(
    await house.hub.database.query('select from attendance where meeting_id = $1 and rsvp is not null', [id]),
  ).toEqual([]);
});

test('what was not right is said with a reason, by a button or typed; leaving it untold says it too', async () => {
  const binh = await house.join('B');
  const ask = async () => await answer(binh, 'hoi vang mat phai bao truoc bao lau');
  const why = await press(binh, await ask(), '👎 Chưa đúng');
  expect(why.text).toBe(say('asking-talk-why'));
  expect(buttonsOf(why)).toEqual(['Sai', 'Thiếu', 'Khó hiểu', 'Cũ', 'Lý do khác']);
  const thanks = await press(binh, why, 'Khó hiểu');
  expect(thanks.text).toBe(say('asking-talk-not-helped'));
  expect(buttonsOf(thanks)).toEqual(['Hỏi bí thư', 'Tìm trong thư viện']);
  await ask();
  await answer(binh, 'chua dung');
  expect((await answer(binh, 'thieu')).text).toBe(say('asking-talk-not-helped'));
  await ask();
  await answer(binh, 'ko dung');
  expect((await answer(binh, '/trogiup')).text).toBe(say('conversation-help'));
  const said = (await judgements())
    .map(({ reason }) => String(reason))
    .toSorted((one, other) => one.localeCompare(other));
  expect(said).toEqual(['missing', 'other', 'unclear']);
}, 60_000);

test('what is not known is refused, with what was looked for, and goes to the secretary when the member says so', async () => {
  const binh = await house.join('B');
  const asked = 'Quy định 999-QĐ/TW nói gì về đảng phí?';
  const refused = await answer(binh, asked);
  expect(refused.text).toMatch(/^Thư viện chưa có .*999/);
  expect(refused.text).toContain('Tôi đã tìm: ');
  expect(buttonsOf(refused).slice(0, 2)).toEqual(['Hỏi bí thư', 'Tìm trong thư viện']);
  const sure = await answer(binh, 'hoi bi thu');
  expect(sure.text).toContain(`dưới tên đồng chí:\n“${asked}”`);
  expect((await answer(binh, 'khong')).text).toBe(say('asking-talk-not-handed-over'));
  const again = await press(binh, refused, 'Hỏi bí thư');
  const sent = await press(binh, again, 'Gửi câu hỏi');
  expect(sent.text).toMatch(/^Đã gửi câu hỏi đến .*Số: [A-Z0-9]{4}-[A-Z0-9]{4}\./);
  const { memberId } = await house.as('B');
  const [item] = await house.hub.feedback.saying.own(memberId);
  expect(item).toMatchObject({ level: 'named', kind: 'question' });
  expect(sent.text).toContain(item!.number);
  const found = await press(binh, refused, 'Tìm trong thư viện');
  expect(found.text).toMatch(/^Tìm “|^Không tìm thấy/);
});

test('a question that follows is understood after the one before; numbers of the answer stay its own', async () => {
  const binh = await house.join('B');
  await answer(binh, 'vắng mặt phải báo trước bao lâu?');
  const [row] = await house.hub.database.query<{ count: number }>(
    'select count(*)::int as count from assistant_answer',
  );
  expect(row!.count).toBe(1);
  const next = await answer(binh, 'còn thời gian sinh hoạt thì sao?');
  expect(next.text).toContain('90 phút');
  // After a quarter of an hour nothing is referred to any more.
  house.at(new Date(monday.getTime() + 16 * 60_000));
  expect((await answer(binh, 'chua dung')).text).not.toBe(say('asking-talk-why'));
});

test('an answer is for its asker alone, whoever presses its buttons', async () => {
  const [binh, en] = [await house.join('B'), await house.join('E')];
  const shown = await answer(binh, 'Chi bộ trồng bao nhiêu cây xoan đào dọc mương Nà Pán?');
  expect(shown.text).toContain('250 cây');
  const short = payloadOf(shown, 'Đọc [1]').split(':')[2]!;
  expect(idFromShort(short)).not.toBeNull();
  for (const verb of ['more', 'read', 'near', 'helped', 'not', 'why', 'hand', 'send', 'search'])
    expect((await tap(en, `asking:${verb}:${short}:1`)).text, verb).toBe(say('assistant-answer-unknown'));
  expect(await judgements()).toEqual([]);
});

test('small talk, noise, what is too long and one’s own matters each get their own kind words', async () => {
  const binh = await house.join('B');
  expect((await answer(binh, 'chào trợ lý')).text).toBe(say('asking-talk-small', { talk: 'greeting' }));
  expect((await answer(binh, 'bạn là ai?')).text).toBe(say('asking-talk-small', { talk: 'who-are-you' }));
  for (const noise of ['???', 'a', 'hihi']) {
    const back = await answer(binh, noise);
    expect(back.text).toBe(say('conversation-other'));
    expect(back.buttons.length).toBe(5);
  }
  for (const polite of ['vâng', 'ok'])
    expect((await answer(binh, polite)).text).toBe(say('conversation-polite'));
  const long = await answer(binh, `Hỏi ${'đảng phí '.repeat(150)}?`);
  expect(long.text).toMatch(/^Câu hỏi dài 1\.?35\d chữ cái/);
  expect((await answer(binh, 'ai la bi thu chi bo toi')).text).toContain('Nguyễn Văn An');
});

test('an event that is handled again shows the answer that was given, and asks nothing anew', async () => {
  const binh = await house.join('B');
  await answer(binh, 'vắng mặt phải báo trước bao lâu?');
  const count = async () => {
    const [row] = await house.hub.database.query<{ count: number }>(
      'select count(*)::int as count from assistant_answer',
    );
    return row!.count;
  };
  expect(await count()).toBe(1);
  house.standIn.fault({ method: 'sendMessage', chat: binh.id, kind: { delayMs: 400 } });
  binh.say('bí thư báo cáo trước ngày nào?');
  await expect.poll(count, { timeout: 20_000 }).toBe(2);
  await house.restart();
  await binh.next(within);
  expect(await count()).toBe(2);
}, 60_000);
