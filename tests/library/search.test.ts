import { describe, expect, test } from 'vitest';
import { indexLibrary, librarySearch, readDocument } from '../../hub/library/index.ts';
import { isMeant, referencesIn } from '../../hub/library/search/references.ts';
import { smallLibrary } from './given.ts';

const cells = `---
title: "Quy định về chi bộ"
number: "12-QĐ/TW"
date: "2026-02-03"
---
Điều 1. Giải thích từ ngữ

1. Chi bộ là tổ chức cơ sở của Đảng ở nơi làm việc và nơi cư trú.

2. Chi bộ ghép là chi bộ gồm đảng viên của nhiều thôn.

Điều 2. Sinh hoạt

1. Chi bộ họp mỗi tháng một lần, do bí thư chi bộ chủ trì.

2. Đảng viên vắng mặt phải báo cáo lý do với chi ủy.

3. Việc đang làm dở được ghi vào sổ.

Điều 3. Đảng phí

1. Đảng viên đóng đảng phí hằng tháng, mức đóng là 1% thu nhập.

2. Hoá đơn và chứng từ được lưu trong thời hạn 10 năm.
`;
const older = `---
title: "Quy định về sinh hoạt"
number: "05-QĐ/TW"
note: "hết hiệu lực"
---
Điều 2. Sinh hoạt

1. Chi bộ họp mỗi quý một lần, do bí thư chi bộ chủ trì.
`;
const search = smallLibrary({ 'chi-bo.md': cells, 'cu.md': older });
const first = (question: string) => search(question)[0] ?? '';

test.each([
  ['with diacritics', 'Đảng viên vắng mặt phải làm gì?', 'vắng mặt'],
  ['without', 'dang vien vang mat phai lam gi', 'vắng mặt'],
  ['in shorthand', 'dv vắng mặt thì lm j', 'vắng mặt'],
  ['with the tone elsewhere', 'hóa đơn lưu bao lâu', 'Hoá đơn'],
  ['with a letter too many', 'chứngg từ luu may nam', 'Hoá đơn'],
  ['with letters exchanged', 'mức đóng thu nhpậ', '1% thu nhập'],
  ['in Telex', 'vawngs mặt phải báo cáo', 'vắng mặt'],
  ['decomposed', 'Đảng viên vắng mặt'.normalize('NFD'), 'vắng mặt'],
])('a question is understood %s', (_, question, words) => {
  expect(first(question)).toContain(words);
});

describe('what comes first', () => {
  test('a definition where one is asked for, and the one that was meant', () => {
    expect(first('Chi bộ là gì?')).toMatch(/^1\. Chi bộ là tổ chức/);
    expect(first('Thế nào là chi bộ ghép?')).toMatch(/^2\. Chi bộ ghép là/);
  });

  test('the article that the question names', () => {
    expect(first('khoản 2 Điều 3 nói gì?')).toContain('Hoá đơn');
  });

  test('what is in force, before what was replaced', () => {
    const found = search('Chi bộ họp mấy lần, ai chủ trì?');
    expect(found.findIndex((words) => words.includes('mỗi tháng'))).toBe(0);
    expect(found.findIndex((words) => words.includes('mỗi quý'))).toBeGreaterThan(0);
  });

  test('what was replaced, where the question names it', () => {
    expect(first('Theo Quy định 05-QĐ/TW chi bộ họp mấy lần?')).toContain('mỗi quý');
  });

  test('the word as it was written: đang is not đảng', () => {
    expect(first('việc đang làm')).toContain('đang làm dở');
  });
});

describe('what several documents say alike', () => {
  const sentence =
    'Đảng viên dự bị được mời dự sinh hoạt chi bộ và có quyền thảo luận nhưng không biểu quyết.';
  const said = (number: string, date: string, head: string, note = '') =>
    `---\ntitle: "${head} ${number}"\nnumber: "${number}"\ndate: "${date}"\n${note}---\n\n1. ${sentence}\n\n2. Chi bộ giữ sổ.`;
  const find = smallLibrary({
    'huong-dan.md': said('01-HD/TW', '2026-05-01', 'Hướng dẫn'),
    'quy-dinh-cu.md': said('24-QĐ/TW', '2021-07-30', 'Quy định', 'note: "hết hiệu lực"\n'),
    'quy-dinh.md': said('294-QĐ/TW', '2025-05-26', 'Quy định'),
    'khac.md': '1. Đảng viên dự bị báo cáo với chi bộ về việc học tập của mình.',
  });
  const asked = 'Đảng viên dự bị dự sinh hoạt có được biểu quyết không?';
  const of = (question: string) => find.documents(question).map(({ number }) => number);

  test('stands first once: of the document in force, the higher, the newer', () => {
    expect(of(asked).slice(0, 2)).toEqual(['294-QĐ/TW', '']);
  });

  test('stands there for each document that the question names', () => {
    expect(of(`Theo Hướng dẫn 01-HD/TW, ${asked}`)[0]).toBe('01-HD/TW');
    expect(of(`Quy định 24 và Hướng dẫn 01: ${asked}`).slice(0, 3)).toEqual(
      expect.arrayContaining(['24-QĐ/TW', '01-HD/TW']),
    );
  });
});

test('what names nothing and asks nothing finds nothing, and fails nowhere', () => {
  for (const question of ['', '   ', '?!', '🙂', 'xyzzy', 'đ'.repeat(10_000)])
    expect(search(question)).toEqual(search(question));
  expect(search('')).toEqual([]);
});

test('an empty library answers with nothing', () => {
  const index = indexLibrary([{ id: '1', ...readDocument('empty.txt', ''), inForce: true }]);
  expect(librarySearch(index)('Chi bộ là gì?').statements).toEqual([]);
});

test('a search leaves nothing behind for the next one', () => {
  const before = search('đảng phí');
  search('hoá đơn chứng từ');
  expect(search('đảng phí')).toEqual(before);
});

test.each([
  ['nghi quyet 57-nq/tw', [{ number: '57', kind: 'NQ' }]],
  ['nghi quyet 57 noi gi', [{ number: '57', kind: 'NQ' }]],
  ['huong dan so 06-hd/tw', [{ number: '6', kind: 'HD' }]],
  ['nghi dinh 178/2024/nd-cp', [{ number: '178', kind: 'ND' }]],
  ['luat 24/2018/qh14', [{ number: '24', kind: null }]],
  ['truoc ngay 30/4/1975', []],
  ['ket nap 30 nguoi', []],
  ['quy dinh 30 ngay', []],
])('%s names its documents', (question, documents) => {
  expect(referencesIn(question).documents.map(({ number, kind }) => ({ number, kind }))).toEqual(documents);
});

test('a number is meant by its digits and its kind', () => {
  const [reference] = referencesIn('nghi quyet 03').documents;
  expect(isMeant(reference!, '03/nq-cp')).toBe(true);
  expect(isMeant(reference!, '03-hd/tw')).toBe(false);
  expect(isMeant(reference!, '30-nq/tw')).toBe(false);
});
