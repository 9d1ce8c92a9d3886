import type { Button } from '../../../../hub/channels/index.ts';
import {
  instantOf,
  momentInWords,
  type MeetingKind,
  type MeetingLine,
} from '../../../../hub/meetings/index.ts';
import type { Doubt } from '../../moment-phrases/index.ts';
import type { Wording } from '../words.ts';
import { kindInWords } from './preview-words.ts';

/** A question with what can be pressed to answer it. */
export interface Asked {
  text: string;
  buttons: readonly Button[];
}

const kindsOffered: readonly MeetingKind[] = ['regular', 'thematic', 'regular_thematic', 'extraordinary'];
const placesOffered = 2;

export function askKind({ say }: Wording): Asked {
  return {
    text: say('meeting-call-ask-kind'),
    buttons: kindsOffered.map((kind) => ({ label: kindInWords(kind, say), payload: `call:kind:${kind}` })),
  };
}

export function askUnit(units: readonly { code: string; name: string }[], { say }: Wording): Asked {
  return {
    text: say('meeting-call-ask-unit'),
    buttons: units.map(({ name }, index) => ({ label: name, payload: `call:unit:${index}` })),
  };
}

/** The places of the last meetings are offered: most cells always meet at the same. */
export function askWhere(last: readonly MeetingLine[], { say }: Wording): Asked {
  return {
    text: say('meeting-call-ask-where'),
    buttons: [
      ...lastPlaces(last).map((place, index) => ({
        label: place.slice(0, 60),
        payload: `call:place:${index}`,
      })),
      { label: say('button-call-no-place'), payload: 'call:no-place' },
    ],
  };
}

export function lastPlaces(last: readonly MeetingLine[]): string[] {
  return [...new Set(last.flatMap(({ place }) => place ?? []))].slice(0, placesOffered);
}

/** What was understood of a time, and what of it is not certain. */
export function askWhen(
  doubt: { what: Doubt | null; day: string | null; minute: number | null },
  { say, timeZone }: Wording,
): Asked {
  const { what, day, minute } = doubt;
  if (what === null) return { text: say('meeting-call-ask-when'), buttons: [] };
  const guess = day !== null && minute !== null ? instantOf(day, minute) : null;
  const asked = say('meeting-call-doubt', { what });
  if (day !== null && what === 'lunar' && !guess) return askWhetherDay(day, asked, { say, timeZone });
  if (!guess)
    return {
      text: day ? `${say('meeting-call-day', { day: instantOf(day, 0) })} ${asked}` : asked,
      buttons: [],
    };
  const moment = momentInWords(guess, { say, timeZone });
  return {
    text: `${asked}\n${say('meeting-call-guess', { moment })}`,
    buttons: [{ label: moment, payload: 'call:guess' }],
  };
}

/** The solar day of a lunar one, to be confirmed before the hour is asked. */
function askWhetherDay(day: string, asked: string, { say }: Wording): Asked {
  const shown = say('meeting-call-day', { day: instantOf(day, 0) });
  return { text: `${shown} ${asked}`, buttons: [{ label: shown.replace(/\.$/, ''), payload: 'call:guess' }] };
}

export function editButtons({ say }: Wording): Button[] {
  return [
    { label: say('button-call-edit-when'), payload: 'call:edit:when' },
    { label: say('button-call-edit-where'), payload: 'call:edit:where' },
    { label: say('button-call-edit-kind'), payload: 'call:edit:kind' },
    { label: say('button-call-edit-minutes'), payload: 'call:edit:minutes' },
    { label: say('button-call-edit-title'), payload: 'call:edit:title' },
  ];
}

export function reviewButtons(better: Date | null, { say, timeZone }: Wording): Button[] {
  return [
    { label: say('button-call-send'), payload: 'call:send' },
    ...(better
      ? [
          {
            label: say('button-call-better', { moment: momentInWords(better, { say, timeZone }) }),
            payload: 'call:better',
          },
        ]
      : []),
    { label: say('button-call-edit'), payload: 'call:edit' },
    { label: say('button-call-stop'), payload: 'call:stop' },
  ];
}
