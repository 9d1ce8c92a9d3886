import type { Answer } from '../../../hub/attendance/index.ts';
import type { OwnMeeting } from '../../../hub/meetings/index.ts';
import type { ConversationParts, Tell, Turn } from '../turn.ts';
import { fold } from '../fold.ts';
import { leadersHear } from './leaders.ts';
import { readMeetingAnswer, type MeetingReading } from './meeting-phrases.ts';
import { referenceIn, referTo } from './references.ts';
import { meant, standing } from './which.ts';
import { answerButtons, meetingInWords, numbered } from './words.ts';

type Given = Extract<MeetingReading, { kind: 'yes' | 'late' | 'no' }>;

/** What is asked back once, and the next words are taken for its answer. */
interface Asked {
  step: 'rsvp-reason' | 'rsvp-late' | 'rsvp-which';
  /** Of `rsvp-which`: those to choose from; else the one. */
  ids: string[];
  /** Of `rsvp-which`: what was typed. */
  text: string;
  [more: string]: unknown;
}

const reasons = ['work', 'illness', 'family', 'other'] as const;
const longestDelayMinutes = 240;
const longestReason = 500;
/** Only to put a reason and the answer about it together; nobody is shown anything by it. */
const house = { memberId: null, via: 'chat' } as const;

/** Whether a member comes: pressed, or typed in whatever words. */
export function meetingAnswers(parts: ConversationParts, tell: Tell) {
  const { inbox, meetings, attendance, timeZone } = parts;
  const leaders = leadersHear(parts, tell);

  /** True where this turn answered an invitation, or what we asked about the answer. */
  async function takesOver(turn: Turn, memberId: string): Promise<boolean> {
    const pressed = referenceIn(turn.event.payload, 'rsvp') ?? referenceIn(turn.event.payload, 'reason');
    if (pressed) {
      await takePressed(turn, memberId, pressed);
      return true;
    }
    const state = await inbox.state(turn.event.channel, turn.event.address);
    if (!state || !isAsked(state)) return false;
    return await takeAsked(turn, memberId, state);
  }

  async function takePressed(
    turn: Turn,
    memberId: string,
    { verb, meetingId }: { verb: string; meetingId: string },
  ): Promise<void> {
    const { event, say, reply } = turn;
    const meeting = (await standing(meetings, memberId)).find(({ id }) => id === meetingId);
    if (!meeting) return await reply.answerTap(say('meeting-talk-stale'), true);
    // Both buttons stay: whoever changes their mind finds them again.
    await reply.settle('', event.payload.startsWith('reason:'));
    const reading = readingOfButton(verb, event.payload, turn);
    if (reading) await note(turn, memberId, meeting, reading);
    else await askOtherReason(turn, meeting);
  }

  async function askOtherReason(turn: Turn, { id }: OwnMeeting): Promise<void> {
    await remember(turn, { step: 'rsvp-reason', ids: [id], text: '' });
    await turn.reply.text(turn.say('meeting-talk-reason-other'));
  }

  /** False: it was no answer to what we asked, and means what it says. */
  async function takeAsked(turn: Turn, memberId: string, state: Asked): Promise<boolean> {
    const { event, intent } = turn;
    const chosen = chosenIn(turn, state);
    if (state.step === 'rsvp-which' && chosen === null) return false;
    if (state.step !== 'rsvp-which' && (event.kind !== 'text' || !isOwnWords(turn))) return false;
    const meeting = (await standing(meetings, memberId)).find(({ id }) => id === (chosen ?? state.ids[0]));
    if (!meeting) return false;
    if (state.step === 'rsvp-which') {
      const reading = readMeetingAnswer(state.text);
      if (!isGiven(reading)) return false;
      await turn.reply.settle('', true);
      await forget(turn);
      await note(turn, memberId, meeting, reading);
      return true;
    }
    if (state.step === 'rsvp-reason' && event.text.trim().length > longestReason) {
      // It is still asked for: what was typed can be taken up again and shortened.
      await turn.reply.text(turn.say('reason-too-long', { longest: longestReason }));
      return true;
    }
    await forget(turn);
    if (state.step === 'rsvp-late') return await takeDelay(turn, memberId, meeting);

    const reading = readMeetingAnswer(event.text);
    if (reading?.kind === 'yes' && intent.kind === 'other') await note(turn, memberId, meeting, reading);
    else if (intent.kind === 'no' || /^(?:khong co|bo qua|khong noi)/.test(fold(event.text)))
      await turn.reply.text(turn.say('meeting-talk-reason-none'));
    else {
      const bereaved = reading?.kind === 'no' && reading.bereaved;
      const reason = (reading?.kind === 'no' && reading.reason) || event.text.trim();
      await note(turn, memberId, meeting, { kind: 'no', reason, bereaved });
    }
    return true;
  }

  async function takeDelay(turn: Turn, memberId: string, meeting: OwnMeeting): Promise<boolean> {
    if (turn.intent.kind === 'no' || fold(turn.event.text) === 'bo qua') {
      await turn.reply.text(turn.say('conversation-polite'));
      return true;
    }
    const reading = readMeetingAnswer(`đến muộn ${turn.event.text}`);
    const lateMinutes = turn.intent.kind === 'number' ? turn.intent.number : delayIn(reading);
    if (lateMinutes === null || lateMinutes < 1 || lateMinutes > longestDelayMinutes) return false;
    await note(turn, memberId, meeting, { kind: 'late', lateMinutes });
    return true;
  }

  /** Whether it is one meeting that was meant, or it has to be asked which. */
  async function take(
    turn: Turn,
    memberId: string,
    own: readonly OwnMeeting[],
    reading: Given,
  ): Promise<void> {
    const { event, say, reply } = turn;
    const choice = meant(own, reading.kind === 'no' ? 'no' : 'yes');
    if (choice.length === 1) return await note(turn, memberId, choice[0]!, reading);
    await remember(turn, { step: 'rsvp-which', ids: choice.map(({ id }) => id), text: event.text });
    const lines = choice.map((meeting) => meetingInWords(meeting, { say, timeZone }));
    await reply.list(
      `${say('meeting-talk-which')}\n${numbered(lines)}`,
      choice.map(({ title }, index) => ({
        label: `${index + 1}. ${title}`.slice(0, 60),
        payload: `which:${index + 1}`,
      })),
    );
  }

  /** Writes the answer down, says what was noted and how to change it, and asks what is still missing, once. */
  async function note(turn: Turn, memberId: string, meeting: OwnMeeting, reading: Given): Promise<void> {
    const { say, reply } = turn;
    const noted = await attendance.answer(memberId, meeting.id, answerOf(reading), 'chat');
    if (noted.kind === 'closed') return await reply.text(say('meeting-talk-closed'));
    const line = meetingInWords(meeting, { say, timeZone });
    if (reading.kind !== 'no') return await confirmComing(turn, meeting, reading, line);
    if (reading.bereaved) {
      await reply.text(
        `${say('meeting-talk-condolence')}\n${say('meeting-talk-noted-no', { meeting: line })}`,
      );
    } else if (reading.reason !== null) {
      await reply.text(say('meeting-talk-noted-no-because', { meeting: line, reason: reading.reason }));
    } else if (noted.excuse === null) {
      return await askReason(turn, meeting, line);
    } else {
      return await reply.text(say('meeting-talk-noted-no', { meeting: line }));
    }
    if (noted.changed && noted.excuse === 'asked')
      await leaders.ofAbsence(memberId, meeting, reading.reason ?? '');
  }

  async function confirmComing(
    turn: Turn,
    meeting: OwnMeeting,
    reading: Exclude<Given, { kind: 'no' }>,
    line: string,
  ): Promise<void> {
    const { say, reply } = turn;
    if (reading.kind === 'yes') {
      const early = reading.leavesEarly ? ` ${say('meeting-talk-leaves-early')}` : '';
      // "Tôi có mặt" said in the room is no check-in yet, and must not pass for one.
      const isOpen = meeting.state === 'open' && meeting.checkedInAt === null;
      const code = isOpen ? `\n${say('meeting-talk-is-open')}` : '';
      return await reply.text(`${say('meeting-talk-noted-yes', { meeting: line })}${early}${code}`);
    }
    if (reading.lateMinutes !== null)
      return await reply.text(
        say('meeting-talk-noted-late', { meeting: line, minutes: reading.lateMinutes }),
      );
    await remember(turn, { step: 'rsvp-late', ids: [meeting.id], text: '' });
    await reply.text(say('meeting-talk-noted-late-how', { meeting: line }));
  }

  async function askReason(turn: Turn, { id }: OwnMeeting, line: string): Promise<void> {
    const { say, reply } = turn;
    await remember(turn, { step: 'rsvp-reason', ids: [id], text: '' });
    await reply.text(
      say('meeting-talk-ask-reason', { meeting: line }),
      reasons.map((reason) => ({ label: reasonLabel(reason, say), payload: referTo('reason', reason, id) })),
    );
  }

  /** What a member writes back where the secretary asked about an absence. */
  async function replyToQuestion(turn: Turn, memberId: string, meeting: OwnMeeting): Promise<void> {
    const said = turn.event.text.trim().slice(0, longestReason);
    const before = (await attendance.roll(house, meeting.id)).find(
      (row) => row.memberId === memberId,
    )?.reason;
    // What was said first stays, as far as the answer leaves room: alone that would say little to whoever reads it later.
    const first = (before ?? '').slice(0, Math.max(0, longestReason - said.length - 2));
    const reason = [first, said].filter(Boolean).join('. ');
    const noted = await attendance.answer(memberId, meeting.id, { answer: 'no', reason }, 'chat');
    if (noted.kind === 'closed') return await turn.reply.text(turn.say('meeting-talk-closed'));
    await turn.reply.text(turn.say('meeting-talk-question-answered'));
    await leaders.ofAnswer(memberId, meeting, said);
  }

  async function askWhetherComing(turn: Turn, meeting: OwnMeeting): Promise<void> {
    const { say, reply } = turn;
    await reply.text(
      say('meeting-talk-ask', { meeting: meetingInWords(meeting, { say, timeZone }) }),
      answerButtons(meeting, say),
    );
  }

  async function remember({ event }: Turn, state: Asked): Promise<void> {
    await inbox.setState(event.channel, event.address, state);
  }

  async function forget({ event }: Turn): Promise<void> {
    await inbox.setState(event.channel, event.address, null);
  }

  return { takesOver, take, replyToQuestion, askWhetherComing };
}

