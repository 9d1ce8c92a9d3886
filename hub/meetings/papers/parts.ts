import type { Attendance } from '../../attendance/index.ts';
import type { Notices } from '../../notices/index.ts';
import type { People } from '../../people/index.ts';
import type { Audit } from '../../platform/audit.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import type { LanguageModel } from '../../platform/language-model.ts';
import type { Locales } from '../../platform/locales.ts';

export interface PapersParts {
  database: Database;
  people: People;
  notices: Pick<Notices, 'send'>;
  attendance: Attendance;
  audit: Audit;
  clock: Clock;
  locales: Locales;
  /** Null: nobody drafts but people. */
  model: LanguageModel | null;
}
