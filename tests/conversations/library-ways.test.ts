import { describe, expect, test } from 'vitest';
import { offsetOf, placeAsText, placeFromText } from '../../bots/conversations/library/places.ts';
import { paragraphAt, partFrom, startOfPart } from '../../bots/conversations/library/reading-parts.ts';
import { libraryWish } from '../../bots/conversations/library/typed-ways.ts';

describe('what is typed to get at documents', () => {
  const number = (words: string, digits: string, kind: string | null = null) => ({ words, digits, kind });
  const place = (label: string, clause: string | null = null, point: string | null = null) => ({
    label,
    clause,
    point,
  });

  test.each([
    ['/vanban 57-NQ/TW', { kind: 'named', document: number('57-NQ/TW', '57') }],
    ['/vanban@CauNoiBot 57-NQ/TW', { kind: 'named', document: number('57-NQ/TW', '57') }],
    ['nghị quyết 57', { kind: 'named', document: number('57', '57', 'Nghị quyết') }],
    ['mo quy dinh 294', { kind: 'named', document: number('294', '294', 'Quy định') }],
    ['tim van ban ve dang phi', { kind: 'search', words: 'dang phi' }],
    ['Tìm văn bản về: đảng phí', { kind: 'search', words: 'đảng phí' }],
    ['/vanban đảng phí', { kind: 'search', words: 'đảng phí' }],
    ['dieu 5', { kind: 'place', place: place('dieu 5'), document: null }],
    [
      'điều 5 khoản 2 điểm đ quy định 294',
      { kind: 'place', place: place('dieu 5', '2', 'd'), document: number('294', '294', 'Quy định') },
    ],
    [
      'khoan 2 dieu 5 cua quy dinh 294-QĐ/TW',
      { kind: 'place', place: place('dieu 5', '2'), document: number('294-QĐ/TW', '294', 'Quy định') },
    ],
    [
      'quy dinh 294 dieu 5',
      { kind: 'place', place: place('dieu 5'), document: number('294', '294', 'Quy định') },
    ],
    [
      'mục 11.4.1 hướng dẫn 06',
      { kind: 'place', place: place('muc 11 4 1'), document: number('06', '6', 'Hướng dẫn') },
    ],
    ['van ban moi', { kind: 'new' }],
    ['có gì mới không ạ?', { kind: 'new' }],
    ['tim trong thu vien', { kind: 'ask-words' }],
    ['theo loai', { kind: 'kinds' }],
    ['trang sau', { kind: 'next' }],
    ['trang 3', { kind: 'page', number: 3 }],
    ['muc luc', { kind: 'outline' }],
    ['gửi tệp', { kind: 'file' }],
  ])('“%s”', (typed, wish) => {
    expect(libraryWish(typed)).toEqual(wish);
  });

  test.each([
    'nghị quyết 57 nói gì về khoa học',
    'dieu 5 quy dinh 294 noi gi',
    'so 6',
    '6',
    '10 gio',
    '5 dong chi',
    '2 nguoi',
    'tôi dự',
    'họp lúc 19 giờ',
    '123456',
    '',
    '???',
  ])('“%s” is about something else, or a question', (typed) => {
    expect(libraryWish(typed)).toBeNull();
  });
});

describe('a long document, part after part', () => {
  const paragraphs = Array.from(
    { length: 60 },
    (_, index) => `Điều ${index + 1}. ${'chữ '.repeat((index * 7) % 90)}hết.`,
  );
  const texts = [
    paragraphs.join('\n'),
    'không có chỗ ngắt '.repeat(500),
    'x'.repeat(5_000),
    'ngắn',
    `${'Câu này dài vừa. '.repeat(300)}\nHết.`,
  ];

  test.each(texts)('holds all of it once, in parts that fit a telephone', (text) => {
    let shown = '';
    let offset: number | null = 0;
    for (let turns = 0; offset !== null; turns += 1) {
      const part = partFrom(text, offset);
      expect(part.start).toBe(shown.length);
      expect(part.end - part.start).toBeLessThanOrEqual(1_750);
      expect(part.number).toBe(turns + 1);
      shown += text.slice(part.start, part.end);
      offset = part.next;
      expect(turns).toBeLessThan(200);
    }
    expect(shown.trim()).toBe(text.trim());
  });

  test('ends where a paragraph ends, and goes back the way it came', () => {
    const [text] = texts as [string];
    const second = partFrom(text, partFrom(text, 0).next!);
    expect(text.slice(second.start, second.start + 4)).toBe('Điều');
    expect(second.before).toBe(0);
    expect(partFrom(text, second.next!).before).toBe(second.start);
    expect(partFrom(text, 1e9).next).toBeNull();
    expect(startOfPart(text, 2)).toBe(second.start);
    expect(startOfPart(text, 0)).toBe(0);
    expect(startOfPart(text, 99)).toBe(startOfPart(text, second.parts));
  });

  test('opened at a citation begins with its paragraph', () => {
    const text = 'Một.\nHai, ba.\nBốn.';
    expect([0, 3, 5, 8, text.length - 1].map((offset) => paragraphAt(text, offset))).toEqual([
      0, 0, 5, 5, 14,
    ]);
  });
});

describe('a place in a document', () => {
  const text =
    'Chương I\nĐiều 4. Một\n1. a\n2. b\nĐiều 5. Hai\n1. Trước\n2. Sau:\na) một;\nđ) năm.\nĐiều 6. Ba\n2. khác';
  const outline = ['Chương I', 'Điều 4', 'Điều 5', 'Điều 6'].map((label, index) => ({
    label,
    title: '',
    depth: index === 0 ? 0 : 1,
    start: text.indexOf(label),
  }));
  const at = (typed: string) => {
    const offset = offsetOf({ text, outline }, placeFromText(typed));
    return offset === null ? null : text.slice(offset).split('\n')[0];
  };

  test('is found by its number where it has no name', () => {
    const plain = { text: '1. Một\n1.1. Hai\n11. Ba\n11.1. Bốn', outline: [] };
    const found = (typed: string) => offsetOf(plain, placeFromText(typed));
    expect(['muc 1 1', 'muc 11', 'dieu 1', 'muc 11 1', 'muc 2', 'chuong i'].map(found)).toEqual([
      plain.text.indexOf('1.1.'),
      plain.text.indexOf('11.'),
      0,
      plain.text.indexOf('11.1.'),
      null,
      null,
    ]);
  });

  test('is found by article, clause and point, with đ; what is not there leads to the nearest', () => {
    expect(['dieu 5', 'dieu 5/2', 'dieu 5/2/d', 'dieu 4/2', 'dieu 6/2', 'chuong i'].map(at)).toEqual([
      'Điều 5. Hai',
      '2. Sau:',
      'đ) năm.',
      '2. b',
      '2. khác',
      'Chương I',
    ]);
    expect(['dieu 5/9', 'dieu 5/2/z', 'dieu 9'].map(at)).toEqual(['Điều 5. Hai', '2. Sau:', null]);
    expect(placeAsText({ label: 'dieu 5', clause: null, point: null })).toBe('dieu 5');
    expect(placeAsText({ label: 'dieu 5', clause: '2', point: 'd' })).toBe('dieu 5/2/d');
  });
});
