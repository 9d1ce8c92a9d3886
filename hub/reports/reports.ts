import type { Feedback } from '../feedback/index.ts';
import type { People } from '../people/index.ts';
import type { Audit } from '../platform/audit.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import type { LanguageModel } from '../platform/language-model.ts';
import type { Locales } from '../platform/locales.ts';
import { exporting } from './exporting.ts';
import type { Reports } from './port.ts';
import { making } from './proposals/index.ts';
import { reading } from './reading.ts';
import { snapshots } from './snapshots.ts';

export interface ReportsParts {
  database: Database;
  people: People;
  /** Items as their readers may open them, and texts to group. */
  feedback: Pick<Feedback, 'answering' | 'textsOf'>;
  audit: Audit;
  clock: Clock;
  locales: Locales;
  /** Groups proposals by what they mean; null: by their words. */
  model: LanguageModel | null;
}

/** Figures over closed months, made once and never so that a small group can be told. */
export function reports(parts: ReportsParts): Reports {
  const { months, feedback, proposalItems } = reading(parts);
  const { make } = snapshots(parts);
  return {
    months,
    feedback,
    proposalItems,
    exportFeedback: exporting({ ...parts, feedback }),
    groupProposals: making(parts).make,
    work: make,
  };
}
