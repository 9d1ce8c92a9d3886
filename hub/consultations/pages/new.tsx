import {
  Alert,
  Button,
  Card,
  Empty,
  Field,
  FormTo,
  LinkButton,
  TextArea,
  seeOther,
  useSay,
  type Console,
  type FormVisit,
  type Page,
  Problem,
  refusedIn,
  word,
} from '../../console/index.ts';
import { readableText } from '../../platform/file-text/file-text.ts';
import type { Say } from '../../platform/locales.ts';
import { DraftUnreadable } from '../errors.ts';
import {
  consultationKinds,
  questionForms,
  type ConsultationKind,
  type Question,
  type QuestionForm,
} from '../port.ts';
import { QuestionFields } from './question-fields.tsx';
import { formIn, questionFrom, typedQuestion, type TypedQuestion } from './question-typed.ts';
import { desksOf, SettingsFields, type Desks } from './settings-fields.tsx';
import {
  kindIn,
  settingsFrom,
  typedSettings,
  type SettingFaults,
  type TypedSettings,
} from './settings-typed.ts';
import { consultationsUrl, consultationUrl, needs, type ConsultationPagesParts } from './urls.ts';

const newUrl = `${consultationsUrl}/new`;

/** What stands in the form with which one begins. */
interface Begun {
  kind: ConsultationKind;
  /** Of the first question; a draft has its text instead. */
  form: QuestionForm;
  desks: Desks;
  settings: TypedSettings;
  question: TypedQuestion;
  text: string;
  faults: SettingFaults;
  problem?: { words: string; status: number };
}

/** Beginning, a choice at a time: what it is, how its first question is answered, then one form. */
export function newPages(console: Console, parts: ConsultationPagesParts): void {
  const { consultations, clock } = parts;
  const { asking } = consultations;

  console.page(newUrl, { needs }, async ({ viewer, say, query }) => {
    const desks = await desksOf(asking, viewer.actor);
    if (desks.own.length === 0)
      return {
        title: say('consultation-page-new'),
        status: 403,
        body: <Empty>{say('consultation-page-no-desk')}</Empty>,
      };
    const kind = kindIn(query['kind']);
    const form = kind === 'draft' ? 'passage' : formIn(query['form']);
    if (!kind || !form) return choicePage(kind, say);
    const untouched = { settings: {}, question: {}, text: '', faults: {} };
    return beginningPage({ kind, form, desks, ...untouched }, say);
  });

  console.form(newUrl, { needs, files: true }, async (visit) => {
    const { viewer, say, fields } = visit;
    const begun: Begun = {
      kind: kindIn(word(fields, 'kind')) ?? 'poll',
      form: formIn(word(fields, 'form')) ?? 'passage',
      desks: await desksOf(asking, viewer.actor),
      settings: typedSettings(fields),
      question: typedQuestion(fields),
      text: word(fields, 'text'),
      faults: {},
    };
    const { settings, faults } = settingsFrom(begun.settings, clock(), say);
    if (Object.keys(faults).length > 0)
      return beginningPage({ ...begun, faults, problem: { words: say('compose-wrong'), status: 422 } }, say);
    try {
      const questions = await questionsOf(begun, visit);
      const { id } = await asking.save(viewer.actor, { ...settings, kind: begun.kind, questions });
      return seeOther(consultationUrl(id), say('consultation-page-begun'));
    } catch (error) {
      return beginningPage({ ...begun, problem: refusedIn(error, say) }, say);
    }
  });

  async function questionsOf(
    { kind, form, question, text }: Begun,
    { uploads }: FormVisit,
  ): Promise<Question[]> {
    if (kind !== 'draft') return [questionFrom(form, question)];
    const texts = text === '' ? [] : [text];
    for (const upload of uploads) {
      const read = await readableText(upload);
      if (!read.readable) throw new DraftUnreadable({ file: upload.name, why: read.reason });
      texts.push(read.text);
    }
    return consultations.passagesOf(texts.join('\n\n'));
  }
}

/** What it is, then how its first question is answered: each with a sentence, a press each. */
function choicePage(kind: ConsultationKind | undefined, say: Say): Page {
  const choices = kind
    ? questionForms
        .filter((form) => form !== 'passage')
        .map((form) => ({
          query: { kind, form },
          name: say('consultation-page-form', { form }),
          what: say('consultation-page-form-what', { form }),
        }))
    : consultationKinds.map((each) => ({
        query: { kind: each },
        name: say('consultation-page-kind', { kind: each }),
        what: say('consultation-page-kind-what', { kind: each }),
      }));
  return {
    title: say('consultation-page-new'),
    body: (
      <>
        <p class="lead">{say(kind ? 'consultation-page-choose-form' : 'consultation-page-choose-kind')}</p>
        {choices.map(({ query, name, what }) => (
          <Card key={name}>
            <p>{what}</p>
            <LinkButton href={`${newUrl}?${new URLSearchParams(query).toString()}`}>{name}</LinkButton>
          </Card>
        ))}
      </>
    ),
  };
}

function beginningPage(begun: Begun, say: Say): Page {
  return {
    title: say('consultation-page-new-of', { kind: begun.kind }),
    status: begun.problem?.status ?? 200,
    body: <Beginning of={begun} />,
  };
}

function Beginning({ of }: { of: Begun }) {
  const say = useSay();
  const { kind, form, desks, settings, question, faults, problem } = of;
  return (
    <>
      <Problem words={problem?.words} />
      <FormTo action={newUrl} upload>
        <input type="hidden" name="kind" value={kind} />
        <SettingsFields typed={settings} faults={faults} desks={desks} />
        {kind === 'draft' ? (
          <DraftText text={of.text} again={problem !== undefined} />
        ) : (
          <>
            <h2>
              {say('consultation-page-first-question', { form: say('consultation-page-form', { form }) })}
            </h2>
            <QuestionFields form={form} typed={question} earlier={[]} />
          </>
        )}
        <Button>{say('consultation-page-begin')}</Button>
        <p class="hint">{say('consultation-page-begin-hint')}</p>
      </FormTo>
    </>
  );
}

function DraftText({ text, again }: { text: string; again: boolean }) {
  const say = useSay();
  return (
    <>
      <h2>{say('consultation-page-draft')}</h2>
      <TextArea
        label={say('consultation-page-draft-text')}
        hint={say('consultation-page-draft-text-hint')}
        name="text"
        value={text}
        rows={10}
      />
      {again ? <Alert kind="warning">{say('compose-files-again')}</Alert> : null}
      <Field
        label={say('consultation-page-draft-file')}
        hint={say('consultation-page-draft-file-hint')}
        name="file"
        type="file"
        accept=".docx,.pdf,.txt"
      />
    </>
  );
}
