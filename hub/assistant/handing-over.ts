import type { Feedback } from '../feedback/index.ts';
import type { People } from '../people/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import { AnswerUnknown } from './errors.ts';
import type { KeptAnswers } from './keeping/kept-answers.ts';
import type { Assistant } from './port.ts';

/** A question that the library does not answer goes to those who lead the own cell, under the asker's name. */
export function handingOver(parts: {
  database: Database;
  people: Pick<People, 'unitsOf'>;
  feedback: { saying: Pick<Feedback['saying'], 'say'> };
  clock: Clock;
  kept: KeptAnswers;
}): Assistant['handOver'] {
  const { database, people, feedback, clock, kept } = parts;

  return async ({ memberId, via }, id) => {
    const { question, sought, reply } = await kept.own(memberId, id);
    const [home] = await people.unitsOf(memberId);
    if (!home || (reply.kind !== 'found' && reply.kind !== 'refused')) throw new AnswerUnknown();
    // What was asked after something is understood by nobody who has not read what was before.
    const text = sought === question ? question : `${question} (${sought})`;
    const { number, unit } = await feedback.saying.say(
      memberId,
      { kind: 'question', text, unit: home.code, level: 'named', requestKey: `assistant ${id}` },
      via,
    );
    await database.query(markHandedOver, [id, memberId, clock()]);
    return { number, unit: unit.name };
  };
}

const markHandedOver = `
  update assistant_answer set handed_over_at = coalesce(handed_over_at, $3) where id = $1 and member_id = $2`;
