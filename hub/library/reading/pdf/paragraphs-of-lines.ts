import { labelOf } from '../../structure/labels.ts';
import type { Line } from './page-lines.ts';

/** Lines that are one paragraph. */
export type LineGroup = [Line, ...Line[]];
export interface Measures {
  left: number;
  right: number;
  /** From one baseline to the next within a paragraph, in sizes of the letters. */
  pitch: number;
  /** Paragraphs begin with an indent, and with nothing else. */
  indents: boolean;
}

const endsSentence = /[.;:!?…]["”»)\]]*$/;

/**
 * Puts lines that were broken by the width of a column together again. A line begins a paragraph where the one above
 * had room for its first word, or ended a sentence before a label, or where the setting says so: an indent, a distance,
 * another size, a line in the middle.
 */
export function paragraphsOfLines(lines: readonly Line[], measuresOf: (line: Line) => Measures): LineGroup[] {
  const groups: LineGroup[] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    if (group && goesOn(group, line, measuresOf)) group.push(line);
    else groups.push([line]);
  }
  return groups;
}

function goesOn(group: LineGroup, line: Line, measuresOf: (line: Line) => Measures): boolean {
  const above = group.at(-1) ?? group[0];
  if (line.alone || above.alone) return false;
  const size = Math.max(line.size, above.size);
  if (Math.abs(line.size - above.size) > 0.08 * size) return false;
  const [here, there] = [measuresOf(line), measuresOf(above)];
  const [isCentred, wasCentred] = [centred(line, here), centred(above, there)];
  if (isCentred && wasCentred) return titleGoesOn(above, line, there);
  if (isCentred || (wasCentred && !endsAtEdge(above, there))) return false;
  if (!line.opens && above.y - line.y > (there.pitch + 0.3) * size) return false;
  if (hadRoomFor(line, above, there)) return false;
  if (isHeading(above.text) && line.text !== line.text.toUpperCase()) return false;
  const label = labelOf(line.text);
  if (label && endsSentence.test(above.text)) return false;
  const indent = (each: Line, { left }: Measures) => (each.x - left) / size;
  const step = indent(line, here) - indent(above, there);
  // The second line tells how the paragraph is set; before it, an indent is one of the next or of a hanging one.
  if (here.indents && line.column === null && indent(line, here) > 0.6) return false;
  if (group.length > 1) return Math.abs(step) < 0.6;
  if (step > 0.6) return labelOf(above.text) !== null && label === null;
  return label === null || step < -0.6 || !/^(?:clause|point|dash|plus)$/.test(label.kind);
}

function centred({ x, end, size }: Line, { left, right }: Measures): boolean {
  const [before, after] = [x - left, right - end];
  return before > 2 * size && Math.abs(before - after) < 1.2 * size;
}

function isHeading(text: string): boolean {
  return text.length > 12 && text === text.toUpperCase() && /\p{Lu}{2}/u.test(text);
}

function titleGoesOn(above: Line, line: Line, { left, right }: Measures): boolean {
  const capitals = (text: string) => text === text.toUpperCase();
  const isLong = above.end - above.x > 0.6 * (right - left);
  return (
    isLong &&
    capitals(above.text) === capitals(line.text) &&
    !endsSentence.test(above.text) &&
    !labelOf(line.text)
  );
}

function endsAtEdge({ end, size }: Line, { right }: Measures): boolean {
  return right - end < 2 * size;
}

// A blank is a quarter of an em; the last line of a paragraph mostly leaves more than a word.
function hadRoomFor({ text, x, end }: Line, above: Line, { right }: Measures): boolean {
  const word = /^\S+(?:\s\S{1,2}(?=\s|$))?/.exec(text)?.[0] ?? '';
  const wide = ((end - x) * word.length) / Math.max(text.length, 1);
  return above.end + 0.25 * above.size + wide < right - 0.4 * above.size;
}
