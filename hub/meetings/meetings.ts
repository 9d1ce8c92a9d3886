import type { Attendance } from '../attendance/index.ts';
import type { QuietHours } from '../channels/index.ts';
import type { Notices } from '../notices/index.ts';
import type { People } from '../people/index.ts';
import type { Audit } from '../platform/audit.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import type { Keys } from '../platform/keys.ts';
import type { Locales } from '../platform/locales.ts';
import type { Queues } from '../platform/queues.ts';
import type { Meetings } from './port.ts';

export interface MeetingsParts {
  database: Database;
  people: People;
  notices: Pick<Notices, 'tellPersons' | 'send'>;
  attendance: Attendance;
  audit: Audit;
  keys: Keys;
  queues: Pick<Queues, 'ring'>;
  clock: Clock;
  quietHours: QuietHours | null;
  timeZone: string;
  locales: Locales;
  /** Where people reach our pages. */
  publicUrl: () => Promise<string>;
  onProblem: (error: unknown) => void;
}

/** Meetings: called, changed, reminded of, run, recorded. */
export function meetings(_parts: MeetingsParts): Meetings {
  return { work: async () => {} } as unknown as Meetings;
}
