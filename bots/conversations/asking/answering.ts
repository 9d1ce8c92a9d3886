import type { Button } from '../../../hub/channels/index.ts';
import type { AssistantReply, FoundReply, RefusedReply, Talk } from '../../../hub/assistant/index.ts';
import { menuButtons } from '../menu.ts';
import { orRefuse, type ConversationParts, type Turn } from '../turn.ts';
import { answerInWords, sentencesInWords, usedBy } from './answer-words.ts';
import type { lastAnswer } from './last-answer.ts';
import { refusalInWords } from './refusal-words.ts';
import { buttonFor } from './references.ts';

/** @source hub/assistant/port.ts: AskedQuestion */
const longestQuestion = 1_000;
/** As many as Zalo shows. */
const mostButtons = 5;

/** A question put to the assistant, and what it says to it as a message with what one can do next. */
export function answeringQuestions(
  { assistant, library, people }: Pick<ConversationParts, 'assistant' | 'library' | 'people'>,
  last: ReturnType<typeof lastAnswer>,
) {
  async function answer(turn: Turn, memberId: string, text: string): Promise<void> {
    const { say, reply } = turn;
    if (text.length > longestQuestion)
      return await reply.text(say('asking-talk-too-long', { length: text.length, most: longestQuestion }));
    const given = await orRefuse(turn, async () => await replyTo(turn, memberId, text));
    if (!given) return;
    const { words, buttons } = shown(turn, given);
    await reply.text(words, buttons);
  }

  /** An event that comes again after a restart is not asked again: its answer is shown. */
  async function replyTo(turn: Turn, memberId: string, text: string): Promise<AssistantReply> {
    const by = { memberId, via: 'chat' } as const;
    const before = await last.of(turn);
    if (before?.isOfThisEvent) return (await assistant.answer(by, before.id)).reply;
    const { language } = await people.member(memberId);
    const question = { text, language, via: 'chat', ...(before && { after: before.id }) } as const;
    const given = await assistant.ask(by, question, (soFar) => turn.reply.draft(sentencesInWords(soFar)));
    await last.keep(turn, given.id);
    return given;
  }

  function shown({ say }: Turn, given: AssistantReply): { words: string; buttons: readonly Button[] } {
    switch (given.kind) {
      case 'found':
        return { words: answerInWords(given, say), buttons: answerButtons(given) };
      case 'refused':
        return { words: refusalInWords(given, say, progress()), buttons: refusalButtons(given) };
      case 'own':
        return { words: given.text, buttons: ownButtons[given.topic]?.(say) ?? [] };
      case 'talk':
        return { words: say('asking-talk-small', { talk: given.talk }), buttons: talkButtons(given.talk) };
    }

    function answerButtons({ id, sentences, more }: FoundReply): Button[] {
      const judging = [
        buttonFor(say('button-asking-helped'), 'helped', id),
        buttonFor(say('button-asking-not'), 'not', id),
      ];
      const further = more.length > 0 ? [buttonFor(say('button-asking-more'), 'more', id)] : [];
      const reading = usedBy(sentences)
        .slice(0, mostButtons - judging.length - further.length)
        .map((index) => buttonFor(say('button-asking-read', { number: index + 1 }), 'read', id, index + 1));
      return [...further, ...reading, ...judging];
    }

    function refusalButtons({ id, why, near, canHandOver }: RefusedReply): Button[] {
      if (why === 'not-ready') return [];
      return [
        ...(canHandOver ? [buttonFor(say('button-asking-hand-over'), 'hand', id)] : []),
        buttonFor(say('button-asking-search'), 'search', id),
        ...near.map((_, index) =>
          buttonFor(say('button-asking-near', { number: index + 1 }), 'near', id, index + 1),
        ),
      ].slice(0, mostButtons);
    }

    function talkButtons(talk: Talk): readonly Button[] {
      return talk === 'thanks' || talk === 'goodbye' ? [] : menuButtons(say);
    }
  }

  /** How far the library is read. */
  function progress(): { documents: number; percent: number } {
    const { documents, passages, total } = library.finding.state();
    return { documents, percent: total === 0 ? 0 : Math.floor((passages / total) * 100) };
  }

  return { answer };
}

/** Where more can be seen of one's own matters. */
const ownButtons: Readonly<Record<string, (say: Turn['say']) => Button[]>> = {
  meetings: (say) => [{ label: say('button-meetings'), payload: 'meetings' }],
  attendance: (say) => [{ label: say('button-meetings'), payload: 'meetings' }],
  waiting: (say) => [{ label: say('button-waiting'), payload: 'waiting' }],
  opinions: (say) => [{ label: say('button-feedback-own'), payload: 'feedback:own' }],
};
