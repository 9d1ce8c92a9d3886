import type { Audit } from '../platform/audit.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import type { Keys } from '../platform/keys.ts';
import type { People } from '../people/index.ts';
import type { Attendance } from './port.ts';

export interface AttendanceParts {
  database: Database;
  people: People;
  audit: Audit;
  keys: Keys;
  clock: Clock;
}

/** What members say before a meeting, who was there, and what follows from it for a vote. */
export function attendance(_parts: AttendanceParts): Attendance {
  return {} as Attendance;
}
