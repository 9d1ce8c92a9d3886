import type { Actor } from '../../platform/audit.ts';
import type { Clock } from '../../platform/clock.ts';
import type { KeptAnswer, KeptAnswers } from '../keeping/kept-answers.ts';
import type { Modelling, ModelQuestion } from '../modelling/port.ts';
import type { AskedQuestion, AssistantReply } from '../port.ts';
import { followUpIn } from './follow-up.ts';
import { joined } from './joined.ts';

/** A question as it stands by itself, and what was said before it. */
export interface Sought {
  sought: string;
  /** The oldest first; empty for a question that stands by itself. */
  earlier: ModelQuestion['earlier'];
  /** "Còn nợ đảng phí thì bị gì?": it says enough to be asked by itself first. */
  mayBeAlone: boolean;
}

export type Following = (by: Actor, asked: AskedQuestion, unitId: string | null) => Promise<Sought>;

const freshMs = 15 * 60_000;
const mostEarlier = 3;
/** Telling syllables of a question that nothing has to be added to. */
const enoughAlone = 5;

/** Understands a question by what was asked before it, in the last quarter of an hour. */
export function following(parts: {
  kept: Pick<KeptAnswers, 'find'>;
  modelling: Modelling | null;
  clock: Clock;
}): Following {
  const { kept, modelling, clock } = parts;

  return async (by, { text, after }, unitId) => {
    const alone = { sought: text, earlier: [], mayBeAlone: false };
    const followUp = after === undefined || by.memberId === null ? null : followUpIn(text);
    if (!followUp) return alone;
    const before = await chainOf(by.memberId!, after!);
    const [last] = before;
    if (!last) return alone;
    const earlier = before
      .slice(0, mostEarlier)
      .map(({ sought, reply }) => ({ question: sought, answer: wordsOf(reply) }))
      .reverse();
    const rewritten = modelling ? await modelling.standalone(text, earlier, unitId) : null;
    const { asks, refers, telling } = followUp;
    const mayBeAlone = asks && !refers && telling.length >= enoughAlone;
    return { sought: rewritten ?? joined(last.sought, followUp), earlier, mayBeAlone };
  };

  /** What the library was asked before, the latest first: thanks and matters of one's own are passed over. */
  async function chainOf(memberId: string, after: string): Promise<KeptAnswer[]> {
    const since = clock().getTime() - freshMs;
    const chain: KeptAnswer[] = [];
    let next: string | null = after;
    for (let steps = 0; next !== null && steps < mostEarlier * 2; steps += 1) {
      const one: KeptAnswer | null = await kept.find(memberId, next);
      if (!one || one.askedAt.getTime() < since) break;
      if (one.reply.kind === 'found' || one.reply.kind === 'refused') chain.push(one);
      next = one.after;
    }
    return chain;
  }
}

function wordsOf(reply: AssistantReply): string {
  return reply.kind === 'found' ? reply.sentences.map(({ text }) => text).join(' ') : '';
}
