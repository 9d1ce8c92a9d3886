import { setTimeout as sleep } from 'node:timers/promises';
import { splitText, type Button, type Inbound } from '../../hub/channels/index.ts';
import type { ConversationParts } from './conversations.ts';

/** How a conversation answers the person who is waiting. */
export interface Reply {
  /** Says something, with buttons under it; where the channel has none they are typed by their words. */
  text(text: string, buttons?: readonly Button[]): Promise<void>;
  /** Answers a tap; nothing happens for other events. */
  settle(toast: string, removeButtons: boolean): Promise<void>;
}

const tries = 4;
const longestWaitMs = 10_000;

/** Answers go ahead of broadcasts: they spend the same budget without waiting for it. */
export function replies({ channels, budget, people, onProblem }: ConversationParts) {
  return (event: Inbound): Reply => {
    const channel = channels.get(event.channel);
    const { address } = event;

    async function sendPart(text: string, buttons: readonly Button[]): Promise<void> {
      if (!channel) return;
      for (let attempt = 0; attempt < tries; attempt += 1) {
        await budget.spend(channel.name, 1);
        const outcome = await channel.send({ address, part: { kind: 'text', text, bold: [], buttons } });
        if (outcome.kind === 'sent' || outcome.kind === 'moved') return;
        if (outcome.kind === 'refused') {
          if (outcome.reason === 'blocked') await people.chats.block(channel.name, [address]);
          return;
        }
        // A reply without an answer is not repeated: seeing it twice confuses more than asking again.
        if (outcome.kind === 'unknown') return;
        if (outcome.waitMs > longestWaitMs) break;
        await sleep(outcome.waitMs);
      }
      onProblem('reply', new Error(`a reply on ${channel.name} was given up`));
    }

    return {
      async text(text, buttons = []) {
        if (!channel) return;
        const noButtons = channel.limits.buttons === 0 && buttons.length > 0;
        const whole = noButtons ? `${text}\n\n${buttons.map(({ label }) => `• ${label}`).join('\n')}` : text;
        const pieces = splitText(whole.normalize('NFC'), channel.limits.textUnits);
        for (const [index, piece] of pieces.entries()) {
          await sendPart(piece, index === pieces.length - 1 && !noButtons ? buttons : []);
        }
      },
      async settle(toast, removeButtons) {
        if (event.kind !== 'tap' || !event.tapId || !event.messageId || !channel?.settleTap) return;
        const tap = { channel: event.channel, address, tapId: event.tapId, messageId: event.messageId };
        await channel.settleTap(tap, { toast, removeButtons });
      },
    };
  };
}
