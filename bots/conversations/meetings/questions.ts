import type { OwnMeeting } from '../../../hub/meetings/index.ts';
import { momentInWords } from '../../../hub/meetings/index.ts';
import type { ConversationParts, Turn } from '../turn.ts';
import type { MeetingQuestion } from './meeting-questions.ts';
import { answerButtons, numbered, type Wording } from './words.ts';

/** "Họp mấy giờ", "ở đâu", "nội dung gì", "ai chủ trì": answered from the meeting itself. */
export function meetingQuestions({ meetings, timeZone }: Pick<ConversationParts, 'meetings' | 'timeZone'>) {
  return async function answerQuestion(
    { say, reply }: Turn,
    meeting: OwnMeeting,
    about: MeetingQuestion,
  ): Promise<void> {
    const chair = about === 'who' ? await chairOf(meeting) : null;
    const fact = about === 'who' ? whoLeads(chair, say) : factOf(meeting, about, { say, timeZone });
    const buttons = meeting.rsvp === null ? answerButtons(meeting, say) : [];
    await reply.text(`${meeting.title}\n${fact}`, buttons);
  };

  /** Who is called may know who leads it; null where nobody is named. */
  async function chairOf({ id }: OwnMeeting): Promise<string | null> {
    const { chair } = await meetings.meeting({ memberId: null, via: 'chat' }, id);
    return chair?.fullName ?? null;
  }
}

function whoLeads(name: string | null, say: Wording['say']): string {
  return name === null ? say('meeting-talk-who-unknown') : say('meeting-talk-who', { name });
}

function factOf(
  meeting: OwnMeeting,
  about: Exclude<MeetingQuestion, 'who'>,
  { say, timeZone }: Wording,
): string {
  const { startsAt, place, link, minutes, items, documents } = meeting;
  switch (about) {
    case 'when':
      return say('meeting-talk-when', { moment: momentInWords(startsAt, { say, timeZone }), minutes });
    case 'where':
      return place ? say('meeting-talk-where', { place }) : say('meeting-talk-where-unknown');
    case 'length':
      return say('meeting-talk-length', { minutes });
    case 'online':
      return link ? say('meeting-talk-link', { link }) : say('meeting-talk-link-none');
    case 'documents':
      return documents.length > 0
        ? say('meeting-talk-documents', { names: documents.map(({ name }) => name).join(', ') })
        : say('meeting-talk-documents-none');
    case 'what':
      return items.length > 0
        ? `${say('meeting-talk-agenda')}\n${numbered(items.map(({ title }) => title))}`
        : say('meeting-talk-agenda-none');
  }
}
