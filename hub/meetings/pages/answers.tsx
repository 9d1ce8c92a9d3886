import { z } from 'zod';
import {
  Badge,
  Button,
  Details,
  Field,
  FormTo,
  Radios,
  Section,
  Select,
  read,
  seeOther,
  useSay,
  type Console,
} from '../../console/index.ts';
import type { RollRow } from '../../attendance/index.ts';
import { momentInWords } from '../moment.ts';
import type { Shown } from './meeting-data.ts';
import { meetingUrl, type MeetingPagesParts } from './urls.ts';

const Said = z.object({
  member: z.string().min(1).max(40),
  answer: z.enum(['yes', 'no']),
  reason: z.string().max(500).optional(),
});
const Decided = z.object({
  member: z.string().min(1).max(40),
  decision: z.enum(['accept', 'ask']),
  question: z.string().trim().max(500).optional(),
});

/** What is done about members' answers: said for them, accepted, asked back about, asked for once more. */
export function answerForms(console: Console, parts: MeetingPagesParts): void {
  const { meetings, attendance, people, tell, locales, timeZone } = parts;

  console.form(meetingUrl(':id', '/answers'), { needs: 'attendance.people' }, async (visit) => {
    const { viewer, say, params, fields } = visit;
    const id = params['id'] ?? '';
    const { member, answer, reason } = read(Said, fields);
    await attendance.answerFor(viewer.actor, id, member, {
      answer,
      ...(answer === 'no' && reason ? { reason } : {}),
    });
    return seeOther(meetingUrl(id, '#answers'), say('meeting-answered-for', { answer }));
  });

  console.form(meetingUrl(':id', '/excuses'), { needs: 'attendance.people' }, async (visit) => {
    const { viewer, say, params, fields } = visit;
    const id = params['id'] ?? '';
    const { member, decision, question = '' } = read(Decided, fields);
    const asks = decision === 'ask';
    if (asks && question === '') return seeOther(meetingUrl(id, '#answers'), say('meeting-question-missing'));
    const decided = await attendance.decideExcuse(
      viewer.actor,
      id,
      member,
      asks ? { accept: false, question } : { accept: true },
    );
    const told = await tellMember(id, decided.memberId, asks ? question : null);
    return seeOther(
      meetingUrl(id, '#answers'),
      say('meeting-excuse-decided', { decision, told: told ? 'yes' : 'no' }),
    );
  });

  console.form(meetingUrl(':id', '/chasing'), { needs: 'meeting.run' }, async ({ viewer, say, params }) => {
    const id = params['id'] ?? '';
    const { told } = await meetings.chase(viewer.actor, id);
    return seeOther(
      meetingUrl(id, '#answers'),
      told > 0
        ? say('meeting-talk-reminded', { count: told })
        : say('meeting-talk-reminded-not', { count: told }),
    );
  });

  /** In the words of the chat, and in the member's language. */
  async function tellMember(id: string, memberId: string, question: string | null): Promise<boolean> {
    const { title, startsAt } = await meetings.meeting({ memberId: null, via: 'console' }, id);
    const say = locales((await people.member(memberId)).language);
    const moment = momentInWords(startsAt, { say, timeZone });
    const meeting = say('meeting-talk-line', { title, moment });
    return await tell(
      memberId,
      question === null
        ? say('meeting-talk-accepted-told', { meeting })
        : say('meeting-talk-question-told', { meeting, question }),
    );
  }
}

/** Who comes, who does not and why, who has not answered; and whether those who come suffice. */
export function Answers({ shown }: { shown: Shown }) {
  const say = useSay();
  const { meeting, status, roll, forecast, may } = shown;
  const { yes, no, unknown } = status.rsvp;
  return (
    <Section title={say('meeting-page-answers')} id="answers">
      <p class="lead">{say('meeting-talk-answers', { yes, no, unknown })}</p>
      {forecast ? (
        <p>
          {say('meeting-talk-forecast', {
            majority: forecast.majority,
            coming: forecast.coming,
            required: forecast.required,
            base: forecast.base,
          })}
        </p>
      ) : null}
      {roll ? <ByName id={meeting.id} roll={roll.filter(({ summoned }) => summoned)} /> : null}
      {roll ? null : <p class="hint">{say('meeting-page-figures-only')}</p>}
      {unknown > 0 && may.has('meeting.run') ? (
        <FormTo action={meetingUrl(meeting.id, '/chasing')}>
          <Button kind="plain">{say('meeting-page-chase', { count: unknown })}</Button>
        </FormTo>
      ) : null}
      {roll ? <AnswerFor id={meeting.id} roll={roll.filter(({ summoned }) => summoned)} /> : null}
    </Section>
  );
}

