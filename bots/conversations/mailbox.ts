import type { Button } from '../../hub/channels/index.ts';
import type { Say } from '../../hub/platform/locales.ts';
import type { ConversationParts, Turn } from './turn.ts';
import { fold } from './fold.ts';

const asks = /^(?:them|nhan|gui)(?: qua| bang)? (?:thu dien tu|thu|e ?-?mail)$|^add e ?-?mail$/;

/**
 * The mailbox in the list as a further way to reach a member: offered after joining and among the own channels. Who
 * agrees here gets a letter; notices go there when its reader has agreed once more, by the letter's link.
 */
export function mailboxOffer({ inbox, people }: Pick<ConversationParts, 'inbox' | 'people'>) {
  /** Asks, where there is a mailbox to ask about. */
  async function offer({ event, reply }: Turn, memberId: string, say: Say): Promise<void> {
    const mailbox = await people.mailbox.offer(memberId);
    if (mailbox === null) return;
    await inbox.setState(event.channel, event.address, { step: 'mailbox' });
    await reply.text(say('mailbox-offer', { mailbox }), [
      { label: say('button-consent-yes'), payload: 'mailbox:yes' },
      { label: say('button-consent-no'), payload: 'mailbox:no' },
    ]);
  }

  /** For the list of one's own channels: one more. Null where there is no mailbox to ask about. */
  async function button(memberId: string, say: Say): Promise<Button | null> {
    const mailbox = await people.mailbox.offer(memberId, { orReturned: true });
    return mailbox === null ? null : { label: say('button-mailbox'), payload: 'mailbox:yes' };
  }

  /** True where this turn was about the mailbox and is dealt with. */
  async function takesOver(turn: Turn, memberId: string): Promise<boolean> {
    const { event, intent, say, reply } = turn;
    const { payload } = event;
    const wasAsked = (await inbox.state(event.channel, event.address))?.step === 'mailbox';
    const yes = payload === 'mailbox:yes' || (wasAsked && intent.kind === 'yes') || isAsked(turn);
    const no = payload === 'mailbox:no' || (wasAsked && intent.kind === 'no');
    if (!yes && !no) return false;
    if (wasAsked) await inbox.setState(event.channel, event.address, null);
    await reply.settle('', true);
    await reply.text(yes ? await ask(memberId, say) : say('mailbox-declined'));
    return true;
  }

  async function ask(memberId: string, say: Say): Promise<string> {
    const mailbox = await people.mailbox.offer(memberId, { orReturned: true });
    if (mailbox === null) return say('mailbox-nothing-to-add');
    return (await people.mailbox.ask(memberId))
      ? say('mailbox-asked', { mailbox })
      : say('mailbox-ask-later');
  }

  return { offer, button, takesOver };
}

function isAsked({ event }: Turn): boolean {
  return event.kind === 'text' && event.text.length < 60 && asks.test(fold(event.text));
}
