import { expect, test } from 'vitest';
import { byKeyphrases } from '../../hub/reports/proposals/by-keyphrases.ts';
import { sizeOf } from '../../hub/reports/proposals/sizes.ts';
import { drains, insurance, lights, others, proposal } from './proposals.ts';

const grouped = async (texts: readonly string[]) =>
  await byKeyphrases(
    texts.map((text) => proposal(text)),
    { smallest: 5 },
  );
const labelled = async (texts: readonly string[]) =>
  (await grouped(texts)).map(({ label, proposals }) => [label, proposals.length]);

test('what people propose is grouped by words that they share, also where they type no accents', async () => {
  expect(await labelled([...lights, ...drains, ...insurance, ...others])).toEqual([
    ['Bảo hiểm y tế', 5],
    ['Đèn đường', 7],
    ['Thoát nước', 6],
  ]);
});

test('the order in which it was said does not matter', async () => {
  const texts = [...others, ...insurance.toReversed(), ...lights, ...drains.toReversed()];
  expect(await labelled(texts)).toEqual(await labelled([...lights, ...drains, ...insurance, ...others]));
});

test('four people are no group, nor are five proposals of four people', async () => {
  expect(await grouped(lights.slice(0, 4))).toEqual([]);
  const [first, ...more] = lights.slice(0, 4).map((text) => proposal(text));
  const again = { ...proposal(lights[4]!), speaker: first!.speaker };
  expect(await byKeyphrases([first!, ...more, again], { smallest: 5 })).toEqual([]);
  const unnamed = lights.map((text) => proposal(text, { speaker: null, named: false }));
  expect(await byKeyphrases(unnamed, { smallest: 5 })).toEqual([]);
});

test('what is said in every proposal is no group, nor is what only sounds alike', async () => {
  const polite = ['Sân kho', 'Trạm bơm', 'Cầu treo', 'Chợ phiên', 'Lớp học'].map(
    (what) => `Kính đề nghị cấp trên quan tâm, xem xét giải quyết: ${what}.`,
  );
  expect(await grouped(polite)).toEqual([]);
  const cutBySigns = lights.map((_, index) => `Đã có đèn. Đường ${index} thì chưa.`);
  expect(await grouped(cutBySigns)).toEqual([]);
});

test.each([
  ['in capitals', 'Đề nghị Lò Văn Cương sửa ngay'],
  ['behind a title', 'Đề nghị đồng chí Cương sửa ngay, đồng chí Cương'],
  ['in small letters', 'lò văn cương làm chưa tốt'],
  ['without accents', 'lo van cuong lam chua tot'],
])('a person is no group: %s', async (_, text) => {
  const labels = (await grouped(Array.from({ length: 6 }, () => text))).map(({ label }) => label);
  expect(labels.filter((label) => /cương|cuong/iu.test(label))).toEqual([]);
});

test('a label is written as most people write it, and found in texts of five people at least', async () => {
  for (const { key, label, proposals } of await grouped([...lights, ...drains, ...insurance, ...others])) {
    expect(label).toMatch(/[^\p{ASCII}]/u);
    for (const { runs } of proposals)
      expect(runs.map((run) => run.map(({ folded }) => folded).join(' ')).join(' / ')).toContain(key);
    expect(new Set(proposals.map(({ speaker }) => speaker)).size).toBeGreaterThanOrEqual(5);
  }
});

test('a size is a range that begins with the smallest group', () => {
  const sizes = [5, 9, 10, 19, 20, 49, 50, 999].map((people) => sizeOf(people, 5).size);
  expect(sizes).toEqual(['5–9', '5–9', '10–19', '10–19', '20–49', '20–49', '50+', '50+']);
  expect(sizeOf(12, 12)).toEqual({ size: '12–19', least: 12 });
});
