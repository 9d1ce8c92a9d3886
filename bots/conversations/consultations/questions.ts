import type { Button } from '../../../hub/channels/index.ts';
import type { Asked, Question } from '../../../hub/consultations/index.ts';
import type { Say } from '../../../hub/platform/locales.ts';
import { numberBefore, type Draft } from './draft.ts';
import { buttonFor } from './references.ts';
import { answerInWords } from './words.ts';

/** A text with what can be pressed under it. */
export interface Shown {
  text: string;
  buttons: readonly Button[];
}

const longestLabel = 40;

/** One question with its lines to choose by; `most` buttons at the most, and none where not all of them have room. */
export function questionShown(
  { id, questions }: Asked,
  { number, draft, most }: { number: number; draft: Draft; most: number },
  say: Say,
): Shown {
  const question = questions[number - 1]!;
  const answer = draft.answers[number];
  const ways = [
    ...(question.required ? [] : [say('consultation-talk-may-skip')]),
    ...(numberBefore(questions, draft, number) === null ? [] : [say('consultation-talk-may-go-back')]),
    say('consultation-talk-may-stop'),
  ];
  const text = [
    say('consultation-talk-question', { number, count: questions.length }),
    question.wording,
    ...(question.passage === null ? [] : ['', `“${question.passage}”`, '']),
    ...question.options.map((option, index) => `${index + 1}. ${option}`),
    ...(answer === undefined
      ? []
      : [say('consultation-talk-so-far', { answer: answerInWords(question, answer, say) })]),
    '',
    how(question, say),
    ...(offersKept(question, draft) ? [say('consultation-talk-kept', { text: draft.kept! })] : []),
    say('consultation-talk-ways', { ways: ways.join('; ') }),
  ].join('\n');
  const choices = choicesOf(question, draft, say).map(({ label, what }) =>
    buttonFor(id, label, 'answer', number, what),
  );
  const skip = question.required
    ? []
    : [buttonFor(id, say('button-consultation-skip'), 'answer', number, 'skip')];
  if (choices.length > most) return { text, buttons: [] };
  return { text, buttons: choices.length + skip.length > most ? choices : [...choices, ...skip] };
}

/** Whether words that were written elsewhere could be the answer to this. */
export function offersKept({ form }: Question, { kept }: Draft): boolean {
  return kept !== null && (form === 'text' || form === 'passage');
}

/** How it is answered by typing. */
function how({ form, options, most, scale }: Question, say: Say): string {
  switch (form) {
    case 'one':
      return say('consultation-talk-how-one');
    case 'several':
      return most === null
        ? say('consultation-talk-how-several')
        : say('consultation-talk-how-several-most', { most });
    case 'ranking':
      return say('consultation-talk-how-ranking', { count: options.length });
    case 'scale':
      return say('consultation-talk-how-scale', scale!);
    case 'text':
      return say('consultation-talk-how-text');
    case 'passage':
      return say('consultation-talk-how-passage');
  }
}

function choicesOf(question: Question, draft: Draft, say: Say): { label: string; what: string | number }[] {
  const kept = offersKept(question, draft)
    ? [{ label: say('button-consultation-use-kept'), what: 'kept' }]
    : [];
  if (question.form === 'passage')
    return [{ label: say('consultation-of-passage', { agrees: 'yes' }), what: 'agree' }, ...kept];
  if (question.form === 'one')
    return question.options.map((option, what) => ({ label: labelOf(option), what }));
  if (question.scale) {
    const { from, to } = question.scale;
    return Array.from({ length: to - from + 1 }, (_, index) => ({
      label: `${from + index}`,
      what: from + index,
    }));
  }
  return kept;
}

function labelOf(option: string): string {
  return option.length > longestLabel ? `${option.slice(0, longestLabel - 1)}…` : option;
}
