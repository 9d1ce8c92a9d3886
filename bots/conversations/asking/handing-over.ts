import { orRefuse, type ConversationParts, type Turn } from '../turn.ts';
import { buttonFor } from './references.ts';

/** A question that was not answered goes to the secretary, under the member's name: shown first, sent when agreed to. */
export function handingOver({ inbox, assistant }: Pick<ConversationParts, 'inbox' | 'assistant'>) {
  async function ask(turn: Turn, memberId: string, id: string): Promise<void> {
    const { event, say, reply } = turn;
    const asked = await orRefuse(turn, async () => await assistant.answer({ memberId, via: 'chat' }, id));
    if (!asked) return;
    await inbox.setState(event.channel, event.address, { step: 'asking-hand', id });
    await reply.text(say('asking-talk-hand-over', { question: asked.question }), [
      buttonFor(say('button-asking-send'), 'send', id),
      buttonFor(say('button-asking-keep'), 'keep', id),
    ]);
  }

  async function send(turn: Turn, memberId: string, id: string): Promise<void> {
    const { say, reply } = turn;
    await leave(turn);
    const handed = await orRefuse(turn, async () => await assistant.handOver({ memberId, via: 'chat' }, id));
    if (handed)
      await reply.text(say('asking-talk-handed-over', handed), [
        { label: say('button-feedback-own'), payload: 'feedback:own' },
      ]);
  }

  async function keep(turn: Turn): Promise<void> {
    await leave(turn);
    await turn.reply.text(turn.say('asking-talk-not-handed-over'));
  }

  /** The answer to our question, typed. False: it means what it says. */
  async function takesAnswer(turn: Turn, memberId: string): Promise<boolean> {
    const { event, intent } = turn;
    const state = await inbox.state(event.channel, event.address);
    if (state?.step !== 'asking-hand' || event.kind !== 'text') return false;
    const sends = ['yes', 'polite'].includes(intent.kind) || /^\s*(?:gửi|gui|send)/iu.test(event.text);
    if (sends) await send(turn, memberId, state['id'] as string);
    else if (intent.kind === 'no' || /^\s*(?:không|khong|ko|k|đừng) /iu.test(event.text)) await keep(turn);
    else return false;
    return true;
  }

  async function leave({ event }: Turn): Promise<void> {
    await inbox.setState(event.channel, event.address, null);
  }

  return { ask, send, keep, takesAnswer };
}
