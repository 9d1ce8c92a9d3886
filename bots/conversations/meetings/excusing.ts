import type { RollRow } from '../../../hub/attendance/index.ts';
import type { Button } from '../../../hub/channels/index.ts';
import type { OwnMeeting } from '../../../hub/meetings/index.ts';
import { fold } from '../fold.ts';
import type { ConversationParts, Tell, Turn } from '../turn.ts';
import { orRefuse } from '../turn.ts';
import { isOwnWords } from './answers.ts';
import { referenceIn, referTo, type Reference } from './references.ts';
import { standing } from './which.ts';
import { meetingInWords } from './words.ts';

/** The secretary was asked for the question, and writes it next. */
interface Asking {
  step: 'excuse-question';
  meetingId: string;
  memberId: string;
  [more: string]: unknown;
}

const buttonsShown = 4;
/** "Đồng ý cho chị Tâm vắng", "hỏi lại anh Đạt", "hỏi lại": a button, typed. */
const typedDecision =
  /^(?<verb>dong y|chap nhan|hoi lai)(?: cho)?(?: (?:dong chi|anh|chi|co|chu|bac|ong|ba|em))?(?: (?<name>.+?))?(?: vang(?: mat)?| nghi)?$/;

/** Absences and their reasons, before who leads the cell: accepted, or asked back about. */
export function excusing(parts: ConversationParts, tell: Tell) {
  const { inbox, people, meetings, attendance, locales, timeZone } = parts;

  /** True where this turn decided about an absence. */
  async function takesOver(turn: Turn, memberId: string): Promise<boolean> {
    const { event, intent, say, reply } = turn;
    const pressed = referenceIn(event.payload, 'excuse');
    if (pressed?.memberId) {
      await reply.settle('', pressed.verb === 'accept');
      if (pressed.verb === 'accept') await accept(turn, memberId, pressed);
      else await askForQuestion(turn, memberId, pressed);
      return true;
    }
    const state = await inbox.state(event.channel, event.address);
    if (event.kind !== 'text' || event.text.startsWith('/')) return false;
    if (state?.step !== 'excuse-question')
      return intent.kind === 'other' && (await takeTyped(turn, memberId));
    await inbox.setState(event.channel, event.address, null);
    if (!isOwnWords(turn)) return false;
    if (intent.kind === 'no') await reply.text(say('meeting-talk-question-not'));
    else await askBack(turn, memberId, state as unknown as Asking);
    return true;
  }

  /** What its buttons do, typed with a name; without one it has to be one absence only. */
  async function takeTyped(turn: Turn, memberId: string): Promise<boolean> {
    const typed = typedDecision.exec(fold(turn.event.text))?.groups;
    if (!typed) return false;
    const name = typed['name'] ?? '';
    const own = await standing(meetings, memberId);
    for (const { id: meetingId } of own.filter(({ runs }) => runs)) {
      const found = (await waiting(memberId, meetingId)).filter(({ fullName }) =>
        ` ${fold(fullName)}`.endsWith(name && ` ${name}`),
      );
      const [first, ...others] = found;
      if (!first) continue;
      const reference = { verb: 'accept', meetingId, memberId: first.memberId };
      if (others.length > 0) await listAbsent(turn, memberId, meetingId);
      else if (typed['verb'] === 'hoi lai') await askForQuestion(turn, memberId, reference);
      else await accept(turn, memberId, reference);
      return true;
    }
    return false;
  }

  /** Whose absence nobody has decided about; nobody for who runs it from above, who hears nothing of its people. */
  async function waiting(memberId: string, meetingId: string): Promise<readonly RollRow[]> {
    const by = { memberId, via: 'chat' } as const;
    const { unit } = await meetings.meeting(by, meetingId);
    if (!(await people.may(memberId, 'attendance.people', unit.id))) return [];
    return (await attendance.roll(by, meetingId)).filter(({ excuse }) => excuse === 'asked');
  }

  /**
   * "Đồng ý" by who leads the cell may be meant for an absence that waits. One, and nothing else asked: accepted; else
   * they are shown. False where none waits.
   */
  async function hearYes(
    turn: Turn,
    memberId: string,
    { own, asksBesides }: { own: readonly OwnMeeting[]; asksBesides: boolean },
  ): Promise<boolean> {
    for (const { id: meetingId } of own.filter(({ runs }) => runs)) {
      const [first, ...others] = await waiting(memberId, meetingId);
      if (!first) continue;
      if (others.length > 0 || asksBesides) await listAbsent(turn, memberId, meetingId);
      else await accept(turn, memberId, { verb: 'accept', meetingId, memberId: first.memberId });
      return true;
    }
    return false;
  }

  async function accept(turn: Turn, by: string, { meetingId, memberId }: Reference): Promise<void> {
    const { say, reply } = turn;
    const member = await people.member(memberId!);
    const actor = { memberId: by, via: 'chat' } as const;
    const done = await orRefuse(
      turn,
      async () => await attendance.decideExcuse(actor, meetingId, member.code, { accept: true }),
    );
    if (!done) return;
    const meeting = await meetings.meeting(actor, meetingId);
    const more = await waiting(by, meetingId);
    const left = more.length > 0 ? [say('meeting-talk-accepted-more', { count: more.length })] : [];
    await reply.text(
      [say('meeting-talk-accepted', { name: member.fullName }), ...left].join('\n'),
      acceptButtons(meetingId, more, say),
    );
    const words = locales(member.language);
    const line = meetingInWords(meeting, { say: words, timeZone });
    await tell(member.id, words('meeting-talk-accepted-told', { meeting: line }));
  }

  async function askForQuestion(turn: Turn, by: string, { meetingId, memberId }: Reference): Promise<void> {
    const { event, say, reply } = turn;
    const actor = { memberId: by, via: 'chat' } as const;
    const roll = await orRefuse(turn, async () => await attendance.roll(actor, meetingId));
    const absent = roll?.find((row) => row.memberId === memberId);
    if (!absent) return;
    await inbox.setState(event.channel, event.address, { step: 'excuse-question', meetingId, memberId });
    await reply.text(say('meeting-talk-question-ask', { name: absent.fullName }));
  }

  async function askBack(turn: Turn, by: string, { meetingId, memberId }: Asking): Promise<void> {
    const { event, say, reply } = turn;
    const member = await people.member(memberId);
    const question = event.text.trim();
    const actor = { memberId: by, via: 'chat' } as const;
    const done = await orRefuse(
      turn,
      async () => await attendance.decideExcuse(actor, meetingId, member.code, { accept: false, question }),
    );
    if (!done) return;
    const meeting = await meetings.meeting(actor, meetingId);
    const words = locales(member.language);
    const line = meetingInWords(meeting, { say: words, timeZone });
    const told = await tell(member.id, words('meeting-talk-question-told', { meeting: line, question }));
    await reply.text(
      told
        ? say('meeting-talk-question-sent', { name: member.fullName })
        : say('meeting-talk-question-unsent', { name: member.fullName }),
    );
  }

  /** Who said no, why, and what of it waits to be decided. */
  async function listAbsent(turn: Turn, by: string, meetingId: string): Promise<void> {
    const { say, reply } = turn;
    const actor = { memberId: by, via: 'chat' } as const;
    const roll = await orRefuse(turn, async () => await attendance.roll(actor, meetingId));
    if (!roll) return;
    const absent = roll.filter(({ rsvp }) => rsvp === 'no');
    if (absent.length === 0) return await reply.text(say('meeting-talk-absent-none'));
    const lines = absent.map(({ fullName: name, reason, excuse }) =>
      say('meeting-talk-absent-line', {
        name,
        reason: reason ?? say('meeting-talk-absent-no-reason'),
        excuse: excuse ?? 'none',
      }),
    );
    const undecided = absent.filter(({ excuse }) => excuse === 'asked');
    const example = undecided[0]?.fullName.split(' ').at(-1);
    const how = example ? [say('meeting-talk-absent-typed', { name: example })] : [];
    await reply.text(
      [say('meeting-talk-absent', { count: absent.length }), ...lines, ...how].join('\n'),
      acceptButtons(meetingId, undecided, say),
    );
  }

  return { takesOver, hearYes, listAbsent, waiting };
}

function acceptButtons(meetingId: string, rows: readonly RollRow[], say: Turn['say']): Button[] {
  return rows.slice(0, buttonsShown).map(({ memberId, fullName: name }) => ({
    label: say('button-excuse-accept-of', { name }),
    payload: referTo('excuse', 'accept', meetingId, memberId),
  }));
}
