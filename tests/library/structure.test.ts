import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readFrontMatter } from '../../hub/library/reading/front-matter.ts';
import { labelOf } from '../../hub/library/structure/labels.ts';
import { outlineEntries } from '../../hub/library/structure/outline-entries.ts';
import { passagesOf } from '../../hub/library/structure/passages.ts';
import { realDocuments, substance } from './given.ts';
import { givenQuestions, shared } from './material.ts';

test.each([
  ['PHẦN THỨ NHẤT', 'part', 'NHẤT'],
  ['Chương IV', 'chapter', 'IV'],
  ['Chương 1.', 'chapter', '1'],
  ['Mục 3: ỨNG DỤNG CÔNG NGHỆ', 'section', '3'],
  ['Tiểu mục 2. Thủ tục', 'subsection', '2'],
  ['Điều 12a. Hiệu lực', 'article', '12a'],
  ['Điều 2.Đối tượng áp dụng', 'article', '2'],
  ['**Điều 5.** Nguyên tắc', 'article', '5'],
  ['I- QUAN ĐIỂM CHỈ ĐẠO', 'roman', 'I'],
  ['III. TỔ CHỨC THỰC HIỆN', 'roman', 'III'],
  ['3.2.1. Người giới thiệu', 'clause', '3.2.1'],
  ['10.2 Việc chuyển', 'clause', '10.2'],
  ['1- Nói, làm trái', 'clause', '1'],
  ['3.Bộ, cơ quan ngang bộ', 'clause', '3'],
  ['đ) Kinh phí', 'point', 'đ'],
  ['- Người vào Đảng.', 'dash', ''],
  ['+ Kiểm tra', 'plus', ''],
  ['Phụ lục II', 'appendix', 'II'],
  ['PHỤ LỤC 1A', 'appendix', '1A'],
  ['MẪU SỐ 2', 'form', '2'],
  ['Mẫu 3-KNĐ', 'form', '3-KNĐ'],
  ['B- ĐỊNH HƯỚNG PHÁT TRIỂN KHOA HỌC VÀ CÔNG NGHỆ ĐẾN NĂM 2020 VÀ TẦM NHÌN ĐẾN NĂM 2030', 'part', 'B'],
  ['(2) Kiểm tra', 'point', '2'],
  ['## Những điều cần biết', 'heading', ''],
])('%s opens a part of its kind', (text, kind, number) => {
  expect(labelOf(text)).toMatchObject({ kind, number });
});

test.each([
  '1.500 tỷ đồng được cấp',
  '18/8/2016 là ngày',
  'Việc quản lý hồ sơ',
  'Vì vậy, cần',
  'Mục tiêu đến năm 2030',
  '2025-2030',
  'C. Mác và Ph. Ăng-ghen',
  'B. Nguyễn',
])('%s opens nothing', (text) => {
  expect(labelOf(text)).toBeNull();
});

const law = `Chương I
NHỮNG QUY ĐỊNH CHUNG

Điều 1. Giải thích từ ngữ

Trong Luật này, các từ ngữ dưới đây được hiểu như sau:

1. Dữ liệu mở là dữ liệu mà ai cũng được dùng.

2. Kho chung là nơi giữ dữ liệu, bao gồm:

a) Kho của trung ương;

đ) Kho của xã.

Điều 2. Trách nhiệm

1. Chi bộ giữ sổ.
`;

