import type { Button, ConversationState } from '../../../hub/channels/index.ts';
import { fold } from '../fold.ts';
import { orRefuse, type ConversationParts, type Turn } from '../turn.ts';
import { longestText, tidied, wordsOfText } from './draft.ts';
import { ownShown } from './own-shown.ts';
import { doorInWords } from './words.ts';

/** "Xem 7KQ2-MP4D", "ý kiến số 7KQ2MP4D", folded. Two digits, as every number has them: "mo diem danh" opens none. */
const opens =
  /^(?=(?:.*\d){2})(?:(?:xem|mo|y kien|gop y|kien nghi|phan anh|so|open) )+(?<first>[a-z0-9]{4}) ?(?<last>[a-z0-9]{4})$/;

/** What is typed where an item is shown, folded. */
const typedVerbs: Readonly<Record<string, string>> = {
  sua: 'change',
  'sua lai': 'change',
  edit: 'change',
  rut: 'withdraw',
  'rut y kien': 'withdraw',
  withdraw: 'withdraw',
  'huu ich': 'useful',
  useful: 'useful',
  'chua huu ich': 'not-useful',
  'khong huu ich': 'not-useful',
  'not useful': 'not-useful',
  'hoi lai': 'reopen',
  reopen: 'reopen',
};

const skipping: ReadonlySet<string> = new Set(['bo qua', 'skip']);

