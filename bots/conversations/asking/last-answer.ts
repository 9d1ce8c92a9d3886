import { asideOf } from '../../../hub/channels/index.ts';
import type { ConversationParts, Turn } from '../turn.ts';

/** As long as one may refer to an answer without naming it, and ask after it. */
const keptMs = 15 * 60_000;

/** The answer that was given last in a chat, whatever was said since; by which event tells one that is handled twice. */
export function lastAnswer({ inbox, clock }: Pick<ConversationParts, 'inbox' | 'clock'>) {
  const aside = ({ event }: Turn) => [event.channel, asideOf(event.address, 'asking')] as const;

  async function keep(turn: Turn, id: string): Promise<void> {
    await inbox.setState(...aside(turn), {
      step: 'asked',
      id,
      by: turn.event.eventKey,
      at: clock().toISOString(),
    });
  }

  /** Null: there is none, or it is too long ago. */
  async function of(turn: Turn): Promise<{ id: string; isOfThisEvent: boolean } | null> {
    const state = await inbox.state(...aside(turn));
    if (!state || clock().getTime() - Date.parse(state['at'] as string) > keptMs) return null;
    return { id: state['id'] as string, isOfThisEvent: state['by'] === turn.event.eventKey };
  }

  return { keep, of };
}
