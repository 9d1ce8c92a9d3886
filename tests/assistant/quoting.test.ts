import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { libraryFolder, quotingAssistant, type Quoted } from '../../hub/assistant/index.ts';
import { indexLibrary, readDocument } from '../../hub/library/index.ts';
import { corpus, shared } from '../library/material.ts';

describe.skipIf(!shared)('an answer over real documents', async () => {
  const { index } = shared ? await libraryFolder(corpus) : { index: indexLibrary([]) };
  const answer = quotingAssistant(index);
  const words = index.documents.flatMap(({ text }) => text.slice(600, 4_000).split(/\s+/));
  const question = fc.array(fc.constantFrom('', ...words, 'là gì', 'bao nhiêu', '57-NQ/TW', '?'), {
    maxLength: 14,
  });

  test('quotes the documents word for word, at most 700 characters, nothing twice', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const { quotes } = answer(asked.join(' '));
        expect(quotes.length).toBeLessThanOrEqual(3);
        for (const { document, start, end, text } of quotes) {
          expect(text.length).toBeLessThanOrEqual(700);
          expect(text).not.toBe('');
          expect(document.text.slice(start, end)).toBe(text);
        }
        for (const [place, one] of quotes.entries()) {
          for (const other of quotes.slice(place + 1)) {
            expect(one.document !== other.document || one.end <= other.start || other.end <= one.start).toBe(
              true,
            );
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  test('names what was asked for and is not there', () => {
    expect(said(answer('Quy định 338-QĐ/TW nói gì về văn bản điện tử?'))).toEqual({
      refused: true,
      missing: ['338-qd/tw'],
    });
    expect(said(answer('Luật Đất đai quy định giá đất thế nào?'))).toEqual({
      refused: true,
      missing: ['luat dat dai'],
    });
    expect(said(answer('Nghị quyết 57-NQ/TW đặt mục tiêu gì về kinh tế số?'))).toEqual({
      refused: false,
      missing: [],
    });
  });

  test('claims nothing about the asker, of today, of telephones', () => {
    for (const asked of [
      'Ai là bí thư chi bộ của tôi?',
      'lich hop chi bo thang nay la ngay nao',
      'Số điện thoại của Tỉnh ủy là bao nhiêu?',
    ]) {
      expect(answer(asked).refused, asked).toBe(true);
    }
  });
});

test('an empty library refuses', () => {
  const answer = quotingAssistant(
    indexLibrary([{ id: '1', ...readDocument('empty.txt', ''), inForce: true }]),
  );
  expect(answer('Chi bộ là gì?')).toMatchObject({ refused: true, quotes: [] });
});

function said({ refused, missing }: Quoted) {
  return { refused, missing };
}