/** What one has said oneself, and what became of it: seen, changed, withdrawn, judged, asked again. */
export function ownFeedback(parts: ConversationParts) {
  const { saying } = parts.feedback;
  const { list, show, open, opensNumber, itemOf, refuseUnknown, stand } = ownShown(parts);

  /** True where a button of ours was pressed, or its words typed with a number. */
  async function takesOver(turn: Turn, memberId: string): Promise<boolean> {
    const { event } = turn;
    const typed = event.kind === 'text' ? opens.exec(fold(event.text))?.groups : undefined;
    if (typed) return await open(turn, memberId, `${typed['first']}-${typed['last']}`.toUpperCase());
    const [topic, verb = '', number = ''] = event.payload.split(':');
    return topic === 'feedback' && number !== '' && (await press(turn, memberId, verb, number));
  }

  /** The answer to what was asked last. False: it was none. */
  async function answer(turn: Turn, memberId: string, state: ConversationState): Promise<boolean> {
    const { event, intent } = turn;
    const number = (state['number'] ?? '') as string;
    if (state.step === 'feedback-list') {
      const payload =
        intent.kind === 'number' ? (state['payloads'] as string[])[intent.number - 1] : undefined;
      return payload !== undefined && (await open(turn, memberId, payload.split(':')[2]!));
    }
    if (event.kind !== 'text' || event.text.startsWith('/')) return false;
    if (state.step === 'feedback-item') {
      const verb = typedVerbs[fold(event.text)];
      return verb !== undefined && (await press(turn, memberId, verb, number));
    }
    const text = tidied(event.text);
    const isShort = fold(text).split(' ').length < wordsOfText;
    if (isShort && ['start', 'code', 'menu', 'help', 'feedback', 'opinions'].includes(intent.kind))
      return false;
    if (state.step === 'feedback-withdraw') {
      const isSure = intent.kind === 'yes' || typedVerbs[fold(text)] === 'withdraw';
      return await press(turn, memberId, isSure ? 'withdraw-yes' : 'keep', number);
    }
    if (isShort && (intent.kind === 'no' || skipping.has(fold(text))))
      return await press(turn, memberId, state.step === 'feedback-why' ? 'no-why' : 'keep', number);
    return await takeWords(turn, memberId, { step: state.step, number, text });
  }

  /** The new text of an item, or why the answer is no help or is asked about again. */
  async function takeWords(
    turn: Turn,
    memberId: string,
    { step, number, text }: { step: string; number: string; text: string },
  ): Promise<true> {
    const { say, reply } = turn;
    const door = saying.signedDoor(text);
    if (door) await reply.text(doorInWords(door, say));
    else if (text.length > longestText)
      await reply.text(say('feedback-talk-too-long', { length: text.length, most: longestText }));
    else if (step === 'feedback-edit') {
      const item = await orRefuse(turn, async () => await saying.edit(memberId, number, text));
      if (!item) return await leave(turn);
      await reply.text(say('feedback-talk-own-changed'));
      await show(turn, item);
    } else if (step === 'feedback-why') {
      const rating = { useful: false, why: text };
      await finish(
        turn,
        async () => await saying.rate(memberId, number, rating),
        say('feedback-talk-why-thanks'),
      );
    } else {
      const reopened = say('feedback-talk-reopened');
      await finish(turn, async () => await saying.reopen(memberId, number, text), reopened);
    }
    return true;
  }

  async function press(turn: Turn, memberId: string, verb: string, number: string): Promise<boolean> {
    const { say, reply } = turn;
    switch (verb) {
      case 'open':
      case 'keep':
        return await open(turn, memberId, number);
      case 'change':
        return await ask(turn, memberId, { step: 'feedback-edit', number }, say('feedback-talk-change'));
      case 'reopen':
        return await ask(turn, memberId, { step: 'feedback-reopen', number }, say('feedback-talk-reopen'));
      case 'withdraw':
        return await ask(
          turn,
          memberId,
          { step: 'feedback-withdraw', number },
          say('feedback-talk-withdraw', { number }),
          [
            { label: say('button-feedback-withdraw-yes'), payload: `feedback:withdraw-yes:${number}` },
            { label: say('button-feedback-keep'), payload: `feedback:keep:${number}` },
          ],
        );
      case 'withdraw-yes':
        return await finish(
          turn,
          async () => await saying.withdraw(memberId, number),
          say('feedback-talk-withdrawn', { number }),
        );
      case 'useful':
        return await finish(
          turn,
          async () => await saying.rate(memberId, number, { useful: true }),
          say('feedback-talk-useful-thanks'),
        );
      case 'not-useful':
        return await finish(
          turn,
          async () => await saying.rate(memberId, number, { useful: false }),
          say('feedback-talk-why'),
          {
            state: { step: 'feedback-why', number },
            buttons: [{ label: say('button-feedback-no-why'), payload: `feedback:no-why:${number}` }],
          },
        );
      case 'no-why':
        return await finish(turn, async () => {}, say('feedback-talk-why-thanks'));
      default:
        await reply.settle('', false);
        return false;
    }
  }

  /** Asks what is written next; not about what is not theirs, nor about what can be changed no more. */
  async function ask(
    turn: Turn,
    memberId: string,
    state: ConversationState & { number: string },
    question: string,
    buttons: readonly Button[] = [],
  ): Promise<true> {
    await turn.reply.settle('', true);
    const item = await itemOf(memberId, state.number);
    if (!item) {
      await refuseUnknown(turn);
    } else if (state.step !== 'feedback-reopen' && !item.canEdit) {
      await stand(turn, null);
      await turn.reply.text(turn.say('feedback-already-read'));
    } else {
      await stand(turn, state);
      await turn.reply.text(question, buttons);
    }
    return true;
  }

  /** Does it and says so, or says why not; then one stands nowhere, or where something more is asked. */
  async function finish(
    turn: Turn,
    work: () => Promise<void>,
    done: string,
    then: { state: ConversationState; buttons: readonly Button[] } | null = null,
  ): Promise<true> {
    await turn.reply.settle('', true);
    const result = await orRefuse(turn, async () => {
      await work();
      return true;
    });
    await stand(turn, result && then ? then.state : null);
    if (result) await turn.reply.text(done, then?.buttons);
    return true;
  }

  async function leave(turn: Turn): Promise<true> {
    await stand(turn, null);
    return true;
  }

  return { list, takesOver, answer, opensNumber };
}
