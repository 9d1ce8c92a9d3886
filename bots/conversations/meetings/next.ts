import type { OwnMeeting } from '../../../hub/meetings/index.ts';
import type { ConversationParts, Turn } from '../turn.ts';
import { menuButtons } from '../menu.ts';
import type { meetingProposals } from './proposals.ts';
import { referTo } from './references.ts';
import type { meetingRunning } from './running.ts';
import { standing } from './which.ts';
import { answerButtons, meetingInWords, meetingOnLines } from './words.ts';

const othersShown = 3;

/** "/hop": one's own next meeting, what one answered, and for who runs it how it stands. */
export function nextMeeting(
  { people, meetings, timeZone }: ConversationParts,
  proposals: Pick<ReturnType<typeof meetingProposals>, 'waiting'>,
  running: Pick<ReturnType<typeof meetingRunning>, 'overview'>,
) {
  return async function show(turn: Turn, memberId: string): Promise<void> {
    const { say, reply } = turn;
    const [next, ...others] = await standing(meetings, memberId);
    const proposed = await proposals.waiting(memberId);
    const confirm = proposed.slice(0, 1).map(({ id }) => ({
      label: say('button-meeting-confirm'),
      payload: referTo('meeting', 'confirm', id),
    }));
    const proposedLines = proposed.map((meeting) =>
      say('meeting-talk-proposed', { meeting: meetingInWords(meeting, { say, timeZone }) }),
    );
    const mayCall = (await people.unitsHeld(memberId, 'meeting.call')).length > 0;
    const call = mayCall ? [{ label: say('button-meeting-call'), payload: 'call:begin' }] : [];
    if (!next) {
      const text = [say('meeting-talk-none'), ...proposedLines].join('\n');
      return await reply.text(text, mayCall ? [...confirm, ...call] : menuButtons(say));
    }
    const run = next.runs ? await running.overview(turn, memberId, next) : { lines: [], buttons: [] };
    const lines = [
      meetingOnLines(next, { say, timeZone }),
      ...(next.state === 'open' && !next.checkedInAt
        ? [say('meeting-talk-is-open')]
        : [ownAnswer(next, say)]),
      ...run.lines,
      ...(others.length > 0 ? ['', say('meeting-talk-then'), ...linesOf(others, turn)] : []),
      ...proposedLines,
      ...(next.runs ? [say('meeting-talk-run-typed')] : []),
    ];
    const own = next.state === 'open' ? [] : answerButtons(next, say);
    // A phone shows five buttons under one message: what is called less often is typed.
    await reply.text(lines.join('\n'), [...confirm, ...own, ...run.buttons, ...call].slice(0, 5));
  };

  function linesOf(others: readonly OwnMeeting[], { say }: Turn): string[] {
    return others
      .slice(0, othersShown)
      .map((meeting) => `• ${meetingInWords(meeting, { say, timeZone })}. ${ownAnswer(meeting, say)}`);
  }
}

function ownAnswer({ rsvp, lateMinutes, excuse, checkedInAt }: OwnMeeting, say: Turn['say']): string {
  if (checkedInAt) return say('meeting-talk-own-checked-in', { at: checkedInAt });
  if (rsvp === null) return say('meeting-talk-own-none');
  if (rsvp === 'no') return say('meeting-talk-own-no', { excuse: excuse ?? 'none' });
  return lateMinutes ? say('meeting-talk-own-late', { minutes: lateMinutes }) : say('meeting-talk-own-yes');
}
