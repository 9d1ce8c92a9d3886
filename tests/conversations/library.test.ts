import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Person, ScreenMessage } from '../../bots/telegram/stand-in/index.ts';
import { shortId } from '../../hub/platform/ids.ts';
import { given } from '../assistant/given-library.ts';
import { officer, openTestHub, type TestHub } from '../support/hub.ts';
import { formerRule, longRule, sameNumber, secretPlan } from './library-given.ts';
import { answer, buttonsOf, press, sayOf } from './on-the-phone.ts';

let house: TestHub;
let secretId: string;
beforeAll(async () => (house = await openTestHub()), 60_000);
beforeEach(async () => {
  await house.clear();
  await given(house.hub, 'cu.md', formerRule);
  await given(house.hub, 'dai.md', longRule);
  await given(house.hub, 'khac.md', sameNumber);
  secretId = await given(house.hub, 'rieng.md', secretPlan, 'X1-C');
});
afterAll(() => house.close(), 60_000);

const within = { timeoutMs: 20_000 };
const say: ReturnType<typeof sayOf> = (...said) => sayOf(house)(...said);
let taps = 0;
async function tap(person: Person, payload: string): Promise<ScreenMessage> {
  taps += 1;
  const event = { address: String(person.id), kind: 'tap', text: '', eventKey: `tap-${taps}` } as const;
  await house.hub.receive('telegram', [{ channel: 'telegram', ...event, payload }]);
  return await person.next(within);
}

