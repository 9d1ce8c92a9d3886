import type { Console } from '../../console/index.ts';
import type { People } from '../../people/index.ts';
import type { Actor } from '../../platform/audit.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Attendance } from '../port.ts';
import { codePages } from './code.tsx';
import { listPages } from './list.tsx';

/** A meeting as these pages name it. */
export interface MeetingHead {
  id: string;
  title: string;
  unit: { id: string; name: string };
  startsAt: Date;
  state: 'proposed' | 'called' | 'open' | 'closed' | 'cancelled';
}

export interface AttendancePagesParts {
  attendance: Attendance;
  people: Pick<People, 'requireMay'>;
  /** Meetings are above attendance: what these pages need of them is handed in. */
  meeting: (by: Actor, id: string) => Promise<MeetingHead>;
  open: (by: Actor, id: string) => Promise<unknown>;
  clock: Clock;
  /** Where people reach our pages. */
  publicUrl: () => Promise<string>;
  onProblem: (error: unknown) => void;
}

/** During a meeting: the code for the wall, and the secretary's list. */
export function attendancePages(console: Console, parts: AttendancePagesParts): void {
  codePages(console, parts);
  listPages(console, parts);
}