describe('a law', () => {
  const passages = passagesOf(law);
  const statements = passages.flatMap((passage) => passage.statements);
  const at = (words: string) => statements.find(({ start, end }) => law.slice(start, end).includes(words))!;

  test('says where each of its sentences stands', () => {
    expect(at('Kho của xã').locator).toBe('Chương I, Điều 1, khoản 2, điểm đ');
    expect(at('Chi bộ giữ sổ').locator).toBe('Chương I, Điều 2, khoản 1');
  });

  test('keeps what a sentence stands under and hangs on', () => {
    expect(at('Kho của xã').context).toEqual([
      'NHỮNG QUY ĐỊNH CHUNG',
      'Giải thích từ ngữ',
      'Trong Luật này, các từ ngữ dưới đây được hiểu như sau:',
      'Kho chung là nơi giữ dữ liệu, bao gồm:',
    ]);
  });

  test('has each definition as a passage of its own, with its points', () => {
    expect(at('Dữ liệu mở').term).toBe('Dữ liệu mở');
    expect(passages.map(({ start, end }) => law.slice(start, end).split('\n')[0])).toEqual([
      'Chương I',
      '1. Dữ liệu mở là dữ liệu mà ai cũng được dùng.',
      '2. Kho chung là nơi giữ dữ liệu, bao gồm:',
      'Điều 2. Trách nhiệm',
    ]);
  });
});

test('an article that a sentence only mentions opens nothing', () => {
  const text =
    'Điều 1. Trách nhiệm\n\n1. Thực hiện theo\n\nĐiều 5 Điều lệ Đảng và hướng dẫn này.\n\nĐiều 2. Hiệu lực\n\n1. Từ ngày ký.';
  const locators = passagesOf(text).flatMap(({ statements }) => statements.map(({ locator }) => locator));
  expect(locators).not.toContain('Điều 5');
  expect(locators).toContain('Điều 2, khoản 1');
});

test('a long paragraph is cut at the ends of sentences, not at figures or initials', () => {
  const sentence =
    'Ngân sách là 1.500 tỷ đồng do TP. Hồ Chí Minh cấp trong năm và được sử dụng đúng mục đích. ';
  const text = `1. ${sentence.repeat(8)}`.trim();
  for (const { statements } of passagesOf(text)) {
    for (const { start, end } of statements) expect(text.slice(start, end)).toMatch(/đúng mục đích\.$/);
  }
});

describe('tables and appendices', () => {
  const wide = (words: string) =>
    `| ${words} | ${'Ban Tổ chức chủ trì, các chi bộ phối hợp thực hiện. '.repeat(4)}|`;
  const text = [
    'Điều 3. Chỉ tiêu',
    'Chỉ tiêu được giao như sau:',
    '| STT | Chỉ tiêu | Năm 2026 |',
    '| --- | --- | --- |',
    '| 1 | Kết nạp đảng viên | 30 người |',
    '| 2 | Chi bộ kiểu mẫu | 12 chi bộ |',
    'Việc khác theo Phụ lục I.',
    'Phụ lục kèm theo Quy định này nêu mẫu sổ.',
    'PHỤ LỤC I',
    'DANH MỤC NHIỆM VỤ',
    '| Nhiệm vụ | Cơ quan |',
    wide('Số hoá hồ sơ'),
    wide('Bồi dưỡng cấp ủy'),
    'Bảng 5. Kinh phí',
    '| Việc | Triệu đồng |',
    '| Tập huấn | 40 |',
    '1. Chi bộ gửi báo cáo.',
  ].join('\n');
  const statements = passagesOf(text).flatMap((passage) => passage.statements);
  const at = (words: string) => statements.find(({ start, end }) => text.slice(start, end).includes(words))!;

  test('a short table is one statement with its header, and says where it stands', () => {
    const { start, end, locator, context } = at('30 người');
    expect(text.slice(start, end)).toMatch(/^\| STT [^]*12 chi bộ \|$/);
    expect(locator).toBe('Điều 3, bảng 1');
    expect(context).toContain('Chỉ tiêu được giao như sau:');
  });

  test('each row of a long one keeps the header that it stands under', () => {
    expect(at('Số hoá hồ sơ').locator).toBe('Phụ lục I, bảng 1');
    expect(at('Bồi dưỡng cấp ủy').context).toEqual(['DANH MỤC NHIỆM VỤ', '| Nhiệm vụ | Cơ quan |']);
  });

  test('the number above a table is its number, and what follows belongs to it no more', () => {
    expect(at('Tập huấn').locator).toBe('Phụ lục I, bảng 5');
    expect(at('Tập huấn').context).toContain('Bảng 5. Kinh phí');
    expect(at('gửi báo cáo').locator).toBe('Phụ lục I, mục 1');
    expect(at('Phụ lục kèm theo').locator).toBe('Điều 3');
  });
});

