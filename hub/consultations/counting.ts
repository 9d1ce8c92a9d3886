import { meanPlace, rowsApart, showPlaces, showSeveral, showText, tellApart } from '../reports/index.ts';
import { shuffled } from '../platform/shuffled.ts';
import { isAsked, textsIn } from './checked-answers.ts';
import type { Answer, Question, QuestionResult, UnitName, UnitsResult } from './port.ts';
import type { Given } from './sealing.ts';

/** Figures of all questions. */
export interface Counted {
  /** Null: too few. */
  answered: number | null;
  results: QuestionResult[];
  byUnit: UnitsResult[];
}

/** Everything as it was answered: nobody reads this but who may read the names. */
interface Raw {
  asked: number;
  answered: number;
  /** By option; of a ranking the places, from 0, added up. */
  counts: number[];
  byUnit: Map<string, number[]>;
  texts: string[];
}

/** Adds answers up, one by one, and says in the end what may be shown of them. */
export function counting(questions: readonly Question[]) {
  let people = 0;
  const raw = questions.map((question): Raw => ({
    asked: 0,
    answered: 0,
    counts: optionsOf(question).map(() => 0),
    byUnit: new Map(),
    texts: [],
  }));

  function add({ unitId, answers }: Given): void {
    people += 1;
    for (const { number, text } of textsIn(answers)) raw[number - 1]!.texts.push(text);
    for (const [index, question] of questions.entries()) {
      const of = raw[index]!;
      if (!isAsked(question, answers)) continue;
      of.asked += 1;
      const answer = answers[index + 1];
      if (answer === undefined) continue;
      of.answered += 1;
      for (const [option, times] of placesIn(question, answer)) {
        of.counts[option] = of.counts[option]! + times;
        if (unitId !== null) noteUnit(of, unitId, option, times);
      }
    }
  }

  /**
   * @param least the smallest group that is shown
   * @param unitOf the unit right below the one that asks to which each unit belongs, or it itself
   */
  function shown(least: number, unitOf: ReadonlyMap<string, UnitName>): Counted {
    if (people < least)
      return { answered: null, results: questions.map((_, index) => unseen(index + 1)), byUnit: [] };
    const results: QuestionResult[] = [];
    for (const [index, question] of questions.entries())
      results.push(isPartOfShown(question, results) ? resultOf(index, least) : unseen(index + 1));
    return { answered: people, results, byUnit: dividedByUnit(results, least, unitOf) };
  }

  function exact(unitOf: ReadonlyMap<string, UnitName>): Counted {
    const results = questions.map((question, index): QuestionResult => {
      const { answered, counts, texts } = raw[index]!;
      const isRanking = question.form === 'ranking';
      return {
        number: index + 1,
        answered,
        groups:
          isRanking || question.form === 'text'
            ? null
            : optionsOf(question).map((option, place) => ({ options: [option], count: counts[place]! })),
        meanPlaces: isRanking && answered > 0 ? counts.map((places) => meanPlace(places, answered)) : null,
        texts: shuffled(texts),
      };
    });
    return { answered: people, results, byUnit: exactByUnit(results, unitOf) };
  }

  function resultOf(index: number, least: number): QuestionResult {
    const question = questions[index]!;
    const { asked, answered, counts, texts } = raw[index]!;
    const left = asked - answered;
    const result = { number: index + 1, groups: null, meanPlaces: null, texts: shuffled(texts) };
    switch (question.form) {
      case 'ranking':
        return { ...result, ...showPlaces({ sums: counts, left, answered }, least) };
      case 'text':
        return { ...result, ...showText({ answered, left }, least) };
      case 'several': {
        const most = question.most ?? counts.length;
        return { ...result, ...showSeveral({ counts, left, answered, most }, least) };
      }
      default: {
        const told = tellApart({ counts, left }, least);
        const options = optionsOf(question);
        const groups = told.groups?.map((group) => ({
          ...group,
          options: group.options.map((place) => options[place]!),
        }));
        return { ...result, answered: told.answered, groups: groups ?? null };
      }
    }
  }

  /** One division of the units for all questions: two would tell by their difference. */
  function dividedByUnit(
    results: readonly QuestionResult[],
    least: number,
    unitOf: ReadonlyMap<string, UnitName>,
  ): UnitsResult[] {
    const tables = results.flatMap((result) => tableOf(result, unitOf) ?? []);
    const [first] = tables;
    const rows = first ? rowsApart(first.cells, least) : null;
    if (!first || !rows) return [];
    return tables.flatMap(({ number, groups, units, cells }) => {
      const counts = rows.map((row) =>
        groups.map((_, column) => sum(row.map((unit) => cells[unit]![column]!))),
      );
      const isEmpty = groups.map((_, column) => counts.every((row) => row[column] === 0));
      if (!counts.every((row) => row.every((count, column) => isEmpty[column] || count >= least))) return [];
      return [
        {
          number,
          groups,
          rows: rows.map((row, at) => ({ units: row.map((unit) => units[unit]!), counts: counts[at]! })),
        },
      ];
    });
  }

  function exactByUnit(
    results: readonly QuestionResult[],
    unitOf: ReadonlyMap<string, UnitName>,
  ): UnitsResult[] {
    return results.flatMap((result) => {
      const table = tableOf(result, unitOf);
      if (!table || table.units.length < 2) return [];
      const { number, groups, units, cells } = table;
      return [{ number, groups, rows: units.map((unit, at) => ({ units: [unit], counts: cells[at]! })) }];
    });
  }

  /** Of questions that everybody had to answer: what was left out in a unit is in no figure. */
  function tableOf({ number, groups }: QuestionResult, unitOf: ReadonlyMap<string, UnitName>) {
    const question = questions[number - 1]!;
    const isForAll = question.required && question.onlyIf === null && question.form !== 'several';
    if (!groups || !isForAll) return null;
    const options = optionsOf(question);
    const places = groups.map((group) => group.options.map((option) => options.indexOf(option)));
    const units = [...new Map([...unitOf.values()].map((unit) => [unit.id, unit])).values()].sort((a, b) =>
      a.code < b.code ? -1 : 1,
    );
    const cells = units.map(() => places.map(() => 0));
    for (const [unitId, counts] of raw[number - 1]!.byUnit) {
      const row = cells[units.findIndex(({ id }) => id === unitOf.get(unitId)?.id)];
      places.forEach((of, column) => {
        if (row) row[column] = row[column]! + sum(of.map((place) => counts[place]!));
      });
    }
    return { number, groups: groups.map((group) => group.options), units, cells };
  }

  return { add, shown, exact };
}

