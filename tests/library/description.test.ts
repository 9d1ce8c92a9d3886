import { describe, expect, test } from 'vitest';
import { inForce, readDocument } from '../../hub/library/index.ts';
import { realDocuments } from './given.ts';
import { shared } from './material.ts';

const regulation = `BAN CHẤP HÀNH TRUNG ƯƠNG

Số 12-QĐ/TW Hà Nội, ngày 03 tháng 02 năm 2026

QUY ĐỊNH

về sổ tay chi bộ

1. Chi bộ giữ sổ.

2. Quy định này có hiệu lực thi hành từ ngày 01/3/2026 và thay thế Quy định số 05-QĐ/TW, ngày 7/5/2021.
`;

test('a document without a header says by its letterhead and its last lines what it is', () => {
  expect(readDocument('so-tay.txt', regulation)).toMatchObject({
    number: '12-QĐ/TW',
    kind: 'Quy định',
    date: '2026-02-03',
    effective: '2026-03-01',
    title: 'QUY ĐỊNH về sổ tay chi bộ',
    relations: [{ kind: 'replaces', number: '05-QĐ/TW' }],
  });
});

test('what stands before the text goes before what is read in it', () => {
  const text = `---\ntitle: "Sổ tay"\nnumber: "13-QĐ/TW"\n---\n\n${regulation}`;
  expect(readDocument('so-tay.md', text)).toMatchObject({
    title: 'Sổ tay',
    number: '13-QĐ/TW',
    date: '2026-02-03',
  });
});

test.each([
  [
    'Hướng dẫn này thay thế Hướng dẫn số 01-HD/TW, ngày 28/9/2021.',
    [{ kind: 'replaces', number: '01-HD/TW' }],
  ],
  [
    'Luật Cán bộ, công chức số 22/2008/QH12 hết hiệu lực từ ngày Luật này.',
    [{ kind: 'replaces', number: '22/2008/QH12' }],
  ],
  ['Bãi bỏ khoản 2 Điều 3 của Luật số 20/2023/QH15.', [{ kind: 'amends', number: '20/2023/QH15' }]],
  ['Hiến pháp đã được sửa đổi, bổ sung một số điều theo Nghị quyết số 203/2025/QH15.', []],
  ['Căn cứ Quy định số 24-QĐ/TW, ngày 30/7/2021.', []],
  ['Hướng dẫn thực hiện Quy định số 213-QĐ/TW.', [{ kind: 'guides', number: '213-QĐ/TW' }]],
  [
    '---\nnote: "hết hiệu lực: đã được Quy định 37-QĐ/TW (25/10/2021) thay thế"\n---\n\nQUY ĐỊNH\n',
    [{ kind: 'replaced-by', number: '37-QĐ/TW' }],
  ],
])('of another document: %s', (text, relations) => {
  expect(readDocument('a.txt', text).relations).toMatchObject(relations);
});

/** `kind number` of each relation that a text states as the last words of a regulation. */
function statedIn(text: string, top = ''): string[] {
  const letterhead = 'Số 90-QĐ/TU Hà Nội, ngày 3 tháng 2 năm 2026\n\nQUY ĐỊNH\n\nvề sổ tay chi bộ\n\n';
  const filling = '1. Chi bộ giữ sổ và ghi sau mỗi kỳ sinh hoạt.\n\n'.repeat(100);
  const { relations } = readDocument('a.txt', `${letterhead}${top}\n\n${filling}${text}\n`);
  return relations.map(({ kind, number }) => `${kind} ${number}`);
}

test.each([
  ['Thay thế Quy định số 12-QĐ/TU, ngày 01/5/2016 của Ban Thường vụ Tỉnh ủy.', ['replaces 12-QĐ/TU']],
  ['2. Bãi bỏ Quyết định số 12-QĐ/TU và Hướng dẫn số 3-HD/TU.', ['replaces 12-QĐ/TU', 'replaces 3-HD/TU']],
  ['Quyết định có hiệu lực kể từ ngày ký và thay thế Quyết định số 12-QĐ/TU.', ['replaces 12-QĐ/TU']],
  ['Quy định này có hiệu lực từ ngày ký; thay thế Quy định số 12-QĐ/TU.', ['replaces 12-QĐ/TU']],
  [
    'Quy định này thay thế các Quy định số 1-QĐ/TW, số 2-QĐ/TW và số 3-QĐ/TW.',
    ['replaces 1-QĐ/TW', 'replaces 2-QĐ/TW', 'replaces 3-QĐ/TW'],
  ],
  [
    'Quy định này thay thế Quy định số 1-QĐ/TW, ngày 01.5.2016 của Bộ Chính trị về thực hiện nền nếp sinh hoạt và Kết luận số 2-KL/TW.',
    ['replaces 1-QĐ/TW', 'replaces 2-KL/TW'],
  ],
  [
    'Luật này thay thế Luật Cán bộ, công chức số 22/2008/QH12 và Luật Viên chức số 58/2010/QH12.',
    ['replaces 22/2008/QH12', 'replaces 58/2010/QH12'],
  ],
  [
    'Quy định này thay thế các văn bản sau:\n\na) Quy định số 1-QĐ/TW, ngày 01/5/2016;\n\nb) Kết luận số 2-KL/TW.\n\nc) Chi bộ ghi sổ.',
    ['replaces 1-QĐ/TW', 'replaces 2-KL/TW'],
  ],
  [
    'Các văn bản sau đây hết hiệu lực kể từ ngày Luật này có hiệu lực:\n\n1. Luật số 22/2008/QH12;\n\n2. Luật số 58/2010/QH12.',
    ['replaces 22/2008/QH12', 'replaces 58/2010/QH12'],
  ],
  [
    'Quy định số 1-QĐ/TW và Quy định số 2-QĐ/TW hết hiệu lực kể từ ngày Quy định này có hiệu lực.',
    ['replaces 1-QĐ/TW', 'replaces 2-QĐ/TW'],
  ],
  ['Kể từ ngày Luật này có hiệu lực, Luật số 22/2008/QH12 hết hiệu lực.', ['replaces 22/2008/QH12']],
  ['Quyết định số 12-QĐ/TU bị bãi bỏ.', ['replaces 12-QĐ/TU']],
  [
    'Quy định này sửa đổi, bổ sung một số điều của Quy định số 24-QĐ/TW và Quy định số 25-QĐ/TW.',
    ['amends 24-QĐ/TW', 'amends 25-QĐ/TW'],
  ],
  ['Sửa đổi, bổ sung khoản 2 Điều 3 Quy định số 24-QĐ/TW như sau:', ['amends 24-QĐ/TW']],
  ['Thay thế cụm từ “huyện ủy” tại Điều 4 của Quy chế số 7-QC/TW.', ['amends 7-QC/TW']],
  ['Quy định này đã được Quy định số 95-QĐ/TU thay thế.', ['replaced-by 95-QĐ/TU']],
  ['Quy định này được thay thế bằng Quy định số 95-QĐ/TU.', ['replaced-by 95-QĐ/TU']],
])('at the end: %s', (text, relations) => {
  expect(statedIn(text)).toEqual(relations);
});

