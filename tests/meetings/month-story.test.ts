import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Person, ScreenMessage } from '../../bots/telegram/stand-in/index.ts';
import { operator } from '../../hub/platform/audit.ts';
import { shortId } from '../../hub/platform/ids.ts';
import { csv, memberHeader } from '../people/given.ts';
import { openBrowser, type Browser } from '../webchat/browser.ts';
import { monday, openMovingHub, type MovingHub } from './moving-hub.ts';

// December 2026 in three cells of one commune, as their people live it: over Telegram, the web chat and the console, on a
// clock that the test winds on. What the reports say in the end is written here by hand.

let house: MovingHub;
/** Whoever has Telegram, by member code. */
const phones: Record<string, Person> = {};
const browsers: Record<string, Browser> = {};
/** Their meetings, by the cell's code. */
const meetings: Record<string, string> = {};

const units =
  'code,name,kind,parent_code\nK1,Chi bộ thôn Đông,cell,X1\nK2,Chi bộ thôn Đoài,cell,X1\nK3,Chi bộ trường học,cell,X1\n';
const members = csv(
  memberHeader,
  'W,Hoàng Thị Xuân,X1,officer,official,,,',
  'S1,Nguyễn Văn Sáu,K1,secretary,official,,,',
  'M11,Trần Văn Một,K1,,official,,,',
  'M12,Lê Thị Hai,K1,,official,,,',
  'M13,Phạm Văn Ba,K1,,official,,,',
  'M14,Vũ Thị Tư,K1,,probationary,,,',
  'M15,Đỗ Văn Năm,K1,,official,,,',
  'S2,Bùi Văn Hòa,K2,secretary,official,,,',
  'M21,Ngô Thị Mai,K2,,official,,,',
  'M22,Đặng Văn Nam,K2,,official,,,',
  'S3,Lý Thị Oanh,K3,secretary,official,,,',
  'M31,Mai Văn Phú,K3,,official,,,',
  'M32,Tạ Thị Quý,K3,,official,,,',
  'M33,Cao Văn Sơn,K3,,official,,,',
);

beforeAll(async () => {
  house = await openMovingHub({}, ['web', 'bots', 'worker']);
  const { people } = house.hub;
  await people.importUnits(operator, Buffer.from(units));
  await people.importMembers(operator, members);
  const since = { from: '2026-11-01', reason: 'Theo đề nghị' };
  await people.setStatus(operator, 'M15', { status: 'exempt', ...since });
  await people.setStatus(operator, 'M33', { status: 'away', ...since, until: '2027-03-01' });
  for (const code of ['S1', 'M11', 'M14', 'S2', 'M21', 'S3', 'M31']) phones[code] = await house.join(code);
  for (const code of ['M12', 'M22']) browsers[code] = await joinOnWeb(code);
}, 120_000);
afterAll(() => house.close(), 60_000);

/** A member's conversation on our own page, in a browser without scripts. */
async function joinOnWeb(code: string): Promise<Browser> {
  const { people, webchat } = house.hub;
  const { address, token } = await webchat.open('Chrome · Android');
  const { inviteId } = await people.openInvite((await people.invite(operator, code)).code);
  await people.link({ inviteId, channel: 'web', address, consentText: 'Đồng ý', language: 'vi' });
  return openBrowser(house.url, { cookie: `caunoi_chat=${token}` });
}

/** The next thing on the screen after this was done. */
async function after(code: string, done: (person: Person) => void): Promise<ScreenMessage> {
  const person = phones[code]!;
  const before = person.inbox.length;
  done(person);
  await expect.poll(() => person.inbox.length).toBeGreaterThan(before);
  return person.inbox[before]!;
}

const says = async (code: string, text: string) => await after(code, (person) => person.say(text));

const presses = async (code: string, message: ScreenMessage, button: string) =>
  await after(code, (person) => person.press(message, button));

/** The latest on the screen with these words, once it is there. */
async function shown(code: string, words: string): Promise<ScreenMessage> {
  const find = () => phones[code]!.inbox.findLast(({ text }) => text.includes(words));
  await expect.poll(find).toBeDefined();
  return find()!;
}

