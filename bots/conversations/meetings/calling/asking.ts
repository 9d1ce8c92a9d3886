import { minuteOf, type MeetingLine } from '../../../../hub/meetings/index.ts';
import type { Say } from '../../../../hub/platform/locales.ts';
import type { ConversationParts } from '../../turn.ts';
import type { Draft, Question } from './draft.ts';
import { askKind, askUnit, askWhen, askWhere, editButtons, type Asked } from './questions.ts';

/** How far back one looks for the cell's customary place and hour. */
const lastLooked = 6;

/** Who is asked about which draft. */
interface AskedOf {
  memberId: string;
  draft: Draft;
  say: Say;
}

/** What is asked on the way to a meeting, with what the cell's last ones suggest. */
export function asking({
  people,
  meetings,
  timeZone,
}: Pick<ConversationParts, 'people' | 'meetings' | 'timeZone'>) {
  async function questionOf(
    { memberId, draft, say }: AskedOf,
    asked: Exclude<Question, 'review'>,
  ): Promise<Asked> {
    const words = { say, timeZone };
    switch (asked) {
      case 'unit':
        return askUnit(await people.unitsHeld(memberId, 'meeting.call'), words);
      case 'kind':
        return askKind(words);
      case 'when':
        return askWhen({ what: null, day: null, minute: null }, words);
      case 'where':
        return askWhere(await lastOf(memberId, draft), words);
      case 'minutes':
        return { text: say('meeting-call-ask-minutes'), buttons: [] };
      case 'title':
        return { text: say('meeting-call-ask-title'), buttons: [] };
      case 'edit':
        return { text: say('meeting-call-edit-what'), buttons: editButtons(words) };
    }
  }

  async function lastOf(memberId: string, { unit }: Draft): Promise<readonly MeetingLine[]> {
    if (unit === '') return [];
    return await meetings.ofUnit({ memberId, via: 'chat' }, unit, { limit: lastLooked });
  }

  /** At which minute of the day the cell met last. */
  async function usualMinuteOf(memberId: string, draft: Draft): Promise<number | null> {
    const [last] = await lastOf(memberId, draft);
    return last ? minuteOf(last.startsAt) : null;
  }

  return { questionOf, lastOf, usualMinuteOf };
}
