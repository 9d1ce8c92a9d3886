import type { Library } from '../../library/index.ts';
import type { Calendar } from '../../meetings/index.ts';
import type { Notices } from '../../notices/index.ts';
import type { People } from '../../people/index.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Sql } from '../../platform/database/index.ts';
import type { Feedback } from '../port.ts';

export interface FeedbackPagesParts {
  feedback: Pick<Feedback, 'answering' | 'unlinkable' | 'unsealing'>;
  people: Pick<People, 'unitByCode' | 'requireMay' | 'unitsHeld'>;
  /** An answer for everybody becomes a draft of a notice. */
  notices: Pick<Notices, 'saveDraft'>;
  /** An answer that others will ask for again goes there. */
  library: { keeping: Pick<Library['keeping'], 'add'> };
  database: Sql;
  /** Days off: terms are counted in working days. */
  calendar: (sql: Sql) => Promise<Calendar>;
  clock: Clock;
  /** Where people reach our pages. */
  publicUrl: () => Promise<string>;
}

export const feedbackUrl = '/console/feedback';

export function itemUrl(id: string, rest = ''): string {
  return `${feedbackUrl}/${id}${rest}`;
}

/** The address of a unit's own page under Ý kiến. */
export function unitUrl(page: '' | '/settings', unit: string): string {
  return `${feedbackUrl}${page}?${new URLSearchParams({ unit }).toString()}`;
}
