import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Person, ScreenMessage } from '../../bots/telegram/stand-in/index.ts';
import { zaloBotStandIn, type ZaloBotStandIn } from '../../bots/zalo-bot/stand-in/index.ts';
import { operator } from '../../hub/platform/audit.ts';
import { shortId } from '../../hub/platform/ids.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';

const zalo: ZaloBotStandIn = zaloBotStandIn();
let house: TestHub;
beforeAll(async () => {
  const { url } = await zalo.listen();
  house = await openTestHub({
    settings: { ZALO_BOT_TOKEN: zalo.token, ZALO_BOT_API_ROOT: url, ZALO_BOT_RATE: 'unlimited' },
  });
}, 60_000);
beforeEach(() => house.clear());
afterAll(async () => {
  await house.close();
  await zalo.close();
}, 60_000);

const hourMs = 3_600_000;
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

/** Called by the secretary A for the cell of A, B and E. */
async function call(title: string, more: { inHours?: number; place?: string } = {}): Promise<string> {
  const { inHours = 72, place = 'nhà văn hóa' } = more;
  const startsAt = new Date(Date.now() + inHours * hourMs);
  return (await house.hub.meetings.call({ from: 'A', unit: 'X1-C', title, startsAt, place })).id;
}
async function invited(person: Person, title: string): Promise<ScreenMessage> {
  return await person.next({ ...within, matching: title });
}
async function said(id: string, code: string) {
  const roll = await house.hub.attendance.roll(operator, id);
  const { rsvp, lateMinutes, reason, excuse } = roll.find((row) => row.code === code)!;
  return { rsvp, lateMinutes, reason, excuse };
}
const nothing = { rsvp: null, lateMinutes: null, reason: null, excuse: null };

