import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Person } from '../../bots/telegram/stand-in/index.ts';
import { operator } from '../../hub/platform/audit.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';

let house: TestHub;
let ahead = 0;
beforeAll(async () => {
  house = await openTestHub({ clock: () => new Date(Date.now() + ahead) });
}, 60_000);
beforeEach(() => house.clear());
afterAll(() => house.close(), 60_000);

const within = { timeoutMs: 15_000 };
const minuteMs = 60_000;
const say = (key: string, facts: Record<string, string | number | Date> = {}) =>
  house.hub.locales('vi')(key, facts);

async function answer(person: Person, said: string): Promise<string> {
  person.say(said);
  return (await person.next(within)).text;
}

/** A meeting that begins in so many minutes, of which everybody has been told. */
async function call(inMinutes: number, people: readonly Person[]): Promise<string> {
  const startsAt = new Date(Date.now() + ahead + inMinutes * minuteMs);
  const { id } = await house.hub.meetings.call({ from: 'A', unit: 'X1-C', title: 'Họp thường kỳ', startsAt });
  for (const person of people) await person.next({ ...within, matching: 'Họp thường kỳ' });
  return id;
}
const codeOf = async (id: string) => (await house.hub.meetings.open(operator, id)).checkInCode;
async function mark(id: string, code: string) {
  const { mark: made, road } = (await house.hub.attendance.roll(operator, id)).find(
    (row) => row.code === code,
  )!;
  return [made, road];
}

test('six digits check in while the meeting is open: present, already, late; and one chat one person', async () => {
  const [binh, en] = [await house.join('B'), await house.join('E')];
  const id = await call(5, [binh, en]);
  expect(await answer(binh, '123456')).toBe(say('check-in-chat-none-open'));
  expect(await answer(binh, 'diem danh')).not.toMatch(/^Đã điểm danh/);
  const code = await codeOf(id);
  expect(await answer(binh, 'cho em diem danh')).toBe(say('meeting-talk-is-open'));
  // Said in the room: it is not yet a check-in, and is not taken for one.
  expect(await answer(binh, 'tôi có mặt')).toContain(say('meeting-talk-is-open'));
  expect(await answer(binh, `điểm danh hộ anh Nam ${code}`)).toBe(say('check-in-chat-for-another'));
  expect(await mark(id, 'B')).toEqual([null, null]);
  const spaced = `${code.slice(0, 3)} ${code.slice(3)}`;
  expect(await answer(binh, `mã ${spaced}`)).toMatch(
    /^Đã điểm danh lúc \d\d:\d\d: đồng chí có mặt tại Họp thường kỳ\.$/,
  );
  expect(await mark(id, 'B')).toEqual(['present', 'code']);
  expect(await answer(binh, await codeOf(id))).toMatch(/^Đồng chí đã điểm danh Họp thường kỳ lúc/);

  ahead += 40 * minuteMs;
  en.start(`c${await codeOf(id)}`);
  expect((await en.next(within)).text).toMatch(/đến muộn\.$/);
  expect(await mark(id, 'E')).toEqual(['late', 'link']);
});

test('a wrong code is refused kindly, and after five of them one has to wait', async () => {
  const binh = await house.join('B');
  const id = await call(5, [binh]);
  const code = await codeOf(id);
  const wrong = code === '000000' ? '111111' : '000000';
  for (let time = 0; time < 5; time += 1) expect(await answer(binh, wrong)).toBe(say('check-in-chat-wrong'));
  expect(await answer(binh, await codeOf(id))).toMatch(/^Đồng chí đã gõ sai nhiều lần\. Đợi đến \d\d:\d\d/);
  expect(await mark(id, 'B')).toEqual([null, null]);
});

test('digits without any meeting are what they were, and the square code brings a stranger to the door', async () => {
  const binh = await house.join('B');
  expect(await answer(binh, '123456')).toBe(say('conversation-other'));
  binh.start('c123456');
  expect((await binh.next(within)).text).toBe(say('check-in-chat-none-open'));
  const stranger = house.stranger();
  stranger.start('c123456');
  expect((await stranger.next(within)).text).toBe(say('enrolment-stranger'));
});
