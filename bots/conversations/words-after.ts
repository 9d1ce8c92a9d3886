import { fold } from './fold.ts';

const longestPrefix = 6;

/**
 * What follows one of the phrases with which a message begins, with its marks as they were typed; the longest phrase
 * counts. Null where it begins with none.
 *
 * @param phrases folded
 */
export function wordsAfter(text: string, phrases: ReadonlySet<string>): string | null {
  const words = text
    .normalize('NFC')
    .trim()
    .replace(/^(\/\w+)@\w+/, '$1')
    .split(/\s+/);
  for (let end = Math.min(words.length, longestPrefix); end > 0; end -= 1) {
    if (phrases.has(fold(words.slice(0, end).join(' '))))
      return words
        .slice(end)
        .join(' ')
        .replace(/^[\s:,–-]+/u, '');
  }
  return null;
}
