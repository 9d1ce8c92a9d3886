import { LibraryNotReady, type Library } from '../library/index.ts';
import { calendarDay, type People } from '../people/index.ts';
import type { Actor } from '../platform/audit.ts';
import type { Clock } from '../platform/clock.ts';
import { newId } from '../platform/ids.ts';
import type { Metrics } from '../platform/metrics.ts';
import { QuestionInvalid } from './errors.ts';
import type { Following } from './following/following.ts';
import type { KeptAnswers } from './keeping/kept-answers.ts';
import type { LibraryAnswer, LibraryQuestion } from './library-answers.ts';
import { ownTopicIn } from './owning/own-topic.ts';
import type { OwnAnswers } from './owning/own-answers.ts';
import type { AskedQuestion, Assistant, AssistantReply, OwnTopic, Sentence } from './port.ts';
import { notReady } from './refusing/reason.ts';
import { talkIn } from './talking/small-talk.ts';

const longestQuestion = 1_000;

export interface AskingParts {
  library: Library;
  people: Pick<People, 'unitsOf'>;
  clock: Clock;
  metrics: Pick<Metrics, 'assistantAnswers' | 'assistantFirstWords'>;
  kept: KeptAnswers;
  following: Following;
  own: OwnAnswers;
  answer: (
    question: LibraryQuestion,
    onSentence?: (soFar: readonly Sentence[]) => void,
  ) => Promise<LibraryAnswer>;
  /** Told of what the library could not answer; nothing that goes wrong with it stops the answer. */
  unanswered: (by: Actor, sought: string) => Promise<void>;
}

/** From what somebody typed to an answer of theirs. */
export function asking(parts: AskingParts): Assistant['ask'] {
  const { library, people, clock, metrics, kept, following, own } = parts;

  return async (by, asked, onSentence) => {
    const text = questionOf(asked);
    const stopwatch = firstWords(metrics);
    const { reply, sought } = await replyTo(by, { ...asked, text }, (soFar) => {
      stopwatch();
      onSentence?.(soFar);
    });
    stopwatch();
    metrics.assistantAnswers.inc({ outcome: outcomeOf(reply) });
    const after = asked.after ?? null;
    if (by.memberId !== null) {
      await kept.keep(by.memberId, reply.id, { question: text, sought, after, reply: asKept(reply) });
    }
    if (reply.kind === 'refused' && reply.why !== 'not-ready') await parts.unanswered(by, sought);
    return reply;
  };

  async function replyTo(
    by: Actor,
    asked: AskedQuestion,
    onSentence: (soFar: readonly Sentence[]) => void,
  ): Promise<{ reply: AssistantReply; sought: string }> {
    const { text } = asked;
    const id = newId();
    const talk = talkIn(text);
    if (talk) return { reply: { id, kind: 'talk', talk }, sought: text };
    const topic = by.memberId === null ? null : ownTopicIn(text);
    if (topic) return { reply: await ownReply(id, by, topic, asked), sought: text };
    const [home] = by.memberId === null ? [] : await people.unitsOf(by.memberId);
    const unitId = home?.id ?? null;
    const { sought, earlier, mayBeAlone } = await following(by, asked, unitId);
    const canHandOver = by.memberId !== null && home !== undefined;
    try {
      const reader = await library.finding.readerOf(by);
      const day = calendarDay(clock());
      const question = { sought, earlier, language: asked.language, reader, unitId, day };
      if (mayBeAlone) {
        const alone = await parts.answer({ ...question, sought: text, earlier: [] }, onSentence);
        if (alone.kind === 'found') return { reply: { id, ...alone }, sought: text };
      }
      const answer = await parts.answer(question, onSentence);
      if (answer.kind === 'found') return { reply: { id, ...answer }, sought };
      return { reply: { id, canHandOver, ...answer }, sought };
    } catch (error) {
      if (!(error instanceof LibraryNotReady)) throw error;
      return { reply: { id, canHandOver, ...notReady(text) }, sought };
    }
  }

  async function ownReply(
    id: string,
    by: Actor,
    topic: OwnTopic,
    { text, language }: AskedQuestion,
  ): Promise<AssistantReply> {
    return { id, kind: 'own', topic, text: await own(by.memberId!, topic, { text, language }) };
  }
}

/** @throws {QuestionInvalid} */
function questionOf({ text }: AskedQuestion): string {
  const question = text.normalize('NFC').trim();
  if (!/[\p{L}\p{N}]/u.test(question) || question.length > longestQuestion) throw new QuestionInvalid();
  return question;
}

/** Notes once how long it took until there was something to read. */
function firstWords({ assistantFirstWords }: AskingParts['metrics']): () => void {
  const end = assistantFirstWords.startTimer();
  let noted = false;
  return () => {
    if (!noted) end();
    noted = true;
  };
}

/** Matters of one's own are answered anew when they are looked at again: nothing of them is kept here. */
function asKept(reply: AssistantReply): AssistantReply {
  return reply.kind === 'own' ? { ...reply, text: '' } : reply;
}

function outcomeOf(reply: AssistantReply): string {
  if (reply.kind === 'found') return reply.mode;
  return reply.kind === 'refused' ? `refused-${reply.why}` : reply.kind;
}
