import { describe, expect, onTestFinished, test } from 'vitest';
import { restoration } from '../../hub/library/meaning/restoration.ts';
import { syllablesOf } from '../../hub/library/search/syllables.ts';
import { realDocuments } from './given.ts';
import { shared } from './material.ts';

function opened() {
  const words = restoration((error) => {
    throw error;
  });
  onTestFinished(() => words.close());
  return words;
}

const bare = (text: string) =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');

describe('what is typed without diacritics', () => {
  test('gets those of everyday questions without having read anything', () => {
    expect(opened().restored('phai lam gi, bao nhieu nam, nhu the nao?')).toBe(
      'phải làm gì, bao nhiêu năm, như thế nào?',
    );
  });

  test('gets those of the library as it learns, and not those of what has gone', async () => {
    const words = opened();
    const text = 'Cán bộ lâm trường trồng bạch đàn. Bạch đàn của lâm trường cao mười mét.';
    expect(words.restored('lam truong trong bach dan')).not.toContain('bạch đàn');
    words.learn(text, 1);
    await expect.poll(() => words.restored('lam truong trong bach dan')).toBe('lâm trường trồng bạch đàn');
    expect(words.knows('bach')).toBe(true);
    words.learn(text, -1);
    await expect.poll(() => words.knows('bach')).toBe(false);
    await expect
      .poll(() => words.restored('lam truong trong bach dan'))
      .not.toBe('lâm trường trồng bạch đàn');
  });

  test('keeps numbers, signs and words that nobody has read', () => {
    expect(opened().restored('57-NQ/TW co bao nhieu xyzq?')).toBe('57-NQ/TW có bao nhiêu xyzq?');
  });

  test('has shorthand spelt out', () => {
    expect(opened().restored('dong bn tien')).toContain('bao nhiêu tiền');
  });

  test('stays as it is where something has diacritics, or there is nothing', () => {
    const words = opened();
    expect(words.restored('Đảng phi bao nhieu')).toBe('Đảng phi bao nhieu');
    expect(words.restored('')).toBe('');
    expect(words.restored('?!')).toBe('?!');
  });
});

test.skipIf(!shared)(
  'of a document that was not learnt, more than ninety-five syllables in a hundred come right',
  async () => {
    const documents = realDocuments();
    const words = opened();
    const kept = documents.find(({ file }) => file.startsWith('24-2018'))!;
    for (const document of documents) if (document !== kept) words.learn(document.text, 1);
    const lines = kept.text.split(/[.;\n]/).filter((line) => line.length > 40);
    expect(lines.length).toBeGreaterThan(100);
    const right = () => {
      const pairs = lines.flatMap((line) => {
        const meant = syllablesOf(line);
        const restored = syllablesOf(words.restored(bare(line)));
        return meant.length === restored.length
          ? meant.map((one, at) => one.written === restored[at]!.written)
          : [];
      });
      return pairs.filter(Boolean).length / pairs.length;
    };
    await expect.poll(right, { timeout: 30_000, interval: 500 }).toBeGreaterThan(0.95);
  },
  60_000,
);
