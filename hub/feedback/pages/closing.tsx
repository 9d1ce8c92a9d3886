import {
  Alert,
  Button,
  FormTo,
  LinkButton,
  seeOther,
  TextArea,
  useSay,
  type Console,
  type Page,
} from '../../console/index.ts';
import { DomainError } from '../../platform/errors.ts';
import type { Say } from '../../platform/locales.ts';
import { seenIn, typedIn } from './deeds.tsx';
import { itemPage } from './item.tsx';
import { shownTo, type Shown } from './item-data.ts';
import { Problem, SeenSoFar } from './reply-form.tsx';
import { itemUrl, type FeedbackPagesParts } from './urls.ts';
import { AsWritten, firstWords } from './words.tsx';

/** Closing is asked once; without an answer it needs a reason, which is told to who wrote. */
export function closingPages(console: Console, parts: FeedbackPagesParts): void {
  const url = itemUrl(':id', '/closing');
  const needs = 'feedback.answer';

  console.page(url, { needs }, async ({ viewer, say, params }) => {
    const id = params['id'] ?? '';
    const shown = await shownTo(viewer, id, parts);
    return shown.over ? seeOther(itemUrl(id)) : closingPage(shown, say);
  });

  console.form(url, { needs }, async ({ viewer, say, params, fields }) => {
    const id = params['id'] ?? '';
    const typed = typedIn(fields, ['reason']);
    const seen = seenIn(fields);
    try {
      const why = { revision: seen.revision, ...(typed.reason && { reason: typed.reason }) };
      await parts.feedback.answering.close(viewer.actor, id, why);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const problem = say(error.code.replaceAll('.', '-'), error.facts);
      const again = { form: 'taking', typed, problem, seen: seen.entry, status: error.status } as const;
      const shown = await shownTo(viewer, id, parts, again);
      return shown.over ? itemPage(shown, say) : closingPage(shown, say);
    }
    return seeOther(itemUrl(id), say('feedback-closed'));
  });
}

function closingPage(shown: Shown, say: Say): Page {
  return {
    title: say('feedback-close-title'),
    status: shown.again?.status ?? 200,
    body: <Body shown={shown} />,
  };
}

function Body({ shown }: { shown: Shown }) {
  const say = useSay();
  const { item, again } = shown;
  const answered = item.state === 'answered';
  return (
    <>
      <AsWritten text={firstWords(item.text, 200)} />
      <Problem shown={shown} />
      {answered ? (
        <p>{say('feedback-close-answered')}</p>
      ) : (
        <Alert kind="warning">{say('feedback-close-unanswered', { level: item.level })}</Alert>
      )}
      <FormTo action={itemUrl(item.id, '/closing')}>
        <SeenSoFar of={item} />
        <TextArea
          label={say('feedback-close-reason')}
          name="reason"
          value={again?.typed.reason}
          rows={3}
          maxlength={500}
          required={!answered}
        />
        <div class="buttons">
          <Button kind="danger">{say('feedback-item-close')}</Button>
          <LinkButton href={itemUrl(item.id)}>{say('feedback-close-not')}</LinkButton>
        </div>
      </FormTo>
    </>
  );
}
