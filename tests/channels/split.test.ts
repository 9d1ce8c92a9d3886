import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitText } from '../../hub/channels/index.ts';

const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' });
const longestGrapheme = 15;

/** What people write: syllables, some decomposed, families and flags, punctuation, blank lines. */
const character = fc.constantFrom(
  ...'a n đ ế ư ợ e\u0302\u0301 u\u031b\u0323 0 . , ; ” • 👍 👩‍🌾 👨‍👩‍👧‍👦 🇻🇳 𠊛 👍🏽'.split(' '),
);
const gap = fc.constantFrom(' ', ' ', ' ', '  ', '. ', '? ', '.”\n', '\n', '\n\n', '\n\n\n', '\t', '\u00a0');
const word = fc
  .array(character, { minLength: 1, maxLength: 30, size: '+1' })
  .map((letters) => letters.join(''));
const prose = fc
  .array(fc.tuple(word, gap), { maxLength: 200, size: 'max' })
  .map((words) => words.flat().join(''));
const limits = fc.integer({ min: longestGrapheme, max: 400 });

const withoutSpace = (text: string) => text.replaceAll(/\s+/g, '');

describe('any text', () => {
  test('is cut into pieces that fit, the first one too', () => {
    fc.assert(
      fc.property(prose, limits, limits, (text, limit, firstLimit) => {
        const pieces = splitText(text, limit, firstLimit);
        expect(pieces.filter((piece, index) => piece.length > (index === 0 ? firstLimit : limit))).toEqual(
          [],
        );
        expect(pieces.filter((piece) => piece !== piece.trim() || piece === '')).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('loses nothing that can be seen, and keeps its order', () => {
    fc.assert(
      fc.property(prose, limits, (text, limit) => {
        expect(withoutSpace(splitText(text, limit).join('\n'))).toBe(withoutSpace(text));
      }),
      { numRuns: 300 },
    );
  });

  test('is never cut inside a character', () => {
    fc.assert(
      fc.property(prose, limits, (text, limit) => {
        const allowed = new Set(
          Array.from(graphemes.segment(text), ({ index }) => index).concat(text.length),
        );
        let at = 0;
        for (const piece of splitText(text, limit)) {
          at = text.indexOf(piece, at);
          expect(allowed.has(at)).toBe(true);
          at += piece.length;
          expect(allowed.has(at)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('that fits is one piece, and nothing is no piece', () => {
    fc.assert(
      fc.property(prose, (text) => {
        const whole = text.trim();
        expect(splitText(text, Math.max(1, whole.length))).toEqual(whole === '' ? [] : [whole]);
      }),
    );
  });

  test('ends, also where one character alone is longer than a piece', () => {
    const family = '👨‍👩‍👧‍👦';
    const zalgo = `a${'\u0301'.repeat(100)}`;
    for (const text of [family.repeat(30), zalgo, `${zalgo} ${family}`]) {
      for (const limit of [2, 3, 5, 7]) {
        const pieces = splitText(text, limit);
        expect(pieces.every((piece) => piece.length <= limit && piece.isWellFormed())).toBe(true);
        expect(withoutSpace(pieces.join(''))).toBe(withoutSpace(text));
      }
    }
  });
});

describe('a cut', () => {
  const [first, second] = ['Mục một có hai câu. Đây là câu thứ hai.', 'Mục hai ngắn.'];

  test('falls between paragraphs where it can', () => {
    expect(splitText(`${first}\n\n${second}`, 45)).toEqual([first, second]);
    const paragraphs = Array.from({ length: 40 }, (_, index) => `Đoạn ${index}: ${'chữ '.repeat(10)}hết.`);
    for (const piece of splitText(paragraphs.join('\n\n'), 200)) {
      expect(piece.split('\n\n').every((paragraph) => paragraphs.includes(paragraph))).toBe(true);
    }
  });

  test('else between lines, else after a sentence, else at a space', () => {
    expect(splitText(`${first}\n${second}`, 45)).toEqual([first, second]);
    expect(splitText(`${first} ${second}`, 45)).toEqual([first, second]);
    expect(splitText('mot hai ba bon nam sau', 12)).toEqual(['mot hai ba', 'bon nam sau']);
    expect(splitText('Đồng chí hỏi: “Họp lúc nào?” Trả lời: 19 giờ.', 30)).toEqual([
      'Đồng chí hỏi: “Họp lúc nào?”',
      'Trả lời: 19 giờ.',
    ]);
  });

  test('at exactly the limit takes the whole paragraph', () => {
    expect(splitText(`${'a'.repeat(20)}\n\n${'b'.repeat(20)}`, 20)).toEqual(['a'.repeat(20), 'b'.repeat(20)]);
    expect(splitText(`${'a'.repeat(20)} ${'b'.repeat(20)}`, 20)).toEqual(['a'.repeat(20), 'b'.repeat(20)]);
  });

  test('leaves no nearly empty piece for the sake of a paragraph', () => {
    const [piece] = splitText(`Ngắn.\n\n${'dài '.repeat(100)}`, 100);
    expect(piece!.length).toBeGreaterThan(90);
  });

  test('goes through a word only where the word is longer than a piece', () => {
    expect(splitText('x'.repeat(25), 10)).toEqual(['x'.repeat(10), 'x'.repeat(10), 'x'.repeat(5)]);
    expect(splitText('👍'.repeat(8), 5)).toEqual(['👍👍', '👍👍', '👍👍', '👍👍']);
  });
});

const resolution = '/work/shared/corpus/57-NQ-TW_2024_dot-pha-khcn-dmst-cds.md';

describe.skipIf(!existsSync(resolution))('a resolution of 35 KB', () => {
  test('becomes parts that Telegram takes, whole and in order', () => {
    const text = readFileSync(resolution, 'utf8').normalize('NFC');
    const pieces = splitText(text, 4096);
    expect(pieces.length).toBeGreaterThan(5);
    expect(pieces.length).toBeLessThanOrEqual(Math.ceil(text.length / 4096) * 2);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(4096);
    expect(withoutSpace(pieces.join('\n'))).toBe(withoutSpace(text));
    // Its lines are short enough, so no piece begins in the middle of one.
    const lines = new Set(text.split('\n').map((line) => line.trim()));
    const begins = pieces.map((piece) => piece.split('\n')[0]!.trim());
    expect(begins.filter((line) => !lines.has(line)).length).toBeLessThanOrEqual(1);
  });
});
