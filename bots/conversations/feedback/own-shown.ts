import type { ConversationState } from '../../../hub/channels/index.ts';
import type { OwnItem } from '../../../hub/feedback/index.ts';
import type { ConversationParts, Turn } from '../turn.ts';
import { itemInWords, lineOf } from './words.ts';

/** As many as are shown at once. */
const shown = 5;

/** What one has said oneself, to be seen: all of it as a list, or one of it with what was answered. */
export function ownShown({ inbox, feedback: { saying } }: Pick<ConversationParts, 'inbox' | 'feedback'>) {
  async function list(turn: Turn, memberId: string): Promise<void> {
    const { event, say, reply } = turn;
    await reply.settle('', true);
    const own = await saying.own(memberId);
    const [first, ...others] = own;
    if (!first) {
      await stand(turn, null);
      return await reply.text(say('feedback-talk-own-none'), [
        { label: say('button-feedback'), payload: 'feedback:begin' },
      ]);
    }
    if (others.length === 0) return await show(turn, first);
    const some = own.slice(0, shown);
    const payloads = some.map(({ number }) => `feedback:open:${number}`);
    await inbox.setState(event.channel, event.address, { step: 'feedback-list', payloads });
    const more = own.length > shown ? [say('feedback-talk-own-more', { count: own.length - shown })] : [];
    await reply.text(
      [say('feedback-talk-own'), ...some.map((item) => `• ${lineOf(item, say)}`), ...more].join('\n'),
      some.map(({ number }, index) => ({ label: number, payload: payloads[index]! })),
    );
  }

  async function show(turn: Turn, item: OwnItem): Promise<void> {
    const { say, reply } = turn;
    const { number, canEdit, canReopen, replies, useful } = item;
    await stand(turn, { step: 'feedback-item', number });
    const verbs = [
      ...(canEdit
        ? [
            { label: say('button-feedback-edit'), payload: `feedback:change:${number}` },
            { label: say('button-feedback-withdraw'), payload: `feedback:withdraw:${number}` },
          ]
        : []),
      ...(replies.length > 0 && useful === null
        ? [
            { label: say('button-feedback-useful'), payload: `feedback:useful:${number}` },
            { label: say('button-feedback-not-useful'), payload: `feedback:not-useful:${number}` },
          ]
        : []),
      ...(canReopen ? [{ label: say('button-feedback-reopen'), payload: `feedback:reopen:${number}` }] : []),
    ];
    await reply.text(itemInWords(item, say), verbs);
  }

  async function open(turn: Turn, memberId: string, number: string): Promise<true> {
    await turn.reply.settle('', true);
    const item = await itemOf(memberId, number);
    if (item) await show(turn, item);
    else await refuseUnknown(turn);
    return true;
  }

  /** A code like an invitation's may be the number of something one has said. */
  async function opensNumber(turn: Turn, memberId: string, code: string): Promise<boolean> {
    const item = await itemOf(memberId, code.toUpperCase().replace(/^(.{4})[^A-Z0-9]?/, '$1-'));
    if (item) await show(turn, item);
    return item !== null;
  }

  async function itemOf(memberId: string, number: string): Promise<OwnItem | null> {
    return (await saying.own(memberId)).find((item) => item.number === number) ?? null;
  }

  async function refuseUnknown(turn: Turn): Promise<void> {
    await stand(turn, null);
    await turn.reply.text(turn.say('feedback-unknown'));
  }

  async function stand({ event }: Turn, state: ConversationState | null): Promise<void> {
    await inbox.setState(event.channel, event.address, state);
  }

  return { list, show, open, opensNumber, itemOf, refuseUnknown, stand };
}
