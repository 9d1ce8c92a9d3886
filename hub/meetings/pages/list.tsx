import {
  Empty,
  LinkButton,
  Buttons,
  More,
  Section,
  Table,
  useSay,
  type Console,
} from '../../console/index.ts';
import { momentInWords } from '../moment.ts';
import type { MeetingLine } from '../port.ts';
import { meetingsUrl, meetingUrl, reportUrl, type MeetingPagesParts } from './urls.ts';
import { StateBadge } from './words.tsx';

const pageSize = 20;

/** What comes and is open, and what is over, of all units the reader may see. */
export function meetingListPage(console: Console, parts: MeetingPagesParts): void {
  const { meetings, people, clock, timeZone } = parts;
  console.page(meetingsUrl, { needs: 'self' }, async ({ viewer, say, query }) => {
    const { before } = query;
    const [coming, over, callable, held, within] = await Promise.all([
      before ? [] : meetings.coming(viewer.actor, { limit: 100 }),
      meetings.over(viewer.actor, { ...(before && { before }), limit: pageSize }),
      meetings.callable(viewer.actor),
      people.unitsHeld(viewer.memberId, 'meeting.read'),
      people.unitsWithin(viewer.actor, 'meeting.read'),
    ]);
    const last = over.length === pageSize ? over.at(-1) : undefined;
    const [home] = held;
    const today = clock();
    return {
      title: say('nav-meetings'),
      body: (
        <>
          <Buttons>
            {callable.length > 0 ? (
              <LinkButton href={`${meetingsUrl}/new`} kind="primary">
                {say('meetings-call')}
              </LinkButton>
            ) : null}
            {home ? (
              <LinkButton href={reportUrl('year', { unit: home.code })}>{say('meetings-year')}</LinkButton>
            ) : null}
            {home && within.size > 1 ? (
              <LinkButton href={reportUrl('month', { unit: home.code })}>
                {say('meetings-month', { now: monthOf(today) })}
              </LinkButton>
            ) : null}
          </Buttons>
          {before ? null : (
            <Section title={say('meetings-coming')}>
              {coming.length === 0 ? (
                <Empty>{callable.length > 0 ? say('meetings-none-call') : say('meetings-none')}</Empty>
              ) : (
                <Lines caption={say('meetings-coming')} lines={coming} timeZone={timeZone} />
              )}
            </Section>
          )}
          {over.length > 0 ? (
            <Section title={say('meetings-over')}>
              <Lines caption={say('meetings-over')} lines={over} timeZone={timeZone} />
            </Section>
          ) : null}
          <More href={last ? `${meetingsUrl}?before=${last.id}` : null} />
        </>
      ),
    };
  });
}

function Lines({
  caption,
  lines,
  timeZone,
}: {
  caption: string;
  lines: readonly MeetingLine[];
  timeZone: string;
}) {
  const say = useSay();
  return (
    <Table
      caption={caption}
      keyOf={({ id }) => id}
      rows={lines}
      columns={[
        {
          title: say('meetings-meeting'),
          cell: ({ id, title, unit }) => (
            <>
              <a href={meetingUrl(id)}>{title}</a>
              <span class="hint block">{unit.name}</span>
            </>
          ),
        },
        {
          title: say('meetings-when'),
          cell: ({ startsAt }) => (
            <time datetime={startsAt.toISOString()}>{momentInWords(startsAt, { say, timeZone })}</time>
          ),
        },
        {
          title: say('meetings-where'),
          cell: ({ place, link }) => place ?? (link ? say('meetings-online') : ''),
        },
        { title: say('meetings-stands'), cell: ({ state }) => <StateBadge state={state} /> },
      ]}
    />
  );
}

function monthOf(now: Date): string {
  return String(new Date(now.getTime() + 7 * 3_600_000).getUTCMonth() + 1);
}
