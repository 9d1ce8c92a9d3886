import { folded, questionSyllables } from '../../library/index.ts';
import type { FollowUp } from './follow-up.ts';

/** Ends what a word of the earlier question belongs to: from here on it is said of it. */
const verbs = new Set('la co duoc phai bi do gom thi can nen khong trong theo voi ve den'.split(' '));
const definition = /^(?:the nao la|dinh nghia|khai niem) |\b(?:nghia )?la gi$/;

/**
 * A question that goes on from another as one that stands by itself: what it is about takes the place of what begins with
 * the same words ("đảng viên chính thức …" – "đảng viên dự bị"), else stands before it.
 *
 * @param earlier as it stood by itself
 */
export function joined(earlier: string, { about, telling, isBare, asks }: FollowUp): string {
  const before = earlier.split(/\s+/).filter((word) => folded(word) !== '');
  if (isBare || telling.length === 0) return `${tellingOf(before)}, ${about}`.replace(/, $/, '');
  // What was to be defined is the whole of what was asked.
  if (!asks && definition.test(folded(earlier))) return `${about} là gì`;
  const exchanged = asks ? null : exchange(before, about);
  if (exchanged !== null) return exchanged;
  // With a question word of its own, that of the earlier one is not meant any more.
  return `${about}, ${asks ? tellingOf(before) : before.join(' ')}`;
}

function exchange(before: readonly string[], about: string): string | null {
  const wanted = about.split(/\s+/);
  const first = folded(wanted[0] ?? '');
  let best: { at: number; shared: number } | null = null;
  for (const [at, word] of before.entries()) {
    if (folded(word) !== first) continue;
    const shared = sharedFrom(before, at, wanted);
    if (shared > (best?.shared ?? 0)) best = { at, shared };
  }
  if (!best || questionSyllables.has(first)) return null;
  const end = endOf(before, best.at + best.shared, best.at + wanted.length);
  return [...before.slice(0, best.at), ...wanted, ...before.slice(end)].join(' ');
}

function sharedFrom(before: readonly string[], at: number, wanted: readonly string[]): number {
  let shared = 0;
  while (
    shared < wanted.length &&
    before[at + shared] !== undefined &&
    folded(before[at + shared]!) === folded(wanted[shared]!)
  ) {
    shared += 1;
  }
  return shared;
}

/** What is exchanged ends with its sentence's next verb or question word, and is not longer than what replaces it. */
function endOf(before: readonly string[], from: number, longest: number): number {
  let end = from;
  while (end < Math.min(longest, before.length) && !verbs.has(folded(before[end]!))) end += 1;
  return end;
}

function tellingOf(words: readonly string[]): string {
  return words
    .filter(
      (word) =>
        !folded(word)
          .split(' ')
          .every((one) => questionSyllables.has(one)),
    )
    .join(' ');
}
