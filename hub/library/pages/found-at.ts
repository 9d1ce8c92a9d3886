import { readFrontMatter } from '../reading/front-matter.ts';
import type { Span } from '../reading/sentences.ts';

const besideLength = 70;
const inForceNear = 160;

/** What stands around a place of a text, and where in that the place is. */
export interface Beside {
  words: string;
  place: Span;
}

/** Where a text has these words, whatever its letters' case and its lines; null: nowhere. */
export function foundWords(text: string, value: string): Beside | null {
  if (value.trim() === '') return null;
  const pattern = new RegExp(value.trim().split(/\s+/).map(escaped).join('\\s+'), 'giu');
  // What a Markdown file says of itself comes last: people look at what is printed.
  const { bodyStart } = readFrontMatter(text);
  const [first, ...others] = text.matchAll(pattern);
  const printed = [first, ...others].find((match) => match && match.index >= bodyStart);
  return beside(text, printed ?? first ?? null);
}

/** Where a text has this calendar day. */
export function foundDay(text: string, day: string): Beside | null {
  return beside(text, dayPattern(day).exec(text));
}

/**
 * Where a text says that it is in force from a day on.
 *
 * @param issued the day it was signed: texts say "from the day it is signed"
 */
export function foundEffective(text: string, day: string, issued: string | null): Beside | null {
  for (const match of text.matchAll(dayPattern(day))) {
    if (/hiệu lực/iu.test(text.slice(Math.max(0, match.index - inForceNear), match.index)))
      return beside(text, match);
  }
  return day === issued ? beside(text, /hiệu lực[^.\n]{0,60}ngày (?:ký|ban hành)/iu.exec(text)) : null;
}

function dayPattern(day: string): RegExp {
  const [year, month, date] = day.split('-').map(Number);
  return new RegExp(
    `ngày\\s+0?${date}\\s+tháng\\s+0?${month}\\s+năm\\s+${year}|(?<!\\d)0?${date}[/.-]0?${month}[/.-]${year}(?!\\d)`,
    'giu',
  );
}

function escaped(words: string): string {
  return words.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

function beside(text: string, match: RegExpExecArray | null): Beside | null {
  if (!match) return null;
  const start = match.index;
  const end = start + match[0].length;
  const from = Math.max(0, start - besideLength);
  const to = Math.min(text.length, end + besideLength);
  return { words: text.slice(from, to), place: { start: start - from, end: end - from } };
}