function noteUnit({ byUnit, counts }: Raw, unitId: string, option: number, times: number): void {
  const of = byUnit.get(unitId) ?? counts.map(() => 0);
  of[option] = of[option]! + times;
  byUnit.set(unitId, of);
}

/** What a result calls the options of a question. */
export function optionsOf({ form, options, scale }: Question): number[] {
  if (form === 'scale') return Array.from({ length: scale!.to - scale!.from + 1 }, (_, n) => scale!.from + n);
  if (form === 'passage') return [0, 1];
  return options.map((_, place) => place);
}

/** Places of options with what an answer adds to them. */
function placesIn(question: Question, answer: Answer): [place: number, times: number][] {
  if (typeof answer === 'string') return [];
  if (typeof answer === 'number') return [[answer - (question.scale?.from ?? 0), 1]];
  if ('agrees' in answer) return [[answer.agrees ? 0 : 1, 1]];
  return answer.map((option, place) => (question.form === 'ranking' ? [option, place] : [option, 1]));
}

/** Whom it was asked is a sum of groups that are shown; else how many answered it would tell of what is not. */
function isPartOfShown({ onlyIf }: Question, results: readonly QuestionResult[]): boolean {
  if (!onlyIf) return true;
  const groups = results[onlyIf.question - 1]?.groups ?? [];
  const told = groups.filter(
    ({ options, count }) => count !== null && options.every((option) => onlyIf.options.includes(option)),
  );
  return told.flatMap(({ options }) => options).length === onlyIf.options.length;
}

const unseen = (number: number): QuestionResult => ({
  number,
  answered: null,
  groups: null,
  meanPlaces: null,
  texts: null,
});
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
