import { cleanLine } from '../clean-line.ts';
import { tableLines } from '../table-lines.ts';
import type { Row, Segment } from './page-segments.ts';
import type { RulingLine, RulingLines } from './ruling-lines.ts';

/** A table with drawn borders: what it covers, and its rows as lines of text. */
export interface RuledTable {
  top: number;
  bottom: number;
  left: number;
  right: number;
  lines: string[];
}

const near = 3;

/** The tables of a page that have at least two columns between drawn lines. */
export function ruledTables(rows: readonly Row[], rules: RulingLines): RuledTable[] {
  return regionsOf(rules).flatMap((region) => {
    const columns = distinct(region.down.map(({ at }) => at));
    const heights = distinct(region.across.map(({ at }) => at)).toReversed();
    if (columns.length < 3 || heights.length < 2) return [];
    const [left, right] = [columns[0] ?? 0, columns.at(-1) ?? 0];
    const [top, bottom] = [heights[0] ?? 0, heights.at(-1) ?? 0];
    const cells = heights.slice(1).map(() => columns.slice(1).map((): string[] => []));
    for (const segment of rows.flatMap(({ segments }) => segments)) {
      const [row, column] = [
        intervalOf(heights, segment),
        columns.findLastIndex((x) => x <= segment.x + near),
      ];
      cells[row]?.[column]?.push(segment.text);
    }
    const lines = tableLines(cells.map((row) => row.map((cell) => [cleanLine(cell.join(' '))])));
    return [{ top, bottom, left, right, lines }];
  });
}

/** Whether a piece of text stands in a table. */
export function isWithin({ top, bottom, left, right }: RuledTable, { x, y }: Segment): boolean {
  return y < top && y > bottom - near && x > left - near && x < right;
}

function intervalOf(heights: readonly number[], { y, size }: Segment): number {
  const middle = y + size * 0.3;
  return heights.findIndex((height, index) => middle < height && middle > (heights[index + 1] ?? Infinity));
}

/** Lines that touch each other, put together. */
function regionsOf({ across, down }: RulingLines): RulingLines[] {
  const regions: RulingLines[] = [];
  const inOrder = down.toSorted((one, other) => other.to - one.to);
  for (const line of inOrder) {
    const touched = across.filter((each) => crosses(each, line));
    if (touched.length === 0) continue;
    const region = regions.find((each) => each.across.some((other) => touched.includes(other)));
    if (!region) regions.push({ across: touched, down: [line] });
    else {
      region.down.push(line);
      region.across.push(...touched.filter((each) => !region.across.includes(each)));
    }
  }
  return merged(regions);
}

// Borders drawn cell by cell touch only their neighbours, so regions that overlap are one table.
function merged(regions: readonly RulingLines[]): RulingLines[] {
  let tables = regions.map((lines) => ({ lines, bounds: boundsOf(lines) }));
  for (let before = Infinity; tables.length < before;) {
    before = tables.length;
    const larger: typeof tables = [];
    for (const { lines, bounds } of tables) {
      const table = larger.find((each) => overlaps(each.bounds, bounds));
      if (!table) larger.push({ lines, bounds });
      else {
        table.lines = {
          across: [...table.lines.across, ...lines.across],
          down: [...table.lines.down, ...lines.down],
        };
        table.bounds = around(table.bounds, bounds);
      }
    }
    tables = larger;
  }
  return tables.map(({ lines }) => lines);
}

interface Bounds {
  left: number;
  right: number;
  low: number;
  high: number;
}

function overlaps(a: Bounds, b: Bounds): boolean {
  return (
    a.low <= b.high + near && b.low <= a.high + near && a.left <= b.right + near && b.left <= a.right + near
  );
}

function around(a: Bounds, b: Bounds): Bounds {
  return {
    left: Math.min(a.left, b.left),
    right: Math.max(a.right, b.right),
    low: Math.min(a.low, b.low),
    high: Math.max(a.high, b.high),
  };
}

function boundsOf({ across, down }: RulingLines): Bounds {
  return {
    left: Math.min(...down.map(({ at }) => at), ...across.map(({ from }) => from)),
    right: Math.max(...down.map(({ at }) => at), ...across.map(({ to }) => to)),
    low: Math.min(...down.map(({ from }) => from), ...across.map(({ at }) => at)),
    high: Math.max(...down.map(({ to }) => to), ...across.map(({ at }) => at)),
  };
}

function crosses(across: RulingLine, down: RulingLine): boolean {
  const meets = down.at > across.from - near && down.at < across.to + near;
  return meets && across.at > down.from - near && across.at < down.to + near;
}

function distinct(places: readonly number[]): number[] {
  const sorted = places.toSorted((one, other) => one - other);
  return sorted.filter((place, index) => index === 0 || place - (sorted[index - 1] ?? 0) > near);
}
