import type { AssistantReply } from '../../../hub/assistant/index.ts';
import type { libraryTalk } from '../library/talk.ts';
import { libraryWish } from '../library/typed-ways.ts';
import { readMeetingAnswer } from '../meetings/meeting-phrases.ts';
import { orRefuse, type ConversationParts, type Turn } from '../turn.ts';
import { moreInWords } from './answer-words.ts';
import { answeringQuestions } from './answering.ts';
import { handingOver } from './handing-over.ts';
import { judgingAnswers } from './judging.ts';
import { lastAnswer } from './last-answer.ts';
import { buttonFor, referenceIn, type AnswerReference } from './references.ts';
import { asksAboutRules } from './rule-questions.ts';
import { isNoise, questionAfter, wayTyped } from './typed-ways.ts';

/** Further places shown at once. */
const moreShown = 3;

/** `/hoi`, and whatever is said that means nothing else: answered with the passage in hand, or honestly not. */
export function askingTalk(
  parts: ConversationParts,
  documents: Pick<ReturnType<typeof libraryTalk>, 'search' | 'readAround'>,
) {
  const { inbox, assistant } = parts;
  const last = lastAnswer(parts);
  const { answer } = answeringQuestions(parts, last);
  const judging = judgingAnswers(parts);
  const handing = handingOver(parts);

  /** True where a button of ours was pressed, a question of ours answered, or something asked in so many words. */
  async function takesOver(turn: Turn, memberId: string): Promise<boolean> {
    const { event, intent, reply } = turn;
    if (await judging.takesReason(turn, memberId)) return true;
    const reference = referenceIn(event.payload);
    if (reference) {
      await reply.settle('', ['helped', 'why', 'send', 'keep'].includes(reference.verb));
      await press(turn, memberId, reference);
      return true;
    }
    if (intent.kind === 'ask' && event.kind === 'tap') return await begin(turn);
    if (event.kind !== 'text') return false;
    if (await handing.takesAnswer(turn, memberId)) return true;
    if (await takesWay(turn, memberId)) return true;
    return await takesQuestion(turn, memberId);
  }

  /** What is asked in so many words, after our "what do you want to know", or plainly about the rules. */
  async function takesQuestion(turn: Turn, memberId: string): Promise<boolean> {
    const { event, intent } = turn;
    if (intent.kind !== 'ask' && intent.kind !== 'other') return false;
    const question = questionAfter(event.text);
    if (question && isOfMeeting(event.text)) return false;
    if (question) return await ask(turn, memberId, question);
    if (question === '' || intent.kind === 'ask') return await begin(turn);
    if (event.text.startsWith('/') || isNoise(event.text)) return false;
    const state = await inbox.state(event.channel, event.address);
    const isAsked =
      state?.step === 'asking' || (asksAboutRules(event.text) && libraryWish(event.text) === null);
    return isAsked && (await ask(turn, memberId, event.text));
  }

  /** Free words that meant nothing else. */
  async function hears(turn: Turn, memberId: string): Promise<boolean> {
    const { event, intent } = turn;
    if (event.kind !== 'text' || intent.kind !== 'other') return false;
    if (event.text.startsWith('/') || isNoise(event.text)) return false;
    return await ask(turn, memberId, questionAfter(event.text) || event.text);
  }

  async function begin(turn: Turn): Promise<true> {
    const { event, say, reply } = turn;
    await reply.settle('', true);
    await inbox.setState(event.channel, event.address, { step: 'asking' });
    await reply.text(say('asking-talk-begin'));
    return true;
  }

  async function ask(turn: Turn, memberId: string, text: string): Promise<true> {
    await leave(turn);
    await answer(turn, memberId, text.normalize('NFC').trim());
    return true;
  }

  /** "Xem thêm", "đọc 1", "chưa đúng": about the answer that was given last. */
  async function takesWay(turn: Turn, memberId: string): Promise<boolean> {
    const { event } = turn;
    const way = wayTyped(event.text);
    const before = way && (await last.of(turn));
    if (!way || !before) return false;
    // A list was shown since: numbers and "more" are about that.
    const ofList = way.verb === 'more' || way.verb === 'read';
    if (ofList && (await inbox.state(event.channel, event.address))?.step === 'library-list') return false;
    const what = way.number === null ? '' : String(way.number);
    await press(turn, memberId, { verb: way.verb, id: before.id, what });
    return true;
  }

  async function press(turn: Turn, memberId: string, { verb, id, what }: AnswerReference): Promise<void> {
    switch (verb) {
      case 'helped':
        return await judging.helped(turn, memberId, id);
      case 'not':
        return await judging.askWhy(turn, memberId, id);
      case 'why':
        return await judging.takeReason(turn, memberId, id, what);
      case 'hand':
        return await handing.ask(turn, memberId, id);
      case 'send':
        return await handing.send(turn, memberId, id);
      case 'keep':
        return await handing.keep(turn);
      default:
        return await show(turn, memberId, { verb, id, what });
    }
  }

  /** More of an answer: it is looked up under whoever asks, so nobody sees another's. */
  async function show(turn: Turn, memberId: string, { verb, id, what }: AnswerReference): Promise<void> {
    const by = { memberId, via: 'chat' } as const;
    const asked = await orRefuse(turn, async () => await assistant.answer(by, id));
    if (!asked) return;
    const number = /^\d{1,2}$/.test(what) ? Number(what) : 0;
    if (verb === 'search') await documents.search(turn, memberId, wordsToSearch(asked.question, asked.reply));
    else if (verb === 'more') await showMore(turn, asked.reply, number);
    else await read(turn, memberId, asked.reply, number, verb === 'near');
  }

  /** @param from how many further places have been shown */
  async function showMore({ say, reply }: Turn, given: AssistantReply, from: number): Promise<void> {
    if (given.kind !== 'found' || given.more.length <= from)
      return await reply.text(say('asking-talk-no-more'), [
        buttonFor(say('button-asking-search'), 'search', given.id),
      ]);
    const some = given.more.slice(from, from + moreShown);
    const first = given.citations.length + from + 1;
    await reply.text(moreInWords(given, say, from, moreShown), [
      ...some.map((_, index) =>
        buttonFor(say('button-asking-read', { number: first + index }), 'read', given.id, first + index),
      ),
      ...(given.more.length > from + some.length
        ? [buttonFor(say('button-asking-more'), 'more', given.id, from + some.length)]
        : []),
    ]);
  }

  /** The passage with what surrounds it. */
  async function read(
    turn: Turn,
    memberId: string,
    given: AssistantReply,
    number: number,
    isNear: boolean,
  ): Promise<void> {
    const { say, reply } = turn;
    const near = given.kind === 'refused' ? given.near[number - 1] : undefined;
    const cited = given.kind === 'found' ? [...given.citations, ...given.more][number - 1] : undefined;
    if (near) await documents.readAround(turn, memberId, near.id, { start: near.start, end: near.start });
    else if (cited && !isNear) await documents.readAround(turn, memberId, cited.document.id, cited);
    else await reply.text(say('asking-talk-no-such-number'));
  }

  async function leave({ event }: Turn): Promise<void> {
    await inbox.setState(event.channel, event.address, null);
  }

  return { takesOver, hears };
}

/** "Cho hỏi mấy giờ họp": the meeting that is called answers that itself, where one is. */
function isOfMeeting(text: string): boolean {
  return !text.startsWith('/') && readMeetingAnswer(text)?.kind === 'ask' && !asksAboutRules(text);
}

/** The telling words of a question that was not answered; else all of it. */
function wordsToSearch(question: string, given: AssistantReply): string {
  return given.kind === 'refused' && given.lookedFor.length > 0 ? given.lookedFor.join(' ') : question;
}
