import {
  Alert,
  Buttons,
  Button,
  Facts,
  FormTo,
  LinkButton,
  Section,
  useSay,
  type Console,
  type Page,
} from '../../console/index.ts';
import type { Say } from '../../platform/locales.ts';
import { ForwardForm, NoteForm } from './aside-forms.tsx';
import { Attachments } from './attachments.tsx';
import { History } from './history.tsx';
import { shownTo, type Shown } from './item-data.ts';
import { GivenBack, Problem, ReplyForm, SeenSoFar } from './reply-form.tsx';
import { feedbackUrl, itemUrl, type FeedbackPagesParts } from './urls.ts';
import { AsWritten, Day, Due, isOpen, kindInWords, levelInWords, StateBadge } from './words.tsx';

/** One item: what was said, by whom as far as that may be known, what was done, and what to do next. */
export function itemPages(console: Console, parts: FeedbackPagesParts): void {
  const needs = 'feedback.answer';

  console.page(itemUrl(':id'), { needs }, async ({ viewer, say, params }) =>
    itemPage(await shownTo(viewer, params['id'] ?? '', parts), say),
  );
}

export function itemPage(shown: Shown, say: Say): Page {
  const { item, again } = shown;
  const kind = kindInWords(item.kind, say);
  return {
    title: item.number ? say('feedback-item-title', { kind, number: item.number }) : kind,
    status: again?.status ?? 200,
    body: <Body shown={shown} />,
  };
}

function Body({ shown }: { shown: Shown }) {
  const { item, over, today, again } = shown;
  return (
    <>
      <p class="lead">
        <StateBadge state={item.state} /> <Due of={item} today={today} />
        <span class="hint block">{item.unit.name}</span>
      </p>
      {over && again ? (
        <>
          <Problem shown={shown} />
          <GivenBack typed={again.typed} />
        </>
      ) : null}
      <Hands shown={shown} />
      <Said shown={shown} />
      {over ? null : <ReplyForm shown={shown} />}
      <History entries={item.entries} useful={item.useful} />
      {over ? null : (
        <>
          <NoteForm shown={shown} />
          <ForwardForm shown={shown} />
        </>
      )}
      <Last shown={shown} />
    </>
  );
}

/** Who has it in hand. Two who answer see each other, before the second one begins to write. */
function Hands({ shown }: { shown: Shown }) {
  const say = useSay();
  const { item, reader, again } = shown;
  const { id, state, takenBy } = item;
  if (!isOpen(state)) return null;
  const mine = takenBy?.id === reader;
  return (
    <>
      {again?.form === 'taking' ? <Problem shown={shown} /> : null}
      {takenBy ? (
        <Alert kind="note">
          {mine
            ? say('feedback-item-taken-by-you')
            : say('feedback-item-taken-by', { name: takenBy.fullName })}
        </Alert>
      ) : null}
      <FormTo action={itemUrl(id, mine ? '/release' : '/taking')} inline>
        <SeenSoFar of={item} />
        <Button kind={takenBy ? 'plain' : 'primary'}>
          {mine
            ? say('feedback-item-release')
            : takenBy
              ? say('feedback-item-take-over')
              : say('feedback-item-take')}
        </Button>
      </FormTo>
    </>
  );
}

function Said({ shown: { item } }: { shown: Shown }) {
  const say = useSay();
  const { author, level, topic, text, receivedOn, saidTo, unit, lateReason } = item;
  return (
    <Section title={say('feedback-item-said')}>
      <AsWritten text={text} />
      <Attachments item={item} />
      <Facts
        of={[
          [
            say('feedback-item-author'),
            author
              ? `${author.fullName} (${author.code})`
              : level === 'confidential'
                ? say('feedback-item-author-kept')
                : say('feedback-item-author-nobody'),
          ],
          [say('feedback-filter-level'), levelInWords(level, say)],
          ...(topic ? [[say('feedback-item-topic'), <bdi>{topic}</bdi>] as const] : []),
          [say('feedback-inbox-received'), <Day of={receivedOn} />],
          ...(saidTo.id === unit.id ? [] : [[say('feedback-item-said-to'), saidTo.name] as const]),
          ...(lateReason ? [[say('feedback-item-late-reason'), <bdi>{lateReason}</bdi>] as const] : []),
        ]}
      />
    </Section>
  );
}

/** What ends it, or carries it further, stands at the end. */
function Last({ shown: { item, over } }: { shown: Shown }) {
  const say = useSay();
  const answered = item.entries.some(({ kind }) => kind === 'reply');
  return (
    <Buttons>
      {over ? null : (
        <LinkButton href={itemUrl(item.id, '/closing')}>{say('feedback-item-close')}</LinkButton>
      )}
      {answered ? (
        <>
          <FormTo action={itemUrl(item.id, '/notice')} inline>
            <Button kind="plain">{say('feedback-item-publish')}</Button>
          </FormTo>
          <LinkButton href={itemUrl(item.id, '/library')}>{say('feedback-item-file')}</LinkButton>
        </>
      ) : null}
      <LinkButton href={feedbackUrl}>{say('feedback-item-back')}</LinkButton>
    </Buttons>
  );
}
