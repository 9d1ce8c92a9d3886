import {
  Button,
  Buttons,
  Facts,
  FormTo,
  LinkButton,
  Section,
  Table,
  useSay,
  type Page,
  Problem,
} from '../../console/index.ts';
import type { Say } from '../../platform/locales.ts';
import type { ConsultationView } from '../port.ts';
import { QuestionList } from './question-list.tsx';
import { SettingsSummary } from './settings-summary.tsx';
import { consultationUrl } from './urls.ts';
import { AsWritten, StateBadge } from './words.tsx';

/** How it goes, and what can still be done about it. */
export function followingPage(
  view: ConsultationView,
  say: Say,
  problem?: { words: string; status: number },
): Page {
  return {
    title: view.title,
    status: problem?.status ?? 200,
    body: (
      <>
        <p class="lead">
          <StateBadge of={view} /> {say('consultation-page-kind', { kind: view.kind })}
        </p>
        <Problem words={problem?.words} />
        <Progress of={view} />
        <Deeds of={view} />
        {view.silent && view.silent.length > 0 ? <Silent of={view.silent} /> : null}
        <Section title={say('consultation-page-settings')}>
          <SettingsSummary of={view} />
        </Section>
        <Section title={say('consultation-page-questions', { count: view.questions.length })}>
          {view.introduction ? <AsWritten>{view.introduction}</AsWritten> : null}
          <QuestionList of={view.questions} />
        </Section>
      </>
    ),
  };
}

function Progress({ of }: { of: ConsultationView }) {
  const say = useSay();
  const { state, level, eligible, answered, drawn, closesAt, openedAt, endedAt, remindedAt } = of;
  const moment = (at: Date) => say('consultation-page-moment', { moment: at });
  return (
    <Facts
      of={[
        ...(eligible === null || state === 'cancelled'
          ? []
          : [
              [
                say('consultation-page-answered-column'),
                say('consultation-page-answered', { answered: answered ?? -1, eligible }),
              ] as const,
            ]),
        ...(drawn === null || eligible === null
          ? []
          : [
              [
                say('consultation-page-drawn'),
                say('consultation-page-answered', { answered: drawn, eligible }),
              ] as const,
            ]),
        ...(openedAt ? [[say('consultation-page-opened-at'), moment(openedAt)] as const] : []),
        [say('consultation-page-until'), moment(closesAt)],
        ...(endedAt ? [[say('consultation-page-ended-at'), moment(endedAt)] as const] : []),
        ...(remindedAt ? [[say('consultation-page-reminded-at'), moment(remindedAt)] as const] : []),
        ...(state === 'open'
          ? [[say('consultation-page-silent'), say('consultation-page-silent-known', { level })] as const]
          : []),
      ]}
    />
  );
}

/** What may be pressed; what cannot be undone is asked once more on a page of its own. */
function Deeds({ of: { id, state, level, live, noticeId, silent } }: { of: ConsultationView }) {
  const say = useSay();
  const open = state === 'open';
  // While it goes on, from above one reads what everybody may read.
  const counted = state === 'closed' || (open && (live || silent !== null));
  return (
    <Buttons>
      {counted ? (
        <LinkButton href={consultationUrl(id, '/results')} kind="primary">
          {say('consultation-page-results-link', {
            final: state === 'closed' ? 'yes' : 'no',
          })}
        </LinkButton>
      ) : null}
      {counted && silent !== null ? (
        <LinkButton href={consultationUrl(id, '/answers')}>{say('consultation-page-by-name')}</LinkButton>
      ) : null}
      {open ? (
        <>
          <FormTo action={consultationUrl(id, '/reminders')} inline>
            <Button kind="plain">{say('consultation-page-remind', { level })}</Button>
          </FormTo>
          <LinkButton href={consultationUrl(id, '/extending')}>{say('consultation-page-extend')}</LinkButton>
          <LinkButton href={consultationUrl(id, '/closing')}>{say('consultation-page-close')}</LinkButton>
          <LinkButton href={consultationUrl(id, '/cancelling')}>{say('consultation-page-cancel')}</LinkButton>
        </>
      ) : null}
      {noticeId ? (
        <LinkButton href={`/console/notices/${noticeId}`}>{say('consultation-page-notice')}</LinkButton>
      ) : null}
    </Buttons>
  );
}

function Silent({ of }: { of: NonNullable<ConsultationView['silent']> }) {
  const say = useSay();
  return (
    <Section title={say('consultation-page-silent')} id="silent">
      <Table
        caption={say('consultation-page-silent')}
        keyOf={({ code }) => code}
        rows={of}
        compact
        columns={[
          { title: say('consultation-page-name'), cell: ({ fullName }) => fullName },
          { title: say('consultation-page-unit'), cell: ({ unit }) => unit },
        ]}
      />
    </Section>
  );
}
