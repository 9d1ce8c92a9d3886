import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { placesOfWords } from '../../hub/library/pages/marked.tsx';
import { textParts } from '../../hub/library/pages/text-parts.ts';
import { operator } from '../../hub/platform/audit.ts';
import { given, regulation } from '../library/given-files.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { signIn } from './reader.ts';

let house: TestHub;
beforeAll(async () => {
  house = await openTestHub({ roles: ['web'] });
}, 60_000);
afterAll(() => house.close());

const library = '/console/library';

async function added(
  number: string,
  { release = true, date = '2026-02-03', first = 'Chi bộ giữ sổ tay tại nhà văn hóa.' } = {},
): Promise<string> {
  const { keeping } = house.hub.library;
  const file = given(`${number.replace('/', '-')}-${date}.md`, regulation({ number, date, first }));
  return (await keeping.add(operator, file, { release })).document!.id;
}

const described = (number: string) => ({
  number,
  kind: 'Quy định',
  issuer: 'Ban Bí thư',
  title: 'Quy định về sổ tay chi bộ',
  date: '03/02/2026',
  effective: '',
  expires: '',
  status: '',
  who: 'members',
});

describe('correcting', () => {
  test('says which day is none, and keeps what was typed', async () => {
    const id = await added('71-QĐ/TW', { release: false });
    const office = await signIn(house, 'V');
    await office.open(`${library}/${id}/description`);
    const typed = { ...described('71-QĐ/TW'), date: '31/02/2026', issuer: 'Tỉnh ủy' };
    const again = await office.press(`${library}/${id}/description`, typed);
    expect(again.status).toBe(422);
    expect(again.text).toContain('Đồng chí ghi đủ ngày, tháng, năm');
    expect(again.html).toContain('value="31/02/2026"');
    expect(again.html).toContain('value="Tỉnh ủy"');
    const released = await office.press(`${library}/${id}/description`, { ...typed, date: '3.2.2026' });
    expect(released.text).toContain('Đã đưa vào thư viện.');
    expect(released.text).toContain('Tỉnh ủy');
  });

  test('what somebody else changed meanwhile is not written over', async () => {
    const id = await added('72-QĐ/TW');
    const one = await signIn(house, 'V');
    const other = await signIn(house, 'V');
    const url = `${library}/${id}/description`;
    await Promise.all([one.open(url), other.open(url)]);
    expect((await one.press(url, { ...described('72-QĐ/TW'), title: 'Tên mới' })).text).toContain('Đã lưu.');
    expect((await other.press(url, { ...described('72-QĐ/TW'), title: 'Tên khác' })).status).toBe(409);
    expect((await one.open(`${library}/${id}`)).text).toContain('Tên mới');
  });

  test('a document of the same number is named beside, and one that is the very same is refused in words', async () => {
    await added('73-QĐ/TW');
    const id = await added('73-QĐ/TW', { date: '2021-05-04', release: false });
    const office = await signIn(house, 'V');
    const page = await office.open(`${library}/${id}/description`);
    expect(page.text).toContain('Thư viện đã có văn bản cùng số.');
    expect(page.text).toContain('ngày 03/02/2026');
    const refused = await office.press(`${library}/${id}/description`, described('73-QĐ/TW'));
    expect(refused.status).toBe(409);
    expect(refused.html).toContain('role="alert"');
  });

  test('a draft of a document that is there already takes its place, by a button that says what is lost', async () => {
    const id = await added('70-QĐ/TW');
    const draft = await added('70-QĐ/TW', { release: false, first: 'Chi bộ giữ sổ tay tại trụ sở.' });
    const office = await signIn(house, 'V');
    const url = `${library}/${draft}/description`;
    const page = await office.open(url);
    expect(page.text).toContain('Thư viện đã có văn bản này:');
    expect(page.text).toContain('Khi thay, nội dung và tệp cũ bị bỏ, không lấy lại được.');
    const refused = await office.press(url, described('70-QĐ/TW'));
    expect(refused.status).toBe(409);
    expect(refused.html).toContain(`name="takes-place-of" value="${id}"`);
    const taken = await office.press(url, { ...described('70-QĐ/TW'), 'takes-place-of': id });
    expect(taken.text).toContain('Đã thay bằng tệp mới.');
    expect(taken.text).toContain('tại trụ sở');
    expect((await office.open(`${library}/${draft}`)).status).toBe(404);
  });

  test('of several documents of a number one is chosen', async () => {
    const first = await added('74-QĐ/TW', { date: '2016-02-03' });
    await added('74-QĐ/TW', { date: '2021-02-03' });
    const id = await added('75-QĐ/TW');
    const office = await signIn(house, 'V');
    const url = `${library}/${id}/relations`;
    await office.open(url);
    const several = await office.press(url, { kind: 'replaces', number: '74-qđ/tw' });
    expect(several.text).toContain('Có nhiều văn bản như vậy.');
    const related = await office.press(url, { kind: 'replaces', number: '74-QĐ/TW', target: first });
    expect(related.text).toContain('Đã thêm.');
    expect((await office.open(`${library}/${first}`)).text).toContain('Văn bản này đã được thay thế.');
  });
});

