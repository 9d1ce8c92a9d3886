import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readFrontMatter } from '../../hub/library/reading/front-matter.ts';
import { labelOf } from '../../hub/library/structure/labels.ts';
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

describe.skipIf(!shared)('real documents', () => {
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
