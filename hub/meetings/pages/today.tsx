import { Card, LinkButton, useSay } from '../../console/index.ts';
import type { Actor } from '../../platform/audit.ts';
import { momentInWords } from '../moment.ts';
import type { MeetingLine, OwnMeeting } from '../port.ts';
import { meetingUrl, type MeetingPagesParts } from './urls.ts';

/** For the page Hôm nay: the next meeting, invitations that wait to be sent, what was not closed, minutes that are not done. */
export function meetingTasks({ meetings, timeZone }: Pick<MeetingPagesParts, 'meetings' | 'timeZone'>) {
  return async function tasksOf(by: Actor & { memberId: string }) {
    const [[next], { proposed, unclosed, withoutMinutes }] = await Promise.all([
      meetings.ofMember(by.memberId),
      meetings.duties(by),
    ]);
    return [
      ...(next ? [<NextMeeting key={next.id} meeting={next} timeZone={timeZone} />] : []),
      ...proposed.map((meeting) => <Proposed key={meeting.id} meeting={meeting} timeZone={timeZone} />),
      ...unclosed.map((meeting) => <Unclosed key={meeting.id} meeting={meeting} timeZone={timeZone} />),
      ...withoutMinutes.map((meeting) => (
        <WithoutMinutes key={meeting.id} meeting={meeting} timeZone={timeZone} />
      )),
    ];
  };
}

type Of = { meeting: MeetingLine; timeZone: string };

function NextMeeting({ meeting, timeZone }: { meeting: OwnMeeting; timeZone: string }) {
  const say = useSay();
  const { id, title, startsAt, place, state, runs } = meeting;
  const open = state === 'open';
  return (
    <Card tone={open ? 'attention' : 'plain'}>
      <h2>{open ? say('today-meeting-open', { title }) : title}</h2>
      <p>
        {momentInWords(startsAt, { say, timeZone })}
        {place ? <span class="hint block">{place}</span> : null}
      </p>
      {open && runs ? (
        <LinkButton href={meetingUrl(id, '/list')}>{say('roll-title')}</LinkButton>
      ) : (
        <LinkButton href={meetingUrl(id)}>{say('button-meeting-show')}</LinkButton>
      )}
    </Card>
  );
}

function Proposed({ meeting: { id, title, startsAt }, timeZone }: Of) {
  const say = useSay();
  const moment = momentInWords(startsAt, { say, timeZone });
  return (
    <Card tone="attention">
      <h2>{title}</h2>
      <p>{say('today-meeting-proposed', { moment })}</p>
      <LinkButton href={meetingUrl(id)}>{say('button-meeting-confirm')}</LinkButton>
    </Card>
  );
}

function Unclosed({ meeting: { id, title, startsAt }, timeZone }: Of) {
  const say = useSay();
  const moment = momentInWords(startsAt, { say, timeZone });
  return (
    <Card tone="attention">
      <h2>{title}</h2>
      <p>{say('today-meeting-unclosed', { moment })}</p>
      <LinkButton href={meetingUrl(id)}>{say('button-meeting-show')}</LinkButton>
    </Card>
  );
}

function WithoutMinutes({ meeting: { id, title, startsAt }, timeZone }: Of) {
  const say = useSay();
  const moment = momentInWords(startsAt, { say, timeZone });
  return (
    <Card>
      <h2>{title}</h2>
      <p>{say('today-meeting-minutes', { moment })}</p>
      <LinkButton href={meetingUrl(id, '/papers')}>{say('meeting-page-papers')}</LinkButton>
    </Card>
  );
}
