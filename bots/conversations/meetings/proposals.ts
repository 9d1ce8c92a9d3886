import type { MeetingLine } from '../../../hub/meetings/index.ts';
import { readMoment } from '../moment-phrases/index.ts';
import { orRefuse, type ConversationParts, type Turn } from '../turn.ts';
import { referenceIn, referTo } from './references.ts';
import { meetingInWords } from './words.ts';

/** The next meeting of a series: proposed by the hub, called by whoever leads the cell, at its time or another. */
export function meetingProposals({ inbox, people, meetings, clock, calendar, timeZone }: ConversationParts) {
  /** True where this turn called a proposed meeting, or named another time for it. */
  async function takesOver(turn: Turn, memberId: string): Promise<boolean> {
    const { event, intent } = turn;
    const pressed = referenceIn(event.payload, 'meeting');
    if (pressed?.verb === 'confirm') {
      await turn.reply.settle('', true);
      await confirm(turn, memberId, pressed.meetingId);
      return true;
    }
    const state = await inbox.state(event.channel, event.address);
    if (state?.step !== 'proposal-time') return false;
    if (intent.kind !== 'yes' && event.payload !== 'proposal:yes' && intent.kind !== 'no') return false;
    await turn.reply.settle('', true);
    await inbox.setState(event.channel, event.address, null);
    if (intent.kind === 'no') await turn.reply.text(turn.say('meeting-talk-proposal-not'));
    else await confirm(turn, memberId, state['meetingId'] as string, new Date(state['startsAt'] as string));
    return true;
  }

  /** "Đồng ý", or another time, where one proposal waits and nothing else was asked. */
  async function hears(turn: Turn, memberId: string): Promise<boolean> {
    const { event, intent } = turn;
    if (intent.kind !== 'yes' && intent.kind !== 'other') return false;
    const [proposal, ...others] = await waiting(memberId);
    if (!proposal || others.length > 0) return false;
    if (intent.kind === 'yes') {
      await confirm(turn, memberId, proposal.id);
      return true;
    }
    const reading = readMoment(event.text, { now: clock(), calendar: await calendar() });
    if (reading?.kind !== 'moment') return false;
    await askOtherTime(turn, proposal, reading.at);
    return true;
  }

  async function askOtherTime({ event, say, reply }: Turn, proposal: MeetingLine, at: Date): Promise<void> {
    const startsAt = at.toISOString();
    await inbox.setState(event.channel, event.address, {
      step: 'proposal-time',
      meetingId: proposal.id,
      startsAt,
    });
    const meeting = meetingInWords({ ...proposal, startsAt: at }, { say, timeZone });
    await reply.text(say('meeting-talk-proposal-time', { meeting }), [
      { label: say('button-meeting-confirm'), payload: 'proposal:yes' },
      { label: say('button-meeting-open-proposal'), payload: referTo('meeting', 'confirm', proposal.id) },
    ]);
  }

  async function confirm(turn: Turn, memberId: string, id: string, startsAt?: Date): Promise<void> {
    const by = { memberId, via: 'chat' } as const;
    const given = startsAt ? { startsAt } : {};
    const done = await orRefuse(turn, async () => await meetings.confirm(by, id, given));
    if (done) await turn.reply.text(turn.say('meeting-talk-called', { count: done.invited }));
  }

  /** Those that the member may call, soonest first. */
  async function waiting(memberId: string): Promise<readonly MeetingLine[]> {
    const held = new Set((await people.unitsHeld(memberId, 'meeting.call')).map(({ id }) => id));
    if (held.size === 0) return [];
    const coming = await meetings.coming({ memberId, via: 'chat' });
    return coming.filter(({ state, unit }) => state === 'proposed' && held.has(unit.id));
  }

  return { takesOver, hears, waiting };
}
