/** A line drawn on a page: across at the height `at`, or down at the place `at`, from `from` to `to`. */
export interface RulingLine {
  at: number;
  from: number;
  to: number;
}
export interface RulingLines {
  across: RulingLine[];
  down: RulingLine[];
}
type Matrix = readonly [number, number, number, number, number, number];
interface Operators {
  fnArray: readonly number[];
  argsArray: readonly unknown[];
}
type Codes = Record<'save' | 'restore' | 'transform' | 'constructPath' | 'stroke' | 'closeStroke', number>;

const thin = 2.5;
const shortest = 8;
const mostLines = 3_000;

/** The straight lines of a page, as borders of tables are drawn: as strokes, or as rectangles hardly wider than a line. */
export function rulingLines({ fnArray, argsArray }: Operators, codes: Codes): RulingLines {
  const lines: RulingLines = { across: [], down: [] };
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  const kept: Matrix[] = [];
  for (const [index, code] of fnArray.entries()) {
    const given = argsArray[index];
    if (code === codes.save) kept.push(matrix);
    else if (code === codes.restore) matrix = kept.pop() ?? matrix;
    else if (code === codes.transform) matrix = multiplied(matrix, given as Matrix);
    else if (code === codes.constructPath) {
      const [how, paths] = given as [number, (ArrayLike<number> | null)[]];
      const stroked = how === codes.stroke || how === codes.closeStroke;
      for (const path of paths) if (path) addPath(lines, path, matrix, stroked);
    }
    if (lines.across.length + lines.down.length > mostLines) break;
  }
  return lines;
}

function addPath(lines: RulingLines, path: ArrayLike<number>, matrix: Matrix, stroked: boolean) {
  let points: [number, number][] = [];
  const flush = () => {
    if (stroked)
      for (const [index, point] of points.entries()) addLine(lines, points[index - 1] ?? point, point);
    else addRectangle(lines, points);
    points = [];
  };
  for (let at = 0; at < path.length;) {
    const drawn = path[at] ?? 4;
    const length = [2, 2, 6, 4, 0][drawn] ?? 0;
    if (drawn === 0) flush();
    if (drawn === 4 && points[0]) points.push(points[0]);
    if (length > 0) points.push(moved(matrix, path[at + length - 1] ?? 0, path[at + length] ?? 0));
    at += length + 1;
  }
  flush();
}

function addLine(lines: RulingLines, [x1, y1]: [number, number], [x2, y2]: [number, number]) {
  const [width, height] = [Math.abs(x1 - x2), Math.abs(y1 - y2)];
  if (height <= thin && width >= shortest)
    lines.across.push({ at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) });
  else if (width <= thin && height >= shortest)
    lines.down.push({ at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) });
}

function addRectangle(lines: RulingLines, points: readonly [number, number][]) {
  if (points.length < 3) return;
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  if (high - low <= thin) addLine(lines, [left, (low + high) / 2], [right, (low + high) / 2]);
  else if (right - left <= thin) addLine(lines, [(left + right) / 2, low], [(left + right) / 2, high]);
}

function multiplied([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

function moved([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}
