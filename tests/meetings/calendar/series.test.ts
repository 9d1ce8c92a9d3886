import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Person } from '../../../bots/telegram/stand-in/index.ts';
import { operator } from '../../../hub/platform/audit.ts';
import { monday, openMovingHub, type MovingHub } from '../moving-hub.ts';

let house: MovingHub;
beforeAll(async () => (house = await openMovingHub({}, ['web', 'bots', 'worker'])), 60_000);
beforeEach(async () => {
  await house.clear();
  house.at(monday);
});
afterAll(() => house.close(), 60_000);

const onThird = 'FREQ=MONTHLY;BYMONTHDAY=3';
const texts = async (person: Person) => (await house.read(person)).map(({ text }) => text);
const local = (moment: Date) => moment.toLocaleString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }).slice(0, 16);

async function joined(code: string): Promise<Person> {
  const person = await house.join(code);
  await house.read(person);
  return person;
}

/** All meetings of the cell, soonest first. */
async function meetings(): Promise<string[]> {
  const rows = await house.hub.meetings.ofUnit(operator, 'X1-C');
  return rows.map(({ startsAt, state }) => `${local(startsAt)} ${state}`).toSorted();
}

async function proposedId(): Promise<string> {
  const rows = await house.hub.meetings.ofUnit(operator, 'X1-C');
  return rows.find(({ state }) => state === 'proposed')!.id;
}

test('the next meeting is proposed to the secretary by the 20th, once, and called when he agrees', async () => {
  const [an, binh] = [await joined('A'), await joined('B')];
  await house.call({ repeat: onThird });
  await house.until('2026-12-19T09:00+07:00');
  expect(await meetings()).toEqual(['2026-12-03 19:30 called']);
  await house.read(an);
  await house.read(binh);
  await house.until('2026-12-20T09:00+07:00');
  await house.until('2026-12-20T09:00+07:00');
  expect(await meetings()).toEqual(['2026-12-03 19:30 called', '2027-01-03 19:30 proposed']);
  const [proposal, ...others] = await house.read(an);
  expect(others).toEqual([]);
  expect(proposal!.text).toContain(
    'Đề xuất lịch họp: Sinh hoạt chi bộ thường kỳ tháng 1 năm 2027\n\n' +
      'Lịch họp thường lệ: ngày 3 hằng tháng.\nĐề xuất họp lúc 19:30, Chủ nhật 03/01/2027.\n' +
      'Địa điểm: Nhà văn hóa thôn Một.\n' +
      'Giấy mời chưa gửi cho ai. Đồng chí đồng ý thì trợ lý gửi giấy mời.',
  );
  expect(await texts(binh)).toEqual([]);
  const id = await proposedId();
  const { invited } = await house.hub.meetings.confirm(await house.as('A'), id);
  expect(invited).toBe(3);
  expect((await texts(binh)).join()).toContain('19 giờ 30, Chủ nhật 03/01/2027');
  expect(await house.hub.meetings.confirm(await house.as('A'), id)).toEqual({ id, invited });
  expect(await texts(binh)).toEqual([]);
});

test('a day in the weeks of Tết is proposed for another, and the secretary reads why', async () => {
  const an = await joined('A');
  await house.call({ repeat: onThird });
  await house.until('2026-12-20T09:00+07:00');
  await house.until('2027-01-20T09:00+07:00');
  expect(await meetings()).toContain('2027-02-12 19:30 proposed');
  expect((await texts(an)).join()).toContain(
    'thứ Tư 03/02/2027 vướng dịp Tết Nguyên đán, nên đề xuất chuyển sang thứ Sáu 12/02/2027.',
  );
});

test('what nobody confirmed is gone when its hour has come, and the next one is proposed as ever', async () => {
  await house.call({ repeat: onThird });
  await house.until('2026-12-20T09:00+07:00');
  await house.until('2027-01-03T19:31+07:00');
  expect(await meetings()).toEqual(['2026-12-03 19:30 called']);
  await house.until('2027-01-20T09:00+07:00');
  expect(await meetings()).toEqual(['2026-12-03 19:30 called', '2027-02-12 19:30 proposed']);
});

test('a hub that was off for months goes on with what is still to come', async () => {
  await house.call({ repeat: onThird });
  await house.until('2027-03-10T09:00+07:00');
  expect(await meetings()).toEqual(['2026-12-03 19:30 called']);
  await house.until('2027-03-20T09:00+07:00');
  expect(await meetings()).toEqual(['2026-12-03 19:30 called', '2027-04-03 19:30 proposed']);
});

test('one cancelled leaves the series; it and all that follow end it', async () => {
  const id = await house.call({ repeat: onThird });
  await house.until('2026-12-20T09:00+07:00');
  await house.hub.meetings.confirm(await house.as('A'), await proposedId());
  await house.hub.meetings.cancel(await house.as('A'), id, { scope: 'one' });
  expect(await meetings()).toEqual(['2026-12-03 19:30 cancelled', '2027-01-03 19:30 called']);
  await house.until('2027-01-20T09:00+07:00');
  expect(await meetings()).toContain('2027-02-12 19:30 proposed');
});

