import type { Line } from './page-lines.ts';

const mark = /^(?:\[?(\d{1,3})\]?[\s.)]|\*)/;

/** Parts the notes at the foot of a page, which are set smaller than the text and begin with their number, from its text. */
export function withoutNotes(lines: readonly Line[], bodySize: number): { body: Line[]; notes: string[] } {
  let from = lines.length;
  for (let at = lines.length - 1; at >= 0 && isSmall(lines[at], bodySize); at -= 1) {
    if (mark.test(lines[at]?.text ?? '')) from = at;
  }
  const notes: string[] = [];
  for (const { text } of lines.slice(from)) {
    const number = mark.exec(text)?.[1];
    if (mark.test(text)) notes.push(number === undefined ? text : text.replace(mark, `[${number}] `));
    else notes[notes.length - 1] = `${notes.at(-1) ?? ''} ${text}`;
  }
  return { body: lines.slice(0, from), notes };
}

/** The size in which most of a document is set. */
export function usualSize(lines: readonly Line[]): number {
  const weights = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    weights.set(rounded, (weights.get(rounded) ?? 0) + text.length);
  }
  return [...weights].toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? 10;
}

function isSmall(line: Line | undefined, bodySize: number): boolean {
  return line !== undefined && !line.alone && line.size < 0.93 * bodySize;
}
