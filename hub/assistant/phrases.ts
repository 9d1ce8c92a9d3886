import { folded } from '../library/index.ts';
import { withoutDiacritics } from '../platform/folding.ts';

/** Lets a pattern stand for whole words, whatever stands before and after it. */
const whole = (phrases: readonly string[]) => `(?<![\\p{L}])(?:${phrases.join('|')})(?![\\p{L}])`;

/**
 * Looks for phrases in what was typed: with diacritics where the asker used any, else without.
 *
 * @param phrases in lower case with diacritics; each may be a regular expression
 */
export function says(phrases: readonly string[]): (typed: string) => boolean {
  const pattern = whole(phrases);
  const accented = new RegExp(pattern, 'u');
  const plain = new RegExp(withoutDiacritics(pattern).replaceAll('\\p{l}', '\\p{L}'), 'u');
  return (typed) => {
    const lower = typed.normalize('NFC').toLowerCase();
    return isBare(lower) ? plain.test(folded(typed)) : accented.test(lower);
  };
}

/** Typed without any diacritic. */
export function isBare(typed: string): boolean {
  const lower = typed.normalize('NFC').toLowerCase();
  return withoutDiacritics(lower) === lower;
}