describe('a member answers', () => {
  test('by button, and by changing their mind in words', async () => {
    const binh = await house.join('B');
    const id = await call('Họp tháng 12');
    const invitation = await invited(binh, 'Họp tháng 12');
    expect(buttonsOf(invitation)).toEqual(['Dự họp', 'Báo vắng']);
    const noted = await press(binh, invitation, 'Dự họp');
    expect(noted.text).toMatch(
      /^Đã ghi: đồng chí dự “Họp tháng 12”, .*, tại nhà văn hóa\. Đổi ý thì nhắn “vắng vì …”/,
    );
    expect(await said(id, 'B')).toEqual({ ...nothing, rsvp: 'yes' });

    expect((await answer(binh, 'em bận đi công tác đến thứ 6')).text).toMatch(
      /đồng chí vắng “Họp tháng 12”.*Lý do: em bận đi công tác đến thứ 6\./,
    );
    expect(await said(id, 'B')).toMatchObject({
      rsvp: 'no',
      reason: 'em bận đi công tác đến thứ 6',
      excuse: 'asked',
    });
    expect((await answer(binh, 'thôi em đi được rồi ạ')).text).toContain('đồng chí dự “Họp tháng 12”');
    expect(await said(id, 'B')).toEqual({ ...nothing, rsvp: 'yes' });
    expect((await answer(binh, 'chac muon 15 phut')).text).toContain('đến muộn khoảng 15 phút');
    expect(await said(id, 'B')).toMatchObject({ rsvp: 'yes', lateMinutes: 15 });
    await answer(binh, 'den muon ti');
    expect((await answer(binh, '20 phút')).text).toContain('đến muộn khoảng 20 phút');
    expect(await said(id, 'B')).toMatchObject({ rsvp: 'yes', lateMinutes: 20 });
  });

  test('without a reason and is asked for one, once; through a restart', async () => {
    const [binh, en] = [await house.join('B'), await house.join('E')];
    const id = await call('Họp chuyên đề');
    const asked = await press(binh, await invited(binh, 'Họp chuyên đề'), 'Báo vắng');
    expect(buttonsOf(asked)).toEqual(['Công tác', 'Ốm đau', 'Việc gia đình', 'Lý do khác']);
    expect(await said(id, 'B')).toEqual({ ...nothing, rsvp: 'no' });
    await house.restart();
    // Too long to be kept whole: it is asked for again, not lost and not taken for something else.
    const long = await answer(binh, 'đưa cháu lên viện tỉnh '.repeat(30));
    expect(long.text).toBe(say('reason-too-long', { longest: 500 }));
    expect((await answer(binh, 'đưa cháu lên viện tỉnh')).text).toContain('Lý do: đưa cháu lên viện tỉnh.');
    expect(await said(id, 'B')).toMatchObject({ reason: 'đưa cháu lên viện tỉnh', excuse: 'asked' });

    await invited(en, 'Họp chuyên đề');
    const chosen = await press(en, await answer(en, 'xin vắng'), 'Ốm đau');
    expect(chosen.text).toContain('Lý do: Ốm đau.');
    expect((await answer(en, 'bố tôi mất')).text).toMatch(/^Xin chia buồn cùng đồng chí và gia đình/);
    expect(await said(id, 'E')).toMatchObject({ rsvp: 'no', reason: 'bố tôi mất' });
  });

  test('in words that may mean two things, and is asked back, never taken for absent', async () => {
    const binh = await house.join('B');
    const id = await call('Họp thường kỳ');
    await invited(binh, 'Họp thường kỳ');
    for (const unclear of ['nghỉ', 'khong', 'chưa chắc', 'vang', 'báo nhầm', 'dự nhưng chắc vắng']) {
      const back = await answer(binh, unclear);
      expect(back.text, unclear).toContain('Họp thường kỳ');
      expect(await said(id, 'B'), unclear).toEqual(nothing);
      await house.hub.database.query('update attendance set rsvp = null');
    }
    // Said of somebody else, or of something else: no answer to the invitation at all.
    for (const other of ['Đồng chí Nam nghỉ hưu rồi', 'đã nộp đảng phí', 'dv du bi dc ngi hop k']) {
      expect((await answer(binh, other)).text, other).not.toContain('Họp thường kỳ');
      expect(await said(id, 'B'), other).toEqual(nothing);
    }
    expect((await answer(binh, 'đã nắm')).text).toMatch(/^Cảm ơn đồng chí\. Đồng chí có dự “Họp thường kỳ”/);
    expect((await answer(binh, 'có ạ')).text).toContain('đồng chí dự “Họp thường kỳ”');
    expect(await said(id, 'B')).toEqual({ ...nothing, rsvp: 'yes' });
    expect((await answer(binh, 'vâng')).text).toBe(say('conversation-polite'));
  });

  test('with “vâng” while a document waits too, and is asked which of the two is meant', async () => {
    const binh = await house.join('B');
    await house.hub.notices.send({
      from: 'A',
      unit: 'X1-C',
      title: 'Kế hoạch 7',
      body: 'Nội dung.',
      wantsAck: true,
    });
    await binh.next({ ...within, matching: 'Kế hoạch 7' });
    const id = await call('Họp đột xuất');
    await invited(binh, 'Họp đột xuất');
    const both = await answer(binh, 'vâng');
    expect(both.text).toMatch(/Họp đột xuất.*“Kế hoạch 7”/);
    expect(buttonsOf(both)).toEqual(['Dự họp', 'Báo vắng', 'Đã nắm']);
    expect(await said(id, 'B')).toEqual(nothing);
    expect((await press(binh, both, 'Dự họp')).text).toContain('đồng chí dự “Họp đột xuất”');
    expect((await press(binh, both, 'Đã nắm')).text).toContain('Kế hoạch 7');
  });

  test('for one of two meetings of a week by its number', async () => {
    const binh = await house.join('B');
    const first = await call('Buổi một', { inHours: 24 });
    const second = await call('Buổi hai', { inHours: 96 });
    await invited(binh, 'Buổi một');
    await invited(binh, 'Buổi hai');
    const which = await answer(binh, 'vang vi om');
    expect(which.text).toMatch(/1\. “Buổi một”[^]*2\. “Buổi hai”/);
    expect((await answer(binh, '2')).text).toMatch(/vắng “Buổi hai”.*Lý do: om\./);
    expect(await said(second, 'B')).toMatchObject({ rsvp: 'no', reason: 'om' });
    expect((await answer(binh, 'toi du nhe')).text).toContain('đồng chí dự “Buổi một”');
    expect(await said(first, 'B')).toMatchObject({ rsvp: 'yes' });
  });

  test('and asks about the meeting', async () => {
    const binh = await house.join('B');
    await call('Họp thường kỳ');
    await invited(binh, 'Họp thường kỳ');
    expect((await answer(binh, 'hop may h')).text).toMatch(/^Họp thường kỳ\n\d{1,2} giờ/);
    expect((await answer(binh, 'ở đâu vậy đồng chí')).text).toContain('Họp tại nhà văn hóa.');
    expect((await answer(binh, 'nội dung gì')).text).toMatch(/Chương trình:\n1\. /);
    expect((await answer(binh, 'ai chủ trì')).text).toMatch(/chủ trì/i);
    const online = await answer(binh, 'dự online được không');
    expect(online.text).toContain(say('meeting-talk-link-none'));
    expect(buttonsOf(online)).toEqual(['Dự họp', 'Báo vắng']);
  });

  test('only their own meeting, and only while it stands', async () => {
    const [binh, cuong] = [await house.join('B'), await house.join('C')];
    const id = await call('Họp thường kỳ');
    const invitation = await invited(binh, 'Họp thường kỳ');
    const stolen = { payload: `rsvp:no:${shortId(id)}`, text: '', eventKey: 'stolen', kind: 'tap' } as const;
    await house.hub.receive('telegram', [{ channel: 'telegram', address: String(cuong.id), ...stolen }]);
    expect((await cuong.next()).text).toBe(say('meeting-talk-stale'));
    await house.hub.meetings.cancel(operator, id, {});
    binh.press(invitation, 'Dự họp');
    await expect.poll(() => binh.toasts.map(({ text }) => text)).toContain(say('meeting-talk-stale'));
    expect((await answer(cuong, '/hop')).text).toBe(say('meeting-talk-none'));
  });
});

