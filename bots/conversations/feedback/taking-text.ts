import type { ConversationParts } from '../turn.ts';
import { withDraft, type Asking, type At } from './asking.ts';
import { isVoice, longestKept, longestText, missing, tidied, withoutContent, type Draft } from './draft.ts';
import { doorInWords } from './words.ts';

/** What is written, under a photo too, or said in a voice note. */
export function feedbackText(
  { feedback: { saying } }: Pick<ConversationParts, 'feedback'>,
  asking: Pick<Asking, 'ask' | 'goOn' | 'remember'>,
) {
  const { ask, goOn } = asking;

  /**
   * What must bear a name and go elsewhere is not kept for a moment; what is too long is, as far as two hold it.
   *
   * @param before what is said first, in the same message
   */
  async function takeText(at: At, typed: string, before: readonly string[] = []): Promise<true> {
    const { turn, state } = at;
    const { say, reply } = turn;
    const text = tidied(typed);
    const door = saying.signedDoor(text);
    if (door) {
      const draft = withoutContent(state.draft);
      await asking.remember(withDraft(at, draft), missing(draft));
      await saying.drafts.drop((state.draft.files ?? []).map(({ id }) => id));
      await reply.text(`${doorInWords(door, say)}\n${say('feedback-talk-door-else')}`);
    } else if (text.length > longestKept) {
      await reply.text(
        [...before, say('feedback-talk-too-long', { length: text.length, most: longestText })].join('\n'),
      );
    } else {
      const next = withDraft(at, { ...state.draft, text });
      if (text.length > longestText) await ask(next, 'long', before);
      else await goOn(next, before);
    }
    return true;
  }

  /** Goes on with what was brought: what stands under it, and what is said in it, is text behind what was written. */
  async function goOnWith(at: At, caption: string, before: readonly string[] = []): Promise<true> {
    const { draft, asked } = at.state;
    const heard = await hear(at);
    const fresh = [tidied(caption), heard.text].filter((text) => text !== '');
    const words = [...before, ...heard.words];
    if (fresh.length === 0) return await goOn(heard.at, words);
    const written = asked === 'text' || draft.text === undefined ? [] : [draft.text];
    return await takeText(heard.at, [...written, ...fresh].join('\n'), words);
  }

  /** Only under one's name is a voice note handed to who writes it down: the next question said so. */
  async function hear(at: At): Promise<{ at: At; text: string; words: string[] }> {
    const { turn, memberId, state } = at;
    const { level, files = [] } = state.draft;
    const fresh = files.filter((file) => isVoice(file) && !file.heard);
    if (level !== 'named' || fresh.length === 0 || saying.drafts.transcribedBy === null)
      return { at, text: '', words: [] };
    const heard: string[] = [];
    for (const { id } of fresh) {
      const text = await saying.drafts.transcript(memberId, id);
      if (text !== null) heard.push(text);
    }
    const draft: Draft = { ...state.draft, files: files.map((file) => ({ ...file, heard: true })) };
    const word =
      heard.length < fresh.length
        ? turn.say('feedback-talk-voice-unheard')
        : turn.say('feedback-talk-voice-heard');
    // The note goes along: nothing is lost with what is left out here.
    const text = heard.join('\n').slice(0, longestText);
    return { at: withDraft(at, draft), text, words: [word] };
  }

  return { takeText, goOnWith };
}
