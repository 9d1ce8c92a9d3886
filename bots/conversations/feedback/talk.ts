import type { ConversationParts, Turn } from '../turn.ts';
import type { Writing } from './draft.ts';
import { ownFeedback } from './own.ts';
import { mayBeSentence } from './sentence.ts';
import { feedbackWriting } from './writing.ts';

/** `/gopy`: to whom, what, about what, how openly, the text; what one has said, and what became of it. */
export function feedbackTalk(parts: ConversationParts) {
  const { inbox } = parts;
  const writing = feedbackWriting(parts);
  const own = ownFeedback(parts);

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
    const mayBegin = intent.kind === 'feedback' || (event.kind === 'text' && mayBeSentence(event.text));
    if (mayBegin && (await writing.begin(turn, memberId))) return true;
    return await own.takesOver(turn, memberId);
  }

  return { goesOn, takesOver };
}
