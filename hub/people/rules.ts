import type { Database, Sql } from '../platform/database/index.ts';
import { DomainError } from '../platform/errors.ts';
import { calendarDay } from './days.ts';

/** A constant of party life, with the regulation that sets it (domain.md 0). */
export interface Rule {
  /** As the rule's own key defines it: a number, a fraction, minutes by kind. */
  value: unknown;
  /** The regulation and its article. */
  source: string;
  /** What to know before relying on it, such as a newer text to compare with. */
  note: string | null;
}

export interface RuleInForce extends Rule {
  key: string;
  effectiveFrom: string;
}

export function rules({ database }: { database: Database }) {
  /** @throws {DomainError} `rule.unknown`: no such rule is in force on that day in Vietnam */
  async function rule(key: string, on: Date): Promise<Rule> {
    return await ruleWithin(database, key, on);
  }

  /** Every rule in force on that day in Vietnam, by key. */
  async function rulesInForce(on: Date): Promise<RuleInForce[]> {
    return await database.query<RuleInForce>(selectRules, [calendarDay(on)]);
  }

  return { rule, rulesInForce };
}

/** The rule inside the caller's transaction. @throws {DomainError} `rule.unknown` */
export async function ruleWithin(sql: Sql, key: string, on: Date): Promise<Rule> {
  const [found] = await sql.query<Rule>(selectRule, [calendarDay(on), key]);
  if (!found) throw new DomainError('rule.unknown', { status: 404, facts: { key } });
  return found;
}

const inForceOn = 'effective_from <= $1::date and (effective_to is null or effective_to > $1::date)';

const selectRule = `
  select value, source, note from rule where ${inForceOn} and key = $2 order by effective_from desc limit 1`;

const selectRules = `
  select distinct on (key) key, effective_from as "effectiveFrom", value, source, note from rule
  where ${inForceOn} order by key, effective_from desc`;
