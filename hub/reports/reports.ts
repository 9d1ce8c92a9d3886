import type { People } from '../people/index.ts';
import type { Audit } from '../platform/audit.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import type { Locales } from '../platform/locales.ts';
import { exporting } from './exporting.ts';
import type { Reports } from './port.ts';
import { reading } from './reading.ts';
import { snapshots } from './snapshots.ts';

export interface ReportsParts {
  database: Database;
  people: People;
  audit: Audit;
  clock: Clock;
  locales: Locales;
}

/** Figures over closed months, made once and never so that a small group can be told. */
export function reports(parts: ReportsParts): Reports {
  const { months, feedback } = reading(parts);
  const { make } = snapshots(parts);
  return {
    months,
    feedback,
    exportFeedback: exporting({ ...parts, feedback }),
    work: make,
  };
}
