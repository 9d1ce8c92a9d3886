import { tableLines } from '../table-lines.ts';
import { bandsOf, columnsOf, type Band } from './page-columns.ts';
import type { Row } from './page-segments.ts';
import { isWithin, type RuledTable } from './ruled-tables.ts';

/** A line of one column of a page. */
export interface Line {
  text: string;
  /** From 0. */
  page: number;
  x: number;
  end: number;
  y: number;
  size: number;
  /** Edges of its column; null: those of the page's text. */
  column: { left: number; right: number } | null;
  /** It stands for itself: a row of a table, a line of a letterhead. */
  alone: boolean;
  /** The first of its column, page or stretch: what stands above it in the file says nothing of its distance. */
  opens: boolean;
}

/** The lines of a page in the order in which they are read. */
export function linesOfPage(rows: readonly Row[], tables: readonly RuledTable[], page: number): Line[] {
  const lines: Line[] = [];
  const free = rows
    .map((row) => ({
      ...row,
      segments: row.segments.filter((segment) => !tables.some((table) => isWithin(table, segment))),
    }))
    .filter(({ segments }) => segments.length > 0);
  let rest = free;
  for (const table of tables.toSorted((one, other) => other.top - one.top)) {
    lines.push(...bandsOf(rest.filter(({ y }) => y >= table.top)).flatMap((band) => linesOfBand(band, page)));
    rest = rest.filter(({ y }) => y < table.top);
    const row = { y: table.top, size: 10, segments: [] };
    lines.push(...table.lines.map((text) => aloneLine(text, row, page)));
  }
  lines.push(...bandsOf(rest).flatMap((band) => linesOfBand(band, page)));
  return lines;
}

function linesOfBand(band: Band, page: number): Line[] {
  if (band.kind === 'rows') return band.rows.map((row, index) => lineOf(row, page, null, index === 0));
  if (band.kind === 'table') return rowsOfTable(band).map((text) => aloneLine(text, band.rows[0], page));
  return columnsOf(band).flatMap((rows) => {
    if (band.kind === 'sides') return rows.map((row) => ({ ...lineOf(row, page, null, true), alone: true }));
    const left = Math.min(...rows.map(({ segments }) => segments[0]?.x ?? Infinity));
    const right = Math.max(...rows.map(({ segments }) => segments.at(-1)?.end ?? -Infinity));
    return rows.map((row, index) => lineOf(row, page, { left, right }, index === 0));
  });
}

function lineOf({ segments, y, size }: Row, page: number, column: Line['column'], opens: boolean): Line {
  const text = segments.map((segment) => segment.text.trim()).join(' ');
  const [x, end] = [segments[0]?.x ?? 0, segments.at(-1)?.end ?? 0];
  return { text, page, x, end, y, size, column, alone: false, opens };
}

function aloneLine(text: string, row: Row | undefined, page: number): Line {
  const { y, size } = row ?? { y: 0, size: 10 };
  return { text, page, x: 0, end: 0, y, size, column: null, alone: true, opens: true };
}

// Without drawn borders a row of a table is known by its distance; where all stand equally close, by its first cell.
function rowsOfTable(band: Band): string[] {
  const columns = columnsOf(band);
  const distances = band.rows.slice(1).map((row, index) => (band.rows[index]?.y ?? 0) - row.y);
  const closest = Math.min(...distances);
  const spaced =
    distances.some((distance) => distance > 1.25 * closest) && distances.some((each) => each < 1.1 * closest);
  const cells: string[][][] = [];
  for (const [index, { y }] of band.rows.entries()) {
    const texts = columns.map((rows) =>
      rows.filter((row) => row.y === y).flatMap(({ segments }) => segments),
    );
    const isFar = (distances[index - 1] ?? Infinity) > 1.25 * closest;
    const begins = index === 0 || (spaced ? isFar : isFar || (texts[0]?.length ?? 0) > 0);
    if (begins) cells.push(columns.map(() => []));
    for (const [column, segments] of texts.entries())
      cells.at(-1)?.[column]?.push(...segments.map(({ text }) => text));
  }
  return tableLines(cells.map((row) => row.map((cell) => [cell.join(' ')])));
}
