import { asideOf } from '../../../hub/channels/index.ts';
import type { ConversationParts, Turn } from '../turn.ts';

/** Which document somebody reads, and how far. */
export interface Current {
  id: string;
  /** Where the part begins that was shown last; null: only its card. */
  at: number | null;
}

/** What is being read stands beside the conversation: whatever is said in between, one reads on where one was. */
export function currentDocument({ inbox }: Pick<ConversationParts, 'inbox'>) {
  const aside = ({ event }: Turn) => [event.channel, asideOf(event.address, 'reading')] as const;

  async function of(turn: Turn): Promise<Current | null> {
    const state = await inbox.state(...aside(turn));
    return state ? { id: state['id'] as string, at: state['at'] as number | null } : null;
  }

  /** A card alone does not forget how far one has read in the same document. */
  async function keep(turn: Turn, { id, at }: Current): Promise<void> {
    const before = at === null ? await of(turn) : null;
    await inbox.setState(...aside(turn), {
      step: 'reading',
      id,
      at: at ?? (before?.id === id ? before.at : null),
    });
  }

  async function forget(turn: Turn): Promise<void> {
    await inbox.setState(...aside(turn), null);
  }

  return { of, keep, forget };
}
