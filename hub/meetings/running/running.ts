import { ballots } from './ballots.ts';
import { hands } from './hands.ts';
import { meetingsInHand } from './meeting-in-hand.ts';
import { motions } from './motions.ts';
import { opinions } from './opinions.ts';
import type { Attendance } from '../../attendance/index.ts';
import type { People } from '../../people/index.ts';
import type { Audit } from '../../platform/audit.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';

export type Running = ReturnType<typeof running>;

/** The meeting itself: who wants to speak, what was said, what was concluded and voted. */
export function running(parts: {
  database: Database;
  people: Pick<People, 'requireMay' | 'may' | 'memberByCode'>;
  attendance: Pick<Attendance, 'baseFigures' | 'baseWithin'>;
  audit: Audit;
  clock: Clock;
}) {
  const all = { ...parts, inHand: meetingsInHand(parts) };
  return { ...hands(all), ...opinions(all), ...motions(all), ...ballots(all) };
}
