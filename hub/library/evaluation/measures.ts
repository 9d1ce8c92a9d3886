/** Where the right ones stand among what was found, best first. */
export interface Ranking {
  found: readonly string[];
  gold: ReadonlySet<string>;
}

/** Share of the right ones among the first k, 0 to 1. */
export function recallAt(k: number, { found, gold }: Ranking): number {
  return found.slice(0, k).filter((id) => gold.has(id)).length / gold.size;
}

/** One divided by the place of the first right one among the first k; 0 where there is none. */
export function reciprocalRankAt(k: number, { found, gold }: Ranking): number {
  const place = found.slice(0, k).findIndex((id) => gold.has(id));
  return place === -1 ? 0 : 1 / (place + 1);
}

/** Normalised discounted cumulative gain of the first k, every right one worth the same. */
export function ndcgAt(k: number, { found, gold }: Ranking): number {
  const discount = (place: number) => 1 / Math.log2(place + 2);
  const gain = found.slice(0, k).reduce((sum, id, place) => sum + (gold.has(id) ? discount(place) : 0), 0);
  const ideal = Array.from({ length: Math.min(k, gold.size) }, (_, place) => discount(place));
  return gain / ideal.reduce((sum, value) => sum + value, 0);
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** A share or a score as it is printed: four digits behind the point. */
export function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
