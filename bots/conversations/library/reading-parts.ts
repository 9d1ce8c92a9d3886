/** About as much as fills the screen of a telephone twice, in UTF-16 units. */
const partUnits = 1_500;
/** What is left over is added to a part rather than sent alone. */
const leastUnits = 250;

/** A stretch of a document that is shown at once. */
export interface ReadingPart {
  start: number;
  end: number;
  /** From 1: how far it is; `parts` there are in all. */
  number: number;
  parts: number;
  /** Where the part before begins; null: there is none. */
  before: number | null;
  /** Where the next one begins; null: this is the last. */
  next: number | null;
}

/** The part that begins at an offset: it ends where a paragraph ends, or a sentence where that would be too long. */
export function partFrom(text: string, offset: number): ReadingPart {
  const starts = partStarts(text);
  const start = Math.min(Math.max(offset, 0), Math.max(text.length - 1, 0));
  const end = endOfPart(text, start);
  const before = starts.findLast((each) => each < start) ?? null;
  const index = starts.findLastIndex((each) => each <= start);
  return {
    start,
    end,
    number: Math.max(index, 0) + 1,
    parts: starts.length,
    before,
    next: text.slice(end).trim() === '' ? null : end,
  };
}

/** Where the part of a number begins, from 1; the last one where there are not so many. */
export function startOfPart(text: string, number: number): number {
  const starts = partStarts(text);
  return starts[Math.min(Math.max(number, 1), starts.length) - 1] ?? 0;
}

/** Where the parts begin for whoever reads from the beginning on. */
function partStarts(text: string): number[] {
  const starts = [0];
  for (;;) {
    const end = endOfPart(text, starts.at(-1)!);
    if (text.slice(end).trim() === '') return starts;
    starts.push(end);
  }
}

function endOfPart(text: string, start: number): number {
  if (text.length - start <= partUnits + leastUnits) return text.length;
  const room = text.slice(start, start + partUnits);
  const paragraph = room.lastIndexOf('\n');
  if (paragraph >= partUnits / 3) return start + paragraph + 1;
  const sentence = room.search(/[.;:](?=\s[^.;:]*$)/u);
  if (sentence >= partUnits / 3) return start + sentence + 1;
  const space = room.lastIndexOf(' ');
  return start + (space > 0 ? space + 1 : partUnits);
}

/** Whoever opens a place reads its paragraph from the beginning. */
export function paragraphAt(text: string, offset: number): number {
  return offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}
