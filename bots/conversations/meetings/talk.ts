import type { OwnMeeting } from '../../../hub/meetings/index.ts';
import type { ConversationParts, Tell, Turn } from '../turn.ts';
import { isGiven, meetingAnswers } from './answers.ts';
import { meetingCalling } from './calling/calling.ts';
import { checkingIn } from './check-in.ts';
import { excusing } from './excusing.ts';
import { readMeetingAnswer, type MeetingReading } from './meeting-phrases.ts';
import { nextMeeting } from './next.ts';
import { raisingHands } from './hands.ts';
import { meetingProposals } from './proposals.ts';
import { meetingQuestions } from './questions.ts';
import { referenceIn } from './references.ts';
import { meetingRunning } from './running.ts';
import { isUnanswered, meant, standing } from './which.ts';
import { answerButtons, meetingInWords } from './words.ts';

/** All that is said about meetings: whether one comes, checking in, and for who leads the cell calling and running them. */
export function meetingTalk(parts: ConversationParts, tell: Tell) {
  const { inbox, notices, meetings, timeZone } = parts;
  const answers = meetingAnswers(parts, tell);
  const absences = excusing(parts, tell);
  const running = meetingRunning(parts, absences);
  const proposals = meetingProposals(parts);
  const calling = meetingCalling(parts);
  const checkIn = checkingIn(parts);
  const showNext = nextMeeting(parts, proposals, running);
  const answerQuestion = meetingQuestions(parts);
  const hands = raisingHands(parts);
  const topics = [calling, answers, absences, proposals, running, hands];

  /** True where this turn pressed a button of ours, answered a question of ours, or said one of our words. */
  async function takesOver(turn: Turn, memberId: string): Promise<boolean> {
    for (const topic of topics) if (await topic.takesOver(turn, memberId)) return true;
    const shows = referenceIn(turn.event.payload, 'meeting')?.verb === 'show';
    if (turn.intent.kind !== 'meetings' && !shows) return false;
    await turn.reply.settle('', true);
    await inbox.setState(turn.event.channel, turn.event.address, null);
    await showNext(turn, memberId);
    return true;
  }

  /** Free words, where no question of ours stands: true where they were about a meeting. */
  async function hears(turn: Turn, memberId: string): Promise<boolean> {
    const { event, intent } = turn;
    if (event.kind !== 'text' || !['polite', 'yes', 'no', 'other'].includes(intent.kind)) return false;
    const own = await standing(meetings, memberId);
    if (intent.kind !== 'other') return await hearSingleWord(turn, memberId, own);
    const reading = own.length > 0 ? readMeetingAnswer(event.text) : null;
    const asked = own.find(({ excuse }) => excuse === 'returned');
    if (asked && !answersAnew(reading)) {
      await answers.replyToQuestion(turn, memberId, asked);
      return true;
    }
    return reading ? await hear(turn, memberId, { own, reading }) : await proposals.hears(turn, memberId);
  }

  async function hear(
    turn: Turn,
    memberId: string,
    { own, reading }: { own: readonly OwnMeeting[]; reading: MeetingReading },
  ): Promise<boolean> {
    const { say, reply } = turn;
    const next = firstUnanswered(own) ?? own[0]!;
    const line = meetingInWords(next, { say, timeZone });
    if (isGiven(reading)) await answers.take(turn, memberId, own, reading);
    else if (reading.kind === 'ask') await answerQuestion(turn, own[0]!, reading.about);
    else if (reading.kind === 'unsure') await reply.text(say('meeting-talk-unsure', { meeting: line }));
    else if (reading.kind === 'change')
      await reply.text(say('meeting-talk-change', { meeting: line }), answerButtons(next, say));
    else await reply.text(say('meeting-talk-unclear', { meeting: line }), answerButtons(next, say));
    return true;
  }

  /**
   * "Có", "vâng", "đồng ý" count as a yes only where exactly this question stands; a bare "không" is asked about, since
   * it may be meant for anything.
   */
  async function hearSingleWord(turn: Turn, memberId: string, own: readonly OwnMeeting[]): Promise<boolean> {
    const { intent, say, reply } = turn;
    const asked = own.find(({ excuse }) => excuse === 'returned');
    if (asked) {
      await answers.replyToQuestion(turn, memberId, asked);
      return true;
    }
    const first = firstUnanswered(own);
    const asksBesides = first !== undefined;
    if (intent.kind === 'yes' && (await absences.hearYes(turn, memberId, { own, asksBesides }))) return true;
    if (!first) return await proposals.hears(turn, memberId);
    // "Vang" may be "vâng" or "vắng".
    const reading = readMeetingAnswer(turn.event.text);
    if (reading?.kind === 'unclear') return await hear(turn, memberId, { own, reading });
    const line = meetingInWords(first, { say, timeZone });
    const [notice] = await notices.waitingFor(memberId);
    if (notice) {
      const acknowledge = {
        label: say('button-acknowledge'),
        payload: notices.acknowledgePayload(notice.id),
      };
      const text = say('meeting-talk-two-questions', { meeting: line, notice: notice.title });
      await reply.text(text, [...answerButtons(first, say), acknowledge]);
    } else if (intent.kind === 'no') {
      await reply.text(say('meeting-talk-perhaps-absent', { meeting: line }), answerButtons(first, say));
    } else if (own.filter(isUnanswered).length > 1 && meant(own, 'yes').length === 1) {
      await answers.askWhetherComing(turn, first);
    } else {
      await answers.take(turn, memberId, own, { kind: 'yes', leavesEarly: false });
    }
    return true;
  }

  /** "Rõ", "đã nhận" where no document waits was said to an invitation: that it was read, not that one comes. */
  async function hearsRead(turn: Turn, memberId: string): Promise<boolean> {
    const first = firstUnanswered(await standing(meetings, memberId));
    if (first) await answers.askWhetherComing(turn, first);
    return first !== undefined;
  }

  return { takesOver, hears, hearsRead, checksIn: checkIn.takesOver };
}

function firstUnanswered(own: readonly OwnMeeting[]): OwnMeeting | undefined {
  return own.find(isUnanswered);
}

/** While the secretary waits for an answer everything else said is that answer. */
function answersAnew(reading: MeetingReading | null): boolean {
  return reading !== null && ['yes', 'late', 'ask', 'change'].includes(reading.kind);
}
