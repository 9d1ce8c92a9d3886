import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Answers, Question } from '../../hub/consultations/index.ts';
import { one, openConsultationHouse, passage, ranking, refusal, several, text } from './house.ts';
import type { ConsultationHouse } from './house.ts';

let house: ConsultationHouse;
beforeAll(async () => (house = await openConsultationHouse()), 120_000);
beforeEach(() => house.clear());
afterAll(() => house?.close());

const asking = () => house.hub.consultations.asking;
const choice = one('Giờ nào?', 'Sáng', 'Tối');
const mark = { from: 1, to: 5, low: 'kém', high: 'tốt' };

describe('what is refused when it is prepared', () => {
  const wrong: [string, Parameters<ConsultationHouse['prepare']>[0]][] = [
    ['title 0', { title: '  ' }],
    ['title 0', { title: 'x'.repeat(201) }],
    ['introduction 0', { introduction: 'x'.repeat(4_001) }],
    ['questions 0', { questions: [] }],
    ['questions 0', { questions: [choice, choice, choice, choice] }],
    ['question 1', { questions: [{ ...choice, wording: '' }] }],
    ['options 1', { questions: [one('Giờ nào?', 'Sáng')] }],
    ['options 1', { questions: [one('Giờ nào?', 'Sáng', 'sáng')] }],
    ['options 2', { questions: [choice, ranking('Thứ tự?', ...'abcdefghi')] }],
    ['options 1', { questions: [{ ...several('Việc nào?', 'Một', 'Hai', 'Ba'), most: 1 }] }],
    ['scale 1', { questions: [{ ...choice, form: 'scale', options: [], scale: { ...mark, to: 11 } }] }],
    ['passage 1', { kind: 'draft', questions: [passage('Điều 1', ' ')] }],
    ['only-if 1', { questions: [{ ...choice, onlyIf: { question: 1, options: [0] } }] }],
    ['only-if 2', { questions: [choice, { ...choice, onlyIf: { question: 1, options: [2] } }] }],
    ['only-if 2', { questions: [text('Vì sao?'), { ...choice, onlyIf: { question: 1, options: [0] } }] }],
    ['level 0', { level: 'confidential', live: true }],
    ['closes-at 0', { closesAt: new Date('2026-11-02T08:30+07:00') }],
    ['closes-at 0', { closesAt: new Date('2027-03-02T08:30+07:00') }],
  ];
  test.each(wrong)('%s', async (what, given) => {
    expect(await refusal(house.prepare(given))).toBe(`consultation.invalid ${what}`);
  });

  test('what is a secret of the state', async () => {
    const questions = [one('Về văn bản MẬT số 12 thế nào?', 'Đúng', 'Sai')];
    expect(await refusal(house.prepare({ introduction: 'TỐI MẬT\nKế hoạch.', questions }))).toContain(
      'notice.classified',
    );
    expect(await house.count('consultation')).toBe(0);
  });

  test('what is not one’s own to ask, or is open already', async () => {
    expect(await refusal(house.prepare({}, 'B'))).toBe('may.not');
    expect(await refusal(house.prepare({ unit: 'X2-C' }))).toBe('may.not');
    const id = await house.prepare();
    expect(await refusal(asking().open(await house.as('D'), id))).toBe('consultation.unknown');
    await asking().open(await house.as('A'), id);
    expect(await refusal(asking().discard(await house.as('A'), id))).toBe('consultation.not-being-prepared');
    expect((await asking().list(await house.as('V'))).map((each) => each.id)).toEqual([id]);
    expect(await asking().list(await house.as('D'))).toEqual([]);
  });
});

