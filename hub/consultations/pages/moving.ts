import { articlesOf } from '../passages.ts';
import type { Question } from '../port.ts';

/** What one presses beside a question: where it goes, or that it goes. */
export type Move = { do: 'up' | 'down' | 'drop' | 'merge'; number: number };

export function moveIn(text: string): Move | null {
  const found = /^(up|down|drop|merge):(\d{1,2})$/.exec(text);
  return found ? { do: found[1] as Move['do'], number: Number(found[2]) } : null;
}

/**
 * The questions after a move. Branches follow the questions they hang on; one whose question is gone or comes later now
 * is asked of everybody, and counted in `freed`. Null: there is nothing to move so.
 */
export function moved(
  questions: readonly Question[],
  { do: what, number }: Move,
): { questions: Question[]; freed: number } | null {
  const index = number - 1;
  const question = questions[index];
  const before = questions[index - 1];
  if (!question) return null;
  if (what === 'drop') return renumbered(questions, without(questions.length, index));
  if (what === 'merge') {
    if (before?.form !== 'passage' || question.form !== 'passage') return null;
    const merged = {
      ...before,
      wording: articlesOf(before.wording, question.wording) ?? before.wording,
      passage: `${before.passage ?? ''}\n\n${question.passage ?? ''}`,
    };
    return renumbered(questions.with(index - 1, merged), without(questions.length, index));
  }
  const other = what === 'up' ? index - 1 : index + 1;
  if (!questions[other]) return null;
  const order = [...questions.keys()].with(index, other).with(other, index);
  return renumbered(questions, order);
}

function without(length: number, gone: number): number[] {
  return Array.from({ length }, (_, index) => index).filter((index) => index !== gone);
}

/** @param order for each new place the old one */
function renumbered(questions: readonly Question[], order: readonly number[]) {
  let freed = 0;
  const placed = order.map((old, place): Question => {
    const question = questions[old]!;
    if (!question.onlyIf) return question;
    const parent = order.indexOf(question.onlyIf.question - 1);
    if (parent !== -1 && parent < place)
      return { ...question, onlyIf: { ...question.onlyIf, question: parent + 1 } };
    freed += 1;
    return { ...question, onlyIf: null };
  });
  return { questions: placed, freed };
}
