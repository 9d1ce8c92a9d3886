import { asideOf } from '../../../hub/channels/index.ts';
import type { ConversationParts } from '../turn.ts';
import type { At } from './asking.ts';
import type { Draft } from './draft.ts';

/** Whose drafts, and in which chat. */
export type Whose = Pick<At, 'turn' | 'memberId'>;

/**
 * What somebody has answered and not sent, by consultation. It stands beside the conversation, sealed and padded, so that
 * whatever is said in between loses nothing; a week after the last word it is gone. A phone that came to another member
 * does not show it to them.
 */
export function consultationDrafts({ inbox }: Pick<ConversationParts, 'inbox'>) {
  const aside = ({ turn: { event } }: Whose) =>
    [event.channel, asideOf(event.address, 'consultations')] as const;

  async function all(whose: Whose): Promise<Record<string, Draft>> {
    const kept = await inbox.state(...aside(whose));
    return kept?.['memberId'] === whose.memberId ? (kept['drafts'] as Record<string, Draft>) : {};
  }

  async function of(whose: Whose, id: string): Promise<Draft | null> {
    return (await all(whose))[id] ?? null;
  }

  async function keep(whose: Whose, id: string, draft: Draft): Promise<void> {
    await put(whose, { ...(await all(whose)), [id]: draft });
  }

  async function drop(whose: Whose, id: string): Promise<void> {
    const { [id]: dropped, ...others } = await all(whose);
    if (dropped) await put(whose, others);
  }

  async function put(whose: Whose, drafts: Record<string, Draft>): Promise<void> {
    const { memberId } = whose;
    const kept = Object.keys(drafts).length > 0 ? { step: 'consultation-drafts', memberId, drafts } : null;
    await inbox.setState(...aside(whose), kept);
  }

  return { of, keep, drop };
}
