import { DomainError } from '../../../hub/platform/errors.ts';
import type { ConversationParts } from '../turn.ts';
import { leftOver } from './answering.ts';
import type { At, Place } from './asking.ts';
import type { Whose } from './drafts.ts';
import { answersToSend } from './draft.ts';
import { buttonFor } from './references.ts';

interface Steps {
  ask(at: At, standing: Place['standing']): Promise<void>;
  leaveOver(at: At): Promise<void>;
  leave(turn: At['turn'], state: { step: string; id: string } | null): Promise<void>;
}

/** Everything that was answered goes; what was refused can be changed, and nothing is kept of what has gone. */
export function sendingAnswers(
  { consultations: { answering } }: Pick<ConversationParts, 'consultations'>,
  drafts: { drop(whose: Whose, id: string): Promise<void> },
  { ask, leaveOver, leave }: Steps,
) {
  return async function send(at: At): Promise<void> {
    const { turn, memberId, asked, draft } = at;
    const { id, questions } = asked;
    const { say, reply } = turn;
    try {
      await answering.answer(memberId, id, answersToSend(questions, draft));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (['consultation.over', 'consultation.unknown'].includes(error.code)) return await leaveOver(at);
      await reply.text(say(error.code.replaceAll('.', '-'), error.facts));
      const { number } = error.facts as { number?: number };
      return await ask(at, number && questions[number - 1] ? number : 'review');
    }
    await drafts.drop(at, id);
    await leave(turn, { step: 'consultation-sent', id });
    const left = leftOver(draft, say);
    const thanks = say('consultation-talk-thanks', { until: asked.closesAt });
    await reply.text(left.text === '' ? thanks : `${thanks}\n\n${left.text}`, [
      buttonFor(id, say('button-consultation-change')),
      ...left.buttons,
    ]);
  };
}
