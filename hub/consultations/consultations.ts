import type { Feedback } from '../feedback/index.ts';
import type { Notices } from '../notices/index.ts';
import type { People } from '../people/index.ts';
import type { Audit } from '../platform/audit.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import type { Keys } from '../platform/keys.ts';
import type { Locales } from '../platform/locales.ts';
import type { Queues } from '../platform/queues.ts';
import { answering } from './answering.ts';
import { composing } from './composing.ts';
import { ending } from './ending.ts';
import { exporting } from './exporting.ts';
import { opening } from './opening.ts';
import { papers } from './papers.ts';
import { passagesOf } from './passages.ts';
import type { Consultations } from './port.ts';
import { reading } from './reading.ts';
import { reminding } from './reminding.ts';
import { results } from './results.ts';
import { sealing as sealingOf } from './sealing.ts';
import { settling } from './settling.ts';

export interface ConsultationsParts {
  database: Database;
  people: People;
  notices: Pick<Notices, 'send' | 'tellPersons' | 'cancel'>;
  audit: Audit;
  keys: Keys;
  queues: Pick<Queues, 'ring'>;
  clock: Clock;
  locales: Locales;
  /** Words that must bear a name and go elsewhere. */
  signedDoor: Feedback['saying']['signedDoor'];
  onProblem: (error: unknown) => void;
}

/** What a committee asks its members on purpose: about a draft, in a poll, in a survey. */
export function consultations(parts: ConsultationsParts): Consultations {
  const sealing = sealingOf(parts.keys);
  const ofReading = reading(parts);
  const { open, announce, announceAll } = opening(parts, ofReading, sealing);
  const { settle, count, closeDue } = settling(parts, sealing);
  const { remind, remindDue } = reminding(parts, ofReading, sealing);
  const { callBackAll, ...end } = ending(parts, ofReading, { settle, announce });
  const { forAsking, forAsked, answersByName } = results(parts, ofReading, { sealing, count });

  return {
    asking: {
      desks: ofReading.desks,
      asksBelow: ofReading.asksBelow,
      list: ofReading.list,
      consultation: ofReading.consultation,
      ...composing(parts, ofReading),
      open,
      ...end,
      remind,
      results: forAsking,
      answersByName,
      exportResults: exporting(parts, forAsking),
    },
    answering: { ...answering(parts, sealing), results: forAsked },
    papers: papers(parts, sealing),
    passagesOf,
    async work() {
      await announceAll();
      await closeDue();
      await callBackAll();
      await remindDue();
    },
  };
}