test('a member finds no more than what may be read, and nothing to keep it by', async () => {
  await added('76-QĐ/TW', { release: false });
  await added('77-QĐ/TW');
  const member = await signIn(house, 'B');
  const list = await member.open(library);
  expect(list.text).toContain('77-QĐ/TW');
  expect(list.text).not.toContain('76-QĐ/TW');
  expect(list.text).not.toContain('Đưa văn bản vào');
  const narrowed = await member.open(`${library}?year=2021`);
  expect(narrowed.text).toContain('ngày 03/02/2021');
  expect(narrowed.text).not.toContain('77-QĐ/TW');
  expect((await member.open(`${library}?words=wxyzq+zzkw`)).text).toContain('Không thấy đoạn nào');
  expect((await member.open(`${library}/new`)).status).toBe(401);
});

test('a place that is none opens the document where it begins', async () => {
  const id = await added('78-QĐ/TW');
  const member = await signIn(house, 'B');
  for (const query of ['?at=9-3', '?at=x', '?part=99', '?part=-1', '?from=abc', '?at=999999999-999999999'])
    expect((await member.open(`${library}/${id}${query}`)).text, query).toContain('Giữ sổ tay');
});

test('rows of a table are shown as a table, and a citation of one marks its words', async () => {
  const text = regulation({ number: '79-QĐ/TW', first: '| Việc | Hạn |\n| Ghi sổ | 5 ngày |\n| Nộp sổ | |' });
  const { document } = await house.hub.library.keeping.add(operator, given('79.md', text), { release: true });
  const member = await signIn(house, 'B');
  const { html } = await member.open(`${library}/${document!.id}`);
  expect([...html.matchAll(/<td>(.*?)<\/td>/g)].map(([, cell]) => cell)).toEqual(
    'Việc·Hạn·Ghi sổ·5 ngày·Nộp sổ·'.split('·'),
  );
  const start = text.indexOf('| Ghi sổ');
  const cited = await member.open(
    `${library}/${document!.id}?at=${start}-${start + '| Ghi sổ | 5 ngày |'.length}`,
  );
  expect(cited.html).toContain('<td><mark id="doan">Ghi sổ</mark></td><td><mark>5 ngày</mark></td>');
});

test('an empty question is refused in words, and what was written too long stays', async () => {
  const member = await signIn(house, 'B');
  await member.open('/console/ask');
  const long = 'Đảng phí là gì? '.repeat(80);
  const refused = await member.press('/console/ask', { question: long });
  expect(refused.status).toBe(422);
  expect(refused.html).toContain('Đảng phí là gì? Đảng phí là gì?');
  await member.press('/console/language', { language: 'en' });
  const english = await member.open('/console/ask');
  expect(english.text).toContain('Ask the assistant');
});

describe('a text', () => {
  test('is cut into parts that are all of it, none much longer than a page', () => {
    const paragraph = `${'Chi bộ họp mỗi tháng một lần. '.repeat(20)}\n`;
    const text = Array.from({ length: 60 }, (_, index) => `Điều ${index + 1}. Tên\n${paragraph}`).join('');
    const beginnings = [...text.matchAll(/^Điều/gm)].map(({ index }) => index);
    for (const [given, from] of [
      [beginnings, 0],
      [[], 0],
      [[0, 10], 5],
      [[text.length - 1], 0],
    ] as const) {
      const parts = textParts(text, given, from);
      expect(parts.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text.slice(from));
      for (const { start, end } of parts) expect(end - start).toBeLessThanOrEqual(9_000);
    }
    const parts = textParts(text, beginnings);
    expect(parts.every(({ start }) => beginnings.includes(start))).toBe(true);
    expect(textParts('x'.repeat(30_000), []).length).toBeGreaterThan(2);
    expect(textParts('', [])).toEqual([{ start: 0, end: 0 }]);
  });

  test('is marked where the words of a search stand, with or without diacritics', () => {
    const text = 'Đảng viên đóng đảng phí hằng tháng; phí khác thì không.';
    const words = (typed: string) =>
      placesOfWords(text, typed).map(({ start, end }) => text.slice(start, end));
    expect(words('dang phi la gi')).toEqual(['đảng phí']);
    expect(words('phi')).toEqual(['phí', 'phí']);
    expect(words('xyz')).toEqual([]);
  });
});
