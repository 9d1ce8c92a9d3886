import type { Receipt } from '../../../hub/feedback/index.ts';
import { DomainError } from '../../../hub/platform/errors.ts';
import type { ConversationParts } from '../turn.ts';
import { withDraft, type Asking, type At } from './asking.ts';
import { partsOf, withoutContent, withoutFiles } from './draft.ts';
import { receiptsInWords, textOfDraft } from './words.ts';

/** A draft that is whole goes. */
export function feedbackSending(
  { feedback: { saying } }: Pick<ConversationParts, 'feedback'>,
  asking: Asking,
) {
  /** One item after another; what has gone is no longer in the draft, should the rest be refused. */
  async function send(at: At): Promise<void> {
    const { turn, memberId, state } = at;
    const { event, say, reply } = turn;
    const { unit, kind, topic, level, files = [] } = state.draft;
    const parts = partsOf(textOfDraft(state.draft, say));
    const receipts: Receipt[] = [];
    for (const [index, part] of parts.entries()) {
      const said = {
        unit: unit!,
        kind: kind!,
        topicId: topic?.id,
        topic: topic?.id === null ? topic.name : null,
        level: level!,
        text: parts.length === 1 ? part : `(${index + 1}/${parts.length}) ${part}`,
        draftFiles: index === 0 ? files.map(({ id }) => id) : [],
        requestKey: `${event.channel} ${event.eventKey} ${state.gone + index}`,
      };
      try {
        receipts.push(await saying.say(memberId, said, 'chat'));
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        const gone = { ...state, gone: state.gone + index };
        const rest = { ...withoutFiles(state.draft, () => true), text: parts.slice(index).join('\n') };
        // Files go with the first.
        const draft = index === 0 ? state.draft : rest;
        await keep(withDraft({ ...at, state: gone }, draft), error);
        if (index > 0) await saying.drafts.drop(files.map(({ id }) => id));
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
    if (facts?.['field'] === 'file-gone') {
      const draft = withoutFiles(at.state.draft, () => true);
      return void (await asking.goOn(withDraft(at, draft), [words]));
    }
    if (code !== 'feedback.signed-door-needed') {
      await asking.remember(at, 'review');
      return await reply.text(`${words}\n${say('feedback-talk-kept')}`);
    }
    const { draft } = at.state;
    await asking.remember(withDraft(at, { ...withoutContent(draft), topic: null }), 'text');
    await saying.drafts.drop((draft.files ?? []).map(({ id }) => id));
    await reply.text(words);
  }

  return { send };
}
