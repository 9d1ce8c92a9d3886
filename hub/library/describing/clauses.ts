import { paragraphsOf } from '../reading/paragraphs.ts';
import type { Span } from '../reading/sentences.ts';

/** A part of a sentence; `text.slice(start, end)` is it. */
export interface Clause extends Span {
  text: string;
}

// The dot of a number that counts paragraphs ends nothing.
const boundary = /;|(?<!^\d{1,3}(?:\.\d{1,3}){0,4})\.(?=\s)/gu;
const longest = 1_500;
const label = /^(?:["“#>*\s]*)(?:(?:[-–+•]|\p{L}\)|\d{1,3}(?:\.\d{1,3}){0,4}[.)]|[IVX]{1,5}[.-])\s*)?/u;

/** The clauses of a text from `from` on, without the labels and dashes that count them; what goes on without end is cut. */
export function* clausesOf(text: string, from: number): Generator<Clause> {
  for (const paragraph of paragraphsOf(text, from)) {
    let start = 0;
    for (const { index } of [...paragraph.text.matchAll(boundary), { index: paragraph.text.length }]) {
      for (; start < index; start += longest) {
        const whole = paragraph.text.slice(start, Math.min(index, start + longest));
        const bare = whole.slice(label.exec(whole)?.[0].length ?? 0).trimEnd();
        const begins = paragraph.start + start + whole.trimEnd().length - bare.length;
        if (bare !== '') yield { start: begins, end: begins + bare.length, text: bare };
      }
      start = index + 1;
    }
  }
}
