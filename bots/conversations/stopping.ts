import type { Say } from '../../hub/platform/locales.ts';
import type { Button } from '../../hub/channels/index.ts';
import type { ConversationParts, Turn } from './turn.ts';
import { menuButtons } from './menu.ts';

/** No more notices in this chat, and again: a member may change this at any time. */
export function stopping({ inbox, people, notices }: ConversationParts) {
  async function ask({ event, say, reply }: Turn): Promise<void> {
    await inbox.setState(event.channel, event.address, { step: 'stopping' });
    await reply.text(say('conversation-stop-question'), stopButtons(say));
  }

  async function stopIfSure({ event, intent, say, reply }: Turn): Promise<void> {
    if (event.payload !== 'stop:yes' && intent.kind !== 'yes' && intent.kind !== 'stop') {
      return await reply.text(say('conversation-stop-not'), menuButtons(say));
    }
    await people.chats.stop(event.channel, event.address);
    await reply.text(say('conversation-stopped'), [{ label: say('button-resume'), payload: 'resume' }]);
  }

  async function resumeOrExplain({ event, intent, say, reply }: Turn, memberId: string): Promise<void> {
    if (event.kind === 'tap') await reply.settle('', true);
    const wanted = event.payload === 'resume' || intent.kind === 'resume' || intent.kind === 'start';
    if (!wanted) {
      return await reply.text(say('conversation-is-stopped'), [
        { label: say('button-resume'), payload: 'resume' },
      ]);
    }
    await people.chats.resume(event.channel, event.address);
    await reply.text(say('conversation-resumed'), menuButtons(say));
    await notices.deliverMissed(memberId);
  }

  return { ask, stopIfSure, resumeOrExplain };
}

function stopButtons(say: Say): Button[] {
  return [
    { label: say('button-stop-yes'), payload: 'stop:yes' },
    { label: say('button-stop-no'), payload: 'stop:no' },
  ];
}
