import type { Indexed } from './library-index.ts';
import { frequencyOf } from './rarity.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz';
/** What Telex leaves behind when its program is off: tone letters at the end, doubled letters, `w` for a hook. */
const telexTone = /[sfrxj]$/;
const telexLetters = /w|(?<=a)a|(?<=e)e|(?<=o)o|(?<=d)d/g;

/**
 * The syllables of the library that a syllable unknown to it may have been meant as, likelier ones first, at most two.
 * Only for the unknown: syllables are short, and each is one letter away from many others.
 *
 * @param known the number of a folded syllable that some document has
 * @param neighbours the folded numbers of the syllables before and behind it, where known
 */
export function correctionsOf(
  index: Indexed,
  known: (folded: string) => number | undefined,
  syllable: string,
  neighbours: { before?: number | undefined; behind?: number | undefined },
): number[] {
  if (!/^[a-z]{2,8}$/.test(syllable)) return [];
  const near = [...new Set([...withoutTelex(syllable), ...oneLetterAway(syllable)])]
    .map(known)
    .filter((form) => form !== undefined);
  return near
    .map((form) => ({ form, likelihood: likelihood(index, form, neighbours) }))
    .toSorted((a, b) => b.likelihood - a.likelihood)
    .slice(0, 2)
    .map(({ form }) => form);
}

function likelihood(
  index: Indexed,
  form: number,
  { before, behind }: { before?: number | undefined; behind?: number | undefined },
): number {
  const together =
    (before === undefined ? 0 : frequencyOf(index, before, form)) +
    (behind === undefined ? 0 : frequencyOf(index, form, behind));
  return together * 100 + Math.log1p(frequencyOf(index, form, null));
}

function* withoutTelex(syllable: string): Generator<string> {
  const plain = syllable.replaceAll(telexLetters, '');
  yield plain;
  yield plain.replace(telexTone, '');
}

function* oneLetterAway(syllable: string): Generator<string> {
  for (let at = 0; at <= syllable.length; at += 1) {
    const before = syllable.slice(0, at);
    const behind = syllable.slice(at);
    if (behind) yield before + behind.slice(1);
    if (behind.length > 1) yield `${before}${behind[1]}${behind[0]}${behind.slice(2)}`;
    for (const letter of letters) {
      yield before + letter + behind;
      if (behind) yield before + letter + behind.slice(1);
    }
  }
}
