import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDocument } from '../../hub/library/index.ts';
import { passagesOf, type Passage } from '../../hub/library/structure/passages.ts';
import { substance } from './given.ts';

const label = fc.constantFrom(
  'Phần thứ nhất',
  'Chương I',
  'CHƯƠNG 9.',
  'Mục 2',
  'Điều 1.',
  'Điều 7',
  'Điều 3. Giải thích từ ngữ',
  'I-',
  'IV. ',
  '1.',
  '2.1.',
  '3.2.1. ',
  '99.99.99.99.99.99.',
  'a) ',
  'đ) ',
  '- ',
  '+ ',
  '## ',
  '| a | b |',
  '| c | ',
  'Bảng 2. ',
  'MẪU 3',
  'B- ',
  'Phụ lục',
  '---',
  '***',
  '',
);
const words = fc.constantFrom(
  'Chi bộ giữ sổ',
  'Dữ liệu mở là dữ liệu',
  'bao gồm:',
  'theo Điều 5 Điều lệ Đảng;',
  'KẾT LUẬN',
  'ngày 18/8/2016.',
  '1.500 tỷ',
  '|',
  'Người vào Đảng phải đủ 18 tuổi',
  '"',
  '​',
  '😀',
);
const line = fc
  .tuple(label, fc.array(words, { maxLength: 40 }))
  .map(([label, words]) => `${label}${words.join(' ')}`);
const document = fc.array(line, { maxLength: 60 }).map((lines) => lines.join('\n'));
const garbage = fc.oneof(
  document,
  fc.string({ unit: 'binary', maxLength: 3_000 }),
  fc.uint8Array({ maxLength: 3_000 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
);

test('every letter and digit stands in exactly one statement of one passage, in order', () => {
  fc.assert(
    fc.property(garbage, (text) => {
      const passages = passagesOf(text);
      const pieces = passages.flatMap(({ statements }) =>
        statements.map(({ start, end }) => text.slice(start, end)),
      );
      expect(substance(pieces.join(''))).toBe(substance(text));
    }),
    { numRuns: 300 },
  );
});

test('spans lie within the text, one behind the other, and a passage reaches from its first statement to its last', () => {
  fc.assert(
    fc.property(garbage, (text) => {
      let last = 0;
      for (const passage of passagesOf(text)) {
        expect(passage.statements.length).toBeGreaterThan(0);
        expect([passage.start, passage.end]).toEqual(reach(passage));
        for (const { start, end, locator } of passage.statements) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(locator).not.toBe('');
          last = end;
        }
      }
      expect(last).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 300 },
  );
});

test('two articles never share a passage', () => {
  // An empty clause at the end of an article once went over to the next one.
  const text = 'Điều 3. Giải thích từ ngữ\na) Dữ liệu mở là dữ liệu.\n1.\nĐiều 1.';
  expect(passagesOf(text).at(-1)?.locator).toBe('Điều 1');
  expect(passagesOf(text).at(-1)?.statements).toHaveLength(1);
  fc.assert(
    fc.property(document, (text) => {
      for (const { statements } of passagesOf(text)) {
        const articles = new Set(
          statements.map(({ locator }) => /Điều \d+\p{L}?/u.exec(locator)?.[0]).filter(Boolean),
        );
        expect(articles.size).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 300 },
  );
});

test.each([
  ['digits and dots', '1.'.repeat(100_000)],
  ['one line of capitals', 'ĐIỀU '.repeat(100_000)],
  ['labels without text', 'a) '.repeat(100_000)],
  ['an unclosed quotation', `"${'A là '.repeat(50_000)}`],
  ['sentences without end', 'số 12-NQ/TW thay thế '.repeat(30_000)],
  [
    'deep sections',
    Array.from({ length: 20_000 }, (_, at) => `${at % 2 ? 'Điều' : 'Chương'} ${at}`).join('\n'),
  ],
  ['combining marks', `a${'\u0301'.repeat(200_000)}`],
])(
  'reading ends on hostile text: %s',
  (_, text) => {
    expect(substance(readDocument('hostile.txt', text).text)).toBe(substance(text));
  },
  20_000,
);

function reach({ statements }: Passage): [number, number] {
  return [statements[0]!.start, statements.at(-1)!.end];
}
