import type { Sql } from '../platform/database/index.ts';
import { ruleWithin } from '../people/index.ts';
import type { Threshold } from './port.ts';

/**
 * The least number of votes that carries a share of the base, in integers; at least one, also where nobody votes.
 *
 * @param base 0 or more
 */
export function votesNeeded(share: Threshold['share'], base: number): number {
  const [part, whole] = 'moreThan' in share ? share.moreThan : share.atLeast;
  const left = (base * part) % whole;
  const below = (base * part - left) / whole;
  return Math.max(1, 'moreThan' in share || left > 0 ? below + 1 : below);
}

/** `1/2` and the like. */
export function inFigures(share: Threshold['share']): string {
  return ('moreThan' in share ? share.moreThan : share.atLeast).join('/');
}

/** @param key `vote.ordinary-resolution` or `vote.two-thirds-matters` */
export async function thresholdOf(sql: Sql, key: string, on: Date, base: number): Promise<Threshold> {
  const { value, source, note } = await ruleWithin(sql, key, on);
  const share = value as Threshold['share'];
  return { required: votesNeeded(share, base), share, source, note };
}
