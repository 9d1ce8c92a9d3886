import type { Found, PartOfDay } from './found.ts';
import { allFound, lineOf, type TimeWord } from './time-words.ts';

/** Minutes past midnight, 0 to 1440. */
export type Hour =
  | { kind: 'sure'; minute: number }
  /** Of the morning or of the evening. */
  | { kind: 'either'; minutes: readonly [number, number] }
  /** Only a part of the day was named. */
  | { kind: 'part'; from: number; to: number }
  /** Something of it does not fit; `minute` where one reading is likely. */
  | { kind: 'unclear'; minute: number | null }
  | { kind: 'which' }
  | { kind: 'impossible' };

type Clock = Extract<Found, { kind: 'clock' }>;

/** Hours of each part of the day as people count them, and the hours from and to which it lasts. */
const partsOfDay: Record<PartOfDay, { hours: Readonly<Record<number, number>>; from: number; to: number }> = {
  morning: { hours: counted(5, 11, 0), from: 5, to: 11 },
  noon: { hours: { 10: 10, 11: 11, 12: 12, 1: 13, 2: 14 }, from: 11, to: 13 },
  afternoon: { hours: counted(1, 6, 12), from: 13, to: 18 },
  evening: { hours: counted(5, 11, 12), from: 18, to: 22 },
  night: { hours: { ...counted(8, 11, 12), 12: 24 }, from: 20, to: 24 },
};
/** Before five nobody meets yet, and after ten nobody any more. */
const likelyMinutes = { from: 5 * 60, to: 22 * 60 };

/** What hour the recognised words name; null for none. */
export function hourIn(words: readonly TimeWord[]): Hour | null {
  const line = lineOf(words);
  if (line.includes('<now>')) return { kind: 'unclear', minute: null };
  const named = new Set(allFound(words, 'part').map(({ part }) => part));
  const clocks = allFound(words, 'clock');
  const [part = null] = named;
  const [clock] = clocks;
  if (named.size > 1 || areDifferent(clocks)) return { kind: 'which' };
  if (!clock) return part && { kind: 'part', from: partsOfDay[part].from * 60, to: partsOfDay[part].to * 60 };
  const hour = hourOf(clock, part);
  return hour.kind === 'either' && line.includes('<perhaps-evening>')
    ? { kind: 'unclear', minute: hour.minutes[1] }
    : hour;
}

/** Which of two hours is offered: the one nearer to when the cell usually meets, else that of the evening. */
export function likelier([morning, evening]: readonly [number, number], usual: number | null): number {
  if (usual === null) return evening;
  return Math.abs(morning - usual) < Math.abs(evening - usual) ? morning : evening;
}

function hourOf({ hour, minute, exact }: Clock, part: PartOfDay | null): Hour {
  if (hour > 24 || Math.abs(minute) > 59 || (hour === 24 && minute !== 0)) return { kind: 'impossible' };
  if (hour > 12 || hour === 0 || exact) return within(hour * 60 + minute, part);
  if (part) {
    const meant = partsOfDay[part].hours[hour];
    return meant === undefined
      ? { kind: 'unclear', minute: null }
      : { kind: 'sure', minute: Math.min(meant * 60 + minute, 1440) };
  }
  if (hour === 12) return { kind: 'sure', minute: 12 * 60 + minute };
  const minutes = [hour * 60 + minute, (hour + 12) * 60 + minute] as const;
  const [only, other] = minutes.filter((each) => each >= likelyMinutes.from && each < likelyMinutes.to);
  return only === undefined || other !== undefined
    ? { kind: 'either', minutes }
    : { kind: 'sure', minute: only };
}

/** "19 giờ tối" is said twice, "19 giờ sáng" is a slip. */
function within(minute: number, part: PartOfDay | null): Hour {
  if (part === null) return { kind: 'sure', minute };
  const { from, to } = partsOfDay[part];
  const fits = minute >= (from - 1) * 60 && minute <= (to + 1) * 60;
  return fits ? { kind: 'sure', minute } : { kind: 'unclear', minute: null };
}

function areDifferent(clocks: readonly Clock[]): boolean {
  return new Set(clocks.map(({ hour, minute }) => hour * 60 + minute)).size > 1;
}

function counted(first: number, last: number, plus: number): Record<number, number> {
  return Object.fromEntries(
    Array.from({ length: last - first + 1 }, (_, index) => [first + index, first + index + plus]),
  );
}
