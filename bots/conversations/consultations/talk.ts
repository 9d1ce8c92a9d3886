import { orRefuse, type ConversationParts, type Turn } from '../turn.ts';
import { answeringQuestions, isOpinion } from './answering.ts';
import { consultationAsking, type At, type Place, type Standing } from './asking.ts';
import { consultationDrafts } from './drafts.ts';
import { emptyDraft } from './draft.ts';
import { enteringConsultation } from './entering.ts';
import { consultationLists } from './lists.ts';
import { referenceIn, type Reference } from './references.ts';
import { sendingAnswers } from './sending.ts';
import { numberToChange, wayTyped } from './typed-ways.ts';

/** `/laykien`: what a committee asks, answered question by question, looked at as a whole, sent, changed; and what came of it. */
export function consultationTalk(parts: ConversationParts) {
  const { inbox, consultations, feedback } = parts;
  const drafts = consultationDrafts(parts);
  const { goOn, ask, leave } = consultationAsking(parts);
  const { begin, isOpen, leaveOver, forget } = enteringConsultation(parts, drafts, {
    goOn,
    ask,
    leave,
    showResults: (...about) => lists.showOne(...about),
  });
  const questions = answeringQuestions({ feedback }, drafts, { goOn, ask, stop });
  const send = sendingAnswers(parts, drafts, { ask, leaveOver, leave });
  const lists = consultationLists(parts, { begin, leave });

  /**
   * True where this turn answered a question of ours. Asked before other topics: what somebody has to say may hold the
   * words of any of them.
   */
  async function goesOn(turn: Turn, memberId: string): Promise<boolean> {
    const { event } = turn;
    const state = await inbox.state(event.channel, event.address);
    if (event.kind === 'tap' || !state?.step.startsWith('consultation')) return false;
    if (state.step === 'consultation-list') return await lists.choose(turn, memberId, state);
    if (state.step === 'consultation-sent') {
      if (wayTyped(event.text, 'review') !== 'change') return false;
      await begin(turn, memberId, state['id'] as string);
      return true;
    }
    return await take(turn, memberId, state as Place);
  }

  /** True where a button of ours was pressed, or one of our words was said. */
  async function takesOver(turn: Turn, memberId: string): Promise<boolean> {
    const { event, intent, reply } = turn;
    const reference = referenceIn(event.payload);
    if (reference) return await press(turn, memberId, reference);
    if (intent.kind !== 'consultations' && intent.kind !== 'results') return false;
    await reply.settle('', false);
    if (intent.kind === 'consultations') await lists.showWaiting(turn, memberId);
    else await lists.showResults(turn, memberId);
    return true;
  }

  /** What was typed where something of ours stands. */
  async function take(turn: Turn, memberId: string, place: Place): Promise<boolean> {
    const { event, say, reply } = turn;
    const at = await standingAt(turn, memberId, place.id);
    if (!at) return true;
    // An event that is handled twice has answered already.
    if (place.by === event.eventKey) return await done(ask(at, place.standing));
    if (event.kind === 'file') {
      await reply.text(say('consultation-talk-file'));
      return await done(ask(at, place.standing));
    }
    if (event.kind !== 'text') return false;
    return typeof place.standing === 'number'
      ? await questions.type(at, place.standing)
      : await takeWay(at, place.standing);
  }

  /** Words about the whole of it. False: they are about something else. */
  async function takeWay(at: At, standing: Exclude<Standing, number>): Promise<boolean> {
    const { turn } = at;
    const { text } = turn.event;
    const number = standing === 'here' ? null : numberToChange(text, at.asked.questions.length);
    if (number !== null) return await done(ask(at, number));
    const way = wayTyped(text, standing);
    if (way) return await press(turn, at.memberId, { id: at.asked.id, verb: way, number: 0, what: '' });
    if (turn.intent.kind !== 'other' || text.startsWith('/')) return false;
    return await done(isOpinion(text) ? questions.keepOpinion(at, standing) : ask(at, standing));
  }

  async function press(turn: Turn, memberId: string, reference: Reference): Promise<boolean> {
    const { id, verb, number, what } = reference;
    await turn.reply.settle('', verb !== '');
    if (verb === '') return await done(begin(turn, memberId, id));
    if (verb === 'results') return await done(lists.showOne(turn, memberId, id));
    const at = await standingAt(turn, memberId, id);
    if (!at) return true;
    switch (verb) {
      case 'answer':
        return (await questions.press(at, number, what)) || (await done(goOn(at)));
      case 'send':
        return await done(at.isSent ? begin(turn, memberId, id) : send(at));
      case 'change':
        return await done(ask(at, 'change'));
      case 'here':
        return await done(goOn(at));
      case 'stop':
        return await done(stop(at));
      default:
        return false;
    }
  }

  /** Where one stands with a consultation; null where it is over or not theirs, which has been said then. */
  async function standingAt(turn: Turn, memberId: string, id: string): Promise<At | null> {
    const asked = await orRefuse(turn, async () => await consultations.answering.asked(memberId, id));
    if (!asked) {
      await forget({ turn, memberId }, id);
      return null;
    }
    const kept = await drafts.of({ turn, memberId }, id);
    const draft = kept ?? { ...emptyDraft, answers: asked.answers ?? {} };
    const at = { turn, memberId, asked, draft, isSent: !kept && asked.answers !== null };
    if (isOpen(asked) && asked.level !== 'unnamed') return at;
    if (isOpen(asked)) await begin(turn, memberId, id);
    else await leaveOver({ ...at, draft: kept ?? emptyDraft });
    return null;
  }

  /** What was answered so far stays for a week. */
  async function stop({ turn, isSent }: At): Promise<void> {
    const { say, reply } = turn;
    await leave(turn);
    await reply.text(isSent ? say('consultation-talk-unchanged') : say('consultation-talk-stopped'));
  }

  return { goesOn, takesOver };
}

async function done(work: Promise<unknown>): Promise<true> {
  await work;
  return true;
}
