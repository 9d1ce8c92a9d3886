import { asWritten } from '../feedback/index.ts';
import { ConsultationInvalid } from './errors.ts';
import type { ConsultationKind, Question, QuestionForm } from './port.ts';

const mostQuestions = 60;
const mostOfPoll = 3;
const longestWording = 500;
const longestOption = 200;
const longestPassage = 4_000;
const longestEnd = 60;
const optionsOf: Partial<Record<QuestionForm, { least: number; most: number }>> = {
  one: { least: 2, most: 12 },
  several: { least: 2, most: 12 },
  ranking: { least: 2, most: 8 },
};

/** Questions as they are kept. @throws {ConsultationInvalid} naming what is wrong, and of which question */
export function checkedQuestions(kind: ConsultationKind, given: readonly Question[]): Question[] {
  const most = kind === 'poll' ? mostOfPoll : mostQuestions;
  if (given.length === 0 || given.length > most) throw new ConsultationInvalid('questions');
  const checked = given.map((question, index) => checkedQuestion(question, index + 1));
  checked.forEach((question, index) => refuseBranch(question, index + 1, checked));
  return checked;
}

function checkedQuestion(given: Question, number: number): Question {
  const wording = asWritten(given.wording).replaceAll(/\s+/g, ' ');
  if (wording === '' || wording.length > longestWording) throw new ConsultationInvalid('question', number);
  const { form, required, onlyIf } = given;
  const options = checkedOptions(given, number);
  return {
    form,
    wording,
    options,
    most: form === 'several' ? checkedMost(given.most, options.length, number) : null,
    scale: form === 'scale' ? checkedScale(given.scale, number) : null,
    passage: form === 'passage' ? checkedPassage(given.passage, number) : null,
    required,
    onlyIf: onlyIf && {
      question: onlyIf.question,
      options: [...new Set(onlyIf.options)].sort((a, b) => a - b),
    },
  };
}

function checkedOptions({ form, options }: Question, number: number): string[] {
  const bounds = optionsOf[form];
  if (!bounds) return [];
  const checked = options.map((option) => asWritten(option).replaceAll(/\s+/g, ' '));
  const alike = new Set(checked.map((option) => option.toLowerCase())).size < checked.length;
  const wrong = checked.some((option) => option === '' || option.length > longestOption);
  if (alike || wrong || checked.length < bounds.least || checked.length > bounds.most)
    throw new ConsultationInvalid('options', number);
  return checked;
}

/** Of which one alone may be chosen, it is of the form `one`: the figures of `several` would tell too much of it. */
function checkedMost(most: number | null, options: number, number: number): number | null {
  if (most === null || most === options) return null;
  if (!Number.isInteger(most) || most < 2 || most > options) throw new ConsultationInvalid('options', number);
  return most;
}

function checkedScale(scale: Question['scale'], number: number): NonNullable<Question['scale']> {
  if (!scale) throw new ConsultationInvalid('scale', number);
  const { from, to } = scale;
  const low = asWritten(scale.low);
  const high = asWritten(scale.high);
  const fits = (from === 0 || from === 1) && Number.isInteger(to) && to > from && to <= 10;
  if (!fits || low.length > longestEnd || high.length > longestEnd)
    throw new ConsultationInvalid('scale', number);
  return { from, to, low, high };
}

function checkedPassage(passage: string | null, number: number): string {
  const text = asWritten(passage ?? '');
  if (text === '' || text.length > longestPassage) throw new ConsultationInvalid('passage', number);
  return text;
}

/** Branches lead onward alone, from a question of which one option is chosen. */
function refuseBranch({ onlyIf }: Question, number: number, all: readonly Question[]): void {
  if (!onlyIf) return;
  const parent = onlyIf.question < number ? all[onlyIf.question - 1] : undefined;
  const known = onlyIf.options.every((option) => parent?.options[option] !== undefined);
  if (parent?.form !== 'one' || onlyIf.options.length === 0 || !known)
    throw new ConsultationInvalid('only-if', number);
}
