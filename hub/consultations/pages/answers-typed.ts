import { all, type Fields } from '../../console/index.ts';
import type { Answer, Answers, Question } from '../port.ts';

/** The name under which a form sends the answer to a question, counted from 1; `part` of a ranking or a passage. */
export function fieldOf(number: number, part?: number | 'comment'): string {
  return part === undefined ? `q${number}` : `q${number}-${part}`;
}

/** What was answered on the page. What cannot be an answer is left to the feature to refuse, with its word for it. */
export function answersIn(questions: readonly Question[], fields: Fields): Answers {
  const answers: Record<number, Answer> = {};
  for (const [index, question] of questions.entries()) {
    const answer = answerIn(question, index + 1, fields);
    if (answer !== null) answers[index + 1] = answer;
  }
  return answers;
}

function answerIn({ form, options }: Question, number: number, fields: Fields): Answer | null {
  const typed = (part?: number | 'comment') => (all(fields, fieldOf(number, part))[0] ?? '').trim();
  switch (form) {
    case 'one':
    case 'scale':
      return typed() === '' ? null : Number(typed());
    case 'several': {
      const chosen = all(fields, fieldOf(number)).map(Number);
      return chosen.length === 0 ? null : chosen;
    }
    case 'ranking': {
      const places = options.map((_, option) => Number(typed(option)));
      const order = options.map((_, place) => places.indexOf(place + 1));
      return places.every((place) => place === 0) ? null : order;
    }
    case 'text':
      return typed() || null;
    case 'passage': {
      const comment = typed('comment') || null;
      return typed() === '' && comment === null ? null : { agrees: typed() === 'agree', comment };
    }
  }
}

/** Answers as the fields of the form that would send them. */
export function typedOf(questions: readonly Question[], answers: Answers): Fields {
  const fields: Record<string, string | string[]> = {};
  for (const [index, { form }] of questions.entries()) {
    const number = index + 1;
    const answer = answers[number];
    if (answer === undefined) continue;
    if (typeof answer !== 'object') fields[fieldOf(number)] = String(answer);
    else if ('agrees' in answer) {
      fields[fieldOf(number)] = answer.agrees ? 'agree' : 'comment';
      fields[fieldOf(number, 'comment')] = answer.comment ?? '';
    } else if (form === 'ranking')
      for (const [place, option] of answer.entries()) fields[fieldOf(number, option)] = String(place + 1);
    else fields[fieldOf(number)] = answer.map(String);
  }
  return fields;
}
