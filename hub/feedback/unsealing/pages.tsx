import {
  Alert,
  Badge,
  Button,
  Buttons,
  Card,
  Empty,
  Facts,
  Field,
  FormTo,
  LinkButton,
  Section,
  TextArea,
  seeOther,
  useSay,
  type Console,
  type Fields,
  type Page,
  type Visit,
} from '../../console/index.ts';
import { DomainError } from '../../platform/errors.ts';
import type { Say } from '../../platform/locales.ts';
import { feedbackUrl } from '../pages/urls.ts';
import type { Unsealing, UnsealingAsked, UnsealingVerbs } from './port.ts';

export const unsealingUrl = `${feedbackUrl}/unsealing`;

interface Typed extends UnsealingAsked {
  problem: string;
}

/** Opening a sealed link: one asks, another agrees, the author is told, the first sees once. */
export function unsealingPages(console: Console, { unsealing }: { unsealing: UnsealingVerbs }): void {
  const needs = 'feedback.unseal';

  console.page(unsealingUrl, { needs }, async ({ viewer, say }) => await listPage(viewer, say));

  console.form(unsealingUrl, { needs }, async ({ viewer, say, fields }) => {
    const asked = askedIn(fields);
    try {
      await unsealing.ask(viewer.actor, asked);
    } catch (error) {
      if (!(error instanceof DomainError) || error.status === 403) throw error;
      const problem = say(error.code.replaceAll('.', '-'), error.facts);
      return { ...(await listPage(viewer, say, { ...asked, problem })), status: error.status };
    }
    return seeOther(unsealingUrl, say('unsealing-asked'));
  });

  console.form(`${unsealingUrl}/:id/agreement`, { needs }, async ({ viewer, say, params }) => {
    await unsealing.agree(viewer.actor, params['id'] ?? '');
    return seeOther(unsealingUrl, say('unsealing-agreed'));
  });

  console.form(`${unsealingUrl}/:id/ending`, { needs }, async ({ viewer, say, params }) => {
    await unsealing.end(viewer.actor, params['id'] ?? '');
    return seeOther(unsealingUrl, say('unsealing-ended'));
  });

  // The answer to the form itself: there is no address at which it could be opened again.
  console.form(`${unsealingUrl}/:id/seeing`, { needs }, async ({ viewer, say, params }): Promise<Page> => {
    const { number, author } = await unsealing.see(viewer.actor, params['id'] ?? '');
    return {
      title: say('unsealing-seen-title', { number }),
      body: <Author code={author.code} fullName={author.fullName} />,
    };
  });

  async function listPage(
    { actor, memberId }: Visit['viewer'],
    say: Say,
    typed: Typed | null = null,
  ): Promise<Page> {
    const all = await unsealing.list(actor);
    return { title: say('unsealing-title'), body: <Body all={all} reader={memberId} typed={typed} /> };
  }
}

function askedIn(fields: Fields): UnsealingAsked {
  const word = (name: string) => {
    const value = fields[name];
    return typeof value === 'string' ? value : '';
  };
  return { item: word('item'), reason: word('reason'), basis: word('basis') };
}

function Body({ all, reader, typed }: { all: readonly Unsealing[]; reader: string; typed: Typed | null }) {
  const say = useSay();
  return (
    <>
      <Alert kind="warning">{say('unsealing-lead')}</Alert>
      {all.length === 0 ? <Empty>{say('unsealing-none')}</Empty> : null}
      {all.map((one) => (
        <One key={one.id} of={one} reader={reader} />
      ))}
      <Ask typed={typed} />
      <LinkButton href={feedbackUrl}>{say('feedback-item-back')}</LinkButton>
    </>
  );
}

function One({ of, reader }: { of: Unsealing; reader: string }) {
  const say = useSay();
  const { id, item, state, askedBy, askedAt, reason, basis, agreedBy, agreedAt, until, told } = of;
  const mine = askedBy.id === reader;
  return (
    <Card tone={state === 'asked' && !mine ? 'attention' : 'plain'}>
      <h2>{say('unsealing-item', { number: item.number, unit: item.unit.name })}</h2>
      <p>
        <Badge tone={until ? 'warning' : 'plain'}>{say('unsealing-state', { state })}</Badge>{' '}
        {until ? say('unsealing-until', { until: new Date(until) }) : null}
      </p>
      <Facts
        of={[
          [say('unsealing-by'), say('unsealing-who', { name: askedBy.fullName, at: new Date(askedAt) })],
          [say('unsealing-reason'), <bdi>{reason}</bdi>],
          [say('unsealing-basis'), <bdi>{basis}</bdi>],
          ...(agreedBy && agreedAt
            ? [
                [
                  say('unsealing-with'),
                  say('unsealing-who', { name: agreedBy.fullName, at: new Date(agreedAt) }),
                ] as const,
              ]
            : []),
        ]}
      />
      {state === 'agreed' && !told ? <p>{say('unsealing-untold')}</p> : null}
      <Buttons>
        {state === 'asked' && !mine ? <Press id={id} deed="agreement" kind="primary" /> : null}
        {state === 'agreed' && mine && told ? <Press id={id} deed="seeing" kind="primary" /> : null}
        {until && (state === 'asked' || mine || agreedBy?.id === reader) ? (
          <Press id={id} deed={mine ? 'withdrawal' : 'refusal'} kind="danger" />
        ) : null}
      </Buttons>
    </Card>
  );
}

type Deed = 'agreement' | 'seeing' | 'withdrawal' | 'refusal';

function Press({ id, deed, kind }: { id: string; deed: Deed; kind: 'primary' | 'danger' }) {
  const say = useSay();
  const path = deed === 'withdrawal' || deed === 'refusal' ? 'ending' : deed;
  return (
    <FormTo action={`${unsealingUrl}/${id}/${path}`} inline>
      <Button kind={kind}>{say('unsealing-press', { deed })}</Button>
    </FormTo>
  );
}

function Ask({ typed }: { typed: Typed | null }) {
  const say = useSay();
  return (
    <Section title={say('unsealing-ask')} id="ask">
      {typed ? <Alert kind="problem">{typed.problem}</Alert> : null}
      <FormTo action={unsealingUrl}>
        <Field label={say('unsealing-number')} name="item" value={typed?.item} autocomplete="off" required />
        <TextArea
          label={say('unsealing-reason')}
          name="reason"
          hint={say('unsealing-reason-hint')}
          value={typed?.reason}
          rows={3}
          maxlength={500}
          required
        />
        <Field
          label={say('unsealing-basis')}
          name="basis"
          hint={say('unsealing-basis-hint')}
          value={typed?.basis}
          maxlength={200}
          autocomplete="off"
          required
        />
        <Button>{say('unsealing-ask-send')}</Button>
      </FormTo>
    </Section>
  );
}

function Author({ code, fullName }: { code: string; fullName: string }) {
  const say = useSay();
  return (
    <>
      <p class="lead">{say('unsealing-author', { name: fullName, code })}</p>
      <Alert kind="warning">{say('unsealing-once')}</Alert>
      <LinkButton href={unsealingUrl}>{say('unsealing-back')}</LinkButton>
    </>
  );
}
