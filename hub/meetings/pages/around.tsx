import { Alert, Details, Section, useSay } from '../../console/index.ts';
import type { Say } from '../../platform/locales.ts';
import { instantOf } from '../calendar/index.ts';
import type { LastMeeting, MeetingView } from '../port.ts';
import type { Shown } from './meeting-data.ts';
import { meetingUrl } from './urls.ts';
import { distanceInWords } from './words.tsx';

/** What was decided last time, and what of it is due. */
export function LastTime({ of: last }: { of: LastMeeting | null }) {
  const say = useSay();
  if (!last || last.decided.length + last.tasks.length === 0) return null;
  return (
    <Section title={say('meeting-page-last')}>
      <p class="hint">
        <a href={meetingUrl(last.id)}>{last.title}</a>
      </p>
      <ul>
        {last.decided.map(({ kind, title, number }) => (
          <li key={`${kind} ${title}`}>
            {say('meeting-page-decided', { kind, title, number: number ?? '' })}
          </li>
        ))}
        {last.tasks.map((task) => (
          <li key={task.id}>{taskInWords(task, say)}</li>
        ))}
      </ul>
    </Section>
  );
}

function taskInWords({ what, who, dueOn, done }: LastMeeting['tasks'][number], say: Say): string {
  const facts = { what, who, done: done ? 'yes' : 'no' };
  return dueOn
    ? say('meeting-page-task-due', { ...facts, due: instantOf(dueOn, 0) })
    : say('meeting-page-task', facts);
}

/** Whom the invitation has come to; who was missed is told by somebody. */
export function Reached({ shown: { reach } }: { shown: Shown }) {
  const say = useSay();
  if (!reach) return null;
  const { reached, underWay, missed, missedPeople } = reach;
  return (
    <Section title={say('meeting-page-reach')} id="reach">
      <p>{say('meeting-page-reached', { reached, underWay, missed })}</p>
      {missed > 0 ? (
        <Alert kind="warning">
          <p>{say('meeting-page-missed', { missed })}</p>
          {missedPeople ? (
            <ul>
              {missedPeople.map(({ code, fullName }) => (
                <li key={code}>
                  <a href={`/console/people/members/${encodeURIComponent(code)}`}>{fullName}</a>
                </li>
              ))}
            </ul>
          ) : null}
        </Alert>
      ) : null}
    </Section>
  );
}

/** What falls due before and after, and what became of it. */
export function Steps({ of: steps }: { of: MeetingView['steps'] }) {
  const say = useSay();
  if (steps.length === 0) return null;
  return (
    <Details summary={say('meeting-page-steps')}>
      <ul class="timeline">
        {steps.map((step) => (
          <li
            key={`${step.kind} ${step.minutesBefore}`}
            class={step.state === 'done' ? 'timeline-done' : undefined}
          >
            {stepInWords(step, say)}
            <span class="hint block">
              {say('meeting-page-step-state', {
                state: step.state,
                people: step.people ?? 0,
                dueAt: step.dueAt,
              })}
            </span>
          </li>
        ))}
      </ul>
    </Details>
  );
}

function stepInWords({ kind, minutesBefore }: MeetingView['steps'][number], say: Say): string {
  return say('meeting-page-step', { kind, distance: distanceInWords(Math.abs(minutesBefore), say) });
}
