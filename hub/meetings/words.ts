import type { Say } from '../platform/locales.ts';
import { lines, titled, whereabouts } from './invitation.ts';
import { momentInWords } from './moment.ts';
import type { MeetingRow } from './row.ts';

/** What members are told of when it becomes otherwise; the rest is the office's. */
export const toldFields = ['title', 'startsAt', 'minutes', 'place', 'link', 'kind'] as const;
export type ToldField = (typeof toldFields)[number];

type Words = { say: Say; timeZone: string };

/** Only what is otherwise, as it is now. */
export function changeInWords(
  meeting: MeetingRow,
  tells: ReadonlySet<string>,
  { say, timeZone }: Words,
): { title: string; body: string } {
  const moment = momentInWords(meeting.startsAt, { say, timeZone });
  const { place, link, minutes, title, kind } = meeting;
  const told = [
    ...(tells.has('title') ? [say('meeting-now-named', { title })] : []),
    ...(tells.has('kind') ? [say('meeting-now-kind', { kind })] : []),
    ...(tells.has('startsAt') ? [say('meeting-now-when', { moment })] : []),
    ...(tells.has('place') ? [place ? say('meeting-now-where', { place }) : say('meeting-now-nowhere')] : []),
    ...(tells.has('link')
      ? [link ? say('meeting-now-online', { link }) : say('meeting-now-not-online')]
      : []),
    ...(tells.has('minutes') ? [say('meeting-length', { minutes })] : []),
  ];
  const rest = tells.has('startsAt')
    ? say('meeting-answer-again')
    : say('meeting-rest-as-before', { moment });
  return { title: titled(say('meeting-change-title', { title })), body: lines([...told, rest]) };
}

export function cancellationInWords(
  meeting: Pick<MeetingRow, 'title' | 'startsAt'>,
  reason: string | null,
  { say, timeZone }: Words,
): { title: string; body: string } {
  const moment = momentInWords(meeting.startsAt, { say, timeZone });
  return {
    title: titled(say('meeting-cancellation-title', { title: meeting.title })),
    body: lines([
      say('meeting-cancelled', { moment }),
      ...(reason ? [say('meeting-cancelled-because', { reason })] : []),
    ]),
  };
}

/** For who has not answered: all that one has to know to do so. */
export function chaseInWords(
  meeting: Pick<MeetingRow, 'title' | 'startsAt' | 'place' | 'link'>,
  { say, timeZone }: Words,
): { title: string; body: string } {
  const { title, body } = shortReminder(meeting, { say, timeZone });
  return { title, body: lines([body, say('meeting-not-answered')]) };
}

/** For who comes. */
export function shortReminder(
  meeting: Pick<MeetingRow, 'title' | 'startsAt' | 'place' | 'link'>,
  { say, timeZone }: Words,
): { title: string; body: string } {
  const moment = momentInWords(meeting.startsAt, { say, timeZone });
  return {
    title: titled(say('meeting-reminder-title', { title: meeting.title })),
    body: lines([say('meeting-when', { moment }), ...whereabouts(meeting, say)]),
  };
}

/** For who called the meeting: what the rules ask for around it. */
export function dutyInWords(
  meeting: Pick<MeetingRow, 'title' | 'startsAt'>,
  { which, facts }: { which: 'handbook' | 'report'; facts: Record<string, string | number> },
  { say, timeZone }: Words,
): { title: string; body: string } {
  const about = { ...facts, moment: momentInWords(meeting.startsAt, { say, timeZone }) };
  return which === 'handbook'
    ? {
        title: titled(say('meeting-handbook-title', { title: meeting.title })),
        body: say('meeting-handbook', about),
      }
    : {
        title: titled(say('meeting-report-title', { title: meeting.title })),
        body: say('meeting-report', about),
      };
}
