import { word, type Fields } from '../../console/index.ts';
import { questionForms, type Question, type QuestionForm } from '../port.ts';

/** A question as its form sends it: options a line each, a branch as `question:option,option`. */
const questionFields = [
  'wording',
  'options',
  'most',
  'from',
  'to',
  'low',
  'high',
  'passage',
  'required',
  'onlyIf',
] as const;
export type TypedQuestion = Partial<Record<(typeof questionFields)[number], string>>;

export function typedQuestion(fields: Fields): TypedQuestion {
  return Object.fromEntries(questionFields.map((name) => [name, word(fields, name)]));
}

/** What cannot be understood is left to the feature to refuse, with its word for it. */
export function questionFrom(form: QuestionForm, typed: TypedQuestion): Question {
  const wholeOf = (text: string | undefined) => (/^\d{1,2}$/.test(text ?? '') ? Number(text) : Number.NaN);
  const chosen = form === 'one' || form === 'several' || form === 'ranking';
  return {
    form,
    wording: typed.wording ?? '',
    options: chosen ? linesOf(typed.options ?? '') : [],
    most: form === 'several' && typed.most ? wholeOf(typed.most) : null,
    scale:
      form === 'scale'
        ? {
            from: wholeOf(typed.from),
            to: wholeOf(typed.to),
            low: typed.low ?? '',
            high: typed.high ?? '',
          }
        : null,
    passage: form === 'passage' ? (typed.passage ?? '') : null,
    required: typed.required === 'yes',
    onlyIf: branchIn(typed.onlyIf ?? ''),
  };
}

export function typedOfQuestion(question: Question): TypedQuestion {
  const { wording, options, most, scale, passage, required, onlyIf } = question;
  return {
    wording,
    options: options.join('\n'),
    most: most === null ? '' : String(most),
    ...(scale && { from: String(scale.from), to: String(scale.to), low: scale.low, high: scale.high }),
    passage: passage ?? '',
    required: required ? 'yes' : '',
    onlyIf: onlyIf ? branchOf(onlyIf.question, onlyIf.options) : '',
  };
}

export function formIn(text: string | undefined): QuestionForm | undefined {
  return questionForms.find((form) => form === text);
}

export function branchOf(question: number, options: readonly number[]): string {
  return `${question}:${options.join(',')}`;
}

function branchIn(text: string): Question['onlyIf'] {
  const found = /^(\d{1,2}):(\d{1,2}(?:,\d{1,2})*)$/.exec(text);
  return found ? { question: Number(found[1]), options: found[2]!.split(',').map(Number) } : null;
}

function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
