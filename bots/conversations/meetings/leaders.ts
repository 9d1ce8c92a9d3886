import type { Button } from '../../../hub/channels/index.ts';
import type { MeetingLine } from '../../../hub/meetings/index.ts';
import type { Say } from '../../../hub/platform/locales.ts';
import type { ConversationParts, Tell } from '../turn.ts';
import { referTo } from './references.ts';
import { meetingInWords } from './words.ts';

/** What those who lead a cell hear of a member's absence, each in the own language; never whom it is about. */
export function leadersHear(parts: ConversationParts, tell: Tell) {
  const { people, channels, locales, timeZone } = parts;

  /** An absence with a reason is theirs to accept. */
  async function ofAbsence(memberId: string, meeting: MeetingLine, reason: string): Promise<void> {
    const { fullName: name } = await people.member(memberId);
    await tellAll(memberId, meeting, (say) =>
      say('meeting-talk-absence', { name, meeting: meetingInWords(meeting, { say, timeZone }), reason }),
    );
  }

  /** What the member answered to a question of theirs. */
  async function ofAnswer(memberId: string, meeting: MeetingLine, answer: string): Promise<void> {
    const { fullName: name } = await people.member(memberId);
    await tellAll(memberId, meeting, (say) => say('meeting-talk-answer-to-question', { name, answer }));
  }

  async function tellAll(memberId: string, meeting: MeetingLine, text: (say: Say) => string): Promise<void> {
    for (const leader of await leadersOf(meeting)) {
      if (leader === memberId) continue;
      const { language } = await people.member(leader);
      const say = locales(language);
      await tell(leader, text(say), { buttons: decisionButtons(meeting.id, memberId, say) });
    }
  }

  async function leadersOf({ unit }: MeetingLine): Promise<readonly string[]> {
    const levels = (await people.leadersFrom([unit.id], [...channels.keys()])).get(unit.id) ?? [];
    return levels.find(({ depth }) => depth === 0)?.memberIds ?? [];
  }

  return { ofAbsence, ofAnswer };
}

function decisionButtons(meetingId: string, memberId: string, say: Say): Button[] {
  return [
    { label: say('button-excuse-accept'), payload: referTo('excuse', 'accept', meetingId, memberId) },
    { label: say('button-excuse-ask'), payload: referTo('excuse', 'ask', meetingId, memberId) },
  ];
}
