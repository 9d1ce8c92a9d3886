import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../hub/library/document.ts';
import { fused } from '../../hub/library/meaning/fusion.ts';
import type { Near } from '../../hub/library/meaning/nearest.ts';
import type { FoundInLibrary, KnownDocument } from '../../hub/library/port.ts';
import { indexLibrary } from '../../hub/library/search/library-index.ts';
import { librarySearch } from '../../hub/library/search/search.ts';

const words =
  'đảng viên chi bộ họp sổ tay báo cáo kết nạp thẻ phí cấp ủy quyết định nghị quyết thi hành'.split(' ');
const text = fc
  .array(fc.array(fc.constantFrom(...words), { minLength: 4, maxLength: 14 }), {
    minLength: 3,
    maxLength: 12,
  })
  .map((lines) => lines.map((line, at) => `Điều ${at + 1}. ${line.join(' ')}.`).join('\n\n'));
const question = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 })
  .map((said) => said.join(' '));

function knownDocument(id: string, content: string): KnownDocument {
  return {
    ...readDocument(`${id}.md`, content),
    id,
    inForce: true,
    unitId: 'unit',
    readers: { who: 'members', roles: [] },
    status: 'in_force',
    replacedBy: [],
  };
}

function libraryOf(contents: readonly string[]) {
  const documents = contents.map((content, at) => knownDocument(`d${at}`, content));
  const search = librarySearch(indexLibrary(documents));
  const passages = documents.flatMap((document) =>
    document.passages.map((passage) => ({ document, passage })),
  );
  return { passages, search: (typed: string): FoundInLibrary => search(typed) };
}

/** As if so many others were there too, none of them near. */
function near(passages: Near['passages'], compared = 10_000): Near {
  return { passages, compared, mean: 0, deviation: 0.1 };
}

const order = ({ statements }: FoundInLibrary) =>
  statements.map(({ document, statement, score }) => [document.id, statement.start, score]);

describe('words and meaning together', () => {
  test('are what words found where all is equally near, or nothing stands out', () => {
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 3 }),
        question,
        fc.double({ min: -1, max: 0.37, noNaN: true }),
        (contents, typed, nearness) => {
          const { passages, search } = libraryOf(contents);
          const found = search(typed);
          const all = passages.map((one) => ({ ...one, nearness }));
          expect(order(fused(found, near(all)))).toEqual(order(found));
          expect(
            order(fused(found, { passages: all, compared: all.length, mean: nearness, deviation: 0 })),
          ).toEqual(order(found));
          expect(fused(found, near([])).wordScores).toBe(undefined);
        },
      ),
    );
  });

  test('never put a passage lower because it is nearer', () => {
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 3 }),
        question,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 40, maxLength: 40 }),
        fc.nat(),
        fc.double({ min: 0, max: 0.5, noNaN: true }),
        (contents, typed, nearness, which, more) => {
          const { passages, search } = libraryOf(contents);
          const found = search(typed);
          const chosen = passages[which % passages.length]!;
          const placed = (extra: number) => {
            const all = passages.map((one, at) => ({
              ...one,
              nearness: nearness[at % 40]! + (one === chosen ? extra : 0),
            }));
            return fused(found, near(all)).statements;
          };
          const best = (statements: FoundInLibrary['statements']) => {
            const at = statements.findIndex(({ passage }) => passage === chosen.passage);
            return at === -1 ? Infinity : at;
          };
          expect(best(placed(more))).toBeLessThanOrEqual(best(placed(0)));
        },
      ),
    );
  });

  test('hold each statement once, best first, with the scores that words gave beside them', () => {
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 3 }),
        question,
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (contents, typed, stream) => {
          const { passages, search } = libraryOf(contents);
          const found = search(typed);
          const { statements, wordScores } = fused(
            found,
            near(passages.map((one) => ({ ...one, nearness: stream.next().value }))),
          );
          expect(new Set(statements.map(({ statement }) => statement)).size).toBe(statements.length);
          expect(statements.map(({ score }) => score)).toEqual(
            statements.map(({ score }) => score).toSorted((a, b) => b - a),
          );
          if (wordScores) expect(wordScores).toEqual(found.statements.slice(0, 10).map(({ score }) => score));
          for (const { document, passage, statement } of statements) {
            expect(document.passages).toContain(passage);
            expect(passage.statements).toContain(statement);
          }
        },
      ),
    );
  });

  test('bring what shares no word, its telling statement before its heading', () => {
    const { passages, search } = libraryOf([
      'Điều 1. Chi bộ họp\n\n1. Chi bộ họp mỗi tháng.',
      'Điều 2. Vườn ươm\n\n1. Côn trùng phát sáng sống trong lồng kính.',
    ]);
    const found = search('xyzt');
    expect(found.statements).toEqual([]);
    const chosen = passages.find(({ document }) => document.id === 'd1')!;
    const [best] = fused(found, near([{ ...chosen, nearness: 0.8 }])).statements;
    expect(best?.document.text.slice(best.statement.start, best.statement.end)).toContain('Côn trùng');
  });
});
