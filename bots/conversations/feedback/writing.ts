import { feedbackKinds } from '../../../hub/feedback/index.ts';
import { idFromShort } from '../../../hub/platform/ids.ts';
import { fold } from '../fold.ts';
import type { ConversationParts, Turn } from '../turn.ts';
import { feedbackAsking, withDraft, type At } from './asking.ts';
import { feedbackFiles } from './files.ts';
import {
  addressedTo,
  longestTopic,
  missing,
  tidied,
  wordsOfText,
  type Draft,
  type Writing,
} from './draft.ts';
import { topicInWords } from './questions.ts';
import type { Offered } from './offering-files.ts';
import { feedbackSending } from './sending.ts';
import { readSentence } from './sentence.ts';
import { feedbackText } from './taking-text.ts';
import { addresseeTyped, typedWay } from './typed-ways.ts';
import { doorInWords, pageInWords } from './words.ts';

/** Said in so few words they mean what they always mean. */
const leaving: readonly string[] = ['start', 'code', 'menu', 'help', 'feedback', 'opinions'];

/**
 * Saying something from the chat: to whom, what, about what and how openly, each asked only where it has not been said,
 * then the text, then all of it shown before anything goes. Every step is kept, sealed and in one length, and nothing of
 * it after the last.
 */
export function feedbackWriting(parts: ConversationParts) {
  const { feedback, publicUrl } = parts;
  const { saying } = feedback;
  const asking = feedbackAsking(parts);
  const { goOn, ask } = asking;
  const { send } = feedbackSending(parts, asking);
  const { takeText, goOnWith } = feedbackText(parts, asking);
  const { bring, leaveOut, dropVoices } = feedbackFiles(parts);

  /**
   * False where it was a sentence that begins otherwise.
   *
   * @param offered what was sent before
   */
  async function begin(turn: Turn, memberId: string, offered?: Offered): Promise<boolean> {
    const { event, intent, say, reply } = turn;
    const addressees = await saying.addressees(memberId);
    const said = event.kind === 'tap' || offered ? null : readSentence(event.text, addressees);
    if (!said && !offered && intent.kind !== 'feedback') return false;
    const files = offered?.files ?? event.files;
    const { kind, to, text } = said ?? {};
    const draft: Draft = { ...(to && addressedTo({}, to)), ...(kind && kind !== 'door' && { kind }) };
    const at: At = { turn, memberId, state: { step: 'feedback', asked: 'to', draft, gone: 0 } };
    return await settled(at, async () => {
      if (addressees.length === 0) await reply.text(say('feedback-talk-nowhere'));
      else if (kind === 'door') await nameDoor(at);
      else if (files) await takeFiles(at, { files, text: offered?.text ?? text ?? '' });
      else if (text) await takeText(at, text);
      else await goOn(at);
    });
  }

  /** False: it was no answer, and means what it says. */
  async function take(turn: Turn, memberId: string, state: Writing): Promise<boolean> {
    const { event, intent } = turn;
    const at = { turn, memberId, state };
    const { asked, draft } = state;
    if (event.kind === 'file') return await takeFiles(at, { files: event.files ?? [], text: event.text });
    if (event.kind === 'tap') return await takeWay(at, event.payload);
    if (event.kind !== 'text' || event.text.startsWith('/')) return false;
    if (fold(event.text).split(' ').length >= wordsOfText) {
      const before = asked === 'review' && draft.text !== undefined ? `${draft.text}\n` : '';
      return await takeText(at, before + event.text);
    }
    const way = await wayTyped(at);
    if (way) return await takeWay(at, way);
    if (leaving.includes(intent.kind)) return false;
    const isAnswer = !['number', 'polite'].includes(intent.kind);
    if (asked === 'text' && isAnswer) return await takeText(at, event.text);
    if (asked === 'topic' && isAnswer) return await takeTopic(at, event.text);
    return isAnswer && !['other', 'yes'].includes(intent.kind) ? false : await ask(at, asked);
  }

  /** The button that a typed word or number stands for. */
  async function wayTyped(at: At): Promise<string | null> {
    const { turn, memberId, state } = at;
    const { event, intent } = turn;
    const way = typedWay(event.text, state.asked);
    if (way) return way;
    if (intent.kind === 'no') return 'feedback:stop';
    if (intent.kind === 'yes' && state.asked === 'review') return 'feedback:send';
    if (intent.kind === 'number') {
      const { buttons } = await asking.questionOf(at, state.asked);
      return buttons[intent.number - 1]?.payload ?? null;
    }
    if (state.asked !== 'to') return null;
    const addressees = await saying.addressees(memberId);
    const to = addresseeTyped(fold(event.text), addressees);
    return to && `feedback:to:${addressees.indexOf(to)}`;
  }

  async function takeWay(at: At, way: string): Promise<boolean> {
    const { state } = at;
    const [topic, verb, which = ''] = way.split(':');
    if (topic !== 'feedback') return false;
    switch (verb) {
      case 'to':
        return await addressTo(at, Number(which));
      case 'kind':
        return await takeKind(at, which);
      case 'topic':
        return await chooseTopic(at, which);
      case 'level':
        return await takeLevel(at, which);
      case 'voice':
        return await settled(at, async () => await goOn(await dropVoices(at)));
      case 'unfile':
        return await takeOut(at, which);
      case 'part':
        return await askAgain(at, which);
      case 'edit':
        return await settled(at, () => ask(at, 'edit'));
      case 'split':
        return await settled(at, () => goOn(at));
      case 'send':
        return await settled(at, () => (missing(state.draft) === 'review' ? send(at) : goOn(at)));
      case 'stop':
        return await settled(at, () => leaveWith(at, at.turn.say('feedback-talk-stopped')));
      default:
        return false;
    }
  }

  async function addressTo(at: At, index: number): Promise<boolean> {
    const to = (await saying.addressees(at.memberId))[index];
    if (!to) return false;
    return await settled(at, () => goOn(withDraft(at, addressedTo(at.state.draft, to))));
  }

  async function takeKind(at: At, which: string): Promise<boolean> {
    if (which === 'door') return await settled(at, () => nameDoor(at));
    const kind = feedbackKinds.find((each) => each === which);
    return kind ? await settled(at, () => goOn(withDraft(at, { ...at.state.draft, kind }))) : false;
  }

  async function chooseTopic(at: At, which: string): Promise<boolean> {
    const { draft } = at.state;
    if (which === 'none') return await settled(at, () => goOn(withDraft(at, { ...draft, topic: null })));
    const topics = await asking.topicsFor(draft);
    const chosen = topics.find(({ id }) => id === idFromShort(which));
    if (!chosen) return false;
    const topic = { id: chosen.id, name: topicInWords(chosen, topics) };
    return await settled(at, () => goOn(withDraft(at, { ...draft, topic })));
  }

  /** The name of one that is offered, else words of one's own. */
  async function takeTopic(at: At, typed: string): Promise<true> {
    const { turn, state } = at;
    const name = tidied(typed);
    const topics = await asking.topicsFor(state.draft);
    const known = topics.find((topic) => fold(topic.name) === fold(name));
    const door = saying.signedDoor(name);
    if (door) await turn.reply.text(doorInWords(door, turn.say));
    else if (!known && name.length > longestTopic) await ask(at, 'topic');
    else {
      const topic = { id: known?.id ?? null, name: known?.name ?? name };
      await goOn(withDraft(at, { ...state.draft, topic }));
    }
    return true;
  }

  async function takeLevel(at: At, which: string): Promise<boolean> {
    if (which === 'unlinkable') return await settled(at, () => showPage(at));
    if (which !== 'named' && which !== 'confidential') return false;
    return await settled(at, () => goOnWith(withDraft(at, { ...at.state.draft, level: which }), ''));
  }

  /** Not here: whoever writes in a chat is known. */
  async function showPage(at: At): Promise<void> {
    const { turn, memberId, state } = at;
    const to = {
      addressees: await saying.addressees(memberId),
      unit: state.draft.unit,
      url: await publicUrl(),
    };
    await leaveWith(at, pageInWords(to, turn.say));
  }

  async function askAgain(at: At, which: string): Promise<boolean> {
    const part = (['to', 'kind', 'topic', 'level', 'text'] as const).find((each) => each === which);
    return part ? await settled(at, () => ask(at, part)) : false;
  }

  /** What came is kept, or it is said why not. */
  async function takeFiles(at: At, { files, text }: Offered): Promise<true> {
    const brought = await bring(at, files);
    await goOnWith(brought.at, text, brought.words);
    await brought.settle();
    return true;
  }

  /** One goes; of several it is asked which. */
  async function takeOut(at: At, which: string): Promise<boolean> {
    const { files = [] } = at.state.draft;
    if (which === '' && files.length > 1) return await settled(at, () => ask(at, 'unfile'));
    return await settled(at, async () => await goOn(await leaveOut(at, which || 'all')));
  }

  async function nameDoor(at: At): Promise<void> {
    await leaveWith(at, doorInWords(null, at.turn.say));
  }

  /** The last word: nothing of the draft is kept. */
  async function leaveWith(at: At, words: string): Promise<void> {
    await asking.forget(at);
    await at.turn.reply.text(words);
  }

  async function settled({ turn }: At, work: () => Promise<unknown>): Promise<true> {
    await turn.reply.settle('', true);
    await work();
    return true;
  }

  return { begin, take };
}
