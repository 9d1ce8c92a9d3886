import { describe, expect, test } from 'vitest';
import { numberAndSign } from '../../hub/meetings/papers/forms.ts';
import type { MotionFacts } from '../../hub/meetings/papers/facts.ts';
import { layout, pointsOf } from '../../hub/meetings/papers/layout.ts';
import { motionLines } from '../../hub/meetings/papers/motion-lines.ts';
import { levelOf, proposalsFor } from '../../hub/meetings/papers/quality-scale.ts';
import { rendered } from '../../hub/meetings/papers/rendering/rendering.ts';
import { dayInWords, lowerFirst, monthAhead, percent } from '../../hub/meetings/papers/vietnamese-form.ts';
import { readHere } from '../../hub/platform/file-text/file-text.ts';
import { unpacked, zipEntries } from '../../hub/platform/zip.ts';

describe('the forms of the office', () => {
  test.each([
    ['2026-02-05', 'ngày 05 tháng 02 năm 2026'],
    ['2026-01-10', 'ngày 10 tháng 01 năm 2026'],
    ['2026-03-09', 'ngày 09 tháng 3 năm 2026'],
    ['2026-12-31', 'ngày 31 tháng 12 năm 2026'],
  ])('a zero before days below ten and the first two months alone: %s', (day, words) => {
    expect(dayInWords(day)).toBe(words);
  });

  test('a number has no colon, and a zero below ten', () => {
    expect(numberAndSign(7, 'minutes', 'CB')).toBe('Số 07-BB/CB');
    expect(numberAndSign(12, 'resolution', 'CB')).toBe('Số 12-NQ/CB');
    expect(numberAndSign(120, 'conclusion', 'ĐU')).toBe('Số 120-KL/ĐU');
  });

  test('a meeting in the second half of a month settles the next one', () => {
    expect(['2026-12-03', '2026-11-28', '2026-12-28'].map(monthAhead)).toEqual([
      '2026-12-01',
      '2026-12-01',
      '2027-01-01',
    ]);
  });

  test('shares and small letters', () => {
    expect([percent(28, 30), percent(1, 2), percent(0, 0)]).toEqual(['93,33%', '50%', '0%']);
    expect([lowerFirst('Đảng viên học tập'), lowerFirst('NQ 57')]).toEqual(['đảng viên học tập', 'NQ 57']);
  });
});

describe('a motion is worded by its own threshold', () => {
  const nothing = { issued: null, returned: null, valid: null, invalid: null, choices: [] };
  const cards = (threshold: MotionFacts['threshold'], inFavour: number, base: number): MotionFacts => ({
    title: 'Kết nạp',
    threshold,
    secret: false,
    base,
    inFavour,
    against: base - inFavour,
    other: 0,
    ...nothing,
  });

  test.each([
    ['majority', 15, 30, 'chưa đạt quá 1/2'],
    ['majority', 16, 30, 'đạt quá 1/2'],
    ['two_thirds', 19, 30, 'chưa đạt 2/3'],
    ['two_thirds', 20, 30, 'đạt ít nhất 2/3'],
  ] as const)('%s: %i of %i', (threshold, inFavour, base, words) => {
    expect(motionLines([cards(threshold, inFavour, base)])[1]).toContain(`Kết quả: ${words}.`);
  });

  test('a secret ballot names its papers, and each name its votes', () => {
    const ballot = { issued: 30, returned: 29, valid: 28, invalid: 1 };
    const choices = [{ name: 'Trần Thị Bình', votes: 25 }];
    const secret = { ...cards('majority', 0, 30), secret: true, ...ballot, choices };
    expect(motionLines([secret]).slice(1)).toEqual([
      '- Số phiếu phát ra 30, thu về 29, hợp lệ 28, không hợp lệ 1.',
      '- Trần Thị Bình: 25/30 (83,33%), đạt quá 1/2.',
    ]);
  });
});

