import { describe, expect, test } from 'vitest';
import {
  drawSpokenWords,
  readSpokenWords,
  syllables,
  syllablesTogether,
} from '../../hub/platform/spoken-words.ts';
import { TooManyAtOnce } from '../../hub/feedback/unlinkable/errors.ts';
import { receiptHashing } from '../../hub/feedback/unlinkable/receipts.ts';
import { perMinute } from '../../hub/platform/per-minute.ts';
import { keysFrom } from '../../hub/platform/keys.ts';

const keys = keysFrom(Buffer.alloc(32, 7));

describe('the words of a receipt', () => {
  test('hold at least 96 bits and are all different', () => {
    expect(new Set(syllables).size).toBe(syllables.length);
    expect(syllablesTogether * Math.log2(syllables.length)).toBeGreaterThanOrEqual(96);
    expect(new Set(Array.from({ length: 500 }, drawSpokenWords)).size).toBe(500);
  });

  test('are plain letters, two by two', () => {
    for (let turn = 0; turn < 100; turn += 1)
      expect(drawSpokenWords()).toMatch(/^(?:[a-z]+-[a-z]+ ){5}[a-z]+-[a-z]+$/);
  });

  test('sound like no other of them, in the north or in the south', () => {
    // What people say alike, written alike.
    const heard = (syllable: string) =>
      syllable
        .replace(/^(?:gi(?=[aou])|r|v|d)/, 'z')
        .replace(/^x/, 's')
        .replace(/^tr/, 'ch')
        .replace(/^n(?![gh])/, 'l')
        .replace(/^k(?!h)/, 'c')
        .replace(/^ngh/, 'ng')
        .replace(/^gh/, 'g')
        .replaceAll('y', 'i')
        .replace(/(?:n|ng|nh)$/, 'n')
        .replace(/(?:t|c|ch|p)$/, 't');
    expect(new Set(syllables.map(heard)).size).toBe(syllables.length);
    expect(syllables.filter((one) => /^(?:x|tr|n(?![gh])|r|v|gi)/.test(one))).toEqual([]);
  });

  test('are read however they are written', () => {
    for (let turn = 0; turn < 200; turn += 1) {
      const receipt = drawSpokenWords();
      const words = receipt.split(/[ -]/);
      const numbered = receipt.split(' ').map((pair, index) => `${index + 1}. ${pair}`);
      const ways = [
        receipt,
        receipt.toUpperCase(),
        words.join(' '),
        words.join('\n'),
        words.join(''),
        words.join(' – '),
        `  ${words.join(', ')}.  `,
        numbered.join('\r\n'),
        receipt.replaceAll('a', 'ắ').replaceAll('o', 'ộ').replaceAll('e', 'ế').replaceAll('d', 'đ'),
        receipt.replaceAll('u', 'ứ').normalize('NFD'),
        // As somebody writes it down who says these sounds alike.
        receipt.replaceAll(/\bs/g, 'x').replaceAll(/\bch/g, 'tr').replaceAll(/\bl/g, 'n'),
        receipt.replaceAll(/\bd/g, 'v').replaceAll('i', 'y'),
      ];
      for (const way of ways) expect(readSpokenWords(way), way).toBe(receipt);
    }
  });

  test.each([
    '',
    'ba',
    'không có gì',
    `${drawSpokenWords()} ba`,
    drawSpokenWords().slice(4),
    '7KQ2-MP4D',
    '12',
    'ư'.repeat(9_000),
  ])('are not found in %j', (text) => {
    expect(readSpokenWords(text)).toBeNull();
  });
});

describe('what finds a receipt again', () => {
  test('is slow, peppered, and never the same before and after release', async () => {
    const hashesOf = receiptHashing(keys);
    const receipt = drawSpokenWords();
    const began = performance.now();
    const hashes = await hashesOf(receipt);
    expect(performance.now() - began).toBeGreaterThan(30);
    expect(hashes.staged).toHaveLength(32);
    expect(hashes.staged.equals(hashes.released)).toBe(false);
    expect(await hashesOf(receipt)).toEqual(hashes);
    const elsewhere = await receiptHashing(keysFrom(Buffer.alloc(32, 8)))(receipt);
    expect(elsewhere.staged.equals(hashes.staged)).toBe(false);
    expect(elsewhere.released.equals(hashes.released)).toBe(false);
  });

  test('is made of all who ask together, a few at a time', async () => {
    const hashesOf = receiptHashing(keys);
    const receipts = Array.from({ length: 6 }, drawSpokenWords);
    const together = await Promise.all(receipts.map((receipt) => hashesOf(receipt)));
    expect(new Set(together.map(({ staged }) => staged.toString('hex'))).size).toBe(6);
  });
});

test('so many a minute are answered, whoever asks', () => {
  let now = new Date('2026-11-01T02:00:00Z');
  const take = perMinute(30, { clock: () => now, full: (seconds) => new TooManyAtOnce(seconds) });
  for (let turn = 0; turn < 30; turn += 1) take();
  expect(take).toThrow(expect.objectContaining({ code: 'feedback.too-many-at-once', status: 429 }));
  now = new Date(now.getTime() + 2_000);
  take();
  expect(take).toThrow();
  now = new Date(now.getTime() + 3_600_000);
  for (let turn = 0; turn < 30; turn += 1) take();
  expect(take).toThrow();
});
