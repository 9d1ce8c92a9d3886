import { asWritten, SignedDoorNeeded } from '../feedback/index.ts';
import { refuseClassified } from '../notices/index.ts';
import type { ConsultationsParts } from './consultations.ts';
import { AnswersInvalid } from './errors.ts';
import type { Answer, Answers, Question } from './port.ts';

/** Characters of one written answer, of one comment on a passage, and of all that somebody writes. */
export const longestWritten = 2_000;
export const longestComment = 1_000;
export const longestTexts = 6_000;

/**
 * Answers as they are kept: those that are asked for, in the order of their questions.
 *
 * @throws {AnswersInvalid} @throws {SignedDoorNeeded} @throws {DomainError} `notice.classified`
 */
export async function checkedAnswers(
  { signedDoor }: Pick<ConsultationsParts, 'signedDoor'>,
  questions: readonly Question[],
  given: Answers,
): Promise<Answers> {
  for (const number of Object.keys(given).map(Number))
    if (!questions[number - 1]) throw new AnswersInvalid(number, 'not-allowed');
  const checked: Record<number, Answer> = {};
  for (const [index, question] of questions.entries()) {
    const number = index + 1;
    const answer = given[number];
    // What was answered before an earlier answer was changed is of no meaning any more.
    if (!isAsked(question, checked)) continue;
    const kept = answer === undefined ? null : checkedAnswer(question, number, answer);
    if (kept !== null) checked[number] = kept;
    else if (question.required) throw new AnswersInvalid(number, 'missing');
  }
  const texts = textsIn(checked);
  if (texts.reduce((sum, { text }) => sum + text.length, 0) > longestTexts)
    throw new AnswersInvalid(texts.at(-1)!.number, 'too-long');
  for (const { text } of texts) {
    const door = signedDoor(text);
    if (door) throw new SignedDoorNeeded(door);
    await refuseClassified({ title: '', body: text });
  }
  return checked;
}

/** Whether a question is put to somebody who has answered so far. */
export function isAsked({ onlyIf }: Question, answers: Answers): boolean {
  if (!onlyIf) return true;
  const chosen = answers[onlyIf.question];
  return typeof chosen === 'number' && onlyIf.options.includes(chosen);
}

/** What was written, by the number of its question. */
export function textsIn(answers: Answers): { number: number; text: string }[] {
  return Object.entries(answers).flatMap(([number, answer]) => {
    const text = writtenIn(answer);
    return text === null ? [] : [{ number: Number(number), text }];
  });
}

function writtenIn(answer: Answer): string | null {
  if (typeof answer === 'string') return answer;
  return isOfPassage(answer) ? answer.comment : null;
}

/** Null: nothing was said. @throws {AnswersInvalid} */
function checkedAnswer(question: Question, number: number, answer: Answer): Answer | null {
  switch (question.form) {
    case 'one':
      return allowed(isPlace(answer, question.options.length), answer as number, number);
    case 'scale': {
      const { from, to } = question.scale!;
      const within = Number.isInteger(answer) && (answer as number) >= from && (answer as number) <= to;
      return allowed(within, answer as number, number);
    }
    case 'several':
      return severalOf(question, number, answer);
    case 'ranking': {
      const whole = arePlaces(answer, question.options.length) && answer.length === question.options.length;
      return allowed(whole, answer, number);
    }
    case 'text':
      return typeof answer === 'string'
        ? written(answer, longestWritten, number)
        : allowed(false, null, number);
    case 'passage': {
      if (!isOfPassage(answer)) throw new AnswersInvalid(number, 'not-allowed');
      return { agrees: answer.agrees, comment: written(answer.comment ?? '', longestComment, number) };
    }
  }
}

function severalOf({ options, most }: Question, number: number, answer: Answer): readonly number[] | null {
  if (!arePlaces(answer, options.length) || answer.length > (most ?? options.length))
    throw new AnswersInvalid(number, 'not-allowed');
  return answer.length === 0 ? null : answer.toSorted((a, b) => a - b);
}

function written(text: string, longest: number, number: number): string | null {
  const kept = asWritten(text);
  if (kept.length > longest) throw new AnswersInvalid(number, 'too-long');
  return kept === '' ? null : kept;
}

function allowed<Kept>(fits: boolean, answer: Kept, number: number): Kept {
  if (!fits) throw new AnswersInvalid(number, 'not-allowed');
  return answer;
}

function isPlace(answer: unknown, options: number): boolean {
  return Number.isInteger(answer) && (answer as number) >= 0 && (answer as number) < options;
}

function arePlaces(answer: Answer, options: number): answer is readonly number[] {
  return (
    Array.isArray(answer) &&
    new Set(answer).size === answer.length &&
    answer.every((place) => isPlace(place, options))
  );
}

function isOfPassage(answer: Answer): answer is { agrees: boolean; comment: string | null } {
  return typeof answer === 'object' && 'agrees' in answer && typeof answer.agrees === 'boolean';
}
