import type { Button } from '../../../hub/channels/index.ts';
import type { Say } from '../../../hub/platform/locales.ts';
import { fold } from '../fold.ts';
import { orRefuse, type ConversationParts, type Turn } from '../turn.ts';
import { referenceIn, referTo } from './references.ts';
import { standing } from './which.ts';

const raises =
  /^(?:(?:toi|em|minh|cho toi|cho em) )?(?:xin )?(?:duoc )?(?:phat bieu|gio tay|y kien|co y kien)(?: a)?$|^raise (?:my )?hand$/;
const lowers =
  /^(?:(?:toi|em|minh) )?(?:ha tay|thoi phat bieu|khong phat bieu nua|rut phat bieu)(?: a)?$|^lower (?:my )?hand$/;

/** Whoever is in a meeting that goes on may ask to speak. */
export function raisingHands({ meetings }: Pick<ConversationParts, 'meetings'>) {
  /** True where this turn put a hand up or took it down. */
  async function takesOver(turn: Turn, memberId: string): Promise<boolean> {
    const { event, say, reply } = turn;
    const pressed = referenceIn(event.payload, 'hand');
    const folded = event.kind === 'text' ? fold(event.text) : '';
    if (!pressed && !raises.test(folded) && !lowers.test(folded)) return false;
    const open = (await standing(meetings, memberId)).find(({ state }) => state === 'open');
    const meetingId = pressed?.meetingId ?? open?.id;
    // Outside a meeting an opinion is another matter.
    if (!meetingId && folded.includes('y kien')) return false;
    await reply.settle('', true);
    if (!meetingId) {
      await reply.text(say('hand-none-open'));
      return true;
    }
    const by = { memberId, via: 'chat' } as const;
    if (lowers.test(folded)) {
      const down = await meetings.running.lowerHand(by, meetingId);
      await reply.text(down ? say('hand-lowered') : say('hand-not-up'));
      return true;
    }
    const raised = await orRefuse(turn, async () => await meetings.running.raiseHand(by, meetingId));
    if (raised) await reply.text(say('hand-raised', { place: raised.place }));
    return true;
  }

  return { takesOver };
}

export function handButton(meetingId: string, say: Say): Button {
  return { label: say('button-hand'), payload: referTo('hand', 'up', meetingId) };
}
