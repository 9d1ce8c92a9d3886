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
  ['Bãi bỏ khoản 2 Điều 3 của Luật số 20/2023/QH15.', []],
  ['Hiến pháp đã được sửa đổi, bổ sung một số điều theo Nghị quyết số 203/2025/QH15.', []],
  ['Căn cứ Quy định số 24-QĐ/TW, ngày 30/7/2021.', []],
  ['Hướng dẫn thực hiện Quy định số 213-QĐ/TW.', [{ kind: 'guides', number: '213-QĐ/TW' }]],
  [
    'hết hiệu lực: đã được Quy định 37-QĐ/TW (25/10/2021) thay thế',
    [{ kind: 'replaced-by', number: '37-QĐ/TW' }],
  ],
])('of another document: %s', (text, relations) => {
  expect(readDocument('a.txt', text).relations).toEqual(relations);
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
