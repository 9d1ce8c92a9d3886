import { expect, test } from 'vitest';
import { readAnswer } from '../../bots/conversations/consultations/reading.ts';
import { understand } from '../../bots/conversations/understand.ts';
import type { Question } from '../../hub/consultations/index.ts';
import { heldOut } from './consultation-phrases-held-out.ts';
import { phrasings, type Phrasing } from './consultation-phrases.ts';

const plain: Question = {
  form: 'text',
  wording: 'Câu hỏi',
  options: [],
  most: null,
  scale: null,
  passage: null,
  required: true,
  onlyIf: null,
};
const questions: Readonly<Record<string, Question>> = {
  one: { ...plain, form: 'one', options: ['Thứ Bảy tuần đầu', 'Chủ nhật tuần đầu', 'Tối thứ Năm'] },
  several: {
    ...plain,
    form: 'several',
    options: ['Đường thôn', 'Nước sạch', 'Nhà văn hóa', 'Điện', 'Giống lúa'],
  },
  ranking: { ...plain, form: 'ranking', options: ['Đường', 'Nước', 'Điện'] },
  scale: { ...plain, form: 'scale', scale: { from: 1, to: 5, low: 'kém', high: 'tốt' } },
  passage: { ...plain, form: 'passage', passage: 'Chi bộ họp hằng quý.' },
  text: plain,
};

function readAs([asked, text]: Phrasing): unknown {
  if (asked === 'begins') return understand(text).kind;
  const reading = readAnswer(questions[asked]!, text);
  return reading.kind === 'answer' ? reading.answer : reading.kind;
}

const wrongOf = (table: readonly Phrasing[]) =>
  table.flatMap((row) => {
    const read = readAs(row);
    return JSON.stringify(read) === JSON.stringify(row[2]) ? [] : [{ row, read }];
  });

test('what is typed to a question, without marks too, is read as it was meant', () => {
  expect(phrasings.length).toBeGreaterThanOrEqual(60);
  expect(wrongOf(phrasings)).toEqual([]);
});

test('and of people whom the reader was not made with', () => {
  const wrong = wrongOf(heldOut);
  expect(heldOut.length).toBeGreaterThanOrEqual(20);
  expect(wrong).toEqual([]);
});
