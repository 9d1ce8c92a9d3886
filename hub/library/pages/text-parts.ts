import type { Span } from '../reading/sentences.ts';

/** Characters of a document on one page: a few screens of a phone, and light on the line. */
const comfortable = 6_000;
const longest = 9_000;

/**
 * A text cut into parts that are read one by one, from `from` on: where an article or a chapter begins if that makes
 * parts of a good length, else between paragraphs. Together they are the whole text; there is at least one.
 *
 * @param beginnings where named parts of the document begin, rising
 */
export function textParts(text: string, beginnings: readonly number[], from = 0): Span[] {
  const parts: Span[] = [];
  let start = from;
  let best = -1;
  for (const next of [...beginnings.filter((one) => one > from), text.length]) {
    while (next - start > comfortable) {
      const end = best > start ? best : next - start <= longest ? next : cutBefore(text, start);
      if (end >= text.length) break;
      parts.push({ start, end });
      start = end;
      best = -1;
      if (end === next) break;
    }
    best = next;
  }
  if (start < text.length || parts.length === 0) parts.push({ start, end: text.length });
  return parts;
}

/** The last end of a line within the longest part; where there is none, in the middle of the line. */
function cutBefore(text: string, start: number): number {
  const line = text.lastIndexOf('\n', start + comfortable);
  if (line > start) return line + 1;
  const space = text.lastIndexOf(' ', start + longest);
  return space > start ? space + 1 : start + longest;
}

/** The part in which a place stands, from 0: the last one for what lies behind the end. */
export function partAt(parts: readonly Span[], place: number): number {
  const found = parts.findLastIndex(({ start }) => start <= place);
  return Math.max(found, 0);
}
