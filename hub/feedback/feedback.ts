import type { People } from '../people/index.ts';
import type { Notices } from '../notices/index.ts';
import type { Calendar } from '../meetings/index.ts';
import type { Audit } from '../platform/audit.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Sql } from '../platform/database/index.ts';
import type { Keys } from '../platform/keys.ts';
import type { Locales } from '../platform/locales.ts';
import type { Transcriber } from '../platform/transcriber.ts';
import { answering } from './answering/answering.ts';
import { outbox } from './answering/outbox.ts';
import type { Feedback, TellMember } from './port.ts';
import { releasing } from './releasing.ts';
import { saying } from './saying/saying.ts';
import { sealing, type Sealing } from './sealing.ts';
import { doors, type Doors } from './unlinkable/doors.ts';
import { texts } from './texts.ts';
import { unlinkable } from './unlinkable/unlinkable.ts';
import { unsealing } from './unsealing/unsealing.ts';

export interface FeedbackParts {
  database: Database;
  people: People;
  notices: Pick<Notices, 'tellPersons'>;
  audit: Audit;
  keys: Keys;
  clock: Clock;
  locales: Locales;
  /** Days off, for working days; inside a transaction where `sql` is one. */
  calendar: (sql: Sql) => Promise<Calendar>;
  /** Brings an answer to its author. */
  tell: TellMember;
  /** Where people reach our pages. */
  publicUrl: () => Promise<string>;
  /** Writes down what is said in voice notes; null where nobody does. */
  transcriber: Transcriber | null;
  onProblem: (error: unknown) => void;
}

export type FeedbackPartsSealed = FeedbackParts & { sealing: Sealing; doors: Doors };

/** What members say, who answers, and what becomes of it, on three levels of confidence. */
export function feedback(given: FeedbackParts): Feedback {
  const parts = { ...given, sealing: sealing(given.keys), doors: doors(given) };
  const { release } = releasing(parts);
  const words = outbox(parts);
  const { forgetDrafts, ...said } = saying(parts);
  const { deeds, work } = answering(parts, words);

  return {
    saying: said,
    unlinkable: unlinkable(parts),
    answering: deeds,
    unsealing: unsealing(parts, words),
    ...texts(parts),
    async work() {
      await release();
      await forgetDrafts();
      await work();
    },
  };
}
