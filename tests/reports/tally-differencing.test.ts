import { describe, expect, test } from 'vitest';
import { counting } from '../../hub/consultations/counting.ts';
import type { Answers, Question, UnitName } from '../../hub/consultations/index.ts';
import { rowSpace } from './row-space.ts';

/**
 * Of random populations: whatever is added up and subtracted of all that is shown of a survey (options, totals, units, a
 * question and the one that depends on it) tells of no one to four people, and of nothing that all said.
 */

const least = 5;
const base = { most: null, scale: null, passage: null, onlyIf: null } as const;
const one = (options: number, given: Partial<Question> = {}): Question => ({
  ...base,
  form: 'one',
  wording: '?',
  options: Array.from({ length: options }, (_, n) => String(n)),
  required: true,
  ...given,
});
/** The second is asked of some, the third of those who answered the second so; the fourth of all, who may leave it out. */
const questions: readonly Question[] = [
  one(3),
  one(3, { onlyIf: { question: 1, options: [0, 1] }, required: false }),
  one(2, { onlyIf: { question: 2, options: [1] } }),
  one(3, { required: false }),
  one(2),
];
const units: readonly UnitName[] = ['U1', 'U2', 'U3', 'U4'].map((id) => ({ id, code: id, name: id }));
const unitOf = new Map(units.map((unit) => [unit.id, unit]));

interface Person {
  unitId: string;
  answers: Answers;
}

const lot = (most: number): number => Math.floor(Math.random() * most);
/** Some options are of few. */
const leaning = (options: number, lean: number): number => (Math.random() < lean ? 0 : lot(options));

function person(lean: number): Person {
  const answers: Record<number, number> = { 1: leaning(3, lean), 5: leaning(2, lean) };
  if (answers[1]! < 2 && Math.random() < 0.8) answers[2] = leaning(3, lean);
  if (answers[2] === 1) answers[3] = leaning(2, lean);
  if (Math.random() < 0.9) answers[4] = leaning(3, lean);
  return { unitId: `U${1 + leaning(4, lean / 2)}`, answers };
}

interface Sum {
  of: (person: Person) => boolean;
  what: string;
}

/** Everything that is shown, as what it is the sum of. */
function shownSums(shown: ReturnType<ReturnType<typeof counting>['shown']>): (Sum & { count: number })[] {
  const sums: (Sum & { count: number })[] = [];
  if (shown.answered !== null) sums.push({ of: () => true, what: 'all', count: shown.answered });
  const said = (number: number, options: readonly number[]) => (each: Person) =>
    options.includes(each.answers[number] as number);
  for (const { number, answered, groups } of shown.results) {
    const ofAny = (each: Person) => each.answers[number] !== undefined;
    if (answered !== null) sums.push({ of: ofAny, what: `answered ${number}`, count: answered });
    for (const { options, count } of groups ?? [])
      if (count !== null)
        sums.push({ of: said(number, options), what: `${number}: ${options.join('+')}`, count });
  }
  for (const { number, groups, rows } of shown.byUnit)
    for (const { units: together, counts } of rows)
      counts.forEach((count, column) => {
        const ids = together.map(({ id }) => id);
        const of = (each: Person) => ids.includes(each.unitId) && said(number, groups[column]!)(each);
        sums.push({ of, what: `${ids.join('+')} ${number}`, count });
      });
  return sums;
}

/** What must not be told: an option, nobody's answer, each in all units and in one; an option and one that depends on it. */
function secrets(): Sum[] {
  const options = questions.flatMap((question, index) =>
    [...question.options.map((_, option) => option), undefined].map((option) => ({
      what: `${index + 1}=${option}`,
      of: ({ answers }: Person) => {
        const { onlyIf } = question;
        const isAsked = !onlyIf || onlyIf.options.includes(answers[onlyIf.question] as number);
        return isAsked && answers[index + 1] === option;
      },
    })),
  );
  const inUnits = units.flatMap(({ id }) => [
    { what: id, of: ({ unitId }: Person) => unitId === id },
    ...options.map(({ what, of }) => ({
      what: `${id} ${what}`,
      of: (each: Person) => each.unitId === id && of(each),
    })),
  ]);
  const pairs = options.flatMap((one, at) =>
    options.slice(at + 1).map((other) => ({
      what: `${one.what} ${other.what}`,
      of: (each: Person) => one.of(each) && other.of(each),
    })),
  );
  return [...options, ...inUnits, ...pairs];
}

describe('of a survey with branches and units', () => {
  test.each([
    { people: 12, lean: 0.2, rounds: 60 },
    { people: 40, lean: 0.6, rounds: 60 },
    { people: 90, lean: 0.3, rounds: 60 },
    { people: 300, lean: 0.7, rounds: 40 },
  ])('with $people people no sum or difference tells of a few', ({ people, lean, rounds }) => {
    let shownNumbers = 0;
    for (let round = 0; round < rounds; round += 1) {
      const all = Array.from({ length: people }, () => person(lean));
      const { add, shown } = counting(questions);
      all.forEach(add);
      const sums = shownSums(shown(least, unitOf));
      shownNumbers += sums.length;

      // All there may be, not only those who are: an attacker does not know that there is none of a kind.
      const kinds = kindsOfPeople();
      const vectorOf = ({ of }: Sum) =>
        new Map(kinds.flatMap((kind, at) => (of(kind) ? [[at, 1] as const] : [])));
      const space = rowSpace(kinds.length);
      for (const sum of sums) {
        expect(all.filter(sum.of).length, sum.what).toBe(sum.count);
        space.add(vectorOf(sum));
      }
      for (const secret of secrets()) {
        const few = all.filter(secret.of).length;
        if (few > 0 && (few < least || few === people))
          expect(space.has(vectorOf(secret)), `${secret.what} is ${few}`).toBe(false);
      }
    }
    if (people >= 90) expect(shownNumbers / rounds).toBeGreaterThan(6);
  });
});

let kinds: Person[] | null = null;
function kindsOfPeople(): Person[] {
  if (kinds) return kinds;
  const some = (...options: (number | undefined)[]) => options;
  const found: Person[] = [];
  for (const { id } of units)
    for (const first of some(0, 1, 2))
      for (const second of first! < 2 ? some(0, 1, 2, undefined) : some(undefined))
        for (const third of second === 1 ? some(0, 1) : some(undefined))
          for (const fourth of some(0, 1, 2, undefined))
            for (const fifth of some(0, 1)) {
              const given = { 1: first, 2: second, 3: third, 4: fourth, 5: fifth };
              const answers = Object.entries(given).filter(([, option]) => option !== undefined);
              found.push({ unitId: id, answers: Object.fromEntries(answers) as Answers });
            }
  return (kinds = found);
}