test.each([
  'Quy định số 47-QĐ/TW đã được Quy định số 37-QĐ/TW thay thế.',
  'Quy định số 47-QĐ/TW được thay thế bằng Quy định số 37-QĐ/TW.',
  'Nghiên cứu, đề xuất ban hành quy định thay thế Quy định số 80-QĐ/TW.',
  'Rà soát, kiến nghị sửa đổi, bổ sung một số điều của Luật số 22/2008/QH12.',
  'Căn cứ Nghị định số 30/2020/NĐ-CP thay thế Nghị định số 110/2004/NĐ-CP.',
  'Đại biểu dự khuyết thay thế được cử theo Quy định số 5-QĐ/TW.',
  'Khi Quy định số 5-QĐ/TW hết hiệu lực thì chi bộ báo cáo.',
  'Chi bộ giữ sổ như đã ghi từ khi thực hiện Quy định số 29-QĐ/TW.',
  'Quy định này thay thế Quy định số 90-QĐ/TU.',
])('says nothing about another: %s', (text) => {
  expect(statedIn(text)).toEqual([]);
});

test('where it begins, a document says what it carries out', () => {
  const top = 'Thực hiện Nghị quyết số 57-NQ/TW và Kết luận số 69-KL/TW, Ban Thường vụ quy định như sau:';
  expect(statedIn('', top)).toEqual(['guides 57-NQ/TW', 'guides 69-KL/TW']);
  expect(statedIn(top)).toEqual([]);
});

test.each([
  ['one word over and over', 'Quy định này thay thế '.repeat(10_000)],
  ['numbers without end', 'thay thế số 1-QĐ/TW, '.repeat(10_000)],
  ['lists without end', 'thay thế các văn bản sau:\n'.repeat(10_000)],
  ['nothing but spaces between', `này thay thế Luật${' '.repeat(200_000)}số 1-QĐ/TW`],
  ['nothing but letters', `sửa đổi một số điều ${'của Luật '.repeat(25_000)} 1-QĐ/TW`],
])('relations are read in time in step with the text: %s', { timeout: 60_000 }, (_, text) => {
  expect(readDocument('a.txt', text).relations.length).toBeLessThanOrEqual(20);
});

test('a document that another replaces is in force no more', () => {
  const older = readDocument('a.txt', 'Số 05-QĐ/TW Hà Nội, ngày 7 tháng 5 năm 2021\n\n1. Chi bộ giữ sổ.');
  const newer = readDocument('b.txt', regulation);
  expect([...inForce([older, newer])]).toEqual([newer]);
});

describe.skipIf(!shared)('real documents', () => {
  const documents = shared ? realDocuments() : [];

  test('have number, kind, issuer, date and title', () => {
    expect(documents).toHaveLength(20);
    for (const { number, kind, issuer, date, title } of documents) {
      expect([number, kind, issuer, date, title].every(Boolean)).toBe(true);
    }
  });

  test('are described by their text as by what was written above it, where the text has a letterhead', () => {
    const withLetterhead = documents.flatMap((document) => {
      const bare = readDocument(document.file, document.text.replace(/^---\n[^]*?\n---\n/, ''));
      return bare.number && bare.date ? [{ document, bare }] : [];
    });
    expect(withLetterhead.length).toBeGreaterThanOrEqual(9);
    for (const { document, bare } of withLetterhead) {
      expect([bare.number, bare.kind, bare.date]).toEqual([document.number, document.kind, document.date]);
    }
  });

  test('the two that hold no more are known', () => {
    const standing = inForce(documents);
    const gone = documents.filter((document) => !standing.has(document)).map(({ number }) => number);
    expect(gone).toEqual(['181-QĐ/TW', '47-QĐ/TW']);
  });
});
