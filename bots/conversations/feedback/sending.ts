import type { Receipt } from '../../../hub/feedback/index.ts';
import { DomainError } from '../../../hub/platform/errors.ts';
import type { ConversationParts } from '../turn.ts';
import { withDraft, type Asking, type At } from './asking.ts';
import { partsOf, type Draft } from './draft.ts';
import { receiptsInWords } from './words.ts';

/** A draft that is whole goes. */
export function feedbackSending(
  { feedback: { saying } }: Pick<ConversationParts, 'feedback'>,
  asking: Asking,
) {
  /** One item after another; what has gone is no longer in the draft, should the rest be refused. */
  async function send(at: At): Promise<void> {
    const { turn, memberId, state } = at;
    const { event, say, reply } = turn;
    const { unit, kind, topic, level, text } = state.draft;
    const parts = partsOf(text!);
    const receipts: Receipt[] = [];
    for (const [index, part] of parts.entries()) {
      const said = {
        unit: unit!,
        kind: kind!,
        topicId: topic?.id,
        topic: topic?.id === null ? topic.name : null,
        level: level!,
        text: parts.length === 1 ? part : `(${index + 1}/${parts.length}) ${part}`,
        requestKey: `${event.channel} ${event.eventKey} ${state.gone + index}`,
      };
      try {
        receipts.push(await saying.say(memberId, said, 'chat'));
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        const gone = { ...state, gone: state.gone + index };
        const draft = { ...state.draft, text: parts.slice(index).join('\n') };
        await keep(withDraft({ ...at, state: gone }, draft), error);
        if (receipts.length > 0) await reply.text(receiptsInWords(receipts, say));
        return;
      }
    }
    await asking.forget(at);
    await reply.text(receiptsInWords(receipts, say), [
      { label: say('button-feedback-own'), payload: 'feedback:own' },
    ]);
  }

  /** What was refused may be changed; what may not be kept is not kept here either. */
  async function keep(at: At, { code, facts }: DomainError): Promise<void> {
    const { say, reply } = at.turn;
    const words = say(code.replaceAll('.', '-'), facts);
    if (code !== 'feedback.signed-door-needed') {
      await asking.remember(at, 'review');
      return await reply.text(`${words}\n${say('feedback-talk-kept')}`);
    }
    const { text: _text, topic: _topic, ...draft }: Draft = at.state.draft;
    await asking.remember(withDraft(at, { ...draft, topic: null }), 'text');
    await reply.text(words);
  }

  return { send };
}
