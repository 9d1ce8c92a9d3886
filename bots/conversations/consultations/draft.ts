import {
  isAsked,
  longestComment,
  longestTexts,
  longestWritten,
  type Answer,
  type Answers,
  type Question,
} from '../../../hub/consultations/index.ts';

/** What somebody has answered so far, before it goes. */
export interface Draft {
  answers: Answers;
  /** Numbers of what was left out on purpose. */
  skipped: readonly number[];
  /** What was written where it answered nothing: it is offered to the next question that takes words. */
  kept: string | null;
}

export const emptyDraft: Draft = { answers: {}, skipped: [], kept: null };

/** Numbers of the questions that are asked of somebody who answers so: those behind a branch not taken are not. */
export function numbersAsked(questions: readonly Question[], answers: Answers): number[] {
  const onTheWay: Record<number, Answer> = {};
  return questions.flatMap((question, index) => {
    if (!isAsked(question, onTheWay)) return [];
    const answer = answers[index + 1];
    if (answer !== undefined) onTheWay[index + 1] = answer;
    return index + 1;
  });
}

/** The next one that is neither answered nor left out; null: all of it can be shown. */
export function nextNumber(questions: readonly Question[], { answers, skipped }: Draft): number | null {
  const open = (number: number) => answers[number] === undefined && !skipped.includes(number);
  return numbersAsked(questions, answers).find(open) ?? null;
}

/** The one before; null: this is the first. */
export function numberBefore(
  questions: readonly Question[],
  { answers }: Draft,
  number: number,
): number | null {
  return numbersAsked(questions, answers).findLast((each) => each < number) ?? null;
}

export function withAnswer(draft: Draft, number: number, answer: Answer): Draft {
  return {
    ...draft,
    answers: { ...draft.answers, [number]: answer },
    skipped: draft.skipped.filter((each) => each !== number),
  };
}

export function withoutAnswer(draft: Draft, number: number): Draft {
  const { [number]: _, ...answers } = draft.answers;
  return { ...draft, answers, skipped: [...draft.skipped.filter((each) => each !== number), number] };
}

/** What goes: nothing of a branch that was left again. */
export function answersToSend(questions: readonly Question[], { answers }: Draft): Answers {
  const asked = numbersAsked(questions, answers).filter((number) => answers[number] !== undefined);
  return Object.fromEntries(asked.map((number) => [number, answers[number]!]));
}

/** How long the words of an answer may be; null: as long as they are. */
export function lengthLeft(draft: Draft, number: number, answer: Answer): number | null {
  const most = typeof answer === 'string' ? longestWritten : longestComment;
  const others = Object.entries(draft.answers).filter(([each]) => Number(each) !== number);
  const left = longestTexts - others.reduce((sum, [, each]) => sum + wordsIn(each).length, 0);
  const allowed = Math.max(0, Math.min(most, left));
  return wordsIn(answer).length > allowed ? allowed : null;
}

/** The free words of an answer. */
export function wordsIn(answer: Answer): string {
  if (typeof answer === 'string') return answer;
  return typeof answer === 'object' && 'comment' in answer ? (answer.comment ?? '') : '';
}
