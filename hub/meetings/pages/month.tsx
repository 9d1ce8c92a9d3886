import { Badge, Buttons, Empty, LinkButton, Table, useSay, type Console } from '../../console/index.ts';
import { calendarDay } from '../../people/index.ts';
import { momentInWords } from '../moment.ts';
import type { MonthOfCell } from '../port.ts';
import { meetingUrl, reportUrl, type MeetingPagesParts } from './urls.ts';
import { StateBadge } from './words.tsx';
import { shiftDay } from '../../platform/shift-day.ts';

/** Which cells have called their meeting of the month, which are late, and what came of it. */
export function monthPage(console: Console, parts: MeetingPagesParts): void {
  const { meetings, people, clock, timeZone } = parts;
  console.page('/console/meetings/month', { needs: 'meeting.read' }, async ({ viewer, say, query }) => {
    const today = calendarDay(clock());
    const month = query['month'] ?? today.slice(0, 7);
    const [held] = await people.unitsHeld(viewer.memberId, 'meeting.read');
    const unit = query['unit'] ?? held?.code ?? '';
    const cells = await meetings.month(viewer.actor, unit, month);
    const at = (which: string) => reportUrl('month', { unit, month: which });
    return {
      title: say('month-title', wordsOf(month)),
      body: (
        <>
          {cells.length === 0 ? (
            <Empty>{say('month-no-cells')}</Empty>
          ) : (
            <Cells cells={cells} timeZone={timeZone} />
          )}
          <Buttons>
            <LinkButton href={at(monthFrom(month, -1))}>
              {say('month-other', wordsOf(monthFrom(month, -1)))}
            </LinkButton>
            <LinkButton href={at(monthFrom(month, 1))}>
              {say('month-other', wordsOf(monthFrom(month, 1)))}
            </LinkButton>
          </Buttons>
        </>
      ),
    };
  });
}

function Cells({ cells, timeZone }: { cells: readonly MonthOfCell[]; timeZone: string }) {
  const say = useSay();
  const count = (is: (cell: MonthOfCell) => boolean) => cells.filter(is).length;
  return (
    <>
      <p class="lead">
        {say('month-lead', {
          cells: cells.length,
          called: count(({ meeting }) => meeting !== null),
          late: count(({ late }) => late),
          held: count(({ meeting }) => meeting?.state === 'closed'),
          recorded: count(({ meeting }) => meeting?.paperApproved === true),
        })}
      </p>
      <Table
        caption={say('month-caption')}
        keyOf={({ unit }) => unit.id}
        rows={cells}
        columns={[
          {
            title: say('attendance-sheet-cell'),
            cell: ({ unit }) => <a href={reportUrl('year', { unit: unit.code })}>{unit.name}</a>,
          },
          {
            title: say('meetings-meeting'),
            cell: ({ meeting, late }) =>
              meeting ? (
                <a href={meetingUrl(meeting.id)}>{momentInWords(meeting.startsAt, { say, timeZone })}</a>
              ) : (
                <Badge tone={late ? 'bad' : 'plain'}>{late ? say('month-late') : say('month-not-yet')}</Badge>
              ),
          },
          {
            title: say('meetings-stands'),
            cell: ({ meeting }) => (meeting ? <StateBadge state={meeting.state} /> : null),
          },
          {
            title: say('month-quorum'),
            cell: ({ meeting }) =>
              meeting && meeting.quorumMet !== null
                ? meeting.quorumMet
                  ? say('month-quorum-met')
                  : say('month-quorum-not')
                : null,
          },
          {
            title: say('month-minutes'),
            cell: ({ meeting }) =>
              meeting?.state === 'closed'
                ? meeting.paperApproved
                  ? say('month-minutes-approved')
                  : say('month-minutes-not')
                : null,
          },
        ]}
      />
    </>
  );
}

/** `2026-12`, some months on. */
function monthFrom(month: string, by: 1 | -1): string {
  return (by === 1 ? shiftDay(`${month}-28`, 7) : shiftDay(`${month}-01`, -1)).slice(0, 7);
}

function wordsOf(month: string): { month: string; year: string } {
  const [year = '', number = ''] = month.split('-');
  return { month: String(Number(number)), year };
}
