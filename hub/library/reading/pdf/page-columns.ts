import { arranging } from '../table-lines.ts';
import { wordsOf, type Row, type Segment } from './page-segments.ts';

/** Rows that stand beside each other, with a gutter between. */
export interface Band {
  kind: 'rows' | 'text-columns' | 'sides' | 'table';
  rows: Row[];
  /** The white stretches that no row of the band crosses. */
  gutters: readonly (readonly [from: number, to: number])[];
}

const narrowestGutter = 0.6;
const farthest = 3.2;
const mostRows = 400;
const listLabel =
  /^(?:[-–—•*+]|\d{1,3}(?:\.\d{1,3})*[.)]?|[a-zđ]{1,2}[.)]|[IVXL]{1,6}[.)-]{0,2}|(?:Điều|Khoản|Mục) \d{1,3}[.:]?)$/u;

/** Cuts a page into bands from top to bottom, by what stands side by side in them. */
export function bandsOf(rows: readonly Row[]): Band[] {
  const bands: Band[] = [];
  let plain: Row[] = [];
  const close = () => {
    if (plain.length > 0) bands.push({ kind: 'rows', rows: plain, gutters: [] });
    plain = [];
  };
  for (let at = 0; at < rows.length;) {
    const band = bandFrom(rows, at);
    if (!band) {
      const row = rows[at];
      if (row) plain.push(row);
      at += 1;
      continue;
    }
    close();
    bands.push(band);
    at += band.rows.length;
  }
  close();
  return bands;
}

/** Rows cut at the gutters of their band, a list for each column. */
export function columnsOf({ rows, gutters }: Band): Row[][] {
  const edges = [-Infinity, ...gutters.map(([from, to]) => (from + to) / 2), Infinity];
  return edges.slice(1).map((right, index) => {
    const left = edges[index] ?? -Infinity;
    return rows.flatMap((row) => {
      const segments = row.segments.filter(({ x }) => x >= left && x < right);
      return segments.length === 0 ? [] : [{ ...row, segments }];
    });
  });
}

function bandFrom(rows: readonly Row[], start: number): Band | null {
  const first = rows[start];
  if (!first || first.segments.length < 2) return null;
  let gutters = gapsOf(first);
  let end = start + 1;
  for (; end < Math.min(rows.length, start + mostRows); end += 1) {
    const [above, row] = [rows[end - 1], rows[end]];
    if (!above || !row || above.y - row.y > farthest * Math.max(above.size, row.size)) break;
    const left = gutters.flatMap((gap) => without(gap, row));
    if (left.length === 0) break;
    gutters = left;
  }
  const among = rows.slice(start, end);
  while (among.length > 1 && isOneSided(among.at(-1), gutters) && !continues(among, gutters)) among.pop();
  const shared = among.filter((row) => !isOneSided(row, gutters)).length;
  if (isList(among, gutters)) return null;
  const kind = kindOf(among, gutters, shared);
  return kind ? { kind, rows: among, gutters } : null;
}

// "a)   ghi chép": the label of a list stands apart from its text.
function isList(rows: readonly Row[], gutters: Band['gutters']): boolean {
  if (gutters.length !== 1) return false;
  const [labels = []] = columnsOf({ kind: 'rows', rows: [...rows], gutters });
  return labels.every((row) => listLabel.test(wordsOf(row).trim()));
}

function kindOf(rows: readonly Row[], gutters: Band['gutters'], shared: number): Band['kind'] | null {
  const words = rows.map(wordsOf).join('\n');
  const cells = rows.flatMap(({ segments }) => segments.map(({ text }) => text.trim()));
  if (
    rows.length <= 16 &&
    gutters.length <= 2 &&
    (arranging.test(words) || cells.some((cell) => arranging.test(cell)))
  )
    return 'sides';
  if (gutters.length === 1 && shared >= 4 && isProse(rows, gutters)) return 'text-columns';
  return shared >= 2 ? 'table' : null;
}

// Lines of prose fill their column; cells of a table do not, or one of their columns is narrow.
function isProse(rows: readonly Row[], gutters: Band['gutters']): boolean {
  return columnsOf({ kind: 'rows', rows: [...rows], gutters }).every((column) => {
    const lines = column.map(({ segments }) => ({ x: segments[0]?.x ?? 0, end: segments.at(-1)?.end ?? 0 }));
    const width = Math.max(...lines.map(({ end }) => end)) - Math.min(...lines.map(({ x }) => x));
    const size = column[0]?.size ?? 1;
    const filled = lines.filter(({ x, end }) => end - x > 0.75 * width).length;
    return width > 9 * size && filled >= 0.55 * lines.length;
  });
}

function gapsOf({ segments, size }: Row): [number, number][] {
  return segments.slice(1).flatMap((right, index): [number, number][] => {
    const left = segments[index];
    return left && right.x - left.end > narrowestGutter * size ? [[left.end, right.x]] : [];
  });
}

function without([from, to]: readonly [number, number], { segments, size }: Row): [number, number][] {
  let open: [number, number][] = [[from, to]];
  for (const { x, end } of segments) {
    open = open.flatMap(([left, right]): [number, number][] => {
      if (end <= left || x >= right) return [[left, right]];
      return [
        [left, x],
        [end, right],
      ];
    });
  }
  return open.filter(([left, right]) => right - left > narrowestGutter * size);
}

function isOneSided(row: Row | undefined, gutters: Band['gutters']): boolean {
  if (!row) return false;
  const side = ({ x }: Segment) => gutters.filter(([from, to]) => x > (from + to) / 2).length;
  return new Set(row.segments.map(side)).size <= 1;
}

// A column, or the last cell of a row, may be longer than the one to its left: its lines follow at the same distance.
function continues(rows: readonly Row[], gutters: Band['gutters']): boolean {
  const [row, above] = [rows.at(-1), rows.at(-2)];
  if (!row || !above || above.y - row.y > 1.6 * row.size) return false;
  const [from = 0] = gutters[0] ?? [];
  return (row.segments[0]?.x ?? 0) >= from || (gutters.length === 1 && rows.length >= 6);
}
