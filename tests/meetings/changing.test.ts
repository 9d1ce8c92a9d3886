import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Person } from '../../bots/telegram/stand-in/index.ts';
import { operator } from '../../hub/platform/audit.ts';
import { monday, openMovingHub, type MovingHub } from './moving-hub.ts';

let house: MovingHub;
beforeAll(async () => (house = await openMovingHub({ QUIET_HOURS: '22:00-06:00' })), 60_000);
beforeEach(async () => {
  await house.clear();
  house.at(monday);
});
afterAll(() => house.close(), 60_000);

const friday = new Date('2026-12-04T20:00+07:00');
const texts = async (person: Person) => (await house.read(person)).map(({ text }) => text);
const change = async (id: string, what: Parameters<MovingHub['hub']['meetings']['change']>[2]) =>
  await house.hub.meetings.change(await house.as('A'), id, what);

async function joined(code: string): Promise<Person> {
  const person = await house.join(code);
  await house.read(person);
  return person;
}

test('only what is otherwise is told; where nothing is, nobody is', async () => {
  const binh = await joined('B');
  const id = await house.call();
  await house.read(binh);
  expect(await change(id, { place: 'Trường học' })).toEqual({ id, told: 3 });
  expect(await texts(binh)).toEqual([
    'Kính gửi đồng chí Bình,\n\nThay đổi: Sinh hoạt chi bộ thường kỳ tháng 12 năm 2026\n\n' +
      'Địa điểm mới: Trường học.\nNội dung khác giữ nguyên, họp lúc 19 giờ 30, thứ Năm 03/12/2026.',
  ]);
  expect(await change(id, { place: ' Trường  học ', minutes: 90 })).toEqual({ id, told: 0 });
  expect(await change(id, { chair: 'A', taker: 'E', lateAfter: 20, guests: 'Đại diện đảng ủy' })).toEqual({
    id,
    told: 0,
  });
  expect(await texts(binh)).toEqual([]);
  const view = await house.hub.meetings.meeting(await house.as('B'), id);
  expect(view).toMatchObject({ revision: 1, lateAfter: 20, chair: { code: 'A' }, taker: { code: 'E' } });
});

test('who is called to another time is asked again; the old answer stands until then', async () => {
  const binh = await joined('B');
  const id = await house.call();
  await house.read(binh);
  await house.answers(id, { B: 'yes' });
  house.at('2026-12-02T09:00+07:00');
  await change(id, { startsAt: friday });
  const [told] = await house.read(binh);
  expect(told!.text).toContain('Thời gian mới: 20 giờ, thứ Sáu 04/12/2026.');
  expect(told!.buttons.map(({ text }) => text)).toEqual(['Dự họp', 'Báo vắng']);
  const own = async () => (await house.hub.meetings.ofMember((await house.as('B')).memberId))[0];
  expect(await own()).toMatchObject({ rsvp: 'yes', askedAgain: true });
  expect((await house.hub.attendance.status(operator, id)).rsvp).toMatchObject({ yes: 1 });
  // What is three days before the new time is past; a day and two hours before are not.
  const { steps } = await house.hub.meetings.meeting(operator, id);
  expect(steps.filter(({ kind }) => kind === 'remind').map(({ dueAt, state }) => [dueAt, state])).toEqual([
    [new Date('2026-12-01T13:00:00Z'), 'needless'],
    [new Date('2026-12-03T13:00:00Z'), 'waiting'],
    [new Date('2026-12-04T11:00:00Z'), 'waiting'],
  ]);
  // The day before only the silent are chased: of those who had answered, all are asked again.
  await house.until('2026-12-03T20:01+07:00');
  expect((await texts(binh))[0]).toContain('vui lòng cho biết có dự được không');
  await house.answers(id, { B: 'yes' });
  expect(await own()).toMatchObject({ askedAgain: false });
});

test('who has not got the invitation yet gets the meeting as it is now, and not the older word', async () => {
  const binh = await joined('B');
  house.at('2026-11-30T23:00+07:00');
  const id = await house.call();
  await change(id, { place: 'Trường học' });
  await change(id, { startsAt: friday });
  expect(await texts(binh)).toEqual([]);
  await house.until('2026-12-01T06:15+07:00');
  const [invitation, ...more] = await texts(binh);
  expect(invitation).toContain('Mời họp');
  expect(invitation).toContain('20 giờ, thứ Sáu 04/12/2026');
  expect(invitation).toContain('Trường học');
  expect(more).toEqual([]);
});

test('each reads in the own language, and what is superseded is so in both', async () => {
  const [binh, en] = [await joined('B'), await joined('E')];
  await house.hub.people.setLanguage((await house.as('E')).memberId, 'en');
  house.at('2026-11-30T23:00+07:00');
  const id = await house.call();
  await change(id, { startsAt: friday });
  await house.until('2026-12-01T06:15+07:00');
  const [vietnamese, english] = [await texts(binh), await house.read(en)];
  expect(vietnamese).toEqual([expect.stringContaining('Thời gian: 20 giờ, thứ Sáu 04/12/2026.')]);
  expect(english.map(({ text }) => text)).toEqual([
    expect.stringContaining('Time: 20:00, Friday 04/12/2026.'),
  ]);
  expect(english[0]!.buttons.map(({ text }) => text)).toEqual(['I come', 'I cannot come']);
});

test('a change in the night that another one follows is told together with it', async () => {
  const binh = await joined('B');
  const id = await house.call();
  await house.read(binh);
  house.at('2026-11-30T23:00+07:00');
  await change(id, { place: 'Trường học' });
  await change(id, { startsAt: friday });
  await house.until('2026-12-01T06:15+07:00');
  const [told, ...more] = await texts(binh);
  expect(told).toContain('Thời gian mới: 20 giờ, thứ Sáu 04/12/2026.\nĐịa điểm mới: Trường học.');
  expect(more).toEqual([]);
});

