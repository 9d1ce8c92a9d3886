import { complaints, type Complaint } from '../../../hub/assistant/index.ts';
import { DomainError } from '../../../hub/platform/errors.ts';
import { orRefuse, type ConversationParts, type Turn } from '../turn.ts';
import { buttonFor } from './references.ts';
import { reasonTyped } from './typed-ways.ts';

/** Whether an answer was of use, and if not, why: kept without who said it. */
export function judgingAnswers({ inbox, assistant }: Pick<ConversationParts, 'inbox' | 'assistant'>) {
  async function helped(turn: Turn, memberId: string, id: string): Promise<void> {
    if (await judge(turn, memberId, id, { helped: true }))
      await turn.reply.text(turn.say('asking-talk-helped'));
  }

  async function askWhy(turn: Turn, memberId: string, id: string): Promise<void> {
    const { event, say, reply } = turn;
    // Not about what is not theirs.
    if (!(await orRefuse(turn, async () => await assistant.answer({ memberId, via: 'chat' }, id)))) return;
    await inbox.setState(event.channel, event.address, { step: 'asking-why', id });
    await reply.text(
      say('asking-talk-why'),
      complaints.map((reason) => buttonFor(say('button-asking-reason', { reason }), 'why', id, reason)),
    );
  }

  async function takeReason(turn: Turn, memberId: string, id: string, reason: string): Promise<void> {
    const known = complaints.find((each) => each === reason);
    await leave(turn);
    if (await judge(turn, memberId, id, { helped: false, ...(known && { reason: known }) }))
      await thank(turn, id);
  }

  /** The reason, typed. Whatever else is said leaves it untold, and means what it says: false then. */
  async function takesReason(turn: Turn, memberId: string): Promise<boolean> {
    const { event } = turn;
    const state = await inbox.state(event.channel, event.address);
    if (state?.step !== 'asking-why') return false;
    const id = state['id'] as string;
    const reason = event.kind === 'text' ? reasonTyped(event.text) : null;
    if (reason !== null) {
      await takeReason(turn, memberId, id, reason);
      return true;
    }
    const pressed = event.kind === 'tap' && event.payload.startsWith('asking:why:');
    if (!pressed) {
      await leave(turn);
      await judgeSilently(memberId, id);
    }
    return false;
  }

  async function thank({ say, reply }: Turn, id: string): Promise<void> {
    await reply.text(say('asking-talk-not-helped'), [
      buttonFor(say('button-asking-hand-over'), 'hand', id),
      buttonFor(say('button-asking-search'), 'search', id),
    ]);
  }

  async function judge(
    turn: Turn,
    memberId: string,
    id: string,
    judgement: { helped: boolean; reason?: Complaint },
  ): Promise<boolean> {
    const done = await orRefuse(turn, async () => {
      await assistant.judge({ memberId, via: 'chat' }, id, judgement);
      return true;
    });
    return done ?? false;
  }

  /** Who has gone on to something else is not told that it was judged before. */
  async function judgeSilently(memberId: string, id: string): Promise<void> {
    try {
      await assistant.judge({ memberId, via: 'chat' }, id, { helped: false });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
    }
  }

  async function leave({ event }: Turn): Promise<void> {
    await inbox.setState(event.channel, event.address, null);
  }

  return { helped, askWhy, takeReason, takesReason };
}
