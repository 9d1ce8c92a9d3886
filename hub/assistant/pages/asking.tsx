import {
  Alert,
  Button,
  FormTo,
  LinkButton,
  Problem,
  refusedIn,
  seeOther,
  TextArea,
  useSay,
  word,
  type Console,
  type Page,
  type Refused,
} from '../../console/index.ts';
import type { Say } from '../../platform/locales.ts';
import { answerUrl, askUrl, type AssistantPagesParts } from './urls.ts';

const longestQuestion = 1_000;

/** A question and nothing else: what comes back has a page of its own. */
export function askingPages(console: Console, { assistant }: AssistantPagesParts): void {
  console.page(askUrl, { needs: 'member' }, async ({ say }) => formPage(say, '', null));

  console.form(askUrl, { needs: 'member' }, async ({ viewer, say, fields }) => {
    const text = word(fields, 'question');
    const after = word(fields, 'after');
    try {
      const { id } = await assistant.ask(viewer.actor, {
        text,
        language: viewer.language,
        via: 'console',
        ...(after === '' ? {} : { after }),
      });
      return seeOther(answerUrl(id));
    } catch (error) {
      return formPage(say, text, refusedIn(error, say));
    }
  });
}

function formPage(say: Say, text: string, refused: Refused | null): Page {
  return {
    title: say('assistant-page-title'),
    status: refused?.status ?? 200,
    styles: ['library.css'],
    body: (
      <>
        <p class="lead">{say('assistant-page-lead')}</p>
        <Problem words={refused?.words} />
        <QuestionForm text={text} />
        <Alert kind="note">
          <p>{say('assistant-page-promise')}</p>
          <p>{say('assistant-page-private')}</p>
        </Alert>
        <p>
          <LinkButton href="/console/library">{say('assistant-page-to-library')}</LinkButton>
        </p>
      </>
    ),
  };
}

/** @param after the answer that this is asked after */
export function QuestionForm({ text = '', after }: { text?: string; after?: string }) {
  const say = useSay();
  return (
    <FormTo action={askUrl}>
      {after === undefined ? null : <input type="hidden" name="after" value={after} />}
      <TextArea
        label={say(after === undefined ? 'assistant-page-question' : 'assistant-page-follow-up')}
        hint={say(after === undefined ? 'assistant-page-question-hint' : 'assistant-page-follow-up-hint')}
        name="question"
        value={text}
        rows={after === undefined ? 4 : 2}
        maxlength={longestQuestion}
        required
      />
      <Button>{say('assistant-page-ask')}</Button>
    </FormTo>
  );
}
