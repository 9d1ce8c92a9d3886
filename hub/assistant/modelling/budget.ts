import { calendarDay } from '../../people/index.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import type { TokensUsed } from '../../platform/language-model.ts';

/** What one answer may use up, set aside until it is known what it did. */
export interface Reservation {
  /** @param asked false: no server took the question, so that nothing is counted */
  settle(used: TokensUsed, asked: boolean): Promise<void>;
}

/** What the questions of a unit may use up in a day, in Vietnam's time; shared by all processes. */
export interface TokenBudget {
  /** Null: it is used up. What others have set aside counts as used, so that a day is overrun by one answer at most. */
  reserve(unitId: string | null, tokens: number): Promise<Reservation | null>;
}

// The budget is of the day whatever the model; the row that is written is locked, so that two cannot both be the last.
const reserveSome = `
  with others as (
    select coalesce(sum(tokens_in + tokens_out), 0) as used
    from assistant_usage where unit_id = $1 and day = $2::date and model <> $3
  )
  insert into assistant_usage as usage (unit_id, day, model, questions, tokens_in, tokens_out)
  select $1, $2::date, $3, 1, $4, 0 from others where used < $5
  on conflict (unit_id, day, model) do update
    set questions = usage.questions + 1, tokens_in = usage.tokens_in + excluded.tokens_in
    where usage.tokens_in + usage.tokens_out + (select used from others) < $5
  returning day`;

const settleOne = `
  update assistant_usage
  set questions = questions - $4, tokens_in = tokens_in - $5 + $6, tokens_out = tokens_out + $7
  where unit_id = $1 and day = $2::date and model = $3`;

const unmetered: Reservation = { settle: async () => {} };
/** Where there is no end to it, its cost is still kept. */
const noEnd = Number.MAX_SAFE_INTEGER;

export function tokenBudget({
  database,
  clock,
  dailyTokens,
  model,
}: {
  database: Database;
  clock: Clock;
  /** Infinity: as many as they like. */
  dailyTokens: number;
  model: string;
}): TokenBudget {
  return {
    async reserve(unitId, tokens) {
      if (unitId === null) return unmetered;
      const day = calendarDay(clock());
      const most = Math.min(dailyTokens, noEnd);
      const taken = await database.query(reserveSome, [unitId, day, model, tokens, most]);
      if (taken.length === 0) return null;
      return {
        async settle(used, asked) {
          const values = [unitId, day, model, asked ? 0 : 1, tokens, used.in, used.out];
          await database.query(settleOne, values);
        },
      };
    },
  };
}
