/** Where sizes begin: a figure to the person could be subtracted from another. */
const edges = [10, 20, 50] as const;

/**
 * About how many people, such as `5–9` or `50+`.
 *
 * @param smallest the smallest group that is shown
 */
export function sizeOf(people: number, smallest: number): { size: string; least: number } {
  const steps = [smallest, ...edges.filter((edge) => edge > smallest)];
  const place = steps.findLastIndex((edge) => edge <= people);
  const least = steps[place] ?? smallest;
  const next = steps[place + 1];
  return { size: next === undefined ? `${least}+` : `${least}–${next - 1}`, least };
}
