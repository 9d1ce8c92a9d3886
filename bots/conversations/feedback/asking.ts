import type { ChannelName } from '../../../hub/channels/index.ts';
import type { Topic } from '../../../hub/feedback/index.ts';
import type { ConversationParts, Turn } from '../turn.ts';
import { missing, type Draft, type Question, type Writing } from './draft.ts';
import {
  askEdit,
  askKind,
  askLevel,
  askLong,
  askReview,
  askText,
  askTo,
  askTopic,
  askUnfile,
  askVoice,
  type Asked,
  type FilesThere,
} from './questions.ts';

/** What a conversation about one draft needs besides its turn. */
export interface At {
  turn: Turn;
  memberId: string;
  state: Writing;
}

export type Asking = ReturnType<typeof feedbackAsking>;

/** What is asked on the way, with what is known kept at every step. */
export function feedbackAsking({
  inbox,
  feedback: { saying },
  channels,
}: Pick<ConversationParts, 'inbox' | 'feedback' | 'channels'>) {
  /** @param before what is said first, in the same message */
  async function goOn(at: At, before: readonly string[] = []): Promise<true> {
    return await ask(at, missing(at.state.draft), before);
  }

  async function ask(at: At, asked: Question, before: readonly string[] = []): Promise<true> {
    await remember(at, asked);
    const { text, buttons } = await questionOf(at, asked);
    await put(at.turn, { text: [...before, text].join('\n'), buttons });
    return true;
  }

  async function questionOf({ turn, memberId, state }: At, asked: Question): Promise<Asked> {
    const { say, event } = turn;
    const { draft } = state;
    switch (asked) {
      case 'to':
        return askTo(await saying.addressees(memberId), say);
      case 'kind':
        return askKind(say);
      case 'topic':
        return askTopic(await topicsFor(draft), say);
      case 'level':
        return askLevel(say);
      case 'text':
        return askText(draft, filesThere(event.channel), say);
      case 'voice':
        return askVoice(say);
      case 'unfile':
        return askUnfile(draft, say);
      case 'long':
        return askLong(draft, say);
      case 'edit':
        return askEdit(say);
      case 'review':
        return askReview(draft, say);
    }
  }

  function filesThere(name: ChannelName): FilesThere {
    const channel = channels.get(name);
    const kinds = channel?.fetchFile ? (channel.fileKinds ?? ['photo', 'file', 'voice']) : [];
    return { kinds, transcribedBy: saying.drafts.transcribedBy };
  }

  async function topicsFor({ unit }: Draft): Promise<readonly Topic[]> {
    return unit === undefined ? [] : await saying.topicsFor(unit);
  }

  /** More than a channel has buttons for are numbered; their numbers are read as long as the question stands. */
  async function put({ event, reply }: Turn, { text, buttons }: Asked): Promise<void> {
    const most = channels.get(event.channel)?.limits.buttons ?? 0;
    if (most === 0 || buttons.length <= most) return await reply.text(text, buttons);
    const lines = buttons.map(({ label }, index) => `${index + 1}. ${label}`);
    await reply.text([text, '', ...lines].join('\n'));
  }

  async function remember({ turn: { event }, state }: At, asked: Question): Promise<void> {
    await inbox.setState(event.channel, event.address, { ...state, asked });
  }

  /** First what is remembered: files of nobody's draft go by themselves, a draft without its files would not go. */
  async function forget({ turn: { event }, state: { draft } }: At): Promise<void> {
    await inbox.setState(event.channel, event.address, null);
    await saying.drafts.drop((draft.files ?? []).map(({ id }) => id));
  }

  return { goOn, ask, questionOf, topicsFor, remember, forget };
}

export function withDraft(at: At, draft: Draft): At {
  return { ...at, state: { ...at.state, draft } };
}
