import {
  Button,
  Buttons,
  FormTo,
  LinkButton,
  Section,
  seeOther,
  useSay,
  type Console,
  type Page,
  Problem,
  refusedIn,
  word,
} from '../../console/index.ts';
import type { Say } from '../../platform/locales.ts';
import { ConsultationMovedOn } from '../errors.ts';
import type { ConsultationView, Question } from '../port.ts';
import { moved, moveIn } from './moving.ts';
import { SettingsSummary } from './settings-summary.tsx';
import { asSaved } from './settings-typed.ts';
import { consultationsUrl, consultationUrl, needs, type ConsultationPagesParts } from './urls.ts';
import { conditionInWords, firstWords } from './words.tsx';

/** As many questions as a poll has at most, and anything else. */
const mostQuestions = { poll: 3, draft: 60, survey: 60 };

/** What is done to the questions of one that is being prepared, and its end before it began. */
export function writingForms(console: Console, { consultations }: ConsultationPagesParts): void {
  const { asking } = consultations;

  console.form(consultationUrl(':id', '/order'), { needs }, async ({ viewer, say, params, fields }) => {
    const id = params['id'] ?? '';
    const view = await asking.consultation(viewer.actor, id);
    const move = moveIn(word(fields, 'do'));
    try {
      // The numbers on a page that is behind name other questions.
      if (word(fields, 'revision') !== String(view.revision)) throw new ConsultationMovedOn();
      const after = move && moved(view.questions, move);
      if (!after) return seeOther(consultationUrl(id));
      await asking.save(viewer.actor, { ...asSaved(view), questions: after.questions });
      const freed = after.freed > 0 ? say('consultation-page-freed', { freed: after.freed }) : undefined;
      return seeOther(consultationUrl(id), freed);
    } catch (error) {
      return writingPage(view, say, refusedIn(error, say));
    }
  });

  console.form(consultationUrl(':id', '/discarding'), { needs }, async ({ viewer, say, params }) => {
    await asking.discard(viewer.actor, params['id'] ?? '');
    return seeOther(consultationsUrl, say('consultation-page-discarded'));
  });
}

export function writingPage(
  view: ConsultationView,
  say: Say,
  problem?: { words: string; status: number },
): Page {
  return {
    title: view.title,
    status: problem?.status ?? 200,
    styles: ['consultations.css'],
    body: (
      <>
        <p class="lead">{say('consultation-page-preparing', { kind: view.kind })}</p>
        <Problem words={problem?.words} />
        <Questions of={view} />
        <Section title={say('consultation-page-settings')}>
          <SettingsSummary of={view} />
          <LinkButton href={consultationUrl(view.id, '/settings')}>
            {say('consultation-page-settings-edit')}
          </LinkButton>
        </Section>
        <Buttons>
          <LinkButton href={consultationUrl(view.id, '/opening')} kind="primary">
            {say('consultation-page-to-opening')}
          </LinkButton>
          <FormTo action={consultationUrl(view.id, '/discarding')} inline>
            <Button kind="plain">{say('consultation-page-discard')}</Button>
          </FormTo>
        </Buttons>
      </>
    ),
  };
}

function Questions({ of: { id, kind, revision, questions } }: { of: ConsultationView }) {
  const say = useSay();
  return (
    <Section title={say('consultation-page-questions', { count: questions.length })}>
      <FormTo action={consultationUrl(id, '/order')}>
        <input type="hidden" name="revision" value={revision} />
        <ol class="questions">
          {questions.map((question, index) => (
            <Row key={index} id={id} questions={questions} index={index} question={question} />
          ))}
        </ol>
      </FormTo>
      {questions.length < mostQuestions[kind] ? (
        <LinkButton href={consultationUrl(id, '/questions/new')}>{say('consultation-page-add')}</LinkButton>
      ) : (
        <p class="hint">{say('consultation-page-full', { most: mostQuestions[kind] })}</p>
      )}
    </Section>
  );
}

function Row({
  id,
  questions,
  question,
  index,
}: {
  id: string;
  questions: readonly Question[];
  question: Question;
  index: number;
}) {
  const say = useSay();
  const number = index + 1;
  const condition = conditionInWords(question, questions, say);
  const merges = question.form === 'passage' && questions[index - 1]?.form === 'passage';
  const press = (what: 'up' | 'down' | 'drop' | 'merge') => (
    <Button kind="plain" name="do" value={`${what}:${number}`}>
      {say('consultation-page-move', { what })}
      <span class="unseen"> {say('consultation-page-of-question', { number })}</span>
    </Button>
  );
  return (
    <li>
      <p>
        <bdi>{question.wording}</bdi>
        <span class="hint block">
          {question.passage === null
            ? say('consultation-page-form', { form: question.form })
            : firstWords(question.passage)}
          {condition ? ` · ${condition}` : ''}
        </span>
      </p>
      <div class="moves">
        <LinkButton href={consultationUrl(id, `/questions/${number}`)}>
          {say('consultation-page-edit')}
          <span class="unseen"> {say('consultation-page-of-question', { number })}</span>
        </LinkButton>
        {index > 0 ? press('up') : null}
        {index < questions.length - 1 ? press('down') : null}
        {merges ? press('merge') : null}
        {questions.length > 1 ? press('drop') : null}
      </div>
    </li>
  );
}
