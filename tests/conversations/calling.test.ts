import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Person, ScreenMessage } from '../../bots/telegram/stand-in/index.ts';
import { operator } from '../../hub/platform/audit.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';

/** A Monday morning in Vietnam, and it goes on from there. */
const monday = Date.parse('2026-11-30T09:00:00+07:00');
const begun = Date.now();
let aheadMs = 0;
let house: TestHub;
beforeAll(async () => {
  house = await openTestHub({ clock: () => new Date(monday + aheadMs + Date.now() - begun) });
}, 60_000);
beforeEach(async () => {
  aheadMs = 0;
  await house.clear();
});
afterAll(() => house.close(), 60_000);

const say = (key: string, facts: Record<string, string | number | Date> = {}) =>
  house.hub.locales('vi')(key, facts);
const buttonsOf = ({ buttons }: ScreenMessage) => buttons.map(({ text }) => text);
const within = { timeoutMs: 15_000 };

async function answer(person: Person, said: string): Promise<ScreenMessage> {
  person.say(said);
  return await person.next(within);
}
async function press(person: Person, message: ScreenMessage, button: string): Promise<ScreenMessage> {
  person.press(message, button);
  return await person.next(within);
}
async function called() {
  return await house.hub.meetings.ofUnit(operator, 'X1-C');
}

test('a meeting is called in one sentence and one tap', async () => {
  const [an, binh] = [await house.join('A'), await house.join('B')];
  const preview = await answer(an, '/hop moi 19h30 thứ 5 tuần này tại nhà văn hóa');
  expect(preview.text).toMatch(/19 giờ 30, thứ Năm 03\/12\/2026/);
  expect(preview.text).toMatch(/Nơi họp: nhà văn hóa\n[^]*Triệu tập: 3 đồng chí/);
  expect(buttonsOf(preview)).toEqual(['Gửi', 'Sửa', 'Thôi']);
  expect(await called()).toEqual([]);
  expect((await press(an, preview, 'Gửi')).text).toBe(say('meeting-talk-called', { count: 3 }));
  expect((await binh.next({ ...within, matching: '19 giờ 30' })).text).toContain('nhà văn hóa');
  expect(await called()).toMatchObject([
    {
      kind: 'regular',
      place: 'nhà văn hóa',
      startsAt: new Date('2026-12-03T19:30:00+07:00'),
      state: 'called',
    },
  ]);
  // The same tap once more calls nothing.
  const again = { payload: 'call:send', text: '', eventKey: 'again', kind: 'tap' } as const;
  await house.hub.receive('telegram', [{ channel: 'telegram', address: String(an.id), ...again }]);
  await an.next({ ...within, matching: say('conversation-menu') });
  expect(await called()).toHaveLength(1);
});