test('the named parts of a text, where one may begin to read', () => {
  const [chapter, first, second] = outlineEntries(law);
  expect(chapter).toEqual({ label: 'Chương I', title: 'NHỮNG QUY ĐỊNH CHUNG', depth: 0, start: 0 });
  expect(first).toMatchObject({ label: 'Điều 1', title: 'Giải thích từ ngữ', depth: 1 });
  expect(law.slice(second!.start)).toMatch(/^Điều 2/);
  expect(outlineEntries('Điều 4\n\nĐảng lãnh đạo Nhà nước.')).toMatchObject([
    { title: 'Đảng lãnh đạo Nhà nước.' },
  ]);
  expect(outlineEntries('1. Chi bộ họp.\n\n1.1. Mỗi tháng một lần.\n\n2. Chi bộ giữ sổ.')).toMatchObject([
    { label: 'mục 1' },
    { label: 'mục 2' },
  ]);
  expect(outlineEntries('Chỉ một câu.')).toEqual([]);
});

describe.skipIf(!shared)('real documents', () => {
  test('are entered at their parts', () => {
    const labels = (number: string) =>
      outlineEntries(realDocuments().find((document) => document.number === number)!.text)
        .filter(({ depth }) => depth === 0)
        .map(({ label }) => label);
    expect(labels('57-NQ/TW')).toEqual(['Mục I', 'Mục II', 'Mục III', 'Mục IV']);
    expect(labels('20-NQ/TW')).toEqual(['Phần A', 'Phần B', 'Phần C']);
    expect(labels('294-QĐ/TW')).toHaveLength(33);
    expect(labels('24/2018/QH14')).toHaveLength(7);
  });

  test('lose nothing, and nothing stands twice', () => {
    for (const { text, passages } of realDocuments()) {
      const whole = substance(text.slice(readFrontMatter(text).bodyStart));
      const pieces = passages.flatMap(({ statements }) =>
        statements.map(({ start, end }) => text.slice(start, end)),
      );
      expect(substance(pieces.join(''))).toBe(whole);
    }
  });

  test('say of every sentence that was asked about where it stands', () => {
    const documents = realDocuments();
    const evidence = readFileSync(givenQuestions, 'utf8')
      .trim()
      .split('\n')
      .flatMap(
        (line) =>
          (JSON.parse(line) as { evidence: { doc: string; locator: string; quote: string }[] }).evidence,
      );
    for (const { doc, locator, quote } of evidence) {
      const { text, passages } = documents.find(({ file }) => file === doc)!;
      const opening = quote.replaceAll(/\s+/g, ' ').slice(0, 40);
      const statement = passages
        .flatMap(({ statements }) => statements)
        .find(({ start, end }) => text.slice(start, end).replaceAll(/\s+/g, ' ').includes(opening));
      expect(`${doc} ${place(statement!.locator)}`).toContain(place(locator));
    }
  });

  test('have passages that fit a screen, and their middle is about 650 characters', () => {
    const lengths = realDocuments()
      .flatMap(({ passages }) => passages.map(({ start, end }) => end - start))
      .toSorted((a, b) => a - b);
    expect(lengths.at(-1)).toBeLessThan(1_600);
    expect(lengths[lengths.length >> 1]).toBeGreaterThan(500);
  });
});

/** `II.1 Đến năm 2030` and `Mục II, mục 1` are both II.1. */
function place(locator: string): string {
  const [numbers] = locator.split(/ (?=Đến năm)/);
  return (numbers!.match(/[IVX]+(?!\p{L})|\d+|(?<![\p{L}\d])[a-zđ](?!\p{L})/gu) ?? []).join('.');
}
