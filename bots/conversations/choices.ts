import { asideOf, type Button, type ChannelName, type Inbound } from '../../hub/channels/index.ts';
import type { ConversationParts } from './turn.ts';
import { understand } from './understand.ts';

/** A chat: whoever speaks from there. */
type Where = Pick<Inbound, 'channel' | 'address'>;

/**
 * Where a channel has no buttons they stand as numbered lines under the question, and the number typed back is a tap.
 * What counts is what was shown last, once: whoever has chosen and is asked for a date may type a number again.
 */
export function choices({ inbox, channels }: Pick<ConversationParts, 'inbox' | 'channels'>) {
  const hasButtons = (channel: ChannelName) => channels.get(channel)?.limits.buttons !== 0;
  const aside = ({ channel, address }: Where) => [channel, asideOf(address, 'choices')] as const;

  /** Remembers what each number means from here on. Returns the lines to show. */
  async function offer(where: Where, buttons: readonly Button[]): Promise<string> {
    const payloads = buttons.map(({ payload }) => payload);
    await inbox.setState(...aside(where), { step: 'choices', payloads });
    return buttons.map(({ label }, index) => `${index + 1}. ${label}`).join('\n');
  }

  /** From here on numbers mean something else: the lines of a list. */
  async function forget(where: Where): Promise<void> {
    if (hasButtons(where.channel) || !(await inbox.state(...aside(where)))) return;
    await inbox.setState(...aside(where), null);
  }

  /** What was done, with a number that chooses read as the tap it stands for. */
  async function read(event: Inbound): Promise<Inbound> {
    if (event.kind !== 'text' || hasButtons(event.channel)) return event;
    const typed = understand(event.text);
    if (typed.kind !== 'number') return event;
    const offered = await inbox.state(...aside(event));
    const payload = ((offered?.['payloads'] ?? []) as string[])[typed.number - 1];
    // An event whose handling failed comes again, and still chooses.
    const usedBy = offered?.['usedBy'] ?? event.eventKey;
    if (!offered || payload === undefined || usedBy !== event.eventKey) return event;
    await inbox.setState(...aside(event), { ...offered, usedBy });
    return { ...event, kind: 'tap', text: '', payload };
  }

  return { hasButtons, offer, forget, read };
}