/** What came to a phone since the last look, in one text. */
async function news(code: string): Promise<string> {
  return (await house.read(phones[code]!)).map(({ text }) => text).join('\n---\n');
}

async function saysOnWeb(code: string, text: string): Promise<string> {
  const browser = browsers[code]!;
  await browser.go('/chat');
  await browser.press('Gửi', { text });
  await browser.go('/chat');
  return browser.messages().at(-1)!;
}

const statusOf = async (cell: string) => await house.hub.attendance.status(operator, meetings[cell]!);
const digits = async (cell: string) =>
  (await house.hub.attendance.code(await house.as(`S${cell[1]}`), meetings[cell]!)).code;

test('called: in one sentence in the chat, with a rule that comes again, and from the console', async () => {
  for (const code of Object.keys(phones)) await news(code);
  const preview = await says('S1', '/hop moi 19h30 thứ 5 tuần này tại nhà văn hóa');
  expect(preview.text).toContain('Triệu tập: 5 đồng chí');
  await presses('S1', preview, 'Gửi');
  const { id: k1 } = (await house.hub.meetings.ofUnit(operator, 'K1'))[0]!;
  const { id: k2, invited } = await house.hub.meetings.call({
    from: 'S2',
    unit: 'K2',
    startsAt: new Date('2026-12-05T08:00+07:00'),
    place: 'Nhà ông Hòa',
    repeat: 'FREQ=MONTHLY;BYMONTHDAY=5',
  });
  expect(invited).toBe(3);
  const { id: k3 } = await house.hub.meetings.call({
    from: 'S3',
    unit: 'K3',
    startsAt: new Date('2026-12-04T20:00+07:00'),
    place: 'Phòng hội đồng',
  });
  Object.assign(meetings, { K1: k1, K2: k2, K3: k3 });
  await house.until(monday);
  const invitation = await news('M11');
  for (const line of ['19 giờ 30, thứ Năm 03/12/2026', 'nhà văn hóa', 'Chương trình:', '1. Mở đầu'])
    expect(invitation).toContain(line);
  await browsers['M22']!.go('/chat');
  expect(browsers['M22']!.messages().join()).toContain('8 giờ, thứ Bảy 05/12/2026');
  // Whoever is exempt is not called, and may come.
  expect((await statusOf('K1')).invited).toBe(5);
});

test('changed: a new place says only that; a new time asks again', async () => {
  await news('M21');
  await presses('M31', phones['M31']!.inbox.at(-1)!, 'Dự họp');
  await news('M31');
  await house.hub.meetings.change(await house.as('S2'), meetings['K2']!, { place: 'Đình làng' });
  await house.hub.meetings.change(await house.as('S3'), meetings['K3']!, {
    startsAt: new Date('2026-12-05T19:00+07:00'),
  });
  await house.until('2026-11-30T10:00+07:00');
  const moved = await news('M21');
  expect(moved).toContain('Địa điểm mới: Đình làng');
  expect(moved).not.toMatch(/Thời gian mới|Chương trình|Thời lượng/);
  expect(await news('M31')).toMatch(/Thời gian mới: 19 giờ, thứ Bảy 05\/12\/2026[^]*trả lời lại/);
});

test('answered in six ways', async () => {
  // By a button, by four letters without marks, by a reason on the web, by the secretary for who has no phone,
  // with a delay, and by a button whose reason is typed afterwards.
  const invitation = phones['M11']!.inbox.findLast(({ buttons }) => buttons.length > 0)!;
  expect((await presses('M11', invitation, 'Dự họp')).text).toContain('Đã ghi: đồng chí dự');
  expect((await says('M14', 'toi di')).text).toContain('Đã ghi: đồng chí dự');
  expect(await saysOnWeb('M12', 'vang vi om')).toContain('Đã ghi: đồng chí vắng');
  await house.hub.attendance.answerFor(await house.as('S1'), meetings['K1']!, 'M13', { answer: 'yes' });
  expect((await says('M21', 'chắc muộn 15 phút')).text).toContain('đến muộn khoảng 15 phút');
  const asked = await presses('M31', phones['M31']!.inbox.at(-1)!, 'Báo vắng');
  expect(asked.text).toContain('lý do');
  expect((await says('M31', 'đi công tác tỉnh')).text).toContain('Lý do: đi công tác tỉnh');

  // Their secretaries hear of it and accept with one tap.
  for (const [secretary, name] of [
    ['S1', 'Lê Thị Hai'],
    ['S3', 'Mai Văn Phú'],
  ] as const) {
    const asking = await shown(secretary, name);
    await presses(secretary, asking, 'Đồng ý');
  }
  expect((await statusOf('K1')).rsvp).toEqual({ yes: 3, no: 1, unknown: 1 });
  expect((await statusOf('K2')).rsvp).toEqual({ yes: 1, no: 0, unknown: 2 });
  expect((await statusOf('K3')).rsvp).toEqual({ yes: 0, no: 1, unknown: 3 });
  await house.until('2026-11-30T11:00+07:00');
  for (const code of Object.keys(phones)) await news(code);
});

