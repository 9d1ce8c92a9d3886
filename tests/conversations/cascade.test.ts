import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Person, ScreenMessage } from '../../bots/telegram/stand-in/index.ts';
import { operator } from '../../hub/platform/audit.ts';
import { csv, memberHeader } from '../people/given.ts';
import { officer, openTestHub, type TestHub } from '../support/hub.ts';

let house: TestHub;
beforeAll(async () => {
  house = await openTestHub();
  const commune = csv(
    memberHeader,
    'G,Giàng A Sử,X1,secretary,official,,,',
    'H,Hà Văn Hồng,X1,committee,official,,,',
  );
  await house.hub.people.importMembers(operator, commune);
}, 60_000);
beforeEach(() => house.clear());
afterAll(() => house.close(), 60_000);

const say = (key: string, facts: Record<string, string> = {}) => house.hub.locales('vi')(key, facts);
const buttonsOf = ({ buttons }: ScreenMessage) => buttons.map(({ text }) => text);

async function answer(person: Person, said: string): Promise<ScreenMessage> {
  person.say(said);
  return await person.next();
}
async function press(person: Person, message: ScreenMessage, button: string): Promise<ScreenMessage> {
  person.press(message, button);
  return await person.next();
}
async function issue(title: string): Promise<string> {
  const dueAt = new Date(Date.now() + 9 * 86_400_000);
  const directive = { from: officer, unit: 'T', title, body: 'Nội dung.', cascade: true, dueAt };
  return (await house.hub.notices.send(directive)).id;
}
/** The day after tomorrow as people here write it. */
function dayAfterTomorrow(): string {
  const [, month, day] = new Date(Date.now() + 2 * 86_400_000 + 7 * 3_600_000)
    .toISOString()
    .slice(0, 10)
    .split('-');
  return `${Number(day)}/${Number(month)}`;
}

test('a directive goes from the commune to the member by what is typed and tapped, through a restart', async () => {
  const [su, an, binh] = [await house.join('G'), await house.join('A'), await house.join('B')];
  const id = await issue('Kế hoạch 30');
  expect((await su.next({ matching: 'Kế hoạch 30' })).text).toContain('gõ: chuyen xuong');

  const noted = await answer(su, 'da nam a');
  expect(noted.text).toMatch(/đã nắm: Kế hoạch 30\nVăn bản này chờ Đảng bộ xã Một chuyển xuống trước/);
  expect(buttonsOf(noted)).toEqual(['Chuyển xuống']);

  const preview = await answer(su, 'chuyen xuong');
  expect(preview.text).toMatch(/Chuyển xuống: Kế hoạch 30\nTới 1 đồng chí: cấp ủy của 2 tổ chức trực thuộc/);
  expect(preview.text).toContain('Chưa có cấp ủy để nhận ở: Đảng bộ bộ phận.');
  expect(buttonsOf(preview)).toEqual(['Thêm chỉ đạo', 'Đặt hạn sớm hơn', 'Chuyển ngay', 'Để sau']);
  expect((await answer(su, 'them chi dao')).text).toBe(say('cascade-chat-ask-instruction'));
  expect((await answer(su, 'TUYỆT MẬT: không ai được biết')).text).toMatch(/có dấu “TUYỆT MẬT”/);
  expect((await answer(su, 'Hop chi bo truoc thu sau')).text).toContain(
    'Chỉ đạo thêm: “Hop chi bo truoc thu sau”',
  );
  expect((await answer(su, 'dat han')).text).toBe(say('cascade-chat-ask-date'));
  expect((await answer(su, 'thu sau nay')).text).toBe(say('cascade-chat-date-wrong'));
  expect((await answer(su, '1/1/2199')).text).toMatch(/Cấp dưới chỉ đặt hạn sớm hơn hoặc bằng/);
  expect((await answer(su, `17h ${dayAfterTomorrow()}`)).text).toMatch(/Hạn đồng chí đặt: 17:00/);
  const sure = await answer(su, 'chuyen ngay');
  expect(sure.text).toMatch(/^Chuyển “Kế hoạch 30” tới 1 đồng chí\?/);
  expect((await answer(su, 'vang')).text).toBe(sure.text);
  await house.restart();
  expect((await answer(su, 'dong y')).text).toMatch(/^Đã chuyển “Kế hoạch 30” xuống: 1 đồng chí/);
  const came = await an.next({ matching: 'Kế hoạch 30' });
  expect(came.text).toMatch(/Đảng bộ xã Một chỉ đạo thêm: Hop chi bo truoc thu sau[^]*Hạn: 17:00/);
  expect((await answer(su, 'rut lai')).text).toBe(say('cascade-gone'));
  expect((await answer(su, 'chuyen xuong')).text).toBe(say('cascade-chat-nothing'));
  const offered = await press(an, came, 'Đã nắm');
  expect(buttonsOf(offered)).toEqual(['Chuyển xuống']);
  const ways = await press(an, offered, 'Chuyển xuống');
  expect(ways.text).toContain('Tới 2 đồng chí của Chi bộ thôn.');
  expect(ways.text).toContain('Đảng bộ xã Một chỉ đạo thêm: Hop chi bo');
  expect((await press(an, ways, 'Để sau')).text).toBe(say('cascade-chat-later'));
  const again = await press(an, await press(an, offered, 'Chuyển xuống'), 'Chuyển ngay');
  expect((await press(an, again, 'Đồng ý chuyển')).text).toMatch(
    /^Đã chuyển “Kế hoạch 30” xuống: 2 đồng chí/,
  );
  expect((await binh.next({ matching: 'Kế hoạch 30' })).text).toContain('Nội dung.');

  const { figures } = await house.hub.notices.cascade.of(operator, id);
  expect(figures).toMatchObject({ passedOn: 2, acknowledged: 2 });
});

