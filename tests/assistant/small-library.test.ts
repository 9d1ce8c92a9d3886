import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { libraryFolder, quotingAssistant } from '../../hub/assistant/index.ts';

const demoLibrary = join(import.meta.dirname, '../../prisma/demo/library');
const { index } = await libraryFolder(demoLibrary);
const answer = quotingAssistant(index);
const rows = readFileSync(join(import.meta.dirname, 'everyday-questions.tsv'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t') as ['seen' | 'unseen', 'answered' | 'refused', string]);

/** In a library of six documents nearly every word of a question stands somewhere by chance, or nowhere. */
describe.each(['seen', 'unseen'])('everyday questions over six documents (%s)', (half) => {
  const refusedOf = (wanted: string) => {
    const those = rows.filter(([of, as]) => of === half && as === wanted);
    return those.filter(([, , question]) => answer(question).refused).length / those.length;
  };

  test('are refused where no document is about them', () => {
    expect(refusedOf('refused')).toBeGreaterThanOrEqual(0.9);
  });

  test('are answered where one is', () => {
    expect(refusedOf('answered')).toBeLessThanOrEqual(0.16);
  });
});

test.each([
  'dang vien',
  'toi la dang vien gi',
  'chi bộ',
  'giá vàng hôm nay',
  'làm hộ chiếu ở đâu',
  'bot ngu qua',
])('%s: nothing is quoted for words that stand on every page, or nowhere', (question) => {
  expect(answer(question).refused).toBe(true);
});

test('a quotation is without what says nothing of the question', () => {
  const [first] = answer('bao nhieu tuoi dc vao dang').quotes;
  expect(first!.text).toContain('phải đủ 18 tuổi đến đủ 60 tuổi');
  expect(first!.text).not.toContain('Căn cứ');
});

test('a quotation does not end with the heading of what comes next', () => {
  const [first] = answer('vao dang can hoc het lop may').quotes;
  expect(first!.text).toContain('bằng tốt nghiệp trung học cơ sở');
  expect(first!.text).not.toContain('Về quyền của đảng viên');
});

test('what was asked of a year is not answered with another', () => {
  const [first] = answer(
    'năm 2045, Nghị quyết 57 chi bao nhiêu phần trăm GDP cho nghiên cứu phát triển?',
  ).quotes;
  expect(first!.text).toContain('2045');
});
