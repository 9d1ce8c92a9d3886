import type { Digest } from '../notices/index.ts';
import { shortId } from '../platform/ids.ts';
import type { Say } from '../platform/locales.ts';
import { momentInWords } from './moment.ts';
import type { MeetingKind } from './port.ts';

/** What an invitation says of a meeting. */
export interface Invited {
  kind: MeetingKind;
  title: string;
  startsAt: Date;
  minutes: number;
  place: string | null;
  link: string | null;
  items: readonly {
    title: string;
    minutes?: number | null | undefined;
    rapporteur?: string | null | undefined;
  }[];
  documents: readonly string[];
  /** Address of the calendar file; null before there is one. */
  calendar: string | null;
}

/** Titles of messages are no longer than this. */
const longestTitle = 300;

export function invitationInWords(
  meeting: Invited,
  { say, timeZone }: { say: Say; timeZone: string },
): { title: string; body: string } {
  const { title, documents, calendar } = meeting;
  return {
    title: titled(
      meeting.kind === 'congress'
        ? say('meeting-congress-title', { title })
        : say('meeting-invitation-title', { title }),
    ),
    body: paragraphs([
      lines([
        say('meeting-when', { moment: momentInWords(meeting.startsAt, { say, timeZone }) }),
        ...whereabouts(meeting, say),
        say('meeting-length', { minutes: meeting.minutes }),
      ]),
      agendaInWords(meeting.items, say),
      documents.length > 0 ? say('meeting-documents', { names: documents.join(', ') }) : '',
      calendar ? say('meeting-calendar', { address: calendar }) : '',
    ]),
  };
}

/** Place and link, each on a line of its own, where there are any. */
export function whereabouts({ place, link }: Pick<Invited, 'place' | 'link'>, say: Say): string[] {
  return [
    ...(place ? [say('meeting-where', { place })] : []),
    ...(link ? [say('meeting-online', { link })] : []),
  ];
}

function agendaInWords(items: Invited['items'], say: Say): string {
  if (items.length === 0) return '';
  const numbered = items.map(({ title, minutes, rapporteur }, index) => {
    const asides = [
      ...(rapporteur ? [say('meeting-rapporteur', { name: rapporteur })] : []),
      ...(minutes ? [say('meeting-minutes', { minutes })] : []),
    ];
    return `${index + 1}. ${title}${asides.length > 0 ? ` (${asides.join(', ')})` : ''}`;
  });
  return lines([say('meeting-agenda'), ...numbered]);
}

/** The two buttons under whatever asks whether one comes, and what to type instead. */
export function askWhetherComing(id: string): NonNullable<Digest['asks']> {
  const short = shortId(id);
  return (say) => ({
    buttons: [
      { label: say('button-attend'), payload: `rsvp:yes:${short}` },
      { label: say('button-absent'), payload: `rsvp:no:${short}` },
    ],
    tapped: say('meeting-ask-tapped'),
    typed: say('meeting-ask-typed'),
  });
}

export function titled(text: string): string {
  return text.slice(0, longestTitle);
}

export function lines(parts: readonly string[]): string {
  return parts.join('\n');
}

function paragraphs(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}
