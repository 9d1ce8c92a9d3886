const minutesOf: Readonly<Record<string, number>> = { d: 1440, h: 60, m: 1 };

/** At most this many reminders of one meeting. */
const mostReminders = 5;
/** A reminder closer to the start than this would come with it; one further away is no reminder. */
const closestMinutes = 5;
const furthestMinutes = 60 * 1440;

/** `3d,1d,2h` in minutes before the start; null for what is no such list. `none` is an empty one. */
export function readDistances(text: string): number[] | null {
  if (text.trim() === 'none') return [];
  const read = text.split(',').map((part) => {
    const [, count, unit] = /^\s*(\d{1,5})\s*([dhm])\s*$/.exec(part) ?? [];
    return count && unit ? Number(count) * minutesOf[unit]! : null;
  });
  const distances = read.filter((minutes) => minutes !== null);
  return distances.length === read.length && areDistances(distances) ? distances : null;
}

export function areDistances(minutes: readonly number[]): boolean {
  return (
    minutes.length <= mostReminders &&
    minutes.every((each) => Number.isInteger(each) && each >= closestMinutes && each <= furthestMinutes)
  );
}

/** The furthest first, each once. */
export function inOrder(minutes: readonly number[]): number[] {
  return [...new Set(minutes)].toSorted((one, other) => other - one);
}
