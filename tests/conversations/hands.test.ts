import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHub, type TestHub } from '../support/hub.ts';

let house: TestHub;
beforeAll(async () => {
  house = await openTestHub();
}, 60_000);
afterAll(() => house.close());

test('who asks to speak in the chat stands in the secretary’s order, and takes it back', async () => {
  const { meetings, people } = house.hub;
  const secretary = { memberId: (await people.memberByCode('A')).id, via: 'console' as const };
  const binh = await house.join('B');
  const says = async (text: string) => {
    binh.say(text);
    return (await binh.next()).text;
  };
  expect(await says('xin phát biểu')).toContain('không có buổi họp nào');

  const startsAt = new Date(Date.now() + 3_600_000);
  const { id } = await meetings.call({ from: 'A', unit: 'X1-C', startsAt });
  await binh.next();
  await meetings.open(secretary, id);
  const raised = async () =>
    (await meetings.running.raisedHands(secretary, id)).map(({ fullName }) => fullName);
  for (const words of ['em xin phat bieu a', 'giơ tay', 'Cho tôi xin ý kiến'])
    expect(await says(words)).toMatch(/thứ tự 1|Đã ghi/);
  expect(await raised()).toEqual(['Trần Thị Bình']);
  expect(await says('thoi phat bieu')).toContain('Đã bỏ tên đồng chí');
  expect(await raised()).toEqual([]);
  expect(await says('hạ tay')).toContain('chưa xin phát biểu');
});
