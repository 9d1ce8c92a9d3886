import { calendarDay } from '../../people/index.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';

/** What the questions of a unit cost on one day. */
export interface DayUsage {
  day: string;
  unit: string;
  model: string;
  questions: number;
  tokensIn: number;
  tokensOut: number;
}

/** Of the last days, today among them, the newest first. */
export async function usageOf(
  { database, clock }: { database: Database; clock: Clock },
  days: number,
): Promise<DayUsage[]> {
  return await database.query<DayUsage>(
    `select day, unit.code as unit, model, questions, tokens_in as "tokensIn", tokens_out as "tokensOut"
     from assistant_usage join unit on unit.id = unit_id
     where day > $1::date - $2::int order by day desc, tokens_in + tokens_out desc, unit.code`,
    [calendarDay(clock()), days],
  );
}
