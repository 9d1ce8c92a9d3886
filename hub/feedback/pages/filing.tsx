import {
  Alert,
  Button,
  Buttons,
  Field,
  FormTo,
  LinkButton,
  Problem,
  seeOther,
  TextArea,
  useSay,
  word,
  type Console,
  type Fields,
  type Page,
} from '../../console/index.ts';
import { documentUrl } from '../../library/index.ts';
import { calendarDay } from '../../people/index.ts';
import type { Say } from '../../platform/locales.ts';
import { NotAnswered } from '../errors.ts';
import type { ItemView } from '../port.ts';
import { questionAndAnswer, type QuestionAndAnswer } from './question-and-answer.ts';
import { itemUrl, type FeedbackPagesParts } from './urls.ts';

const longest = { title: 300, question: 4_000, answer: 8_000 };

/** An answer that others will ask for again goes into the library, as somebody who read it over put it. */
export function filingPages(console: Console, { feedback, library, clock }: FeedbackPagesParts): void {
  const url = itemUrl(':id', '/library');
  const needs = 'feedback.answer';

  console.page(url, { needs }, async ({ viewer, say, params }) => {
    const item = await feedback.answering.item(viewer.actor, params['id'] ?? '');
    return formPage({ item, typed: toldBy(item) }, say);
  });

  console.form(url, { needs }, async ({ viewer, say, params, fields }) => {
    const item = await feedback.answering.item(viewer.actor, params['id'] ?? '');
    toldBy(item);
    const typed = typedIn(fields);
    if (typed.title === '' || typed.answer === '') {
      return formPage({ item, typed, problem: say('feedback-file-missing') }, say);
    }
    const { name, code } = item.unit;
    const file = questionAndAnswer(typed, { issuer: name, day: calendarDay(clock()) });
    const added = await library.keeping.add(viewer.actor, file, { unit: code, release: true });
    if (added.document) return seeOther(documentUrl(added.document.id), say('feedback-filed'));
    const problem = say('library-page-refused', { reason: added.reason ?? 'broken' });
    return formPage({ item, typed, problem }, say);
  });
}

/** What it begins with. What was said under a promise is not shown to others in its own words. @throws {NotAnswered} */
function toldBy({ level, text, entries }: ItemView): QuestionAndAnswer {
  const answer = entries.findLast(({ kind }) => kind === 'reply')?.text;
  if (!answer) throw new NotAnswered();
  return { title: '', question: level === 'named' ? text : '', answer };
}

function typedIn(fields: Fields): QuestionAndAnswer {
  const within = (name: keyof QuestionAndAnswer) => word(fields, name).slice(0, longest[name]);
  return { title: within('title'), question: within('question'), answer: within('answer') };
}

interface Filing {
  item: ItemView;
  typed: QuestionAndAnswer;
  problem?: string;
}

function formPage(filing: Filing, say: Say): Page {
  return {
    title: say('feedback-file-title'),
    trail: [{ href: itemUrl(filing.item.id), words: say('feedback-file-item') }],
    status: filing.problem === undefined ? 200 : 422,
    body: <Form of={filing} />,
  };
}

function Form({ of: { item, typed, problem } }: { of: Filing }) {
  const say = useSay();
  return (
    <>
      <p class="lead">{say('feedback-file-lead', { unit: item.unit.name })}</p>
      <Alert kind="warning">{say('feedback-file-warning')}</Alert>
      <Problem words={problem} />
      <FormTo action={itemUrl(item.id, '/library')}>
        <Field
          label={say('feedback-file-question-short')}
          hint={say('feedback-file-question-short-hint')}
          name="title"
          value={typed.title}
          maxlength={longest.title}
          required
        />
        <TextArea
          label={say('feedback-file-question')}
          hint={say('feedback-file-question-hint')}
          name="question"
          value={typed.question}
          rows={4}
          maxlength={longest.question}
        />
        <TextArea
          label={say('feedback-file-answer')}
          name="answer"
          value={typed.answer}
          rows={8}
          maxlength={longest.answer}
          required
        />
        <Buttons>
          <Button>{say('feedback-file-put')}</Button>
          <LinkButton href={itemUrl(item.id)}>{say('feedback-file-not')}</LinkButton>
        </Buttons>
      </FormTo>
    </>
  );
}
