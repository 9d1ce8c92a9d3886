import type { Button } from '../../../hub/channels/index.ts';
import { momentInWords, type MeetingLine, type OwnMeeting } from '../../../hub/meetings/index.ts';
import type { Say } from '../../../hub/platform/locales.ts';
import { referTo } from './references.ts';

export interface Wording {
  say: Say;
  timeZone: string;
}

/** "“Sinh hoạt chi bộ thường kỳ …”, 19 giờ 30, thứ Năm 03/12/2026, tại nhà văn hóa": inside a sentence. */
export function meetingInWords(
  { title, startsAt, place }: Pick<MeetingLine, 'title' | 'startsAt' | 'place'>,
  { say, timeZone }: Wording,
): string {
  const moment = momentInWords(startsAt, { say, timeZone });
  return place
    ? say('meeting-talk-line-at', { title, moment, place })
    : say('meeting-talk-line', { title, moment });
}

/** The same where it stands for itself: the title, then when and where. */
export function meetingOnLines(
  { title, startsAt, place }: Pick<MeetingLine, 'title' | 'startsAt' | 'place'>,
  { say, timeZone }: Wording,
): string {
  const moment = momentInWords(startsAt, { say, timeZone });
  return `${title}\n${place ? say('meeting-talk-when-where', { moment, place }) : moment}`;
}

/** A list to choose from by number. */
export function numbered(lines: readonly string[]): string {
  return lines.map((line, index) => `${index + 1}. ${line}`).join('\n');
}

export function answerButtons({ id }: Pick<OwnMeeting, 'id'>, say: Say): Button[] {
  return [
    { label: say('button-attend'), payload: referTo('rsvp', 'yes', id) },
    { label: say('button-absent'), payload: referTo('rsvp', 'no', id) },
  ];
}