test('“van ban cho” shows what waits to be passed on after what waits to be acknowledged, by number', async () => {
  const su = await house.join('G');
  await issue('Kế hoạch 31');
  await su.next({ matching: 'Kế hoạch 31' });
  await issue('Kế hoạch 32');
  await su.next({ matching: 'Kế hoạch 32' });
  const list = await answer(su, 'van ban cho');
  expect(list.text).toMatch(
    /Còn 2 văn bản[^]*1\. [^]*2\. [^]*Chờ đồng chí chuyển xuống: 2[^]*3\. Kế hoạch 31 \(Đảng bộ xã Một\)[^]*4\. Kế hoạch 32/,
  );
  expect((await answer(su, '4')).text).toMatch(/^Chuyển xuống: Kế hoạch 32/);
  expect((await answer(su, 'de sau')).text).toBe(say('cascade-chat-later'));
  await answer(su, 'van ban cho');
  expect((await answer(su, '2')).text).toMatch(/đã nắm: Kế hoạch 31\nVăn bản này chờ/);
  const two = await answer(su, 'chuyen xuong');
  expect(two.text).toMatch(/1\. Kế hoạch 31[^]*2\. Kế hoạch 32/);
  expect((await answer(su, '1')).text).toMatch(/^Chuyển xuống: Kế hoạch 31/);
});

test('a member of the committee without the right is offered nothing, and may press nothing', async () => {
  const [su, hong] = [await house.join('G'), await house.join('H')];
  await issue('Kế hoạch 33');
  const came = await hong.next({ matching: 'Kế hoạch 33' });
  expect(buttonsOf(await press(hong, came, 'Đã nắm'))).toEqual([]);
  expect((await answer(hong, 'chuyen xuong')).text).toBe(say('cascade-chat-nothing'));
  const offered = await press(su, await su.next({ matching: 'Kế hoạch 33' }), 'Đã nắm');
  const stolen = { payload: offered.buttons[0]!.data!, text: '', eventKey: 'stolen', kind: 'tap' } as const;
  await house.hub.receive('telegram', [{ channel: 'telegram', address: String(hong.id), ...stolen }]);
  expect((await hong.next()).text).toBe(say('cascade-chat-nothing'));
});
