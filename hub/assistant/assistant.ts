import type { Feedback } from '../feedback/index.ts';
import type { Library } from '../library/index.ts';
import type { Meetings } from '../meetings/index.ts';
import type { Notices } from '../notices/index.ts';
import type { Attendance } from '../attendance/index.ts';
import type { People } from '../people/index.ts';
import type { Audit } from '../platform/audit.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import type { Keys } from '../platform/keys.ts';
import type { LanguageModel } from '../platform/language-model.ts';
import type { Locales } from '../platform/locales.ts';
import type { Metrics } from '../platform/metrics.ts';
import { asking } from './asking.ts';
import { committees } from './committee.ts';
import { following } from './following/following.ts';
import { gaps } from './gaps/gaps.ts';
import { judgements } from './gaps/judgements.ts';
import { handingOver } from './handing-over.ts';
import { keptAnswers } from './keeping/kept-answers.ts';
import { readingAgain } from './keeping/reading-again.ts';
import { libraryAnswers } from './library-answers.ts';
import { openModelling } from './modelling/modelling.ts';
import { ownAnswers } from './owning/own-answers.ts';
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
export function assistant(parts: AssistantParts): Assistant {
  const { onProblem } = parts;
  const modelling = openModelling(parts);
  const kept = keptAnswers(parts);
  const committeeOf = committees(parts);
  const ofGaps = gaps({ ...parts, committeeOf });
  const { judge, byMonth, forgetOld } = judgements({ ...parts, kept, committeeOf });
  const own = ownAnswers(parts);

  return {
    ask: asking({
      ...parts,
      kept,
      own,
      following: following({ ...parts, kept, modelling }),
      answer: libraryAnswers({ library: parts.library, modelling }).answer,
      // What somebody is told does not hang on it.
      unanswered: async (by, question) => await ofGaps.note(by, question).catch(onProblem),
    }),
    answer: readingAgain({ ...parts, kept, own }),
    judge,
    handOver: handingOver({ ...parts, kept }),
    gaps: { list: ofGaps.list, decide: ofGaps.decide, judgements: byMonth },
    async work() {
      for (const forget of [kept.wipeOld, ofGaps.forgetOld, forgetOld]) await forget().catch(onProblem);
    },
  };
}
