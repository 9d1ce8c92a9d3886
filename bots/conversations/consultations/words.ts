import {
  resultsInWords,
  type Answer,
  type Answers,
  type Asked,
  type Question,
  type Results,
} from '../../../hub/consultations/index.ts';
import type { Say } from '../../../hub/platform/locales.ts';
import { numbersAsked } from './draft.ts';

/** What is asked, by whom, until when, and what is promised: said before anything is answered. */
export function openingInWords(asked: Asked, say: Say): string {
  const { title, unit, introduction, questions, closesAt, level } = asked;
  return [
    say('consultation-talk-opening', { title, unit: unit.name, count: questions.length, until: closesAt }),
    ...(introduction === '' ? [] : ['', introduction]),
    '',
    say('consultation-talk-no-vote'),
    say('consultation-level-promise', { level }),
    ...(level === 'named' && asked.live ? [say('consultation-talk-promise-live')] : []),
    ...(level === 'confidential' ? [say('consultation-talk-chat-stays')] : []),
  ].join('\n');
}

/** An answer as it is read back to whoever gave it. */
export function answerInWords(question: Question, answer: Answer | undefined, say: Say): string {
  if (answer === undefined) return say('consultation-talk-left-out');
  if (typeof answer === 'string') return `“${answer}”`;
  if (typeof answer === 'number') return question.options[answer] ?? String(answer);
  if ('agrees' in answer) return passageInWords(answer, say);
  const chosen = answer.map((place) => question.options[place]!);
  return question.form === 'ranking'
    ? chosen.map((option, index) => `${index + 1}. ${option}`).join('; ')
    : chosen.join('; ');
}

function passageInWords({ agrees, comment }: { agrees: boolean; comment: string | null }, say: Say): string {
  const view = say('consultation-of-passage', { agrees: agrees ? 'yes' : 'no' });
  return comment === null ? view : `${view}: “${comment}”`;
}

/** All of it, question by question, before it goes or as it went. */
export function answersInWords(questions: readonly Question[], answers: Answers, say: Say): string {
  return numbersAsked(questions, answers)
    .map((number) => {
      const question = questions[number - 1]!;
      return `${number}. ${question.wording}\n   → ${answerInWords(question, answers[number], say)}`;
    })
    .join('\n');
}

/** What may be shown of what came of it, as short lines. */
export function resultsAsLines(results: Results, say: Say): string {
  const { title, lead, how, questions } = resultsInWords(results, say);
  return [
    title,
    lead,
    ...(results.final ? [] : [say('consultation-talk-results-live')]),
    ...questions.flatMap(({ heading, note, figures }) => [
      '',
      heading,
      ...(note === null ? [] : [note]),
      ...figures.map(({ name, value }) => `• ${name}: ${value}`),
    ]),
    '',
    how,
  ].join('\n');
}
