import { describe, expect, test } from 'vitest';
import { indexLibrary, librarySearch, readDocument, type Searchable } from '../../hub/library/index.ts';

/** Three documents of one number, one more of its digits, and a law that was made anew. */
const documents = [
  given('old', '24-QĐ/TW', 'Ban Chấp hành Trung ương', '2016-07-30', false),
  given('new', '24-QĐ/TW', 'Ban Chấp hành Trung ương', '2021-07-30', true),
  given('province', '24-QĐ/TU', 'Tỉnh ủy Lâm Đồng', '2022-03-01', true),
  given('programme', '24/NQ-CP', 'Chính phủ', '2023-05-05', true),
  given('proposal', '31-TTr/TU', 'Tỉnh ủy Lâm Đồng', '2022-05-01', true),
  { ...given('law-2018', '24/2018/QH14', 'Quốc hội', '2018-06-12', false), title: 'Luật An ninh mạng' },
  { ...given('law-2025', '116/2025/QH15', 'Quốc hội', '2025-12-10', true), title: 'Luật An ninh mạng' },
];
const search = librarySearch(indexLibrary(documents));
const named = (question: string) => [...search(question).named.documents].map(({ id }) => id);
const missing = (question: string) => search(question).named.missing;

describe('documents of one number', () => {
  test.each([
    ['Quy định 24 nói gì?', ['province', 'new', 'old']],
    ['24-QĐ/TW quy định thế nào về chi bộ?', ['new', 'old']],
    ['quy dinh so 24-qd/tu noi gi', ['province']],
    ['Quy định 24 năm 2021 nói gì?', ['new']],
    ['Quy định 24 (2016)', ['old']],
    ['Quy định số 24-QĐ/TW, ngày 30/7/2016 về thi hành Điều lệ', ['old']],
    ['Quy định 24 ngày 30 tháng 7 năm 2021', ['new']],
    ['quy dinh 24 thang 3/2022', ['province']],
    ['Quy định 24 của Tỉnh ủy Lâm Đồng', ['province']],
    ['quy dinh 24 cua bch trung uong khoa xii', ['old']],
    ['Quy định 24-QĐ/TW nhiệm kỳ 2021-2026', ['new']],
    ['QĐ 24 khóa 13', ['province', 'new']],
    ['Nghị quyết 24 của Chính phủ', ['programme']],
    ['Quy định 24, năm 2030 phải đạt gì?', ['province', 'new', 'old']],
    ['31-TTr/TU nói gì?', ['proposal']],
    ['Thông tư 31 nói gì?', []],
    ['Luật 24/2018/QH14 cấm gì?', ['law-2018']],
    ['Luật An ninh mạng cấm gì?', ['law-2025', 'law-2018']],
    ['Luật An ninh mạng 2018 cấm gì?', ['law-2018']],
    ['luat an ninh mang nam 2025', ['law-2025']],
  ])('%s', (question, ids) => {
    expect(named(question)).toEqual(ids);
  });

  test.each([
    ['Quy định 24 năm 2019 nói gì?', ['quy dinh 24']],
    ['Quy định số 24-QĐ/TW, ngày 1/1/2020', ['24-qd/tw']],
    ['Luật 24/2023/QH15 cấm gì?', ['24/2023/qh15']],
    ['Nghị quyết 24-NQ/TW nói gì?', ['24-nq/tw']],
  ])('%s is one that the library does not have', (question, typed) => {
    expect(named(question)).toEqual([]);
    expect(missing(question)).toEqual(typed);
  });

  test('a document that the library has, of the year that was said, is not missing', () => {
    expect(missing('Quy định 24 năm 2021 nói gì?')).toEqual([]);
  });

  test('what they say comes with the one in force first, and the others appear', () => {
    const found = search('Quy định 24-QĐ/TW: chi bộ giữ sổ thế nào?').statements.map(
      ({ document }) => document.id,
    );
    expect(found[0]).toBe('new');
    expect(found.slice(0, 3)).toContain('old');
  });
});

function given(id: string, number: string, issuer: string, date: string, inForce: boolean): Searchable {
  const text = `1. Chi bộ giữ sổ của ${issuer}.\n\n2. Đảng viên báo cáo với ${issuer}.`;
  return { ...readDocument(`${id}.md`, text), id, number, issuer, date, inForce, title: `Văn bản ${id}` };
}