test('reminded: a day before only who is silent, two hours before the short word, nobody who will not come', async () => {
  await house.until('2026-12-02T19:30+07:00');
  expect(await news('S1')).toContain('Đồng chí vui lòng cho biết có dự được không');
  expect(await news('M11')).toBe('');
  expect((await says('S1', 'co')).text).toContain('Đã ghi: đồng chí dự');
  await house.until('2026-12-03T17:30+07:00');
  const short = await news('M11');
  expect(short).toContain('Nhắc đồng chí');
  expect(short).not.toContain('Chương trình');
  const forM12 = browsers['M12']!;
  await forM12.go('/chat');
  expect(forM12.messages().filter((text) => text.includes('Nhắc đồng chí'))).toEqual([]);
  expect(await house.hub.attendance.forecast(operator, meetings['K1']!)).toMatchObject({
    coming: 3,
    majority: 'yes',
  });
});

test('attended: by digits, by a link, by a page, by the secretary’s list', async () => {
  house.at('2026-12-03T19:20+07:00');
  const by = await house.as('S1');
  await house.hub.meetings.open(by, meetings['K1']!);
  expect((await says('M11', await digits('K1'))).text).toContain('có mặt tại');
  const link = `c${await digits('K1')}`;
  expect((await after('M14', (person) => person.start(link))).text).toContain('có mặt tại');
  const at = new Date('2026-12-03T19:25+07:00');
  house.at(at);
  const marks = ['S1', 'M13', 'M15'].map((member) => ({ member, mark: 'present' as const, at }));
  expect(await house.hub.attendance.mark(by, meetings['K1']!, marks)).toEqual({ taken: 3, conflicts: [] });

  house.at('2026-12-05T07:55+07:00');
  await house.hub.meetings.open(await house.as('S2'), meetings['K2']!);
  const page = browsers['M22']!;
  await page.go(`/chat/checkin/${shortId(meetings['K2']!)}/${await digits('K2')}`);
  await page.press('Điểm danh');
  expect(page.page).toContain('Đã điểm danh');
  await house.hub.attendance.mark(await house.as('S2'), meetings['K2']!, [
    { member: 'S2', mark: 'present', at: new Date('2026-12-05T07:56+07:00') },
  ]);
  house.at('2026-12-05T08:20+07:00');
  expect((await says('M21', await digits('K2'))).text).toContain('đến muộn');
  // Chats answer Telegram and our page alike: each mark stands under its own road.
  const roads = (await house.hub.attendance.roll(operator, meetings['K1']!)).map(({ code, road }) => [
    code,
    road,
  ]);
  expect(Object.fromEntries(roads)).toMatchObject({ M11: 'code', M14: 'link', M13: 'list', M12: null });

  house.at('2026-12-05T19:00+07:00');
  await house.hub.meetings.open(await house.as('S3'), meetings['K3']!);
  await says('S3', await digits('K3'));
});