test('/vanban says first what waits, and leads to it; the menu finds, lists and tells what is new', async () => {
  const binh = await house.join('B');
  const empty = await answer(binh, '/vanban');
  expect(empty.text.split('\n')[0]).toBe(say('library-talk-waiting', { count: 0 }));
  expect(empty.text).toContain('Thư viện có 4 văn bản đồng chí đọc được, 4 văn bản mới.');
  expect(buttonsOf(empty)).toEqual(['Tìm văn bản', 'Xem theo loại', 'Có gì mới (4)']);

  await house.hub.notices.send({
    from: officer,
    unit: 'T',
    title: 'Kế hoạch một',
    body: 'Nội dung',
    wantsAck: true,
  });
  await binh.next({ ...within, matching: 'Kế hoạch một' });
  const menu = await answer(binh, 'van ban');
  expect(menu.text.split('\n')[0]).toBe(say('library-talk-waiting', { count: 1 }));
  expect((await press(binh, menu, 'Văn bản chờ xác nhận')).text).toContain('1. Kế hoạch một');

  const fresh = await answer(binh, 'co gi moi khong');
  expect(fresh.text).toContain('Văn bản mới (4):');
  expect(fresh.text).toContain('Kế hoạch 07-KH/CB');
  expect((await answer(binh, 'van ban moi')).text).toBe(say('library-talk-nothing-new'));

  const kinds = await answer(binh, 'theo loai');
  expect(kinds.text).toContain('1. Quy định (3)\n2. Kế hoạch (1)');
  const rules = await answer(binh, '1');
  expect(rules.text).toMatch(/^Quy định: 3 văn bản\n1\. Quy định 294-QĐ\/TU, Tỉnh ủy T, 26\/05\/2025: /);
  expect(rules.text).toMatch(/2\. Quy định 24-QĐ\/TU, Tỉnh ủy T, 30\/07\/2021: .* \(có thể đã được thay thế/);
  const card = await answer(binh, 'mo 2');
  expect(card.text).toContain('Có thể đã được thay thế (chưa có người xác nhận)');
  expect(card.text).toContain('Được thay bằng Quy định 294-QĐ/TU, Tỉnh ủy T, 26/05/2025 (chưa xác nhận)');
});

test('a document is found by number or words without marks; two of one number are told apart', async () => {
  const binh = await house.join('B');
  const card = await answer(binh, '/vanban 294-QD/TU');
  expect(card.text).toMatch(
    /^Quy định 294-QĐ\/TU, Tỉnh ủy T, 26\/05\/2025\nQuy định về công tác đảng viên\nCòn hiệu lực/,
  );
  const both = await answer(binh, 'quy dinh 24');
  expect(both.text).toContain('Quy định 24-QĐ/TU, Tỉnh ủy T, 30/07/2021');
  expect(both.text).toContain('Quy định 24-QĐ/TU, Tỉnh ủy S, 01/03/2016');
  // The one in force comes first.
  expect((await answer(binh, '1')).text).toContain('thi đua, khen thưởng');
  const found = await answer(binh, 'tim van ban ve thi dua khen thuong');
  expect(found.text).toContain('1. Quy định 24-QĐ/TU, Tỉnh ủy S');
  const inText = await answer(binh, 'tim van ban ve du bi bieu quyet');
  expect(inText.text).toContain('294-QĐ/TU');
  expect((await answer(binh, '1')).text).toContain('dự bị không được biểu quyết');
  const none = await answer(binh, 'nghi quyet 999-NQ/TW');
  expect(none.text).toBe(say('library-talk-none-named', { words: '999-NQ/TW' }));
  expect(none.buttons.length).toBeGreaterThan(0);
  await answer(binh, 'tim van ban');
  expect((await answer(binh, 'thi đua')).text).toContain('Tỉnh ủy S');
});

test('it opens at an article, is read part after part, back, by outline, and where one stopped', async () => {
  const binh = await house.join('B');
  const fifth = await answer(binh, 'dieu 5 khoan 2 quy dinh 294');
  expect(fifth.text).toMatch(/^Quy định 294-QĐ\/TU · trang \d+\/\d+ · Điều 5\n\n2\. Đảng viên dự bị/);
  expect(fifth.text.length).toBeLessThan(2_000);
  expect((await answer(binh, 'dieu 7')).text).toContain('\n\nĐiều 7. Nội dung thứ 7');
  expect((await answer(binh, 'dieu 99')).text).toBe(
    say('library-talk-no-such-place', { document: 'Quy định 294-QĐ/TU' }),
  );
  const card = await answer(binh, 'quy dinh 294');
  const first = await press(binh, card, 'Đọc');
  expect(first.text).toMatch(/· trang 1\/\d+\n\n/);
  expect(buttonsOf(first)).toEqual(['Trang sau', 'Mục lục', 'Gửi tệp']);
  const second = await press(binh, first, 'Trang sau');
  expect(second.text).toMatch(/· trang 2\/\d+/);
  // What is said in between loses nothing.
  await answer(binh, '/trogiup');
  expect((await answer(binh, 'trang sau')).text).toMatch(/· trang 3\/\d+/);
  const again = await answer(binh, 'trang truoc');
  expect(again.text).toBe(second.text);
  await house.restart();
  const menu = await answer(binh, '/vanban');
  expect(menu.text).toContain('Đang đọc dở: Quy định 294-QĐ/TU');
  expect((await press(binh, menu, 'Đọc tiếp')).text).toBe(second.text);
  const outline = await answer(binh, 'muc luc');
  expect(outline.text).toContain('5. Điều 5');
  expect((await answer(binh, '6')).text).toContain('\n\nĐiều 6. Nội dung thứ 6');
  const last = await answer(binh, 'trang 99');
  expect(buttonsOf(last)).not.toContain('Trang sau');
  expect((await answer(binh, 'trang sau')).text).toBe(
    say('library-talk-no-further', { way: 'next', document: 'Quy định 294-QĐ/TU' }),
  );
});

test('the file comes as it was put in; what came before and after is told in words', async () => {
  const binh = await house.join('B');
  await answer(binh, 'quy dinh 294');
  binh.say('gui tep');
  expect((await binh.next(within)).document).toMatchObject({ name: 'dai.md' });
  const chain = await answer(binh, 'van ban lien quan');
  expect(chain.text).toContain(
    '• Quy định 294-QĐ/TU, Tỉnh ủy T, 26/05/2025: Quy định về công tác đảng viên (văn bản này)',
  );
  expect(chain.text).toContain(
    '• Quy định 294-QĐ/TU thay thế Quy định 24-QĐ/TU, Tỉnh ủy T, 30/07/2021 (chưa xác nhận)',
  );
});

test('a document of another unit shows in no message, whatever is typed or pressed', async () => {
  const [binh, dow] = [await house.join('B'), await house.join('D')];
  expect((await answer(binh, 'ke hoach 07')).text).toContain('trồng xoan đào Nà Pán');
  const heard: string[] = [];
  for (const typed of [
    '/vanban',
    'van ban moi',
    'theo loai',
    'tim van ban ve xoan dao na pan',
    'ke hoach 07',
    '/vanban 07-KH/CB',
    'dieu 1 ke hoach 07',
    'Trồng bao nhiêu cây xoan đào ở mương nước?',
  ])
    heard.push((await answer(dow, typed)).text);
  const short = shortId(secretId);
  for (const verb of ['open', 'read', 'outline', 'chain', 'file', 'place'])
    heard.push((await tap(dow, `library:${verb}:${short}:0`)).text);
  expect(heard.slice(-6)).toEqual(Array.from({ length: 6 }, () => say('library-unknown')));
  expect(heard.join('\n')).not.toMatch(/nà pán|250|KH\/CB, Chi bộ thôn|trồng xoan đào Nà/i);
  expect(heard[0]).toContain('Thư viện có 3 văn bản');
}, 60_000);

test('in English too', async () => {
  const { id } = await house.hub.people.memberByCode('B');
  await house.hub.people.setLanguage(id, 'en');
  const binh = await house.join('B');
  expect((await answer(binh, 'library')).text).toContain('The library has 4 documents for you, 4 new.');
  expect((await answer(binh, 'find documents about thi dua')).text).toContain('Nearest to “thi dua”');
  expect((await answer(binh, 'what is new')).text).toContain('New documents (4):');
});
