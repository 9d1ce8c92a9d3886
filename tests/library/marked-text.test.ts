import { expect, test } from 'vitest';
import { isMarkedText } from '../../hub/library/marked-text.ts';

const line = 'Chi bộ giữ sổ tay tại nhà văn hóa và ghi sau mỗi kỳ sinh hoạt.\n';
const lines = (count: number) => line.repeat(count);

test.each([1, 3_000, 3_904, 3_905, 3_906, 3_907, 3_908, 12_000])(
  'a mark is found wherever it stands in a long text: below %i lines',
  async (count) => {
    expect(await isMarkedText(`${lines(count)}MẬT\n${lines(12_000)}`)).toBe(true);
    expect(await isMarkedText(lines(count + 10_000))).toBe(false);
  },
);

test('a heading that goes over a line is none, also where the text is parted', async () => {
  for (let count = 3_900; count < 3_920; count += 1) {
    const text = `${lines(count)}BẢO VỆ BÍ\nMẬT\nNHÀ NƯỚC\n${lines(5_000)}`;
    expect(await isMarkedText(text)).toBe(false);
  }
});

test('a text without lines ends as well', async () => {
  expect(await isMarkedText('a '.repeat(500_000))).toBe(false);
  expect(await isMarkedText(`${'a '.repeat(500_000)}\nMẬT`)).toBe(true);
});