test('recorded: closed, minutes with a number, sent, taken note of', async () => {
  const { running, papers } = house.hub.meetings;
  house.at('2026-12-03T20:55+07:00');
  const by = await house.as('S1');
  const motion = { title: 'Thông qua nghị quyết tháng 12', threshold: 'majority' as const };
  await running.recordMotion(by, meetings['K1']!, { ...motion, inFavour: 4, against: 0, other: 0 });
  await house.hub.meetings.close(by, meetings['K1']!);
  await papers.begin(by, meetings['K1']!, 'minutes');
  const { revision } = await papers.paperOf(by, meetings['K1']!, 'minutes');
  const approved = await papers.approve(by, meetings['K1']!, { kind: 'minutes', revision });
  expect(approved.number).toBe(1);
  await house.read(phones['M11']!);
  await papers.sendPaper(by, meetings['K1']!, 'minutes');
  await house.until('2026-12-03T21:05+07:00');
  expect(await news('M11')).toContain('Biên bản');
  expect((await says('M11', 'da nam')).text).toContain('Đã ghi nhận');

  house.at('2026-12-05T09:40+07:00');
  await house.hub.meetings.close(await house.as('S2'), meetings['K2']!);
  house.at('2026-12-05T20:30+07:00');
  await house.hub.meetings.close(await house.as('S3'), meetings['K3']!);
});

test('reported: every number as written here', async () => {
  const [k1, k2, k3] = [await statusOf('K1'), await statusOf('K2'), await statusOf('K3')];
  const figures = (status: typeof k1) => ({
    invited: status.invited,
    ...status.rsvp,
    ...status.attendance,
    base: status.quorum.base,
    required: status.quorum.required,
    voters: status.quorum.present,
    met: status.quorum.met,
  });
  // In K1 an exempt member came: not called, but a voter, and so in the base (294-QĐ/TW, 9.3.2). In K3 who is elsewhere
  // for a time is no absentee and not in the base; one was excused and stays in it.
  expect({ K1: figures(k1), K2: figures(k2), K3: figures(k3) }).toEqual({
    K1: {
      invited: 5,
      yes: 4,
      no: 1,
      unknown: 0,
      present: 4,
      late: 0,
      excused: 1,
      absent: 0,
      base: 5,
      required: 3,
      voters: 4,
      met: true,
    },
    K2: {
      invited: 3,
      yes: 1,
      no: 0,
      unknown: 0,
      present: 2,
      late: 1,
      excused: 0,
      absent: 0,
      base: 3,
      required: 2,
      voters: 3,
      met: true,
    },
    K3: {
      invited: 4,
      yes: 0,
      no: 1,
      unknown: 0,
      present: 1,
      late: 0,
      excused: 2,
      absent: 1,
      base: 3,
      required: 2,
      voters: 1,
      met: false,
    },
  });

  const by = await house.as('W');
  const month = await house.hub.meetings.month(by, 'X1', '2026-12');
  const seen = month
    .filter(({ unit }) => unit.code.startsWith('K'))
    .map(({ unit, meeting }) => [unit.code, meeting?.quorumMet, meeting?.paperApproved]);
  expect(seen).toEqual([
    ['K1', true, true],
    ['K2', true, false],
    ['K3', false, false],
  ]);
  const year = await house.hub.attendance.year(by, 'X1', 2026);
  // From above a cell is seen, not its people.
  expect((await house.hub.attendance.year(by, 'K1', 2026)).people).toBeNull();
  expect(year.cells.filter(({ code }) => code.startsWith('K'))).toMatchObject([
    { code: 'K1', meetings: 1, expected: 5, present: 4, late: 0, excused: 1, absent: 0 },
    { code: 'K2', meetings: 1, expected: 3, present: 2, late: 1, excused: 0, absent: 0 },
    { code: 'K3', meetings: 1, expected: 4, present: 1, late: 0, excused: 2, absent: 1 },
  ]);
  const own = await house.hub.attendance.year(await house.as('S1'), 'K1', 2026);
  expect(own.people?.map(({ code, present, excused }) => [code, present, excused])).toEqual([
    ['M13', 1, 0],
    ['M12', 0, 1],
    ['M11', 1, 0],
    ['S1', 1, 0],
    ['M14', 1, 0],
  ]);
});

test('and the next one is proposed: the secretary hears of it, its members not yet', async () => {
  await house.until('2026-12-22T09:00+07:00');
  expect(await news('S2')).toMatch(/05\/01\/2027/);
  expect(await news('M21')).not.toMatch(/05\/01\/2027/);
  const [next] = await house.hub.meetings.ofUnit(operator, 'K2');
  expect(next).toMatchObject({ state: 'proposed', startsAt: new Date('2027-01-05T08:00+07:00') });
});
