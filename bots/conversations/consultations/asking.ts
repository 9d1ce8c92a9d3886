import type { ConversationState } from '../../../hub/channels/index.ts';
import type { Asked } from '../../../hub/consultations/index.ts';
import type { ConversationParts, Turn } from '../turn.ts';
import { nextNumber, type Draft } from './draft.ts';
import { questionShown, type Shown } from './questions.ts';
import { buttonFor } from './references.ts';
import { answersInWords } from './words.ts';

/** What stands: a question by its number, the look at everything, which of it to change, or whether to answer here. */
export type Standing = number | 'review' | 'change' | 'here';

/** Where somebody stands who answers. */
export interface Place extends ConversationState {
  step: 'consultation';
  id: string;
  standing: Standing;
  /** The event by which one came here: told twice, it answers nothing else. */
  by: string;
}

/** What a conversation about one consultation needs besides its turn. */
export interface At {
  turn: Turn;
  memberId: string;
  asked: Asked;
  draft: Draft;
  /** It is what has gone, unchanged. */
  isSent: boolean;
}

/** What is asked on the way; where somebody stands is kept at every step. */
export function consultationAsking({ inbox, channels }: Pick<ConversationParts, 'inbox' | 'channels'>) {
  /** The next question, or all of it where none is left. */
  async function goOn(at: At): Promise<void> {
    await ask(at, nextNumber(at.asked.questions, at.draft) ?? 'review');
  }

  async function ask(at: At, standing: Standing): Promise<void> {
    await stand(at, standing);
    await put(at.turn, shownOf(at, standing));
  }

  async function stand({ turn: { event }, asked: { id } }: At, standing: Standing): Promise<void> {
    const place: Place = { step: 'consultation', id, standing, by: event.eventKey };
    await inbox.setState(event.channel, event.address, place);
  }

  function shownOf(at: At, standing: Standing): Shown {
    const { turn, asked, draft } = at;
    if (typeof standing === 'number')
      return questionShown(asked, { number: standing, draft, most: mostButtons(turn) }, turn.say);
    return standing === 'review' ? reviewShown(at) : askedShown(at, standing);
  }

  function reviewShown({ turn: { say }, asked, draft, isSent }: At): Shown {
    const { id, title, questions, closesAt } = asked;
    const change = buttonFor(id, say('button-consultation-change'), 'change');
    return {
      text: [
        isSent ? say('consultation-talk-sent', { title }) : say('consultation-talk-review', { title }),
        answersInWords(questions, draft.answers, say),
        '',
        isSent
          ? say('consultation-talk-may-change', { until: closesAt })
          : say('consultation-talk-send-question'),
      ].join('\n'),
      buttons: isSent
        ? [change]
        : [
            buttonFor(id, say('button-consultation-send'), 'send'),
            change,
            buttonFor(id, say('button-consultation-stop'), 'stop'),
          ],
    };
  }

  function askedShown({ turn: { say }, asked }: At, standing: 'change' | 'here'): Shown {
    return standing === 'change'
      ? { text: say('consultation-talk-change'), buttons: [] }
      : {
          text: say('consultation-talk-here'),
          buttons: [buttonFor(asked.id, say('button-consultation-here'), 'here')],
        };
  }

  /** Numbers typed choose among the lines of what stands, not among buttons that stood before. */
  async function put({ reply }: Turn, { text, buttons }: Shown): Promise<void> {
    await reply.list(text, buttons);
  }

  function mostButtons({ event }: Turn): number {
    return channels.get(event.channel)?.limits.buttons ?? 0;
  }

  async function leave({ event }: Turn, state: ConversationState | null = null): Promise<void> {
    await inbox.setState(event.channel, event.address, state);
  }

  return { goOn, ask, put, stand, leave };
}
