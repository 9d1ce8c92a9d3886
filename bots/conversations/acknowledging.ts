import { acknowledgePrefix, type WaitingNotice } from '../../hub/notices/index.ts';
import { idFromShort } from '../../hub/platform/ids.ts';
import type { Say } from '../../hub/platform/locales.ts';
import type { ConversationState } from '../../hub/channels/index.ts';
import { menuButtons } from './menu.ts';
import { listInWords } from './passing-offers.ts';
import type { passingOn } from './passing-on.ts';
import type { ConversationParts, Turn } from './turn.ts';

/** The longest list of waiting documents that fits a small screen. */
const listed = 10;

/**
 * "Đã nắm", pressed, typed or chosen by its number; and the list of what waits for it.
 *
 * @param saidOfAnother takes it where nothing waits to be acknowledged; false where it was about nothing else either
 */
export function acknowledging(
  { inbox, notices, channels }: ConversationParts,
  pass: ReturnType<typeof passingOn>,
  saidOfAnother: (turn: Turn, memberId: string) => Promise<boolean>,
) {
  /** True where this turn acknowledged something, or asked what waits, and is dealt with. */
  async function takesOver(turn: Turn, memberId: string, state: ConversationState | null): Promise<boolean> {
    const { intent } = turn;
    if (state?.step === 'choosing' && (intent.kind === 'number' || intent.kind === 'all')) {
      await takeChosen(turn, memberId, state);
      return true;
    }
    switch (intent.kind) {
      case 'acknowledge':
        await acknowledgeTyped(turn, memberId);
        return true;
      case 'polite':
        await askWhetherAcknowledged(turn, memberId);
        return true;
      case 'number':
        return await takeNumber(turn, memberId, intent.number);
      case 'waiting':
        await listWaiting(turn, memberId);
        return true;
      default:
        return false;
    }
  }

  /** The button under a notice. */
  async function tapped({ event, say, reply }: Turn, memberId: string): Promise<void> {
    const noticeId = idFromShort(event.payload.slice(acknowledgePrefix.length));
    // The button only refers: what counts is whether the presser is a recipient.
    const done = noticeId ? await notices.acknowledge(memberId, noticeId) : null;
    if (!done && noticeId && (await notices.isClosed(noticeId)))
      return await reply.answerTap(say('conversation-notice-closed'), true);
    if (!done) return await reply.answerTap(say('conversation-not-yours'), false);
    if (!done.first) return await reply.answerTap(say('conversation-acknowledged-toast'), true);
    await reply.settle(say('conversation-acknowledged-toast'), true);
    await thank({ say, reply }, memberId, { id: noticeId!, title: done.title });
  }

  async function acknowledgeTyped(turn: Turn, memberId: string): Promise<void> {
    const waiting = await notices.waitingFor(memberId);
    if (waiting.length > 1) return await listWaiting(turn, memberId, waiting);
    if (!waiting[0]) {
      if (await saidOfAnother(turn, memberId)) return;
      return await turn.reply.text(turn.say('conversation-nothing-waits'));
    }
    await notices.acknowledge(memberId, waiting[0].id);
    await thank(turn, memberId, waiting[0]);
  }

  /** A number that answers no list: where a notice has no button, 1 stands for it. */
  async function takeNumber(turn: Turn, memberId: string, number: number): Promise<boolean> {
    const hasButtons = channels.get(turn.event.channel)?.limits.buttons !== 0;
    const waiting = hasButtons ? [] : await notices.waitingFor(memberId);
    if (waiting.length === 0) return false;
    if (number === 1) await acknowledgeTyped(turn, memberId);
    else await listWaiting(turn, memberId, waiting);
    return true;
  }

  /** It is noted; whoever has to pass it on is asked for that next. */
  async function thank(
    { say, reply }: Pick<Turn, 'say' | 'reply'>,
    memberId: string,
    { id, title }: { id: string; title: string },
  ): Promise<void> {
    const noted = say('conversation-acknowledged', { title });
    const passing = await pass.offered(memberId, say, id);
    if (!passing) return await reply.text(noted);
    const waits = passing.waiting.map(({ unitName, passOnBy, cameAt }) =>
      say('cascade-wait', { unit: unitName, passOnBy: passOnBy ?? cameAt }),
    );
    await reply.text([noted, ...waits].join('\n'), passing.buttons);
  }

  /** "Vâng" to a long document says that it was seen, no more: the question is asked once, plainly. */
  async function askWhetherAcknowledged({ say, reply }: Turn, memberId: string): Promise<void> {
    const [latest] = await notices.waitingFor(memberId);
    if (!latest) return await reply.text(say('conversation-polite'));
    await reply.text(say('conversation-ask-acknowledged', { title: latest.title }), [
      { label: say('button-acknowledge'), payload: notices.acknowledgePayload(latest.id) },
    ]);
  }

  async function listWaiting(turn: Turn, memberId: string, known?: WaitingNotice[]): Promise<void> {
    const { event, say, reply } = turn;
    const waiting = known ?? (await notices.waitingFor(memberId));
    const passing = await pass.offered(memberId, say);
    if (waiting.length === 0 && !passing)
      return await reply.text(say('conversation-nothing-waits'), menuButtons(say));
    await inbox.setState(event.channel, event.address, {
      step: 'choosing',
      ids: waiting.map((notice) => notice.id),
      passing: passing?.waiting.map(({ rootId, unit }) => ({ rootId, unit })) ?? [],
    });
    const toPassOn = passing ? [listInWords(passing.waiting, { say, from: waiting.length })] : [];
    if (waiting.length === 0) return await reply.list(toPassOn.join(), passing?.buttons);
    const lines = waiting.slice(0, listed).map((notice, index) => `${index + 1}. ${described(notice, say)}`);
    const toAcknowledge = [
      say('conversation-waiting', { count: waiting.length }),
      lines.join('\n'),
      say('conversation-choose'),
    ];
    await reply.list([...toAcknowledge, ...toPassOn].join('\n\n'), passing?.buttons);
  }

  /** The number of a line of the list: first those to acknowledge, then those to pass on. */
  async function takeChosen(turn: Turn, memberId: string, state: Record<string, unknown>): Promise<void> {
    const ids = state['ids'] as string[];
    const passing = (state['passing'] ?? []) as { rootId: string; unit: string }[];
    const chosen = turn.intent.kind === 'number' ? passing[turn.intent.number - ids.length - 1] : undefined;
    if (chosen) return await pass.begin(turn, memberId, chosen);
    await acknowledgeChosen(turn, memberId, ids);
  }

  async function acknowledgeChosen(turn: Turn, memberId: string, ids: string[]): Promise<void> {
    const { intent } = turn;
    const chosen = intent.kind === 'number' ? ids.slice(intent.number - 1, intent.number) : ids;
    if (intent.kind === 'number' && (intent.number < 1 || chosen.length === 0))
      return await listWaiting(turn, memberId);
    for (const id of chosen) {
      const done = await notices.acknowledge(memberId, id);
      if (done) await thank(turn, memberId, { id, title: done.title });
    }
  }

  /** How many wait for the member, to be acknowledged or passed on. */
  async function countWaiting({ say }: Turn, memberId: string): Promise<number> {
    const passing = await pass.offered(memberId, say);
    return (await notices.waitingFor(memberId)).length + (passing?.waiting.length ?? 0);
  }

  return { takesOver, tapped, countWaiting };
}

function described(notice: WaitingNotice, say: Say): string {
  const number = notice.number ? ` (${notice.number})` : '';
  const due = notice.dueAt ? ` ${say('notice-due', { dueAt: notice.dueAt })}` : '';
  return `${notice.title}${number}.${due}`;
}
