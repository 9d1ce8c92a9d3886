import type { Attendance } from '../attendance/index.ts';
import type { QuietHours } from '../channels/index.ts';
import type { Notices } from '../notices/index.ts';
import type { People } from '../people/index.ts';
import type { Audit } from '../platform/audit.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import type { Keys } from '../platform/keys.ts';
import type { LanguageModel } from '../platform/language-model.ts';
import type { Locales } from '../platform/locales.ts';
import type { Queues } from '../platform/queues.ts';
import { agenda } from './agenda.ts';
import { announcing } from './announcing.ts';
import { calendarFiles, following, proposing, readCalendar, series } from './calendar/index.ts';
import { calling } from './calling.ts';
import { cancelling } from './cancelling.ts';
import { changing } from './changing.ts';
import { confirming } from './confirming.ts';
import { chasing } from './chasing.ts';
import { documents } from './documents.ts';
import { month } from './month.ts';
import { opening } from './opening.ts';
import { overview } from './overview.ts';
import { papers } from './papers/papers.ts';
import { planning } from './planning.ts';
import type { Meetings } from './port.ts';
import { reaching } from './reach.ts';
import { reading } from './reading.ts';
import { readingRight } from './reading-right.ts';
import { reminding } from './reminding.ts';
import { running } from './running/running.ts';
import { warning } from './warnings.ts';

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
  /** Drafts paragraphs of minutes; null where none is configured. */
  model: LanguageModel | null;
  onProblem: (error: unknown) => void;
}

/** Meetings: called, changed, reminded of, run, recorded. */
export function meetings(parts: MeetingsParts): Meetings {
  const right = readingRight(parts);
  const files = calendarFiles(parts);
  const ofAnnouncing = announcing({ ...parts, ...files });
  const all = { ...parts, announcing: ofAnnouncing, ...following(parts) };
  const { remind } = reminding(parts);
  const { work: propose } = proposing(parts);
  const ofPlanning = planning(parts);

  return {
    ...calling({ ...all, series: series(parts), ...ofPlanning, ...warning(parts) }),
    ...changing(all),
    ...cancelling(all),
    ...confirming(all),
    ...chasing(parts),
    ...opening(parts),
    ...reading(parts, right),
    ...month(parts),
    ...overview(parts),
    ...reaching(parts),
    customaryAgenda: ofPlanning.customaryAgenda,
    usualReminders: ofPlanning.usualReminders,
    ...agenda(parts),
    ...documents(parts, right),
    ...files,
    calendar: async () => await readCalendar(parts.database),
    papers: papers(parts),
    running: running(parts),
    async work() {
      await remind();
      await propose();
    },
  };
}