describe('the secretary', () => {
  test('accepts an absence, or asks back and hears the answer', async () => {
    const [an, binh, en] = [await house.join('A'), await house.join('B'), await house.join('E')];
    const id = await call('Họp thường kỳ');
    for (const person of [an, binh, en]) await invited(person, 'Họp thường kỳ');
    await answer(binh, 'vắng vì trực ca');
    const told = await an.next({ ...within, matching: 'báo vắng' });
    expect(told.text).toMatch(/^Đồng chí Trần Thị Bình báo vắng “Họp thường kỳ”.*Lý do: trực ca/);
    expect(buttonsOf(told)).toEqual(['Đồng ý', 'Hỏi lại']);
    expect((await press(an, told, 'Hỏi lại')).text).toBe(
      say('meeting-talk-question-ask', { name: 'Trần Thị Bình' }),
    );
    expect((await answer(an, 'Đồng chí đổi ca được không?')).text).toContain('Đã hỏi đồng chí Trần Thị Bình');
    expect((await binh.next({ ...within, matching: 'bí thư chi bộ hỏi' })).text).toContain(
      '“Đồng chí đổi ca được không?”',
    );
    expect(await said(id, 'B')).toMatchObject({ excuse: 'returned' });
    expect((await answer(binh, 'dạ không đổi được ạ')).text).toBe(say('meeting-talk-question-answered'));
    const answered = await an.next({ ...within, matching: 'trả lời' });
    expect(answered.text).toBe('Đồng chí Trần Thị Bình trả lời: “dạ không đổi được ạ”');
    expect((await press(an, answered, 'Đồng ý')).text).toContain('Đã đồng ý cho đồng chí Trần Thị Bình vắng');
    expect((await binh.next({ ...within, matching: 'đã đồng ý' })).text).toContain('Họp thường kỳ');
    expect(await said(id, 'B')).toMatchObject({
      excuse: 'accepted',
      reason: 'trực ca. dạ không đổi được ạ',
    });
    // Nobody else may decide.
    const by = {
      payload: `excuse:accept:${shortId(id)}:${shortId((await house.hub.people.memberByCode('B')).id)}`,
    };
    const event = { ...by, text: '', eventKey: 'not-theirs', kind: 'tap', address: String(en.id) } as const;
    await house.hub.receive('telegram', [{ channel: 'telegram', ...event }]);
    expect((await en.next({ ...within, matching: say('may-not') })).text).toBe(say('may-not'));
  });

  test('says “đồng ý”, and is not taken to come where an absence waits for that word', async () => {
    const [an, binh] = [await house.join('A'), await house.join('B')];
    const id = await call('Họp thường kỳ');
    for (const person of [an, binh]) await invited(person, 'Họp thường kỳ');
    await answer(binh, 'con ốm nên xin nghỉ buổi này ạ');
    await invited(an, 'báo vắng');
    const shown = await answer(an, 'đồng ý');
    expect(shown.text).toMatch(/Báo vắng: 1 đồng chí\n• Trần Thị Bình: con ốm nên xin nghỉ buổi này ạ \(chờ/);
    expect(await said(id, 'A')).toEqual(nothing);
    expect((await press(an, shown, 'Đồng ý: Trần Thị Bình')).text).toContain('Đã đồng ý');
    expect(await said(id, 'B')).toMatchObject({ excuse: 'accepted' });
    expect((await answer(an, 'đồng ý')).text).toContain('đồng chí dự “Họp thường kỳ”');
  });

  test('decides by typing a name, hears what is left, and is told of it before the meeting ends', async () => {
    const [an, binh, en] = [await house.join('A'), await house.join('B'), await house.join('E')];
    const id = await call('Họp thường kỳ');
    for (const person of [an, binh, en]) await invited(person, 'Họp thường kỳ');
    await answer(binh, 'vang vi truc ca');
    await invited(an, 'báo vắng');
    await answer(en, 'em xin vang, con om');
    await invited(an, 'báo vắng');
    expect((await answer(an, 'dong y')).text).toContain('hoi lai');
    expect(await said(id, 'B')).toMatchObject({ excuse: 'asked' });
    // Nobody of that name waits: nothing is decided.
    await answer(an, 'dong y cho anh Nam vang');
    expect([(await said(id, 'B')).excuse, (await said(id, 'E')).excuse]).toEqual(['asked', 'asked']);
    const accepted = await answer(an, 'dong y cho chi Binh vang');
    expect(accepted.text).toMatch(/^Đã đồng ý cho đồng chí Trần Thị Bình.*\nCòn 1 đồng chí báo vắng/);
    expect(buttonsOf(accepted)).toEqual(['Đồng ý: Phạm Thị Én']);
    expect(await said(id, 'B')).toMatchObject({ excuse: 'accepted' });
    expect((await answer(an, 'mo diem danh')).text).toContain('mo ngay');
    expect((await answer(an, 'mo ngay')).text).toMatch(/^Đã mở điểm danh/);
    expect((await answer(an, 'ket thuc')).text).toMatch(/^Còn 1 đồng chí báo vắng có lý do.*\nKết thúc/);
    expect((await answer(an, 'khong')).text).toBe(say('meeting-talk-close-not'));
    expect((await answer(an, 'hoi lai chi En')).text).toBe(
      say('meeting-talk-question-ask', { name: 'Phạm Thị Én' }),
    );
  });

  test('from above who is called too answers as a member: absences of the cell are not theirs to hear of', async () => {
    const [van, binh] = [await house.join('V'), await house.join('B')];
    const startsAt = new Date(Date.now() + 72 * hourMs);
    const { id } = await house.hub.meetings.call({ from: 'V', unit: 'X1-C', title: 'Họp xã', startsAt });
    for (const person of [van, binh]) await invited(person, 'Họp xã');
    await answer(binh, 'vắng vì trực ca');
    expect((await answer(van, 'đồng ý')).text).toContain('đồng chí dự “Họp xã”');
    const memberId = (await house.hub.people.memberByCode('B')).id;
    const payload = `excuse:ask:${shortId(id)}:${shortId(memberId)}`;
    const event = { payload, text: '', eventKey: 'ask', kind: 'tap', address: String(van.id) } as const;
    await house.hub.receive('telegram', [{ channel: 'telegram', ...event }]);
    expect((await van.next(within)).text).toBe(say('may-not'));
  });

  test('sees how it stands, reminds the silent, opens, and ends it', async () => {
    const [an, binh, en] = [await house.join('A'), await house.join('B'), await house.join('E')];
    const id = await call('Họp thường kỳ');
    await invited(an, 'Họp thường kỳ');
    await invited(en, 'Họp thường kỳ');
    await press(binh, await invited(binh, 'Họp thường kỳ'), 'Dự họp');
    const shown = await answer(an, '/hop');
    expect(shown.text).toMatch(
      /^Họp thường kỳ\n[^]*chưa trả lời[^]*Báo dự: 1 · báo vắng: 0 · chưa trả lời: 2/,
    );
    expect(buttonsOf(shown)).toEqual([
      'Dự họp',
      'Báo vắng',
      'Mở điểm danh',
      'Chưa trả lời (2)',
      'Triệu tập buổi mới',
    ]);
    const silent = await press(an, shown, 'Chưa trả lời (2)');
    expect(silent.text).toContain('• Phạm Thị Én');
    // She is silent herself: the reminder may be on her screen before the answer to her tap.
    an.press(silent, 'Nhắc');
    await an.next({ ...within, matching: say('meeting-talk-reminded', { count: 2 }) });
    await invited(an, 'Nhắc đồng chí');
    expect(buttonsOf(await invited(en, 'Nhắc đồng chí'))).toEqual(['Dự họp', 'Báo vắng']);
    expect((await answer(an, 'nhac')).text).toMatch(/^Không nhắc thêm/);

    const early = await press(an, shown, 'Mở điểm danh');
    expect(early.text).toMatch(
      /còn lâu mới bắt đầu\. Mở điểm danh ngay bây giờ\? Bấm nút, hoặc gõ: mo ngay\./,
    );
    const opened = await press(an, early, 'Mở ngay');
    expect(opened.text).toMatch(/Mã lúc này: \d{3} \d{3}\.[^]*\/console\/meetings\/[\w-]+\/code/);
    expect((await answer(an, 'ma moi')).text).toMatch(/^Mã lúc này: \d{3} \d{3}\. Có mặt: 0\/3/);
    const sure = await answer(an, 'ket thuc');
    expect(sure.text).toMatch(/^Kết thúc buổi họp\? Có mặt: 0\. Chưa rõ: 3/);
    expect((await answer(an, 'dong y')).text).toMatch(/^Đã kết thúc\. Có mặt: 0/);
    expect((await house.hub.meetings.meeting(operator, id)).state).toBe('closed');
    // A member runs nothing, whatever is typed.
    expect((await answer(binh, 'mo diem danh')).text).not.toMatch(/Mã lúc này/);
    expect((await house.hub.meetings.meeting(operator, id)).state).toBe('closed');
  });
});

test('on a channel without buttons everything is typed: numbers, words, the reason', async () => {
  const person = zalo.person('binh');
  const hear = async (text: string) => {
    person.say(text);
    return (await person.next(within)).text;
  };
  await hear((await house.hub.people.invite(operator, 'B')).code);
  await hear('1');
  for (let welcome = 1; welcome < 3; welcome += 1) await person.next(within);
  const id = await call('Họp thường kỳ');
  const invitation = (await person.next({ ...within, matching: 'Họp thường kỳ' })).text;
  expect(invitation).toMatch(/trả lời|gõ/i);
  expect(await hear('/hop')).toMatch(/\n1\. Dự họp\n2\. Báo vắng$/);
  expect(await hear('2')).toMatch(/\n1\. Công tác\n2\. Ốm đau\n3\. Việc gia đình\n4\. Lý do khác$/);
  expect(await hear('1')).toContain('Lý do: Công tác.');
  expect(await said(id, 'B')).toMatchObject({ rsvp: 'no', reason: 'Công tác', excuse: 'asked' });
  expect(await hear('toi du')).toContain('đồng chí dự “Họp thường kỳ”');
});