function isAsked(state: { step: string }): state is Asked {
  return ['rsvp-reason', 'rsvp-late', 'rsvp-which'].includes(state.step);
}

export function isGiven(reading: MeetingReading | null): reading is Given {
  return reading !== null && ['yes', 'late', 'no'].includes(reading.kind);
}

/** Null for a word of ours, such as /menu, which ends the question. */
export function isOwnWords({ event, intent }: Turn): boolean {
  const own = ['other', 'yes', 'no', 'polite', 'number', 'code'].includes(intent.kind);
  return own && event.text.trim() !== '' && !event.text.startsWith('/');
}

function chosenIn({ event, intent }: Turn, { ids }: Asked): string | null {
  const tapped = /^which:(\d)$/.exec(event.payload)?.[1];
  const place = tapped ? Number(tapped) : intent.kind === 'number' ? intent.number : 0;
  return ids[place - 1] ?? null;
}

function readingOfButton(verb: string, payload: string, { say }: Turn): Given | null {
  if (payload.startsWith('rsvp:'))
    return verb === 'yes'
      ? { kind: 'yes', leavesEarly: false }
      : { kind: 'no', reason: null, bereaved: false };
  const reason = reasons.find((each) => each === verb && each !== 'other');
  return reason ? { kind: 'no', reason: reasonLabel(reason, say), bereaved: false } : null;
}

function reasonLabel(reason: (typeof reasons)[number], say: Turn['say']): string {
  return {
    work: say('button-reason-work'),
    illness: say('button-reason-illness'),
    family: say('button-reason-family'),
    other: say('button-reason-other'),
  }[reason];
}

function delayIn(reading: MeetingReading | null): number | null {
  return reading?.kind === 'late' ? reading.lateMinutes : null;
}

function answerOf(reading: Given): Answer {
  if (reading.kind === 'yes') return { answer: 'yes' };
  if (reading.kind === 'late') return { answer: 'yes', lateMinutes: reading.lateMinutes ?? undefined };
  return { answer: 'no', reason: reading.reason ?? undefined };
}
