import type { Say } from '../platform/locales.ts';
import { optionsOf } from './counting.ts';
import type { Question, QuestionResult, Results, UnitsResult } from './port.ts';

/** A question's result as people read it. */
export interface QuestionInWords {
  heading: string;
  /** Null where there is nothing to be explained. */
  note: string | null;
  figures: readonly { name: string; value: string | number }[];
  texts: readonly string[];
  /** The first of `head` stands over the units. */
  units: { head: string[]; rows: readonly { name: string; counts: readonly number[] }[] } | null;
}

/** Results in the words of a page on paper. */
export function resultsInWords(results: Results, say: Say) {
  const { title, unit, eligible, answered, smallest, level } = results;
  return {
    title: say('consultation-results-title', { title }),
    lead:
      answered === null
        ? say('consultation-results-too-few', { unit: unit.name, eligible, smallest })
        : say('consultation-results-lead', { unit: unit.name, eligible, answered }),
    how: say('consultation-results-how', { level, smallest }),
    questions: results.questions.map((question, index) =>
      questionInWords(question, results.results[index]!, {
        say,
        divided: results.byUnit.find(({ number }) => number === index + 1),
      }),
    ),
  };
}

function questionInWords(
  question: Question,
  { number, answered, groups, meanPlaces, texts }: QuestionResult,
  { say, divided }: { say: Say; divided: UnitsResult | undefined },
): QuestionInWords {
  const nameOf = (options: readonly number[]) => optionNames(question, options, say);
  const notShown = say('consultation-not-told-apart');
  const counted = (groups ?? []).map(({ options, count }) => ({
    name: nameOf(options),
    value: count ?? notShown,
  }));
  const places = (meanPlaces ?? []).map((place, option) => ({
    name: nameOf([option]),
    value: place ?? notShown,
  }));
  const figures = [
    ...(answered === null ? [] : [{ name: say('consultation-answered'), value: answered }]),
    ...counted,
    ...places,
  ];
  return {
    heading: `${number}. ${question.wording}`,
    note: groups || meanPlaces || question.form === 'text' ? null : notShown,
    figures,
    texts: texts ?? [],
    units: divided
      ? {
          head: [say('consultation-unit'), ...divided.groups.map(nameOf)],
          rows: divided.rows.map(({ units, counts }) => ({
            name: units.map(({ name }) => name).join(', '),
            counts,
          })),
        }
      : null,
  };
}

/** What a group of options is called, several of them together. */
function optionNames(question: Question, options: readonly number[], say: Say): string {
  const names = options.map((option) => {
    if (question.form === 'passage')
      return say('consultation-of-passage', { agrees: option === 0 ? 'yes' : 'no' });
    return question.form === 'scale' ? String(option) : (question.options[option] ?? '');
  });
  return optionsOf(question).length === options.length ? say('consultation-all') : names.join(' / ');
}