test('all who were called hear of a cancellation, once, and of nothing after it', async () => {
  const [an, binh] = [await joined('A'), await joined('B')];
  const id = await house.call();
  await house.read(an);
  await house.read(binh);
  await house.answers(id, { B: 'no' });
  const by = await house.as('A');
  expect(await house.hub.meetings.cancel(by, id, { reason: 'bão về' })).toEqual({ id, told: 3 });
  expect(await house.hub.meetings.cancel(by, id, {})).toEqual({ id, told: 0 });
  for (const person of [an, binh]) {
    expect(await texts(person)).toEqual([
      expect.stringContaining(
        'Hủy họp: Sinh hoạt chi bộ thường kỳ tháng 12 năm 2026\n\n' +
          'Buổi họp lúc 19 giờ 30, thứ Năm 03/12/2026 không tổ chức nữa.\nLý do: bão về',
      ),
    ]);
  }
  await house.until('2026-12-03T18:00+07:00');
  expect(await texts(an)).toEqual([]);
  expect(await house.hub.meetings.ofMember(by.memberId)).toEqual([]);
  await expect(change(id, { place: 'x' })).rejects.toMatchObject({ code: 'meeting.over' });
  await expect(house.hub.meetings.open(by, id)).rejects.toMatchObject({ code: 'meeting.over' });
});

test('a title made of kind and month follows them; one that somebody wrote stays', async () => {
  const january = new Date('2027-01-05T19:30+07:00');
  const titleOf = async (id: string) => (await house.hub.meetings.meeting(operator, id)).title;
  const [made, written] = [await house.call(), await house.call({ title: 'Họp bàn việc nước' })];
  await change(made, { startsAt: january, kind: 'thematic' });
  await change(written, { startsAt: january });
  expect(await titleOf(made)).toBe('Sinh hoạt chuyên đề tháng 1 năm 2027');
  expect(await titleOf(written)).toBe('Họp bàn việc nước');
});

test('the committee above sees of each cell whether its month has a meeting, who is late, and what came of it', async () => {
  const monthOf = async () =>
    (await house.hub.meetings.month(await house.as('V'), 'X1', '2026-12')).map(({ unit, meeting, late }) =>
      [unit.code, meeting?.state ?? '-', meeting?.quorumMet ?? '-', late].join(' '),
    );
  expect(await monthOf()).toEqual(['X1-B-C - - false', 'X1-C - - false']);
  const id = await house.call();
  expect(await monthOf()).toEqual(['X1-B-C - - false', 'X1-C called - false']);
  house.at('2026-12-03T19:00+07:00');
  const by = await house.as('A');
  await house.hub.meetings.open(by, id);
  const marks = ['A', 'B'].map((member) => ({
    member,
    mark: 'present' as const,
    at: new Date('2026-12-03T19:00+07:00'),
  }));
  await house.hub.attendance.mark(by, id, marks);
  expect(await monthOf()).toEqual(['X1-B-C - - false', 'X1-C open true false']);
  house.at('2026-12-25T21:00+07:00');
  await house.hub.meetings.close(by, id);
  expect(await monthOf()).toEqual(['X1-B-C - - true', 'X1-C closed true false']);
  await expect(house.hub.meetings.month(by, 'X1', '2026-12')).rejects.toMatchObject({ code: 'may.not' });
});

test('the agenda is written again; what was noted of an item stays with it', async () => {
  const id = await house.call({ items: [{ title: 'Một' }, { title: 'Hai' }] });
  const by = await house.as('A');
  const [one, two] = (await house.hub.meetings.meeting(by, id)).items;
  await house.hub.database.query(`update meeting_item set conclusion = 'Nhất trí' where id = $1`, [two!.id]);
  await house.hub.meetings.setItems(by, id, [
    { id: two!.id, title: 'Hai', minutes: 20 },
    { title: 'Ba' },
    { id: one!.id, title: 'Một' },
  ]);
  const items = (await house.hub.meetings.meeting(by, id)).items;
  expect(items.map(({ title, conclusion, minutes }) => [title, conclusion, minutes])).toEqual([
    ['Hai', 'Nhất trí', 20],
    ['Ba', '', null],
    ['Một', '', null],
  ]);
  const other = await house.call({ startsAt: friday });
  await expect(
    house.hub.meetings.setItems(by, other, [{ id: one!.id, title: 'Của buổi khác' }]),
  ).rejects.toMatchObject({ code: 'meeting.invalid' });
});

test('a meeting is closed when it has begun, and once closed only its papers’ facts change', async () => {
  const id = await house.call();
  const by = await house.as('A');
  await expect(house.hub.meetings.close(by, id)).rejects.toMatchObject({ code: 'meeting.not-begun' });
  const { checkInCode } = await house.hub.meetings.open(by, id);
  expect(checkInCode).toMatch(/^\d{6}$/);
  expect(await house.hub.meetings.open(by, id)).toEqual({ id, checkInCode });
  await expect(change(id, { startsAt: friday })).rejects.toMatchObject({ code: 'meeting.runs' });
  await house.hub.meetings.close(by, id);
  expect(await house.hub.meetings.close(by, id)).toEqual({ id });
  expect((await house.hub.attendance.status(operator, id)).attendance).toMatchObject({
    unknown: 0,
    absent: 3,
  });
  await expect(change(id, { place: 'x' })).rejects.toMatchObject({ code: 'meeting.over' });
  expect(await change(id, { chair: 'A' })).toEqual({ id, told: 0 });
});
