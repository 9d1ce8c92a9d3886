import {
  Button,
  Card,
  FormTo,
  LinkButton,
  seeOther,
  useSay,
  type Console,
  type FormVisit,
  type Page,
  Problem,
  refusedIn,
  word,
} from '../../console/index.ts';
import { DomainError } from '../../platform/errors.ts';
import type { Say } from '../../platform/locales.ts';
import { questionForms, type ConsultationView, type QuestionForm } from '../port.ts';
import { QuestionFields } from './question-fields.tsx';
import {
  formIn,
  questionFrom,
  typedOfQuestion,
  typedQuestion,
  type TypedQuestion,
} from './question-typed.ts';
import { asSaved } from './settings-typed.ts';
import { consultationUrl, needs, type ConsultationPagesParts } from './urls.ts';

interface Edited {
  view: ConsultationView;
  revision: string;
  /** Null: it is added at the end. */
  number: number | null;
  form: QuestionForm;
  typed: TypedQuestion;
  problem?: { words: string; status: number };
}

/** A question of one that is being prepared: added, and mended. */
export function questionPages(console: Console, { consultations }: ConsultationPagesParts): void {
  const { asking } = consultations;

  console.page(
    consultationUrl(':id', '/questions/new'),
    { needs },
    async ({ viewer, say, params, query }) => {
      const view = await asking.consultation(viewer.actor, params['id'] ?? '');
      const form = formIn(query['form']);
      if (!form) return formsPage(view, say);
      return editingPage({ view, revision: String(view.revision), number: null, form, typed: {} }, say);
    },
  );

  console.page(consultationUrl(':id', '/questions/:number'), { needs }, async ({ viewer, say, params }) => {
    const view = await asking.consultation(viewer.actor, params['id'] ?? '');
    const number = Number(params['number']);
    const question = view.questions[number - 1];
    if (!question) throw noSuchQuestion();
    const typed = typedOfQuestion(question);
    return editingPage({ view, revision: String(view.revision), number, form: question.form, typed }, say);
  });

  console.form(consultationUrl(':id', '/questions/new'), { needs }, (visit) => save(visit, null));
  console.form(consultationUrl(':id', '/questions/:number'), { needs }, (visit) =>
    save(visit, Number(visit.params['number'])),
  );

  async function save({ viewer, say, params, fields }: FormVisit, number: number | null) {
    const view = await asking.consultation(viewer.actor, params['id'] ?? '');
    if (number !== null && !view.questions[number - 1]) throw noSuchQuestion();
    const form = formIn(word(fields, 'form')) ?? 'text';
    const typed = typedQuestion(fields);
    const revision = word(fields, 'revision');
    const question = questionFrom(form, typed);
    const questions =
      number === null ? [...view.questions, question] : view.questions.with(number - 1, question);
    try {
      await asking.save(viewer.actor, { ...asSaved(view), questions, revision: Number(revision) });
    } catch (error) {
      return editingPage({ view, revision, number, form, typed, problem: refusedIn(error, say) }, say);
    }
    return seeOther(consultationUrl(view.id), say('consultation-page-saved'));
  }
}

function noSuchQuestion(): DomainError {
  return new DomainError('consultation.unknown', { status: 404 });
}

function formsPage({ id }: ConsultationView, say: Say): Page {
  return {
    title: say('consultation-page-add'),
    body: (
      <>
        <p class="lead">{say('consultation-page-choose-form')}</p>
        {questionForms.map((form) => (
          <Card key={form}>
            <p>{say('consultation-page-form-what', { form })}</p>
            <LinkButton href={`${consultationUrl(id, '/questions/new')}?form=${form}`}>
              {say('consultation-page-form', { form })}
            </LinkButton>
          </Card>
        ))}
        <LinkButton href={consultationUrl(id)}>{say('consultation-page-back')}</LinkButton>
      </>
    ),
  };
}

function editingPage(edited: Edited, say: Say): Page {
  const { number, form, problem } = edited;
  return {
    title:
      number === null
        ? say('consultation-page-add-of', { form: say('consultation-page-form', { form }) })
        : say('consultation-page-question-title', { number }),
    status: problem?.status ?? 200,
    body: <Body of={edited} />,
  };
}

function Body({ of: { view, revision, number, form, typed, problem } }: { of: Edited }) {
  const say = useSay();
  return (
    <>
      <Problem words={problem?.words} />
      <FormTo action={consultationUrl(view.id, `/questions/${number ?? 'new'}`)}>
        <input type="hidden" name="revision" value={revision} />
        <QuestionFields
          form={form}
          typed={typed}
          earlier={view.questions.slice(0, number === null ? undefined : number - 1)}
        />
        <div class="buttons">
          <Button>{say('consultation-page-save')}</Button>
          <LinkButton href={consultationUrl(view.id)}>{say('consultation-page-back')}</LinkButton>
        </div>
      </FormTo>
    </>
  );
}
