import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { calendarDay } from '../../hub/people/days.ts';
import { workingDaysAfter } from '../../hub/people/data/requests.ts';
import { operator, type Actor } from '../../hub/platform/audit.ts';
import { csv, memberHeader, openHouse, smallProvince, type House } from './given.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
}, 60_000);
afterAll(() => house.database.close());

beforeEach(async () => {
  await house.clear();
  await house.people.importUnits(operator, smallProvince);
  await house.people.importMembers(
    operator,
    csv(
      memberHeader,
      'V,Hà Thị Vân,T,officer,official,,,',
      'A,Nguyễn Văn An,X1-C,secretary,official,,,',
      'B,Trần Thị Bình,X1-C,,official,,,',
      'K,Đinh Văn Khoa,X1-C,committee,official,,,',
      'D,Vàng A Dơ,X2-C,secretary,official,,,',
    ),
  );
});

const idOf = async (code: string) => (await house.people.memberByCode(code)).id;
const as = async (code: string): Promise<Actor> => ({ memberId: await idOf(code), via: 'console' });
const ask = async (
  text = 'Ngày vào Đảng của tôi là 19/5/2018.',
  kind: 'correction' | 'other' = 'correction',
) => await house.people.ask(await idOf('B'), kind, text);

test('a request waits with its text and its day, for those who answer for the member', async () => {
  // The clock stands at a Sunday.
  expect(await ask()).toEqual({ dueOn: '2026-11-03' });
  for (const who of ['A', 'V']) {
    expect(await house.people.openRequests(await as(who))).toEqual([
      {
        id: expect.any(String),
        member: 'B',
        fullName: 'Trần Thị Bình',
        unit: 'X1-C',
        unitName: 'Chi bộ thôn',
        kind: 'correction',
        text: 'Ngày vào Đảng của tôi là 19/5/2018.',
        createdAt: house.now(),
        dueOn: '2026-11-03',
        overdue: false,
      },
    ]);
    expect(await house.people.requestsWaiting(await idOf(who))).toEqual({ waiting: 1, overdue: 0 });
  }
  for (const who of ['B', 'K', 'D']) {
    expect(await house.people.openRequests(await as(who))).toEqual([]);
    expect(await house.people.requestsWaiting(await idOf(who))).toEqual({ waiting: 0, overdue: 0 });
  }
  expect(await house.people.openRequests(operator)).toHaveLength(1);
});

test('waits for those above, also where the unit that kept the member is no more', async () => {
  const reason = { reason: 'Quyết định' };
  const today = calendarDay(house.now());
  await house.people.setStatus(operator, 'B', { status: 'resigned', from: today, ...reason });
  await ask('Xin bản sao dữ liệu của tôi.', 'other');
  for (const member of ['A', 'K']) {
    await house.people.move(operator, member, { to: 'X2-C', kind: 'home', from: today, ...reason });
  }
  await house.people.dissolveUnit(operator, { unit: 'X1-C', on: today, ...reason });
  expect(await house.people.openRequests(await as('V'))).toMatchObject([{ member: 'B', unit: 'X1-C' }]);
  expect(await house.people.requestsWaiting(await idOf('V'))).toEqual({ waiting: 1, overdue: 0 });
  expect(await house.people.openRequests(await as('D'))).toEqual([]);
});

test('its words lie sealed', async () => {
  await ask('Số mới của tôi: 0912345678');
  const [row] = await house.database.query<{ text: string }>(
    'select to_jsonb(r)::text as text from member_request r',
  );
  expect(row!.text).not.toContain('0912345678');
  expect(row!.text).not.toContain(Buffer.from('0912345678').toString('hex'));
});

test('it is late on the day after its last', async () => {
  await ask();
  house.pass({ days: 2 });
  expect(await house.people.openRequests(await as('A'))).toMatchObject([{ overdue: false }]);
  house.pass({ days: 1 });
  expect(await house.people.openRequests(await as('A'))).toMatchObject([{ overdue: true }]);
  expect(await house.people.requestsWaiting(await idOf('A'))).toEqual({ waiting: 1, overdue: 1 });
});

test('an answer closes it, once, and leaves its mark', async () => {
  await ask();
  const [request] = await house.people.openRequests(await as('A'));
  for (const who of ['B', 'K', 'D']) {
    await expect(house.people.answerRequest(await as(who), request!.id, 'Không')).rejects.toMatchObject({
      code: 'may.not',
    });
  }
  expect(await house.people.answerRequest(await as('A'), request!.id, ' Đã sửa. ')).toEqual({ told: false });
  expect(await house.people.openRequests(operator)).toEqual([]);
  await expect(house.people.answerRequest(await as('V'), request!.id, 'Nữa')).rejects.toMatchObject({
    code: 'request.answered',
  });
  const copy = await house.people.exportData(await as('B'), 'B');
  expect(copy.requests).toMatchObject([{ answer: 'Đã sửa.', answeredAt: house.now() }]);
  const marks = await house.database.query<{ action: string; actor: string }>(
    `select e.action, m.code as actor from audit_entry e join member m on m.id = e.actor_id
     where e.action like 'request.%' order by e.id`,
  );
  expect(marks.slice(-2)).toEqual([
    { action: 'request.made', actor: 'B' },
    { action: 'request.answered', actor: 'A' },
  ]);
});

test('nothing is asked or answered without words, and nothing that is not there', async () => {
  await expect(ask(' \u200b\n')).rejects.toMatchObject({ code: 'request.empty' });
  await ask();
  const [request] = await house.people.openRequests(operator);
  await expect(house.people.answerRequest(operator, request!.id, '  ')).rejects.toMatchObject({
    code: 'request.empty',
  });
  for (const id of ['x', '00000000-0000-7000-8000-000000000000']) {
    await expect(house.people.answerRequest(operator, id, 'Vâng')).rejects.toMatchObject({
      code: 'request.unknown',
    });
  }
});

test('a long text is cut, its paragraphs kept', async () => {
  await ask(`Một\n\nHai${'.'.repeat(3_000)}`);
  const [request] = await house.people.openRequests(operator);
  expect(request!.text.startsWith('Một\n\nHai...')).toBe(true);
  expect(request!.text).toHaveLength(2_000);
});

describe('two working days after', () => {
  test.each([
    ['a Monday', '2026-11-02', '2026-11-04'],
    ['a Wednesday', '2026-11-04', '2026-11-06'],
    ['a Thursday', '2026-11-05', '2026-11-09'],
    ['a Friday', '2026-11-06', '2026-11-10'],
    ['a Saturday', '2026-11-07', '2026-11-10'],
    ['a Sunday', '2026-11-08', '2026-11-10'],
    ['the end of a year', '2026-12-31', '2027-01-04'],
  ])('%s', (_, day, due) => expect(workingDaysAfter(day, 2)).toBe(due));
});