function ByName({ id, roll }: { id: string; roll: readonly RollRow[] }) {
  const say = useSay();
  const [coming, absent, silent] = [
    roll.filter(({ rsvp }) => rsvp === 'yes'),
    roll.filter(({ rsvp }) => rsvp === 'no'),
    roll.filter(({ rsvp }) => rsvp === null),
  ];
  return (
    <>
      {absent.length > 0 ? (
        <Details
          open={absent.some(({ excuse }) => excuse === 'asked')}
          summary={say('meeting-page-absent', { count: absent.length })}
        >
          <ul class="plain-list">
            {absent.map((row) => (
              <li key={row.code} class="absence">
                <Absence id={id} row={row} />
              </li>
            ))}
          </ul>
        </Details>
      ) : null}
      <Details summary={say('meeting-page-coming', { count: coming.length })}>
        <ul>
          {coming.map(({ code, fullName, lateMinutes }) => (
            <li key={code}>
              {lateMinutes
                ? say('meeting-page-coming-late', { name: fullName, minutes: lateMinutes })
                : fullName}
            </li>
          ))}
        </ul>
      </Details>
      <Details summary={say('meeting-page-silent', { count: silent.length })}>
        <ul>
          {silent.map(({ code, fullName }) => (
            <li key={code}>{fullName}</li>
          ))}
        </ul>
      </Details>
    </>
  );
}

function Absence({ id, row: { code, fullName, reason, excuse } }: { id: string; row: RollRow }) {
  const say = useSay();
  return (
    <>
      <p>
        <strong>{fullName}</strong>: {reason ?? say('meeting-talk-absent-no-reason')}{' '}
        {excuse ? (
          <Badge tone={excuse === 'accepted' ? 'good' : 'warning'}>
            {say('meeting-page-excuse', { excuse })}
          </Badge>
        ) : null}
      </p>
      {excuse === 'accepted' ? null : (
        <FormTo action={meetingUrl(id, '/excuses')} inline>
          <input type="hidden" name="member" value={code} />
          <Button name="decision" value="accept" kind="plain">
            {say('button-excuse-accept')}
            <span class="unseen">: {fullName}</span>
          </Button>
          <Field
            label={say('meeting-page-question')}
            name="question"
            id={`question-${code}`}
            maxlength={500}
            autocomplete="off"
          />
          <Button name="decision" value="ask" kind="plain">
            {say('button-excuse-ask')}
            <span class="unseen">: {fullName}</span>
          </Button>
        </FormTo>
      )}
    </>
  );
}

/** For who answered by word of mouth. */
function AnswerFor({ id, roll }: { id: string; roll: readonly RollRow[] }) {
  const say = useSay();
  return (
    <Details summary={say('meeting-page-answer-for')}>
      <FormTo action={meetingUrl(id, '/answers')}>
        <MemberOf roll={roll} />
        <Radios
          legend={say('meeting-page-answer')}
          name="answer"
          value="yes"
          choices={[
            { value: 'yes', label: say('button-attend') },
            { value: 'no', label: say('button-absent') },
          ]}
        />
        <Field label={say('meeting-page-reason-absent')} name="reason" maxlength={500} autocomplete="off" />
        <Button kind="plain">{say('run-note')}</Button>
      </FormTo>
    </Details>
  );
}

/** One of the people of a meeting. */
export function MemberOf({ roll }: { roll: readonly RollRow[] }) {
  const say = useSay();
  const choices = roll.map(({ code, fullName }) => ({ value: code, label: fullName }));
  return <Select label={say('meeting-page-member')} name="member" required choices={choices} />;
}
