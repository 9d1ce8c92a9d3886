import type { Library } from '../../library/index.ts';
import type { People } from '../../people/index.ts';
import type { Actor } from '../../platform/audit.ts';
import { AnswerUnknown } from '../errors.ts';
import type { OwnAnswers } from '../owning/own-answers.ts';
import type { Assistant, AssistantReply, FoundReply, RefusedReply } from '../port.ts';
import type { KeptAnswers } from './kept-answers.ts';

/** An answer as its asker finds it again: never with words, nor the name, of a document that may not be read by now. */
export function readingAgain(parts: {
  kept: KeptAnswers;
  library: { reading: Pick<Library['reading'], 'readable'> };
  people: Pick<People, 'member'>;
  own: OwnAnswers;
}): Assistant['answer'] {
  const { kept, library, people, own } = parts;

  return async (by, id) => {
    if (by.memberId === null) throw new AnswerUnknown();
    const { question, reply } = await kept.own(by.memberId, id);
    return { question, reply: await asOfToday({ ...by, memberId: by.memberId }, question, reply) };
  };

  async function asOfToday(
    by: Actor & { memberId: string },
    question: string,
    reply: AssistantReply,
  ): Promise<AssistantReply> {
    if (reply.kind === 'own') {
      const { language } = await people.member(by.memberId);
      return { ...reply, text: await own(by.memberId, reply.topic, { text: question, language }) };
    }
    if (reply.kind === 'talk') return reply;
    const readable = await library.reading.readable(by, documentsIn(reply));
    if (reply.kind === 'refused') return { ...reply, near: reply.near.filter(({ id }) => readable.has(id)) };
    if (!documentsIn(reply).every((id) => readable.has(id))) throw new AnswerUnknown();
    return reply;
  }
}

function documentsIn(reply: FoundReply | RefusedReply): string[] {
  if (reply.kind === 'refused') return reply.near.map(({ id }) => id);
  return [...reply.citations, ...reply.more].map(({ document }) => document.id);
}
