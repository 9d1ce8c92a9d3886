import type { FunctionComponent } from 'preact';
import {
  Alert,
  Button,
  Buttons,
  Facts,
  Field,
  FormTo,
  LinkButton,
  Section,
  useSay,
  type Console,
} from '../../console/index.ts';
import { readRule, ruleInWords } from '../calendar/index.ts';
import { momentInWords } from '../moment.ts';
import { Agenda } from './agenda.tsx';
import { Answers } from './answers.tsx';
import { Came } from './came.tsx';
import { Documents } from './documents.tsx';
import { LastTime, Reached, Steps } from './around.tsx';
import { shownTo, type Shown } from './meeting-data.ts';
import { writtenDay, writtenTime } from './typed-meeting.ts';
import { meetingUrl, type MeetingPagesParts } from './urls.ts';
import { kindInWords, StateBadge } from './words.tsx';

/** One meeting: how it stands, what is to be done next, and all around it. */
export function meetingPage(console: Console, parts: MeetingPagesParts): void {
  const { timeZone, BaseFigures } = parts;
  console.page(meetingUrl(':id'), { needs: 'meeting.read' }, async ({ viewer, params }) => {
    const shown = await shownTo(viewer, params['id'] ?? '', parts);
    return {
      title: shown.meeting.title,
      styles: ['meetings.css'],
      body: <Body shown={shown} timeZone={timeZone} BaseFigures={BaseFigures} />,
    };
  });
}

function Body({
  shown,
  timeZone,
  BaseFigures,
}: {
  shown: Shown;
  timeZone: string;
  BaseFigures: FunctionComponent<{ of: NonNullable<Shown['base']> }>;
}) {
  const say = useSay();
  const { meeting, base } = shown;
  const { id, unit, state, startsAt, cancelReason } = meeting;
  return (
    <>
      <p class="lead">
        <StateBadge state={state} /> {momentInWords(startsAt, { say, timeZone })}
        <span class="hint block">{unit.name}</span>
      </p>
      {state === 'cancelled' ? (
        <Alert kind="note">
          {cancelReason
            ? say('meeting-cancelled-because', { reason: cancelReason })
            : say('meeting-page-cancelled')}
        </Alert>
      ) : null}
      {state === 'proposed' ? <Proposed shown={shown} /> : <Next shown={shown} />}
      {state === 'called' ? <Answers shown={shown} /> : null}
      {state === 'open' || state === 'closed' ? <Came shown={shown} /> : null}
      {base ? (
        <Section title={say('meeting-page-base')}>
          <BaseFigures of={base} />
        </Section>
      ) : null}
      <LastTime of={meeting.last} />
      <Details shown={shown} />
      <Agenda shown={shown} />
      <Documents shown={shown} />
      <Reached shown={shown} />
      <Steps of={meeting.steps} />
      <Others id={id} shown={shown} />
    </>
  );
}

/** A series proposes it: with one press it is called, on its day or another. */
function Proposed({ shown: { meeting, may } }: { shown: Shown }) {
  const say = useSay();
  const { id, startsAt } = meeting;
  return (
    <>
      <Alert kind="note">{say('meeting-page-proposed')}</Alert>
      {may.has('meeting.call') ? (
        <FormTo action={meetingUrl(id, '/confirmation')}>
          <div class="moment">
            <Field
              label={say('meeting-form-day')}
              name="day"
              value={writtenDay(startsAt)}
              inputmode="numeric"
              autocomplete="off"
              required
            />
            <Field
              label={say('compose-time')}
              name="time"
              value={writtenTime(startsAt)}
              autocomplete="off"
              required
            />
          </div>
          <Button>{say('button-meeting-confirm')}</Button>
        </FormTo>
      ) : null}
    </>
  );
}

/** What is to be done next comes first. */
function Next({ shown: { meeting, may, roll, now } }: { shown: Shown }) {
  const say = useSay();
  const { id, state, startsAt } = meeting;
  const runs = may.has('meeting.run');
  const over = state === 'closed';
  if (state === 'cancelled') return null;
  const closable = runs && (state === 'open' || (state === 'called' && startsAt <= now));
  return (
    <div class="buttons meeting-next">
      {runs && !over ? (
        <LinkButton href={meetingUrl(id, '/code')} kind="primary">
          {state === 'open' ? say('meeting-page-code') : say('button-meeting-open')}
        </LinkButton>
      ) : null}
      {roll && state !== 'called' ? (
        <LinkButton href={meetingUrl(id, '/papers')} kind={over ? 'primary' : 'plain'}>
          {say('meeting-page-papers')}
        </LinkButton>
      ) : null}
      {roll && !over ? (
        <LinkButton href={meetingUrl(id, '/list')}>{say('meeting-page-list')}</LinkButton>
      ) : null}
      {runs ? <LinkButton href={meetingUrl(id, '/run')}>{say('run-title')}</LinkButton> : null}
      {closable ? (
        <LinkButton href={meetingUrl(id, '/closing')}>{say('button-meeting-close')}</LinkButton>
      ) : null}
    </div>
  );
}

function Details({ shown: { meeting } }: { shown: Shown }) {
  const say = useSay();
  const { kind, minutes, place, link, series, chair, taker, guests, calledByName, lateAfter } = meeting;
  const rule = series && series.endedOn === null ? readRule(series.rule) : null;
  return (
    <Section title={say('meeting-page-facts')}>
      <Facts
        of={[
          [say('meeting-form-kind'), kindInWords(kind, say)],
          [say('meeting-form-minutes'), say('meeting-minutes', { minutes })],
          [say('meetings-where'), place ?? say('meeting-page-nowhere')],
          ...(link ? [[say('meetings-online'), <a href={link}>{link}</a>] as const] : []),
          [say('meeting-page-called-by'), calledByName],
          ...(chair ? [[say('meeting-page-chair'), chair.fullName] as const] : []),
          ...(taker ? [[say('meeting-page-taker'), taker.fullName] as const] : []),
          ...(guests ? [[say('meeting-form-guests'), guests] as const] : []),
          [say('meeting-page-late'), say('meeting-page-late-after', { minutes: lateAfter })],
          ...(rule ? [[say('meeting-form-repeat'), ruleInWords(rule, say)] as const] : []),
        ]}
      />
    </Section>
  );
}

/** What changes the meeting itself stands at the end. */
function Others({ id, shown: { meeting, may } }: { id: string; shown: Shown }) {
  const say = useSay();
  const { state, unit, startsAt } = meeting;
  const goesOn = state === 'proposed' || state === 'called' || state === 'open';
  const year = String(new Date(startsAt.getTime() + 7 * 3_600_000).getUTCFullYear());
  return (
    <Buttons>
      {may.has('meeting.call') && state !== 'cancelled' ? (
        <LinkButton href={meetingUrl(id, '/change')}>{say('meeting-page-change')}</LinkButton>
      ) : null}
      {may.has('meeting.call') && goesOn ? (
        <LinkButton href={meetingUrl(id, '/cancelling')} kind="danger">
          {say('meeting-page-cancel')}
        </LinkButton>
      ) : null}
      {may.has('meeting.read') ? (
        <LinkButton
          href={`/console/meetings/year?${new URLSearchParams({ unit: unit.code, year }).toString()}`}
        >
          {say('meetings-year')}
        </LinkButton>
      ) : null}
    </Buttons>
  );
}