test('step by step: kind, time, the last place by a tap; changed before it goes; through a restart', async () => {
  const an = await house.join('A');
  const startsAt = new Date('2026-12-01T19:30:00+07:00');
  await house.hub.meetings.call({
    from: 'A',
    unit: 'X1-C',
    title: 'Buổi trước',
    startsAt,
    place: 'hội trường thôn',
  });
  await an.next({ ...within, matching: 'Buổi trước' });
  const kinds = await answer(an, '/hop moi');
  expect(buttonsOf(kinds)).toEqual(['Thường kỳ', 'Chuyên đề', 'Thường kỳ và chuyên đề', 'Bất thường']);
  expect((await press(an, kinds, 'Chuyên đề')).text).toBe(say('meeting-call-ask-when'));
  await house.restart();
  const hour = await answer(an, 'thứ 6 này');
  expect(hour.text).toContain('mấy giờ');
  const where = await press(an, hour, '19 giờ 30, thứ Sáu 04/12/2026');
  expect(buttonsOf(where)).toEqual(['hội trường thôn', 'Chưa định']);
  const preview = await press(an, where, 'hội trường thôn');
  expect(preview.text).toMatch(/19 giờ 30, thứ Sáu 04\/12\/2026\nNơi họp: hội trường thôn/);
  const edit = await press(an, preview, 'Sửa');
  expect(buttonsOf(edit)).toEqual(['Thời gian', 'Nơi họp', 'Loại buổi', 'Thời lượng', 'Tên buổi']);
  expect((await answer(an, '60 phút')).text).toMatch(/60 phút ngắn hơn mức tối thiểu 90 phút \(42-HD/);
  await answer(an, 'noi hop');
  expect((await answer(an, 'Nhà ông Sáu')).text).toContain('Nơi họp: Nhà ông Sáu');
  expect((await answer(an, '20h')).text).toContain('20 giờ, thứ Sáu 04/12/2026');
  const moved = await answer(an, 'chủ nhật này');
  expect(moved.text).toMatch(/20 giờ, [Cc]hủ [Nn]hật 06\/12\/2026/);
  expect((await answer(an, 'vâng')).text).toBe(moved.text);
  expect((await answer(an, 'gui')).text).toBe(say('meeting-talk-called', { count: 3 }));
  const [latest] = await called();
  expect(latest).toMatchObject({ kind: 'thematic', minutes: 60, place: 'Nhà ông Sáu' });
});

test('what is not certain is asked, what is over is refused, and one may leave at any time', async () => {
  const an = await house.join('A');
  await answer(an, '/hop moi');
  await answer(an, '1');
  expect((await answer(an, 'hôm qua 19h')).text).not.toContain('Nơi họp');
  expect((await answer(an, 'tối nay')).text).toContain('mấy giờ');
  // A lunar day is shown as the solar one it is, and agreed to before its hour is asked.
  const lunar = await answer(an, 'rằm tháng 12');
  expect(lunar.text).toMatch(/^Ngày 22\/01\/2027\. Đây là ngày âm lịch/);
  expect((await press(an, lunar, 'Ngày 22/01/2027')).text).toMatch(/^Ngày 22\/01\/2027\. Họp lúc mấy giờ/);
  expect((await answer(an, '19h30')).text).toBe(say('meeting-call-ask-where'));
  expect((await answer(an, '/menu')).text).toBe(say('conversation-menu'));
  await answer(an, '/hop moi 19h30 3/12 tại xã');
  expect((await answer(an, 'thôi')).text).toBe(say('meeting-call-stopped'));
  expect(await called()).toEqual([]);
});

test('only who leads a cell calls its meetings', async () => {
  const binh = await house.join('B');
  expect((await answer(binh, '/hop moi 19h30 3/12')).text).toBe(say('meeting-call-not-yours'));
  expect((await answer(binh, '/hop')).text).toBe(say('meeting-talk-none'));
});

test('an hour that may be of the morning or the evening is asked about, with the cell’s usual one offered', async () => {
  const an = await house.join('A');
  const startsAt = new Date('2026-12-01T19:00:00+07:00');
  await house.hub.meetings.call({ from: 'A', unit: 'X1-C', title: 'Buổi trước', startsAt, place: 'xã' });
  await an.next({ ...within, matching: 'Buổi trước' });
  await press(an, await answer(an, '/hop moi'), 'Thường kỳ');
  const doubt = await answer(an, '7 giờ thứ 5');
  expect(doubt.text).toMatch(/mấy giờ[^]*Có phải 19 giờ, thứ Năm 03\/12\/2026\?/);
  expect((await answer(an, 'dong y')).text).toBe(say('meeting-call-ask-where'));
  expect((await answer(an, 'chua dinh')).text).toMatch(/19 giờ, thứ Năm 03\/12\/2026\nNơi họp: chưa định/);
});

test('a meeting that comes again is called once; the next is proposed, and called by a word or at another time', async () => {
  const [an, binh] = [await house.join('A'), await house.join('B')];
  const preview = await answer(an, '/hop moi ngày 3 hằng tháng lúc 19h30 tại nhà văn hóa');
  expect(preview.text).toMatch(/19 giờ 30, thứ Năm 03\/12\/2026/);
  expect(preview.text).toMatch(/Lặp lại: ngày 3 hằng tháng\nCác buổi sau.*: 03\/01\/2027/);
  await press(an, preview, 'Gửi');
  for (const person of [an, binh]) await person.next({ ...within, matching: /^Kính gửi[^]*03\/12\/2026/ });

  aheadMs = Date.parse('2026-12-21T09:00:00+07:00') - monday;
  await house.hub.meetings.work();
  const proposed = await an.next({ ...within, matching: '03/01/2027' });
  expect(proposed.buttons.map(({ data }) => data)).toEqual([expect.stringMatching(/^meeting:confirm:/)]);
  expect((await answer(an, '/hop')).text).toMatch(/Chờ đồng chí gửi giấy mời: .*03\/01\/2027/);
  const otherTime = await answer(an, '20h ngày 4/1');
  expect(otherTime.text).toMatch(/^Gửi giấy mời họp .*20 giờ, thứ Hai 04\/01\/2027/);
  expect((await answer(an, 'dong y')).text).toBe(say('meeting-talk-called', { count: 3 }));
  expect((await binh.next({ ...within, matching: '04/01/2027' })).text).toContain('20 giờ');
  // Its button is over; nothing is called twice.
  an.press(proposed, proposed.buttons[0]!.data!);
  await an.next(within);
  expect((await called()).filter(({ state }) => state === 'called')).toHaveLength(2);
});
