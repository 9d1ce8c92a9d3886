import type { ConversationParts, Turn } from '../turn.ts';
import { fold } from '../fold.ts';
import type { Writing } from './draft.ts';
import { offeringFiles } from './offering-files.ts';
import { ownFeedback } from './own.ts';
import { mayBeSentence } from './sentence.ts';
import { feedbackWriting } from './writing.ts';

const typedOffer: ReadonlySet<string> = new Set(['gui thanh y kien', 'gui y kien', 'send as an opinion']);

/** `/gopy`: to whom, what, about what, how openly, the text; what one has said, and what became of it. */
export function feedbackTalk(parts: ConversationParts) {
  const { inbox } = parts;
  const writing = feedbackWriting(parts);
  const own = ownFeedback(parts);
  const offering = offeringFiles(parts);

  /**
   * True where this turn answered a question of ours. Asked before all others: what somebody has to say may hold the
   * words of any of them, and must not go where it was not meant to go.
   */
  async function goesOn(turn: Turn, memberId: string): Promise<boolean> {
    const { event, intent } = turn;
    if (intent.kind === 'start' && intent.code) return await own.opensNumber(turn, memberId, intent.code);
    const state = await inbox.state(event.channel, event.address);
    if (!state?.step.startsWith('feedback')) return false;
    return state.step === 'feedback'
      ? await writing.take(turn, memberId, state as unknown as Writing)
      : await own.answer(turn, memberId, state);
  }

  /** True where this turn began to say something, or was about what was said before. */
  async function takesOver(turn: Turn, memberId: string): Promise<boolean> {
    const { event, intent } = turn;
    const { payload } = event;
    // Pressed or typed again after it has gone: what has gone is shown.
    if (intent.kind === 'opinions' || payload === 'feedback:own' || payload === 'feedback:send') {
      await own.list(turn, memberId);
      return true;
    }
    if (await takesOffered(turn, memberId)) return true;
    const mayBegin = intent.kind === 'feedback' || (event.kind !== 'tap' && mayBeSentence(event.text));
    if (mayBegin && (await writing.begin(turn, memberId))) return true;
    return await own.takesOver(turn, memberId);
  }

  /** True where what was sent before is to become an opinion. */
  async function takesOffered(turn: Turn, memberId: string): Promise<boolean> {
    const { event, say, reply } = turn;
    const typed = event.kind === 'text' && typedOffer.has(fold(event.text));
    if (event.payload !== 'feedback:with-files' && !typed) return false;
    const offered = await offering.offered(turn);
    // Taken already, on another press.
    if (!offered && typed) return false;
    if (!offered) await reply.text(say('feedback-talk-offer-over'));
    else if (await writing.begin(turn, memberId, offered)) await offering.forget(turn);
    return true;
  }

  return { goesOn, takesOver, offerFiles: offering.offer };
}
