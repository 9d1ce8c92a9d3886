import { legacyReadingOf } from '../../../platform/legacy-vietnamese/recognise.ts';
import { cleanLine } from '../clean-line.ts';
import type { Line } from './page-lines.ts';
import { paragraphsOfLines, type LineGroup, type Measures } from './paragraphs-of-lines.ts';

interface Page {
  body: Line[];
  notes: string[];
}
interface Composed {
  text: string;
  pageStarts: number[];
}

const sameLine = /\S[-/]$/;

/** Puts pages together to one text, a paragraph to each line, and tells where in it each page begins. */
export function composed(pages: readonly Page[]): Composed {
  const lines = pages.flatMap(({ body }) => body);
  const groups = paragraphsOfLines(lines, measures(lines));
  const result: Composed = { text: '', pageStarts: [] };
  let noted = 0;
  const addNotes = (before: number) => {
    for (; noted < Math.min(before, pages.length); noted += 1)
      for (const note of pages[noted]?.notes ?? []) addLine(result, cleanLine(note));
  };
  for (const group of groups) {
    addNotes(group[0].page);
    addParagraph(result, group);
  }
  while (result.pageStarts.length < pages.length) result.pageStarts.push(result.text.length);
  addNotes(pages.length);
  return inUnicode(result);
}

// Where the fonts said nothing, the words of the whole may; a letter and its mark become one, so pages move.
function inUnicode({ text, pageStarts }: Composed): Composed {
  const read = legacyReadingOf(text);
  if (!read) return { text, pageStarts };
  const pages = pageStarts.map((start, index) =>
    read(text.slice(start, pageStarts[index + 1] ?? text.length)),
  );
  let next = 0;
  return { text: pages.join(''), pageStarts: pages.map((page) => (next += page.length) - page.length) };
}

function addParagraph(result: Composed, group: LineGroup) {
  const line: string[] = [];
  let length = result.text === '' ? 0 : result.text.length + 1;
  for (const { text, page } of group) {
    const clean = cleanLine(text.replace(/\u00ad$/, '\u2060'));
    const last = line.at(-1);
    const glue = last === undefined || sameLine.test(last) || text.startsWith('\u2060') ? '' : ' ';
    length += glue.length;
    while (result.pageStarts.length <= page) result.pageStarts.push(length);
    line.push(`${glue}${clean}`);
    length += clean.length;
  }
  addLine(result, line.join(''));
}

function addLine(result: Composed, line: string) {
  if (line !== '') result.text += `${result.text === '' ? '' : '\n'}${line}`;
}

/** Edges and distances of the running text, for all pages together: one page alone may hold three short lines. */
function measures(lines: readonly Line[]) {
  const running = lines.filter(({ alone, column }) => !alone && column === null);
  const left = lowest(running.map(({ x }) => x));
  const right = -lowest(running.map(({ end }) => -end));
  const pitches = lines.slice(1).flatMap((line, index) => {
    const above = lines[index];
    if (!above || line.opens || line.alone || above.page !== line.page) return [];
    const pitch = (above.y - line.y) / line.size;
    return pitch > 0.8 && pitch < 3 ? [pitch] : [];
  });
  const pitch = commonest(pitches) ?? 1.3;
  const indents = indentsFirstLines(running, left, right);
  return ({ column }: Line): Measures => ({
    left: column?.left ?? left,
    right: column?.right ?? right,
    pitch,
    indents,
  });
}

// Where a full line breaks off in a sentence, the next one is of the same paragraph, and tells where its lines stand.
function indentsFirstLines(lines: readonly Line[], left: number, right: number): boolean {
  let [back, along] = [0, 0];
  for (const [index, above] of lines.entries()) {
    const line = lines[index + 1];
    if (!line || line.opens || /[.;:!?…]$/.test(above.text) || right - above.end > above.size) continue;
    if (above.x - left < 0.6 * above.size) continue;
    if (line.x - left < 0.3 * line.size) back += 1;
    else if (Math.abs(line.x - above.x) < 0.3 * line.size) along += 1;
  }
  return back >= 3 && back > 3 * along;
}

// The smallest place at which a good part of the lines stand; a few may stand out.
function lowest(places: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const place of places) counts.set(Math.round(place / 2), (counts.get(Math.round(place / 2)) ?? 0) + 1);
  const shared = [...counts].filter(([, count]) => count >= Math.max(2, places.length * 0.05));
  const few = places.toSorted((one, other) => one - other)[Math.floor(places.length * 0.02)] ?? 0;
  return shared.length === 0 ? few : Math.min(few, ...shared.map(([place]) => place * 2));
}

function commonest(values: readonly number[]): number | null {
  const counts = new Map<number, number>();
  for (const value of values) {
    const rounded = Math.round(value * 20) / 20;
    counts.set(rounded, (counts.get(rounded) ?? 0) + 1);
  }
  return [...counts].toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? null;
}
