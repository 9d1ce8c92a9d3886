import type { Attendance } from '../attendance/index.ts';
import type { Feedback } from '../feedback/index.ts';
import type { Library } from '../library/index.ts';
import type { Meetings } from '../meetings/index.ts';
import type { Notices } from '../notices/index.ts';
import type { People } from '../people/index.ts';
import type { Audit } from '../platform/audit.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import type { Keys } from '../platform/keys.ts';
import type { LanguageModel } from '../platform/language-model.ts';
import type { Locales } from '../platform/locales.ts';
import type { Metrics } from '../platform/metrics.ts';
import type { Assistant } from './port.ts';

export interface AssistantParts {
  database: Database;
  people: People;
  notices: Notices;
  meetings: Meetings;
  attendance: Attendance;
  feedback: Feedback;
  library: Library;
  /** Null: it answers by quoting. */
  model: LanguageModel | null;
  /** Tokens a unit may use up in a day; Infinity: as many as it likes. */
  dailyTokens: number;
  audit: Audit;
  keys: Keys;
  clock: Clock;
  timeZone: string;
  locales: Locales;
  metrics: Metrics;
  onProblem: (error: unknown) => void;
}

/** Answers with the passage in hand, or none. */
export function assistant(_parts: AssistantParts): Assistant {
  const notBuilt = () => {
    throw new Error('not built yet');
  };
  return {
    ask: notBuilt,
    answer: notBuilt,
    judge: notBuilt,
    handOver: notBuilt,
    gaps: { list: notBuilt, decide: notBuilt, judgements: notBuilt },
    work: async () => {},
  };
}