describe('the score', () => {
  const rule = {
    time: {
      shortUpTo: [
        { minutes: 0, points: 5 },
        { minutes: 15, points: 4 },
        { minutes: 30, points: 3 },
      ],
      half: 2,
      less: 1,
    },
    attendance: { atLeast: [{ percent: 90, points: 4 }], less: 1, unexcused: 1 },
  };
  const at = (minutes: number) => new Date(Date.UTC(2026, 1, 5, 12, 30 + minutes));

  test.each([
    [95, 5],
    [90, 5],
    [75, 4],
    [60, 3],
    [45, 2],
    [44, 1],
  ])('%i of ninety minutes give %i points', (heldMinutes, points) => {
    const meeting = { startsAt: at(0), openedAt: at(-20), closedAt: at(heldMinutes) };
    const facts = { meeting, roll: [] } as unknown as Parameters<typeof proposalsFor>[0];
    expect(proposalsFor(facts, rule, 90).get('time')).toMatchObject({ points, heldMinutes });
  });

  test.each([
    [90, 'Tốt'],
    [89, 'Khá'],
    [50, 'Trung bình'],
    [0, 'Kém'],
  ])('%i is %s', (total, level) => {
    const levels = [
      { name: 'Tốt', from: 90 },
      { name: 'Khá', from: 70 },
      { name: 'Trung bình', from: 50 },
      { name: 'Kém', from: 0 },
    ];
    expect(levelOf({ criteria: [], levels }, total)).toBe(level);
  });
});

test('a large paper has the margins and lines of its one configuration, and holds nobody up', async () => {
  const said =
    'Đồng chí Nguyễn Thị Phượng: nhất trí; đề nghị giữ gìn vệ sinh, quỹ khuyến học phải công khai.';
  const paper = {
    name: 'Biên bản',
    at: new Date('2026-02-05T14:00:00Z'),
    parent: 'ĐẢNG BỘ XÃ TÂN LẬP',
    issuer: 'CHI BỘ THÔN NẬM CHẢY',
    sign: 'Số 07-BB/CB',
    placeAndDay: 'Xã Tân Lập, ngày 05 tháng 02 năm 2026',
    mark: null,
    kind: 'BIÊN BẢN',
    subject: 'sinh hoạt chi bộ thường kỳ tháng 02 năm 2026',
    body: [{ heading: 'I- Nội dung' }, ...Array.from({ length: 120 }, () => ({ paragraph: said }))],
    left: { bold: ['NGƯỜI GHI BIÊN BẢN'], plain: [], name: 'Trần Thị Bình' },
    right: { bold: ['CHỦ TRÌ HỘI NGHỊ'], plain: [], name: 'Nguyễn Văn An' },
    notes: [],
  };
  let ticks = 0;
  const ticking = setInterval(() => (ticks += 1), 20);
  const began = performance.now();
  const [pdf, again, docx] = await Promise.all([
    rendered(paper, 'pdf'),
    rendered(paper, 'pdf'),
    rendered(paper, 'docx'),
  ]);
  clearInterval(ticking);
  // In a thread of its own: the timer went on beside it for at least half of the time.
  expect(ticks).toBeGreaterThan((performance.now() - began) / 40);

  // Sending the same paper twice is told by its file.
  expect(Buffer.compare(pdf, again)).toBe(0);
  const zip = Buffer.from(docx);
  const part = zipEntries(zip).find(({ name }) => name === 'word/document.xml')!;
  const xml = (await unpacked(zip, part, 10_000_000)).toString('utf8');
  const twips = (millimetres: number) => Math.round(pointsOf(millimetres) * 20);
  const { left, right, top, bottom } = layout.marginsMm;
  const wanted = Object.entries({ left, right, top, bottom }).map(
    ([side, millimetres]) => `w:${side}="${twips(millimetres)}"`,
  );
  const lines = `w:line="${layout.linePt * 20}" w:lineRule="exact"`;
  expect([...wanted, lines].filter((each) => !xml.includes(each))).toEqual([]);
  const read = await readHere({ name: 'a.pdf', mediaType: 'application/pdf', content: pdf });
  expect(read.readable && read.text.replaceAll(/\s+/g, ' ').split('Nguyễn Thị Phượng').length).toBe(121);
});
