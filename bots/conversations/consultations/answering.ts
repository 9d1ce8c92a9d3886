import { longestWritten, type Answer, type Question } from '../../../hub/consultations/index.ts';
import type { Button } from '../../../hub/channels/index.ts';
import { fold } from '../fold.ts';
import { doorInWords } from '../feedback/words.ts';
import type { ConversationParts } from '../turn.ts';
import type { At, Place } from './asking.ts';
import type { Whose } from './drafts.ts';
import { lengthLeft, numberBefore, withAnswer, withoutAnswer, wordsIn, type Draft } from './draft.ts';
import { answerOf } from './numbers.ts';
import { offersKept } from './questions.ts';
import { readAnswer, type Reading } from './reading.ts';

const wordsOfOpinion = 6;
/** Typed where words wait that were written elsewhere, folded. */
const usingKept: ReadonlySet<string> = new Set(['lay loi nay', 'dung loi nay', 'lay', 'use it', 'use this']);

interface Steps {
  goOn(at: At): Promise<void>;
  ask(at: At, standing: Place['standing']): Promise<void>;
  stop(at: At): Promise<void>;
}

/** One question answered, by a button or by what is typed. */
export function answeringQuestions(
  { feedback }: Pick<ConversationParts, 'feedback'>,
  drafts: { keep(whose: Whose, id: string, draft: Draft): Promise<void> },
  { goOn, ask, stop }: Steps,
) {
  /** False: it was no answer, and means what it always means. */
  async function type(at: At, number: number): Promise<boolean> {
    const { turn, draft } = at;
    const question = at.asked.questions[number - 1]!;
    const text = turn.event.text.normalize('NFC').trim();
    if (offersKept(question, draft) && usingKept.has(fold(text))) return await useKept(at, number);
    const reading = readAnswer(question, text);
    if (isElsewhere(at, question, reading)) return false;
    return await take(at, number, reading);
  }

  /** What a button of the question stands for. */
  async function press(at: At, number: number, what: string): Promise<boolean> {
    const question = at.asked.questions[number - 1];
    if (!question) return false;
    if (what === 'skip') return await take(at, number, { kind: 'skip' });
    if (what === 'kept' && offersKept(question, at.draft)) return await useKept(at, number);
    const answer = pressed(question, what);
    return await take(at, number, answer === null ? { kind: 'unread' } : { kind: 'answer', answer });
  }

  async function take(at: At, number: number, reading: Reading): Promise<true> {
    const { turn, asked, draft } = at;
    const { say, reply } = turn;
    const question = asked.questions[number - 1]!;
    switch (reading.kind) {
      case 'answer':
        await takeAnswer(at, number, reading.answer);
        break;
      case 'skip':
        if (question.required) await reply.text(say('consultation-talk-required'));
        if (question.required) await ask(at, number);
        else await goOn(await kept(at, withoutAnswer(draft, number)));
        break;
      case 'back':
        await ask(at, numberBefore(asked.questions, draft, number) ?? number);
        break;
      case 'stop':
        await stop(at);
        break;
      case 'words':
        await reply.text(say('consultation-talk-your-words'));
        break;
      case 'not-allowed':
      case 'unread':
        await askAgain(at, number, reading.kind);
    }
    return true;
  }

  /** What must bear a name and go elsewhere is kept nowhere; what is too long is to be written anew. */
  async function takeAnswer(at: At, number: number, answer: Answer): Promise<void> {
    const { say, reply } = at.turn;
    const words = wordsIn(answer);
    const door = words === '' ? null : feedback.saying.signedDoor(words);
    const most = lengthLeft(at.draft, number, answer);
    if (door) await reply.text(`${doorInWords(door, say)}\n${say('consultation-talk-door-else')}`);
    else if (most !== null)
      await reply.text(say('consultation-talk-too-long', { length: words.length, most }));
    else await goOn(await kept(at, withAnswer(at.draft, number, answer)));
  }

  async function useKept(at: At, number: number): Promise<true> {
    const { kept: text, ...draft } = at.draft;
    const reading = readAnswer(at.asked.questions[number - 1]!, text!);
    return await take({ ...at, draft: { ...draft, kept: null } }, number, reading);
  }

  /** An opinion typed where one was to choose is not lost: it waits for a question that takes words. */
  async function keepOpinion(at: At, standing: Place['standing']): Promise<void> {
    const { say, reply, event } = at.turn;
    const text = event.text.normalize('NFC').trim().slice(0, longestWritten);
    const door = feedback.saying.signedDoor(text);
    await reply.text(door ? doorInWords(door, say) : say('consultation-talk-kept-for-later'));
    await ask(door ? at : await kept(at, { ...at.draft, kept: text }), standing);
  }

  async function askAgain(at: At, number: number, why: 'not-allowed' | 'unread'): Promise<void> {
    const { say, reply, event } = at.turn;
    const question = at.asked.questions[number - 1]!;
    if (why === 'unread' && isOpinion(event.text)) return await keepOpinion(at, number);
    if (question.form === 'passage') await reply.text(say('consultation-talk-agree-or-say'));
    else if (why === 'not-allowed') await reply.text(say('consultation-talk-not-allowed'));
    else await reply.text(say('consultation-talk-not-understood'));
    await ask(at, number);
  }

  async function kept(at: At, draft: Draft): Promise<At> {
    await drafts.keep(at, at.asked.id, draft);
    return { ...at, draft, isSent: false };
  }

  return { type, press, keepOpinion };
}

/** Words that always mean what they mean, where they answer nothing. */
function isElsewhere({ turn: { intent, event } }: At, { form }: Question, reading: Reading): boolean {
  if (event.text.startsWith('/')) return true;
  const always = ['start', 'code', 'menu', 'help', 'consultations', 'results'];
  if (reading.kind === 'answer') {
    const takesWords = form === 'text' || form === 'passage';
    return takesWords && always.includes(intent.kind) && !isOpinion(event.text);
  }
  if (reading.kind !== 'unread' || isOpinion(event.text)) return false;
  return !['other', 'yes', 'no', 'polite', 'number', 'acknowledge'].includes(intent.kind);
}

/** So many words that they are what somebody has to say, whatever was asked. */
export function isOpinion(text: string): boolean {
  return fold(text).split(' ').length >= wordsOfOpinion;
}

/** What a button answers: an option, a number of the scale, that one agrees. Null where the question has none such. */
function pressed(question: Question, what: string): Answer | null {
  const { form, scale } = question;
  if (form === 'passage') return what === 'agree' ? { agrees: true, comment: null } : null;
  const value = /^\d{1,2}$/.test(what) ? Number(what) : Number.NaN;
  if (scale) return value >= scale.from && value <= scale.to ? value : null;
  return form === 'one' ? answerOf(question, [value]) : null;
}

/** Left over when everything has gone: words that answered no question, with the way by which they can be said. */
export function leftOver(
  { kept }: Draft,
  say: At['turn']['say'],
): { text: string; buttons: readonly Button[] } {
  if (kept === null) return { text: '', buttons: [] };
  return {
    text: say('consultation-talk-left-over', { text: kept }),
    buttons: [{ label: say('button-feedback'), payload: 'feedback:begin' }],
  };
}
