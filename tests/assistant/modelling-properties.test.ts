import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkedAnswer } from '../../hub/assistant/modelling/checked-answer.ts';
import { factsIn } from '../../hub/assistant/modelling/checks/facts.ts';
import type { ModelledSentence } from '../../hub/assistant/modelling/port.ts';
import { passagesFound, regulation } from './modelling-given.ts';

const passages = passagesFound(regulation);

/** Sentences that are shown of what a model wrote in these pieces; none where it is refused. */
function shown(...pieces: readonly string[]): readonly ModelledSentence[] {
  let last: readonly ModelledSentence[] = [];
  const answer = checkedAnswer({ passages, language: 'vi' }, { onSentence: (soFar) => void (last = soFar) });
  for (const piece of pieces) answer.take(piece);
  const outcome = answer.finish(true);
  // What was shown while it was written passed the same checks.
  return outcome?.kind === 'answered' ? outcome.sentences : last;
}

const place = fc.nat(passages.length - 1);
const quoteOf = (number: number) => {
  const words = passages[number]!.text.split(/\s+/);
  return fc
    .tuple(fc.nat(words.length - 1), fc.integer({ min: 3, max: 14 }))
    .map(([at, length]) => words.slice(at, at + length).join(' '));
};
const noise = fc.oneof(
  { weight: 5, arbitrary: fc.constant('') },
  fc.constantFrom(
    'không',
    'ít nhất',
    'tối đa',
    'trừ',
    'ba mươi',
    'http://a.vn',
    'Nguyễn Văn Lợi',
    '91',
    '2036',
  ),
  fc.string({ maxLength: 8 }),
  place.chain(quoteOf),
);
/** Words of a passage with something before and after them, cited for it or for another, with these words or others. */
const line = place.chain((number) =>
  fc
    .tuple(quoteOf(number), noise, noise, fc.boolean(), fc.boolean(), place.chain(quoteOf), place)
    .map(([said, before, after, isOfOther, hasOther, other, elsewhere]) => {
      const cited = isOfOther && hasOther ? elsewhere : number;
      const quote = hasOther && !isOfOther ? other : said;
      return `${before} ${said} ${after} [${cited + 1}] "${quote}"\n`;
    }),
);

describe('whatever a model writes', () => {
  test('each sentence that is shown has places in passages that were given, and no number of its own', () => {
    let seen = 0;
    fc.assert(
      fc.property(fc.array(line, { maxLength: 4 }), (lines) => {
        for (const { text: sentence, citations } of shown(...lines)) {
          seen += 1;
          expect(citations.length).toBeGreaterThan(0);
          for (const { passage, start, end } of citations) {
            expect(passages).toContain(passage);
            expect(passage.start <= start && start < end && end <= passage.end).toBe(true);
            expect(end - start).toBeLessThanOrEqual(700);
          }
          const cited = citations.map(({ passage }) => `${passage.locator} ${passage.text}`).join(' ');
          const { number, date } = passages[0]!.document;
          const there = new Set(`${cited} ${number} ${date}`.match(/\d+/g)?.map(Number));
          const spoken = [3, 1];
          for (const figure of sentence.match(/\d+/g) ?? []) {
            expect([...there, ...spoken]).toContain(Number(figure));
          }
          expect(sentence).not.toMatch(/http|Lợi/);
        }
      }),
      { numRuns: 1_500 },
    );
    expect(seen).toBeGreaterThan(20);
  });

  test('nothing throws, and nothing without a passage is shown', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.string({ unit: 'binary' }))), (pieces) => {
        expect(shown(...pieces).every(({ citations }) => citations.length > 0)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('it is the same however it is cut into pieces', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 4 }), fc.array(fc.nat(400)), (lines, cuts) => {
        const whole = lines.join('');
        const places = [0, ...cuts.filter((cut) => cut < whole.length).toSorted((a, b) => a - b)];
        const pieces = places.map((place, index) => whole.slice(place, places[index + 1]));
        expect(shown(...pieces).map((one) => one.text)).toEqual(shown(whole).map((one) => one.text));
      }),
      { numRuns: 300 },
    );
  });
});

test('a true sentence with another number in it is not shown', () => {
  const sentences = passages.flatMap((passage, place) =>
    passage.text
      .split(/(?<=\.)\s+(?=\p{Lu})|\n+/u)
      .filter((sentence) => /\d{2}/.test(sentence))
      .map((sentence) => ({ sentence, number: place + 1 })),
  );
  expect(sentences.length).toBeGreaterThan(1);
  const absent = fc.integer({ min: 100, max: 1_900 }).map(String);
  fc.assert(
    fc.property(fc.constantFrom(...sentences), absent, ({ sentence, number }, other) => {
      const said = `${sentence} [${number}] "${sentence}"`;
      expect(shown(said.replace(/\d{2,}/, other))).toEqual([]);
    }),
  );
});

const ones = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];

/** As it is said, from 2 to 999. */
function spelled(value: number): string {
  const [hundreds, tens, unit] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const last = tens > 0 && unit === 5 ? 'lăm' : tens > 1 && unit === 1 ? 'mốt' : ones[unit]!;
  const parts = [
    hundreds > 0 ? `${ones[hundreds]} trăm` : '',
    tens > 1 ? `${ones[tens]} mươi` : tens === 1 ? 'mười' : hundreds > 0 && unit > 0 ? 'linh' : '',
    unit > 0 ? last : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}

test('a number in words is the number in figures', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 999 }),
      fc.constantFrom('ngày', 'người', 'phút', '%'),
      (value, unit) => {
        const said = unit === '%' ? 'phần trăm' : unit;
        expect(factsIn(`trong ${spelled(value)} ${said} tới`)).toEqual(factsIn(`trong ${value} ${unit} tới`));
      },
    ),
  );
});

test('a day is the same however it is written', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }), (date) => {
      const [year, month, day] = date.toISOString().slice(0, 10).split('-');
      const facts = factsIn(`từ ngày ${day} tháng ${month} năm ${year} đến nay`);
      expect(factsIn(`từ ${day}/${month}/${year} đến nay`)).toEqual(facts);
      expect(factsIn(`từ ngày ${Number(day)}/${Number(month)}/${year} đến nay`)).toEqual(facts);
      expect(facts.implied.has(`${Number(month)}/${year}`)).toBe(true);
    }),
  );
});