describe('answers', () => {
  const questions: readonly Question[] = [
    choice,
    { ...one('Vì sao buổi tối?', 'Gần', 'Rảnh'), onlyIf: { question: 1, options: [1] } },
    { ...several('Việc nào?', 'Một', 'Hai', 'Ba'), most: 2, required: false },
    { ...ranking('Thứ tự?', 'Một', 'Hai'), required: false },
    text('Ý kiến khác?'),
  ];
  let id: string;
  beforeEach(async () => (id = await house.open({ kind: 'survey', questions })));
  const answered = async (answers: Answers) => {
    await house.answer('B', id, answers);
    return (await house.hub.consultations.answering.asked(await house.idOf('B'), id)).answers;
  };

  test('of a branch that is not gone are left out, whatever was sent', async () => {
    expect(await answered({ 1: 0, 2: 1 })).toEqual({ 1: 0 });
    expect(await refusal(answered({ 1: 1 }))).toBe('consultation.answers-invalid 2 missing');
    expect(await answered({ 1: 1, 2: 0, 3: [], 5: '  ' })).toEqual({ 1: 1, 2: 0 });
  });

  test.each<[string, Answers]>([
    ['1 missing', {}],
    ['1 not-allowed', { 1: 2 }],
    ['1 not-allowed', { 1: 'tối' }],
    ['3 not-allowed', { 1: 0, 3: [0, 1, 2] }],
    ['3 not-allowed', { 1: 0, 3: [1, 1] }],
    ['4 not-allowed', { 1: 0, 4: [0] }],
    ['9 not-allowed', { 1: 0, 9: 1 }],
    ['5 too-long', { 1: 0, 5: 'x'.repeat(2_001) }],
  ])('%s', async (what, answers) => {
    expect(await refusal(answered(answers))).toBe(`consultation.answers-invalid ${what}`);
  });

  test('that must bear a name and go elsewhere, or are secret, are not kept', async () => {
    const denouncing = 'Tôi tố cáo ông Nguyễn Văn Ba nhận hối lộ.';
    expect(await refusal(answered({ 1: 0, 5: denouncing }))).toContain('feedback.signed-door-needed');
    expect(await refusal(answered({ 1: 0, 5: 'TUYỆT MẬT\nNội dung.' }))).toContain('notice.classified');
    expect(await house.count('consultation_answer')).toBe(0);
  });

  test('to whom it is not put are refused', async () => {
    expect(await refusal(house.answer('D', id, { 1: 0 }))).toBe('consultation.unknown');
    expect(await refusal(house.answer('B', 'x', { 1: 0 }))).toBe('consultation.unknown');
    const [first] = await house.hub.consultations.answering.mine(await house.idOf('B'));
    expect(first?.id).toBe(id);
    expect(await house.hub.consultations.answering.mine(await house.idOf('D'))).toEqual([]);
  });
});

describe('a draft as passages', () => {
  const passagesOf = (draft: string) => house.hub.consultations.passagesOf(draft);
  const long = (letter: string) => `${letter.repeat(60)} ${'việc cần làm, '.repeat(20)}`.trim();
  const bare = (given: string) => given.normalize('NFC').replaceAll(/\s+/g, '');

  test('has its articles, with the chapter they begin', () => {
    const draft = [
      'QUY CHẾ LÀM VIỆC của chi bộ, dự thảo lần hai, lấy ý kiến toàn thể đảng viên trong chi bộ.',
      'Chương I',
      'QUY ĐỊNH CHUNG',
      `Điều 1. Phạm vi\n${long('a')}\n1. ${long('b')}`,
      `Điều 2. Đối tượng\n${long('c')}`,
      `Chương II\nTỔ CHỨC\nĐiều 3. Cấp ủy\n${long('d')}`,
    ].join('\n');
    const found = passagesOf(draft);
    expect(found.map(({ wording }) => wording)).toEqual([
      'Phần mở đầu',
      'Điều 1. Phạm vi',
      'Điều 2. Đối tượng',
      'Điều 3. Cấp ủy',
    ]);
    expect(found[3]!.passage).toContain('Chương II\nTỔ CHỨC\nĐiều 3');
    const small = [
      'Điều 1. Một.',
      'Điều 2. Hai.',
      `Điều 3. Ba. ${long('a')}`,
      `Điều 4. Bốn. ${long('b')}`,
      'Điều 5.',
    ];
    expect(passagesOf(small.join('\n')).map(({ wording }) => wording)).toEqual(['Điều 1–3', 'Điều 4–5']);
    expect(bare(found.map((each) => each.passage).join(''))).toBe(bare(draft));
  });

  test('has its numbers where it has no articles, and else its paragraphs', () => {
    const resolution = `I. TÌNH HÌNH\n1. ${long('a')}\n2. ${long('b')}\nII. NHIỆM VỤ\n1. ${long('c')}`;
    expect(passagesOf(resolution).map(({ wording }) => wording.slice(0, 7))).toEqual([
      'I, 1. a',
      'I, 2. b',
      'II, 1. ',
    ]);
    expect(passagesOf(`${long('a')}\n\n${long('b')}`).map(({ wording }) => wording)).toEqual([
      'Đoạn 1',
      'Đoạn 2',
    ]);
    expect(passagesOf('')).toEqual([]);
    expect(passagesOf('Ngắn.')).toHaveLength(1);
  });

  test('is cut at sentences where one is too long, and taken together where there are too many', () => {
    const sentence = 'Cấp ủy phân công đảng viên phụ trách từng việc cụ thể. ';
    const huge = `Điều 1. Dài\n${sentence.repeat(200)}\nĐiều 2. Ngắn\n${long('a')}`;
    const found = passagesOf(huge);
    expect(found.every(({ passage: each }) => each!.length <= 4_000)).toBe(true);
    expect(found.slice(0, 2).every(({ passage: each }) => each!.endsWith('.'))).toBe(true);
    expect(found[1]!.wording).toBe('Điều 1. Dài (tiếp)');
    expect(bare(found.map((each) => each.passage).join(''))).toBe(bare(huge));
    const many = Array.from({ length: 100 }, (_, n) => `Điều ${n + 1}. Việc\n${long('a')}`).join('\n');
    expect(passagesOf(many)).toHaveLength(60);
    expect(
      bare(
        passagesOf(many)
          .map((each) => each.passage)
          .join(''),
      ),
    ).toBe(bare(many));
  });
});