test('cancelled with all that follow, called ones are told, proposed ones go, and nothing more is proposed', async () => {
  const binh = await joined('B');
  await house.call({ repeat: 'FREQ=WEEKLY' });
  await house.until('2026-12-01T09:00+07:00');
  await house.hub.meetings.confirm(await house.as('A'), await proposedId());
  await house.until('2026-12-04T09:00+07:00');
  expect(await meetings()).toEqual([
    '2026-12-03 19:30 called',
    '2026-12-10 19:30 called',
    '2026-12-17 19:30 proposed',
  ]);
  await texts(binh);
  const [tenth] = (await house.hub.meetings.coming(operator)).filter(
    ({ startsAt }) => local(startsAt) === '2026-12-10 19:30',
  );
  await house.hub.meetings.cancel(await house.as('A'), tenth!.id, { scope: 'following' });
  expect((await texts(binh)).filter((text) => text.includes('10/12/2026'))).toHaveLength(1);
  await house.until('2027-02-01T09:00+07:00');
  expect(await meetings()).toEqual(['2026-12-03 19:30 called', '2026-12-10 19:30 cancelled']);
});

/** On the 28th of each month: December's and January's are called, of whose first the id is answered. */
async function twoCalled(): Promise<string> {
  const startsAt = new Date('2026-12-28T19:30+07:00');
  const id = await house.call({ startsAt, repeat: 'FREQ=MONTHLY;BYMONTHDAY=28' });
  await house.until('2026-12-20T09:00+07:00');
  await house.hub.meetings.confirm(await house.as('A'), await proposedId());
  return id;
}

test('changed with all that follow, later ones move too, and the series goes on from there', async () => {
  const binh = await joined('B');
  const id = await twoCalled();
  await texts(binh);
  const startsAt = new Date('2026-12-29T20:00+07:00');
  await house.hub.meetings.change(await house.as('A'), id, { startsAt, place: 'Trường học' }, 'following');
  expect(await meetings()).toEqual(['2026-12-29 20:00 called', '2027-01-29 20:00 called']);
  const told = await texts(binh);
  expect(told.filter((text) => text.includes('29/12/2026'))).toHaveLength(1);
  expect(told.filter((text) => text.includes('29/01/2027'))).toHaveLength(1);
  await house.until('2027-01-20T09:00+07:00');
  const rows = await house.hub.meetings.ofUnit(operator, 'X1-C');
  const next = rows.find(({ state }) => state === 'proposed')!;
  expect([local(next.startsAt), next.place]).toEqual(['2027-02-28 20:00', 'Trường học']);
});

test('what is moved with all that follow falls on no day off', async () => {
  const id = await twoCalled();
  const startsAt = new Date('2026-12-30T19:30+07:00');
  await house.hub.meetings.change(await house.as('A'), id, { startsAt }, 'following');
  expect(await meetings()).toEqual(['2026-12-30 19:30 called', '2027-01-29 19:30 called']);
});

test('one that was cancelled is not proposed again when the series moves', async () => {
  const id = await twoCalled();
  const january = (await house.hub.meetings.coming(operator)).find((each) => each.id !== id)!;
  await house.hub.meetings.cancel(await house.as('A'), january.id, { scope: 'one' });
  const startsAt = new Date('2026-12-29T19:30+07:00');
  await house.hub.meetings.change(await house.as('A'), id, { startsAt }, 'following');
  await house.until('2026-12-21T09:00+07:00');
  expect(await meetings()).toEqual(['2026-12-29 19:30 called', '2027-01-28 19:30 cancelled']);
});

test('a preview shows the days that come', async () => {
  const { next } = await house.hub.meetings.preview(await house.as('A'), {
    from: 'A',
    unit: 'X1-C',
    startsAt: new Date('2026-12-03T19:30+07:00'),
    repeat: onThird,
  });
  expect(next.map(({ day, movedFrom }) => [day, movedFrom])).toEqual([
    ['2027-01-03', null],
    ['2027-02-12', { day: '2027-02-03', name: 'dịp Tết Nguyên đán' }],
    ['2027-03-03', null],
  ]);
  await expect(house.call({ repeat: 'FREQ=DAILY' })).rejects.toMatchObject({
    code: 'meeting.invalid',
    facts: { field: 'repeat' },
  });
});

test('the calendar file stands behind an address that names nobody, and behind no other', async () => {
  const id = await house.call({
    guests: 'Bà Hạnh, đảng ủy',
    items: [{ title: 'Báo cáo', rapporteur: 'Én' }],
  });
  const path = house.hub.meetings.calendarPath(id);
  expect(path).toMatch(/^\/calendar\/[\w-]{22}-[\w-]{22}\.ics$/);
  const answer = await fetch(`${house.url}${path}`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(answer.headers.get('cache-control')).toBe('private, no-cache');
  const file = await answer.text();
  expect(file).toContain('SEQUENCE:0\r\n');
  expect(file).not.toMatch(/Hạnh|Én|Nguyễn Văn An/);
  await house.hub.meetings.cancel(await house.as('A'), id, {});
  const later = await (await fetch(`${house.url}${path}`)).text();
  expect(later).toContain('STATUS:CANCELLED\r\n');
  expect(later).toContain('SEQUENCE:1\r\n');
  for (const wrong of [`${path.slice(0, -5)}x.ics`, '/calendar/x.ics', path.replace('.ics', '')]) {
    expect((await fetch(`${house.url}${wrong}`)).status).toBe(404);
  }
});
